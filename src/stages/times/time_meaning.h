// What an expression of time means, before and after the day of publication is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/interval.h"
#include "stages/times/calendar_words.h"

namespace hearsay {

enum class MeaningKind : uint8_t {
  kNone,      // a duration or a set: no interval
  kDays,      // first_day to last_day: stands by itself
  kMonthDay,  // month, number (and number2 where it is a range of days of that month): the year is missing
  kMonth,     // month: the year is missing; relation
  kWeekday,   // number; relation
  kOffset,    // `number` units from the day of publication: "two weeks ago" is -2 weeks
  kStretch,   // the `number` units up to it (negative) or from it on
  kCalendar,  // the week, month, year ... that lies `number` away: "last week" is -1
  kAnchored,  // `number` units from the date named last: "three days earlier", "the next day"
};

enum class Relation : uint8_t { kNone, kLast, kThis, kNext };
// Which part of the whole; kBefore and kAfter: "earlier this week", "later this month".
enum class TimePart : uint8_t { kWhole, kEarly, kMiddle, kLate, kBefore, kAfter };

struct Meaning {
  MeaningKind kind = MeaningKind::kNone;
  // number2: of kMonthDay the last day; of kWeekday how many days, 0 for one; of kCalendar a day of that
  // week, 1 Monday.
  int number = 0, number2 = 0;
  int month = 0;     // 1 to 12; of kCalendar: that month of the year
  int weekday = -1;  // of kMonthDay, where the text names it: it tells the year
  int32_t first_day = 0, last_day = 0;
  TimeUnit unit = TimeUnit::kDay;
  Relation relation = Relation::kNone;
  TimePart part = TimePart::kWhole;
  bool since = false;  // reaches to the day of publication
  bool vague = false;  // "several days ago"
  std::string clock;   // "14:30" or "14:30+00:00": the hour of a single day
  [[nodiscard]] bool needs_page() const { return kind != MeaningKind::kNone && kind != MeaningKind::kDays; }
};

enum class Tense : uint8_t { kUnknown, kPast, kFuture };

struct DayRange {
  int32_t first = 0, last = 0;
};

// The days meant, for a page of that day. `anchor` is the date named last before, where there is one. Nothing
// where it can't be told.
[[nodiscard]] std::optional<DayRange> resolve(const Meaning& meaning, int32_t published, Tense tense,
                                              std::optional<DayRange> anchor);

[[nodiscard]] int32_t first_of_month(int year, int month);  // month may lie outside 1 to 12
[[nodiscard]] int32_t last_of_month(int year, int month);

// The days of `part` of [first, last].
[[nodiscard]] DayRange part_of_range(DayRange whole, TimePart part, int32_t published);

}  // namespace hearsay
