// Any bytes through the reader of CSV.
#include "read_container.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  hearsay::read_container(data, size, hearsay::make_csv_reader);
  return 0;
}
