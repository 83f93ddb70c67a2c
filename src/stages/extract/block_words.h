// A block's first words: which they are, and what they speak of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "stages/extract/topic_words.h"

namespace hearsay {

struct TopicWords {
  std::vector<uint32_t> hashes;  // of the words, sorted, each once; lower case in ASCII
  uint32_t count = 0;
  uint32_t topics[static_cast<size_t>(Topic::kCount)] = {};

  [[nodiscard]] float share(Topic topic) const {
    return count == 0 ? 0 : static_cast<float>(double(topics[static_cast<size_t>(topic)]) / count);
  }
};

// Words of one or two bytes are left out, and so is what stands behind the first eighty.
[[nodiscard]] TopicWords words_of(std::string_view text);

// How many hashes stand in both.
[[nodiscard]] double in_both(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b);

}  // namespace hearsay
