// A text as its words read: each word in lower case, with its class and its base form. Each stage that needs
// it asks its scratch for one and reads into it; a page of 3.5 KB takes a fraction of a millisecond the first
// time and next to nothing when the next stage reads the same page again.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_class.h"

namespace hearsay {

// What the reading needs of a word; offsets are bytes of the text.
struct WordShape {
  enum class Kind : uint8_t { kWord, kNumber, kPunctuation, kOpenQuote, kCloseQuote };
  uint32_t begin = 0, end = 0;
  Kind kind = Kind::kWord;
  bool capital = false, sentence_start = false;
  friend bool operator==(const WordShape&, const WordShape&) = default;
};

class ClassCandidates;

class Reading {
 public:
  Reading();
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  // Reads the words of `text`, in order; what was read before is forgotten. `Word` is the record's Word: a
  // span, a kind with the names of WordShape::Kind in their order, capital, sentence_start. `text` must
  // outlive the reading's views.
  template <class Word>
  void read(std::string_view text, const std::vector<Word>& words) {
    next_.clear();
    next_.reserve(words.size());
    for (const Word& w : words)
      next_.push_back(
          {w.span.begin, w.span.end, static_cast<WordShape::Kind>(w.kind), w.capital, w.sentence_start});
    text_ = text;
    if (next_ == shapes_ && text == read_) return;
    shapes_.swap(next_);
    guess();
  }

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(shapes_.size()); }
  [[nodiscard]] const WordShape& shape(uint32_t i) const { return shapes_[i]; }
  // As written, and in lower case with straight apostrophes left as they are. Empty past the end.
  [[nodiscard]] std::string_view word(uint32_t i) const {
    return i < shapes_.size() ? text_.substr(shapes_[i].begin, shapes_[i].end - shapes_[i].begin)
                              : std::string_view{};
  }
  [[nodiscard]] std::string_view lower(uint32_t i) const {
    return i < shapes_.size()
               ? std::string_view(lower_).substr(shapes_[i].begin, shapes_[i].end - shapes_[i].begin)
               : std::string_view{};
  }
  // kStart past the end.
  [[nodiscard]] WordClass operator[](uint32_t i) const {
    return i < classes_.size() ? classes_[i] : WordClass::kStart;
  }
  // The base form in the guessed class; the lower-case word where there is none ("the", names, unknown
  // words).
  [[nodiscard]] std::string_view lemma(uint32_t i) const {
    if (i >= lemmas_.size()) return {};
    return lemmas_[i].empty() ? lower(i) : lemmas_[i];
  }
  // The whole text in lower case, offset for offset.
  [[nodiscard]] std::string_view lower_text() const { return lower_; }

 private:
  void guess();

  std::string_view text_;
  std::string read_, lower_;  // the text that the classes are of
  std::vector<WordShape> shapes_, next_;
  std::vector<WordClass> classes_;
  std::vector<std::string_view> lemmas_;
  std::unique_ptr<ClassCandidates> candidates_;  // of words seen before
};

}  // namespace hearsay
