#include "stages/times/time_parser.h"

#include <algorithm>
#include <optional>
#include <string>

#include "stages/times/clock.h"
#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

using W = WordClass;

constexpr auto kYearPrepositions = word_set("in since of from until till by during before after early late mid between through to for circa around throughout");
constexpr auto kMonthPrepositions =
    word_set("in since until till by from of during before after early late mid between through to this last next every each past coming for around");
// Capitalised weekdays that are part of a name.
constexpr auto kNamedDays = word_set("black bloody good super ash palm easter holy cyber fat");
constexpr auto kAfterNamedDay = word_set("times mail telegraph mirror express post herald tribune independent world review agreement club night star sun school");
constexpr auto kVagueNumbers = word_set("several few many some couple dozens recent");
constexpr auto kPublicThings = word_set("prayers prayer");

class Parser {
 public:
  Parser(const Reading& r, uint32_t begin, uint32_t end, std::vector<FoundTime>& out) : r_(r), begin_(begin), end_(end), out_(out) {}

  void run() {
    for (uint32_t i = begin_; i < end_;) {
      found_ = {};
      if (!is_candidate(i) || !at(i) || found_.last <= i) {
        ++i;
        continue;
      }
      out_.push_back(found_);
      i = found_.last;
    }
  }

 private:
  std::string_view low(uint32_t i) const { return i < end_ ? r_.lower(i) : std::string_view{}; }
  std::string_view word(uint32_t i) const { return i < end_ ? r_.word(i) : std::string_view{}; }
  std::string_view before(uint32_t i) const { return i > begin_ ? r_.lower(i - 1) : std::string_view{}; }
  bool capital(uint32_t i) const { return i < end_ && r_.shape(i).capital; }
  bool is_number(uint32_t i) const { return i < end_ && r_.shape(i).kind == WordShape::Kind::kNumber; }

  // Cheap refusal of the many words that can begin no expression.
  bool is_candidate(uint32_t i) const {
    if (is_number(i) || capital(i)) return true;
    if (r_.shape(i).kind != WordShape::Kind::kWord) return false;
    static constexpr auto kStarts = word_set(
        "a an the this that last next past previous coming following same yesterday today tomorrow tonight overnight since from between early "
        "mid late earlier later beginning start end middle half within every each daily weekly monthly yearly annually nightly hourly several few "
        "many some couple dozens midnight noon midday one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety upcoming recent these those");
    const std::string_view w = low(i);
    return kStarts.contains(w) || w.find('-') != std::string_view::npos;
  }

  bool take(uint32_t first, uint32_t last, TimeKind kind, const Meaning& meaning) {
    found_ = {first, last, kind, meaning};
    return true;
  }

  bool at(uint32_t i) {
    return absolute(i) || ranged(i) || since(i) || weekday(i) || month_first(i) || part_of(i) || named_day(i) || relative(i) || anchored(i) ||
           counted(i) || sets(i) || year_alone(i) || clock_alone(i);
  }

  // ---- numbers of a date ----

  std::optional<int> day_number(uint32_t i) const {
    if (!is_number(i) && r_.shape(i).kind != WordShape::Kind::kWord) return std::nullopt;
    return day_of_word(low(i));
  }
  std::optional<int> digits_day(uint32_t i) const { return is_number(i) ? day_of_word(low(i)) : std::nullopt; }

  // A month by name. May, March and the short forms need something of a date beside them.
  std::optional<int> month(uint32_t i) const { return i < end_ && capital(i) ? month_of_word(low(i)) : std::nullopt; }

  // ", 2016" or " 2016" after a day or month.
  std::optional<int> year_after(uint32_t i, uint32_t& next) const {
    const uint32_t at = low(i) == "," || low(i) == "of" ? i + 1 : i;
    const auto year = at < end_ && is_number(at) ? year_of_word(word(at)) : std::nullopt;
    if (year && (at == i || *year > 1500)) {
      next = at + 1;
      return year;
    }
    return std::nullopt;
  }

