// What a page's container says of it (Page::stated), brought into the draft.
#pragma once

#include "stages/extract/draft.h"
#include "stages/extract/page_text.h"

namespace hearsay {

// The draft of plain text whose title its container states: that title stands above the text as if it were
// its first line. Without a title as `read_text_page`.
[[nodiscard]] Draft read_stated_text(const PageText& text, const Stated& stated);

// Adds what the draft lacks: title, authors, and the outlet where nothing but the address tells it; the
// stated dates join the candidates of the markup, before the page's own. Where the page is a fragment, the
// stated title and authors are the right ones whatever the draft has: its headings are those of sections.
enum class PageExtent : uint8_t { kWhole, kFragment };
void add_stated(Draft& draft, const Stated& stated, PageExtent extent);

}  // namespace hearsay
