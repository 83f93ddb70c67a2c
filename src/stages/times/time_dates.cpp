#include <algorithm>

#include "stages/times/clock.h"
#include "stages/times/time_grammar.h"
#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

using W = WordClass;

constexpr auto kYearPrepositions = word_set(
    "in since of from until till by during before after early late mid between through to for circa around "
    "throughout");
constexpr auto kMonthPrepositions = word_set(
    "in since until till by from of during before after early late mid between through to this last next "
    "every each past coming for around");
// Capitalised weekdays that are part of a name.
constexpr auto kNamedDays = word_set("black bloody good super ash palm easter holy cyber fat");
constexpr auto kAfterNamedDay = word_set(
    "times mail telegraph mirror express post herald tribune independent world review agreement club night "
    "star sun school");
constexpr auto kPublicThings = word_set("prayers prayer");

}  // namespace

std::optional<int> TimeParser::day_number(uint32_t i) const {
  if (!is_number(i) && r_.shape(i).kind != WordShape::Kind::kWord) return std::nullopt;
  return day_of_word(low(i));
}

std::optional<int> TimeParser::digits_day(uint32_t i) const {
  return is_number(i) ? day_of_word(low(i)) : std::nullopt;
}

std::optional<int> TimeParser::month(uint32_t i) const {
  return i < end_ && capital(i) ? month_of_word(low(i)) : std::nullopt;
}

std::optional<int> TimeParser::year_after(uint32_t i, uint32_t& next) const {
  const uint32_t at = low(i) == "," || low(i) == "of" ? i + 1 : i;
  const auto year = at < end_ && is_number(at) ? year_of_word(word(at)) : std::nullopt;
  if (year && (at == i || *year > 1500)) {
    next = at + 1;
    return year;
  }
  return std::nullopt;
}

Meaning TimeParser::days(int32_t first, int32_t last) const {
  Meaning m;
  m.kind = MeaningKind::kDays;
  m.first_day = first;
  m.last_day = last;
  return m;
}

bool TimeParser::take_day(uint32_t first, uint32_t next, int month, int day, int day2, TimePart part) {
  uint32_t last = next;
  const auto year = year_after(next, last);
  Meaning m;
  if (year) {
    if (!is_valid_date(*year, month, day) || (day2 && !is_valid_date(*year, month, day2))) return false;
    m = days(days_from_civil(*year, month, day), days_from_civil(*year, month, day2 ? day2 : day));
  } else {
    if (!is_valid_date(2000, month, day) || (day2 && (day2 < day || !is_valid_date(2000, month, day2))))
      return false;
    m.kind = MeaningKind::kMonthDay;
    m.month = month;
    m.number = day;
    m.number2 = day2 ? day2 : day;
    last = next;
    if (low(next) == "this" && low(next + 1) == "year") last = next + 2;
  }
  m.part = part;
  return with_clock(first, last, m);
}

bool TimeParser::with_clock(uint32_t first, uint32_t last, Meaning m) {
  TimeKind kind = TimeKind::kDate;
  uint32_t i = last;
  if (is_part_of_day(low(i))) {
    last = ++i;
    kind = TimeKind::kTime;
  }
  if (low(i) == "," || low(i) == "at") {
    if (const auto clock = read_clock(r_, low(i) == "," && low(i + 1) == "at" ? i + 2 : i + 1, end_)) {
      m.clock = clock->iso;
      last = clock->last;
      kind = TimeKind::kTime;
    }
  } else if (const auto clock = read_clock(r_, i, end_); clock && clock->sure) {
    m.clock = clock->iso;
    last = clock->last;
    kind = TimeKind::kTime;
  }
  return take(first, last, kind, m);
}

bool TimeParser::absolute(uint32_t i) {
  if (is_number(i)) {
    if (digits_date(i)) return true;
    // 12 March 2031, 12th of March
    const auto day = digits_day(i);
    if (!day) return false;
    uint32_t k = i + 1;
    if (low(k) == "of") ++k;
    if (const auto m = month(k)) return take_day(i, k + 1, *m, *day, 0);
    // 3-5 March, 3 to 5 March
    std::optional<int> day2;
    if ((low(k) == "-" || low(k) == "\u2013" || low(k) == "to" || low(k) == "and" || low(k) == "or") &&
        digits_day(k + 1)) {
      day2 = digits_day(k + 1);
      k += 2;
      if (const auto m = month(k)) return take_day(i, k + 1, *m, *day, low(k - 2) == "or" ? 0 : *day2);
    }
    return false;
  }
  if (low(i) == "the" && day_number(i + 1) && low(i + 2) == "of" && month(i + 3))
    return take_day(i + 1, i + 4, *month(i + 3), *day_number(i + 1), 0);
  return false;
}

