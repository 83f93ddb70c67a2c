#include "stages/extract/body_model.h"

#include <utility>

#include "stages/extract/block_context.h"
#include "stages/extract/block_features.h"

namespace hearsay {

extern const std::string_view kModel_page_body, kModel_page_body_context;

Result<BodyModel> BodyModel::load() {
  Result<BoostedTrees> first =
      BoostedTrees::read("models/page_body.trees", kModel_page_body, block_feature_names());
  if (!first) return first.error();
  Result<BoostedTrees> second =
      BoostedTrees::read("models/page_body_context.trees", kModel_page_body_context, block_context_names());
  if (!second) return second.error();
  return BodyModel(std::move(first).value(), std::move(second).value());
}

const BodyModel& BodyModel::builtin() {
  static const BodyModel model = std::move(load()).value();
  return model;
}

std::vector<double> BodyModel::scores(const HtmlTree& tree, const PageBlocks& page,
                                      std::span<const float> features) const {
  std::vector<double> scores(page.blocks.size());
  first_.score_rows(features, scores);
  const std::vector<float> context = block_context(tree, page, features, scores);
  second_.score_rows(context, scores);
  return scores;
}

}  // namespace hearsay
