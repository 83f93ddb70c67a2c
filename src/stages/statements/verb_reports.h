// Statements that a verb reports: "X said that", "X urged Y to", "..., X told Y", "it was announced",
// "described by X as".
#pragma once

#include "stages/statements/content_extent.h"

namespace hearsay::statements {

// What the readers of cues share while they read one document.
struct Drafting {
  const PageWords& reading;
  const Occurrences& cues;
  std::vector<Draft>& drafts;
};

// Adds the statement that the verb cue at `at` reports and answers true, or answers false and adds nothing.
bool read_verb(Drafting& page, uint32_t at, const CueMatch& match);

// Words in which a cue at `at` has its subject and content: its sentence, and not past the quotation around
// it.
[[nodiscard]] Range scope_of(const PageWords& reading, uint32_t at);

// The source that a clause inherits where a verb has no subject of its own: the last statement's of the
// sentence, else the subject of the sentence's main clause.
[[nodiscard]] Range inherited_source(const Drafting& page, Range scope, uint32_t at);

}  // namespace hearsay::statements
