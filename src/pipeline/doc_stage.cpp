#include "pipeline/doc_stage.h"

#include <array>

namespace hearsay {
namespace {
constexpr std::array<std::string_view, 10> kLayerNames = {
    "page", "article", "language", "signature", "words", "times", "places", "actors", "statements", "events"};
}  // namespace

std::string to_string(Layers layers) {
  std::string out;
  for (size_t i = 0; i < kLayerNames.size(); ++i) {
    if (!(layers >> i & 1)) continue;
    if (!out.empty()) out += ", ";
    out += kLayerNames[i];
  }
  return out;
}

Result<Chain> Chain::make(std::vector<std::unique_ptr<const DocStage>> stages) {
  Layers there = only(Layer::kPage);
  for (const auto& stage : stages) {
    const auto missing = static_cast<Layers>(stage->needs() & ~there);
    if (missing)
      return Error{ErrorCode::kStageOrder, "stage '" + std::string(stage->name()) + "' needs " +
                                               to_string(missing) + ", which no earlier stage gives"};
    const auto twice = static_cast<Layers>(stage->gives() & there);
    if (twice)
      return Error{ErrorCode::kStageOrder, "stage '" + std::string(stage->name()) + "' gives " +
                                               to_string(twice) + ", which is there already"};
    there = static_cast<Layers>(there | stage->gives());
  }
  Chain chain;
  chain.stages_ = std::move(stages);
  return chain;
}

std::optional<StageError> Chain::run(Document& document, Scratch& scratch) const {
  for (const auto& stage : stages_) {
    Result<void> done = stage->run(document, scratch);
    if (!done) return StageError{std::string(stage->name()), done.error()};
  }
  return std::nullopt;
}

}  // namespace hearsay
