// Cuts English text into tokens.
//
// One token: a word with its inner hyphens, dots and apostrophes ("al-Nusra", "O'Hara", "US-backed", "U.S.",
// "Sept.", "14:30", "1,200", "2016-10-01", an address on the web). Tokens of their own: the possessive "'s"
// and "'", the negation "n't" (and "not" of "cannot"), "'ll", "'re", "'ve", "'d", "'m", a currency sign, each
// mark of punctuation; "...", "--" and doubled marks that stand for a quotation mark (`` '' ,,) are one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace hearsay {

// Appends the tokens of text[begin, end). `text` is valid UTF-8; invalid bytes are punctuation.
void tokenize(std::string_view text, uint32_t begin, uint32_t end, std::vector<Token>& out);

// Whether a word marks the one before it as a possessor: "'s", "’s"; "'" or "’" alone (a possessor after s:
// ask only for a token that `pair_quotes` left as punctuation).
[[nodiscard]] bool is_possessor_mark(std::string_view word);
// "n't" with either apostrophe, in lower case.
[[nodiscard]] bool is_negation_clitic(std::string_view lower);

}  // namespace hearsay
