#include "stages/extract/body_lines.h"

namespace hearsay {

std::vector<bool> body_lines(const TextRules& rules) { return rules.keep; }

}  // namespace hearsay
