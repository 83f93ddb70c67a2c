#pragma once

#include <string>
#include <string_view>

namespace hearsay {

struct DetectedLanguage {
  std::string code = "und";  // ISO 639-1 where there is one, else 639-2: "en", "zh", "haw"
  bool reliable = false;
};

// The language of a text, by CLD2. `more` is asked too where the text is short. Both must be valid UTF-8.
[[nodiscard]] DetectedLanguage detect_language(std::string_view text, std::string_view more);

}  // namespace hearsay
