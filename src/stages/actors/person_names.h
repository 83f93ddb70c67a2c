// Names of persons as words: first and last, and whether two names are one person's.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

[[nodiscard]] size_t word_count(std::string_view name);
[[nodiscard]] std::string_view first_word(std::string_view name);
// The last word without "al-", without accents, in lower case; "Jr." and its kin are passed over.
[[nodiscard]] std::string surname_of(std::string_view name);

// Whether both names can be one person's: the same; one a part of the other; the same surname with first
// names that begin alike
// ("Sergey", "Sergei") or an initial. A surname alone fits every name that ends with it.
[[nodiscard]] bool may_be_one_person(std::string_view a, std::string_view b);

}  // namespace hearsay
