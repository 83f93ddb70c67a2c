#include "stages/extract/written_date.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/utf8.h"
#include "stages/extract/month_names.h"

namespace hearsay {
namespace {

enum class Piece : uint8_t { kNumber, kWord, kMark, kSpace };

struct Token {
  Piece piece;
  uint32_t begin, end;
  uint32_t value = 0;  // of a number with at most 9 digits
  char mark = 0;       // of an ASCII mark
  [[nodiscard]] uint32_t size() const { return end - begin; }
};

bool plausible_year(uint32_t year) { return year >= 1900 && year <= 2199; }

// Runs of digits, of letters, of white space; every mark by itself. Letters of any script count as letters.
void cut(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  const auto kind_at = [&](size_t at, size_t& length) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    length = 1;
    if (c >= '0' && c <= '9') return Piece::kNumber;
    if ((c | 32) >= 'a' && (c | 32) <= 'z') return Piece::kWord;
    if (c == ' ' || (c >= 9 && c <= 13)) return Piece::kSpace;
    if (c < 0x80) return Piece::kMark;
    const size_t begin = at;
    size_t next = at;
    const char32_t point = next_code_point(text, next);
    length = next - begin;
    if (is_space(point)) return Piece::kSpace;
    return is_letter(point) ? Piece::kWord : Piece::kMark;
  };
  for (size_t at = 0; at < text.size();) {
    size_t length = 0;
    Token token{kind_at(at, length), static_cast<uint32_t>(at), static_cast<uint32_t>(at + length)};
    if (token.piece == Piece::kMark) {
      token.mark = length == 1 ? text[at] : '\0';
      at += length;
    } else {
      for (at += length; at < text.size() && kind_at(at, length) == token.piece; at += length) {
      }
      token.end = static_cast<uint32_t>(at);
      if (token.piece == Piece::kNumber && token.size() <= 9)
        for (uint32_t i = token.begin; i < token.end; ++i)
          token.value = token.value * 10 + static_cast<uint32_t>(text[i] - '0');
    }
    tokens.push_back(token);
  }
}

struct Zone {
  std::string_view name, offset;
};
constexpr Zone kZones[] = {{"z", "Z"},         {"utc", "Z"},       {"gmt", "Z"},       {"bst", "+01:00"},
                           {"cet", "+01:00"},  {"cest", "+02:00"}, {"mez", "+01:00"},  {"mesz", "+02:00"},
                           {"eet", "+02:00"},  {"eest", "+03:00"}, {"msk", "+03:00"},  {"est", "-05:00"},
                           {"edt", "-04:00"},  {"cdt", "-05:00"},  {"mdt", "-06:00"},  {"pst", "-08:00"},
                           {"pdt", "-07:00"},  {"jst", "+09:00"},  {"kst", "+09:00"},  {"hkt", "+08:00"},
                           {"sgt", "+08:00"},  {"wib", "+07:00"},  {"pkt", "+05:00"},  {"npt", "+05:45"},
                           {"sast", "+02:00"}, {"aest", "+10:00"}, {"aedt", "+11:00"}, {"nzst", "+12:00"},
                           {"nzdt", "+13:00"}, {"mst", "-07:00"},  {"brt", "-03:00"}};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { cut(text, tokens_); }

  void find_all(std::vector<WrittenDate>& out) {
    for (size_t i = 0; i < tokens_.size();) {
      const std::optional<size_t> after = date_at(i);
      if (!after) {
        ++i;
        continue;
      }
      date_.begin = tokens_[i].begin;
      size_t last = *after;
      add_clock_after(last);
      date_.end = tokens_[last - 1].end;
      add_before(i, out.empty() ? 0 : out.back().end);
      out.push_back(date_);
      i = last;
    }
  }

