#include "query/filter.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/list_query.h"
#include "record/types.h"

using namespace hearsay;

namespace {

Narrowing narrowed(const std::vector<FilterRule>& rules, const FilterValues& values) {
  Result<Narrowing> narrowing = narrow("things", rules, values);
  REQUIRE(narrowing.ok());
  return std::move(*narrowing);
}

std::string refusal(const std::vector<FilterRule>& rules, const FilterValues& values) {
  const Result<Narrowing> narrowing = narrow("things", rules, values);
  REQUIRE_FALSE(narrowing.ok());
  CHECK(narrowing.error().code == ErrorCode::kBadFilter);
  return narrowing.error().message;
}

std::string text(const Narrowing& narrowing, const std::string& parameter) {
  for (const BoundValue& bound : narrowing.values)
    if (bound.parameter == parameter) return std::get<std::string>(bound.value);
  FAIL("no parameter " << parameter);
  return "";
}

const std::vector<FilterRule> kRules = {
    {FilterName::kBy, FilterKind::kWords, "by_condition", {}},
    {FilterName::kAct, FilterKind::kEnum, "act = :act", names_of(Act::kAdmit)},
    {FilterName::kOutlet, FilterKind::kOutlet, "outlet_condition", {}},
    {FilterName::kStory, FilterKind::kStory, "story_condition", {}},
    {FilterName::kText, FilterKind::kFullText, "x IN (SELECT rowid FROM document_search)", {}},
    {FilterName::kSaid, FilterKind::kClock, "said_condition", {}}};

}  // namespace

TEST_CASE("a clock is a day, a month, a year, or from .. to") {
  const auto clock = [](std::string_view value) {
    const Result<Interval> interval = parse_clock(value);
    REQUIRE(interval.ok());
    return *interval;
  };
  CHECK(clock("2016-09-28") == Interval{"2016-09-28", "2016-09-28"});
  CHECK(clock("2016-02") == Interval{"2016-02-01", "2016-02-29"});
  CHECK(clock("2015-12") == Interval{"2015-12-01", "2015-12-31"});
  CHECK(clock("2016") == Interval{"2016-01-01", "2016-12-31"});
  CHECK(clock("2016-09..2016-10-02") == Interval{"2016-09-01", "2016-10-02"});
  CHECK(clock("..2016") == Interval{"", "2016-12-31"});
  CHECK(clock("2016-09-28..") == Interval{"2016-09-28", ""});
  for (const char* bad :
       {"..", "yesterday", "2016-13", "2016-02-30", "28-09-2016", "2016-9-28", "2016-09-28...2016-10-01",
        "2016-10..2016-09", "2016-09-28T10:00", "20160928", "2016/09", "-016"})
    CHECK(parse_clock(bad).error().code == ErrorCode::kBadFilter);
}

TEST_CASE("a filter becomes a condition and bound values") {
  CHECK(narrowed(kRules, {}).condition.empty());
  CHECK(narrowed(kRules, {{FilterName::kBy, ""}}).condition.empty());
  const Narrowing both =
      narrowed(kRules, {{FilterName::kBy, "O'Brien; DROP TABLE run"}, {FilterName::kAct, "Deny"}});
  CHECK(both.condition == "(by_condition) AND (act = :act)");
  CHECK(text(both, ":by") == "O'Brien; DROP TABLE run");
  CHECK(std::get<int64_t>(both.values.at(1).value) == static_cast<int64_t>(Act::kDeny));
  CHECK(text(narrowed(kRules, {{FilterName::kOutlet, "Unknown"}}), ":outlet").empty());
  CHECK(text(narrowed(kRules, {{FilterName::kOutlet, "unknown courier"}}), ":outlet") == "unknown courier");
  CHECK(text(narrowed(kRules, {{FilterName::kStory, "ABCDEF12"}}), ":story_id") == "abcdef12");
  CHECK(text(narrowed(kRules, {{FilterName::kStory, "decade of truce"}}), ":story_id") == "-");
  const Narrowing said = narrowed(kRules, {{FilterName::kSaid, "2031-03.."}});
  CHECK(text(said, ":said_from") == "2031-03-01");
  CHECK(text(said, ":said_to").empty());
}

TEST_CASE("what a list can't have is refused, and what it can is named") {
  const std::vector<FilterRule> few = {kRules[0], kRules[5]};
  CHECK(refusal(few, {{FilterName::kAct, "deny"}}) ==
        "things can't be narrowed by --act; they can by --by --said");
  const std::string act = refusal(kRules, {{FilterName::kAct, "lie"}});
  CHECK(act.find("--act lie") != std::string::npos);
  CHECK(act.find("assert deny accuse demand threaten promise reject support admit") != std::string::npos);
  CHECK(refusal(kRules, {{FilterName::kSaid, "soon"}}).find("2016-09-09..2016-09-12") != std::string::npos);
  CHECK(refusal(kRules, {{FilterName::kBy, "?!"}}).find("no word") != std::string::npos);
  CHECK(refusal(kRules, {{FilterName::kText, "\"\""}}).find("no word") != std::string::npos);
}

TEST_CASE("no word of a full-text search is an operator") {
  const auto expression = [](const std::string& value) {
    return text(narrowed(kRules, {{FilterName::kText, value}}), ":text");
  };
  CHECK(expression("siege convoy") == R"("siege" "convoy")");
  CHECK(expression("NOT body:x* OR (") == R"("NOT" "body:x*" "OR")");
  CHECK(expression("\"siege of the city\" convoy") == R"("siege of the city" "convoy")");
  CHECK(expression("convoy \"siege of") == R"("convoy" "siege of")");
  CHECK(expression("a\"b\"c") == R"("a" "b" "c")");
  CHECK(narrowed(kRules, {{FilterName::kText, "x"}}).full_text);
}

TEST_CASE("every filter of every list is told apart") {
  for (const ListQuery& list : list_queries()) {
    std::vector<FilterName> seen;
    for (const FilterRule& rule : list.filters) {
      CHECK(std::find(seen.begin(), seen.end(), rule.name) == seen.end());
      seen.push_back(rule.name);
      CHECK(rule.condition.find(':') != std::string::npos);  // takes its value as a parameter
    }
  }
}
