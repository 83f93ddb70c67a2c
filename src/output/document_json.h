// One document as a JSON object: what `hearsay export --as json` writes, one a line.
//
// Spans of the lists "statements" and "events" are byte offsets into "text" (the body), as the scorer wants them; what stands in
// the title or a caption is listed under "outside_body" with its part named. Every span carries its words.
#pragma once

#include "base/json.h"
#include "record/document.h"

namespace hearsay {

[[nodiscard]] Json document_json(const Document& document);

}  // namespace hearsay
