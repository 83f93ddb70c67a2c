// Writes phase B's dates by company: all of them, changing no more than what has changed.
#pragma once

#include <vector>

#include "record/corpus.h"
#include "store/database.h"

namespace hearsay {

// Within the caller's transaction. kInternal, to be rolled back, for a date without company, for one that is
// not inside of what the page says itself, and for pages that the record does not hold.
[[nodiscard]] Result<void> save_narrowed_dates(const Database& database, RowId run,
                                               const std::vector<NarrowedDate>& dates);

}  // namespace hearsay
