// Which blocks of a page are its article.
#pragma once

#include <vector>

#include "record/types.h"
#include "stages/extract/block_features.h"
#include "stages/extract/body_rules.h"
#include "stages/extract/html_blocks.h"

namespace hearsay {

struct HtmlBody {
  std::vector<BlockUse> uses;        // per block
  std::vector<ParagraphKind> kinds;  // per block; of those in the body
  uint32_t first = 0, last = 0;      // blocks of the body lie in [first, last); equal: there is none
};

// Where the stated body agrees with the page it tells the article's paragraphs from what stands among and
// after them.
[[nodiscard]] HtmlBody find_body(const HtmlTree& tree, const PageBlocks& page, const StatedParts& stated);

}  // namespace hearsay
