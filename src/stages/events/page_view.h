// A page as this stage looks at it: for each word its class, what the tables say of it, and which actor,
// place, time and statement it belongs to; and the noun phrases between them. Filled once a page, reused by
// each worker.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/document.h"
#include "stages/events/lexicon.h"
#include "text/reading.h"

namespace hearsay::events {

// Words [begin, end) of a sentence that name one thing: "the two civilians", "Russian air strikes". `head` is
// its main noun.
struct Phrase {
  uint32_t begin = 0, end = 0, head = 0;
  bool pronoun = false;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool overlaps_word(uint32_t i) const { return begin <= i && i < end; }
};

class PageView {
 public:
  void read(const Document& document, const Lexicon& lexicon);

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] uint32_t size() const { return reading_.size(); }
  [[nodiscard]] std::string_view lower(uint32_t i) const { return reading_.lower(i); }
  [[nodiscard]] std::string_view lemma(uint32_t i) const { return reading_.lemma(i); }
  // As the tagger guessed it, mended where a neighbour or the lexicon tells better.
  [[nodiscard]] WordClass word_class(uint32_t i) const {
    return i < classes_.size() ? classes_[i] : WordClass::kStart;
  }
  [[nodiscard]] const WordEntry* entry(uint32_t i) const {
    return i < entries_.size() ? entries_[i] : nullptr;
  }
  [[nodiscard]] Span span(uint32_t first, uint32_t end) const {
    return {document_->words.words[first].span.begin, document_->words.words[end - 1].span.end};
  }
  [[nodiscard]] bool capital(uint32_t i) const { return i < size() && document_->words.words[i].capital; }

  // Indexes into the document's layers; kNone where the word belongs to none. `mention` is the widest that
  // holds the word, `content` the innermost statement inside whose content it stands.
  [[nodiscard]] uint32_t mention(uint32_t i) const { return at(mentions_, i); }
  [[nodiscard]] uint32_t narrow_mention(uint32_t i) const { return at(narrow_mentions_, i); }
  [[nodiscard]] uint32_t place(uint32_t i) const { return at(places_, i); }
  [[nodiscard]] uint32_t time(uint32_t i) const { return at(times_, i); }
  [[nodiscard]] uint32_t content(uint32_t i) const { return at(contents_, i); }
  [[nodiscard]] uint32_t phrase_index(uint32_t i) const { return at(phrase_of_, i); }
  [[nodiscard]] const Phrase& phrase(uint32_t index) const { return phrases_[index]; }
  // The phrase that holds the word; an empty one where none does.
  [[nodiscard]] Phrase phrase_at(uint32_t i) const {
    const uint32_t index = phrase_index(i);
    return index == kNone ? Phrase{} : phrases_[index];
  }
  // The words [first, end) that a span covers; empty where it covers none.
  [[nodiscard]] std::pair<uint32_t, uint32_t> words_in(Span span) const;

 private:
  [[nodiscard]] static uint32_t at(const std::vector<uint32_t>& values, uint32_t i) {
    return i < values.size() ? values[i] : kNone;
  }
  void cover(std::vector<uint32_t>& values, Span span, uint32_t index);
  void read_layers();
  void mend_classes(const Sentence& sentence);
  [[nodiscard]] uint32_t bound_before_number(uint32_t i, uint32_t last) const;
  void find_phrases(const Sentence& sentence);

  const Document* document_ = nullptr;
  Reading reading_;
  std::vector<WordClass> classes_;
  std::vector<const WordEntry*> entries_;
  std::vector<uint32_t> mentions_, narrow_mentions_, places_, times_, contents_, phrase_of_;
  std::vector<Phrase> phrases_;
  std::vector<std::pair<uint32_t, uint32_t>> by_size_;  // (size, index), for covering wide before narrow
};

}  // namespace hearsay::events
