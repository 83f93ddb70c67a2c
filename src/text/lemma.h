// Base forms of English words.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The base form of a verb in any form: "accused" gives "accuse", "said" "say", "is" "be"; "" where no reading
// of the word is a verb. `lower` in lower case.
[[nodiscard]] std::string verb_lemma(std::string_view lower);

// The singular of a noun: "countries" gives "country", "men" "man"; a word that is no plural stays as it is.
[[nodiscard]] std::string noun_lemma(std::string_view lower);

// The likeliest base form when the class is not known.
[[nodiscard]] std::string lemma(std::string_view lower);

}  // namespace hearsay
