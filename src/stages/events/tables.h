// Takes the event_*.tsv tables out of the knowledge, those of an override folder included.
#pragma once

#include <string>
#include <vector>

#include "stages/events/lexicon.h"

namespace hearsay {
class Knowledge;
}

namespace hearsay::events {

// A table that is missing or broken gives no rows and a line in `faults`.
[[nodiscard]] Lexicon::Tables tables_of(const Knowledge& knowledge, std::vector<std::string>& faults);

}  // namespace hearsay::events
