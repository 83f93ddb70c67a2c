// Classes of English words, as far as a word list, endings and the neighbours tell them. A guess: about one
// word in twenty is wrong.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

enum class WordClass : uint8_t {
  kStart,  // no word: what stands before the first
  kComma,  // , ;
  kStop,   // . ! ? ...
  kMark,   // other punctuation, symbols
  kOpen,
  kClose,  // quotation marks
  kNumber,
  kName,
  kNoun,
  kNouns,  // singular, plural
  kAdjective,
  kAdverb,
  kPronoun,     // also "there"; "this" on its own
  kObject,      // "him", "them", "herself": never a subject
  kPossessive,  // "his", "their"
  kClitic,      // "'s" of a possessor
  kDeterminer,
  kPreposition,
  kConjunction,   // and, or, but
  kSubordinator,  // that, if, because, while
  kWh,            // who, which, what, where, when
  kTo,            // before a verb
  kNegation,
  kBe,
  kHave,
  kDo,  // all forms, auxiliary or not
  kModal,
  kBase,        // infinitive, imperative
  kPresent,     // "say"
  kPresentS,    // "says"
  kPast,        // finite: "said"
  kParticiple,  // past participle
  kIng,
  kOther,
};
inline constexpr int kWordClasses = static_cast<int>(WordClass::kOther) + 1;

// A verb in whatever form, auxiliaries apart.
[[nodiscard]] constexpr bool is_verb(WordClass c) { return c >= WordClass::kBase && c <= WordClass::kIng; }
// Be, have, do, modals.
[[nodiscard]] constexpr bool is_auxiliary(WordClass c) {
  return c >= WordClass::kBe && c <= WordClass::kModal;
}
// A form that has a subject of its own: "says", "said"; auxiliaries are asked by their words ("been" has
// none).
[[nodiscard]] constexpr bool is_finite_verb(WordClass c) {
  return c >= WordClass::kPresent && c <= WordClass::kPast;
}
[[nodiscard]] constexpr bool is_noun(WordClass c) {
  return c == WordClass::kNoun || c == WordClass::kNouns || c == WordClass::kName;
}
[[nodiscard]] constexpr bool is_mark(WordClass c) { return c >= WordClass::kComma && c <= WordClass::kClose; }

}  // namespace hearsay
