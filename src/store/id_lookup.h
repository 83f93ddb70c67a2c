// Finding actors, statements and events by the first digits of their ids.
//
// An index on random ids, kept up row by row, slows writing down the more the larger the record grows: each
// row lands on another page. So the table id_lookup is filled in one sorted pass after the pages are in; what
// is not in it yet is found by going over the documents that have come since.
#pragma once

#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/row_id.h"

namespace hearsay {

class IdLookup {
 public:
  [[nodiscard]] static Result<IdLookup> make(const Database& database);

  // A row is about to go. Within the caller's transaction.
  [[nodiscard]] Result<void> remove(RowKind kind, const Id& id, RowId document, uint32_t number);
  // The document has new rows. Within the caller's transaction.
  [[nodiscard]] Result<void> wait(RowId document);
  // Takes in what is not in yet.
  [[nodiscard]] Result<void> build();

 private:
  explicit IdLookup(const Database& database) : database_(&database) {}
  const Database* database_;
  Sql remove_, wait_;
};

// The ids that begin with some hexadecimal digits, as a range of blobs.
struct IdRange {
  std::string first, last;  // bytes, padded with 00 and FF
};
// Nothing where `digits` are fewer than six, more than `bytes` hold, or no hexadecimal digits.
[[nodiscard]] std::optional<IdRange> id_range(std::string_view digits, size_t bytes);

struct LookedUp {
  RowKind kind = RowKind::kStatement;
  RowId row = 0;
  Id id;
};
// On a connection for reading; rows in and out of the table alike.
[[nodiscard]] Result<std::vector<LookedUp>> look_up(const Database& database, const IdRange& range);

}  // namespace hearsay
