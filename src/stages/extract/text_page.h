// Scraped plain text with no markup left: which lines are the article?
#pragma once

#include <string_view>

#include "stages/extract/draft.h"

namespace hearsay {

// `text` is valid UTF-8. `offset` is where it begins in the page as read; pass `Offsets::kUnknown` where it
// was transcoded, so that paragraphs carry no page ranges. A draft without body means that nothing reads like
// an article.
enum class Offsets : uint8_t { kKnown, kUnknown };
[[nodiscard]] Draft read_text_page(std::string_view text, size_t offset, Offsets offsets);

}  // namespace hearsay
