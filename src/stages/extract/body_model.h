// How likely each block of a page is the article's: two models of boosted trees, trained on pages of many
// sites (models/README.md). The first looks at a block and the page, the second also at the scores of the
// others.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "stages/extract/boosted_trees.h"
#include "stages/extract/html_blocks.h"

namespace hearsay {

class BodyModel {
 public:
  // Reads the tables that are part of the program. Errors: kBadTable; the build checks that there is none.
  [[nodiscard]] static Result<BodyModel> load();
  // The same, loaded once.
  [[nodiscard]] static const BodyModel& builtin();

  // Log-odds for each block; above 0 it is more likely the article's than not. `features`: block_features().
  [[nodiscard]] std::vector<double> scores(const HtmlTree& tree, const PageBlocks& page,
                                           std::span<const float> features) const;

 private:
  BodyModel(BoostedTrees first, BoostedTrees second) : first_(std::move(first)), second_(std::move(second)) {}

  BoostedTrees first_, second_;
};

}  // namespace hearsay
