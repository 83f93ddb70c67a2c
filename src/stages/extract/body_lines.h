// Title and body of plain text: what the rules found, weighed anew by what was learned (line_model.h).
#pragma once

#include "stages/extract/text_rules.h"

namespace hearsay {

// Sets `title`, `headline`, `zone_begin` and `keep` anew. The title, bylines, dates and notes are parts of
// their own and never body. Where the model finds nothing, and on pages of tens of thousands of lines, the
// rules have the last word.
void weigh_lines(TextRules& rules);

}  // namespace hearsay
