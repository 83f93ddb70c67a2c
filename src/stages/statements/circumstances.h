// When, how and to whom something is said, where that stands between the cue and its content, or after it.
#pragma once

#include "stages/statements/draft.h"

namespace hearsay::statements {

// Steps from `at` over adverbs, expressions of time, channels ("in a statement posted on X", "by telephone")
// and, for cues that are no "tell", "to reporters". Returns the first word that is none of these and fills
// what it passed.
[[nodiscard]] uint32_t skip_circumstances(const PageWords& reading, uint32_t at, uint32_t limit,
                                          Circumstances& out);

// "told a news conference": an occasion where hearers are named is how it was said.
[[nodiscard]] bool is_channel(const PageWords& reading, Range words);

// The same, where it stands between the subject and the cue, or at the beginning of the clause: "In a
// telephone call on Friday, X said", "X on Wednesday said". Fills only what is still empty.
void circumstances_before(const PageWords& reading, uint32_t clause_begin, uint32_t cue, Circumstances& out);

}  // namespace hearsay::statements
