// Rows as CSV (RFC 4180) and as TSV.
#pragma once

#include <string>
#include <vector>

#include "query/column.h"

namespace hearsay {

enum class Delimiter { kComma, kTab };

// One record with its line end. CSV: a field with a comma, quotation mark or line break is quoted, lines end
// with CRLF. TSV has no quoting: tabs and line breaks in a field become spaces, lines end with LF.
[[nodiscard]] std::string delimited_line(const std::vector<std::string>& fields, Delimiter delimiter);

[[nodiscard]] std::string delimited_header(const std::vector<Column>& columns, Delimiter delimiter);
// Cells as text_of writes them.
[[nodiscard]] std::string delimited_row(const std::vector<Cell>& cells, Delimiter delimiter);

}  // namespace hearsay
