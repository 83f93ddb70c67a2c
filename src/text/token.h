// Tokens of English running text: what `tokenize` cuts and the rest of this folder reads.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

enum class TokenKind : uint8_t {
  kWord,
  kNumber,       // digits with . , : - / inside, an ordinal ("3rd"), a decade ("1990s"), an amount ("2.5m")
  kPunctuation,  // also what could be a quotation mark until `pair_quotes` has decided
  kOpenQuote,
  kCloseQuote,
};

// Bytes [begin, end) of the text that was cut.
struct Token {
  uint32_t begin = 0, end = 0;
  TokenKind kind = TokenKind::kWord;
  bool capital = false;  // begins with a capital letter
};

[[nodiscard]] inline std::string_view words_of(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

}  // namespace hearsay
