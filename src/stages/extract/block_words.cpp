#include "stages/extract/block_words.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr size_t kMostWords = 80;
constexpr size_t kShortestWord = 3;  // bytes

}  // namespace

TopicWords words_of(std::string_view text) {
  TopicWords words;
  uint32_t hash = kTopicHashSeed;
  size_t length = 0;
  const auto end = [&] {
    if (length >= kShortestWord) {
      words.hashes.push_back(hash);
      for (Topics left = topics_of(hash); left != 0; left = static_cast<Topics>(left & (left - 1)))
        ++words.topics[__builtin_ctz(left)];
    }
    hash = kTopicHashSeed, length = 0;
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool in_word = byte >= 0x80 || byte == '-' || (byte >= '0' && byte <= '9') ||
                         ((byte | 32) >= 'a' && (byte | 32) <= 'z');
    if (in_word) {
      const bool capital = byte >= 'A' && byte <= 'Z';
      hash = topic_hash_step(hash, capital ? static_cast<unsigned char>(byte | 32) : byte);
      ++length;
    } else if (length > 0) {
      end();
      if (words.hashes.size() >= kMostWords) break;
    }
  }
  end();
  words.count = static_cast<uint32_t>(words.hashes.size());
  std::sort(words.hashes.begin(), words.hashes.end());
  words.hashes.erase(std::unique(words.hashes.begin(), words.hashes.end()), words.hashes.end());
  return words;
}

double in_both(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t count = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++count;
    if (a[i] <= b[j])
      ++i;
    else
      ++j;
  }
  return double(count);
}

}  // namespace hearsay
