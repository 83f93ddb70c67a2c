// Pairs quotation marks: which mark opens, which closes, and what stands between.
//
// Straight double marks are told apart by what stands beside them; curly ones and guillemets by their shape,
// unless their place speaks clearly against it; `` and '' and ,, count as double marks. Single marks pair
// only where both ends can be no apostrophe. A double mark right after a digit, with no quotation open,
// stands for inches and is left alone.
//
// A paragraph that begins with an opening mark while the last one is unclosed continues its quotation. An
// unclosed quotation ends with its paragraph. A closing mark with no opening begins its quotation where its
// paragraph begins, or after the last quotation of that paragraph where there is one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace hearsay {

// Bytes of the text. `outer` with its marks (one of which may be missing), `inner` without.
struct QuotedRange {
  uint32_t outer_begin = 0, outer_end = 0;
  uint32_t inner_begin = 0, inner_end = 0;
};

// `tokens` are those of consecutive paragraphs; `first_tokens[i]` is the index of paragraph i's first token.
// Sets the kind of tokens that are marks and appends the quotations in order of their begin, nested ones
// after those around them. A pair of single marks counts as a quotation only outside double ones.
void pair_quotes(std::string_view text, std::vector<Token>& tokens, const std::vector<uint32_t>& first_tokens,
                 std::vector<QuotedRange>& out);

}  // namespace hearsay
