#include <catch2/catch.hpp>

#include "stages/stories/stories.h"

namespace hearsay {
namespace {

StoryRow row_of(RowId id, const std::string& day, std::vector<std::string> terms) {
  StoryRow row;
  row.document = id;
  row.order = day + std::to_string(id);
  if (!day.empty()) row.published = {day, day};
  row.title = "page " + std::to_string(id);
  row.terms = std::move(terms);
  return row;
}

std::vector<std::vector<RowId>> stories_of(std::vector<StoryRow> rows) {
  weigh_terms(rows);
  std::vector<std::vector<RowId>> out;
  for (const Story& story : run_corpus_stage(StoryStage{}, std::move(rows))) out.push_back(story.documents);
  return out;
}

const std::vector<std::string> kTalks = {"voss", "ilmar", "orvel", "northern front", "estonia"};

TEST_CASE("pages that share telling names within days are one story") {
  CHECK(stories_of({row_of(1, "2031-03-03", kTalks),
                    row_of(2, "2031-03-05", {"voss", "orvel", "northern front", "peru"})})
            .size() == 1);
}

TEST_CASE("the same names half a year later are another story") {
  CHECK(stories_of({row_of(1, "2031-03-03", kTalks), row_of(2, "2031-09-05", kTalks)}).size() == 2);
}

TEST_CASE("one shared state is no story") {
  CHECK(stories_of({row_of(1, "2031-03-03", kTalks),
                    row_of(2, "2031-03-03", {"estonia", "tartu", "football union", "mets"})})
            .size() == 2);
}

TEST_CASE("words of headlines alone make no story") {
  CHECK(stories_of({row_of(1, "2031-03-03", {"title:truce", "title:talks", "title:end"}),
                    row_of(2, "2031-03-03", {"title:truce", "title:talks", "title:end"})})
            .size() == 2);
}

TEST_CASE("copies are one story however little they name") {
  std::vector<StoryRow> rows = {row_of(1, "2031-03-03", {"voss"}), row_of(2, "2031-03-04", {"ilmar"})};
  rows[0].copy_of = rows[1].copy_of = 7;
  CHECK(stories_of(rows).size() == 1);
}

TEST_CASE("a page whose date is unknown joins only where it shares most") {
  CHECK(stories_of({row_of(1, "2031-03-03", kTalks), row_of(2, "", kTalks)}).size() == 1);
  CHECK(
      stories_of({row_of(1, "2031-03-03", kTalks), row_of(2, "", {"voss", "lima", "cusco", "peru", "andes"})})
          .size() == 2);
}

TEST_CASE("a story runs from its first to its last day") {
  std::vector<StoryRow> rows = {row_of(1, "2031-03-03", kTalks), row_of(2, "2031-03-05", kTalks)};
  weigh_terms(rows);
  const auto stories = run_corpus_stage(StoryStage{}, rows);
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].interval == Interval{"2031-03-03", "2031-03-05"});
  CHECK(stories[0].title == "page 1");
}

}  // namespace
}  // namespace hearsay
