// Finds the words of a sentence that name a deed.
#pragma once

#include <vector>

#include "stages/events/draft.h"
#include "stages/events/grammar.h"

namespace hearsay::events {

// Appends a draft for each trigger of the sentence, in order, none over another. A trigger inside a phrase of
// event_near_misses.tsv, or whose object is not of the class that its sense asks for, is left out.
void find_triggers(const PageView& view, const Grammar& grammar, const Lexicon& lexicon, uint32_t sentence,
                   std::vector<Draft>& out);

}  // namespace hearsay::events
