// The numbers told of a deed: how many were killed, hurt, detained ...
#pragma once

#include <vector>

#include "stages/events/draft.h"
#include "stages/events/grammar.h"

namespace hearsay::events {

// Fills the counts of each draft of one sentence from the phrase that its trigger licenses, and from phrases
// of toll beside it
// ("leaving 12 dead", "with 5 injured", "a death toll of 30", "no casualties").
void find_counts(const PageView& view, const Grammar& grammar, const Lexicon& lexicon,
                 std::vector<Draft>& drafts, size_t first);

// Drops a trigger that only spells out another one: "attacks targeted ...", "sanctions and visa
// restrictions", "an offensive to capture ...".
void join_elaborations(const PageView& view, const Grammar& grammar, std::vector<Draft>& drafts,
                       size_t first);

// Lets a casualty ("12 were killed") join the deed of its sentence that caused it ("in an air strike"), and
// casualties of one clause each other: the joined draft is dropped, its counts, victim and place go over.
void join_casualties(const PageView& view, std::vector<Draft>& drafts, size_t first);

}  // namespace hearsay::events
