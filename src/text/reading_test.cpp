#include "text/reading.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "text/lemma.h"
#include "text/lexicon.h"
#include "text/quote_marks.h"
#include "text/sentences.h"
#include "text/tokenizer.h"
#include "text/word_tagger.h"

namespace hearsay {
namespace {

struct Bytes {
  uint32_t begin, end;
};
struct TestWord {
  Bytes span;
  TokenKind kind;
  bool capital, sentence_start;
};

std::vector<TestWord> words_of_text(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, static_cast<uint32_t>(text.size()), tokens);
  std::vector<QuotedRange> quotes;
  pair_quotes(text, tokens, {0}, quotes);
  std::vector<uint32_t> ends;
  split_sentences(text, tokens, 0, static_cast<uint32_t>(tokens.size()), ends);
  std::vector<TestWord> words;
  for (const Token& t : tokens) words.push_back({{t.begin, t.end}, t.kind, t.capital, false});
  if (!words.empty()) words[0].sentence_start = true;
  for (const uint32_t end : ends) {
    if (end < words.size()) words[end].sentence_start = true;
  }
  return words;
}

// The class of the first word that reads `word`.
WordClass class_of(std::string_view text, std::string_view word) {
  Reading reading;
  reading.read(text, words_of_text(text));
  for (uint32_t i = 0; i < reading.size(); ++i) {
    if (reading.word(i) == word) return reading[i];
  }
  FAIL("no such word");
  return WordClass::kOther;
}

}  // namespace

TEST_CASE("the tables of English are read whole") {
  CHECK(unread_lexicon_lines() == 0);
  CHECK(unread_class_lines() == 0);
  REQUIRE(find_word("accuse"));
  CHECK(find_word("accuse")->verb > 0);
  CHECK(find_word("xyzzy") == nullptr);
}

TEST_CASE("verbs have a base form") {
  CHECK(verb_lemma("accused") == "accuse");
  CHECK(verb_lemma("stopped") == "stop");
  CHECK(verb_lemma("denies") == "deny");
  CHECK(verb_lemma("denied") == "deny");
  CHECK(verb_lemma("said") == "say");
  CHECK(verb_lemma("says") == "say");
  CHECK(verb_lemma("agreeing") == "agree");
  CHECK(verb_lemma("withdrew") == "withdraw");
  CHECK(verb_lemma("hit") == "hit");
  CHECK(verb_lemma("targeted") == "target");
  CHECK(verb_lemma("was") == "be");
  CHECK(verb_lemma("n't") == "");
  CHECK(verb_lemma("country") == "");
}

TEST_CASE("nouns have a singular") {
  CHECK(noun_lemma("countries") == "country");
  CHECK(noun_lemma("men") == "man");
  CHECK(noun_lemma("women") == "woman");
  CHECK(noun_lemma("attacks") == "attack");
  CHECK(noun_lemma("losses") == "loss");
  CHECK(noun_lemma("status") == "status");
  CHECK(noun_lemma("crisis") == "crisis");
  CHECK(noun_lemma("grobbles") == "grobble");
}

TEST_CASE("neighbours decide between noun and verb") {
  CHECK(class_of("The army will attack the town.", "attack") == WordClass::kBase);
  CHECK(class_of("The attack on the town failed.", "attack") == WordClass::kNoun);
  CHECK(class_of("He claims that the army left.", "claims") == WordClass::kPresentS);
  CHECK(class_of("Their claims were rejected.", "claims") == WordClass::kNouns);
  CHECK(class_of("The rebels report heavy losses.", "report") == WordClass::kPresent);
  CHECK(class_of("The report said so.", "report") == WordClass::kNoun);
  CHECK(class_of("The minister was accused of lying.", "accused") == WordClass::kParticiple);
  CHECK(class_of("The minister accused the army of lying.", "accused") == WordClass::kPast);
}

TEST_CASE("names are capitals that need not be one") {
  CHECK(class_of("The minister met Orlan in May.", "Orlan") == WordClass::kName);
  CHECK(class_of("He said they may leave.", "may") == WordClass::kModal);
  CHECK(class_of("He said the US will leave.", "US") == WordClass::kName);
  CHECK(class_of("Rebels shelled the town.", "Rebels") == WordClass::kNouns);
}

TEST_CASE("to before a verb is not to before a noun") {
  CHECK(class_of("They want to leave.", "to") == WordClass::kTo);
  CHECK(class_of("They went to the town.", "to") == WordClass::kPreposition);
}

TEST_CASE("a reading keeps offsets and survives odd input") {
  Reading reading;
  const std::string text = "Ömer’s ÉTAT said \xFF so";
  reading.read(text, words_of_text(text));
  REQUIRE(reading.size() == 6);
  CHECK(reading.lower(0) == "ömer");
  CHECK(reading.lower(1) == "’s");
  CHECK(reading.lower(2) == "état");
  CHECK(reading.lemma(3) == "say");
  CHECK(reading.lower(99).empty());
  CHECK(reading[99] == WordClass::kStart);
  reading.read("", std::vector<TestWord>{});
  CHECK(reading.size() == 0);
}

}  // namespace hearsay
