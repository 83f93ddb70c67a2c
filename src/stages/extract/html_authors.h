// Who a page credits with its story: by its markup's word, by lines near the title or under the text, by
// elements that are named after authors.
#pragma once

#include <string>
#include <vector>

#include "stages/extract/html_blocks.h"
#include "stages/extract/html_body.h"
#include "stages/extract/html_metadata.h"
#include "stages/extract/html_tree.h"

namespace hearsay {

// Credits as written, one for each place; all of one source, the most telling that names anybody.
[[nodiscard]] std::vector<std::string> shown_authors(const HtmlTree& tree, const PageBlocks& page,
                                                     uint32_t title_block, const HtmlBody& body);

}  // namespace hearsay
