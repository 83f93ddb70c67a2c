# hearsay_embed_text(result SYMBOL FILE)
#
# Makes a C++ source that defines `extern const std::string_view hearsay::SYMBOL`, the bytes of FILE (UTF-8 text, path from
# the project's root), and gives its path in `result`, to be named among a target's SOURCES. It is written anew when FILE changes.
set(HEARSAY_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/write_embedded_text.cmake")

function(hearsay_embed_text result symbol file)
  set(input "${PROJECT_SOURCE_DIR}/${file}")
  set(output "${CMAKE_BINARY_DIR}/generated/embedded/${symbol}.cpp")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DINPUT=${input}" "-DOUTPUT=${output}" "-DSYMBOL=${symbol}" -P "${HEARSAY_EMBED_SCRIPT}"
    DEPENDS "${input}" "${HEARSAY_EMBED_SCRIPT}"
    COMMENT "Embedding ${file}" VERBATIM)
  set(${result} "${output}" PARENT_SCOPE)
endfunction()
