#include "stages/events/number_words.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "text/word_set.h"

namespace hearsay::events {
namespace {

constexpr auto kSingular = word_set("a an one another");
// Nouns that are many although they look like one.
constexpr auto kCollective = word_set(
    "people police personnel population public crew staff family group team army crowd military number "
    "majority rest minority force "
    "militia unit battalion convoy lot total series wave string community audience youth clergy leadership "
    "opposition government "
    "troops press media");

constexpr std::array<std::pair<std::string_view, int64_t>, 31> kWords = {{
    {"zero", 0},       {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
    {"five", 5},       {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
    {"ten", 10},       {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15},   {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20},    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
    {"seventy", 70},   {"eighty", 80},  {"ninety", 90},    {"dozen", 12},    {"score", 20},
    {"half-dozen", 6},
}};

std::optional<int64_t> small_number(std::string_view word) {
  for (const auto& [name, value] : kWords)
    if (name == word) return value;
  const size_t hyphen = word.find('-');
  if (hyphen != std::string_view::npos) {
    const auto tens = small_number(word.substr(0, hyphen)), ones = small_number(word.substr(hyphen + 1));
    if (tens && ones && *tens >= 20 && *ones > 0 && *ones < 10) return *tens + *ones;
  }
  return std::nullopt;
}

std::optional<double> digits(std::string_view word) {
  std::string plain;
  for (const char c : word) {
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.') return std::nullopt;
    plain += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (plain.empty() || error != std::errc() || end != plain.data() + plain.size() || value > 1e12)
    return std::nullopt;
  return value;
}

std::optional<int64_t> multiplier(std::string_view word) {
  if (word == "hundred") return 100;
  if (word == "thousand") return 1000;
  if (word == "million") return 1000000;
  if (word == "dozen") return 12;
  return std::nullopt;
}

struct Vague {
  std::string_view word;
  int64_t low, high;
};
constexpr std::array<Vague, 4> kVague = {
    {{"dozens", 24, 99}, {"scores", 40, 99}, {"hundreds", 200, 999}, {"thousands", 2000, 9999}}};

}  // namespace

std::optional<Number> plain_number(const PageView& view, uint32_t i, uint32_t end) {
  const std::string_view word = view.lower(i);
  if ((word == "tens" || word == "hundreds") && i + 2 < end && view.lower(i + 1) == "of" &&
      view.lower(i + 2) == "thousands") {
    const int64_t factor = word == "tens" ? 1 : 10;
    return Number{20000 * factor, 100000 * factor - 1, i, i + 3};
  }
  for (const Vague& vague : kVague)
    if (vague.word == word) return Number{vague.low, vague.high, i, i + 1};
  uint32_t j = i;
  double value = 0;
  if (const auto written = digits(word)) {
    value = *written;
  } else if (const auto named = small_number(word)) {
    value = static_cast<double>(*named);
  } else if ((word == "a" || word == "an") && i + 1 < end && multiplier(view.lower(i + 1))) {
    value = 1;
  } else {
    return std::nullopt;
  }
  ++j;
  while (j < end) {
    if (const auto factor = multiplier(view.lower(j))) {
      value *= static_cast<double>(*factor);
      ++j;
    } else if (view.lower(j) == "and" && j + 1 < end && value >= 100 && small_number(view.lower(j + 1))) {
      value += static_cast<double>(*small_number(view.lower(j + 1)));
      j += 2;
    } else {
      break;
    }
  }
  if (value != std::floor(value)) return std::nullopt;
  return Number{static_cast<int64_t>(value), static_cast<int64_t>(value), i, j};
}

std::optional<Number> number_of(const PageView& view, const Grammar& grammar, const Phrase& phrase,
                                Bounds scope) {
  if (phrase.empty()) return std::nullopt;
  (void)grammar;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (i > phrase.begin && view.word_class(i - 1) == WordClass::kClitic) break;
    auto number = plain_number(view, i, phrase.end);
    if (!number) continue;
    if (view.time(i) != kNone ||
        (i + 1 < scope.end && (view.lower(number->end) == "%" || view.lower(number->end) == "percent")))
      return std::nullopt;
    // "one of", "the two": the number of what is meant
    const auto word = [&](uint32_t back) {
      return i >= scope.begin + back ? view.lower(i - back) : std::string_view{};
    };
    if ((word(1) == "least" && word(2) == "at") ||
        (word(1) == "than" && (word(2) == "more" || word(2) == "fewer" || word(2) == "less")) ||
        (word(1) == "as" && word(2) == "many" && word(3) == "as") || (word(1) == "to" && word(2) == "up") ||
        (word(1) == "most" && word(2) == "at")) {
      const bool upper = word(2) == "fewer" || word(2) == "less" || word(2) == "up" ||
                         (word(1) == "most" && word(2) == "at") || word(1) == "as";
      (upper ? number->low : number->high) = -1;
      number->begin = i - 2;
    } else if (word(1) == "over" || word(1) == "some" || word(1) == "about" || word(1) == "nearly" ||
               word(1) == "almost" || word(1) == "around" || word(1) == "approximately" ||
               word(1) == "roughly") {
      if (word(1) == "over") number->high = -1;
      number->begin = i - 1;
    }
    // "10 to 15", "between 10 and 15"
    if (number->end + 1 < scope.end &&
        (view.lower(number->end) == "to" || (view.lower(number->end) == "and" && word(1) == "between"))) {
      if (const auto upper = plain_number(view, number->end + 1, scope.end);
          upper && upper->low > number->low) {
        number->high = upper->high;
        number->end = upper->end;
      }
    }
    return number;
  }
  if (view.lower(phrase.begin) == "no" || view.lower(phrase.begin) == "nobody" ||
      view.lower(phrase.begin) == "none")
    return Number{0, 0, phrase.begin, phrase.begin + 1};
  if (phrase.pronoun) return std::nullopt;
  const WordClass head = view.word_class(phrase.head);
  if (kCollective.contains(view.lower(phrase.head))) return std::nullopt;
  if (head == WordClass::kNoun && kSingular.contains(view.lower(phrase.begin)))
    return Number{1, 1, phrase.begin, phrase.begin + 1};
  const uint32_t mention = view.narrow_mention(phrase.head);
  if (mention != kNone && view.document().mentions[mention].actor != kNone &&
      view.document().actors[view.document().mentions[mention].actor].kind == ActorKind::kPerson &&
      head == WordClass::kName)
    return Number{1, 1, phrase.begin, phrase.end};
  return std::nullopt;
}

}  // namespace hearsay::events
