// A page with markup: its article.
#pragma once

#include "base/result.h"
#include "stages/extract/draft.h"
#include "stages/extract/limits.h"
#include "stages/extract/page_text.h"

namespace hearsay {

// `address` is the URL that the page was fetched from, empty where unknown. Errors: those of HtmlTree::parse.
// A draft without body means that nothing reads like an article.
[[nodiscard]] Result<Draft> read_html_page(const PageText& page, const std::string& address,
                                           const PageLimits& limits);

}  // namespace hearsay
