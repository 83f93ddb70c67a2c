#include <catch2/catch.hpp>

#include "stages/company/company_dates.h"

namespace hearsay {
namespace {

PageDate page(RowId id, const std::string& from, const std::string& to) {
  return {id, (from.empty() ? "9999" : from) + std::to_string(id), {from, to}};
}
PageDate page(RowId id, const std::string& day = "") { return page(id, day, day); }

CopyGroup group(std::vector<RowId> documents, CopyKind kind = CopyKind::kCopy) {
  CopyGroup made;
  for (size_t i = 0; i < documents.size(); ++i)
    made.members.push_back({documents[i], i == 0 ? 0 : documents[0], kind, 1, ""});
  made.documents = std::move(documents);
  return made;
}

Story story(std::vector<RowId> documents) {
  Story made;
  made.documents = std::move(documents);
  return made;
}

std::vector<NarrowedDate> narrow(const std::vector<PageDate>& pages, const std::vector<CopyGroup>& groups,
                                 const std::vector<Story>& stories = {}) {
  return narrow_dates(pages, groups, stories);
}

TEST_CASE("a copy without a date was printed within days of the dated ones") {
  const auto dates = narrow({page(1, "2031-03-04"), page(2), page(3, "2031-03-06")}, {group({1, 3, 2})});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].document == 2);
  CHECK(dates[0].published == Interval{"2031-03-02", "2031-03-08"});
  CHECK(dates[0].company == std::vector<RowId>{1, 3});
}

TEST_CASE("copies that are dated weeks apart, or not at all, say nothing") {
  CHECK(narrow({page(1, "2031-03-04"), page(2), page(3, "2031-04-06")}, {group({1, 3, 2})}).empty());
  CHECK(narrow({page(1), page(2)}, {group({1, 2})}).empty());
}

TEST_CASE("a page's own bounds hold, its hour too") {
  const auto dates = narrow({page(1, "2031-03-04"), page(2, "", "2031-03-05T09:30:00Z")}, {group({1, 2})});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].published == Interval{"2031-03-02", "2031-03-05T09:30:00Z"});
}

TEST_CASE("where the company speaks of another time, the page's own word stands") {
  CHECK(narrow({page(1, "2031-03-04"), page(2, "2031-05-01", "")}, {group({1, 2})}).empty());
}

TEST_CASE("a day is as narrow as it gets") {
  CHECK(narrow({page(1, "2031-03-04"), page(2, "2031-03-05")}, {group({1, 2})}).empty());
}

TEST_CASE("the same page was published once, whenever it was fetched") {
  for (const CopyKind kind : {CopyKind::kRecapture, CopyKind::kRevision}) {
    const auto dates = narrow({page(1, "2031-03-04"), page(2)}, {group({1, 2}, kind)});
    REQUIRE(dates.size() == 1);
    CHECK(dates[0].published == Interval{"2031-03-04", "2031-03-04"});
  }
}

TEST_CASE("a part of a report may be quoted years later") {
  CHECK(narrow({page(1, "2031-03-04"), page(2)}, {group({1, 2}, CopyKind::kPartialCopy)}).empty());
}

TEST_CASE("two reports of a story bound a third, copies of one count once") {
  const std::vector<PageDate> pages = {page(1, "2031-03-04"), page(2, "2031-03-06"), page(3)};
  const auto dates = narrow(pages, {}, {story({1, 2, 3})});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].published == Interval{"2031-02-25", "2031-03-13"});
  CHECK(narrow(pages, {group({1, 2})}, {story({1, 2, 3})}).empty());
  CHECK(narrow({page(1, "2031-03-04"), page(3)}, {}, {story({1, 3})}).empty());
  CHECK(narrow({page(1, "2031-03-04"), page(2, "2031-03-26"), page(3)}, {}, {story({1, 2, 3})}).empty());
}

TEST_CASE("copies are asked before the story") {
  const auto dates =
      narrow({page(1, "2031-03-04"), page(2, "2031-03-09"), page(3)}, {group({1, 3})}, {story({1, 2, 3})});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].published == Interval{"2031-03-02", "2031-03-06"});
}

}  // namespace
}  // namespace hearsay
