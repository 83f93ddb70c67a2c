// What the words beside a date say that it is the date of.
#pragma once

#include <string_view>

#include "stages/extract/draft.h"

namespace hearsay {

// By the words before a date, folded: "published", "mis a jour le", "now:". Unlabelled where they say
// nothing.
[[nodiscard]] DateRole role_by_words(std::string_view folded);

// Whether they say that it is the date of something else: a reader's registration, an event, a book, a birth.
[[nodiscard]] bool names_other_date(std::string_view folded);

}  // namespace hearsay
