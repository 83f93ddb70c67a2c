#include <catch2/catch.hpp>

#include "stages/incidents/contacts.h"
#include "stages/incidents/incidents.h"

namespace hearsay {
namespace {

EventRow attack(RowId id, const std::string& where, const std::string& day, const std::string& recipient,
                RowId story = 1) {
  EventRow row;
  row.event = id;
  row.document = id;
  row.story = story;
  row.order = std::to_string(100 + id);
  row.type = EventType::kAssault;
  row.trigger = "shelled";
  row.where = where;
  if (!day.empty()) row.when = {day, day};
  row.published = {"2031-03-12", "2031-03-12"};
  row.recipient = recipient;
  return row;
}

Count killed(int64_t low, int64_t high) {
  Count count;
  count.low = low;
  count.high = high;
  return count;
}

std::vector<Incident> incidents_of(std::vector<EventRow> rows) {
  return run_corpus_stage(IncidentStage{}, std::move(rows));
}

TEST_CASE("two culprits and two tolls are one incident that differs in both") {
  EventRow a = attack(1, "Orvel", "2031-03-10", "the Orvel market"),
           b = attack(2, "Orvel", "2031-03-10", "a market in Orvel");
  a.actor = "the army";
  a.actor_code = "EST MIL";
  b.actor = "the Northern Front";
  b.actor_code = "LVA REB";
  a.counts = {killed(12, 12)};
  b.counts = {killed(19, -1)};
  const auto incidents = incidents_of({a, b});
  REQUIRE(incidents.size() == 1);
  CHECK(incidents[0].actors.size() == 2);
  CHECK(incidents[0].differ == std::vector<std::string>{"killed", "actor"});
  CHECK(incidents[0].counts.at(0).low == 12);
  CHECK(incidents[0].counts.at(0).high == -1);
}

TEST_CASE("type and date alone merge nothing") {
  CHECK(incidents_of({attack(1, "", "2031-03-10", "", 0), attack(2, "", "2031-03-10", "", 0)}).size() == 2);
  CHECK(incidents_of({attack(1, "Orvel", "2031-03-10", "", 0), attack(2, "Orvel", "2031-03-10", "", 0)})
            .size() == 2);
}

TEST_CASE("two tolls of two attacks stay apart") {
  CHECK(incidents_of(
            {attack(1, "Orvel", "2031-03-10", "the market"), attack(2, "Tarn", "2031-03-10", "the market")})
            .size() == 2);
  CHECK(incidents_of(
            {attack(1, "Orvel", "2031-03-10", "the market"), attack(2, "Orvel", "2031-03-02", "the market")})
            .size() == 2);
  CHECK(incidents_of({attack(1, "Orvel", "2031-03-10", "the market"),
                      attack(2, "Orvel", "2031-03-10", "a convoy of Peruvian doctors")})
            .size() == 2);
}

TEST_CASE("a report without a date joins within its story only") {
  CHECK(incidents_of({attack(1, "Orvel", "2031-03-10", "the market"), attack(2, "Orvel", "", "the market")})
            .size() == 1);
  CHECK(incidents_of(
            {attack(1, "Orvel", "2031-03-10", "the market", 1), attack(2, "Orvel", "", "the market", 2)})
            .size() == 2);
}

TEST_CASE("one sentence that tells of one happening in two words") {
  EventRow hit = attack(1, "Orvel", "2031-03-10", "the market"), died = attack(2, "", "", "twelve people");
  died.document = 1;
  hit.sentence = died.sentence = "Twelve people died when shells hit the market of Orvel on Monday.";
  died.counts = {killed(12, 12)};
  CHECK(incidents_of({hit, died}).size() == 1);
  EventRow elsewhere = died;
  elsewhere.where = "Tarn";
  CHECK(incidents_of({hit, elsewhere}).size() == 2);
  hit.counts = {killed(19, 19)};
  CHECK(incidents_of({hit, died}).size() == 2);
}

TEST_CASE("what is planned, said or met about is no incident") {
  EventRow row = attack(1, "Orvel", "2031-03-10", "the market");
  CHECK(tells_of_incident(row));
  row.status = Status::kFuture;
  CHECK_FALSE(tells_of_incident(row));
  row.status = Status::kActual;
  row.type = EventType::kAccuse;
  CHECK_FALSE(tells_of_incident(row));
  row.type = EventType::kConsult;
  CHECK_FALSE(tells_of_incident(row));
}

TEST_CASE("a denied deed is part of the incident, and the denial shows") {
  EventRow denied = attack(2, "Orvel", "2031-03-10", "the market");
  denied.status = Status::kNegated;
  const auto incidents = incidents_of({attack(1, "Orvel", "2031-03-10", "the market"), denied});
  REQUIRE(incidents.size() == 1);
  CHECK(incidents[0].differ == std::vector<std::string>{"occurrence"});
}

EventRow call(RowId id, const std::string& a, const std::string& b, const std::string& day,
              Channel channel = Channel::kCall) {
  EventRow row;
  row.event = row.document = id;
  row.order = std::to_string(100 + id);
  row.type = EventType::kConsult;
  row.channel = channel;
  row.actor = row.actor_name = a;
  row.recipient = row.recipient_name = b;
  row.actor_code = "EST GOV";
  row.recipient_code = "PER GOV";
  row.when = {day, day};
  row.outlet = "outlet " + std::to_string(id);
  return row;
}

std::vector<Contact> contacts_of(std::vector<EventRow> rows) {
  return run_corpus_stage(ContactStage{}, std::move(rows));
}

TEST_CASE("one call, told from both sides") {
  EventRow a = call(1, "Andrei Voss", "Marta Quispe", "2031-03-10"),
           b = call(2, "Marta Quispe", "Andrei Voss", "2031-03-10");
  std::swap(b.actor_code, b.recipient_code);
  a.said_by = 5;
  a.speaker = "the Estonian foreign ministry";
  a.speaker_code = "EST GOV";
  const auto contacts = contacts_of({a, b});
  REQUIRE(contacts.size() == 1);
  CHECK(contacts[0].reported_by == std::vector<std::string>{"outlet 1", "outlet 2"});
  REQUIRE(contacts[0].readouts.size() == 1);
  CHECK(contacts[0].readouts[0].side == "Andrei Voss");
}

TEST_CASE("calls on two days, with another person, or by another channel are others") {
  CHECK(contacts_of({call(1, "Andrei Voss", "Marta Quispe", "2031-03-10"),
                     call(2, "Andrei Voss", "Marta Quispe", "2031-03-12")})
            .size() == 2);
  CHECK(contacts_of({call(1, "Andrei Voss", "Marta Quispe", "2031-03-10"),
                     call(2, "Andrei Voss", "Rosa Huanca", "2031-03-10")})
            .size() == 2);
  CHECK(contacts_of({call(1, "Andrei Voss", "Marta Quispe", "2031-03-10"),
                     call(2, "Andrei Voss", "Marta Quispe", "2031-03-10", Channel::kMeeting)})
            .size() == 2);
}

TEST_CASE("a contact needs two named parties") {
  CHECK(tells_of_contact(call(1, "Andrei Voss", "Marta Quispe", "2031-03-10")));
  CHECK_FALSE(tells_of_contact(call(1, "Andrei Voss", "", "2031-03-10")));
  EventRow thing = call(1, "Andrei Voss", "the proposal", "2031-03-10");
  thing.recipient_code = "";
  CHECK_FALSE(tells_of_contact(thing));
}

TEST_CASE("a planned call that took place is one contact, actual") {
  EventRow planned = call(1, "Andrei Voss", "Marta Quispe", "2031-03-10");
  planned.status = Status::kFuture;
  const auto contacts = contacts_of({planned, call(2, "Andrei Voss", "Marta Quispe", "2031-03-10")});
  REQUIRE(contacts.size() == 1);
  CHECK(contacts[0].status == Status::kActual);
}

}  // namespace
}  // namespace hearsay
