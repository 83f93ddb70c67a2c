#include "query/filter.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 14> kNames = {"by",     "to",   "about",    "act",      "form",
                                                     "status", "type", "place",    "outlet",   "story",
                                                     "text",   "said", "happened", "published"};

Error bad(FilterName name, std::string_view value, std::string_view what) {
  return {ErrorCode::kBadFilter, fmt::format("--{} {}: {}", to_string(name), value, what)};
}

bool holds_word(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

// Each word quoted, so that nothing in it is an operator; what stands between double quotation marks is one
// phrase.
std::string full_text_expression(std::string_view value) {
  std::string expression;
  const auto add = [&](std::string_view phrase) {
    if (!holds_word(phrase)) return;
    if (!expression.empty()) expression += ' ';
    expression += '"';
    expression += phrase;
    expression += '"';
  };
  for (size_t at = 0; at < value.size();) {
    const size_t quote = value.find('"', at);
    const std::string_view plain = value.substr(at, quote == value.npos ? value.npos : quote - at);
    for (size_t begin = 0; begin < plain.size();) {
      const size_t end = std::min(plain.find_first_of(" \t\r\n", begin), plain.size());
      add(plain.substr(begin, end - begin));
      begin = end + 1;
    }
    if (quote == value.npos) break;
    const size_t close = value.find('"', quote + 1);
    add(value.substr(quote + 1, close == value.npos ? value.npos : close - quote - 1));
    if (close == value.npos) break;
    at = close + 1;
  }
  return expression;
}

// First and last day of a year, month or day.
std::optional<std::pair<int32_t, int32_t>> days_of(std::string_view text) {
  const auto number = [](std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return digits.empty() ? -1 : value;
  };
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return std::nullopt;
  const int year = number(text.substr(0, 4));
  const int month = text.size() > 4 ? number(text.substr(5, 2)) : 1;
  const int day = text.size() > 7 ? number(text.substr(8, 2)) : 1;
  if (!is_valid_date(year, month, day)) return std::nullopt;
  const int32_t first = days_from_civil(year, month, day);
  if (text.size() == 10) return {{first, first}};
  if (text.size() == 7)
    return {
        {first, (month == 12 ? days_from_civil(year + 1, 1, 1) : days_from_civil(year, month + 1, 1)) - 1}};
  return {{first, days_from_civil(year + 1, 1, 1) - 1}};
}

Result<void> bind_value(const FilterRule& rule, const std::string& value, Narrowing& narrowing) {
  const std::string name(to_string(rule.name));
  const auto give = [&](std::string parameter, std::variant<std::string, int64_t> bound) {
    narrowing.values.push_back({":" + std::move(parameter), std::move(bound)});
  };
  if (rule.kind == FilterKind::kEnum) {
    const std::string wanted = to_lower(value);
    for (int64_t i = 0; i < rule.names.count; ++i)
      if (!wanted.empty() && to_lower(rule.names.name(i)) == wanted) {
        give(name, i);
        return {};
      }
    return bad(rule.name, value, fmt::format("it is one of: {}", values_of(rule.names)));
  }
  if (rule.kind == FilterKind::kClock) {
    const Result<Interval> clock = parse_clock(value);
    if (!clock.ok()) return bad(rule.name, value, clock.error().message);
    give(name + "_from", clock->from);
    give(name + "_to", clock->to);
    return {};
  }
  if (!holds_word(value)) return bad(rule.name, value, "there is no word in it");
  switch (rule.kind) {
    case FilterKind::kOutlet:
      give(name, to_lower(value) == "unknown" ? std::string() : value);
      break;
    case FilterKind::kStory: {
      const bool may_be_id =
          value.size() >= 6 && value.find_first_not_of("0123456789abcdefABCDEF") == value.npos;
      give(name, value);
      give(name + "_id", may_be_id ? to_lower(value) : std::string("-"));
      break;
    }
    case FilterKind::kFullText:
      give(name, full_text_expression(value));
      give(name + "_words", value);
      narrowing.full_text = narrowing.full_text || rule.condition.find("_search") != std::string::npos;
      break;
    default:
      give(name, value);
  }
  return {};
}

}  // namespace

std::string values_of(const EnumNames& names) {
  std::string list;
  for (int64_t i = 0; i < names.count; ++i) {
    if (names.name(i).empty()) continue;
    if (!list.empty()) list += ' ';
    list += names.name(i);
  }
  return list;
}

std::string_view to_string(FilterName name) { return kNames.at(static_cast<size_t>(name)); }

Result<Interval> parse_clock(std::string_view value) {
  const auto failed = [&](std::string_view what) { return Error{ErrorCode::kBadFilter, std::string(what)}; };
  constexpr std::string_view kHow =
      "a clock is FROM..TO, a day, a month or a year, such as 2016-09-09..2016-09-12, 2016-10-01.. or "
      "2016-09";
  const size_t dots = value.find("..");
  const std::string_view from = value.substr(0, dots),
                         to = dots == value.npos ? from : value.substr(dots + 2);
  if (from.empty() && to.empty()) return failed(kHow);
  const auto first = days_of(from), last = days_of(to);
  if ((!from.empty() && !first) || (!to.empty() && !last)) return failed(kHow);
  if (first && last && first->first > last->second) return failed("FROM is later than TO");
  return Interval{first ? iso_date(first->first) : "", last ? iso_date(last->second) : ""};
}

Result<Narrowing> narrow(std::string_view list, const std::vector<FilterRule>& rules,
                         const FilterValues& filters) {
  Narrowing narrowing;
  for (const auto& [name, value] : filters) {
    if (value.empty()) continue;
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const FilterRule& r) { return r.name == name; });
    if (rule == rules.end()) {
      std::string possible;
      for (const FilterRule& r : rules) possible += fmt::format(" --{}", to_string(r.name));
      return Error{ErrorCode::kBadFilter, fmt::format("{} can't be narrowed by --{}; they can by{}", list,
                                                      to_string(name), possible)};
    }
    if (Result<void> bound = bind_value(*rule, value, narrowing); !bound.ok()) return bound.error();
    if (!narrowing.condition.empty()) narrowing.condition += " AND ";
    narrowing.condition += "(" + rule->condition + ")";
  }
  return narrowing;
}

}  // namespace hearsay
