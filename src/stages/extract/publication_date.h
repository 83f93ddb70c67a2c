// When a page was published, changed and fetched: weighs the dates that the page bears against each other and
// against the dates that its story tells.
#pragma once

#include "stages/extract/draft.h"

namespace hearsay {

// Fills Article::published, modified and retrieved of a document whose text is laid out. Markup before lines
// near the title before addresses. A date above the title may be the day on which the page was fetched: it
// counts as `retrieved` where the story speaks against it. Where no date is left, the newest day that the
// story tells of as past bounds the publication from below (evidence `inferred`), and a day told without its
// year from above; what has no evidence stays open.
void set_dates(Document& document, const Draft& draft);

}  // namespace hearsay
