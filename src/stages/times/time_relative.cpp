#include "stages/times/time_grammar.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

using W = WordClass;

constexpr auto kVagueNumbers = word_set("several few many some couple dozens recent");

}  // namespace

bool TimeParser::named_day(uint32_t i) {
  const std::string_view w = low(i);
  Meaning m;
  m.kind = MeaningKind::kOffset;
  if (w == "yesterday" || w == "tomorrow" || w == "today") {
    m.number = w == "yesterday" ? -1 : w == "tomorrow" ? 1 : 0;
    return with_clock(i, i + 1, m);
  }
  if (w == "tonight") return take(i, i + 1, TimeKind::kTime, m);
  if (w == "overnight") {
    m.kind = MeaningKind::kStretch;
    m.number = -1;
    // "the overnight train": an adjective tells no time.
    if (i + 1 < end_ && r_[i + 1] == W::kNoun && before(i) == "the") return false;
    return take(i, i + 1, TimeKind::kTime, m);
  }
  if (w == "the" && low(i + 1) == "day" && low(i + 3) != "") {
    if (low(i + 2) == "before" && low(i + 3) == "yesterday") m.number = -2;
    if (low(i + 2) == "after" && low(i + 3) == "tomorrow") m.number = 2;
    if (m.number) return take(i, i + 4, TimeKind::kDate, m);
  }
  if ((w == "midnight" || w == "noon" || w == "midday") && low(i + 1) == "on" && i + 2 < end_)
    return at_hour_on(i, i + 1, w == "midnight" ? "00:00" : "12:00");
  return false;
}

std::optional<int> TimeParser::away(std::string_view w) const {
  if (w == "last" || w == "previous") return -1;
  if (w == "this") return 0;
  if (w == "next") return 1;
  return std::nullopt;
}

bool TimeParser::relative(uint32_t i) {
  uint32_t k = i;
  const bool article = low(k) == "the";
  if (article) ++k;
  const std::string_view w = low(k);
  const auto distance = away(w);
  const bool past = w == "past" || (article && w == "last") || w == "recent",
             coming = w == "coming" || w == "upcoming" || (article && w == "next") || w == "following";
  if (!distance && !past && !coming && !((w == "these" || w == "those") && low(k + 1) == "days"))
    return false;
  Meaning m;
  // "the past three days", "the next 48 hours", "over the last week", "in recent weeks"
  if (past || coming) {
    uint32_t n = k + 1;
    int number = 1;
    bool vague = false;
    if (const auto given = number_of_word(low(n)); given && *given > 0) {
      number = *given;
      ++n;
    } else if (kVagueNumbers.contains(low(n))) {
      vague = true;
      number = 3;
      n += low(n) == "couple" && low(n + 1) == "of" ? 2 : 1;
    }
    if (const auto unit = unit_of_word(low(n));
        unit && unit->unit != TimeUnit::kSeason && (unit->plural || n == k + 1)) {
      if (n == k + 1 && w == "following") return false;  // anchored
      if (n == k + 1 && unit->plural) number = 4;
      if (n == k + 1 && !unit->plural && !article && w != "past" && w != "coming") return false;
      // "the last week of May" is a part of May; "the last day" a last one.
      if (low(n + 1) == "of" || (!unit->plural && unit->unit == TimeUnit::kDay)) return false;
      if (w == "last" && article && unit->unit == TimeUnit::kWeekend) return false;
      m.kind = MeaningKind::kStretch;
      m.unit = unit->unit;
      m.number = past ? -number : number;
      m.vague = vague;
      return take(article && w != "past" ? i : i, n + 1, TimeKind::kDate, m);
    }
    if (!distance) return false;
  }
  if (article) return false;
  const uint32_t n = k + 1;
  if (const auto unit = unit_of_word(low(n)); unit && !unit->plural) {
    if (unit->unit == TimeUnit::kMinute || unit->unit == TimeUnit::kHour) return false;
    if (unit->unit == TimeUnit::kDay) {
      // "last night", "this night"; "this day", "next day" need what is said before.
      if (low(n) != "night") return false;
      m.kind = MeaningKind::kOffset;
      m.number = *distance;
      return take(i, n + 1, TimeKind::kTime, m);
    }
    if (w == "previous") {
      m.kind = MeaningKind::kAnchored;
      m.unit = unit->unit;
      m.number = -1;
      return take(i, n + 1, TimeKind::kDate, m);
    }
    m.kind = MeaningKind::kCalendar;
    m.unit = unit->unit;
    m.number = *distance;
    return take(i, n + 1, TimeKind::kDate, m);
  }
  if (is_part_of_day(low(n)) && w != "previous") {  // this morning
    if (w == "next" || (w == "last" && low(n) != "evening")) return false;
    m.kind = MeaningKind::kOffset;
    m.number = w == "last" ? -1 : 0;
    return take(i, n + 1, TimeKind::kTime, m);
  }
  if (w == "previous") return false;
  const Relation relation = w == "last" ? Relation::kLast : w == "next" ? Relation::kNext : Relation::kThis;
  if (capital(n) && weekday_of_word(low(n)) && weekday(n) && found_.meaning.kind != MeaningKind::kWeekday)
    return true;  // "this Thursday, Sept. 19, 2013"
  if (capital(n) && weekday_of_word(low(n))) {
    m.kind = MeaningKind::kWeekday;
    m.number = *weekday_of_word(low(n));
    m.relation = relation;
    return with_clock(i, n + 1, m);
  }
  if (const auto mo = month(n)) {
    uint32_t last = n;
    if (is_number(n + 1) && month_first(n)) {  // last March 5
      if (w != "this") found_.first = i;
      return true;
    }
    m.kind = MeaningKind::kMonth;
    m.month = *mo;
    m.relation = relation;
    (void)last;
    return take(i, n + 1, TimeKind::kDate, m);
  }
  return false;
}

