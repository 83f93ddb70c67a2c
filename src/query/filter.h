// Filters: what a user narrows a list to, and the SQL condition that each becomes in a list. Values are
// bound, never written into the SQL.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "query/column.h"

namespace hearsay {

enum class FilterName {
  kBy,
  kTo,
  kAbout,
  kAct,
  kForm,
  kStatus,
  kType,
  kPlace,
  kOutlet,
  kStory,
  kText,
  kSaid,
  kHappened,
  kPublished
};
[[nodiscard]] std::string_view to_string(FilterName name);  // "by" ...

// What was asked for; an empty value narrows nothing.
using FilterValues = std::vector<std::pair<FilterName, std::string>>;

// How the value of a filter is read, and the parameters that it gives to the condition. NAME stands for
// to_string(name).
enum class FilterKind {
  kWords,     // :NAME, the words; at least one letter or digit
  kOutlet,    // as kWords; "unknown" gives '', an outlet that no words name
  kStory,     // as kWords; :story_id, the same in lower case where it may be the beginning of an id, else '-'
  kFullText,  // :NAME, an expression of FTS5 (in which each word or "quoted phrase" must occur), and
              // :NAME_words, the value
  kEnum,      // :NAME, the number of the value
  kClock,     // :NAME_from and :NAME_to, days; '' where open
};

// A filter that a list can have.
struct FilterRule {
  FilterName name = FilterName::kBy;
  FilterKind kind = FilterKind::kWords;
  std::string condition;
  EnumNames names;  // of a kEnum
};

// A parameter of the condition with its value.
struct BoundValue {
  std::string parameter;
  std::variant<std::string, int64_t> value;
};

// The conditions of the filters given, joined by AND ("" where there is none), and their parameters.
// kBadFilter: a filter that no rule of the list is for (the message names those that there are), or a value
// that can't be read (the message says what could).
struct Narrowing {
  std::string condition;
  std::vector<BoundValue> values;
  bool full_text = false;  // the full-text index is asked
};
[[nodiscard]] Result<Narrowing> narrow(std::string_view list, const std::vector<FilterRule>& rules,
                                       const FilterValues& filters);

// The values of an enumeration as a user writes them, parted by spaces.
[[nodiscard]] std::string values_of(const EnumNames& names);

// "2016-09", "2016-09-09..2016-09-12", "..2016", "2016-10-01.." as [first day, last day]; an open end is
// empty. kBadFilter.
[[nodiscard]] Result<Interval> parse_clock(std::string_view value);

}  // namespace hearsay
