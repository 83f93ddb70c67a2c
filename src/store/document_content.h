// What the engine found in a page, as text: the same Document gives the same text, and a Document that
// differs in anything that the record keeps (page bytes and captures apart) another one.
#pragma once

#include <string>

#include "base/sha256.h"
#include "record/document.h"

namespace hearsay {

void print_content(std::string& out, const Document& document);
[[nodiscard]] Sha256 content_hash(const Document& document);

}  // namespace hearsay
