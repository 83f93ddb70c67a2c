// Words that tell what is done by saying something (knowledge/act_words.tsv).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace hearsay::statements {

enum ActSign : uint16_t {
  kWrong = 1,
  kHarm = 2,
  kBenefit = 4,
  kPraise = 8,
  kUntrue = 16,
  kClaim = 32,
  kComment = 64,
  kViolence = 128,
  kFault = 256,
  kProposal = 512
};

class ActLexicon {
 public:
  // False where the sign is unknown; the line is left out.
  [[nodiscard]] bool add(std::string_view word, std::string_view sign);
  // The signs of a word in lower case, its regular endings cut off where the word itself is not listed.
  [[nodiscard]] uint16_t signs(std::string_view lower) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::unordered_map<std::string, uint16_t, Hash, std::equal_to<>> signs_;
};

}  // namespace hearsay::statements
