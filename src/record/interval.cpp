#include "record/interval.h"

#include <cstdio>

namespace hearsay {

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
int32_t days_from_civil(int y, int m, int d) {
  y -= m <= 2;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400;
  const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

CivilDate civil_from_days(int32_t z) {
  z += 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp + (mp < 10 ? 3 : -9);
  return {yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

int weekday_of(int32_t days) { return ((days + 3) % 7 + 7) % 7; }

bool is_valid_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const CivilDate back = civil_from_days(days_from_civil(year, month, day));
  return back.month == month && back.day == day;
}

std::string iso_date(int32_t days) {
  const CivilDate date = civil_from_days(days);
  if (date.year < 0 || date.year > 9999) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
    return buffer;
  }
  // Phase B asks for millions: no format to be parsed.
  std::string out = "0000-00-00";
  const auto put = [&](size_t at, size_t digits, int value) {
    for (size_t i = digits; i-- > 0; value /= 10) out[at + i] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, date.year);
  put(5, 2, date.month);
  put(8, 2, date.day);
  return out;
}

std::optional<int32_t> parse_iso_day(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](size_t at, size_t count) {
    int value = 0;
    for (size_t i = at; i < at + count; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (!is_valid_date(year, month, day)) return std::nullopt;
  return days_from_civil(year, month, day);
}

bool overlap(const Interval& a, const Interval& b) {
  if (a.empty() || b.empty()) return false;
  const auto before = [](const std::string& end, const std::string& begin) {
    return !end.empty() && !begin.empty() &&
           std::string_view(end).substr(0, 10) < std::string_view(begin).substr(0, 10);
  };
  return !before(a.to, b.from) && !before(b.to, a.from);
}

std::string_view to_string(DateEvidence evidence) {
  switch (evidence) {
    case DateEvidence::kNone:
      return "none";
    case DateEvidence::kMarkup:
      return "markup";
    case DateEvidence::kUrl:
      return "url";
    case DateEvidence::kTextLine:
      return "text-line";
    case DateEvidence::kDateline:
      return "dateline";
    case DateEvidence::kInferred:
      return "inferred";
    case DateEvidence::kStory:
      return "story";
  }
  return "none";
}

}  // namespace hearsay
