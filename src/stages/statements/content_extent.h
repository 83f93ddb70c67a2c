// Where a reported content begins and ends.
#pragma once

#include "stages/statements/draft.h"
#include "stages/statements/occurrences.h"

namespace hearsay::statements {

// The content that begins at `begin`, up to the end of its clause and at most `limit`: it ends before another
// report of the same sentence (", adding that", "and said", ", Tass reported", ", according to"), before a
// clause that sets the scene
// (", while", ", amid") and before the outlet's gloss on a last name (", the group that ..."). A quotation
// that opens inside is taken whole, even where it runs on over sentences. Marks and stops at its ends are
// left out.
enum class Extent : uint8_t {
  kClause,
  kPhrase,      // a noun phrase with what belongs to it: ends at a comma that opens no list and no relative
                // clause
  kInfinitive,  // "to" and a verb with what belongs to it
  // Phrase and infinitive end where a further verb of the sentence's subject begins ("and gave", "but it
  // needs").
};
[[nodiscard]] Range content_from(const PageWords& reading, const Occurrences& cues, uint32_t begin,
                                 uint32_t limit, Extent extent = Extent::kClause);

// The content that ends at `end` (exclusive; a comma, dash or closing mark may be its last word): the
// quotation that closes there, with what stands before it in its sentence, or the sentence from its
// beginning. `floor`: nothing before it counts.
[[nodiscard]] Range content_to(const PageWords& reading, uint32_t end, uint32_t floor);

// The first word behind a dateline ("CITY (Agency) - "), or the sentence's first word where it has none.
[[nodiscard]] uint32_t after_dateline(const PageWords& reading, Range sentence);

// The quotation that opens at `at`, whole; empty where none does.
[[nodiscard]] Range quotation_at(const PageWords& reading, uint32_t at);

// Whether a cue verb in a past, present or -ing form begins at `at`; the longest.
[[nodiscard]] bool reports_at(const Occurrences& cues, uint32_t at, CueMatch& match);

}  // namespace hearsay::statements
