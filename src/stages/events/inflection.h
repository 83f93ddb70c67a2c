// The written forms of English verbs and nouns, made from their base form, so that a lexicon of base forms
// finds running text with one look-up a word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::events {

// What a written form can be; several at once ("shot" is past and participle).
enum VerbForm : uint8_t { kBaseForm = 1, kThirdForm = 2, kPastForm = 4, kParticipleForm = 8, kIngForm = 16 };

struct InflectedVerb {
  std::string form;
  uint8_t forms = 0;  // of VerbForm
};

// All forms of a verb given in lower case ("strike": strike, strikes, struck, striking), each once. British
// and American doubling ("signalled", "signaled") both.
[[nodiscard]] std::vector<InflectedVerb> inflect_verb(std::string_view base);

// The plural ("casualty": casualties, "man": men).
[[nodiscard]] std::string plural_of(std::string_view noun);

}  // namespace hearsay::events
