# Third-party libraries. docs/dependencies.md says why each was chosen; ./do setup installs them.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(zstd REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(SQLite3 3.40 REQUIRED)
find_package(pugixml 1.13 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
if(HEARSAY_TESTS)
  find_package(Catch2 2.13 REQUIRED)
endif()
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)

# Libraries whose package brings no CMake file of its own.
function(hearsay_find_library target library header)
  string(MAKE_C_IDENTIFIER "${library}" id)
  find_library(${id}_LIBRARY "${library}" REQUIRED)
  find_path(${id}_INCLUDE_DIR "${header}" REQUIRED)
  add_library(${target} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES
    IMPORTED_LOCATION "${${id}_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${${id}_INCLUDE_DIR}")
endfunction()
hearsay_find_library(cld2::cld2 cld2 cld2/public/compact_lang_det.h)
hearsay_find_library(uchardet::uchardet uchardet uchardet/uchardet.h)
hearsay_find_library(brotli::decoder brotlidec brotli/decode.h)
hearsay_find_library(libdeflate::libdeflate deflate libdeflate.h)
hearsay_find_library(archive::archive archive archive.h)

include(lexbor)
