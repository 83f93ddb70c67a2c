#include "stages/extract/line_model.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "stages/extract/line_context.h"
#include "stages/extract/line_evidence.h"

namespace hearsay {

extern const std::string_view kModel_text_lines, kModel_text_lines_context, kModel_text_title;

namespace {

constexpr size_t kTitleWithin = 400;    // lines of the page
constexpr uint32_t kLongestTitle = 45;  // words

}  // namespace

Result<LineModel> LineModel::load() {
  std::vector<std::string_view> names = evidence_columns();
  Result<BoostedTrees> first = BoostedTrees::read("models/text_lines.trees", kModel_text_lines, names);
  if (!first) return first.error();
  names.insert(names.end(), kContextColumns.begin(), kContextColumns.end());
  Result<BoostedTrees> second =
      BoostedTrees::read("models/text_lines_context.trees", kModel_text_lines_context, names);
  if (!second) return second.error();
  Result<BoostedTrees> title = BoostedTrees::read("models/text_title.trees", kModel_text_title, names);
  if (!title) return title.error();
  return LineModel(std::move(first).value(), std::move(second).value(), std::move(title).value());
}

const LineModel& LineModel::builtin() {
  static const LineModel model = std::move(load()).value();
  return model;
}

LineScores LineModel::scores(const TextRules& rules) const {
  const size_t n = rules.lines.size();
  const std::vector<float> evidence = line_evidence(rules);
  LineScores scores{std::vector<double>(n), std::vector<double>(n, kNoTitle)};
  first_.score_rows(evidence, scores.body);
  const std::vector<float> rows = with_context(evidence, kEvidenceColumns, scores.body);
  second_.score_rows(rows, scores.body);
  const size_t width = second_.column_count();
  for (size_t i = 0; i < std::min(n, kTitleWithin); ++i) {
    const uint32_t words = rules.lines[i].features.words;
    if (words == 0 || words > kLongestTitle) continue;
    scores.title[i] = title_.score(std::span<const float>(rows).subspan(i * width, width));
  }
  return scores;
}

}  // namespace hearsay
