#include "stages/incidents/likeness.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr int kSharpDays = 3;  // an interval of at most so many days dates an event
constexpr int kNewsDays =
    3;  // an event without a time of its own happened at most so many days before it was reported

// Words that many parties share and that tell none from another.
constexpr std::array<std::string_view, 40> kCommon = {
    "the",       "a",          "an",     "of",        "in",       "and",       "at",       "least",
    "more",      "than",       "people", "person",    "persons",  "civilians", "civilian", "residents",
    "forces",    "government", "army",   "troops",    "soldiers", "fighters",  "rebels",   "rebel",
    "militants", "members",    "others", "officials", "men",      "women",     "children", "military",
    "police",    "their",      "his",    "its",       "two",      "three",     "several",  "dozens"};

std::vector<std::string> telling_words(std::string_view words) {
  std::vector<std::string> out(1);
  const std::string folded = fold(words);
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    if (is_letter(c)) {
      out.back().append(folded, begin, at - begin);
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  std::erase_if(out, [](const std::string& word) {
    return word.size() < 3 || std::find(kCommon.begin(), kCommon.end(), word) != kCommon.end();
  });
  return out;
}

bool share_a_word(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = telling_words(a), y = telling_words(b);
  return std::any_of(x.begin(), x.end(),
                     [&](const std::string& word) { return std::find(y.begin(), y.end(), word) != y.end(); });
}

// Width in days; a large number where an end is open.
int width(const Interval& interval) {
  const auto from = parse_iso_day(interval.from), to = parse_iso_day(interval.to);
  return from && to ? *to - *from + 1 : 100000;
}

}  // namespace

bool is_telling_party(std::string_view words) { return !telling_words(words).empty(); }

Interval days_of(const EventRow& row) {
  if (!row.when.empty()) return row.when;
  const auto from = parse_iso_day(row.published.from), to = parse_iso_day(row.published.to);
  if (!to) return {};
  return days_interval((from ? *from : *to) - kNewsDays, *to);
}

Likeness compare_times(const EventRow& a, const EventRow& b) {
  const Interval x = days_of(a), y = days_of(b);
  if (x.empty() || y.empty()) return Likeness::kUnknown;
  if (!overlap(x, y)) return Likeness::kDifferent;
  const bool both_told = !a.when.empty() && !b.when.empty();
  return both_told && width(x) <= kSharpDays && width(y) <= kSharpDays ? Likeness::kSame
                                                                       : Likeness::kCompatible;
}

Likeness compare_places(const EventRow& a, const EventRow& b) {
  if (a.where.empty() || b.where.empty()) return Likeness::kUnknown;
  if (a.gazetteer_id && a.gazetteer_id == b.gazetteer_id) return Likeness::kSame;
  const std::string x = fold(a.where), y = fold(b.where);
  if (x == y || share_a_word(x, y)) return Likeness::kSame;
  const bool a_is_country = !a.gazetteer_id && !a.where_country.empty(),
             b_is_country = !b.gazetteer_id && !b.where_country.empty();
  if (!a.where_country.empty() && a.where_country == b.where_country && a_is_country != b_is_country)
    return Likeness::kCompatible;
  return Likeness::kDifferent;
}

Likeness compare_parties(std::string_view words_a, std::string_view code_a, std::string_view words_b,
                         std::string_view code_b) {
  if (words_a.empty() || words_b.empty()) return Likeness::kUnknown;
  if (fold(words_a) == fold(words_b) || share_a_word(words_a, words_b)) return Likeness::kSame;
  const auto country = [](std::string_view code) { return code.substr(0, code.find(' ')); };
  if (code_a.empty() || code_b.empty()) return Likeness::kUnknown;
  return country(code_a) == country(code_b) ? Likeness::kCompatible : Likeness::kDifferent;
}

}  // namespace hearsay
