#include "output/readable_interval.h"

namespace hearsay {
namespace {

std::string readable_bound(const std::string& bound) {
  if (bound.size() < 16 || bound[10] != 'T') return bound;
  return bound.substr(0, 10) + " " + bound.substr(11, 5);
}

}  // namespace

std::string readable(const Interval& interval) {
  if (interval.empty()) return "";
  const std::string &from = interval.from, &to = interval.to;
  if (from == to) return readable_bound(from);
  if (from.size() == 10 && to.size() == 10 && from.substr(0, 4) == to.substr(0, 4)) {
    if (from.ends_with("-01-01") && to.ends_with("-12-31")) return from.substr(0, 4);
    const auto first = parse_iso_day(from), last = parse_iso_day(to);
    // The day after the last begins the next month.
    if (first && last && from.ends_with("-01") && from.substr(0, 7) == to.substr(0, 7) &&
        civil_from_days(*last + 1).day == 1)
      return from.substr(0, 7);
    return from + ".." + to.substr(5);
  }
  return readable_bound(from) + ".." + readable_bound(to);
}

std::string readable_days(const Interval& interval) {
  return readable({interval.from.substr(0, 10), interval.to.substr(0, 10)});
}

}  // namespace hearsay
