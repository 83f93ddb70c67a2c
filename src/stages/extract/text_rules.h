// The article in plain text by rules alone: which line is the title, where the article lies, which lines
// belong to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/text_lines.h"

namespace hearsay {

struct TextRules {
  static constexpr size_t kNowhere = SIZE_MAX;

  std::vector<TextLine> lines;
  std::string site;                     // see classify_lines
  size_t title = kNowhere;              // a line
  std::string headline;                 // the title's words, without the outlet's name at their end
  size_t zone_begin = 0, zone_end = 0;  // lines in which the body is looked for
  std::vector<bool> keep;               // per line: it is body

  // A line's text without the outlet's name at its end.
  [[nodiscard]] std::string_view without_site(size_t i) const;
};

// `text` is valid UTF-8.
[[nodiscard]] TextRules rule_text(std::string_view text);

}  // namespace hearsay
