// Whether a deed is told as done, denied, ahead, or only possible.
#pragma once

#include "stages/events/draft.h"
#include "stages/events/grammar.h"

namespace hearsay::events {

// Decides by the trigger's own verb group, the words before it in its clause, a condition that it stands
// under, and the act of the statement whose content it stands in. A status that a governing verb gave the
// draft before is kept unless one of these says it is negated or only possible.
[[nodiscard]] Status status_of(const PageView& view, const Grammar& grammar, const Draft& draft);

}  // namespace hearsay::events
