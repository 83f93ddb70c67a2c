# lexbor (HTML5 parser, WHATWG URL and encoding) is not in Debian 12. Its sources are fetched once, at a pinned version
# and hash, into third_party/cache, and built here as one static library of the modules that are used.

set(lexbor_root "${PROJECT_SOURCE_DIR}/third_party/cache/lexbor-3.1.0")
if(NOT EXISTS "${lexbor_root}/source/lexbor/html/html.h")
  message(STATUS "Fetching the sources of lexbor")
  execute_process(COMMAND "${PROJECT_SOURCE_DIR}/cmake/fetch_lexbor.sh" RESULT_VARIABLE lexbor_status)
  if(NOT lexbor_status EQUAL 0)
    message(FATAL_ERROR "lexbor could not be fetched; cmake/fetch_lexbor.sh says why above")
  endif()
endif()

set(lexbor_sources)
foreach(module IN ITEMS core dom html tag ns encoding url unicode punycode ports/posix/lexbor/core)
  file(GLOB_RECURSE module_sources "${lexbor_root}/source/lexbor/${module}/*.c")
  list(APPEND lexbor_sources ${module_sources})
endforeach()

add_library(lexbor STATIC ${lexbor_sources})
target_include_directories(lexbor SYSTEM PUBLIC "${lexbor_root}/source")
target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
target_link_libraries(lexbor PRIVATE m)
# -O2 in every preset: the parser is not what we debug. Its own undefined-behaviour reports are not ours to fix.
target_compile_options(lexbor PRIVATE -w -O2)
if(HEARSAY_SANITIZE)
  target_compile_options(lexbor PRIVATE -fno-sanitize=undefined)
  target_compile_definitions(lexbor PRIVATE LEXBOR_HAVE_ADDRESS_SANITIZER)
endif()
