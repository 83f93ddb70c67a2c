// Finds the longest phrase of a table that stands at some place of a text.
//
// A phrase is its words: runs of letters and digits. What lies between them in the text - blanks, hyphens,
// apostrophes, slashes, the stop of an abbreviation - may differ, so that "al-Qaeda", "Al Qaeda" and "al
// Qaeda" are one phrase. A comma, a quotation mark or the end of a paragraph ends it. Accents make no
// difference.
//
// Case does, for names: "US" is not "us", "Turkey" not "turkey". A name is found as written, in capitals
// throughout
// ("TURKEY"; only words of four letters and more, so that "US" and "WHO" don't stand for the words), and with
// its small words in either case ("Al-Nusra", "al-Nusra").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// What was found: the ids under which the phrase was added, the heaviest first; and its length, in words or
// in bytes as it was asked for. Length 0: nothing. Valid as long as the index.
struct PhraseMatch {
  std::span<const uint32_t> ids;
  size_t length = 0;
  explicit operator bool() const { return length > 0; }
};

// Filled once, then only asked: any number of threads may ask at once.
class PhraseIndex {
 public:
  enum class Letters : uint8_t { kAsWritten, kAnyCase };

  // The phrase must outlive the index. Phrases without letters or digits, or of more than kMaxPieces words,
  // are left out.
  void add(std::string_view phrase, uint32_t id, Letters letters = Letters::kAsWritten);
  void reserve(size_t phrases);
  // Ends filling. `weights`, by id, order the ids of one phrase; without them they stay in the order in which
  // they were added.
  void build(std::span<const uint32_t> weights = {});

  // The phrase as a whole; length in bytes.
  [[nodiscard]] PhraseMatch find(std::string_view phrase) const;
  // The longest phrase that begins at byte `begin`, which must be where a word begins; it ends where a word
  // ends. The stop of an abbreviation belongs to it ("U.S.").
  [[nodiscard]] PhraseMatch match(std::string_view text, size_t begin) const;
  // The longest phrase that begins with the word `at` and ends with a word, a possessive 's not counted.
  // Words may be cut as they come: "al-Qaeda" may be one word or three.
  [[nodiscard]] PhraseMatch match(std::span<const std::string_view> words, size_t at) const;

  static constexpr size_t kMaxPieces = 12;

 private:
  // Small, since the tables have some 80,000 phrases and are loaded at every start.
  struct Key {
    const char* data = nullptr;
    uint16_t size = 0;
    Letters letters = Letters::kAsWritten;
    uint32_t id = 0;
    [[nodiscard]] std::string_view phrase() const { return {data, size}; }
  };
  struct Slot {
    uint64_t hash = 0;
    uint32_t begin = 0, count = 0;
  };
  struct First {
    uint32_t hash = 0;
    uint8_t max_pieces = 0;
  };
  struct Pieces;

  const Slot* slot(uint64_t hash) const;
  size_t max_pieces(uint64_t first) const;
  std::span<const uint32_t> accepted(const Slot& slot, const Pieces& pieces, size_t count, bool& stop) const;
  PhraseMatch longest(const Pieces& pieces, bool& stop) const;

  void build_firsts();
  size_t order_group(size_t begin, size_t count, std::span<const uint32_t> weights);

  std::vector<Key> keys_;         // grouped by hash after build
  std::vector<uint64_t> hashes_;  // of the keys, until build
  std::vector<uint32_t> ids_;     // ids_[i] of keys_[i]
  std::vector<Slot> slots_;       // open addressing, a power of two
  std::vector<First> firsts_;     // of the first word: the longest phrase that begins with it
};

}  // namespace hearsay
