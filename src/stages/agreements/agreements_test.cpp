#include <catch2/catch.hpp>

#include "stages/agreements/agreements.h"
#include "stages/agreements/deal_words.h"

namespace hearsay {
namespace {

AgreementRow mention(RowId document, const std::string& name, std::vector<std::string> parties,
                     const std::string& day = "", RowId story = 0) {
  AgreementRow row;
  row.document = document;
  row.story = story;
  row.order = std::to_string(1000 + document) + name;
  row.id.bytes[0] = static_cast<uint8_t>(document);
  row.name = name;
  row.sentence = name;
  row.parties = std::move(parties);
  if (!day.empty()) row.dated = {day, day};
  row.published = {"2031-03-10", "2031-03-10"};
  return row;
}

std::vector<Agreement> agreements_of(std::vector<AgreementRow> rows) {
  return run_corpus_stage(AgreementStage{}, std::move(rows));
}

TEST_CASE("one deal that two pages date differently") {
  const auto found = agreements_of({mention(1, "the March 3 deal", {"EST GOV", "PER REB"}, "2031-03-03"),
                                    mention(2, "the truce", {"PER", "EST"}, "2031-03-06")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].mentions.size() == 2);
  CHECK(found[0].parties == std::vector<std::string>{"EST GOV", "PER REB"});
}

TEST_CASE("deals of other parties, or half a year apart, are others") {
  CHECK(agreements_of({mention(1, "the truce", {"EST", "PER"}, "2031-03-03"),
                       mention(2, "the truce", {"LVA", "FIN"}, "2031-03-03")})
            .size() == 2);
  CHECK(agreements_of({mention(1, "the truce", {"EST", "PER"}, "2031-03-03"),
                       mention(2, "the truce", {"EST", "PER"}, "2030-09-03")})
            .size() == 2);
}

TEST_CASE("on one page the truce is the deal, but a previous truce is not") {
  CHECK(agreements_of(
            {mention(1, "the March 3 deal", {"EST", "PER"}, "2031-03-03"), mention(1, "the truce", {})})
            .size() == 1);
  CHECK(agreements_of({mention(1, "the March 3 deal", {"EST", "PER"}, "2031-03-03"),
                       mention(1, "A previous truce", {})})
            .size() == 2);
}

TEST_CASE("a ceasefire that is only proposed elsewhere joins nothing") {
  AgreementRow proposed = mention(1, "a ceasefire", {});
  proposed.bears = LedgerKind::kOffer;
  proposed.place = "Tarn";
  CHECK(agreements_of({mention(1, "the March 3 deal", {"EST", "PER"}, "2031-03-03"), proposed}).size() == 2);
}

TEST_CASE("an allegation meets the denial of the accused, and stays an allegation") {
  AgreementRow broken = mention(1, "the truce", {"EST", "PER"}, "2031-03-03");
  broken.bears = LedgerKind::kViolation;
  broken.statement = 11;
  broken.alleged_by = "Marta Quispe";
  broken.alleged_by_code = "PER GOV";
  broken.accused = "the Estonian army";
  broken.accused_code = "EST MIL";
  AgreementRow denied = mention(1, "the truce", {});
  denied.bears = LedgerKind::kDenial;
  denied.statement = 12;
  denied.alleged_by = "Andrei Voss";
  denied.alleged_by_code = "EST GOV";
  const auto found = agreements_of({broken, denied});
  REQUIRE(found.size() == 1);
  const LedgerEntry& entry = found[0].ledger.at(0);
  CHECK(entry.kind == LedgerKind::kViolation);
  CHECK(entry.accused == "the Estonian army");
  CHECK(entry.answer == Answer::kFlatDenial);
  CHECK(entry.answer_statement == 12);
}

TEST_CASE("an undertaking is its giver's") {
  AgreementRow promise = mention(1, "its promise", {"PER GOV"}),
               broken = mention(2, "Peru's promise", {"PER"});
  for (AgreementRow* row : {&promise, &broken}) {
    row->kind = AgreementKind::kUndertaking;
    row->term = "to separate the rebels from the brigade";
    row->sentence = "Peru's promise to separate the rebels from the brigade";
  }
  broken.bears = LedgerKind::kViolation;
  CHECK(agreements_of({promise, broken}).size() == 1);
  AgreementRow other = broken;
  other.parties = {"EST"};
  CHECK(agreements_of({promise, other}).size() == 2);
  AgreementRow another_term = broken;
  another_term.term = another_term.sentence = "to lower the customs fees";
  CHECK(agreements_of({promise, another_term}).size() == 2);
}

TEST_CASE("a bare deal is not worth a row") {
  CHECK_FALSE(is_telling(agreements_of({mention(1, "a deal", {})}).at(0)));
  CHECK(is_telling(agreements_of({mention(1, "the deal", {"EST", "PER"})}).at(0)));
}

TEST_CASE("words of deals") {
  CHECK(deal_noun("cease-fire") == AgreementKind::kCeasefire);
  CHECK(deal_noun("truces") == AgreementKind::kCeasefire);
  CHECK_FALSE(deal_noun("dealer").has_value());
  CHECK(deal_word("brokered") == DealWord::kReached);
  CHECK(deal_word("violations") == DealWord::kBroken);
  CHECK(deal_word("forces") == DealWord::kNone);
  CHECK(deal_word("force") == DealWord::kEffective);
  CHECK(deal_word("complex") == DealWord::kNone);
}

}  // namespace
}  // namespace hearsay
