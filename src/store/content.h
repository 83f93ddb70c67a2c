// What the record holds, written out in one order that depends on nothing but the content: no row ids, runs
// or times; documents by hash. Two records are the same where their dumps are. For tests, and for comparing
// records.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "store/reader.h"

namespace hearsay {

// Line by line, each ending in '\n'.
[[nodiscard]] Result<void> content_dump(const Reader& reader,
                                        const std::function<void(std::string_view)>& sink);
[[nodiscard]] Result<Sha256> content_hash(const Reader& reader);  // of the dump

}  // namespace hearsay
