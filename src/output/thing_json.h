// One thing of the record as a JSON object with all that the record knows of it.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "query/record_view.h"

namespace hearsay {

// A row of a list. A statement or event has what export says of it, and its page, its chain of sources and
// what hangs on it beside; a document has all but its text and what stands in it. kNoSuchId.
[[nodiscard]] Result<Json> row_json(RecordView& view, const ListQuery& list, RowId key);

// What `show` prints of a thing: as row_json, but a document is whole. `kind` says which; actors of one
// document are among them.
[[nodiscard]] Result<Json> thing_json(RecordView& view, RowKind kind, RowId row);

// What export writes of a document: document_json and, beside it, all captures, the story, the page that it
// is a copy, a revision or a recapture of, for each actor the shared actor ("shared", null where there is
// none), and what is withdrawn.
[[nodiscard]] Result<Json> exported_json(RecordView& view, RowId document);

// As one line of JSON. Bytes that are no UTF-8 are replaced by U+FFFD.
[[nodiscard]] std::string line_of(const Json& json);
// Indented by two.
[[nodiscard]] std::string lines_of(const Json& json);

}  // namespace hearsay
