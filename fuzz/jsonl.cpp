// Any bytes through the readers of JSON: by lines, and by values.
#include "read_container.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  hearsay::read_container(data, size, hearsay::make_json_lines_reader);
  hearsay::read_container(data, size, hearsay::make_json_reader);
  return 0;
}
