#include "stages/times/clock.h"

#include <array>
#include <utility>

namespace hearsay {
namespace {

struct Digits {
  int hour = -1, minute = 0;
  bool minutes_given = false;
  std::string_view rest;  // letters that follow without a space
};

std::optional<Digits> digits_of(std::string_view w) {
  Digits d;
  size_t i = 0;
  int hour = 0;
  while (i < w.size() && w[i] >= '0' && w[i] <= '9' && i < 2) hour = hour * 10 + (w[i++] - '0');
  if (i == 0) return std::nullopt;
  d.hour = hour;
  if (i + 2 < w.size() && (w[i] == ':' || w[i] == '.') && w[i + 1] >= '0' && w[i + 1] <= '5' &&
      w[i + 2] >= '0' && w[i + 2] <= '9') {
    d.minute = (w[i + 1] - '0') * 10 + (w[i + 2] - '0');
    d.minutes_given = true;
    i += 3;
    if (i + 2 < w.size() && w[i] == ':') i += 3;  // seconds
  }
  d.rest = w.substr(i);
  return d;
}

// 0 none, 1 a.m., 2 p.m.
int half_of_day(std::string_view w) {
  if (w == "am" || w == "a.m." || w == "a.m") return 1;
  if (w == "pm" || w == "p.m." || w == "p.m") return 2;
  return 0;
}

// Zones whose letters mean one offset only ("CST" and "IST" do not).
std::string_view offset_of_zone(std::string_view w) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kZones = {{
      {"GMT", "+00:00"},
      {"UTC", "+00:00"},
      {"EST", "-05:00"},
      {"EDT", "-04:00"},
      {"PST", "-08:00"},
      {"PDT", "-07:00"},
      {"CET", "+01:00"},
      {"CEST", "+02:00"},
      {"EET", "+02:00"},
      {"EEST", "+03:00"},
      {"MSK", "+03:00"},
      {"JST", "+09:00"},
      {"BST", "+01:00"},
      {"AEST", "+10:00"},
  }};
  for (const auto& [name, offset] : kZones) {
    if (w == name) return offset;
  }
  return {};
}

}  // namespace

std::optional<Clock> read_clock(const Reading& r, uint32_t i, uint32_t end) {
  if (i >= end) return std::nullopt;
  Clock clock;
  int hour = -1, minute = 0;
  uint32_t next = i + 1;
  const std::string_view w = r.lower(i);
  if (w == "midnight" || w == "noon" || w == "midday") {
    hour = w == "midnight" ? 0 : 12;
    clock.sure = false;
  } else {
    if (w.empty() || w[0] < '0' || w[0] > '9') return std::nullopt;
    const auto digits = digits_of(w);
    if (!digits) return std::nullopt;
    hour = digits->hour;
    minute = digits->minute;
    int half = half_of_day(digits->rest);
    if (!digits->rest.empty() && !half) return std::nullopt;
    if (!half && next < end && (half = half_of_day(r.lower(next)))) ++next;
    if (half) {
      if (hour < 1 || hour > 12) return std::nullopt;
      hour = hour % 12 + (half == 2 ? 12 : 0);
      clock.sure = true;
    } else if (next < end && (r.lower(next) == "o'clock" || r.lower(next) == "o\u2019clock")) {
      // Morning or evening is not said: no hour.
      clock.last = next + 1;
      clock.sure = true;
      return clock;
    } else if (!digits->minutes_given || w.find('.') != std::string_view::npos) {
      return std::nullopt;
    }
    if (hour > 23 || (hour == 24 && minute)) return std::nullopt;
  }
  for (const int part : {hour, minute}) {
    if (!clock.iso.empty()) clock.iso += ':';
    clock.iso += static_cast<char>('0' + part / 10);
    clock.iso += static_cast<char>('0' + part % 10);
  }
  if (const std::string_view zone = next < end ? offset_of_zone(r.word(next)) : std::string_view{};
      !zone.empty()) {
    clock.iso += zone;
    clock.sure = true;
    ++next;
  } else if (next + 1 < end && r.lower(next) == "local" && r.lower(next + 1) == "time") {
    clock.sure = true;
    next += 2;
  } else if (next < end && r.lower(next) == "hours") {
    clock.sure = true;
    ++next;
  }
  clock.last = next;
  return clock;
}

}  // namespace hearsay
