// Time as an interval of ISO 8601 dates, and the words or markup it rests on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/span.h"

namespace hearsay {

// [from, to], both inclusive: "2016-09-28", or "2016-09-28T15:59:00+03:00" where the hour is known (seconds
// and offset may be absent). An empty bound is open. Both empty: unknown.
struct Interval {
  std::string from;
  std::string to;

  [[nodiscard]] bool empty() const { return from.empty() && to.empty(); }
  [[nodiscard]] bool is_one_day() const {
    return !from.empty() && from.substr(0, 10) == (to.empty() ? to : to.substr(0, 10));
  }
  friend bool operator==(const Interval&, const Interval&) = default;
};

// A calendar day as days since 1970-01-01 (proleptic Gregorian). `civil_from_days` and back are exact for all
// years.
[[nodiscard]] int32_t days_from_civil(int year, int month, int day);
struct CivilDate {
  int year = 0, month = 0, day = 0;
};
[[nodiscard]] CivilDate civil_from_days(int32_t days);
[[nodiscard]] int weekday_of(int32_t days);  // 0 Monday ... 6 Sunday
[[nodiscard]] bool is_valid_date(int year, int month, int day);

[[nodiscard]] std::string iso_date(int32_t days);
// The day of "2016-09-28" or "2016-09-28T...". Nothing where the string does not begin with a valid date.
[[nodiscard]] std::optional<int32_t> parse_iso_day(std::string_view iso);
[[nodiscard]] inline Interval days_interval(int32_t first, int32_t last) {
  return {iso_date(first), iso_date(last)};
}

// Whether the two may share a day; an open end stretches without limit, an unknown interval overlaps nothing.
[[nodiscard]] bool overlap(const Interval& a, const Interval& b);

enum class DateEvidence : uint8_t { kNone, kMarkup, kUrl, kTextLine, kDateline, kInferred, kStory };
[[nodiscard]] std::string_view to_string(DateEvidence evidence);

// A date of the page and what it rests on. `words` are the markup's or line's own; `span` only where they
// stand in Document::text.
struct DatedInterval {
  Interval interval;
  DateEvidence evidence = DateEvidence::kNone;
  std::string words;
  Span span;
};

}  // namespace hearsay