bool TimeParser::part_of(uint32_t i) {
  uint32_t k = i;
  TimePart part = TimePart::kWhole;
  std::string_view w = low(k);
  if (w == "the") w = low(++k);
  bool needs_of = false;
  if (w == "early")
    part = TimePart::kEarly;
  else if (w == "late")
    part = TimePart::kLate;
  else if (w == "mid")
    part = TimePart::kMiddle;
  else if (w == "earlier")
    part = TimePart::kBefore;
  else if (w == "later")
    part = TimePart::kAfter;
  else if (w == "beginning" || w == "start")
    part = TimePart::kEarly, needs_of = true;
  else if (w == "middle")
    part = TimePart::kMiddle, needs_of = true;
  else if (w == "end")
    part = TimePart::kLate, needs_of = true;
  else if (w.starts_with("mid-"))
    return hyphened_mid(k);
  else
    return false;
  ++k;
  if (low(k) == "-") ++k;
  if (needs_of) {
    if (low(k) != "of") return false;
    ++k;
  } else if (low(k) == "in" || low(k) == "on") {
    ++k;
  }
  if (low(k) == "the" && needs_of) ++k;
  if (k >= end_) return false;
  bool inner = false;
  if (const auto mo = month(k))
    inner = month_first(k) || take_bare(k, *mo);
  else if (is_number(k))
    inner = year_value(k, true) || decade(k);
  else if (capital(k))
    inner = weekday(k);
  else
    inner = relative(k) || named_day(k) || (needs_of && unit_here(k));
  if (!inner) return false;
  found_.first = i;
  if (found_.meaning.kind == MeaningKind::kDays) {
    const DayRange range = part_of_range({found_.meaning.first_day, found_.meaning.last_day},
                                         part == TimePart::kBefore  ? TimePart::kEarly
                                         : part == TimePart::kAfter ? TimePart::kLate
                                                                    : part,
                                         0);
    found_.meaning.first_day = range.first;
    found_.meaning.last_day = range.last;
  } else if (found_.meaning.kind == MeaningKind::kCalendar || found_.meaning.kind == MeaningKind::kMonth) {
    found_.meaning.part = part;
  }
  return true;
}

bool TimeParser::take_bare(uint32_t i, int m) {
  Meaning meaning;
  meaning.kind = MeaningKind::kMonth;
  meaning.month = m;
  return take(i, i + 1, TimeKind::kDate, meaning);
}

bool TimeParser::unit_here(uint32_t k) {
  const auto unit = unit_of_word(low(k));
  if (!unit || unit->plural || unit->unit == TimeUnit::kMinute || unit->unit == TimeUnit::kHour ||
      unit->unit == TimeUnit::kDay || unit->unit == TimeUnit::kSeason)
    return false;
  Meaning m;
  m.kind = MeaningKind::kCalendar;
  m.unit = unit->unit;
  return take(k, k + 1, TimeKind::kDate, m);
}

