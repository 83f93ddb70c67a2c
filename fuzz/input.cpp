// A file of any bytes through the reader of files, gzip included.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "input/page_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearsay;
  constexpr size_t kMostBytes = size_t{1} << 16;  // small, so that inputs that unpack to more are soon found
  static const int file = memfd_create("page", 0);
  static const std::string path = "/proc/self/fd/" + std::to_string(file);
  if (file < 0 || ftruncate(file, 0) != 0 || pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
    std::abort();
  const std::unique_ptr<PageReader> reader = open_reader({path}, {kMostBytes});
  int answers = 0;
  while (const std::optional<Result<Page>> page = reader->next()) {
    if (++answers > 1) std::abort();  // a file holds one page
    if (page->ok() &&
        (page->value().bytes.size() > kMostBytes || page->value().sha256 != sha256(page->value().bytes)))
      std::abort();
    if (!page->ok() && page->error().message.empty()) std::abort();
  }
  if (answers != 1) std::abort();
  return 0;
}
