// One document as a JSON object: what `hearsay export --as json` writes, one a line.
//
// Spans of the lists "statements" and "events" are byte offsets into "text" (the body), as the scorer wants
// them; what stands in the title or a caption is listed under "outside_body" with its part named. Every span
// carries its words.
#pragma once

#include "base/json.h"
#include "record/document.h"

namespace hearsay {

[[nodiscard]] Json document_json(const Document& document);

// The parts of it: what is known of the page as a whole (no text and no layers); one row of a layer; one
// sighting of the page.
[[nodiscard]] Json document_facts_json(const Document& document);
[[nodiscard]] Json statement_json(const Document& document, uint32_t statement);
[[nodiscard]] Json event_json(const Document& document, uint32_t event);
[[nodiscard]] Json actor_json(const Document& document, uint32_t actor);
[[nodiscard]] Json capture_json(const Capture& capture);

// Names alone, in their order.
[[nodiscard]] Json credits_json(const std::vector<Credit>& credits);
// Where in a WARC file the page stands; nothing is added for a page that does not come from one.
void add_warc_record(Json& json, const Capture& capture);

}  // namespace hearsay
