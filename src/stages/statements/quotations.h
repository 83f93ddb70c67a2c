// Quotations that no cue of their own reports.
#pragma once

#include "stages/statements/verb_reports.h"

namespace hearsay::statements {

// Adds a statement for each quotation that has the shape of speech and that no draft holds yet: `NAME:
// "..."`,
// `"..." NAME in an interview with ...`, and the quotation that goes on behind `"...," X said.` or in the
// paragraphs that follow it; these keep the speaker. A quotation with nobody to keep gets no statement.
void read_loose_quotations(Drafting& page);

}  // namespace hearsay::statements
