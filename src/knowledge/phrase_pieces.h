// Phrases as their words: how a phrase is cut, hashed and compared letter by letter.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

// The word that begins at `at`, which is moved past it; empty where no letter or digit stands there.
[[nodiscard]] std::string_view take_piece(std::string_view text, size_t& at);

// Moves `at` over what may lie between two words of one phrase, after a word of `length` bytes. False where
// the phrase can't go on: at a comma, a quotation mark, the end of a paragraph, a full stop that ends a
// sentence.
[[nodiscard]] bool skip_between(std::string_view text, size_t& at, size_t length);

// Moves `at` to the next letter or digit, whatever lies between. False at the end.
[[nodiscard]] bool skip_anything(std::string_view text, size_t& at);

// Whether what is left of a word after a piece is a possessive ending or nothing.
[[nodiscard]] bool is_possessive(std::string_view rest);

// Of the letters without accents, in lower case.
[[nodiscard]] uint64_t hash_piece(std::string_view piece);
[[nodiscard]] inline uint64_t extend_hash(uint64_t phrase, uint64_t piece) {
  phrase = (phrase ^ piece) * 0x9E3779B97F4A7C15u;
  return phrase ^ phrase >> 29;
}

// Whether `seen` in a text is `known` of a table: the same letters, accents apart.
[[nodiscard]] bool same_letters(std::string_view known, std::string_view seen);
// And its capitals may stand for those of `known`, as phrase_index.h says. A small word may be written either
// way inside a longer name only: "Of" alone is a town, "of" is not.
enum class Place : uint8_t { kAlone, kInside };
[[nodiscard]] bool same_case(std::string_view known, std::string_view seen, Place place);
// The same for all words that stand in the same relation under `same_case`.
[[nodiscard]] char case_class(std::string_view piece);

}  // namespace hearsay