 private:
  // ---- looking at tokens
  // ------------------------------------------------------------------------------------------------
  const Token* token(size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool is(size_t i, Piece piece) const { return i < tokens_.size() && tokens_[i].piece == piece; }
  bool is_mark(size_t i, char mark) const { return i < tokens_.size() && tokens_[i].mark == mark; }
  bool is_number(size_t i, uint32_t low, uint32_t high, uint32_t most_digits) const {
    return is(i, Piece::kNumber) && tokens_[i].size() <= most_digits && tokens_[i].value >= low &&
           tokens_[i].value <= high;
  }
  bool is_year(size_t i) const {
    return is(i, Piece::kNumber) && tokens_[i].size() == 4 && plausible_year(tokens_[i].value);
  }
  std::string_view words(size_t i) const { return text_.substr(tokens_[i].begin, tokens_[i].size()); }
  bool is_word(size_t i, std::string_view lower) const {
    return is(i, Piece::kWord) && words(i).size() == lower.size() && to_lower(words(i)) == lower;
  }
  bool any_word(size_t i, std::initializer_list<std::string_view> lower) const {
    return std::any_of(lower.begin(), lower.end(), [&](std::string_view word) { return is_word(i, word); });
  }
  size_t skip_space(size_t i) const { return is(i, Piece::kSpace) ? i + 1 : i; }
  int month_at(size_t i) const {
    return is(i, Piece::kWord) && tokens_[i].size() >= 3 && tokens_[i].size() <= 24 ? month_of(fold(words(i)))
                                                                                    : 0;
  }
  // A month's name that can stand without a year: "5 out of", "2 ago" must not pass for dates.
  bool is_plain_month(size_t i) const {
    const std::string_view word = words(i);
    return word.size() >= 5 || (word[0] >= 'A' && word[0] <= 'Z');
  }

  // ---- dates: each returns the index after the date, and fills date_
  // ------------------------------------------------------
  std::optional<size_t> date_at(size_t i) {
    date_ = {};
    if (is(i, Piece::kNumber)) {
      if (i > 0 && (is_mark(i - 1, '.') || is_mark(i - 1, ',')) && is(i - 2, Piece::kNumber))
        return std::nullopt;  // 1,200
      if (auto after = year_first(i)) return after;
      if (auto after = numbers_only(i)) return after;
      return day_first(i);
    }
    return is(i, Piece::kWord) && (i == 0 || !is(i - 1, Piece::kWord)) ? month_first(i) : std::nullopt;
  }

  std::optional<size_t> done(uint32_t year, int month, uint32_t day, size_t after) {
    if (!is_valid_date(year == 0 ? 2000 : static_cast<int>(year), month, static_cast<int>(day)))
      return std::nullopt;
    date_.year = static_cast<int>(year);
    date_.month = month;
    date_.day = static_cast<int>(day);
    return after;
  }

  // 2016-10-01, 2016/10/01, 2016.10.01, 2016 Oct 1, 2016年10月1日
  std::optional<size_t> year_first(size_t i) {
    if (!is_year(i)) return std::nullopt;
    const uint32_t year = tokens_[i].value;
    for (const char mark : {'-', '/', '.'}) {
      if (is_mark(i + 1, mark) && is_number(i + 2, 1, 12, 2) && is_mark(i + 3, mark) &&
          is_number(i + 4, 1, 31, 2) && !(is_mark(i + 5, mark) && is(i + 6, Piece::kNumber)))
        return done(year, static_cast<int>(tokens_[i + 2].value), tokens_[i + 4].value, i + 5);
    }
    size_t at = skip_space(i + 1);
    if (any_word(at, {"年", "년"})) {
      at = skip_space(at + 1);
      if (is_number(at, 1, 12, 2) && any_word(skip_space(at + 1), {"月", "월"})) {
        const int month = static_cast<int>(tokens_[at].value);
        at = skip_space(skip_space(at + 1) + 1);
        if (is_number(at, 1, 31, 2) && any_word(skip_space(at + 1), {"日", "일"}))
          return done(year, month, tokens_[at].value, skip_space(at + 1) + 1);
      }
      return std::nullopt;
    }
    at = is_mark(at, '-') || is_mark(at, ',') ? skip_space(at + 1) : at;
    if (const int month = month_at(at)) {
      at = skip_space(is_mark(at + 1, '.') || is_mark(at + 1, '-') ? at + 2 : at + 1);
      if (is_number(at, 1, 31, 2)) return done(year, month, tokens_[at].value, at + 1);
    }
    return std::nullopt;
  }

  // 29.11.2016, 11/29/2016, 29-11-2016, 29.11.16
  std::optional<size_t> numbers_only(size_t i) {
    if (!is_number(i, 1, 31, 2)) return std::nullopt;
    for (const char mark : {'.', '/', '-'}) {
      if (!is_mark(i + 1, mark)) continue;
      size_t second = i + 2;
      if (mark == '.') second = skip_space(second);
      if (!is_number(second, 1, 31, 2) || !is_mark(second + 1, mark)) continue;
      size_t third = second + 2;
      if (mark == '.') third = skip_space(third);
      if (!is(third, Piece::kNumber) || (is_mark(third + 1, mark) && is(third + 2, Piece::kNumber))) continue;
      uint32_t year = tokens_[third].value;
      if (tokens_[third].size() == 2 && mark != '-' && year <= 50) year += 2000;
      if (!plausible_year(year)) continue;
      const uint32_t a = tokens_[i].value, b = tokens_[second].value;
      if (b > 12) return mark == '.' ? std::nullopt : done(year, static_cast<int>(a), b, third + 1);
      const auto after = done(year, static_cast<int>(b), a, third + 1);
      date_.day_or_month_first = after && mark != '.' && a <= 12 && a != b;
      return after;
    }
    return std::nullopt;
  }

  // 1 October 2016, 1st of October, 28 Sep, 2016, 1. Oktober 2016, 1 de octubre de 2016, 28-Sep-2016
  std::optional<size_t> day_first(size_t i) {
    if (!is_number(i, 1, 31, 2)) return std::nullopt;
    size_t at = i + 1;
    if (any_word(at, {"st", "nd", "rd", "th", "er", "ère"})) ++at;
    if (is_mark(at, '.') || is_mark(at, '-') || is_mark(at, '/')) ++at;
    at = skip_space(at);
    if (any_word(at, {"of", "de"})) at = skip_space(at + 1);
    const int month = month_at(at);
    if (month == 0) return std::nullopt;
    const size_t month_token = at++;
    if (is_mark(at, '.')) ++at;
    size_t year = is_mark(at, ',') || is_mark(at, '-') || is_mark(at, '/') ? at + 1 : at;
    year = skip_space(year);
    if (any_word(year, {"of", "de", "del"})) year = skip_space(year + 1);
    if (is_mark(year, '\'')) ++year;
    if (is_year(year)) return done(tokens_[year].value, month, tokens_[i].value, year + 1);
    if (!is_plain_month(month_token)) return std::nullopt;
    return done(0, month, tokens_[i].value, month_token + 1);
  }

  // October 1, 2016; Oct. 1st; September 2016
  std::optional<size_t> month_first(size_t i) {
    if (!is(i + 1, Piece::kNumber) && !is(i + 2, Piece::kNumber) && !is(i + 3, Piece::kNumber))
      return std::nullopt;
    const int month = month_at(i);
    if (month == 0) return std::nullopt;
    size_t at = i + 1;
    if (is_mark(at, '.') || is_mark(at, '-') || is_mark(at, '/')) ++at;
    at = skip_space(at);
    const bool after_number =
        i >= 2 && is(i - 1, Piece::kSpace) && is_number(i - 2, 1, 31, 2);  // of an impossible day
    if (is_year(at) && !is_mark(at + 1, ':') && !after_number) {
      date_.year = static_cast<int>(tokens_[at].value);
      date_.month = month;
      return at + 1;
    }
    if (!is_number(at, 1, 31, 2) || is_mark(at + 1, ':')) return std::nullopt;
    const uint32_t day = tokens_[at++].value;
    if (any_word(at, {"st", "nd", "rd", "th"})) ++at;
    const size_t after_day = at;
    if (is_mark(at, ',') || is_mark(at, '.') || is_mark(at, '-') || is_mark(at, '/')) ++at;
    at = skip_space(at);
    if (any_word(at, {"of"})) at = skip_space(at + 1);
    if (is_year(at) && !is_mark(at + 1, ':')) return done(tokens_[at].value, month, day, at + 1);
    // "Sep 28 15:59:00 2016"
    if (std::string clock; const auto after_clock = clock_at(at, clock)) {
      const size_t year = skip_space(*after_clock);
      if (is_year(year)) {
        date_.clock = clock;
        return done(tokens_[year].value, month, day, year + 1);
      }
    }
    if (!is_plain_month(i) || (is_mark(after_day, ',') && is(after_day + 1, Piece::kNumber)))
      return std::nullopt;
    return done(0, month, day, after_day);
  }

  // ---- the hour
  // ---------------------------------------------------------------------------------------------------------
  std::optional<size_t> clock_at(size_t i, std::string& clock) const {
    if (!is_number(i, 0, 23, 2)) return std::nullopt;
    uint32_t hour = tokens_[i].value, minute = 0, second = 0;
    bool has_second = false, by_colon = is_mark(i + 1, ':');
    size_t at = i + 1;
    const bool by_mark = by_colon || is_mark(i + 1, '.') || any_word(i + 1, {"h"});
    if (by_mark && is_number(i + 2, 0, 59, 2) && tokens_[i + 2].size() == 2) {
      minute = tokens_[i + 2].value;
      at = i + 3;
      if (by_colon && is_mark(at, ':') && is_number(at + 1, 0, 60, 2)) {
        second = std::min(tokens_[at + 1].value, 59u);
        has_second = true;
        at += 2;
        if (is_mark(at, '.') && is(at + 1, Piece::kNumber)) at += 2;  // fractions
      }
    } else {
      by_colon = false;
    }
    size_t half = skip_space(at);
    bool has_half = false;
    for (const std::string_view letter : {"a", "p"}) {
      size_t after = 0;
      if (is_word(half, std::string(letter) + "m"))
        after = half + 1;
      else if (is_word(half, letter) && is_mark(half + 1, '.') && is_word(half + 2, "m"))
        after = is_mark(half + 3, '.') ? half + 4 : half + 3;
      if (after == 0 || hour == 0 || hour > 12) continue;
      hour = hour % 12 + (letter == "p" ? 12 : 0);
      has_half = true;
      at = after;
      break;
    }
    const bool by_letter = any_word(i + 1, {"h"}) && at > i + 1;
    if (!by_colon && !has_half && !by_letter) return std::nullopt;
    clock = has_second ? fmt::format("{:02}:{:02}:{:02}", hour, minute, second)
                       : fmt::format("{:02}:{:02}", hour, minute);
    return zone_at(at, clock);
  }

  size_t zone_at(size_t at, std::string& clock) const {
    size_t i = skip_space(at);
    if (is_mark(i, '(')) ++i;
    if ((is_mark(i, '+') || is_mark(i, '-')) &&
        (i == at || is(i - 1, Piece::kSpace) || is_mark(i - 1, '('))) {
      const char sign = tokens_[i].mark;
      if (is_number(i + 1, 0, 14, 2) && tokens_[i + 1].size() == 2 && is_mark(i + 2, ':') &&
          is_number(i + 3, 0, 59, 2)) {
        clock += fmt::format("{}{:02}:{:02}", sign, tokens_[i + 1].value, tokens_[i + 3].value);
        return i + 4;
      }
      if (is(i + 1, Piece::kNumber) && tokens_[i + 1].size() == 4 && tokens_[i + 1].value <= 1400) {
        clock += fmt::format("{}{:02}:{:02}", sign, tokens_[i + 1].value / 100, tokens_[i + 1].value % 100);
        return i + 2;
      }
      if (i == at && is_number(i + 1, 0, 14, 2) && tokens_[i + 1].size() == 2) {
        clock += fmt::format("{}{:02}:00", sign, tokens_[i + 1].value);
        return i + 2;
      }
      return at;
    }
    if (!is(i, Piece::kWord) || tokens_[i].size() > 4) return at;
    const std::string lower = to_lower(words(i));
    for (const Zone& zone : kZones) {
      if (zone.name != lower) continue;
      clock += zone.offset;
      return i + 1;
    }
    return at;
  }

  void add_clock_after(size_t& last) {
    if (!date_.clock.empty() || date_.day == 0) return;
    size_t i = last;
    if (is_word(i, "t")) {
      ++i;
    } else {
      for (int marks = 0; marks < 4; ++marks) {
        if (is(i, Piece::kSpace))
          ++i;
        else if (is(i, Piece::kMark) && tokens_[i].mark != '(' && tokens_[i].mark != '.')
          ++i;
        else if (any_word(i, {"at", "um", "kl", "à", "a", "om", "o", "alle", "ore", "las", "в", "о", "godz",
                              "saat"}))
          ++i;
        else
          break;
      }
    }
    if (std::string clock; const auto after = clock_at(i, clock)) {
      date_.clock = clock;
      last = *after;
    }
  }

  // The weekday and the hour before the date, no further back than `floor` (bytes).
  void add_before(size_t first, size_t floor) {
    const auto step_back = [&](size_t i) {
      while (i > 0 &&
             (is(i - 1, Piece::kSpace) || is_mark(i - 1, ',') || is_mark(i - 1, '.') || is_mark(i - 1, '|')))
        --i;
      return i;
    };
    size_t i = step_back(first);
    if (i > 0 && any_word(i - 1, {"the", "den", "le", "el"})) i = step_back(i - 1);
    if (i > 0 && is(i - 1, Piece::kWord) && tokens_[i - 1].begin >= floor) {
      size_t word = i - 1;
      date_.weekday = weekday_name(fold(words(word)));
      if (date_.has_weekday()) {
        date_.begin = tokens_[word].begin;
        i = step_back(word);
      }
    }
    if (!date_.clock.empty() || date_.day == 0) return;
    for (size_t back = 3; back <= 9; ++back) {  // "14:27", "2:27 pm", "14:27 GMT", "2:27 p.m. GMT"
      if (i < back || tokens_[i - back].begin < floor) continue;
      if (i > back && (is_mark(i - back - 1, ':') || is_mark(i - back - 1, '.'))) continue;
      std::string clock;
      const auto after = clock_at(i - back, clock);
      if (!after || *after < i) continue;
      date_.clock = clock;
      date_.begin = tokens_[i - back].begin;
      return;
    }
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  WrittenDate date_;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool WrittenDate::weekday_agrees() const { return weekday < 0 || !is_day() || weekday_of(days()) == weekday; }

Interval WrittenDate::interval() const {
  const int32_t day_number = days();
  if (day_or_month_first) {
    const int32_t other = days_from_civil(year, day, month);
    return days_interval(std::min(day_number, other), std::max(day_number, other));
  }
  const std::string moment = clock.empty() ? iso_date(day_number) : iso_date(day_number) + "T" + clock;
  return {moment, moment};
}

std::vector<WrittenDate> find_dates(std::string_view text) {
  std::vector<WrittenDate> dates;
  if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return dates;
  Reader(text).find_all(dates);
  // A weekday settles which of two numbers is the day; one that fits neither says that this is no date of
  // ours.
  for (WrittenDate& date : dates) {
    if (!date.day_or_month_first || !date.has_weekday()) continue;
    if (!date.weekday_agrees()) std::swap(date.day, date.month);
    date.day_or_month_first = false;
  }
  return dates;
}

std::optional<WrittenDate> parse_date(std::string_view value) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\n' || value.front() == '\t'))
    value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\n' || value.back() == '\t'))
    value.remove_suffix(1);
  if (value.empty() || value.size() > 100) return std::nullopt;
  if (all_digits(value) &&
      (value.size() == 10 || value.size() == 13)) {  // seconds or milliseconds since 1970
    int64_t seconds = 0;
    for (size_t i = 0; i < 10; ++i) seconds = seconds * 10 + (value[i] - '0');
    const CivilDate civil = civil_from_days(static_cast<int32_t>(seconds / 86400));
    if (!plausible_year(static_cast<uint32_t>(civil.year))) return std::nullopt;
    WrittenDate date;
    date.end = value.size();
    date.year = civil.year;
    date.month = civil.month;
    date.day = civil.day;
    date.clock = fmt::format("{:02}:{:02}:{:02}Z", seconds % 86400 / 3600, seconds % 3600 / 60, seconds % 60);
    return date;
  }
  if (value.size() >= 8 && all_digits(value.substr(0, 8)) &&
      (value.size() == 8 || !all_digits(value.substr(8, 1)))) {
    // 20160928, 20160928T15:59:00Z, 20160928T155900Z
    std::string clock(value.substr(8));
    if (clock.size() >= 7 && all_digits(std::string_view(clock).substr(1, 6)))
      clock = fmt::format("T{}:{}:{}{}", clock.substr(1, 2), clock.substr(3, 2), clock.substr(5, 2),
                          clock.substr(7));
    const std::string spread =
        fmt::format("{}-{}-{}{}", value.substr(0, 4), value.substr(4, 2), value.substr(6, 2), clock);
    auto date = parse_date(spread);
    if (date) date->end = value.size();
    return date;
  }
  std::vector<WrittenDate> dates = find_dates(value);
  std::erase_if(dates, [](const WrittenDate& date) { return !date.is_day(); });
  if (dates.empty()) return std::nullopt;
  return dates.front();
}

std::optional<WrittenDate> date_in_path(std::string_view path) {
  const auto number = [&](size_t at, size_t count) -> int {
    if (at + count > path.size() || !all_digits(path.substr(at, count))) return -1;
    int value = 0;
    for (size_t i = at; i < at + count; ++i) value = value * 10 + (path[i] - '0');
    return value;
  };
  const auto is_digit_at = [&](size_t at) { return at < path.size() && path[at] >= '0' && path[at] <= '9'; };
  for (size_t at = 0; at < path.size(); ++at) {
    if (!is_digit_at(at) || (at > 0 && is_digit_at(at - 1))) continue;
    WrittenDate date;
    date.begin = at;
    if (const int day = number(at, 2), month = number(at + 3, 2), year = number(at + 6, 4);
        day > 0 && month > 0 && month <= 12 && year >= 1990 && year <= 2199 && path[at + 2] == '-' &&
        path[at + 5] == '-' && !is_digit_at(at + 10) && is_valid_date(year, month, day)) {  // 28-09-2016
      date.day = day;
      date.month = month;
      date.year = year;
      date.day_or_month_first = day <= 12 && day != month;
      date.end = at + 10;
      return date;
    }
    date.year = number(at, 4);
    if (date.year < 1990 || date.year > 2199) continue;
    size_t next = at + 4;
    if (is_digit_at(next)) {  // 20160928
      date.month = number(next, 2);
      date.day = number(next + 2, 2);
      next += 4;
    } else if (next < path.size() && (path[next] == '/' || path[next] == '-' || path[next] == '_')) {
      const char mark = path[next++];
      const size_t stop = std::min(path.find(mark, next), path.size());
      date.month =
          is_digit_at(next) ? number(next, stop - next) : month_of(to_lower(path.substr(next, stop - next)));
      next = stop + 1;
      size_t day_end = next;
      while (is_digit_at(day_end)) ++day_end;
      date.day = day_end - next <= 2 ? number(next, day_end - next) : -1;
      next = day_end;
    } else {
      continue;
    }
    if (date.month < 1 || date.day < 1 || is_digit_at(next) ||
        !is_valid_date(date.year, date.month, date.day))
      continue;
    date.end = next;
    return date;
  }
  return std::nullopt;
}

std::optional<WrittenDate> month_in_path(std::string_view path) {
  // /2016/09/: a folder for the year, one for the month.
  for (size_t at = 0; at + 9 <= path.size(); ++at) {
    if (path[at] != '/' || path[at + 5] != '/' || path[at + 8] != '/') continue;
    const std::string_view year = path.substr(at + 1, 4), month = path.substr(at + 6, 2);
    if (!all_digits(year) || !all_digits(month)) continue;
    WrittenDate date;
    date.year = (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0');
    date.month = (month[0] - '0') * 10 + (month[1] - '0');
    if (date.year < 1990 || date.year > 2199 || date.month < 1 || date.month > 12) continue;
    date.begin = at;
    date.end = at + 9;
    return date;
  }
  return std::nullopt;
}

}  // namespace hearsay
