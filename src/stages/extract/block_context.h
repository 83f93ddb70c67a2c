// What the first scores of all blocks of a page say about each of them: input of the second model, by which a
// block is judged with those around it and those like it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "stages/extract/html_blocks.h"

namespace hearsay {

// The names of a row's values, in their order.
[[nodiscard]] std::span<const std::string_view> block_context_names();

// One row for each block, row behind row. `features` are those of block_features(), `scores` the first
// model's.
[[nodiscard]] std::vector<float> block_context(const HtmlTree& tree, const PageBlocks& page,
                                               std::span<const float> features,
                                               std::span<const double> scores);

}  // namespace hearsay
