// All that a list says of single rows, as JSON: its columns and what hangs on it.
#pragma once

#include <memory>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "query/list_query.h"
#include "query/row_reader.h"

namespace hearsay {

class ObjectReader {
 public:
  // `database` and `list` must outlive it.
  [[nodiscard]] static Result<ObjectReader> make(const Database& database, const ListQuery& list);
  // Of what hangs on a row that no list is for. `children` must outlive it.
  [[nodiscard]] static Result<ObjectReader> make(const Database& database,
                                                 const std::vector<Child>& children);
  static Result<ObjectReader> make(const Database&, std::vector<Child>&&) = delete;

  ObjectReader(ObjectReader&&) noexcept;
  ObjectReader& operator=(ObjectReader&&) noexcept;
  ~ObjectReader();

  // kNoSuchId where the row is gone.
  [[nodiscard]] Result<Json> read(RowId key);

 private:
  struct Part;
  ObjectReader();
  std::unique_ptr<RowReader> row_;
  std::vector<Part> parts_;
};

}  // namespace hearsay
