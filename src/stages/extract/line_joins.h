// Paragraphs that stand on several lines: text wrapped at a width, or cut wherever a link or another element
// began.
#pragma once

#include <vector>

#include "stages/extract/text_lines.h"

namespace hearsay {

// Joins them; the measures of the lines are right again afterwards. Lines with a blank one between are never
// joined.
void join_lines(std::vector<TextLine>& lines);

}  // namespace hearsay
