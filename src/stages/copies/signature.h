// The signature by which pages that carry the same report find each other (phase A).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/document.h"

namespace hearsay {

inline constexpr size_t kMinhashSize = 64;  // hash functions
inline constexpr size_t kShingleWords = 5;
inline constexpr size_t kTellingWords = 8;  // a paragraph with fewer words is no evidence of copying

// 64-bit hashes of the words of a text: runs of letters and digits, lower-cased; punctuation, quotation marks
// and white space don't count, since copies change them.
[[nodiscard]] std::vector<uint64_t> word_hashes(std::string_view text);

// MinHash (Broder, "On the resemblance and containment of documents", 1997) over shingles of `kShingleWords`
// words, and one hash for each paragraph of the body. A body shorter than a shingle has no minhash.
[[nodiscard]] Signature sign(const Document& document);

// Estimate of the Jaccard similarity of the two bodies' shingles, 0 ... 1; 0 where either has no minhash.
[[nodiscard]] double resemblance(const Signature& a, const Signature& b);

}  // namespace hearsay
