// Whether the clause around an expression of time looks back or forward.
#pragma once

#include "stages/times/time_meaning.h"
#include "text/reading.h"

namespace hearsay {

// For words [first, last) of `reading`, inside the sentence of words [begin, end). The nearest verb of the
// clause decides; words such as "by", "until", "due" and "scheduled" point forward. kUnknown where nothing
// speaks.
[[nodiscard]] Tense tense_around(const Reading& reading, uint32_t first, uint32_t last, uint32_t begin,
                                 uint32_t end);

}  // namespace hearsay
