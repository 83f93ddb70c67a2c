// Things of the record for people to read: what `show` prints, from the objects of thing_json.h.
#pragma once

#include <string>

#include "base/json.h"
#include "output/styled_text.h"
#include "query/row_kind.h"

namespace hearsay {

// `width`: columns of the terminal.
[[nodiscard]] std::string shown_thing(RowKind kind, const Json& thing, size_t width, Paint paint);

// What is no longer found: RecordView::withdrawal.
[[nodiscard]] std::string shown_withdrawal(const Json& withdrawal, size_t width, Paint paint);

}  // namespace hearsay
