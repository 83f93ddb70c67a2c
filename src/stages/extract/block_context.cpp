#include "stages/extract/block_context.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "stages/extract/block_features.h"

namespace hearsay {
namespace {

constexpr float kSurest = 6;  // log-odds beyond which nothing changes
constexpr double kSure = 1;   // log-odds of a block that others may lean on
constexpr uint32_t kFar = 20;
constexpr uint32_t kGap = 4;  // blocks without the article's words that do not part it
constexpr int kSteps[] = {-4, -3, -2, -1, 1, 2, 3, 4};

// First features that are worth a second look.
constexpr std::string_view kRepeated[] = {"words",
                                          "link_share",
                                          "ends_sentence",
                                          "is_prose",
                                          "heading_level",
                                          "node_tag",
                                          "tag",
                                          "phrase",
                                          "rule_use",
                                          "stated",
                                          "position",
                                          "in_container",
                                          "alike_text",
                                          "alike_prose",
                                          "like_siblings",
                                          "like_links",
                                          "is_clutter",
                                          "label_above",
                                          "since_heading",
                                          "from_title",
                                          "bold",
                                          "capital_share",
                                          "function_share",
                                          "to_listing",
                                          "page_ruled",
                                          "page_prose",
                                          "repeats",
                                          "title_words",
                                          "words_in_description",
                                          "of_picture",
                                          "until_prose",
                                          "since_prose"};

class Context {
 public:
  Context(const HtmlTree& tree, const PageBlocks& page, std::span<const float> features,
          std::span<const double> scores)
      : tree_(tree),
        page_(page),
        blocks_(page.blocks),
        features_(features),
        width_(block_feature_names().size()),
        count_(page.blocks.size()) {
    scores_.reserve(count_);
    for (const double score : scores)
      scores_.push_back(std::clamp(static_cast<float>(score), -kSurest, kSurest));
    add_up();
    look_around();
  }

  template <class Put>
  void describe(uint32_t b, Put&& put) const {
    put("score", scores_[b]);
    static constexpr std::string_view kStepNames[] = {"score_before_4", "score_before_3", "score_before_2",
                                                      "score_before_1", "score_after_1",  "score_after_2",
                                                      "score_after_3",  "score_after_4"};
    for (size_t i = 0; i < std::size(kSteps); ++i) {
      const int64_t other = int64_t{b} + kSteps[i];
      put(kStepNames[i], other < 0 || other >= static_cast<int64_t>(count_)
                             ? -kSurest - 1
                             : scores_[static_cast<size_t>(other)]);
    }
    put("mass_before", part(0, b));
    put("mass_after", part(b + 1, count_));
    put("around_1", around(b, 1)), put("around_3", around(b, 3)), put("around_8", around(b, 8));
    put("to_sure_before", float(sure_before_[b])), put("to_sure_after", float(sure_after_[b]));
    put("run_part", run_part_[b]), put("run_is_first", float(run_first_[b]));
    const Sum& like = alike_.at(key_of(b));
    put("alike_mean", rest(like, b)), put("alike_others", float(std::min<uint32_t>(like.count - 1, 40)));
    const Sum& beside = siblings_.at(parent_of(b));
    put("siblings_mean", rest(beside, b)), put("siblings", float(std::min<uint32_t>(beside.count - 1, 40)));
    put("section_mean", section_mean_[b]);
    put("heading_score", heading_[b] == kNone ? -kSurest - 1 : scores_[heading_[b]]);
    put("page_most", most_);
    put("page_mass", total_.back() > 0 ? static_cast<float>(total_mass() / total_.back()) : 0);
    const auto& columns = repeated();
    for (size_t i = 0; i < std::size(kRepeated); ++i) put(kRepeated[i], features_[b * width_ + columns[i]]);
  }

 private:
  struct Sum {
    uint32_t count = 0;
    double mass = 0, size = 0;
  };

  static const std::vector<size_t>& repeated() {
    static const std::vector<size_t> columns = [] {
      std::vector<size_t> found;
      const auto names = block_feature_names();
      for (const std::string_view name : kRepeated)
        found.push_back(static_cast<size_t>(std::find(names.begin(), names.end(), name) - names.begin()));
      return found;
    }();
    return columns;
  }

  // How much of a block is thought to be the article's: 0 to 1, without the exponential, which differs by
  // machine.
  double belief(size_t b) const { return std::clamp((double(scores_[b]) + 3) / 6, 0.0, 1.0); }
  double size_of(size_t b) const { return double(std::min<size_t>(blocks_[b].text.size(), 1000)) + 10; }

  uint32_t parent_of(uint32_t b) const {
    return blocks_[b].node == 0 ? 0 : tree_.nodes()[blocks_[b].node].parent;
  }
  uint32_t key_of(uint32_t b) const { return page_.signatures[b]; }

