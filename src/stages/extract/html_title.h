// Which of a page's many headlines is the article's: what the page shows, checked against what its markup
// says.
#pragma once

#include <cstdint>
#include <string>

#include "stages/extract/html_blocks.h"
#include "stages/extract/html_metadata.h"

namespace hearsay {

struct HtmlTitle {
  std::string text;        // empty: the page has none
  uint32_t block = kNone;  // that shows it; kNone: only the markup has it
  std::string site;        // the outlet's name where <title> carries it beside the headline
};

[[nodiscard]] HtmlTitle find_title(const HtmlTree& tree, const PageBlocks& page,
                                   const HtmlMetadata& metadata);

}  // namespace hearsay
