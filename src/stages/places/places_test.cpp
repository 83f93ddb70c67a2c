#include "stages/places/places.h"

#include <catch2/catch.hpp>

#include <string>

#include "knowledge/knowledge.h"
#include "text/quote_marks.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace hearsay {
namespace {

// One paragraph with its words layer, as `analyse` makes it.
Document laid_out(std::string_view text) {
  Document d;
  lay_out_text(d, "", {std::string(text)}, {}, {}, {});
  std::vector<Token> tokens;
  tokenize(d.text, 0, static_cast<uint32_t>(d.text.size()), tokens);
  std::vector<QuotedRange> quotes;
  pair_quotes(d.text, tokens, {0}, quotes);
  std::vector<uint32_t> ends;
  split_sentences(d.text, tokens, 0, static_cast<uint32_t>(tokens.size()), ends);
  for (const Token& t : tokens)
    d.words.words.push_back({{t.begin, t.end}, static_cast<WordKind>(t.kind), t.capital, false});
  uint32_t first = 0;
  for (const uint32_t end : ends) {
    d.words.words[first].sentence_start = true;
    d.words.sentences.push_back({{tokens[first].begin, tokens[end - 1].end}, first, end, 0, Part::kBody});
    first = end;
  }
  return d;
}

// "words/COUNTRY/precision" of every place.
std::string places_of(std::string_view text) {
  Document d = laid_out(text);
  Scratch scratch;
  REQUIRE(make_places_stage(Knowledge::builtin())->run(d, scratch));
  std::string out;
  for (const PlaceMention& p : d.places) {
    if (!out.empty()) out += "; ";
    out += std::string(d.words_of(p.span)) + "/" + p.country + "/" + std::to_string(p.precision);
  }
  return out;
}

}  // namespace

TEST_CASE("countries are places, demonyms are none") {
  CHECK(places_of("Soldiers crossed from Mongolia into Zambia.") == "Mongolia/MNG/7; Zambia/ZMB/7");
  CHECK(places_of("Mongolian soldiers met Zambians.") == "");
  CHECK(places_of("Soldiers moved into eastern Mongolia.") == "eastern Mongolia/MNG/6");
}

TEST_CASE("a capital without a preposition of place is its government") {
  CHECK(places_of("Ulaanbaatar rejected the claim.") == "");
  CHECK(places_of("The minister urged Ulaanbaatar to wait.") == "");
  CHECK(places_of("The crisis in Ulaanbaatar's relations with Lusaka deepened.") == "");
  CHECK(places_of("Thousands marched in Ulaanbaatar.") == "Ulaanbaatar/MNG/1");
  CHECK(places_of("He flew to Ulaanbaatar.") == "Ulaanbaatar/MNG/1");
}

TEST_CASE("unknown names are places where the words say so") {
  CHECK(places_of("Shells hit the town of Orvel.") == "Orvel//1");
  CHECK(places_of("Nobody slept in Orvel. Orvel is quiet.") == "Orvel//1; Orvel//1");
  CHECK(places_of("Shells hit Orvel district.") == "Orvel district//3");
  CHECK(places_of("They marched along the Ylva river.") == "Ylva river//5");
  CHECK(places_of("They camped near Orvel.") == "Orvel//2");
  CHECK(places_of("They camped in Orvel, Zambia.") == "Orvel/ZMB/1; Zambia/ZMB/7");
}

TEST_CASE("unknown names are no places where the words say otherwise") {
  CHECK(places_of("Orvel said he was tired.") == "");
  CHECK(places_of("General Orvel camped.") == "");
  CHECK(places_of("They spoke in Parliament in March.") == "");
  CHECK(places_of("In Orvel's view nothing has changed.") == "");
  CHECK(places_of("He read it in Article 5.") == "");
}

TEST_CASE("a page without words has no places") { CHECK(places_of("") == ""); }

}  // namespace hearsay
