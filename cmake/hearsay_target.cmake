# hearsay_target(FOLDER [DEPENDS folder...] [LIBRARIES library...] [PUBLIC_LIBRARIES library...] [SOURCES file...])
#
# Makes one folder of src/ a library: `stages/extract` becomes hearsay_stages_extract, of the folder's *.cpp, and its
# *_test.cpp the test program hearsay_stages_extract_test. A folder without sources is an INTERFACE library.
#
# Each library has an include root of its own, <build>/roots/<library>/, in which a symbolic link leads to this one
# folder. So `#include "stages/extract/extract.h"` finds its header only where the dependency is declared, and a forbidden
# include does not compile.
function(hearsay_target folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LIBRARIES;PUBLIC_LIBRARIES;SOURCES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "hearsay_target(${folder}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
  endif()
  hearsay_target_name(target "${folder}")
  set(source_dir "${PROJECT_SOURCE_DIR}/src/${folder}")
  hearsay_include_root(root "${target}" "${folder}" "${source_dir}")

  file(GLOB sources CONFIGURE_DEPENDS "${source_dir}/*.cpp")
  file(GLOB tests CONFIGURE_DEPENDS "${source_dir}/*_test.cpp")
  if(tests)
    list(REMOVE_ITEM sources ${tests})
  endif()
  list(APPEND sources ${arg_SOURCES})

  set(depends)
  foreach(dependency IN LISTS arg_DEPENDS)
    hearsay_target_name(name "${dependency}")
    if(NOT TARGET ${name})
      message(FATAL_ERROR "${target} depends on ${name}, which is not defined before it")
    endif()
    list(APPEND depends ${name})
  endforeach()

  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC "${root}")
    target_link_libraries(${target} PUBLIC ${depends} ${arg_PUBLIC_LIBRARIES} PRIVATE ${arg_LIBRARIES} hearsay_warnings)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${root}")
    target_link_libraries(${target} INTERFACE ${depends} ${arg_PUBLIC_LIBRARIES})
  endif()

  if(tests AND HEARSAY_TESTS)
    hearsay_test_program(${target}_test SOURCES ${tests} LIBRARIES ${target} ${arg_LIBRARIES})
  endif()
endfunction()

function(hearsay_target_name result folder)
  string(REPLACE "/" "_" name "hearsay_${folder}")
  set(${result} "${name}" PARENT_SCOPE)
endfunction()

# An include root in which `shown_as` is the only folder that exists.
function(hearsay_include_root result target shown_as source_dir)
  set(root "${CMAKE_BINARY_DIR}/roots/${target}")
  get_filename_component(parent "${root}/${shown_as}" DIRECTORY)
  file(MAKE_DIRECTORY "${parent}")
  file(CREATE_LINK "${source_dir}" "${root}/${shown_as}" SYMBOLIC)
  set(${result} "${root}" PARENT_SCOPE)
endfunction()

# One Catch2 program, one ctest test.
function(hearsay_test_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} Catch2::Catch2WithMain hearsay_warnings)
  add_test(NAME ${target} COMMAND ${target})
  set_tests_properties(${target} PROPERTIES LABELS quick TIMEOUT 300
    ENVIRONMENT "HEARSAY_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()

# The public headers, `#include <hearsay/...>`: base takes its error codes from them, the engine implements them, programs use them.
add_library(hearsay_headers INTERFACE)
target_include_directories(hearsay_headers INTERFACE "${PROJECT_SOURCE_DIR}/include")
