#include <catch2/catch.hpp>

#include "stages/claims/claim_rows.h"
#include "stages/claims/claims.h"

namespace hearsay {
namespace {

EventRow attack(RowId id, const std::string& speaker, const std::string& code, Count count) {
  EventRow row;
  row.event = row.document = id;
  row.id.bytes[0] = static_cast<uint8_t>(id);
  row.order = std::to_string(100 + id);
  row.type = EventType::kAssault;
  row.where = "Orvel";
  row.actor = code.empty() ? "" : "somebody";
  row.actor_code = code;
  row.speaker = speaker;
  row.said_by = speaker.empty() ? 0 : id;
  row.outlet = "outlet " + std::to_string(id);
  row.published = {"2031-03-12", "2031-03-12"};
  if (count.low) row.counts = {count};
  return row;
}

Count killed(int64_t low, int64_t high) {
  Count count;
  count.low = low;
  count.high = high;
  return count;
}

struct Found {
  std::vector<Claim> claims;
  std::vector<Dispute> disputes;
};

Found examine(const std::vector<EventRow>& events) {
  Incident incident;
  incident.type = EventType::kAssault;
  incident.where = "Orvel";
  Found found;
  found.claims = run_corpus_stage(ClaimStage{}, claims_of(incident, 1, events));
  std::vector<DisputeStage::Row> rows;
  for (const Claim& claim : found.claims) rows.push_back({claim, claim.voices.front().order});
  found.disputes = run_corpus_stage(DisputeStage{}, rows, {.keep_singles = false});
  for (const Claim& claim : found.claims)
    if (is_disputed(claim)) found.disputes.push_back(dispute_of(claim));
  return found;
}

std::vector<Dispute> of_kind(const Found& found, DisputeKind kind) {
  std::vector<Dispute> out;
  for (const Dispute& d : found.disputes)
    if (d.kind == kind) out.push_back(d);
  return out;
}

TEST_CASE("two culprits are a dispute about the agent") {
  const Found found = examine({attack(1, "Voss", "LVA REB", {}), attack(2, "Quispe", "EST MIL", {})});
  REQUIRE(of_kind(found, DisputeKind::kAgent).size() == 1);
  CHECK(of_kind(found, DisputeKind::kAgent)[0].claims.size() == 2);
  CHECK(of_kind(found, DisputeKind::kAgent)[0].state == DisputeState::kOpen);
}

TEST_CASE("a government and its army are no two culprits") {
  CHECK(of_kind(examine({attack(1, "Voss", "EST GOV", {}), attack(2, "Quispe", "EST MIL", {})}),
                DisputeKind::kAgent)
            .empty());
}

TEST_CASE("two tolls of one day are open, a toll that grew is explained") {
  CHECK(of_kind(examine({attack(1, "Voss", "", killed(12, 12)), attack(2, "Quispe", "", killed(19, 19))}),
                DisputeKind::kNumber)
            .at(0)
            .state == DisputeState::kOpen);
  EventRow later = attack(2, "Quispe", "", killed(19, 19));
  later.published = {"2031-03-13", "2031-03-13"};
  CHECK(of_kind(examine({attack(1, "Voss", "", killed(12, 12)), later}), DisputeKind::kNumber).at(0).state ==
        DisputeState::kExplained);
}

TEST_CASE("a toll that fell is not explained by time") {
  EventRow later = attack(2, "Quispe", "", killed(9, 9));
  later.published = {"2031-03-13", "2031-03-13"};
  CHECK(of_kind(examine({attack(1, "Voss", "", killed(12, 12)), later}), DisputeKind::kNumber).at(0).state ==
        DisputeState::kOpen);
}

TEST_CASE("a toll that grew and then fell is not explained by time") {
  EventRow higher = attack(2, "Quispe", "", killed(19, 19)), lower = attack(3, "Ibarol", "", killed(15, 15));
  higher.published = {"2031-03-13", "2031-03-13"};
  lower.published = {"2031-03-14", "2031-03-14"};
  CHECK(of_kind(examine({attack(1, "Voss", "", killed(12, 12)), higher, lower}), DisputeKind::kNumber)
            .at(0)
            .state == DisputeState::kOpen);
}

TEST_CASE("at least 12 and 19 can both hold") {
  CHECK(of_kind(examine({attack(1, "Voss", "", killed(12, -1)), attack(2, "Quispe", "", killed(19, 19))}),
                DisputeKind::kNumber)
            .empty());
}

TEST_CASE("the same toll from two outlets that quote one speaker has one origin") {
  const Found found = examine({attack(1, "Voss", "", killed(12, 12)), attack(2, "Voss", "", killed(12, 12))});
  const auto claim = std::find_if(found.claims.begin(), found.claims.end(),
                                  [](const Claim& c) { return c.aspect == DisputeKind::kNumber; });
  REQUIRE(claim != found.claims.end());
  CHECK(claim->voices.size() == 2);
  CHECK(claim->origins_low == 1);
  CHECK(claim->origins_high == 1);
}

TEST_CASE("a denied deed is a dispute with both sides named") {
  EventRow denied = attack(2, "Quispe", "EST MIL", {});
  denied.status = Status::kNegated;
  const auto disputes = of_kind(examine({attack(1, "Voss", "EST MIL", {}), denied}), DisputeKind::kAgent);
  REQUIRE(disputes.size() == 1);
  CHECK(disputes[0].text.find("asserted by Voss, denied by Quispe") != std::string::npos);
}

AgreementRow mention(RowId id, const std::string& day, bool effective) {
  AgreementRow row;
  row.document = id;
  row.order = std::to_string(100 + id);
  row.id.bytes[0] = static_cast<uint8_t>(id);
  row.name = "the truce";
  row.dated = {day, day};
  row.dated_effective = effective;
  return row;
}

std::vector<Dispute> date_disputes(const std::vector<AgreementRow>& mentions) {
  Agreement agreement;
  agreement.name = "the truce";
  agreement.mentions = mentions;
  std::vector<DisputeStage::Row> rows;
  for (const Claim& claim : run_corpus_stage(ClaimStage{}, claims_of(agreement, 1)))
    rows.push_back({claim, claim.voices.front().order});
  return run_corpus_stage(DisputeStage{}, rows, {.keep_singles = false});
}

TEST_CASE("two dates of one deal are a dispute; the same date twice is none") {
  CHECK(date_disputes({mention(1, "2031-03-03", false), mention(2, "2031-03-05", false)}).at(0).state ==
        DisputeState::kOpen);
  CHECK(date_disputes({mention(1, "2031-03-03", false), mention(2, "2031-03-03", false)}).empty());
}

TEST_CASE("reached on one day and in force from another is explained") {
  CHECK(date_disputes({mention(1, "2031-03-03", false), mention(2, "2031-03-06", true)}).at(0).state ==
        DisputeState::kExplained);
}

}  // namespace
}  // namespace hearsay
