// How likely each line of plain text is the article's body, or its title: three models of boosted trees,
// trained on pages of many sites in many shapes (models/README.md). The first looks at a line and the page,
// the second also at the scores of the others, the third at the same for titles.
#pragma once

#include <utility>
#include <vector>

#include "base/result.h"
#include "stages/extract/boosted_trees.h"
#include "stages/extract/text_rules.h"

namespace hearsay {

// Log-odds for each line; above 0 it is more likely than not.
struct LineScores {
  std::vector<double> body;
  std::vector<double>
      title;  // kNoTitle for lines that are none by their length or their place far down the page
};
inline constexpr double kNoTitle = -100;

class LineModel {
 public:
  // Reads the tables that are part of the program. Errors: kBadTable; the build checks that there is none.
  [[nodiscard]] static Result<LineModel> load();
  // The same, loaded once.
  [[nodiscard]] static const LineModel& builtin();

  [[nodiscard]] LineScores scores(const TextRules& rules) const;

 private:
  LineModel(BoostedTrees first, BoostedTrees second, BoostedTrees title)
      : first_(std::move(first)), second_(std::move(second)), title_(std::move(title)) {}

  BoostedTrees first_, second_, title_;
};

}  // namespace hearsay
