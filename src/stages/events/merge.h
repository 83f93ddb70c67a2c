// Brings the drafts of a page together: one event for each type, actor, recipient, place and time, with its
// mentions.
#pragma once

#include <vector>

#include "stages/events/draft.h"

namespace hearsay::events {

// Writes Document::events, in order of their first trigger, ids included.
void merge_drafts(const PageView& view, std::vector<Draft>& drafts, Document& document);

}  // namespace hearsay::events