bool TimeParser::digits_date(uint32_t i) {
  const std::string_view w = word(i);
  int parts[3] = {0, 0, 0}, lengths[3] = {0, 0, 0}, count = 0;
  char mark = 0;
  for (const char c : w) {
    if (c >= '0' && c <= '9') {
      if (count > 2 || ++lengths[count] > 4) return false;
      parts[count] = parts[count] * 10 + (c - '0');
    } else if (c == '.' || c == '/' || c == '-') {
      if (mark && mark != c) return false;
      mark = c;
      ++count;
    } else {
      return false;
    }
  }
  if (count == 1 && mark == '-' && lengths[0] <= 2 && lengths[1] <= 2 && month(i + 1))
    return parts[0] >= 1 && parts[1] > parts[0] && parts[1] <= 31 &&
           take_day(i, i + 2, *month(i + 1), parts[0], parts[1]);
  if (count == 1 && mark == '-' && lengths[0] == 4 && (lengths[1] == 4 || lengths[1] == 2))
    return years(i, i + 1, parts[0], lengths[1] == 2 ? parts[0] / 100 * 100 + parts[1] : parts[1]);
  if (count != 2) return false;
  if (lengths[0] == 4 && lengths[1] == 2 && lengths[2] == 2 && is_valid_date(parts[0], parts[1], parts[2])) {
    const int32_t day = days_from_civil(parts[0], parts[1], parts[2]);
    return take(i, i + 1, TimeKind::kDate, days(day, day));
  }
  if (lengths[2] != 4 || lengths[0] > 2 || lengths[1] > 2 || mark == '-') return false;
  const bool day_first = is_valid_date(parts[2], parts[1], parts[0]);
  const bool month_first = mark == '/' && is_valid_date(parts[2], parts[0], parts[1]);
  if (!day_first && !month_first) return false;
  // 3/4/2031 is read both ways in the world: no interval.
  if (day_first && month_first && parts[0] != parts[1]) return take(i, i + 1, TimeKind::kDate, Meaning{});
  const int32_t day = day_first ? days_from_civil(parts[2], parts[1], parts[0])
                                : days_from_civil(parts[2], parts[0], parts[1]);
  return take(i, i + 1, TimeKind::kDate, days(day, day));
}

bool TimeParser::years(uint32_t first, uint32_t last, int from, int to) {
  if (from < 1500 || to < from || to > 2200 || to - from > 300) return false;
  return take(first, last, TimeKind::kDate, days(days_from_civil(from, 1, 1), days_from_civil(to, 12, 31)));
}

bool TimeParser::month_first(uint32_t i) {
  const auto m = month(i);
  if (!m) return false;
  // "March 6", "March 6th", "March 3-5", "March 3 to 5"
  if (is_number(i + 1)) {
    if (const auto day = digits_day(i + 1)) {
      uint32_t next = i + 2;
      int day2 = 0;
      if ((low(next) == "-" || low(next) == "\u2013" || low(next) == "to") && digits_day(next + 1) &&
          !month(next + 2)) {
        day2 = *digits_day(next + 1);
        next += 2;
      }
      // "May 3,000 people": no date; "March 6.5" is cut as one word.
      return take_day(i, next, *m, *day, day2);
    }
    if (const auto two = hyphened_days(i + 1)) return take_day(i, i + 2, *m, two->first, two->second);
  }
  uint32_t next = i + 1;
  if (const auto year = year_after(i + 1, next); year && *year > 1500)
    return take(i, next, TimeKind::kDate, days(first_of_month(*year, *m), last_of_month(*year, *m)));
  return bare_month(i, *m);
}

