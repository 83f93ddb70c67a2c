// When a deed happened, with what weapons, and in what context it is told.
#pragma once

#include "stages/events/draft.h"
#include "stages/events/grammar.h"

namespace hearsay::events {

// The time expression of the trigger's clause; else one that opens its sentence. Only those that the
// innermost statement around the trigger holds, so that "he said on Friday" dates no deed of what he said.
[[nodiscard]] When when_of(const PageView& view, const Grammar& grammar, const Draft& draft);

// The mode of an ASSAULT from the nearest weapon of its clause; MOBILIZE by what is moved. Empty where
// nothing tells.
[[nodiscard]] std::string mode_from_words(const PageView& view, const Grammar& grammar, const Draft& draft);

// PLOVER contexts that the sentence's words show, sorted.
[[nodiscard]] std::vector<std::string> contexts_of(const PageView& view, const Sentence& sentence);

}  // namespace hearsay::events
