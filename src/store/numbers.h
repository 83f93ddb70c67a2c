// The numbers (row_id.h) that the rows of a document have, parallel to the document's lists.
#pragma once

#include <cstdint>
#include <vector>

#include "record/span.h"
#include "store/row_id.h"

namespace hearsay {

struct Numbers {
  std::vector<uint32_t> actors, statements, events;

  [[nodiscard]] const std::vector<uint32_t>& of(RowKind kind) const {
    return kind == RowKind::kActor ? actors : kind == RowKind::kStatement ? statements : events;
  }
  [[nodiscard]] std::vector<uint32_t>& of(RowKind kind) {
    return kind == RowKind::kActor ? actors : kind == RowKind::kStatement ? statements : events;
  }
};

}  // namespace hearsay
