#include "query/row_reader.h"

#include "base/format.h"

namespace hearsay {

Result<RowReader> RowReader::make(const Database& database, const ListQuery& list, unsigned places) {
  std::vector<Column> columns;
  for (const Column& column : list.columns)
    if (column.where & places) columns.push_back(column);
  Result<Sql> sql = database.prepare(
      fmt::format("SELECT {} FROM {} WHERE {}", select_list(columns), list.from, list.at_key));
  if (!sql.ok()) return sql.error();
  return RowReader(std::move(columns), std::move(*sql));
}

Result<std::vector<Cell>> RowReader::read(RowId key) {
  sql_.reset();
  sql_.bind(sql_.parameter(":row"), key);
  const Result<bool> row = sql_.step();
  if (!row.ok()) return row.error();
  if (!*row) return Error{ErrorCode::kNoSuchId, "a row vanished while it was read; ask again"};
  std::vector<Cell> cells = read_cells(sql_, columns_);
  sql_.reset();
  return cells;
}

}  // namespace hearsay
