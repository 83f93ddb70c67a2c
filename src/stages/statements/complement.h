// The content behind a cue: which of its frames the words after it fill.
#pragma once

#include <optional>

#include "stages/statements/content_extent.h"

namespace hearsay::statements {

struct Complement {
  Range content;
  Frame frame = Frame::kThat;
  Circumstances circumstances;
};

// What the words from `at` up to `limit` are to the cue; nothing where none of its frames fits.
[[nodiscard]] std::optional<Complement> complement_after(const PageWords& reading, const Occurrences& cues,
                                                         const Cue& cue, uint32_t at, uint32_t limit);

// The content after "of", "for", "about" ... at `at`, where the cue takes that preposition.
[[nodiscard]] std::optional<Complement> prepositional(const PageWords& reading, const Occurrences& cues,
                                                      const Cue& cue, uint32_t at, uint32_t limit);

// "to" and a verb's base form.
[[nodiscard]] bool infinitive_at(const PageWords& reading, uint32_t at, uint32_t limit);

}  // namespace hearsay::statements
