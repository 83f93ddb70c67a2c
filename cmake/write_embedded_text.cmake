# Run by hearsay_embed_text: INPUT becomes a raw string in OUTPUT.
file(READ "${INPUT}" content)
string(FIND "${content}" ")hearsay\"" clash)
if(NOT clash EQUAL -1)
  message(FATAL_ERROR "${INPUT} contains the end mark of a raw string")
endif()
file(WRITE "${OUTPUT}" "#include <string_view>\n\nnamespace hearsay {\nextern const std::string_view ${SYMBOL};\nconst std::string_view ${SYMBOL} = R\"hearsay(${content})hearsay\";\n}  // namespace hearsay\n")
