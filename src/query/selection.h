// Which rows of a list the filters leave, in the list's order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "query/list_query.h"
#include "record/corpus.h"

namespace hearsay {

struct Selection {
  std::vector<RowId> keys;
  uint64_t left_out = 0;   // rows beyond the limit
  bool full_text = false;  // the full-text index was asked
};

// kBadFilter; kRecordFailed, kRecordNotARecord.
[[nodiscard]] Result<Selection> select(const Database& database, const ListQuery& list,
                                       const FilterValues& filters, std::optional<uint64_t> limit);

}  // namespace hearsay
