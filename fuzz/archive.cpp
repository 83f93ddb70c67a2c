// Any bytes through the reader of zip and tar.
#include "read_container.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  hearsay::read_container(data, size, hearsay::make_archive_reader);
  return 0;
}