std::optional<std::pair<int, int>> TimeParser::hyphened_days(uint32_t i) const {
  const std::string_view w = word(i);
  const size_t hyphen = w.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen > 2 || w.size() - hyphen > 3)
    return std::nullopt;
  const auto a = day_of_word(w.substr(0, hyphen)), b = day_of_word(w.substr(hyphen + 1));
  if (!a || !b || *b <= *a) return std::nullopt;
  return std::make_pair(*a, *b);
}

bool TimeParser::bare_month(uint32_t i, int m) {
  const std::string_view prior = before(i), after = low(i + 1);
  // June Orvel, April Smith: a name goes on.
  if (capital(i + 1) && r_[i + 1] == W::kName && !is_possessor_mark(word(i + 1))) return false;
  const bool doubtful = m == 3 || m == 5 || word(i).size() < 4;
  if (doubtful && !kMonthPrepositions.contains(prior)) {
    const bool noun_follows = prior == "the" && i + 1 < end_ && is_noun(r_[i + 1]) && !capital(i + 1);
    const bool owner = is_possessor_mark(word(i + 1)) && m == 3 && prior != "the";
    if (!noun_follows && !owner) return false;
  }
  if (doubtful && prior == "to" && i + 1 < end_ && is_verb(r_[i + 1])) return false;
  Meaning meaning;
  meaning.kind = MeaningKind::kMonth;
  meaning.month = m;
  uint32_t last = i + 1;
  if ((after == "this" || after == "last" || after == "next" || after == "of") &&
      (low(i + 2) == "year" || (low(i + 2) == "this" && low(i + 3) == "year") ||
       (low(i + 2) == "last" && low(i + 3) == "year"))) {
    last = low(i + 2) == "year" ? i + 3 : i + 4;
    const std::string_view which = low(last - 2);
    return take_month_of_year(i, last, m, which == "last" ? -1 : which == "next" ? 1 : 0);
  }
  return take(i, last, TimeKind::kDate, meaning);
}

bool TimeParser::take_month_of_year(uint32_t first, uint32_t last, int month, int away) {
  Meaning m;
  m.kind = MeaningKind::kCalendar;
  m.unit = TimeUnit::kYear;
  m.number = away;
  m.month = month;  // of that year
  return take(first, last, TimeKind::kDate, m);
}

bool TimeParser::weekday(uint32_t i) {
  if (!capital(i)) return false;
  std::string_view w = low(i);
  if (w.size() > 6 && w.ends_with("days")) {  // Fridays
    if (weekday_of_word(w.substr(0, w.size() - 1))) return take(i, i + 1, TimeKind::kSet, Meaning{});
  }
  const auto day = weekday_of_word(w);
  if (!day) return false;
  const std::string_view prior = before(i);
  if (kNamedDays.contains(prior) && r_.shape(i - 1).capital) return false;
  if (capital(i + 1) && kAfterNamedDay.contains(low(i + 1))) return false;
  if (kPublicThings.contains(low(i + 1))) return false;
  // Wednesday, March 5, 2031 / Wednesday 5 March
  uint32_t k = i + 1;
  if (low(k) == "," || low(k) == "the") ++k;
  FoundTime kept = found_;
  if (k < end_ && (absolute(k) || (month(k) && month_first(k)))) {
    const bool dated =
        found_.meaning.kind == MeaningKind::kMonthDay ||
        (found_.meaning.kind == MeaningKind::kDays && found_.meaning.first_day == found_.meaning.last_day);
    if (dated) {
      found_.first = i;
      found_.meaning.weekday = *day;
      return true;
    }
  }
  found_ = kept;
  Meaning m;
  m.kind = MeaningKind::kWeekday;
  m.number = *day;
  if (low(i + 1) == "last" && low(i + 2) == "week") return with_clock(i, i + 3, shifted_weekday(m, -1));
  if (low(i + 1) == "next" && low(i + 2) == "week") return with_clock(i, i + 3, shifted_weekday(m, 1));
  if (low(i + 1) == "this" && low(i + 2) == "week") {
    m.relation = Relation::kThis;
    return with_clock(i, i + 3, m);
  }
  // Monday to Friday
  if ((low(i + 1) == "to" || low(i + 1) == "through" || low(i + 1) == "-" || low(i + 1) == "\u2013") &&
      capital(i + 2)) {
    if (const auto to = weekday_of_word(low(i + 2)); to && (low(i + 1) != "to" || before(i) == "from")) {
      m.number2 = ((*to - *day + 7) % 7) + 1;  // length in days
      return take(i, i + 3, TimeKind::kDate, m);
    }
  }
  return with_clock(i, i + 1, m);
}

