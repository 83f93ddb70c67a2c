#include <catch2/catch.hpp>

#include "record/document.h"

namespace hearsay {
namespace {

TEST_CASE("days and dates go back and forth") {
  CHECK(days_from_civil(1970, 1, 1) == 0);
  CHECK(iso_date(days_from_civil(2016, 2, 29)) == "2016-02-29");
  CHECK(weekday_of(days_from_civil(2016, 10, 1)) == 5);  // a Saturday
  for (int32_t day = -800000; day < 800000; day += 37) {
    const CivilDate date = civil_from_days(day);
    REQUIRE(days_from_civil(date.year, date.month, date.day) == day);
  }
}

TEST_CASE("dates that do not exist are none") {
  CHECK(is_valid_date(2016, 2, 29));
  CHECK_FALSE(is_valid_date(2015, 2, 29));
  CHECK_FALSE(parse_iso_day("2016-13-01").has_value());
  CHECK_FALSE(parse_iso_day("2016-1-01").has_value());
  CHECK(parse_iso_day("2016-09-28T15:59:00+03:00") == days_from_civil(2016, 9, 28));
}

TEST_CASE("open ends stretch, unknown intervals overlap nothing") {
  CHECK(overlap({"2016-09-01", ""}, {"2017-01-01", "2017-01-02"}));
  CHECK_FALSE(overlap({"2016-09-01", "2016-09-03"}, {"2016-09-04", ""}));
  CHECK_FALSE(overlap({}, {"2016-09-04", ""}));
}

TEST_CASE("every enumerated name parses back") {
  for (int i = 0; i < 9; ++i) CHECK(parse_act(to_string(static_cast<Act>(i))) == static_cast<Act>(i));
  for (int i = 0; i < 16; ++i)
    CHECK(parse_event_type(to_string(static_cast<EventType>(i))) == static_cast<EventType>(i));
  CHECK_FALSE(parse_act("mutter").has_value());
}

Document two_paragraphs() {
  Document document;
  lay_out_text(document, "A title", {"One said so.", "Two said so."}, {}, {}, {"A caption"});
  return document;
}

TEST_CASE("parts are laid out in one buffer") {
  const Document d = two_paragraphs();
  CHECK(d.text == "A title\n\nOne said so.\n\nTwo said so.\n\nA caption");
  CHECK(d.words_of(d.article.body) == "One said so.\n\nTwo said so.");
  const Span second = d.article.paragraphs[1].span;
  CHECK(d.part_of(second) == Part::kBody);
  CHECK(d.in_part(second).begin == 14);
  CHECK(d.part_of(d.article.captions) == Part::kCaption);
  CHECK(d.part_of(d.article.title) == Part::kTitle);
}

TEST_CASE("a body without title or captions") {
  Document d;
  lay_out_text(d, "", {"Only this."}, {}, {}, {});
  CHECK(d.part_of(d.article.paragraphs[0].span) == Part::kBody);
  CHECK(d.in_part(d.article.paragraphs[0].span).begin == 0);
}

TEST_CASE("ids rest on words and occurrence, not on offsets") {
  Document d = two_paragraphs();
  const auto statement_at = [&](size_t paragraph, uint32_t from, uint32_t to) {
    Statement s;
    s.sentence = d.article.paragraphs[paragraph].span;
    s.content = {s.sentence.begin + from, s.sentence.begin + to};
    return s;
  };
  d.statements = {statement_at(0, 9, 11), statement_at(1, 9, 11)};
  assign_statement_ids(d);
  CHECK(d.statements[0].id != d.statements[1].id);  // the sentences differ

  Document moved;
  lay_out_text(moved, "A longer title than before", {"One said so.", "Two said so."}, {}, {}, {});
  moved.statements = {d.statements[0]};
  const uint32_t shift = moved.article.paragraphs[0].span.begin - d.article.paragraphs[0].span.begin;
  for (Span* span : {&moved.statements[0].sentence, &moved.statements[0].content})
    *span = {span->begin + shift, span->end + shift};
  assign_statement_ids(moved);
  CHECK(moved.statements[0].id == d.statements[0].id);

  d.statements = {statement_at(0, 9, 11), statement_at(0, 9, 11)};
  assign_statement_ids(d);
  CHECK(d.statements[0].id != d.statements[1].id);  // the second occurrence
}

}  // namespace
}  // namespace hearsay
