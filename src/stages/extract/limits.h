// What one page may cost. Each limit acts before or while the tree is built; passing it rejects the page with
// its code.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace hearsay {

struct PageLimits {
  size_t bytes = size_t{32} << 20;  // input-too-large; the reader's own limit (8 MB by default) comes first
  uint32_t depth = 512;             // page-too-deep: open elements
  uint32_t formatting = 64;   // page-too-deep: open <b>, <i>, <font> ... that every new block would repeat
  uint32_t attributes = 256;  // page-too-many-attributes: on one tag
  uint32_t nodes = 300'000;   // page-too-many-nodes: tags, texts and comments, and what the parser adds to
                              // them; lines of plain text
  size_t text = size_t{512} << 10;  // page-too-long: bytes of the article's paragraphs: a novel
  // page-too-slow: processor time of the thread, for parsing and for finding the article. The other limits
  // bite long before; this one is for what nobody thought of.
  std::chrono::milliseconds time{2000};
};

}  // namespace hearsay
