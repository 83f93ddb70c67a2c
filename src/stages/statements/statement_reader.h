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
  // Sealed lexica.
  StatementReader(CueLexicon cues, ActLexicon acts) : cues_(std::move(cues)), acts_(std::move(acts)) {}

  // Fills Document::statements, ids included, from words, times, actors and mentions.
  void read(Document& document, ReaderBuffers& buffers) const;

 private:
  CueLexicon cues_;
  ActLexicon acts_;
};

}  // namespace hearsay::statements
