// Lower case that keeps every offset.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// `text` in lower case, byte for byte as long: a letter whose lower case takes another number of bytes stays
// as it is, and curly apostrophes stay curly. So a span of the text is a span of the result.
[[nodiscard]] std::string lowered(std::string_view text);

}  // namespace hearsay
