// A file of any bytes, read as what it seems to be.
#include "read_container.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearsay;
  InputFile file;
  file.path = as_file(data, size);
  check_pages(*open_reader(file, {kMostBytes}), size);
  return 0;
}
