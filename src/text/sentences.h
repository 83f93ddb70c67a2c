// Splits the tokens of one paragraph into sentences.
//
// A sentence ends with . ! ? or an ellipsis, the closing marks after it included, where what follows can
// begin another: not after an abbreviation that a name or number follows, not inside "(...)", not before a
// lower-case word, not between a question and the words that report it ("Why?" she asked). The end of a
// paragraph always ends its sentence, and so does the first comma or semicolon after 400 tokens, or the 500th
// token: what comes after reads sentences whole, at a cost that grows with the square of their length.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace hearsay {

// Appends the index one past each sentence's last token for tokens [first, end), whose quotation marks are
// paired.
void split_sentences(std::string_view text, const std::vector<Token>& tokens, uint32_t first, uint32_t end,
                     std::vector<uint32_t>& ends);

}  // namespace hearsay