  Meaning days(int32_t first, int32_t last) const {
    Meaning m;
    m.kind = MeaningKind::kDays;
    m.first_day = first;
    m.last_day = last;
    return m;
  }

  // A day of a month with or without its year, and the clock or part of day behind it.
  bool take_day(uint32_t first, uint32_t next, int month, int day, int day2, TimePart part = TimePart::kWhole) {
    uint32_t last = next;
    const auto year = year_after(next, last);
    Meaning m;
    if (year) {
      if (!is_valid_date(*year, month, day) || (day2 && !is_valid_date(*year, month, day2))) return false;
      m = days(days_from_civil(*year, month, day), days_from_civil(*year, month, day2 ? day2 : day));
    } else {
      if (!is_valid_date(2000, month, day) || (day2 && (day2 < day || !is_valid_date(2000, month, day2)))) return false;
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

  // Adds a part of day, an hour, or an hour before the date.
  bool with_clock(uint32_t first, uint32_t last, Meaning m) {
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

  // ---- dates that stand by themselves or lack only the year ----

  bool absolute(uint32_t i) {
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
      if ((low(k) == "-" || low(k) == "\u2013" || low(k) == "to" || low(k) == "and" || low(k) == "or") && digits_day(k + 1)) {
        day2 = digits_day(k + 1);
        k += 2;
        if (const auto m = month(k)) return take_day(i, k + 1, *m, *day, low(k - 2) == "or" ? 0 : *day2);
      }
      return false;
    }
    if (low(i) == "the" && day_number(i + 1) && low(i + 2) == "of" && month(i + 3)) return take_day(i + 1, i + 4, *month(i + 3), *day_number(i + 1), 0);
    return false;
  }

  // "3-5" before a month; 2031-03-05, 5.3.2031, 5/3/2031.
  bool digits_date(uint32_t i) {
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
      return parts[0] >= 1 && parts[1] > parts[0] && parts[1] <= 31 && take_day(i, i + 2, *month(i + 1), parts[0], parts[1]);
    if (count == 1 && mark == '-' && lengths[0] == 4 && (lengths[1] == 4 || lengths[1] == 2)) return years(i, i + 1, parts[0], lengths[1] == 2 ? parts[0] / 100 * 100 + parts[1] : parts[1]);
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
    const int32_t day = day_first ? days_from_civil(parts[2], parts[1], parts[0]) : days_from_civil(parts[2], parts[0], parts[1]);
    return take(i, i + 1, TimeKind::kDate, days(day, day));
  }

  bool years(uint32_t first, uint32_t last, int from, int to) {
    if (from < 1500 || to < from || to > 2200 || to - from > 300) return false;
    return take(first, last, TimeKind::kDate, days(days_from_civil(from, 1, 1), days_from_civil(to, 12, 31)));
  }

  // September 12, Sept. 9-11, September 2016, September
  bool month_first(uint32_t i) {
    const auto m = month(i);
    if (!m) return false;
    // "March 6", "March 6th", "March 3-5", "March 3 to 5"
    if (is_number(i + 1)) {
      if (const auto day = digits_day(i + 1)) {
        uint32_t next = i + 2;
        int day2 = 0;
        if ((low(next) == "-" || low(next) == "\u2013" || low(next) == "to") && digits_day(next + 1) && !month(next + 2)) {
          day2 = *digits_day(next + 1);
          next += 2;
        }
        // "May 3,000 people": no date; "March 6.5" is cut as one word.
        return take_day(i, next, *m, *day, day2);
      }
      if (const auto two = hyphened_days(i + 1)) return take_day(i, i + 2, *m, two->first, two->second);
    }
    uint32_t next = i + 1;
    if (const auto year = year_after(i + 1, next); year && *year > 1500) return take(i, next, TimeKind::kDate, days(first_of_month(*year, *m), last_of_month(*year, *m)));
    return bare_month(i, *m);
  }

  std::optional<std::pair<int, int>> hyphened_days(uint32_t i) const {
    const std::string_view w = word(i);
    const size_t hyphen = w.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen > 2 || w.size() - hyphen > 3) return std::nullopt;
    const auto a = day_of_word(w.substr(0, hyphen)), b = day_of_word(w.substr(hyphen + 1));
    if (!a || !b || *b <= *a) return std::nullopt;
    return std::make_pair(*a, *b);
  }

  // A month without day and year. "May" and "March" are words too, "April" and "June" names of persons.
  bool bare_month(uint32_t i, int m) {
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
    if ((after == "this" || after == "last" || after == "next" || after == "of") && (low(i + 2) == "year" || (low(i + 2) == "this" && low(i + 3) == "year") || (low(i + 2) == "last" && low(i + 3) == "year"))) {
      last = low(i + 2) == "year" ? i + 3 : i + 4;
      const std::string_view which = low(last - 2);
      return take_month_of_year(i, last, m, which == "last" ? -1 : which == "next" ? 1 : 0);
    }
    return take(i, last, TimeKind::kDate, meaning);
  }

  bool take_month_of_year(uint32_t first, uint32_t last, int month, int away) {
    Meaning m;
    m.kind = MeaningKind::kCalendar;
    m.unit = TimeUnit::kYear;
    m.number = away;
    m.month = month;  // of that year
    return take(first, last, TimeKind::kDate, m);
  }

  // ---- days of the week ----

  bool weekday(uint32_t i) {
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
      const bool dated = found_.meaning.kind == MeaningKind::kMonthDay || (found_.meaning.kind == MeaningKind::kDays && found_.meaning.first_day == found_.meaning.last_day);
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
    if ((low(i + 1) == "to" || low(i + 1) == "through" || low(i + 1) == "-" || low(i + 1) == "\u2013") && capital(i + 2)) {
      if (const auto to = weekday_of_word(low(i + 2)); to && (low(i + 1) != "to" || before(i) == "from")) {
        m.number2 = ((*to - *day + 7) % 7) + 1;  // length in days
        return take(i, i + 3, TimeKind::kDate, m);
      }
    }
    return with_clock(i, i + 1, m);
  }

  // "Tuesday last week": its number beyond the week says which.
  static Meaning shifted_weekday(Meaning m, int weeks) {
    m.kind = MeaningKind::kCalendar;
    m.unit = TimeUnit::kWeek;
    m.number2 = m.number + 1;  // the day of that week, from 1
    m.number = weeks;
    return m;
  }

  // ---- yesterday, today, overnight ----

  bool named_day(uint32_t i) {
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
    if ((w == "midnight" || w == "noon" || w == "midday") && low(i + 1) == "on" && i + 2 < end_) return at_hour_on(i, i + 1, w == "midnight" ? "00:00" : "12:00");
    return false;
  }

  // An hour before its day: "midnight on Friday", "09:40 on 5 March".
  bool at_hour_on(uint32_t first, uint32_t on, std::string clock) {
    uint32_t k = on + 1;
    if (low(k) == "the") ++k;
    if (k >= end_ || !(absolute(k) || weekday(k) || month_first(k) || named_day(k))) return false;
    found_.first = first;
    found_.kind = TimeKind::kTime;
    if (found_.meaning.clock.empty()) found_.meaning.clock = std::move(clock);
    return true;
  }

  bool clock_alone(uint32_t i) {
    const auto clock = read_clock(r_, i, end_);
    if (!clock || !(clock->sure || before(i) == "at" || before(i) == "by" || before(i) == "around" || before(i) == "until" || before(i) == "before")) return false;
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

  // ---- last week, this month, next year ----

  std::optional<int> away(std::string_view w) const {
    if (w == "last" || w == "previous") return -1;
    if (w == "this") return 0;
    if (w == "next") return 1;
    return std::nullopt;
  }

  bool relative(uint32_t i) {
    uint32_t k = i;
    const bool article = low(k) == "the";
    if (article) ++k;
    const std::string_view w = low(k);
    const auto distance = away(w);
    const bool past = w == "past" || (article && w == "last") || w == "recent", coming = w == "coming" || w == "upcoming" || (article && w == "next") || w == "following";
    if (!distance && !past && !coming && !((w == "these" || w == "those") && low(k + 1) == "days")) return false;
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
      if (const auto unit = unit_of_word(low(n)); unit && unit->unit != TimeUnit::kSeason && (unit->plural || n == k + 1)) {
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
    if (capital(n) && weekday_of_word(low(n))) {
      m.kind = MeaningKind::kWeekday;
      m.number = *weekday_of_word(low(n));
      m.relation = relation;
      return with_clock(i, n + 1, m);
    }
    if (const auto mo = month(n)) {
      uint32_t last = n;
      if (is_number(n + 1) && month_first(n)) {  // last March 5
        found_.first = i;
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

  // ---- early March, late last year, the end of 2030, mid-September ----

  bool part_of(uint32_t i) {
    uint32_t k = i;
    TimePart part = TimePart::kWhole;
    std::string_view w = low(k);
    if (w == "the") w = low(++k);
    bool needs_of = false;
    if (w == "early") part = TimePart::kEarly;
    else if (w == "late") part = TimePart::kLate;
    else if (w == "mid") part = TimePart::kMiddle;
    else if (w == "earlier") part = TimePart::kBefore;
    else if (w == "later") part = TimePart::kAfter;
    else if (w == "beginning" || w == "start") part = TimePart::kEarly, needs_of = true;
    else if (w == "middle") part = TimePart::kMiddle, needs_of = true;
    else if (w == "end") part = TimePart::kLate, needs_of = true;
    else if (w.starts_with("mid-")) return hyphened_mid(k);
    else return false;
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
    if (const auto mo = month(k)) inner = month_first(k) || take_bare(k, *mo);
    else if (is_number(k)) inner = year_value(k, true) || decade(k);
    else if (capital(k)) inner = weekday(k);
    else inner = relative(k) || named_day(k) || (needs_of && unit_here(k));
    if (!inner) return false;
    found_.first = i;
    if (found_.meaning.kind == MeaningKind::kDays) {
      const DayRange range = part_of_range({found_.meaning.first_day, found_.meaning.last_day}, part == TimePart::kBefore ? TimePart::kEarly : part == TimePart::kAfter ? TimePart::kLate : part, 0);
      found_.meaning.first_day = range.first;
      found_.meaning.last_day = range.last;
    } else if (found_.meaning.kind == MeaningKind::kCalendar || found_.meaning.kind == MeaningKind::kMonth) {
      found_.meaning.part = part;
    }
    return true;
  }

  bool take_bare(uint32_t i, int m) {
    Meaning meaning;
    meaning.kind = MeaningKind::kMonth;
    meaning.month = m;
    return take(i, i + 1, TimeKind::kDate, meaning);
  }

  // "the end of the week", "the end of the year"
  bool unit_here(uint32_t k) {
    const auto unit = unit_of_word(low(k));
    if (!unit || unit->plural || unit->unit == TimeUnit::kMinute || unit->unit == TimeUnit::kHour || unit->unit == TimeUnit::kDay || unit->unit == TimeUnit::kSeason) return false;
    Meaning m;
    m.kind = MeaningKind::kCalendar;
    m.unit = unit->unit;
    return take(k, k + 1, TimeKind::kDate, m);
  }

  bool hyphened_mid(uint32_t k) {
    const std::string_view rest = low(k).substr(4);
    Meaning m;
    m.part = TimePart::kMiddle;
    if (const auto mo = month_of_word(rest)) {
      uint32_t next = k + 1;
      if (const auto year = year_after(k + 1, next)) {
        const DayRange range = part_of_range({first_of_month(*year, *mo), last_of_month(*year, *mo)}, TimePart::kMiddle, 0);
        return take(k, next, TimeKind::kDate, days(range.first, range.last));
      }
      m.kind = MeaningKind::kMonth;
      m.month = *mo;
      return take(k, k + 1, TimeKind::kDate, m);
    }
    if (const auto year = year_of_word(rest)) {
      const DayRange range = part_of_range({days_from_civil(*year, 1, 1), days_from_civil(*year, 12, 31)}, TimePart::kMiddle, 0);
      return take(k, k + 1, TimeKind::kDate, days(range.first, range.last));
    }
    return false;
  }

  // ---- three days ago, three days earlier, within 48 hours, for two weeks ----

  bool counted(uint32_t i) {
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
      if (half && (m.unit == TimeUnit::kHour || m.unit == TimeUnit::kDay)) m.kind = MeaningKind::kOffset, m.number = 0;
      m.number = -m.number;
      return take(i, next + 1, m.unit == TimeUnit::kHour || m.unit == TimeUnit::kMinute ? TimeKind::kTime : TimeKind::kDate, m);
    }
    if (low(next) == "earlier" || low(next) == "before" || low(next) == "later" || low(next) == "afterwards") {
      const bool back = low(next) == "earlier" || low(next) == "before";
      m.kind = MeaningKind::kAnchored;
      m.number = back ? -m.number : m.number;
      // "two days before the vote": from an event that this stage does not know.
      if (low(next) == "before" && next + 1 < end_ && !is_mark(r_[next + 1])) m.kind = MeaningKind::kNone;
      return take(i, low(next) == "before" && m.kind == MeaningKind::kNone ? next : next + 1, m.kind == MeaningKind::kNone ? TimeKind::kDuration : TimeKind::kDate, m);
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

  bool duration_stands(uint32_t i) const {
    static constexpr auto kBefore = word_set("for over during after nearly almost about than least lasted last within in every spent took roughly");
    return kBefore.contains(before(i)) && low(i) != "one";
  }

  // "two-day", "48-hour", "three-month-long"
  bool two_in_one(uint32_t i) {
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

  // ---- from the date named last ----

  bool anchored(uint32_t i) {
    Meaning m;
    m.kind = MeaningKind::kAnchored;
    const std::string_view a = low(i), b = low(i + 1), c = low(i + 2);
    if (a == "the" && (b == "same" || b == "next" || b == "following" || b == "previous" || b == "preceding")) {
      if (c == "day" || c == "night" || c == "morning" || c == "evening" || c == "afternoon") {
        m.number = b == "same" ? 0 : b == "next" || b == "following" ? 1 : -1;
        return take(i, i + 3, c == "day" ? TimeKind::kDate : TimeKind::kTime, m);
      }
      const auto unit = unit_of_word(c);
      if (unit && !unit->plural && (unit->unit == TimeUnit::kWeek || unit->unit == TimeUnit::kMonth || unit->unit == TimeUnit::kYear) && b != "same") {
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

  // ---- since, from ... to, between ... and ----

  bool since(uint32_t i) {
    if (low(i) != "since") return false;
    uint32_t k = i + 1;
    if (low(k) == "the" && !(low(k + 1) == "end" || low(k + 1) == "beginning" || low(k + 1) == "start")) {
      if (is_number(k + 1)) ++k;
    }
    if (k >= end_) return false;
    if (!(absolute(k) || weekday(k) || month_first(k) || part_of(k) || named_day(k) || relative(k) || decade(k) || year_value(k, true) || take_any_month(k))) return false;
    if (found_.meaning.kind == MeaningKind::kNone) return false;
    found_.first = i;
    found_.meaning.since = true;
    return true;
  }

  bool take_any_month(uint32_t k) {
    const auto m = month(k);
    return m && take_bare(k, *m);
  }

  bool ranged(uint32_t i) {
    const std::string_view w = low(i);
    if (w != "from" && w != "between") return false;
    const std::string_view joins = w == "from" ? "to" : "and";
    uint32_t k = i + 1;
    if (k >= end_) return false;
    // from 3 to 5 March; between March 3 and 5
    if (digits_day(k) && (low(k + 1) == joins || low(k + 1) == "until") && digits_day(k + 2) && month(k + 3)) {
      if (!take_day(k, k + 4, *month(k + 3), *digits_day(k), *digits_day(k + 2))) return false;
      found_.first = i;
      return true;
    }
    if (const auto m = month(k); m && digits_day(k + 1) && low(k + 2) == joins && digits_day(k + 3)) {
      if (!take_day(k, k + 4, *m, *digits_day(k + 1), *digits_day(k + 3))) return false;
      found_.first = i;
      return true;
    }
    // from 2011 to 2014
    const auto from = is_number(k) ? year_of_word(word(k)) : std::nullopt;
    if (from && (low(k + 1) == joins || low(k + 1) == "until" || low(k + 1) == "through") && is_number(k + 2)) {
      if (const auto to = year_of_word(word(k + 2)); to && !(k + 3 < end_ && r_[k + 3] == W::kNouns)) return years(i, k + 3, *from, *to);
    }
    // from Monday to Friday
    if (capital(k) && weekday(k) && found_.meaning.number2 > 0 && found_.meaning.kind == MeaningKind::kWeekday) {
      found_.first = i;
      return true;
    }
    return false;
  }

  // ---- years ----

  bool year_value(uint32_t k, bool trusted) {
    if (!is_number(k)) return false;
    const auto year = year_of_word(word(k));
    if (!year || *year < 1500) return false;
    if (!trusted && !year_stands(k, *year)) return false;
    if ((low(k + 1) == "-" || low(k + 1) == "\u2013") && is_number(k + 2)) {
      if (const auto to = year_of_word(word(k + 2)); to && years(k, k + 3, *year, *to)) return true;
    }
    return take(k, k + 1, TimeKind::kDate, days(days_from_civil(*year, 1, 1), days_from_civil(*year, 12, 31)));
  }

  bool year_alone(uint32_t i) { return decade(i) || year_value(i, false); }

  // Four digits are a year after a preposition or article; not before what they count, nor after a currency sign or a verb.
  bool year_stands(uint32_t k, int year) const {
    const std::string_view prior = before(k), after = low(k + 1);
    const bool counts = k + 1 < end_ && (r_[k + 1] == W::kNouns || after == "people" || after == "percent" || after == "%" || after == "km" || after == "million");
    const bool round = year % 100 == 0;
    if (prior == "$" || prior == "\u20AC" || prior == "\u00A3" || prior == "no." || prior == "resolution" || prior == "#") return false;
    if (prior == "than" || prior == "about" || prior == "nearly" || prior == "some" || prior == "over" || prior == "least" || prior == "almost") return false;
    if (kYearPrepositions.contains(prior)) return !(counts && (round || prior == "of" || prior == "from" || prior == "to" || prior == "for" || prior == "by"));
    if (prior == "the" || prior == "a") return k + 1 < end_ && !round;
    if (prior == "(") return after == ")" || after == "-" || after == "\u2013";
    if (prior == "," && k >= begin_ + 2) return false;
    if (is_possessor_mark(after)) return year > 1900 && !round;
    return false;
  }

  bool decade(uint32_t i) {
    if (!is_number(i)) return false;
    const std::string_view w = word(i);
    if (w.size() != 5 || !w.ends_with("0s")) return false;
    const auto year = year_of_word(w.substr(0, 4));
    if (!year || *year < 1500) return false;
    return take(i, i + 1, TimeKind::kDate, days(days_from_civil(*year, 1, 1), days_from_civil(*year + 9, 12, 31)));
  }

  // ---- sets ----

  bool sets(uint32_t i) {
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

  const Reading& r_;
  uint32_t begin_, end_;
  std::vector<FoundTime>& out_;
  FoundTime found_;
};

}  // namespace

void find_times(const Reading& reading, uint32_t begin, uint32_t end, std::vector<FoundTime>& out) { Parser(reading, begin, end, out).run(); }

}  // namespace hearsay
