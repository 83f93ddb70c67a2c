// Statements that a headline makes with a colon alone.
#pragma once

#include "stages/statements/verb_reports.h"

namespace hearsay::statements {

// "Orlan: We shall not sign", "Border will stay open: ministry". Only in titles, and only where the words
// beside the colon name an actor of the page: "Analysis: ..." and "Live: ..." name none.
void read_headlines(Drafting& page);

}  // namespace hearsay::statements