  void add_up() {
    total_.resize(count_ + 1), mass_.resize(count_ + 1);
    for (uint32_t b = 0; b < count_; ++b) {
      const double size = size_of(b), mass = size * belief(b);
      total_[b + 1] = total_[b] + size;
      mass_[b + 1] = mass_[b] + mass;
      most_ = std::max(most_, scores_[b]);
      for (Sum* sum : {&alike_[key_of(b)], &siblings_[parent_of(b)]}) {
        ++sum->count;
        sum->mass += mass;
        sum->size += size;
      }
    }
  }

  double total_mass() const { return mass_.back(); }
  float part(size_t from, size_t to) const {
    return mass_.back() > 0 ? static_cast<float>((mass_[to] - mass_[from]) / mass_.back()) : 0;
  }
  float around(size_t b, size_t width) const {
    const size_t from = b - std::min(b, width), to = std::min(b + width + 1, count_);
    const double size = total_[to] - total_[from] - size_of(b);
    return size <= 0 ? -1.f : static_cast<float>((mass_[to] - mass_[from] - size_of(b) * belief(b)) / size);
  }
  // The mean of a group without the block itself.
  float rest(const Sum& sum, size_t b) const {
    const double size = sum.size - size_of(b);
    return sum.count < 2 || size <= 0 ? -1.f : static_cast<float>((sum.mass - size_of(b) * belief(b)) / size);
  }

  void look_around() {
    sure_before_.assign(count_, kFar), sure_after_.assign(count_, kFar);
    heading_.assign(count_, kNone), section_mean_.assign(count_, -1);
    uint32_t last = kNone, heading = kNone;
    for (uint32_t b = 0; b < count_; ++b) {
      if (last != kNone) sure_before_[b] = std::min(b - last, kFar);
      if (scores_[b] > kSure) last = b;
      heading_[b] = heading;
      if (blocks_[b].is_heading()) heading = b;
    }
    last = kNone;
    for (auto b = static_cast<uint32_t>(count_); b-- > 0;) {
      if (last != kNone) sure_after_[b] = std::min(last - b, kFar);
      if (scores_[b] > kSure) last = b;
    }
    for (uint32_t from = 0; from < count_;) {  // from one heading to the next
      uint32_t to = from + 1;
      while (to < count_ && !blocks_[to].is_heading()) ++to;
      for (uint32_t b = from; b < to; ++b) {
        const double size = total_[to] - total_[from] - size_of(b);
        if (size > 1)
          section_mean_[b] = static_cast<float>((mass_[to] - mass_[from] - size_of(b) * belief(b)) / size);
      }
      from = to;
    }
    // Runs of blocks that are believed, with short gaps; what stands between two belongs to the nearer
    // heavier one.
    run_part_.assign(count_, 0), run_first_.assign(count_, 0);
    bool first = true;
    for (uint32_t from = 0; from < count_;) {
      if (scores_[from] <= 0) {
        ++from;
        continue;
      }
      uint32_t end = from + 1;
      for (uint32_t at = end; at < count_ && at - end < kGap; ++at)
        if (scores_[at] > 0) end = at + 1;
      const float held = part(from, end);
      for (uint32_t b = from - std::min(from, kGap); b < std::min<size_t>(end + kGap, count_); ++b)
        if (held > run_part_[b]) run_part_[b] = held, run_first_[b] = first;
      first = false;
      from = end;
    }
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  const std::vector<Block>& blocks_;
  std::span<const float> features_;
  size_t width_, count_;
  std::vector<float> scores_;
  std::vector<double> total_, mass_;  // sums up to each block
  std::unordered_map<uint32_t, Sum> alike_, siblings_;
  float most_ = -kSurest;
  std::vector<uint32_t> sure_before_, sure_after_, heading_;
  std::vector<float> section_mean_, run_part_;
  std::vector<uint8_t> run_first_;
};

}  // namespace

std::span<const std::string_view> block_context_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> found;
    const auto tree = HtmlTree::parse("<p>x", PageLimits{});
    const PageBlocks page = cut_blocks(*tree);
    const std::vector<float> features(block_feature_names().size());
    const std::vector<double> scores(1);
    Context(*tree, page, features, scores).describe(0, [&](std::string_view name, float) {
      found.push_back(name);
    });
    return found;
  }();
  return names;
}

std::vector<float> block_context(const HtmlTree& tree, const PageBlocks& page,
                                 std::span<const float> features, std::span<const double> scores) {
  std::vector<float> rows;
  rows.reserve(block_context_names().size() * page.blocks.size());
  if (page.blocks.empty()) return rows;
  const Context context(tree, page, features, scores);
  for (uint32_t b = 0; b < page.blocks.size(); ++b)
    context.describe(b, [&](std::string_view, float value) { rows.push_back(value); });
  return rows;
}

}  // namespace hearsay
