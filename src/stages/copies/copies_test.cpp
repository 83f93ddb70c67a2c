#include <catch2/catch.hpp>

#include "stages/copies/copies.h"
#include "stages/copies/copy_groups.h"
#include "stages/copies/signature.h"

namespace hearsay {
namespace {

const std::vector<std::string> kWire = {
    "Delegates from the two sides met for six hours in the port of Anselm on Tuesday without agreeing on a "
    "date for the next round.",
    "A mediator who took part said that the question of prisoners had been put off until the autumn at the "
    "request of both parties.",
    "Fishermen in the bay reported hearing gunfire during the night, which the harbour authority said came "
    "from an exercise.",
    "The talks were the first since the spring, when a dispute about customs fees had brought an earlier "
    "round to an early end."};

DocumentRow row_of(RowId id, const std::string& title, const std::vector<std::string>& paragraphs,
                   const std::string& outlet, const std::vector<std::string>& via = {},
                   const std::string& address = "") {
  Document d;
  lay_out_text(d, title, paragraphs, {}, {}, {});
  DocumentRow row;
  row.document = id;
  row.order = std::to_string(id);
  row.outlet = outlet;
  row.via = via;
  if (!address.empty()) row.addresses = {address};
  row.signature = sign(d);
  row.text_sha256 = d.article.text_sha256;
  for (const Paragraph& p : d.article.paragraphs) {
    row.paragraph_words.push_back(static_cast<uint32_t>(word_hashes(d.words_of(p.span)).size()));
    row.words += row.paragraph_words.back();
  }
  return row;
}

std::vector<CopyGroup> groups_of(std::vector<DocumentRow> rows) {
  return run_corpus_stage(CopyStage{}, std::move(rows), {.keep_singles = false});
}

TEST_CASE("wire copy carried whole and shortened is one report of the agency") {
  const std::vector<std::string> shortened(kWire.begin(), kWire.begin() + 2);
  const auto groups = groups_of({row_of(1, "Talks end", kWire, "Coast Wire"),
                                 row_of(2, "No date set", kWire, "Daily", {"Coast Wire"}),
                                 row_of(3, "Talks go on", shortened, "Radio")});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].origin == "Coast Wire");
  CHECK(groups[0].documents == std::vector<RowId>{1, 2, 3});
  CHECK(groups[0].members[1].kind == CopyKind::kCopy);
  CHECK(groups[0].members[1].shared > 0.95);
}

TEST_CASE("a page with paragraphs of its own added is a partial copy") {
  std::vector<std::string> longer = kWire;
  for (int i = 0; i < 4; ++i)
    longer.push_back("Our correspondent number " + std::to_string(i) +
                     " adds that the ferry did not run and that the market stayed empty all day long.");
  const auto groups = groups_of({row_of(1, "A", kWire, "Coast Wire"), row_of(2, "B", longer, "Daily")});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].members[1].kind == CopyKind::kPartialCopy);
  CHECK(groups[0].members[1].shared < 0.7);
}

TEST_CASE("one quotation that both took from a statement is no copy") {
  std::vector<std::string> other = {
      "The harbour authority has raised its fees for the third time in a year, to the anger of those who "
      "live from the sea there.",
      kWire[2],
      "Shopkeepers closed at noon in protest, and a petition with many signatures was handed in at the town "
      "hall in the evening.",
      "The council is to debate it next week, its chairman said, once the figures of the last quarter have "
      "been looked at in detail."};
  CHECK(groups_of({row_of(1, "A", kWire, "Coast Wire"), row_of(2, "B", other, "Daily")}).empty());
}

TEST_CASE("the same address with changed words is a revision, with the same words a recapture") {
  std::vector<std::string> changed = kWire;
  changed[1] =
      "A mediator said later that the question of prisoners had in truth been settled, contrary to what was "
      "first given out.";
  const auto groups = groups_of({row_of(1, "A", kWire, "Daily", {}, "https://daily.example/1"),
                                 row_of(2, "A", kWire, "Daily", {}, "https://daily.example/1"),
                                 row_of(3, "A", changed, "Daily", {}, "https://daily.example/1")});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].members[1].kind == CopyKind::kRecapture);
  CHECK(groups[0].members[2].kind == CopyKind::kRevision);
}

TEST_CASE("another page at the same address, with nothing in common, is no revision") {
  const std::vector<std::string> other = {
      "Snow fell on the passes and the post coach was late for the second day, the valley office said in its "
      "morning notice to travellers.",
      "Skiers were glad of it, and the hotels reported that they were full until the middle of the month for "
      "the first time in years."};
  CHECK(groups_of({row_of(1, "A", kWire, "Daily", {}, "https://daily.example/"),
                   row_of(2, "B", other, "Daily", {}, "https://daily.example/")})
            .empty());
}

TEST_CASE("case, punctuation and quotation marks do not hide a copy") {
  std::vector<std::string> marked = kWire;
  for (std::string& paragraph : marked) paragraph = "“" + paragraph + "”";
  const auto groups = groups_of({row_of(1, "A", kWire, "Coast Wire"), row_of(2, "B", marked, "Daily")});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].members[1].kind == CopyKind::kCopy);
}

TEST_CASE("an empty body has no minhash and copies nothing") {
  const DocumentRow empty = row_of(1, "A", {"Too short."}, "Daily");
  CHECK(empty.signature.minhash.empty());
  CHECK(resemblance(empty.signature, empty.signature) == 0);
}

}  // namespace
}  // namespace hearsay
