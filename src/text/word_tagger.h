// Chooses word classes: candidates from the word list, endings and capitals, then the likeliest sequence in each sentence
// (Viterbi over counts of which class follows which).
#pragma once

#include <string_view>
#include <vector>

#include "text/reading.h"

namespace hearsay {

// Fills `classes` and `lemmas`, parallel to `shapes`. Lemmas point into the word list or are empty.
void tag_words(std::string_view text, std::string_view lower, const std::vector<WordShape>& shapes, std::vector<WordClass>& classes,
               std::vector<std::string_view>& lemmas);

// Lines of the tables of classes that could not be read: 0, as a test holds.
[[nodiscard]] int unread_class_lines();

}  // namespace hearsay
