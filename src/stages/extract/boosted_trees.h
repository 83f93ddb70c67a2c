// Gradient-boosted decision trees, read from a plain table (models/README.md has the format) and evaluated in
// a fixed order, so that the same row gives the same score on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearsay {

class BoostedTrees {
 public:
  // `columns` are the names of a row's values, in their order; the table may use any of them. The trees keep
  // no view of either. Errors: kBadTable, with the table's `name` and the line.
  [[nodiscard]] static Result<BoostedTrees> read(std::string_view name, std::string_view table,
                                                 std::span<const std::string_view> columns);

  // The log-odds that a row is what the trees look for; above 0 it is more likely than not. `row` has a value
  // for each of the columns; none is NaN.
  [[nodiscard]] double score(std::span<const float> row) const;

  // The scores of `scores.size()` rows that stand one behind the other in `rows`: tree by tree, which is much
  // faster than row by row and adds in the same order.
  void score_rows(std::span<const float> rows, std::span<double> scores) const;

  [[nodiscard]] size_t tree_count() const { return trees_.size(); }
  [[nodiscard]] size_t column_count() const { return columns_; }

 private:
  // A row goes from a split to next[0] if its value is at most `value`, else to next[1]. A leaf leads to
  // itself and adds `value`: so that all rows may take the same number of steps, without a branch.
  struct Node {
    float value;
    uint32_t column;
    uint32_t next[2];
  };
  struct Tree {
    uint32_t root;
    uint32_t depth;  // steps to the deepest leaf
  };
  friend class TreesReader;

  size_t columns_ = 0;
  double offset_ = 0;
  std::vector<Tree> trees_;
  std::vector<Node> nodes_;
};

}  // namespace hearsay
