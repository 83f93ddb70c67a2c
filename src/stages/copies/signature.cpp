#include "stages/copies/signature.h"

#include <array>

#include "base/utf8.h"

namespace hearsay {
namespace {

// The finaliser of MurmurHash3 (Appleby): mixes all bits.
uint64_t mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xFF51AFD7ED558CCDull;
  x ^= x >> 33;
  x *= 0xC4CEB9FE1A85EC53ull;
  return x ^ x >> 33;
}

struct Permutation {
  uint64_t multiplier, addend;
};

std::array<Permutation, kMinhashSize> make_permutations() {
  std::array<Permutation, kMinhashSize> permutations{};
  for (size_t i = 0; i < kMinhashSize; ++i) permutations[i] = {mix(2 * i + 1) | 1, mix(2 * i + 2)};
  return permutations;
}

uint64_t combine(uint64_t hash, uint64_t next) { return mix(hash * 0x9E3779B97F4A7C15ull + next); }

}  // namespace

std::vector<uint64_t> word_hashes(std::string_view text) {
  std::vector<uint64_t> hashes;
  uint64_t hash = 0;
  const auto close = [&] {
    if (hash) hashes.push_back(mix(hash));
    hash = 0;
  };
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c) && !is_digit(c)) {
      close();
      continue;
    }
    if (c < 0x80) {
      hash = (hash + (c >= 'A' && c <= 'Z' ? c + 32 : c) + 1) * 0x100000001B3ull;
    } else {
      for (const char byte : to_lower(text.substr(begin, at - begin)))
        hash = (hash + static_cast<unsigned char>(byte) + 1) * 0x100000001B3ull;
    }
  }
  close();
  return hashes;
}

Signature sign(const Document& document) {
  static const std::array<Permutation, kMinhashSize> kPermutations = make_permutations();
  Signature signature;
  std::vector<uint64_t> words;
  for (const Paragraph& paragraph : document.article.paragraphs) {
    const std::vector<uint64_t> own = word_hashes(document.words_of(paragraph.span));
    uint64_t hash = 0;
    if (own.size() >= kTellingWords)
      for (const uint64_t word : own) hash = combine(hash, word);
    signature.paragraphs.push_back(hash);
    words.insert(words.end(), own.begin(), own.end());
  }
  if (words.size() < kShingleWords) return signature;
  signature.minhash.assign(kMinhashSize, UINT32_MAX);
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t shingle = 0;
    for (size_t k = 0; k < kShingleWords; ++k) shingle = combine(shingle, words[i + k]);
    for (size_t p = 0; p < kMinhashSize; ++p) {
      const auto value =
          static_cast<uint32_t>((shingle * kPermutations[p].multiplier + kPermutations[p].addend) >> 32);
      if (value < signature.minhash[p]) signature.minhash[p] = value;
    }
  }
  return signature;
}

double resemblance(const Signature& a, const Signature& b) {
  if (a.minhash.empty() || a.minhash.size() != b.minhash.size()) return 0;
  size_t same = 0;
  for (size_t i = 0; i < a.minhash.size(); ++i) same += a.minhash[i] == b.minhash[i];
  return static_cast<double>(same) / static_cast<double>(a.minhash.size());
}

}  // namespace hearsay