Meaning TimeParser::shifted_weekday(Meaning m, int weeks) {
  m.kind = MeaningKind::kCalendar;
  m.unit = TimeUnit::kWeek;
  m.number2 = m.number + 1;  // the day of that week, from 1
  m.number = weeks;
  return m;
}

bool TimeParser::at_hour_on(uint32_t first, uint32_t on, std::string clock) {
  uint32_t k = on + 1;
  if (low(k) == "the") ++k;
  if (k >= end_ || !(absolute(k) || weekday(k) || month_first(k) || named_day(k))) return false;
  found_.first = first;
  found_.kind = TimeKind::kTime;
  if (found_.meaning.clock.empty()) found_.meaning.clock = std::move(clock);
  return true;
}

bool TimeParser::clock_alone(uint32_t i) {
  const auto clock = read_clock(r_, i, end_);
  if (!clock || !(clock->sure || before(i) == "at" || before(i) == "by" || before(i) == "around" ||
                  before(i) == "until" || before(i) == "before"))
    return false;
  uint32_t last = clock->last;
  uint32_t on = low(last) == "," ? last + 1 : last;
  if (low(on) == "on" && at_hour_on(i, on, clock->iso)) return true;
  if (const uint32_t k = last; k < end_ && (weekday(k) || named_day(k) || month_first(k))) {
    found_.first = i;
    found_.kind = TimeKind::kTime;
    if (found_.meaning.clock.empty()) found_.meaning.clock = clock->iso;
    return true;
  }
  Meaning m;
  m.clock = clock->iso;
  return take(i, last, TimeKind::kTime, m);
}

bool TimeParser::year_value(uint32_t k, bool trusted) {
  if (!is_number(k)) return false;
  const auto year = year_of_word(word(k));
  if (!year || *year < 1500) return false;
  if (!trusted && !year_stands(k, *year)) return false;
  if ((low(k + 1) == "-" || low(k + 1) == "\u2013") && is_number(k + 2)) {
    if (const auto to = year_of_word(word(k + 2)); to && years(k, k + 3, *year, *to)) return true;
  }
  return take(k, k + 1, TimeKind::kDate, days(days_from_civil(*year, 1, 1), days_from_civil(*year, 12, 31)));
}

bool TimeParser::year_alone(uint32_t i) { return decade(i) || year_value(i, false); }

bool TimeParser::year_stands(uint32_t k, int year) const {
  const std::string_view prior = before(k), after = low(k + 1);
  const bool counts = k + 1 < end_ && (r_[k + 1] == W::kNouns || after == "people" || after == "percent" ||
                                       after == "%" || after == "km" || after == "million");
  const bool round = year % 100 == 0;
  if (prior == "$" || prior == "\u20AC" || prior == "\u00A3" || prior == "no." || prior == "resolution" ||
      prior == "#")
    return false;
  if (prior == "than" || prior == "about" || prior == "nearly" || prior == "some" || prior == "over" ||
      prior == "least" || prior == "almost")
    return false;
  if (kYearPrepositions.contains(prior))
    return !(counts &&
             (round || prior == "of" || prior == "from" || prior == "to" || prior == "for" || prior == "by"));
  if (prior == "the" || prior == "a") return k + 1 < end_ && !round;
  if (prior == "(") return after == ")" || after == "-" || after == "\u2013";
  if (prior == "," && k >= begin_ + 2) return false;
  if (is_possessor_mark(after)) return year > 1900 && !round;
  return false;
}

bool TimeParser::decade(uint32_t i) {
  if (!is_number(i)) return false;
  const std::string_view w = word(i);
  if (w.size() != 5 || !w.ends_with("0s")) return false;
  const auto year = year_of_word(w.substr(0, 4));
  if (!year || *year < 1500) return false;
  return take(i, i + 1, TimeKind::kDate,
              days(days_from_civil(*year, 1, 1), days_from_civil(*year + 9, 12, 31)));
}

}  // namespace hearsay
