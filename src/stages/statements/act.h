// What is done by a saying: RECORD.md's nine acts and their finer names, condition and deadline.
#pragma once

#include "stages/statements/act_lexicon.h"
#include "stages/statements/content_extent.h"

namespace hearsay::statements {

struct Doing {
  Act act = Act::kAssert;
  ActDetail detail = ActDetail::kNone;
  Range condition, deadline;       // words of the content
  uint32_t deadline_time = kNone;  // index into Document::times
  Range addressee;                 // of a first-person saying: "we urge X to"
};

[[nodiscard]] Doing doing_of(const PageWords& reading, const Occurrences& cues, const ActLexicon& words,
                             const Draft& draft);

// Whether the content's first clause has the speaker as its subject: "we", "it", "he" or the source's own
// last name.
[[nodiscard]] bool speaks_of_self(const PageWords& reading, const Draft& draft, Range subject);

}  // namespace hearsay::statements
