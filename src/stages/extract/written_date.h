// Dates as pages write them: in markup, in addresses, in lines of text. Gregorian, year 1900 ... 2199.
//
// English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Polish, Czech, Turkish,
// the Nordic languages and Indonesian month names; numbers in the usual orders; Chinese, Japanese and Korean
// year-month-day marks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/interval.h"

namespace hearsay {

struct WrittenDate {
  size_t begin = 0, end = 0;        // bytes of the text searched, the hour and the weekday included
  int year = 0;                     // 0: not written
  int month = 0, day = 0;           // day 0: only the month is written
  int weekday = -1;                 // as written, 0 Monday ... 6 Sunday; -1: none
  bool day_or_month_first = false;  // "04/05/2016": month and day could change places
  std::string clock;  // "14:27", "14:27:12", with an offset "+03:00" or "Z" where written; empty: none

  [[nodiscard]] bool is_day() const { return year != 0 && day != 0; }
  [[nodiscard]] bool has_weekday() const { return weekday >= 0; }
  // Whether the weekday written, if any, is the day's own.
  [[nodiscard]] bool weekday_agrees() const;
  [[nodiscard]] int32_t days() const { return days_from_civil(year, month, day); }
  // The day, or the moment where the hour is written; both days of an ambiguous date as a range. Needs
  // `is_day`.
  [[nodiscard]] Interval interval() const;
};

// All dates in running text that name at least a month and a day, or a month and a year, in order.
[[nodiscard]] std::vector<WrittenDate> find_dates(std::string_view text);

// The one date of an attribute or a JSON value: ISO 8601 in its looser forms, RFC 5322, "20160928",
// "20160928T15:59:00Z", seconds or milliseconds since 1970, or any form that `find_dates` knows.
[[nodiscard]] std::optional<WrittenDate> parse_date(std::string_view value);

// The day in the path of an address: /2016/09/28/, /2016-09-28-title, /20160928/, /2016/sep/28/, /28-09-2016.
// Year and month alone are none.
[[nodiscard]] std::optional<WrittenDate> date_in_path(std::string_view path);

// The month in the path of an address that names no day: /2016/09/title. `day` is 0.
[[nodiscard]] std::optional<WrittenDate> month_in_path(std::string_view path);

}  // namespace hearsay
