#include "knowledge/phrase_index.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using hearsay::PhraseIndex;
using hearsay::PhraseMatch;

namespace {

// The phrases by their place in the list.
PhraseIndex index_of(const std::vector<std::string_view>& phrases,
                     PhraseIndex::Letters letters = PhraseIndex::Letters::kAsWritten) {
  PhraseIndex index;
  for (uint32_t i = 0; i < phrases.size(); ++i) index.add(phrases[i], i, letters);
  index.build();
  return index;
}

// The bytes that the longest phrase at `begin` takes; "" for none.
std::string at(const PhraseIndex& index, std::string_view text, size_t begin = 0) {
  return std::string(text.substr(begin, index.match(text, begin).length));
}

}  // namespace

TEST_CASE("the longest phrase is found") {
  const PhraseIndex index = index_of({"New Orlan", "New Orlan Coast Guard", "Coast Guard", "Guard"});
  CHECK(at(index, "New Orlan Coast Guard ships") == "New Orlan Coast Guard");
  CHECK(at(index, "New Orlan Coast road") == "New Orlan");
  CHECK(at(index, "New Orlans") == "");
  CHECK(at(index, "New") == "");
  CHECK(at(index, "the Coast Guard", 4) == "Coast Guard");
}

TEST_CASE("case tells names from words") {
  const PhraseIndex index =
      index_of({"US", "Turkey", "U.S.", "IS", "al-Marun", "McOrlan", "Oz", "Of", "Front of Orlan"});
  CHECK(at(index, "US troops") == "US");
  CHECK(at(index, "us too") == "");
  CHECK(at(index, "Us") == "");
  CHECK(at(index, "is") == "");
  CHECK(at(index, "Is") == "");
  CHECK(at(index, "Turkey said") == "Turkey");
  CHECK(at(index, "TURKEY SAYS") == "TURKEY");
  CHECK(at(index, "turkey") == "");
  CHECK(at(index, "U.S. troops") == "U.S.");
  CHECK(at(index, "u.s.") == "");
  CHECK(at(index, "Al-Marun Front") == "Al-Marun");
  CHECK(at(index, "al-Marun Front") == "al-Marun");
  CHECK(at(index, "AL-MARUN FRONT") == "AL-MARUN");
  CHECK(at(index, "al-marun") == "");
  CHECK(at(index, "McOrlan") == "McOrlan");
  CHECK(at(index, "mcorlan") == "");
  CHECK(at(index, "of") == "");
  CHECK(at(index, "Of") == "Of");
  CHECK(at(index, "Front Of Orlan") == "Front Of Orlan");
  CHECK(at(index, "OZ") == "");  // too short to be a name in capitals
}

TEST_CASE("what lies between the words of a name may differ") {
  const PhraseIndex index =
      index_of({"al-Marun", "Sana'a", "Lt. Gen.", "Orlan Army", "Doctors Without Borders", "RFE/RL"});
  CHECK(at(index, "al Marun") == "al Marun");
  CHECK(at(index, "al\xE2\x80\x91Marun") == "al\xE2\x80\x91Marun");
  CHECK(at(index,
           "Sana\xE2\x80\x99"
           "a fell") ==
        "Sana\xE2\x80\x99"
        "a");
  CHECK(at(index, "Lt. Gen. Orlan") == "Lt. Gen.");
  CHECK(at(index, "Lt Gen Orlan") == "Lt Gen");
  CHECK(at(index, "Doctors\nWithout Borders") == "Doctors\nWithout Borders");
  CHECK(at(index, "Doctors\n\nWithout Borders") == "");
  CHECK(at(index, "Doctors, Without Borders") == "");
  CHECK(at(index, "Doctors \"Without Borders\"") == "");
  CHECK(at(index, "RFE/RL") == "RFE/RL");
  CHECK(at(index, "Orlan. Army units") == "");  // a sentence ends between them
  const PhraseIndex letters = index_of({"A.U.", "U.S."});
  CHECK(at(letters, "A U.S. ship") == "");
  CHECK(at(letters, "A.U. troops") == "A.U.");
}

