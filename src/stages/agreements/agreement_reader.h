// Finds the words by which one page speaks of truces, deals and undertakings, and of what bears on them.
#pragma once

#include <vector>

#include "record/corpus.h"

namespace hearsay {

class Knowledge;

// One row for each mention in the body, in order. Of `document` the layers article, times, places, actors,
// statements and events are read (as the store gives them back; the words layer is not needed).
// `document_row`, `story` and `order` are for the caller to set. Rows know the statement (by its index + 1, 0
// for the outlet's own voice) and the span; nothing is looked up elsewhere.
[[nodiscard]] std::vector<AgreementRow> read_agreements(const Document& document, const Knowledge& knowledge);

// A cheap test by substrings, so that pages without such words need not be loaded.
[[nodiscard]] bool may_speak_of_agreements(std::string_view body);

}  // namespace hearsay
