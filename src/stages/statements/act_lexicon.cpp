#include "stages/statements/act_lexicon.h"

#include <array>
#include <utility>

namespace hearsay::statements {
namespace {

constexpr std::array<std::pair<std::string_view, uint16_t>, 10> kSigns{{{"wrong", kWrong},
                                                                        {"harm", kHarm},
                                                                        {"benefit", kBenefit},
                                                                        {"praise", kPraise},
                                                                        {"untrue", kUntrue},
                                                                        {"claim", kClaim},
                                                                        {"comment", kComment},
                                                                        {"violence", kViolence},
                                                                        {"fault", kFault},
                                                                        {"proposal", kProposal}}};

}  // namespace

bool ActLexicon::add(std::string_view word, std::string_view sign) {
  for (const auto& [name, bit] : kSigns)
    if (name == sign && !word.empty()) {
      signs_[std::string(word)] |= bit;
      return true;
    }
  return false;
}

uint16_t ActLexicon::signs(std::string_view lower) const {
  if (const auto found = signs_.find(lower); found != signs_.end()) return found->second;
  const auto stem = [&](size_t cut, std::string_view add) -> uint16_t {
    if (lower.size() < cut + 3) return 0;
    std::string word(lower.substr(0, lower.size() - cut));
    word += add;
    const auto found = signs_.find(std::string_view(word));
    return found == signs_.end() ? 0 : found->second;
  };
  if (lower.ends_with("ies")) return stem(3, "y");
  if (lower.ends_with("ied")) return stem(3, "y");
  if (lower.ends_with("es"))
    if (const uint16_t bits = stem(2, "")) return bits;
  if (lower.ends_with("s")) return stem(1, "");
  for (const std::string_view ending : {"ed", "ing"})
    if (lower.ends_with(ending)) {
      if (const uint16_t bits = stem(ending.size(), "")) return bits;
      return stem(ending.size(), "e");
    }
  return 0;
}

}  // namespace hearsay::statements
