// Which of the groups that the record holds each new group continues, and what becomes of the others. Pure.
#pragma once

#include <optional>
#include <vector>

#include "base/sha256.h"
#include "store/row_id.h"

namespace hearsay {

struct StoredGroup {
  RowId row = 0;
  Id id;
  Id named_by;              // the member that gave it its id
  std::vector<Id> members;  // those that are still there, in order
};

struct GroupPlan {
  struct Fresh {
    std::optional<size_t> continues;  // index of a stored group: keeps its row and id
    Id id;
    Id named_by;
  };
  struct Gone {
    size_t stored = 0;
    WithdrawReason reason = WithdrawReason::kRecoded;
    std::optional<size_t> successor;  // index of a new group
  };
  std::vector<Fresh> fresh;  // parallel to the new groups
  std::vector<Gone> gone;
};

// `stored` in the order of their rows: the oldest goes first. `fresh`: the members of each new group, never
// none. A stored group is continued by the new group that holds the member it was named by, else by the one
// that all its members went to. Where two go to one new group, the older keeps its id, the other is `merged`;
// where the naming member is gone and the rest went to several groups, it is `split`; where no member is
// left, `recoded`. A new group that continues none is named by its first member.
[[nodiscard]] GroupPlan plan_groups(RowKind kind, const std::vector<StoredGroup>& stored,
                                    const std::vector<std::vector<Id>>& fresh);

}  // namespace hearsay
