# Run at every build: writes version.cpp anew only if the commit has changed.
# -DSOURCE=project -DVERSION=x.y.z -DTEMPLATE=version.cpp.in -DOUTPUT=version.cpp
execute_process(COMMAND git -C "${SOURCE}" rev-parse --short=12 HEAD
  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  set(commit "")
endif()
set(version "${VERSION}")
configure_file("${TEMPLATE}" "${OUTPUT}" @ONLY)
