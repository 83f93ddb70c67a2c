// What can be seen of a line of text without understanding it: the measures by which prose is told from what
// stands around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

enum class Script : uint8_t {
  kNone,
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kHan,
  kKana,
  kHangul,
  kOther
};

struct LineFeatures {
  uint32_t words = 0;  // runs of letters and digits; a Han or Kana character counts as half a word
  uint32_t letters = 0, capitals = 0, digits = 0;
  uint32_t marks = 0;           // neither letter, digit nor white space
  uint32_t function_words = 0;  // articles, prepositions, auxiliaries ... of some twenty languages
  uint32_t determiners = 0;     // English: the, a, an, this, his ...
  uint32_t capital_words = 0;   // of the others, those that begin with a capital
  uint32_t brackets = 0;        // { } [ ] < > \ and quotation marks beside : or ,
  bool ends_sentence = false;   // . ! ? or their kin, closing marks and brackets after it allowed
  bool ends_with_colon = false;
  bool begins_lower = false;
  bool begins_with_quote = false;
  Script script = Script::kNone;  // of most letters

  [[nodiscard]] double function_share() const { return words == 0 ? 0 : double(function_words) / words; }
  // Share of the telling words that begin with a capital: about 1 in a headline in title case.
  [[nodiscard]] double capital_share() const {
    return words <= function_words ? 0 : double(capital_words) / (words - function_words);
  }
};

[[nodiscard]] LineFeatures measure(std::string_view line);

// Whether a line reads like a sentence or more of running text: long enough, ended, with the small words that
// prose has.
[[nodiscard]] bool is_prose(const LineFeatures& line);

// No more than `most` bytes from the beginning, cut between code points.
[[nodiscard]] std::string_view first_bytes(std::string_view text, size_t most);

// White space runs (no-break spaces too) to single spaces, none at the ends; zero-width characters and soft
// hyphens out.
[[nodiscard]] std::string normal_space(std::string_view text);

}  // namespace hearsay
