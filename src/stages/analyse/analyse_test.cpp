#include "stages/analyse/analyse.h"

#include <catch2/catch.hpp>

#include "record/word_index.h"

namespace hearsay {

class Knowledge {};  // analyse takes it, as all stages do, and does not look

namespace {

Document analysed(std::string_view title, const std::vector<std::string>& paragraphs,
                  const std::vector<std::string>& captions = {}, std::string code = "en") {
  Document document;
  lay_out_text(document, title, paragraphs, {}, {}, captions);
  document.language.code = std::move(code);
  Scratch scratch;
  const Knowledge knowledge;
  REQUIRE(make_analyse_stage(knowledge)->run(document, scratch));
  return document;
}

}  // namespace

TEST_CASE("title, paragraphs and captions are split apart") {
  const Document d = analysed("Truce holds", {"It holds. So far.", "Nobody knows"}, {"A road.", "A river."});
  REQUIRE(d.words.sentences.size() == 6);
  CHECK(d.words.sentences[0].part == Part::kTitle);
  CHECK(d.words.sentences[0].paragraph == kNone);
  CHECK(d.words_of(d.words.sentences[1].span) == "It holds.");
  CHECK(d.words.sentences[2].paragraph == 0);
  CHECK(d.words.sentences[3].paragraph == 1);
  CHECK(d.words.sentences[4].part == Part::kCaption);
  CHECK(d.words_of(d.words.sentences[5].span) == "A river.");
  uint32_t next = 0;
  for (const Sentence& s : d.words.sentences) {
    CHECK(s.first_word == next);
    CHECK(s.last_word > s.first_word);
    CHECK(d.words.words[s.first_word].sentence_start);
    next = s.last_word;
  }
  CHECK(next == d.words.words.size());
}

TEST_CASE("a quotation runs over paragraphs but not from title to body") {
  const Document d = analysed("The \"truce", {"\"We wait.", "\"We hope,\" he said."});
  REQUIRE(d.words.quotations.size() == 2);
  CHECK(d.words_of(d.words.quotations[0].inner) == "truce");
  CHECK(d.words_of(d.words.quotations[1].inner) == "We wait.\n\n\"We hope,");
}

TEST_CASE("another language has no words") {
  const Document d = analysed("Titel", {"Ein Satz."}, {}, "de");
  CHECK(d.words.words.empty());
  CHECK(d.words.sentences.empty());
}

TEST_CASE("offsets lead to words, sentences and quotations") {
  const Document d = analysed("", {"It holds. \"So far,\" he said."});
  const Words& w = d.words;
  CHECK(d.words_of(w.words[word_at(w, 0)].span) == "It");
  CHECK(d.words_of(w.words[word_at(w, 2)].span) == "holds");
  CHECK(sentence_at(w, 4) == 0);
  CHECK(sentence_at(w, 12) == 1);
  CHECK(quotation_at(w, 4) == kNone);
  CHECK(quotation_at(w, 12) == 0);
  const WordRange range = words_in(w, {3, 9});
  CHECK(range.first == 1);
  CHECK(range.last == 3);
}

}  // namespace hearsay
