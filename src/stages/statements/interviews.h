// Answers of an interview printed as question and answer, without marks or cues.
#pragma once

#include "stages/statements/verb_reports.h"

namespace hearsay::statements {

// Only where the article is an interview. A paragraph that ends with a question mark is a question; the one
// behind it is an answer, and so is one right before it that speaks of "I" or "we". Whoever is interviewed is
// the first person named.
void read_interview(Drafting& page);

}  // namespace hearsay::statements
