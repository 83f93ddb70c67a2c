// Words that name kinds of places, and words beside a name that say whether it is one.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

// RECORD.md's precision of a place, after the scale of the Uppsala Conflict Data Program.
enum class Precision : uint8_t {
  kUnknown = 0,
  kExact = 1,  // a town, a building, a street
  kNear = 2,   // near, around, some kilometres from one; a part of a town
  kDistrict = 3,
  kProvince = 4,
  kLine = 5,     // a river, valley, road, coast, range: long and vague
  kPart = 6,     // a part of a country, an area of several provinces
  kCountry = 7,  // a country or more
};

// "town" gives kExact, "province" kProvince; kUnknown for no such noun. Lower case, singular or plural.
[[nodiscard]] Precision precision_of_noun(std::string_view lower);
// Nouns that stand before a name: "the town of Orvel".
[[nodiscard]] bool takes_of(std::string_view lower);
// Prepositions of place. `sure`: "in", "near" and the like, after which an unknown capitalised name is a
// place.
[[nodiscard]] bool is_locative(std::string_view lower);
[[nodiscard]] bool is_sure_locative(std::string_view lower);
// "eastern", "north", "central": a part of the place that follows.
[[nodiscard]] bool is_direction(std::string_view lower);
// Capitalised words that make the name before them one of a body: "Aleppo University", "Orvel Post".
[[nodiscard]] bool is_body_noun(std::string_view lower);

}  // namespace hearsay