bool TimeParser::hyphened_mid(uint32_t k) {
  const std::string_view rest = low(k).substr(4);
  Meaning m;
  m.part = TimePart::kMiddle;
  if (const auto mo = month_of_word(rest)) {
    uint32_t next = k + 1;
    if (const auto year = year_after(k + 1, next)) {
      const DayRange range =
          part_of_range({first_of_month(*year, *mo), last_of_month(*year, *mo)}, TimePart::kMiddle, 0);
      return take(k, next, TimeKind::kDate, days(range.first, range.last));
    }
    m.kind = MeaningKind::kMonth;
    m.month = *mo;
    return take(k, k + 1, TimeKind::kDate, m);
  }
  if (const auto year = year_of_word(rest)) {
    const DayRange range =
        part_of_range({days_from_civil(*year, 1, 1), days_from_civil(*year, 12, 31)}, TimePart::kMiddle, 0);
    return take(k, k + 1, TimeKind::kDate, days(range.first, range.last));
  }
  return false;
}

bool TimeParser::counted(uint32_t i) {
  if (two_in_one(i)) return true;
  uint32_t k = i;
  const bool within = low(k) == "within";
  if (within) ++k;
  if (low(k) == "the" && within) ++k;
  if (within && (low(k) == "next" || low(k) == "coming")) ++k;
  int number = 0;
  bool vague = false, half = false;
  if (low(k) == "half") {
    half = true;
    number = 1;
    k += low(k + 1) == "a" || low(k + 1) == "an" ? 2 : 1;
  } else if (low(k) == "a" || low(k) == "an") {
    number = 1;
    ++k;
    if (low(k) == "few" || low(k) == "couple" || low(k) == "dozen") {
      vague = low(k) != "dozen";
      number = low(k) == "couple" ? 2 : low(k) == "few" ? 3 : 12;
      k += low(k + 1) == "of" ? 2 : 1;
    } else if (low(k) == "half") {
      return false;
    }
  } else if (const auto given = number_of_word(low(k))) {
    number = *given;
    ++k;
    if (low(k) == "and" && low(k + 1) == "a" && low(k + 2) == "half") k += 3;
    if ((low(k) == "or" || low(k) == "to") && number_of_word(low(k + 1)) && unit_of_word(low(k + 2))) {
      number = *number_of_word(low(k + 1));
      vague = true;
      k += 2;
    }
  } else if (kVagueNumbers.contains(low(k)) && low(k) != "recent") {
    number = 3;
    vague = true;
    k += low(k + 1) == "of" ? 2 : 1;
  } else {
    return false;
  }
  if (low(k) == "full" || low(k) == "more" || low(k) == "whole" || low(k) == "consecutive") ++k;
  const auto unit = unit_of_word(low(k));
  if (!unit || unit->unit == TimeUnit::kSeason || unit->unit == TimeUnit::kWeekend) return false;
  if (number != 1 && !unit->plural) return false;
  if (number == 1 && unit->plural && !half) return false;
  const uint32_t next = k + 1;
  // Ages and prices: "43 years old", "an hour's wage".
  if (low(next) == "old" || low(next) == "-") return false;
  Meaning m;
  m.unit = low(k).starts_with("fortnight") ? TimeUnit::kWeek : unit->unit;
  m.number = low(k).starts_with("fortnight") ? 2 * number : number;
  m.vague = vague;
  if (low(next) == "ago") {
    m.kind = half ? MeaningKind::kNone : MeaningKind::kOffset;
    if (half && (m.unit == TimeUnit::kHour || m.unit == TimeUnit::kDay))
      m.kind = MeaningKind::kOffset, m.number = 0;
    m.number = -m.number;
    return take(i, next + 1,
                m.unit == TimeUnit::kHour || m.unit == TimeUnit::kMinute ? TimeKind::kTime : TimeKind::kDate,
                m);
  }
  if (low(next) == "earlier" || low(next) == "before" || low(next) == "later" || low(next) == "afterwards") {
    const bool back = low(next) == "earlier" || low(next) == "before";
    m.kind = MeaningKind::kAnchored;
    m.number = back ? -m.number : m.number;
    // "two days before the vote": from an event that this stage does not know.
    if (low(next) == "before" && next + 1 < end_ && !is_mark(r_[next + 1])) m.kind = MeaningKind::kNone;
    return take(i, low(next) == "before" && m.kind == MeaningKind::kNone ? next : next + 1,
                m.kind == MeaningKind::kNone ? TimeKind::kDuration : TimeKind::kDate, m);
  }
  // "three days after the vote", "a day after": no date of this page.
  if (within) {
    m.kind = low(next) == "of" ? MeaningKind::kNone : MeaningKind::kStretch;
    return take(i, next, TimeKind::kDuration, m);
  }
  if (low(next) == "from" && (low(next + 1) == "now" || low(next + 1) == "today")) {
    m.kind = MeaningKind::kOffset;
    return take(i, next + 2, TimeKind::kDate, m);
  }
  if (half && m.unit == TimeUnit::kMinute) return false;
  // "a day", "a year" without a preposition are rates and idioms: "twice a day", "one day".
  if (number == 1 && !half && !duration_stands(i)) return false;
  m.kind = MeaningKind::kNone;
  return take(i, next, TimeKind::kDuration, m);
}

