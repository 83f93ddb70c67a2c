// Reads one table of knowledge/: comment lines, a line of column names, then rows of fields separated by
// tabs.
//
// The house rules of a table, each checked while reading and named with file and line where it is broken:
// UTF-8 without carriage returns; every row has as many fields as there are column names; rows are sorted by
// their bytes and none stands twice; every row names its source, in a column `source` or for the whole table
// in a comment line
// `# source: ...`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearsay {

// Goes through the rows once. The bytes must outlive the reader and every field taken from it.
//
//   Result<TableReader> rows = TableReader::open(bytes, "knowledge/peoples.tsv", {{"name", "forms"}});
//   if (!rows) return rows.error();
//   while (rows->next()) use((*rows)[0], (*rows)[1]);
//   if (Result<void> end = rows->finish(); !end) return end.error();
class TableReader {
 public:
  // `columns`: the columns that the caller reads, in the order in which it numbers them; the table may have
  // others. kBadTable where the head of the table is wrong or a column is missing. `file` names the table in
  // errors.
  [[nodiscard]] static Result<TableReader> open(std::string_view bytes, std::string file,
                                                std::span<const std::string_view> columns);

  // Moves to the next row. False at the end and at a bad row: ask `finish`.
  [[nodiscard]] bool next();
  // Ok where all rows were read, else kBadTable with file and line.
  [[nodiscard]] Result<void> finish() const;

  // A field of the current row by the caller's number for its column.
  [[nodiscard]] std::string_view operator[](size_t column) const { return fields_[places_[column]]; }
  // A field as a number; nothing where it isn't one, or is too large.
  [[nodiscard]] std::optional<uint64_t> count_at(size_t column) const;
  [[nodiscard]] std::optional<double> number_at(size_t column) const;
  // The line of the current row in the file, from 1.
  [[nodiscard]] size_t line() const { return line_; }
  // kBadTable for the current row: "FILE:LINE: what".
  [[nodiscard]] Error error(std::string_view what) const;

 private:
  TableReader() = default;
  std::string_view take_line();
  bool fail(std::string_view what);
  bool split(std::string_view line);

  std::string_view rest_, row_;
  std::string file_;
  std::vector<std::string_view> fields_;
  std::vector<size_t> places_;
  std::optional<size_t> source_;  // its column; none where the whole table has one source
  size_t line_ = 0;
  std::optional<Error> fault_;
};

// The parts of a field that holds a list ("a|b"); none for an empty field. Views into the field.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view field, char separator = '|');

}  // namespace hearsay
