// What phase B made, as queries that give nothing but content: no row ids, runs or times; rows of other
// tables by their ids.
#pragma once

#include <span>

namespace hearsay {

struct GroupContent {
  const char* name;   // "story"
  const char* query;  // one row for each, members as JSON arrays in their order
};

[[nodiscard]] std::span<const GroupContent> group_contents();

}  // namespace hearsay
