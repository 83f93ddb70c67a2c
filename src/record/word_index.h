// Finding one's way in the words layer.
#pragma once

#include "record/document.h"

namespace hearsay {

// Index of the first word that ends after byte `at`: the word that holds it, or the next one.
// words.words.size() at the end.
[[nodiscard]] uint32_t word_at(const Words& words, uint32_t at);

// Index of the sentence that holds byte `at`, or of the last one that begins before it. kNone before the
// first.
[[nodiscard]] uint32_t sentence_at(const Words& words, uint32_t at);

// [first, last) of the words that lie in `span` with all their bytes.
struct WordRange {
  uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
};
[[nodiscard]] WordRange words_in(const Words& words, Span span);

// Index of the innermost quotation whose inner part holds byte `at`; kNone outside.
[[nodiscard]] uint32_t quotation_at(const Words& words, uint32_t at);

}  // namespace hearsay
