// Abbreviations whose full stop is part of the word.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

enum class Abbreviation : uint8_t {
  kNone,
  kTitle,     // "Lt.", "Gen.", "Mr.": a name follows, never the end of a sentence
  kMonth,     // "Sept.": a number follows
  kNumbered,  // "No.", "Art.": an abbreviation only where a digit follows
  kCompany,   // "Inc.", "Jr.": may end a sentence
  kOther,     // "vs.", "approx."
};

// `lower` without its full stop, in lower case: "sept", "lt".
[[nodiscard]] Abbreviation abbreviation(std::string_view lower);

}  // namespace hearsay
