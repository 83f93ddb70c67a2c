// The words of dates: months, days of the week, units, numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

enum class TimeUnit : uint8_t {
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kYear,
  kDecade,
  kCentury,
  kSeason
};

// All take lower case. Months are 1 to 12; "sept." and "sept" too. Nothing where the word is none.
[[nodiscard]] std::optional<int> month_of_word(std::string_view lower);
// 0 Monday ... 6 Sunday; with "mon.", "tues"; without plurals.
[[nodiscard]] std::optional<int> weekday_of_word(std::string_view lower);
struct UnitWord {
  TimeUnit unit;
  bool plural = false;
};
// "day", "weeks", "hrs". A season is a unit: "last summer". Seconds are none: "a second" is more often not
// time.
[[nodiscard]] std::optional<UnitWord> unit_of_word(std::string_view lower);
// "three" gives 3, "twenty-four" 24, "1,200" 1200, "a" nothing.
[[nodiscard]] std::optional<int> number_of_word(std::string_view lower);
// "3" and "3rd", "first" ... "thirty-first": 1 to 31.
[[nodiscard]] std::optional<int> day_of_word(std::string_view lower);
// Four digits from 1000 to 2199 and nothing else.
[[nodiscard]] std::optional<int> year_of_word(std::string_view word);
[[nodiscard]] bool is_part_of_day(std::string_view lower);  // morning, night, dawn ...

}  // namespace hearsay
