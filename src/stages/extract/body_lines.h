// Which lines of plain text are the article: the rules' answer weighed anew by what was learned from pages
// whose article is known (models/README.md, training/lines).
#pragma once

#include <vector>

#include "stages/extract/text_rules.h"

namespace hearsay {

// Per line of `rules.lines`: it is body.
[[nodiscard]] std::vector<bool> body_lines(const TextRules& rules);

}  // namespace hearsay
