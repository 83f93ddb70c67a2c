#include "stages/times/time_meaning.h"

#include <algorithm>
#include <cstdlib>

namespace hearsay {

int32_t first_of_month(int year, int month) {
  const int zero = year * 12 + month - 1;
  return days_from_civil(zero / 12, zero % 12 + 1, 1);
}

int32_t last_of_month(int year, int month) { return first_of_month(year, month + 1) - 1; }

DayRange part_of_range(DayRange whole, TimePart part, int32_t published) {
  const int32_t third = (whole.last - whole.first + 1) / 3;
  switch (part) {
    case TimePart::kWhole:
      return whole;
    case TimePart::kEarly:
      return {whole.first, whole.first + std::max(third - 1, 0)};
    case TimePart::kMiddle:
      return {whole.first + third, whole.last - third};
    case TimePart::kLate:
      return {whole.last - std::max(third - 1, 0), whole.last};
    case TimePart::kBefore:
      return {whole.first, std::clamp(published - 1, whole.first, whole.last)};
    case TimePart::kAfter:
      return {std::clamp(published, whole.first, whole.last), whole.last};
  }
  return whole;
}

namespace {

// Whole units from a date: the same day of another month, the last one where that month is shorter.
int32_t shift(int32_t day, int number, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMinute:
      return day;
    case TimeUnit::kHour:
      return day + (number >= 0 ? (number + 12) / 24 : -((-number + 12) / 24));
    case TimeUnit::kDay:
      return day + number;
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return day + 7 * number;
    default:
      break;
  }
  const int months = unit == TimeUnit::kMonth     ? 1
                     : unit == TimeUnit::kDecade  ? 120
                     : unit == TimeUnit::kCentury ? 1200
                                                  : 12;
  const CivilDate date = civil_from_days(day);
  const int32_t first = first_of_month(date.year, date.month + number * months);
  const CivilDate to = civil_from_days(first);
  return std::min(first + date.day - 1, last_of_month(to.year, to.month));
}

DayRange calendar_unit(int32_t day, int number, TimeUnit unit) {
  const CivilDate date = civil_from_days(day);
  const int32_t monday = day - weekday_of(day) + 7 * number;
  switch (unit) {
    case TimeUnit::kWeek:
      return {monday, monday + 6};
    // On a Monday "this weekend" may still be the last one; the calendar's is taken.
    case TimeUnit::kWeekend:
      return {monday + 5, monday + 6};
    case TimeUnit::kMonth:
      return {first_of_month(date.year, date.month + number), last_of_month(date.year, date.month + number)};
    case TimeUnit::kYear:
      return {days_from_civil(date.year + number, 1, 1), days_from_civil(date.year + number, 12, 31)};
    case TimeUnit::kDecade: {
      const int year = (date.year / 10 + number) * 10;
      return {days_from_civil(year, 1, 1), days_from_civil(year + 9, 12, 31)};
    }
    case TimeUnit::kCentury: {
      const int year = ((date.year - 1) / 100 + number) * 100 + 1;
      return {days_from_civil(year, 1, 1), days_from_civil(year + 99, 12, 31)};
    }
    default:
      return {day + number, day + number};
  }
}

// The number of units ago, as wide as people mean it: a day for days, a week for several weeks, the month,
// the year.
DayRange offset(int32_t day, const Meaning& m) {
  const int32_t to = shift(day, m.number, m.unit);
  if (m.vague) {
    const int32_t width = m.unit == TimeUnit::kDay     ? 3
                          : m.unit == TimeUnit::kWeek  ? 14
                          : m.unit == TimeUnit::kMonth ? 60
                          : m.unit == TimeUnit::kYear  ? 730
                                                       : 1;
    return {to - width, m.number < 0 ? std::min(to + width, day) : std::max(to + width, day)};
  }
  switch (m.unit) {
    case TimeUnit::kWeek:
      if (m.number == 1 || m.number == -1) return {to, to};
      return {to - 3, to + 3};
    case TimeUnit::kMonth:
      return calendar_unit(to, 0, TimeUnit::kMonth);
    case TimeUnit::kYear:
      return calendar_unit(to, 0, TimeUnit::kYear);
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
      return {to - 365, to + 365};
    default:
      return {to, to};
  }
}

std::optional<int32_t> month_day(int year, int month, int day) {
  if (!is_valid_date(year, month, day)) return std::nullopt;
  return days_from_civil(year, month, day);
}

// The year that the text leaves out. News looks back: the last such day, unless the words look forward, or
// the last one is most of a year away and the next one near.
std::optional<DayRange> without_year(const Meaning& m, int32_t published, Tense tense) {
  const int year = civil_from_days(published).year;
  std::optional<int32_t> past, future;
  for (int y = year - 4; y <= year + 4; ++y) {  // four years: 29 February
    const auto day = month_day(y, m.month, m.number);
    if (!day) continue;
    if (m.weekday >= 0 && weekday_of(*day) == m.weekday && std::abs(*day - published) < 400)
      return DayRange{*day, *day};
    if (*day <= published) past = day;
    if (*day >= published && !future) future = day;
  }
  if (!past || !future) return std::nullopt;
  const int32_t back = published - *past, ahead = *future - published;
  const bool forward =
      tense == Tense::kFuture ? ahead < 330 : back > 270 && ahead < 95 && tense != Tense::kPast;
  const int32_t first = forward ? *future : *past;
  return DayRange{first, first + std::max(0, m.number2 - m.number)};
}

DayRange month_without_year(const Meaning& m, int32_t published, Tense tense) {
  const CivilDate date = civil_from_days(published);
  int year = date.year;
  switch (m.relation) {
    case Relation::kLast:
      year -= m.month >= date.month ? 1 : 0;
      break;
    case Relation::kNext:
      year += m.month <= date.month ? 1 : 0;
      break;
    case Relation::kThis:
      break;
    case Relation::kNone:
      if (tense == Tense::kFuture)
        year += m.month < date.month ? 1 : 0;
      else
        year -= m.month > date.month ? 1 : 0;
  }
  return {first_of_month(year, m.month), last_of_month(year, m.month)};
}

DayRange weekday(const Meaning& m, int32_t published, Tense tense) {
  const int32_t back = (weekday_of(published) - m.number + 7) % 7,
                ahead = (m.number - weekday_of(published) + 7) % 7;
  int32_t day = published - back;
  switch (m.relation) {
    case Relation::kLast:
      day = published - (back ? back : 7);
      break;
    case Relation::kNext:
      day = published + (ahead ? ahead : 7);
      break;
    case Relation::kThis:
      day = published - weekday_of(published) + m.number;
      break;
    case Relation::kNone:
      if (tense == Tense::kFuture) day = published + ahead;
      // "From Monday to Friday", told on a Tuesday, began the day before; told as past, all of it lies
      // behind.
      else if (m.number2 && tense == Tense::kPast && day + m.number2 - 1 > published)
        day -= 7;
  }
  return {day, day + std::max(0, m.number2 - 1)};
}

}  // namespace

