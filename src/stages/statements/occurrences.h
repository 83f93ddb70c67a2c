// Every cue of a document, found once.
#pragma once

#include <span>
#include <vector>

#include "stages/statements/cue_lexicon.h"
#include "stages/statements/page_words.h"

namespace hearsay::statements {

class Occurrences {
 public:
  void build(const PageWords& page, const CueLexicon& lexicon, FormMemory& memory);

  // The cues that begin at this word, longest first.
  [[nodiscard]] std::span<const CueMatch> at(uint32_t word) const {
    return std::span<const CueMatch>(matches_).subspan(first_[word], first_[word + 1] - first_[word]);
  }

 private:
  std::vector<CueMatch> matches_;
  std::vector<uint32_t> first_;
};

}  // namespace hearsay::statements
