// Reads a document's statements with the lexica that it was given.
#pragma once

#include "stages/statements/act_lexicon.h"
#include "stages/statements/draft.h"
#include "stages/statements/occurrences.h"

namespace hearsay::statements {

// What a worker keeps between documents.
struct ReaderBuffers {
  PageWords page;
  Occurrences cues;
  FormMemory memory;
  std::vector<Draft> drafts;
};

class StatementReader {
 public:
  // Sealed lexica. `outlets` may be empty.
  StatementReader(CueLexicon cues, ActLexicon acts, OutletNames outlets)
      : cues_(std::move(cues)), acts_(std::move(acts)), outlets_(std::move(outlets)) {}

  // Fills Document::statements, ids included, from words, times, actors and mentions.
  void read(Document& document, ReaderBuffers& buffers) const;

 private:
  CueLexicon cues_;
  ActLexicon acts_;
  OutletNames outlets_;
};

}  // namespace hearsay::statements
