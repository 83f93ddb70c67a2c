// Phase B over a record: copies, shared actors, stories, dates by company, incidents, contacts, claims,
// disputes, agreements, in this order. Each step reads what the store holds, runs its corpus stage and states
// all groups anew; the store writes what changed.
#pragma once

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "store/writer.h"

namespace hearsay {

// `path` is the record that `writer` has open, with everything committed. Killed half-way, it starts anew
// with the next read.
[[nodiscard]] Result<void> join_documents(const std::string& path, Writer& writer,
                                          const Knowledge& knowledge);

}  // namespace hearsay
