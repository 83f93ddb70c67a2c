// The grammar of expressions of time over the words of one sentence. Only time_parser.h is for others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/times/time_parser.h"

namespace hearsay {

// Each rule reads at a word and answers whether it fits; what it found stands in `found_` then.
class TimeParser {
 public:
  TimeParser(const Reading& r, uint32_t begin, uint32_t end, std::vector<FoundTime>& out)
      : r_(r), begin_(begin), end_(end), out_(out) {}
  void run();

 private:
  std::string_view low(uint32_t i) const;
  std::string_view word(uint32_t i) const;
  std::string_view before(uint32_t i) const;
  bool capital(uint32_t i) const;
  bool is_number(uint32_t i) const;
  // Cheap refusal of the many words that can begin no expression.
  bool is_candidate(uint32_t i) const;
  bool take(uint32_t first, uint32_t last, TimeKind kind, const Meaning& meaning);
  bool at(uint32_t i);

  // ---- numbers of a date ----

  std::optional<int> day_number(uint32_t i) const;
  std::optional<int> digits_day(uint32_t i) const;
  // A month by name. May, March and the short forms need something of a date beside them.
  std::optional<int> month(uint32_t i) const;
  // ", 2016" or " 2016" after a day or month.
  std::optional<int> year_after(uint32_t i, uint32_t& next) const;
  Meaning days(int32_t first, int32_t last) const;
  // A day of a month with or without its year, and the clock or part of day behind it.
  bool take_day(uint32_t first, uint32_t next, int month, int day, int day2,
                TimePart part = TimePart::kWhole);
  // Adds a part of day, an hour, or an hour before the date.
  bool with_clock(uint32_t first, uint32_t last, Meaning m);

  // ---- dates that stand by themselves or lack only the year ----

  bool absolute(uint32_t i);
  // "3-5" before a month; 2031-03-05, 5.3.2031, 5/3/2031.
  bool digits_date(uint32_t i);
  bool years(uint32_t first, uint32_t last, int from, int to);
  // September 12, Sept. 9-11, September 2016, September
  bool month_first(uint32_t i);
  std::optional<std::pair<int, int>> hyphened_days(uint32_t i) const;
  // A month without day and year. "May" and "March" are words too, "April" and "June" names of persons.
  bool bare_month(uint32_t i, int m);
  bool take_month_of_year(uint32_t first, uint32_t last, int month, int away);

  // ---- days of the week ----

  bool weekday(uint32_t i);
  // "Tuesday last week": its number beyond the week says which.
  static Meaning shifted_weekday(Meaning m, int weeks);

  // ---- yesterday, today, overnight ----

  bool named_day(uint32_t i);
  // An hour before its day: "midnight on Friday", "09:40 on 5 March".
  bool at_hour_on(uint32_t first, uint32_t on, std::string clock);
  bool clock_alone(uint32_t i);

  // ---- last week, this month, next year ----

  std::optional<int> away(std::string_view w) const;
  bool relative(uint32_t i);

  // ---- early March, late last year, the end of 2030, mid-September ----

  bool part_of(uint32_t i);
  bool take_bare(uint32_t i, int m);
  // "the end of the week", "the end of the year"
  bool unit_here(uint32_t k);
  bool hyphened_mid(uint32_t k);

  // ---- three days ago, three days earlier, within 48 hours, for two weeks ----

  bool counted(uint32_t i);
  bool duration_stands(uint32_t i) const;
  // "two-day", "48-hour", "three-month-long"
  bool two_in_one(uint32_t i);

  // ---- from the date named last ----

  bool anchored(uint32_t i);

  // ---- since, from ... to, between ... and ----

  bool since(uint32_t i);
  bool take_any_month(uint32_t k);
  bool ranged(uint32_t i);

  // ---- years ----

  bool year_value(uint32_t k, bool trusted);
  bool year_alone(uint32_t i);
  // Four digits are a year after a preposition or article; not before what they count, nor after a currency
  // sign or a verb.
  bool year_stands(uint32_t k, int year) const;
  bool decade(uint32_t i);

  // ---- sets ----

  bool sets(uint32_t i);
  const Reading& r_;
  uint32_t begin_, end_;
  std::vector<FoundTime>& out_;
  FoundTime found_;
};

}  // namespace hearsay
