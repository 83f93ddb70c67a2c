// What a page as a whole tells of its places: which countries it speaks of, which names it uses of places,
// which of persons.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"
#include "record/document.h"
#include "stages/places/name_lookups.h"
#include "text/reading.h"

namespace hearsay {

struct PlaceEvidence {
  std::map<std::string, int, std::less<>>
      countries;  // ISO alpha-3: how often it is named, its people and its government counted
  std::set<std::string, std::less<>> person_words;  // last words of persons' names
  std::map<std::string, uint8_t, std::less<>>
      places;  // names without a table that the words around them call places: precision
  std::map<std::string, std::string, std::less<>>
      country_of;  // "Orvel, Mongolia": the country said beside a name

  [[nodiscard]] int weight_of(std::string_view iso3) const {
    const auto found = countries.find(iso3);
    return found == countries.end() ? 0 : found->second;
  }
};

[[nodiscard]] PlaceEvidence gather_place_evidence(const Document& document, const Reading& reading,
                                                  const Knowledge& knowledge, NameLookups& names);

// One past the last word of the capitalised name that begins at word `i`: "Tal Arn", "al-Marun", "Rio de
// Orvel". `i` where none begins there. Stops before words of calendars, titles, demonyms and bodies; `end`
// bounds it.
[[nodiscard]] uint32_t end_of_name(const Reading& reading, NameLookups& names, uint32_t i, uint32_t end);

// A month or a day of the week.
[[nodiscard]] bool is_calendar_word(std::string_view lower);

}  // namespace hearsay
