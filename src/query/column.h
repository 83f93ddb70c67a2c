// A column of a list: its name, its type, and the SQL that gives it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/cell.h"
#include "store/database.h"

namespace hearsay {

enum class CellType { kText, kInteger, kReal, kFlag, kInterval, kList, kNumbers, kId, kSpan, kEnum };

// The names of an enumeration that the record keeps as integers.
struct EnumNames {
  std::string_view (*name)(int64_t value) = nullptr;
  int64_t count = 0;
};

// `last` is the enumeration's last value.
template <class E>
[[nodiscard]] constexpr EnumNames names_of(E last) {
  return {[](int64_t value) { return to_string(static_cast<E>(value)); }, static_cast<int64_t>(last) + 1};
}

// Where a column is given: on a terminal, in CSV and TSV, in JSON.
enum Where : unsigned { kTable = 1, kRows = 2, kJson = 4 };

struct Column {
  std::string name;  // key of JSON, header of CSV
  CellType type = CellType::kText;
  std::string sql;  // of a kInterval two expressions, of a kSpan four: part, begin, end, words
  EnumNames names;
  unsigned where = kRows | kJson;
  std::string header;   // in a table
  unsigned weight = 1;  // share of the table's width where not everything fits
  bool line_each =
      false;  // of a list in a table: each element on a line of its own, else one after the other

  // On a terminal too, under this header.
  [[nodiscard]] Column shown(std::string as) const;
  // Only in these places.
  [[nodiscard]] Column only(unsigned places) const;
  [[nodiscard]] Column wide() const;
  [[nodiscard]] Column in_lines() const;
};

[[nodiscard]] Column text_column(std::string name, std::string sql);
[[nodiscard]] Column integer_column(std::string name, std::string sql);
[[nodiscard]] Column real_column(std::string name, std::string sql);
[[nodiscard]] Column flag_column(std::string name, std::string sql);
[[nodiscard]] Column interval_column(std::string name, const std::string& prefix);  // prefix_from, prefix_to
[[nodiscard]] Column interval_column(std::string name, const std::string& from, const std::string& to);
[[nodiscard]] Column list_column(std::string name, std::string sql);  // gives a JSON array of texts, or NULL
[[nodiscard]] Column numbers_column(std::string name, std::string sql);  // gives a JSON array of integers
[[nodiscard]] Column id_column(std::string name, std::string sql);       // gives a blob
[[nodiscard]] Column span_column(std::string name, const std::string& prefix, const std::string& text_table);
[[nodiscard]] Column enum_column(std::string name, std::string sql, EnumNames names);

// The columns' SQL as a select list.
[[nodiscard]] std::string select_list(const std::vector<Column>& columns);

// The columns' values from the row at which `sql` stands; the first stands at `first`.
[[nodiscard]] std::vector<Cell> read_cells(const Sql& sql, const std::vector<Column>& columns, int first = 0);

}  // namespace hearsay
