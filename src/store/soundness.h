// Whether a document holds together: what the store asks of it before it writes a byte.
#pragma once

#include "base/result.h"
#include "record/document.h"

namespace hearsay {

// kInternal, naming the layer, row and field: a span that is out of its part or cuts a character, an index
// that points nowhere, an event without mentions, an empty id or one that two rows share, parts that do not
// make up the text, a text that is no UTF-8.
[[nodiscard]] Result<void> check_soundness(const Document& document);

}  // namespace hearsay
