#include "record/word_index.h"

#include <algorithm>

namespace hearsay {

uint32_t word_at(const Words& words, uint32_t at) {
  const auto found = std::partition_point(words.words.begin(), words.words.end(),
                                          [&](const Word& w) { return w.span.end <= at; });
  return static_cast<uint32_t>(found - words.words.begin());
}

uint32_t sentence_at(const Words& words, uint32_t at) {
  const auto found = std::partition_point(words.sentences.begin(), words.sentences.end(),
                                          [&](const Sentence& s) { return s.span.begin <= at; });
  return found == words.sentences.begin() ? kNone
                                          : static_cast<uint32_t>(found - words.sentences.begin() - 1);
}

WordRange words_in(const Words& words, Span span) {
  const auto first = std::partition_point(words.words.begin(), words.words.end(),
                                          [&](const Word& w) { return w.span.begin < span.begin; });
  const auto last =
      std::partition_point(first, words.words.end(), [&](const Word& w) { return w.span.end <= span.end; });
  return {static_cast<uint32_t>(first - words.words.begin()),
          static_cast<uint32_t>(last - words.words.begin())};
}

uint32_t quotation_at(const Words& words, uint32_t at) {
  uint32_t found = kNone;
  for (uint32_t i = 0; i < words.quotations.size() && words.quotations[i].outer.begin <= at; ++i) {
    // In order of begin, nested ones later: the last that holds it is the innermost.
    if (words.quotations[i].inner.contains(at)) found = i;
  }
  return found;
}

}  // namespace hearsay
