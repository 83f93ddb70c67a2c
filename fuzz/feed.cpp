// Any bytes through the reader of feeds in XML.
#include "read_container.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  hearsay::read_container(data, size, hearsay::make_feed_reader);
  return 0;
}