std::optional<DayRange> resolve(const Meaning& m, int32_t published, Tense tense,
                                std::optional<DayRange> anchor) {
  std::optional<DayRange> range;
  switch (m.kind) {
    case MeaningKind::kNone:
      return std::nullopt;
    case MeaningKind::kDays:
      range = DayRange{m.first_day, m.last_day};
      break;
    case MeaningKind::kMonthDay:
      range = without_year(m, published, tense);
      break;
    case MeaningKind::kMonth:
      range = month_without_year(m, published, tense);
      break;
    case MeaningKind::kWeekday:
      range = weekday(m, published, tense);
      break;
    case MeaningKind::kOffset:
      range = offset(published, m);
      break;
    case MeaningKind::kStretch: {
      const int32_t end = shift(published, m.number, m.unit);
      range = m.number < 0 ? DayRange{std::min(end, published), published}
                           : DayRange{published, std::max(end, published)};
      break;
    }
    case MeaningKind::kCalendar:
      if (m.unit == TimeUnit::kSeason) return std::nullopt;
      range = calendar_unit(published, m.number, m.unit);
      if (m.month) {  // "February this year"
        const int year = civil_from_days(range->first).year;
        range = DayRange{first_of_month(year, m.month), last_of_month(year, m.month)};
        break;
      }
      if (m.number2) {  // "Tuesday last week"
        range = DayRange{range->first + m.number2 - 1, range->first + m.number2 - 1};
        break;
      }
      // "This week" as news uses it: so far, where it is told; what is left, where it is announced.
      if (m.number == 0 && m.part == TimePart::kWhole && tense != Tense::kFuture &&
          m.unit != TimeUnit::kDay && m.unit != TimeUnit::kWeekend)
        range->last = std::min(range->last, published);
      break;
    case MeaningKind::kAnchored: {
      if (!anchor) return std::nullopt;
      const int32_t day = shift(m.number < 0 ? anchor->first : anchor->last, m.number, m.unit);
      const bool coarse = m.unit == TimeUnit::kMonth || m.unit == TimeUnit::kYear;
      range = coarse ? calendar_unit(day, 0, m.unit) : m.number == 0 ? *anchor : DayRange{day, day};
      break;
    }
  }
  if (!range) return std::nullopt;
  if (m.part != TimePart::kWhole) range = part_of_range(*range, m.part, published);
  if (m.since) range->last = std::max(range->first, published);
  return range;
}

}  // namespace hearsay
