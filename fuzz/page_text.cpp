// Plain text through all stages of phase A.
#include "page_chain.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  hearsay::read_page(data, size, hearsay::PageFormat::kText);
  return 0;
}
