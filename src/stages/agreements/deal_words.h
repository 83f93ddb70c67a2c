// The vocabulary of truces and deals: heads of the names by which they go, and what is done with them.
#pragma once

#include <optional>
#include <string_view>

#include "record/types.h"

namespace hearsay {

// "ceasefire", "truce", "accord" ...: the kind that the noun alone suggests. Lower case, singular.
[[nodiscard]] std::optional<AgreementKind> deal_noun(std::string_view lower);
// "deal", "agreement": nouns that need another word to tell which kind.
[[nodiscard]] bool is_generic_deal(std::string_view lower);
// "promise", "commitment": somebody's own word rather than a deal of two.
[[nodiscard]] bool is_undertaking_noun(std::string_view lower);

// What a verb or noun near the name says of it. Lower case, any form of the word.
enum class DealWord {
  kNone,
  kReached,
  kEffective,
  kEnded,
  kBroken,
  kProposed,
  kDemanded,
  kRefused,
  kKept,
  kExtended,
  kSuspended,
  kCarriedOut
};
[[nodiscard]] DealWord deal_word(std::string_view lower);

}  // namespace hearsay
