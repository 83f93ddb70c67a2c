// Words that make a phrase an actor, beyond the tables of knowledge/: generic nouns for people, words that
// end names of bodies, quantities, and the like.
#pragma once

#include <string_view>

namespace hearsay {

// Nouns for people and bodies that say nothing of their sector: "side", "partners", "experts". Singular,
// lower case.
[[nodiscard]] bool is_generic_people(std::string_view lemma);
// Of these, the ones that stand for a state when a nationality stands before them: "the Russian side".
[[nodiscard]] bool stands_for_state(std::string_view lemma);
// Weapons and vehicles that act for their owner: "warplanes", "artillery".
[[nodiscard]] bool is_armed_thing(std::string_view lemma);

// The sector of a body whose name ends (or, before "of" and "for", begins) with this capitalised word:
// "Front" gives REB, "Institute" SOC. Empty where the word makes no name of a body. Lower case.
[[nodiscard]] std::string_view sector_of_body_word(std::string_view lower);
[[nodiscard]] bool is_media_word(std::string_view lower);  // ends the name of an outlet: "Post", "Gazette"

// Before "of" and a noun phrase: "one of the sources", "dozens of fighters".
[[nodiscard]] bool is_quantity(std::string_view lower);
// Verbs of saying whose subject is a person more often than not, in their base form.
[[nodiscard]] bool is_speech_verb(std::string_view lemma);
// Small words inside names: "al", "bin", "van", "de".
[[nodiscard]] bool is_name_particle(std::string_view lower);
// Prepositions of place.
[[nodiscard]] bool is_place_preposition(std::string_view lower);

enum class Gender : unsigned char { kUnknown, kMale, kFemale };
[[nodiscard]] Gender gender_of_word(std::string_view lower);  // "spokeswoman", "Mr.", "king"

}  // namespace hearsay
