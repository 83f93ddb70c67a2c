#include "text/reading.h"

#include "text/lowered.h"
#include "text/word_tagger.h"

namespace hearsay {

void Reading::guess(std::string_view text) {
  text_ = text;
  lower_ = lowered(text);
  tag_words(text_, lower_, shapes_, classes_, lemmas_);
}

}  // namespace hearsay
