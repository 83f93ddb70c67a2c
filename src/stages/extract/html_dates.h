// Dates that a page shows around its story: in lines beside the title, above and below the text, in <time>.
#pragma once

#include <vector>

#include "stages/extract/draft.h"
#include "stages/extract/html_blocks.h"
#include "stages/extract/html_body.h"
#include "stages/extract/html_tree.h"

namespace hearsay {

// Undecided; with the words that each stands in. `title_block` may be kNone.
[[nodiscard]] std::vector<DateCandidate> shown_dates(const HtmlTree& tree, const PageBlocks& page,
                                                     uint32_t title_block, const HtmlBody& body);

}  // namespace hearsay
