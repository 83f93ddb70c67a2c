#include "stages/stories/stories.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <unordered_map>

namespace hearsay {
namespace {

constexpr size_t kKeyTerms = 10;     // of a page, by weight
constexpr int kBucketDays = 7;       // a page also meets those of the next bucket
constexpr int kNear = 3, kFar = 14;  // days between two pages of one story
constexpr double kNearSimilarity = 0.17, kFarSimilarity = 0.27, kUndatedSimilarity = 0.45;
constexpr double kBackgroundPages =
    500;  // a small record can't tell which names are rare: it is taken as part of a larger one
constexpr double kTitleWordWeight = 0.5;
constexpr int kVagueDays = 10;  // an interval wider than this does not date a page

struct Days {
  int32_t first = 0, last = 0;
};

// The days of publication; nothing where they are not known to within `kVagueDays`.
std::optional<Days> dated(const StoryRow& row) {
  const auto from = parse_iso_day(row.published.from), to = parse_iso_day(row.published.to);
  if (!from || !to || *to - *from > kVagueDays) return std::nullopt;
  return Days{*from, *to};
}

int gap(const Days& a, const Days& b) { return std::max({0, a.first - b.last, b.first - a.last}); }

}  // namespace

double term_similarity(const StoryRow& a, const StoryRow& b) {
  double dot = 0, norm_a = 0, norm_b = 0;
  std::unordered_map<std::string_view, double> weights;
  for (size_t i = 0; i < a.terms.size(); ++i) {
    weights.emplace(a.terms[i], a.weights[i]);
    norm_a += a.weights[i] * a.weights[i];
  }
  for (size_t i = 0; i < b.terms.size(); ++i) {
    norm_b += b.weights[i] * b.weights[i];
    if (const auto found = weights.find(b.terms[i]); found != weights.end())
      dot += found->second * b.weights[i];
  }
  return norm_a > 0 && norm_b > 0 ? dot / std::sqrt(norm_a * norm_b) : 0;
}

void weigh_terms(std::vector<StoryRow>& rows) {
  std::unordered_map<std::string, uint32_t> documents;
  for (const StoryRow& row : rows)
    for (const std::string& term : row.terms) ++documents[term];
  const double count = static_cast<double>(rows.size());
  for (StoryRow& row : rows) {
    row.weights.clear();
    for (size_t i = 0; i < row.terms.size(); ++i) {
      // Zipf's law stands in for the term's frequency in the page, of which only the rank is kept.
      const double frequency = 1 / (1 + 0.08 * static_cast<double>(i));
      const double kind = row.terms[i].starts_with("title:") ? kTitleWordWeight : 1;
      row.weights.push_back(kind * frequency *
                            std::log(1 + (count + kBackgroundPages) / documents[row.terms[i]]));
    }
  }
}

std::vector<std::string> StoryStage::keys(const StoryRow& row) const {
  std::vector<size_t> order(row.terms.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return row.weights[a] > row.weights[b]; });
  if (order.size() > kKeyTerms) order.resize(kKeyTerms);

  std::vector<std::string> keys;
  const std::optional<Days> days = dated(row);
  for (size_t rank = 0; rank < order.size(); ++rank) {
    const std::string& term = row.terms[order[rank]];
    if (days) {
      for (int bucket = days->first / kBucketDays; bucket <= days->last / kBucketDays + 1; ++bucket)
        keys.push_back(term + "|" + std::to_string(bucket));
    }
    // Pages without a date meet the others by their most telling terms alone.
    if (!days || rank < 2) keys.push_back(term + "|");
  }
  if (row.copy_of) keys.push_back("copy|" + std::to_string(row.copy_of));
  return keys;
}

std::vector<Link> StoryStage::decide(std::span<const StoryRow* const> block) const {
  std::vector<Link> links;
  for (uint32_t a = 0; a < block.size(); ++a)
    for (uint32_t b = a + 1; b < block.size(); ++b) {
      const StoryRow& x = *block[a];
      const StoryRow& y = *block[b];
      if (x.copy_of && x.copy_of == y.copy_of) {
        links.push_back({a, b, "copies of one report"});
        continue;
      }
      const std::optional<Days> dx = dated(x), dy = dated(y);
      double needed = kUndatedSimilarity;
      if (dx && dy) {
        const int days = gap(*dx, *dy);
        if (days > kFar) continue;
        needed = days <= kNear
                     ? kNearSimilarity
                     : kNearSimilarity + (kFarSimilarity - kNearSimilarity) * (days - kNear) / (kFar - kNear);
      } else if (!x.published.empty() && !y.published.empty() && !overlap(x.published, y.published)) {
        continue;
      }
      const double similarity = term_similarity(x, y);
      if (similarity < needed) continue;
      std::string shared;
      int named = 0;
      for (const std::string& term : x.terms)
        if (named < 4 && !term.starts_with("title:") &&
            std::find(y.terms.begin(), y.terms.end(), term) != y.terms.end()) {
          shared += (named++ ? ", " : "") + term;
        }
      // Words of two headlines alone make no story.
      if (named < 2) continue;
      char figure[32];
      std::snprintf(figure, sizeof figure, "%.2f alike: ", similarity);
      links.push_back({a, b, figure + shared});
    }
  return links;
}

Story StoryStage::fold(std::span<const StoryRow* const> group, std::span<const Link> links) const {
  Story story;
  story.id = group[0]->id;
  for (const StoryRow* row : group) {
    story.documents.push_back(row->document);
    if (story.title.empty()) story.title = row->title;
    const std::optional<Days> days = dated(*row);
    if (!days) continue;
    const std::string from = iso_date(days->first), to = iso_date(days->last);
    if (story.interval.from.empty() || from < story.interval.from) story.interval.from = from;
    if (story.interval.to.empty() || to > story.interval.to) story.interval.to = to;
  }
  for (const Link& link : links)
    story.joins.push_back({group[link.a]->document, group[link.b]->document, link.reason});
  return story;
}

}  // namespace hearsay
