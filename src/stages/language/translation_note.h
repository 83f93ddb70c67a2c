#pragma once

#include <string>
#include <string_view>

#include "record/types.h"

namespace hearsay {

struct TranslationNote {
  Translation kind = Translation::kUnknown;
  std::string from;  // ISO 639-1; empty where the note does not say
};

// A line of the text that is a note about its translation and nothing else: "Translated from the Russian by
// ...", "This is a machine translation". A sentence in which somebody is translated is none.
[[nodiscard]] TranslationNote find_translation_note(std::string_view text);

}  // namespace hearsay
