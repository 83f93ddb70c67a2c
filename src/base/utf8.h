// UTF-8 as bytes: decoding one code point at a time, and making any bytes valid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point at `at`, and `at` moved past it. Invalid bytes give U+FFFD and move by one. `at` must be <
// text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, size_t& at);

// The code point that ends at `at` (exclusive). `at` must be > 0.
[[nodiscard]] char32_t previous_code_point(std::string_view text, size_t at);

void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

// Each invalid byte replaced by U+FFFD; the count of replacements is added to `*repaired` where given.
[[nodiscard]] std::string repair_utf8(std::string_view text, size_t* repaired = nullptr);

// Whether `at` lies between two code points of valid UTF-8.
[[nodiscard]] inline bool on_boundary(std::string_view text, size_t at) {
  return at >= text.size() ? at == text.size() : (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Classes that the reader needs for English and its neighbours, without a table: Latin, Greek, Cyrillic.
// Letters of other scripts count as letters without case.
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_space(char32_t c);  // Unicode White_Space, and U+200B, U+FEFF
[[nodiscard]] inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
// Opening and closing double quotation marks of any kind: " “ ” „ ‟ « » and their kin. An apostrophe is none.
[[nodiscard]] bool is_double_quote(char32_t c);
[[nodiscard]] bool is_dash(char32_t c);

// Lower case by simple case mapping (Latin, Greek, Cyrillic), byte for byte elsewhere.
[[nodiscard]] std::string to_lower(std::string_view text);
// Lower case and without accents, for comparing names: "Rötgen" and "Rotgen" give the same key. Letters that
// do not decompose (ø, ł, ß, æ) are written in ASCII as is usual in news (o, l, ss, ae).
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace hearsay
