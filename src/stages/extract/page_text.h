// A page's bytes as UTF-8 text.
#pragma once

#include <string>

#include "base/result.h"
#include "record/document.h"

namespace hearsay {

struct PageText {
  std::string text;            // valid UTF-8
  bool offsets_known = false;  // text[i] is bytes[i + offset]
  size_t offset = 0;           // length of the byte order mark
  std::string encoding;
};

// A byte order mark, else the page's own declaration, else UTF-8 where the bytes are valid, else a guess.
// Errors: kPageEmpty, kPageBinary.
[[nodiscard]] Result<PageText> page_text(const Page& page);

// Whether text is HTML, whatever the page's format says: files lie about their names.
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace hearsay
