#include "stages/extract/boosted_trees.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "base/format.h"

namespace hearsay {

// The table's lines, one after the other. Depth is bounded: a table is data, too.
class TreesReader {
 public:
  TreesReader(std::string_view name, std::string_view table, std::span<const std::string_view> columns)
      : name_(name), table_(table), columns_(columns) {}

  Result<BoostedTrees> read() {
    trees_.columns_ = columns_.size();
    std::string_view line;
    while (next(line)) {
      const auto [key, rest] = cut(line);
      if (key == "offset" && trees_.trees_.empty()) {
        const auto value = number(rest);
        if (!value) return bad("an offset that is no number");
        trees_.offset_ = *value;
      } else if (key == "tree" && rest.empty()) {
        trees_.trees_.push_back({static_cast<uint32_t>(trees_.nodes_.size()), 0});
        if (!read_node(0)) return bad(problem_);
      } else {
        return bad("neither \"offset\" nor \"tree\"");
      }
    }
    if (trees_.trees_.empty()) return bad("no tree");
    return std::move(trees_);
  }

 private:
  static constexpr int kDeepest = 32;

  // The next line that is neither empty nor a comment.
  bool next(std::string_view& line) {
    while (at_ < table_.size()) {
      const size_t end = std::min(table_.find('\n', at_), table_.size());
      line = table_.substr(at_, end - at_);
      at_ = end + 1;
      ++number_;
      if (!line.empty() && line.front() != '#') return true;
    }
    return false;
  }

  static std::pair<std::string_view, std::string_view> cut(std::string_view line) {
    const size_t tab = std::min(line.find('\t'), line.size());
    return {line.substr(0, tab), line.substr(std::min(tab + 1, line.size()))};
  }

  // A finite number and nothing else.
  static std::optional<float> number(std::string_view text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
      return std::nullopt;
    return value;
  }

  // A split, then what it sends left, then what it sends right; or a leaf.
  bool read_node(int depth) {
    std::string_view line;
    if (depth > kDeepest) return fail("a tree that is too deep");
    if (!next(line)) return fail("a tree that ends early");
    const auto [key, rest] = cut(line);
    const auto own = static_cast<uint32_t>(trees_.nodes_.size());
    if (key == "leaf") {
      const auto value = number(rest);
      if (!value) return fail("a leaf whose value is no number");
      trees_.nodes_.push_back({*value, 0, {own, own}});
      uint32_t& deepest = trees_.trees_.back().depth;
      deepest = std::max(deepest, static_cast<uint32_t>(depth));
      return true;
    }
    if (key != "split") return fail("neither \"split\" nor \"leaf\"");
    const auto [column, limit] = cut(rest);
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) return fail(fmt::format("no value is called \"{}\"", column));
    const auto value = number(limit);
    if (!value) return fail("a split whose limit is no number");
    trees_.nodes_.push_back({*value, static_cast<uint32_t>(found - columns_.begin()), {own + 1, 0}});
    if (!read_node(depth + 1)) return false;
    trees_.nodes_[own].next[1] = static_cast<uint32_t>(trees_.nodes_.size());
    return read_node(depth + 1);
  }

  bool fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }

  Error bad(std::string_view problem) const {
    return {ErrorCode::kBadTable, fmt::format("{}:{}: {}", name_, number_, problem)};
  }

  std::string_view name_, table_;
  std::span<const std::string_view> columns_;
  size_t at_ = 0, number_ = 0;
  std::string problem_;
  BoostedTrees trees_;
};

Result<BoostedTrees> BoostedTrees::read(std::string_view name, std::string_view table,
                                        std::span<const std::string_view> columns) {
  return TreesReader(name, table, columns).read();
}

double BoostedTrees::score(std::span<const float> row) const {
  double sum = 0;
  score_rows(row, std::span(&sum, 1));
  return sum;
}

void BoostedTrees::score_rows(std::span<const float> rows, std::span<double> scores) const {
  constexpr size_t kAtOnce = 8;  // rows that go down a tree side by side: none waits for another's memory
  std::fill(scores.begin(), scores.end(), offset_);
  const Node* const nodes = nodes_.data();
  for (const Tree& tree : trees_) {
    size_t first = 0;
    for (; first + kAtOnce <= scores.size(); first += kAtOnce) {
      const float* const row = rows.data() + first * columns_;
      uint32_t at[kAtOnce];
      std::fill(at, at + kAtOnce, tree.root);
      for (uint32_t step = 0; step < tree.depth; ++step) {
        for (size_t i = 0; i < kAtOnce; ++i) {
          const Node& node = nodes[at[i]];
          at[i] = node.next[row[i * columns_ + node.column] > node.value];
        }
      }
      for (size_t i = 0; i < kAtOnce; ++i) scores[first + i] += nodes[at[i]].value;
    }
    for (; first < scores.size(); ++first) {
      const float* const row = rows.data() + first * columns_;
      uint32_t at = tree.root;
      for (uint32_t step = 0; step < tree.depth; ++step)
        at = nodes[at].next[row[nodes[at].column] > nodes[at].value];
      scores[first] += nodes[at].value;
    }
  }
}

}  // namespace hearsay
