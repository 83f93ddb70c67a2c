// A file of the fuzzer's bytes through the reader of one container format.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "input/open_input.h"

namespace hearsay {

constexpr size_t kMostBytes = size_t{1}
                              << 16;  // of a page: small, so that inputs that unpack to more are soon found

using MakeReader = std::unique_ptr<PageReader> (*)(OpenInput, const InputOptions&);

// The bytes as a file, under the path that is given back.
inline const std::string& as_file(const uint8_t* data, size_t size) {
  static const int file = memfd_create("input", 0);
  static const std::string path = "/proc/self/fd/" + std::to_string(file);
  if (file < 0 || ftruncate(file, 0) != 0 || pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
    std::abort();
  return path;
}

// Whatever the bytes are, the reader ends; what it gives is a page within the limit, or an error that tells
// something, and each names its place in valid UTF-8.
inline void check_pages(PageReader& reader, size_t size) {
  size_t answers = 0;
  while (const std::optional<Result<Page>> page = reader.next()) {
    // Each takes a byte at least, but for what is packed.
    if (++answers > 2000 * (size + 1)) std::abort();
    if (!is_valid_utf8(reader.place().input)) std::abort();
    if (!page->ok()) {
      if (page->error().message.empty()) std::abort();
      continue;
    }
    const Page& given = page->value();
    if (given.bytes.size() > kMostBytes || given.sha256 != sha256(given.bytes) || given.name.empty() ||
        !is_valid_utf8(given.name) || !is_valid_utf8(given.capture.path) ||
        !is_valid_utf8(given.capture.address))
      std::abort();
  }
  if (reader.next()) std::abort();  // the end is the end
}

inline void read_container(const uint8_t* data, size_t size, MakeReader make) {
  static const InputOptions options{kMostBytes};
  Result<std::unique_ptr<FileBytes>> bytes = FileBytes::open(as_file(data, size));
  if (!bytes) std::abort();
  OpenInput input;
  input.bytes = std::move(*bytes);
  const Result<std::string_view> head = input.bytes->peek(6);
  if (!head) std::abort();
  input.packing = packing_of(*head);
  input.path = input.shown = input.name = "input";
  check_pages(*make(std::move(input), options), size);
}

}  // namespace hearsay
