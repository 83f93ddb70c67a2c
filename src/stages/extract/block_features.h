// What can be told of each block of a page, as numbers: what the body's model is trained on and what it
// reads.
//
// All are relative to the page or in general terms; no name of a site, and no class or id as such, is among
// them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/body_rules.h"
#include "stages/extract/html_blocks.h"

namespace hearsay {

// What the page's markup says of the article, in words.
struct StatedParts {
  std::string_view title;
  uint32_t title_block = kNone;  // that shows it
  std::string_view body;         // JSON-LD's articleBody
  std::string_view description;  // og:description and the like
};

// The names of a row's values, in their order.
[[nodiscard]] std::span<const std::string_view> block_feature_names();

// One row for each block, row behind row.
[[nodiscard]] std::vector<float> block_features(const HtmlTree& tree, const PageBlocks& page,
                                                const StatedParts& stated, const RuledBody& ruled);

}  // namespace hearsay
