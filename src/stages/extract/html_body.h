// Which blocks of a page are its article.
#pragma once

#include <string_view>
#include <vector>

#include "record/types.h"
#include "stages/extract/html_blocks.h"

namespace hearsay {

enum class BlockUse : uint8_t { kNone, kBody, kCaption, kNote };

struct HtmlBody {
  std::vector<BlockUse> uses;        // per block
  std::vector<ParagraphKind> kinds;  // per block; of those in the body
  uint32_t first = 0, last = 0;      // blocks of the body lie in [first, last); equal: there is none
};

// `title_block` may be kNone. `stated_body` is JSON-LD's articleBody: where it agrees with the page it tells
// the article's paragraphs from what stands among and after them.
[[nodiscard]] HtmlBody find_body(const HtmlTree& tree, const PageBlocks& page, uint32_t title_block,
                                 std::string_view stated_body);

}  // namespace hearsay
