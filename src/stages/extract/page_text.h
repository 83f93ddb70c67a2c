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
  uint32_t repaired = 0;  // characters that had been decoded wrongly before the page was served
};

// By a byte order mark, else UTF-8 where the bytes are valid, else as the transport declares, else the page
// itself, else by a guess, else windows-1252.
// Errors: kPageEmpty, kPageBinary.
[[nodiscard]] Result<PageText> page_text(const Page& page);

// Whether text is HTML, whatever the page's format says: files lie about their names.
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace hearsay
