#include <catch2/catch.hpp>

#include "stages/actors/shared_actors.h"

namespace hearsay {
namespace {

ActorRow row_of(RowId id, const std::string& name, ActorKind kind, const std::string& code) {
  ActorRow row;
  row.actor = id;
  row.document = id;
  row.order = std::to_string(100 + id);
  row.id.bytes[0] = static_cast<uint8_t>(id);
  row.name = name;
  row.names = {name};
  row.kind = kind;
  row.code = code;
  row.mentions = 1;
  return row;
}

size_t groups_of(std::vector<ActorRow> rows) {
  return run_corpus_stage(SharedActorStage{}, std::move(rows)).size();
}

TEST_CASE("names of one person") {
  CHECK(same_person_name("Sergio Marén", "Sergio Maren"));
  CHECK(same_person_name("Andrei Voss", "Andrey Voss"));
  CHECK(same_person_name("A. Voss", "Andrei Voss"));
  CHECK(same_person_name("Voss", "Andrei Voss"));
  CHECK(same_person_name("Andrei Karl Voss", "Andrei Voss"));
  CHECK_FALSE(same_person_name("Boris Voss", "Andrei Voss"));
  CHECK_FALSE(same_person_name("Andrei Voss", "Andrei Moss"));
  CHECK_FALSE(same_person_name("Jan Voss", "Jon Voss"));  // too short for a spelling variant
}

TEST_CASE("one person on two pages, written two ways") {
  const auto groups =
      run_corpus_stage(SharedActorStage{}, {row_of(1, "Andrei Voss", ActorKind::kPerson, "EST GOV"),
                                            row_of(2, "Andrey Voss", ActorKind::kPerson, "EST GOV")});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].id.bytes[0] == 1);
  CHECK(groups[0].names.size() == 2);
  CHECK(groups[0].joins.at(0).reason == "same surname, given names agree");
}

TEST_CASE("a lone surname joins the one person it can mean") {
  CHECK(groups_of({row_of(1, "Andrei Voss", ActorKind::kPerson, "EST GOV"),
                   row_of(2, "Voss", ActorKind::kPerson, "EST GOV")}) == 1);
}

TEST_CASE("a lone surname that two persons bear joins neither") {
  CHECK(groups_of({row_of(1, "Andrei Voss", ActorKind::kPerson, "EST GOV"),
                   row_of(2, "Berta Voss", ActorKind::kPerson, "EST LEG"),
                   row_of(3, "Voss", ActorKind::kPerson, "EST GOV")}) == 3);
}

TEST_CASE("namesakes of two countries stay apart") {
  CHECK(groups_of({row_of(1, "Andrei Voss", ActorKind::kPerson, "EST GOV"),
                   row_of(2, "Andrei Voss", ActorKind::kPerson, "PER CVL")}) == 2);
}

TEST_CASE("a state is one whatever it is called; its people are not it") {
  CHECK(groups_of({row_of(1, "Estonia", ActorKind::kState, "EST"),
                   row_of(2, "Tallinn", ActorKind::kState, "EST GOV")}) == 1);
  CHECK(groups_of({row_of(1, "Estonia", ActorKind::kState, "EST"),
                   row_of(2, "Estonian rebels", ActorKind::kGroup, "EST REB")}) == 2);
}

TEST_CASE("what has no name of its own joins nobody") {
  CHECK(groups_of({row_of(1, "the rebels", ActorKind::kGroup, "EST REB"),
                   row_of(2, "the rebels", ActorKind::kGroup, "EST REB")}) == 2);
}

TEST_CASE("bodies join by their whole name") {
  CHECK(groups_of({row_of(1, "the Northern Front", ActorKind::kGroup, "EST REB"),
                   row_of(2, "Northern Front", ActorKind::kGroup, "")}) == 1);
  CHECK(groups_of({row_of(1, "Northern Front", ActorKind::kGroup, "EST REB"),
                   row_of(2, "Southern Front", ActorKind::kGroup, "EST REB")}) == 2);
}

}  // namespace
}  // namespace hearsay
