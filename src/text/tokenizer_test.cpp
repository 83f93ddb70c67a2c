#include "text/tokenizer.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::string cut(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, static_cast<uint32_t>(text.size()), tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += '|';
    out += words_of(text, token);
  }
  return out;
}

}  // namespace

TEST_CASE("words keep their inner hyphens and apostrophes") {
  CHECK(cut("the al-Marun front, O'Dowd and a US-backed group") ==
        "the|al-Marun|front|,|O'Dowd|and|a|US-backed|group");
  CHECK(cut("a well-known U.S.-Orlish truce") == "a|well-known|U.S.-Orlish|truce");
}

TEST_CASE("clitics are words of their own") {
  CHECK(cut("Orlan's army didn't move") == "Orlan|'s|army|did|n't|move");
  CHECK(cut("Orlan’s army didn’t move; they’ll wait, I’m sure") ==
        "Orlan|’s|army|did|n’t|move|;|they|’ll|wait|,|I|’m|sure");
  CHECK(cut("the rebels' side") == "the|rebels|'|side");
  CHECK(cut("can't won't cannot") == "ca|n't|wo|n't|can|not");
}

TEST_CASE("abbreviations keep their full stop") {
  CHECK(cut("Lt. Gen. A. B. Sorn of the U.S. met Mr. Tal on Sept. 9.") ==
        "Lt.|Gen.|A.|B.|Sorn|of|the|U.S.|met|Mr.|Tal|on|Sept.|9|.");
  CHECK(cut("at 7 p.m. in St. Orvel") == "at|7|p.m.|in|St.|Orvel");
  CHECK(cut("resolution No. 12. No. They left.") == "resolution|No.|12|.|No|.|They|left|.");
}

TEST_CASE("a full stop is none of a word's") {
  CHECK(cut("He may. She sat. The sun. A gen.") == "He|may|.|She|sat|.|The|sun|.|A|gen|.");
  CHECK(cut("left the city.The army came") == "left|the|city|.|The|army|came");
}

TEST_CASE("numbers stay whole") {
  CHECK(cut("1,200 men, 2.5 km, 14:30, 2031-03-05, 5/6, 1-0, $3.5bn, 40%, the 1990s, 3rd") ==
        "1,200|men|,|2.5|km|,|14:30|,|2031-03-05|,|5/6|,|1-0|,|$|3.5bn|,|40|%|,|the|1990s|,|3rd");
  std::vector<Token> tokens;
  tokenize("3rd 1990s 14-year-old 7pm x1", 0, 28, tokens);
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].kind == TokenKind::kNumber);
  CHECK(tokens[1].kind == TokenKind::kNumber);
  CHECK(tokens[2].kind == TokenKind::kWord);
  CHECK(tokens[3].kind == TokenKind::kWord);
  CHECK(tokens[4].kind == TokenKind::kWord);
}

TEST_CASE("marks are tokens of their own") {
  CHECK(cut("well... so—yes, [they] (all) went") == "well|...|so|—|yes|,|[|they|]|(|all|)|went");
  CHECK(cut("``Yes,'' he said -- twice") == "``|Yes|,|''|he|said|--|twice");
  CHECK(cut("see https://example.org/a?b=c. Or www.example.org, or example.org") ==
        "see|https://example.org/a?b=c|.|Or|www.example.org|,|or|example.org");
}

TEST_CASE("invalid bytes and odd letters do no harm") {
  CHECK(cut("a \xFF b") == "a|\xFF|b");
  CHECK(cut("Röttgen naïve Ömer") == "Röttgen|naïve|Ömer");
  CHECK(cut("") == "");
}

}  // namespace hearsay
