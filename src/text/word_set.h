// A fixed set of words, written as one string with spaces between and sorted into an open hash table at
// compile time, so that a lexicon reads as a lexicon and a look-up costs one hash.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

[[nodiscard]] constexpr uint32_t hash_word(std::string_view word) {  // FNV-1a
  uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

template <size_t kSlots>
class WordSet {
 public:
  // `words` must outlive the set: a string literal.
  constexpr explicit WordSet(std::string_view words) {
    for (size_t at = 0; at < words.size();) {
      const size_t end = std::min(words.find(' ', at), words.size());
      if (end > at) insert(words.substr(at, end - at));
      at = end + 1;
    }
  }

  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    for (size_t slot = hash_word(word) & (kSlots - 1); !slots_[slot].empty();
         slot = (slot + 1) & (kSlots - 1)) {
      if (slots_[slot] == word) return true;
    }
    return false;
  }

 private:
  constexpr void insert(std::string_view word) {
    size_t slot = hash_word(word) & (kSlots - 1);
    while (!slots_[slot].empty()) {
      if (slots_[slot] == word) return;
      slot = (slot + 1) & (kSlots - 1);
    }
    slots_[slot] = word;
  }

  std::array<std::string_view, kSlots> slots_{};
};

// More slots than words that a literal of this length can hold, so that a look-up always ends; about twice as
// many as it will.
template <size_t kLength>
[[nodiscard]] constexpr auto word_set(const char (&words)[kLength]) {
  constexpr size_t kSlots = [] {
    size_t slots = 16;
    while (slots <= kLength / 2) slots *= 2;
    return slots;
  }();
  return WordSet<kSlots>(std::string_view(words, kLength - 1));
}

}  // namespace hearsay
