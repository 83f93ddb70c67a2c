// A statement in the making, in words rather than bytes.
#pragma once

#include "stages/statements/cue_lexicon.h"
#include "stages/statements/page_words.h"

namespace hearsay::statements {

struct Circumstances {
  Range addressee, when, channel;
};

struct Draft {
  const Cue* cue = nullptr;  // none for an unattributed quotation
  const CueSense* sense = nullptr;
  Frame frame = Frame::kThat;  // the one that found the content
  Range cue_words, source, content, via;
  Circumstances circumstances;
  bool source_inherited = false;  // the source stands at another verb of the sentence, not at this cue
  bool from_quotation = false;    // a quotation that no cue of its own reports
  bool content_before = false;    // the content stands before the cue
  bool passive = false;           // the cue is passive: without a "by" its source is nobody
};

}  // namespace hearsay::statements
