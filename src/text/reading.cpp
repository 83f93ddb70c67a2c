#include "text/reading.h"

#include "text/lowered.h"
#include "text/word_tagger.h"

namespace hearsay {

Reading::Reading() : candidates_(std::make_unique<ClassCandidates>()) {}
Reading::~Reading() = default;

void Reading::guess() {
  read_ = text_;
  lower_ = lowered(text_);
  tag_words(text_, lower_, shapes_, *candidates_, classes_, lemmas_);
}

}  // namespace hearsay
