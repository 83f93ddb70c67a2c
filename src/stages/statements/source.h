// Who a source is: the actor behind the words, the fullest name, the kind.
#pragma once

#include "stages/statements/draft.h"

namespace hearsay::statements {

struct Identity {
  std::string name;  // "" where the text names nobody
  SourceKind kind = SourceKind::kNone;
  uint32_t actor = kNone;  // index into Document::actors
  Range on_behalf_of;
  std::string on_behalf_of_name;
  uint32_t on_behalf_of_actor = kNone;
};

// Who the words name by themselves. A pronoun that the actors layer did not resolve has no name yet: see
// `is_open`.
[[nodiscard]] Identity identity_of(const PageWords& page, Range words);

// A pronoun without an actor: whoever spoke last is meant, or, for "we" and "I", whoever is being quoted.
[[nodiscard]] bool is_open(const PageWords& page, Range words, const Identity& identity);
[[nodiscard]] bool is_first_person(const PageWords& page, Range words);

// Whether the words name an outlet or agency. `wire`: an agency only.
[[nodiscard]] bool is_press(const PageWords& page, Range words);

}  // namespace hearsay::statements
