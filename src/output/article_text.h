// One page's article by itself, as `hearsay extract` prints it.
#pragma once

#include <string>

#include "base/json.h"
#include "base/result.h"
#include "record/document.h"

namespace hearsay {

// Title and paragraphs, a blank line after each.
[[nodiscard]] std::string article_text(const Document& document);

// CommonMark. Characters that would read as markup are escaped.
[[nodiscard]] std::string article_markdown(const Document& document);

// The object that `--format jsonl` prints; of a page that was refused with the error's code under "rejected".
[[nodiscard]] Json article_json(const Document& document);
[[nodiscard]] Json rejected_json(const Capture& capture, const Error& error);

}  // namespace hearsay
