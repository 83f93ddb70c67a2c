#include "stages/times/calendar_words.h"

#include <array>
#include <string>

#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 20> kSmall = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 20> kOrdinals = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr auto kPartsOfDay = word_set(
    "morning afternoon evening night dawn dusk noon midnight midday lunchtime nightfall sunrise sunset");

template <size_t N>
std::optional<int> index_of(const std::array<std::string_view, N>& names, std::string_view word) {
  for (size_t i = 0; i < N; ++i) {
    if (!names[i].empty() && names[i] == word) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> digits(std::string_view word, size_t most) {
  if (word.empty() || word.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c == ',') continue;
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<int> month_of_word(std::string_view lower) {
  if (lower.size() < 3 || lower.size() > 9) return std::nullopt;
  if (lower.ends_with('.')) lower.remove_suffix(1);
  if (const auto whole = index_of(kMonths, lower)) return *whole + 1;
  if (lower == "sept") return 9;
  if (lower.size() != 3 || lower == "may") return std::nullopt;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].substr(0, 3) == lower) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::optional<int> weekday_of_word(std::string_view lower) {
  if (lower.size() < 3 || lower.size() > 9) return std::nullopt;
  if (const auto whole = index_of(kWeekdays, lower)) return whole;
  if (!lower.ends_with('.'))
    return lower == "tues" ? 1 : lower == "thurs" ? std::optional<int>(3) : std::nullopt;
  lower.remove_suffix(1);
  if (lower == "tues") return 1;
  if (lower == "thur" || lower == "thurs") return 3;
  if (lower.size() != 3) return std::nullopt;
  for (size_t i = 0; i < kWeekdays.size(); ++i) {
    if (kWeekdays[i].substr(0, 3) == lower) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<UnitWord> unit_of_word(std::string_view lower) {
  struct Entry {
    std::string_view one, many;
    TimeUnit unit;
  };
  static constexpr std::array<Entry, 16> kUnits = {{
      {"minute", "minutes", TimeUnit::kMinute},
      {"hour", "hours", TimeUnit::kHour},
      {"day", "days", TimeUnit::kDay},
      {"night", "nights", TimeUnit::kDay},
      {"week", "weeks", TimeUnit::kWeek},
      {"fortnight", "fortnights", TimeUnit::kWeek},
      {"weekend", "weekends", TimeUnit::kWeekend},
      {"month", "months", TimeUnit::kMonth},
      {"year", "years", TimeUnit::kYear},
      {"decade", "decades", TimeUnit::kDecade},
      {"century", "centuries", TimeUnit::kCentury},
      {"hr", "hrs", TimeUnit::kHour},
      {"summer", "summers", TimeUnit::kSeason},
      {"winter", "winters", TimeUnit::kSeason},
      {"spring", "springs", TimeUnit::kSeason},
      {"autumn", "autumns", TimeUnit::kSeason},
  }};
  if (lower.size() < 2 || lower.size() > 10) return std::nullopt;
  for (const Entry& e : kUnits) {
    if (lower == e.one) return UnitWord{e.unit, false};
    if (lower == e.many) return UnitWord{e.unit, true};
  }
  return std::nullopt;
}

std::optional<int> number_of_word(std::string_view lower) {
  if (lower.empty()) return std::nullopt;
  if (lower[0] >= '0' && lower[0] <= '9') return digits(lower, 7);
  if (const auto small = index_of(kSmall, lower)) return small;
  const size_t hyphen = lower.find('-');
  if (const auto ten = index_of(kTens, lower.substr(0, hyphen))) {
    const int tens = (*ten + 2) * 10;
    if (hyphen == std::string_view::npos) return tens;
    const auto one = index_of(kSmall, lower.substr(hyphen + 1));
    return one && *one > 0 && *one < 10 ? std::optional<int>(tens + *one) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<int> day_of_word(std::string_view lower) {
  std::optional<int> day;
  if (!lower.empty() && lower[0] >= '0' && lower[0] <= '9') {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (lower.size() > 2 && lower.ends_with(ending)) lower.remove_suffix(2);
    }
    day = digits(lower, 2);
  } else if (lower == "twentieth") {
    day = 20;
  } else if (lower == "thirtieth") {
    day = 30;
  } else if (lower == "thirty-first") {
    day = 31;
  } else if (lower.starts_with("twenty-")) {
    day = index_of(kOrdinals, lower.substr(7));
    if (day) day = *day < 10 ? std::optional<int>(20 + *day) : std::nullopt;
  } else {
    day = index_of(kOrdinals, lower);
  }
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::optional<int> year_of_word(std::string_view word) {
  if (word.size() != 4) return std::nullopt;
  const auto year = digits(word, 4);
  return year && *year >= 1000 && *year < 2200 && word.find(',') == std::string_view::npos ? year
                                                                                           : std::nullopt;
}

bool is_part_of_day(std::string_view lower) { return kPartsOfDay.contains(lower); }

}  // namespace hearsay
