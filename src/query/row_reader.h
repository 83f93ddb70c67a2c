// The cells of single rows of a list.
#pragma once

#include <vector>

#include "base/result.h"
#include "query/list_query.h"
#include "record/corpus.h"

namespace hearsay {

class RowReader {
 public:
  // Of the columns that are given in one of `places` (an or of Where). `database` and `list` must outlive it.
  [[nodiscard]] static Result<RowReader> make(const Database& database, const ListQuery& list,
                                              unsigned places);

  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

  // Parallel to columns(). kNoSuchId where the row is gone.
  [[nodiscard]] Result<std::vector<Cell>> read(RowId key);

 private:
  RowReader(std::vector<Column> columns, Sql sql) : columns_(std::move(columns)), sql_(std::move(sql)) {}
  std::vector<Column> columns_;
  Sql sql_;
};

}  // namespace hearsay
