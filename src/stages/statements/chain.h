// From drafts to the chain of sources: what is one statement, what only carried another, what stands inside
// what.
#pragma once

#include "stages/statements/source.h"

namespace hearsay::statements {

// Drops drafts that say the same twice; turns an outlet's report of a statement into that statement's `via`;
// takes the officials out of "the paper, citing officials, wrote". Leaves the drafts in order of their
// content.
void settle_carriers(const PageWords& page, std::vector<Draft>& drafts);

// For each draft the one inside whose content it stands, innermost; kNone where none. `drafts` in order of
// their content.
[[nodiscard]] std::vector<uint32_t> parents_of(const PageWords& page, const std::vector<Draft>& drafts);

// Who the sources are, pronouns through those around and before them. Parallel to `drafts`.
[[nodiscard]] std::vector<Identity> identities_of(const PageWords& page, const std::vector<Draft>& drafts,
                                                  const std::vector<uint32_t>& parents);

// Whether the draft only says how its parent's speaker puts it ("we urge", "it is ready", "I think"): no
// statement of its own.
[[nodiscard]] bool is_own_voice(const PageWords& page, const Draft& draft, const Identity& speaker,
                                const Draft& parent, const Identity& parent_speaker);

}  // namespace hearsay::statements
