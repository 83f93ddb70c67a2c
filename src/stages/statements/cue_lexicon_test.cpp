#include "stages/statements/cue_lexicon.h"

#include <catch2/catch.hpp>

#include "knowledge/knowledge.h"
#include "stages/statements/act_lexicon.h"

using namespace hearsay;
using namespace hearsay::statements;

namespace {

std::vector<CueMatch> found(const CueLexicon& lexicon, std::vector<std::string_view> words) {
  FormMemory memory;
  std::vector<CueMatch> out;
  lexicon.find(words, memory.forms(words.front()), out);
  return out;
}

}  // namespace

TEST_CASE("every line of the shipped tables can be understood") {
  CueLexicon cues;
  Result<TableReader> rows =
      Knowledge::builtin().rows("cues", {"cue", "kind", "act", "detail", "frames", "class"});
  REQUIRE(rows);
  size_t count = 0;
  while (rows->next()) {
    INFO((*rows)[0]);
    CHECK(cues.add((*rows)[0], (*rows)[1], (*rows)[2], (*rows)[3], (*rows)[4], (*rows)[5]));
    ++count;
  }
  CHECK(rows->finish());
  CHECK(count > 400);
  Result<TableReader> misses = Knowledge::builtin().rows("cue_near_misses", {"cue", "place", "word"});
  REQUIRE(misses);
  while (misses->next()) CHECK(cues.add_near_miss((*misses)[0], (*misses)[1], (*misses)[2]));
  CHECK(misses->finish());
  ActLexicon acts;
  Result<TableReader> words = Knowledge::builtin().rows("act_words", {"word", "sign"});
  REQUIRE(words);
  while (words->next()) CHECK(acts.add((*words)[0], (*words)[1]));
  CHECK(words->finish());
}

TEST_CASE("a cue is found in every form, the longest first") {
  CueLexicon cues;
  REQUIRE(cues.add("point", "verb", "assert", "", "np", "say"));
  REQUIRE(cues.add("point out", "verb", "assert", "", "that", "say"));
  REQUIRE(cues.add("allegation", "noun", "accuse", "", "that", "say"));
  REQUIRE(cues.add("distance oneself from", "verb", "accuse", "", "np", "say"));
  cues.seal();
  for (const std::string_view form : {"point", "points", "pointed", "pointing"}) {
    const auto matches = found(cues, {form, "out", "that"});
    REQUIRE(matches.size() == 2);
    CHECK(matches[0].words == 2);
    CHECK(matches[0].cue->lemma == "point out");
  }
  CHECK(found(cues, {"pointed", "upwards"}).size() == 1);
  CHECK(found(cues, {"allegations"}).size() == 1);
  CHECK(found(cues, {"allegations"})[0].forms == kPlural);
  CHECK(found(cues, {"distanced", "herself", "from"}).size() == 1);
  CHECK(found(cues, {"distanced", "oneself", "from"}).empty());
  CHECK(found(cues, {"pointless"}).empty());
}

TEST_CASE("a line that can't be understood is refused") {
  CueLexicon cues;
  CHECK_FALSE(cues.add("say", "wish", "assert", "", "that", "say"));
  CHECK_FALSE(cues.add("say", "verb", "sing", "", "that", "say"));
  CHECK_FALSE(cues.add("say", "verb", "assert", "", "sideways", "say"));
  CHECK_FALSE(cues.add("say", "verb", "assert", "", "that", "loud"));
  CHECK_FALSE(cues.add("", "verb", "assert", "", "that", "say"));
  CHECK_FALSE(cues.add_near_miss("claim", "beside", "lives"));
  CHECK(cues.size() == 0);
}

TEST_CASE("a near miss depends on the words beside it") {
  CueLexicon cues;
  REQUIRE(cues.add("claim", "verb", "assert", "", "np", "say"));
  REQUIRE(cues.add_near_miss("claim", "after", "lives"));
  cues.seal();
  const Cue& claim = *found(cues, {"claimed"})[0].cue;
  const std::vector<std::string_view> lives = {"the", "lives"}, truth = {"the", "truth"};
  CHECK(cues.is_near_miss(claim, "", lives));
  CHECK_FALSE(cues.is_near_miss(claim, "", truth));
  CHECK_FALSE(cues.is_near_miss(claim, "lives", truth));
}

TEST_CASE("signs are found through regular endings") {
  ActLexicon acts;
  REQUIRE(acts.add("violate", "wrong"));
  REQUIRE(acts.add("hinder", "wrong"));
  CHECK_FALSE(acts.add("violate", "loud"));
  for (const std::string_view word : {"violate", "violates", "violated", "violating"})
    CHECK(acts.signs(word) == kWrong);
  CHECK(acts.signs("hindering") == kWrong);
  CHECK(acts.signs("violet") == 0);
  CHECK(acts.signs("ing") == 0);
}
