// The checksum of a row's spans and of the words under them (columns words_check).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/checksum.h"
#include "record/span.h"

namespace hearsay {

class SpanCheck {
 public:
  // In the order of the row's columns. `local` is relative to the part.
  void add(Part part, Span local, std::string_view words) {
    std::array<char, 9> head{static_cast<char>(part)};
    for (int i = 0; i < 4; ++i) {
      head[static_cast<size_t>(1 + i)] = static_cast<char>(local.begin >> 8 * i & 255);
      head[static_cast<size_t>(5 + i)] = static_cast<char>(local.end >> 8 * i & 255);
    }
    crc_ = crc32(words, crc32({head.data(), head.size()}, crc_));
  }
  void add_none() { crc_ = crc32("\xFF", crc_); }

  // Signed, because SQLite stores it in four bytes then.
  [[nodiscard]] int64_t value() const { return static_cast<int32_t>(crc_); }

 private:
  uint32_t crc_ = 0;
};

}  // namespace hearsay
