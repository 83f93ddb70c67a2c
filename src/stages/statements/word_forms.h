// Which verb or noun a written form may be a form of, and in which form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay::statements {

enum FormBit : uint8_t {
  kBase = 1,
  kThird = 2,
  kPast = 4,
  kParticiple = 8,
  kGerund = 16,
  kSingular = 32,
  kPlural = 64
};
using FormBits = uint8_t;

struct WordForm {
  std::string lemma;
  bool verb = false;
  FormBits bits = 0;
};

// A memory of forms already taken apart, one for each worker: the same words come again and again.
class FormMemory {
 public:
  // The readings of a word in lower case, from the English word list; by its endings alone where that does
  // not know it. The reference holds until the next call.
  [[nodiscard]] const std::vector<WordForm>& forms(std::string_view lower);

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::unordered_map<std::string, std::vector<WordForm>, Hash, std::equal_to<>> known_;
};

}  // namespace hearsay::statements