bool TimeParser::duration_stands(uint32_t i) const {
  static constexpr auto kBefore = word_set(
      "for over during after nearly almost about than least lasted last within in every spent took roughly");
  return kBefore.contains(before(i)) && low(i) != "one";
}

bool TimeParser::two_in_one(uint32_t i) {
  const std::string_view w = low(i);
  const size_t hyphen = w.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return false;
  if (!number_of_word(w.substr(0, hyphen))) return false;
  std::string_view rest = w.substr(hyphen + 1);
  if (rest.ends_with("-long")) rest.remove_suffix(5);
  const auto unit = unit_of_word(rest);
  if (!unit || unit->plural) return false;
  return take(i, i + 1, TimeKind::kDuration, Meaning{});
}

bool TimeParser::anchored(uint32_t i) {
  Meaning m;
  m.kind = MeaningKind::kAnchored;
  const std::string_view a = low(i), b = low(i + 1), c = low(i + 2);
  if (a == "the" && (b == "same" || b == "next" || b == "following" || b == "previous" || b == "preceding")) {
    if (c == "day" || c == "night" || c == "morning" || c == "evening" || c == "afternoon") {
      m.number = b == "same" ? 0 : b == "next" || b == "following" ? 1 : -1;
      return take(i, i + 3, c == "day" ? TimeKind::kDate : TimeKind::kTime, m);
    }
    const auto unit = unit_of_word(c);
    if (unit && !unit->plural &&
        (unit->unit == TimeUnit::kWeek || unit->unit == TimeUnit::kMonth || unit->unit == TimeUnit::kYear) &&
        b != "same") {
      m.unit = unit->unit;
      m.number = b == "next" || b == "following" ? 1 : -1;
      return take(i, i + 3, TimeKind::kDate, m);
    }
    return false;
  }
  if (a == "that" && (b == "day" || b == "evening" || b == "night" || b == "morning" || b == "afternoon")) {
    // "that day" after a date; "that evening" too. "Said that day by day" is none.
    if (c == "by") return false;
    return take(i, i + 2, b == "day" ? TimeKind::kDate : TimeKind::kTime, m);
  }
  if (a == "the" && (b == "day" || b == "night") && (c == "before" || c == "after")) {
    m.number = c == "before" ? -1 : 1;
    const bool alone = i + 3 >= end_ || is_mark(r_[i + 3]);
    return alone && take(i, i + 3, TimeKind::kDate, m);
  }
  return false;
}

bool TimeParser::sets(uint32_t i) {
  const std::string_view w = low(i);
  if (w == "every" || w == "each") {
    uint32_t k = i + 1;
    if (number_of_word(low(k))) ++k;
    const bool day = capital(k) && weekday_of_word(low(k));
    const auto unit = unit_of_word(low(k));
    if (!day && !is_part_of_day(low(k)) && !(unit && (unit->plural == (k > i + 1)))) return false;
    if (low(k + 1) == "of") return false;
    return take(i, k + 1, TimeKind::kSet, Meaning{});
  }
  static constexpr auto kOften = word_set("daily weekly monthly yearly annually nightly hourly");
  if (kOften.contains(w) && !capital(i) && !capital(i + 1)) return take(i, i + 1, TimeKind::kSet, Meaning{});
  return false;
}

}  // namespace hearsay
