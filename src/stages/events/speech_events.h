// Events that are statements: an accusation, a request, a threat, a rejection, support, a promise, the
// admission of a fault.
#pragma once

#include <optional>
#include <vector>

#include "stages/events/draft.h"

namespace hearsay::events {

// RECORD.md's table: the PLOVER type of the speech event; nothing for what is none.
[[nodiscard]] std::optional<EventType> speech_type(const Statement& statement);

// Appends a draft for each statement whose act is an event and that has a cue. The actor is its source; the
// recipient whoever is accused, asked or threatened: the addressee, else the first actor of the content that
// is not the source.
void find_speech_events(const PageView& view, std::vector<Draft>& out);

// Gives those accusations whose recipient no word names the doer of what the content tells: drafts [0,
// speech_events) are the speech events, the rest the deeds.
void find_targets(std::vector<Draft>& drafts, size_t speech_events);

}  // namespace hearsay::events
