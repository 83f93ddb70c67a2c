// The English word list: which classes a word can have, and what base form an inflected one has.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/word_class.h"

namespace hearsay {

// How often a base form is of a class in tagged texts, plus one; 0: not known as such.
struct WordUse {
  uint16_t noun = 0, verb = 0, adjective = 0, adverb = 0;
};

// One reading of a written form. `lemma` points into the word list and lives as long as the program.
struct FormReading {
  WordClass word_class = WordClass::kOther;
  std::string_view lemma;
  uint16_t count = 0;  // of the lemma in that class, plus one
};

// Nothing where the base form is not in the list. The pointer lives as long as the program.
[[nodiscard]] const WordUse* find_word(std::string_view lower);

// Appends every reading of a word of an open class that list and endings allow: "leaves" as kNouns of "leaf"
// and as kPresentS of "leave". `lower` is in lower case. Nothing is appended for a word that is not known.
void read_form(std::string_view lower, std::vector<FormReading>& out);

// Lines of the list that could not be read: 0, as a test holds.
[[nodiscard]] int unread_lexicon_lines();

}  // namespace hearsay
