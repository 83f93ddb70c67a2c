// Chooses word classes: candidates from the word list, endings and capitals, then the likeliest sequence in
// each sentence (Viterbi over counts of which class follows which).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/reading.h"

namespace hearsay {

struct ClassCandidate {
  WordClass word_class;
  float score;             // log P(class | word) - log P(class)
  std::string_view lemma;  // in the word list, or empty
};

// The classes that words can have, as found once: a few thousand words make up most of all text. Owned by one
// worker.
class ClassCandidates {
 public:
  // The entry of a word in lower case, and of how it is written; `fresh` where it must still be filled.
  // Forgets all when it has grown large, so that odd input can't fill the memory. Valid until the next call.
  std::vector<ClassCandidate>& of(std::string_view lower, unsigned written, bool& fresh);

 private:
  struct Entry {
    std::string word;
    unsigned written = 0;
    std::vector<ClassCandidate> candidates;
  };
  std::vector<Entry> entries_;
  std::vector<uint32_t> slots_;  // open addressing, a power of two: index into entries_ plus one
};

// Fills `classes` and `lemmas`, parallel to `shapes`. Lemmas point into the word list or are empty.
void tag_words(std::string_view text, std::string_view lower, const std::vector<WordShape>& shapes,
               ClassCandidates& known, std::vector<WordClass>& classes,
               std::vector<std::string_view>& lemmas);

// Lines of the tables of classes that could not be read: 0, as a test holds.
[[nodiscard]] int unread_class_lines();

}  // namespace hearsay
