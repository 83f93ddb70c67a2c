// Noun phrases without a parser: the subject in front of a verb, the object or source behind it.
#pragma once

#include "stages/statements/page_words.h"

namespace hearsay::statements {

// The noun phrase that ends right before `end`, not reaching below `floor`: titles, "of"-phrases and
// coordinated names included; adverbs, expressions of time and insertions between commas are stepped over. A
// relative pronoun gives its antecedent. Empty where something else stands there.
[[nodiscard]] Range noun_phrase_before(const PageWords& reading, uint32_t end, uint32_t floor);

// The noun phrase that begins at `begin`, not reaching `limit`. Empty where none begins there.
enum class Attached : uint8_t {
  kAny,  // with "in", "at", "for", "from" and "with"
  kOf,   // with "of" alone: an addressee ends before "in an interview"
};
[[nodiscard]] Range noun_phrase_after(const PageWords& reading, uint32_t begin, uint32_t limit,
                                      Attached attached = Attached::kAny);

// The subject of the clause that begins at `begin`: the noun phrase before its first finite verb.
[[nodiscard]] Range clause_subject(const PageWords& reading, uint32_t begin, uint32_t end);

}  // namespace hearsay::statements
