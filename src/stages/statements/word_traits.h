// What a word does in a clause: the classes that text/ guesses, told finer by the closed classes of English.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/word_class.h"

namespace hearsay::statements {

enum Trait : uint32_t {
  kDeterminer = 1u << 0,  // the, a, this, many ...
  kPossessive = 1u << 1,  // his, their ... and 's
  kPreposition = 1u << 2,
  kSubjectPronoun = 1u << 3,  // he, they, who ... and what may be one ("it", "you", "those")
  kPronoun = 1u << 4,         // any personal pronoun
  kCoordinator = 1u << 5,     // and, or, but, nor, yet
  kSubordinator = 1u << 6,    // that, if, because ...
  kRelative = 1u << 7,        // who, which, whose ...
  kModal = 1u << 8,
  kBe = 1u << 9,
  kHave = 1u << 10,
  kDo = 1u << 11,
  kAdverb = 1u << 12,
  kNegation = 1u << 13,
  kFinite = 1u << 14,  // a past or present form: "went", "says", "believe"
  kParticipleForm = 1u << 15,
  kIngForm = 1u << 16,
  kBaseVerb = 1u << 17,    // an infinitive or a present without -s
  kNominative = 1u << 18,  // only ever a subject: he, she, they, we, i
};
using Traits = uint32_t;

// `lower` is in lower case; an apostrophe may be straight or curly.
[[nodiscard]] Traits traits_of(std::string_view lower, WordClass word_class);

// Nouns for what is written or broadcast ("statement", "report", "article"); for the press ("newspaper",
// "agency").
[[nodiscard]] bool is_document_noun(std::string_view lower);
[[nodiscard]] bool is_press_noun(std::string_view lower);
// "spokesman", "minister", "president" ...: heads of a noun phrase that names an office.
[[nodiscard]] bool is_office_noun(std::string_view lower);
// "officials", "witnesses", "activists" ...: people without a name.
[[nodiscard]] bool is_people_noun(std::string_view lower);

}  // namespace hearsay::statements
