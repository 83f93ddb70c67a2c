#include "stages/times/time_parser.h"

#include "stages/times/time_grammar.h"
#include "text/word_set.h"

namespace hearsay {

void TimeParser::run() {
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

std::string_view TimeParser::low(uint32_t i) const { return i < end_ ? r_.lower(i) : std::string_view{}; }

std::string_view TimeParser::word(uint32_t i) const { return i < end_ ? r_.word(i) : std::string_view{}; }

std::string_view TimeParser::before(uint32_t i) const {
  return i > begin_ ? r_.lower(i - 1) : std::string_view{};
}

bool TimeParser::capital(uint32_t i) const { return i < end_ && r_.shape(i).capital; }

bool TimeParser::is_number(uint32_t i) const {
  return i < end_ && r_.shape(i).kind == WordShape::Kind::kNumber;
}

bool TimeParser::is_candidate(uint32_t i) const {
  if (is_number(i) || capital(i)) return true;
  if (r_.shape(i).kind != WordShape::Kind::kWord) return false;
  static constexpr auto kStarts = word_set(
      "a an the this that last next past previous coming following same yesterday today tomorrow tonight "
      "overnight since from between early "
      "mid late earlier later beginning start end middle half within every each daily weekly monthly yearly "
      "annually nightly hourly several few "
      "many some couple dozens midnight noon midday one two three four five six seven eight nine ten eleven "
      "twelve thirteen fourteen fifteen "
      "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety upcoming "
      "recent these those");
  const std::string_view w = low(i);
  return kStarts.contains(w) || w.find('-') != std::string_view::npos;
}

bool TimeParser::take(uint32_t first, uint32_t last, TimeKind kind, const Meaning& meaning) {
  found_ = {first, last, kind, meaning};
  return true;
}

bool TimeParser::at(uint32_t i) {
  return absolute(i) || ranged(i) || since(i) || weekday(i) || month_first(i) || part_of(i) || named_day(i) ||
         relative(i) || anchored(i) || counted(i) || sets(i) || year_alone(i) || clock_alone(i);
}

bool TimeParser::since(uint32_t i) {
  if (low(i) != "since") return false;
  uint32_t k = i + 1;
  if (low(k) == "the" && !(low(k + 1) == "end" || low(k + 1) == "beginning" || low(k + 1) == "start")) {
    if (is_number(k + 1)) ++k;
  }
  if (k >= end_) return false;
  if (!(absolute(k) || weekday(k) || month_first(k) || part_of(k) || named_day(k) || relative(k) ||
        decade(k) || year_value(k, true) || take_any_month(k)))
    return false;
  if (found_.meaning.kind == MeaningKind::kNone) return false;
  found_.first = i;
  found_.meaning.since = true;
  return true;
}

bool TimeParser::take_any_month(uint32_t k) {
  const auto m = month(k);
  return m && take_bare(k, *m);
}

bool TimeParser::ranged(uint32_t i) {
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
    if (const auto to = year_of_word(word(k + 2)); to && !(k + 3 < end_ && r_[k + 3] == WordClass::kNouns))
      return years(i, k + 3, *from, *to);
  }
  // from Monday to Friday
  if (capital(k) && weekday(k) && found_.meaning.number2 > 0 &&
      found_.meaning.kind == MeaningKind::kWeekday) {
    found_.first = i;
    return true;
  }
  return false;
}

void find_times(const Reading& reading, uint32_t begin, uint32_t end, std::vector<FoundTime>& out) {
  TimeParser(reading, begin, end, out).run();
}

}  // namespace hearsay
