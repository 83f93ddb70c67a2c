// Rows of CSV and its kin by RFC 4180: fields in double quotes may hold delimiters, line ends and doubled
// quotes. As lenient as spreadsheets are: text behind a closing quote is kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "input/line_source.h"

namespace hearsay {

struct CsvRow {
  std::vector<std::string> fields;
  uint64_t line = 0;  // where it begins, the first is 1
};

class CsvRows {
 public:
  // `limit`: bytes of a row.
  CsvRows(ByteSource& source, char delimiter, size_t limit);

  // Nothing at the end; empty lines are no rows. kInputTooLarge for a row beyond the limit; kInputDamaged
  // where a quote is never closed, or beyond 10,000 fields. After these reading goes on with the line behind
  // the row's first. Errors of the source are final.
  [[nodiscard]] Result<std::optional<CsvRow>> next();

  // The source itself can't be read on.
  [[nodiscard]] bool failed() const { return failed_; }

  // Where the row that `next` gave or refused begins.
  [[nodiscard]] uint64_t line() const { return row_line_; }

 private:
  Result<std::optional<std::string>> take_line();
  Error give_back(Error error);

  ByteSource& source_;
  char delimiter_;
  size_t limit_;
  std::string given_back_;  // lines to be read again, each with its end
  size_t given_back_at_ = 0;
  std::string of_row_;  // lines of this row behind its first, likewise
  uint64_t next_line_ = 1, row_line_ = 0;
  int times_given_back_ = 0;
  bool failed_ = false;
};

// Comma, semicolon or tab, whichever parts the first line into most fields.
[[nodiscard]] char guess_delimiter(std::string_view first_line);

}  // namespace hearsay