TEST_CASE("a phrase ends where a word ends") {
  const PhraseIndex index = index_of({"Orlan", "Marun"});
  CHECK(at(index, "Orlan-brokered") == "Orlan");
  CHECK(at(index, "Orlan's") == "Orlan");
  CHECK(at(index, "Orland") == "");
  CHECK(at(index, "Orlan2") == "");
}

TEST_CASE("accents make no difference") {
  const PhraseIndex index = index_of({"Élysée", "Bogota", "Côte d'Orlan"});
  CHECK(at(index, "Elysee said") == "Elysee");
  CHECK(at(index, "Élysée said") == "Élysée");
  CHECK(at(index, "élysée") == "");
  CHECK(at(index, "Bogotá") == "Bogotá");
  CHECK(at(index, "Cote d\xE2\x80\x99Orlan") == "Cote d\xE2\x80\x99Orlan");
}

TEST_CASE("words are found in any case where the table says so") {
  const PhraseIndex index = index_of({"foreign minister", "minister"}, PhraseIndex::Letters::kAnyCase);
  CHECK(at(index, "Foreign Minister Orlan") == "Foreign Minister");
  CHECK(at(index, "FOREIGN MINISTER") == "FOREIGN MINISTER");
  CHECK(at(index, "foreign ministry") == "");
}

TEST_CASE("words may be cut as they come") {
  const PhraseIndex index = index_of({"al-Marun Front", "U.S.", "Lt. Gen.", "Orlan"});
  using Words = std::vector<std::string_view>;
  const auto length = [&](const Words& words, size_t at = 0) { return index.match(words, at).length; };
  CHECK(length({"al-Marun", "Front", "fighters"}) == 2);
  CHECK(length({"al", "-", "Marun", "Front"}) == 4);
  CHECK(length({"al", "Marun", "Front"}) == 3);
  CHECK(length({"al-", "Marun", "Front"}) == 0);  // no tokenizer of ours cuts so
  CHECK(length({"U.S.", "troops"}) == 1);
  CHECK(length({"U.S", ".", "troops"}) == 1);
  CHECK(length({"Lt", ".", "Gen", ".", "Orlan"}) == 3);
  CHECK(length({"Lt.", "Gen.", "Orlan"}) == 2);
  CHECK(length({"Orlan's", "army"}) == 1);
  CHECK(length({"Orlan", "'s", "army"}) == 1);
  CHECK(length({"Orlan-led"}) == 0);
  CHECK(length({"the", "Orlan"}, 1) == 1);
  CHECK(length({"the"}, 1) == 0);
  CHECK(length({","}) == 0);
}

TEST_CASE("of several meanings the heaviest comes first") {
  PhraseIndex index;
  index.add("Springfold", 0);
  index.add("Springfold", 1);
  index.add("Spring-Fold", 2);
  index.add("Springfold", 1);
  index.build(std::vector<uint32_t>{10, 30, 20});
  const PhraseMatch found = index.match("Springfold", 0);
  REQUIRE(found.ids.size() == 2);
  CHECK(found.ids[0] == 1);
  CHECK(found.ids[1] == 0);
  CHECK(index.find("SPRINGFOLD").ids.size() == 2);
}

TEST_CASE("nothing is found in an empty index or where no word begins") {
  PhraseIndex empty;
  CHECK_FALSE(empty.match("Orlan", 0));
  CHECK_FALSE(empty.find("Orlan"));
  empty.build();
  CHECK_FALSE(empty.match("Orlan", 0));
  const PhraseIndex index = index_of({"Orlan"});
  CHECK_FALSE(index.match(" Orlan", 0));
  CHECK_FALSE(index.match("", 0));
  CHECK_FALSE(index.find("..."));
  CHECK_FALSE(index.find("Orlan city of the many words that no phrase of any table could ever have"));
}
