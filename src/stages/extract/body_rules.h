// Which blocks of a page are its article, by rules alone: the element with the most worth, then block by
// block.
#pragma once

#include <string_view>
#include <vector>

#include "record/types.h"
#include "stages/extract/html_blocks.h"

namespace hearsay {

enum class BlockUse : uint8_t { kNone, kBody, kCaption, kNote };

struct RuledBody {
  std::vector<BlockUse> uses;        // per block
  std::vector<ParagraphKind> kinds;  // per block; of those in the body
  std::vector<bool> stated;          // per block: the stated body has its words; empty where none agrees
  uint32_t container = 0;            // the element that holds the body
  uint32_t begin = 0, end = 0;       // the blocks that were asked
};

// `title_block` may be kNone. `stated_body` is JSON-LD's articleBody: where it agrees with the page it tells
// the article's paragraphs from what stands among and after them.
[[nodiscard]] RuledBody rule_body(const HtmlTree& tree, const PageBlocks& page, uint32_t title_block,
                                  std::string_view stated_body);

// What kind of paragraph a block of the body is. `after_prose`: the body has begun before it.
[[nodiscard]] ParagraphKind kind_of(const Block& block, bool after_prose);

// Takes out of the body what it has twice, the title, and quotations pulled out of the text that has them.
void drop_repeats(const PageBlocks& page, uint32_t title, std::vector<BlockUse>& uses,
                  const std::vector<ParagraphKind>& kinds);

}  // namespace hearsay
