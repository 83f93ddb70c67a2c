// Rows that are no longer found: they leave their table and are kept as they were, with their words.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"
#include "store/row_id.h"

namespace hearsay {

class Withdrawals {
 public:
  [[nodiscard]] static Result<Withdrawals> make(const Database& database);

  struct Gone {
    RowKind kind = RowKind::kStatement;
    Id id;
    RowId document = 0;  // 0: it stood across documents
    WithdrawReason reason = WithdrawReason::kRecoded;
    std::optional<Id> successor;
    std::string content;   // JSON
    RowId written_by = 0;  // the run that wrote the row
  };
  [[nodiscard]] Result<void> add(const Gone& gone, RowId run);
  // A row with this id has been found again. No matter whether it was ever withdrawn.
  [[nodiscard]] Result<void> revive(RowKind kind, const Id& id, RowId run);

 private:
  Withdrawals() = default;
  Sql add_, revive_;
};

[[nodiscard]] inline std::string_view bytes_of(const Id& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

}  // namespace hearsay
