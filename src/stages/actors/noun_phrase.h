// Noun phrases that name somebody who can act or speak, with what they say of themselves: name, title,
// nationality, sector.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/document.h"
#include "stages/actors/actor_words.h"
#include "stages/actors/name_elements.h"

namespace hearsay {

enum class CandidateKind : uint8_t {
  kPerson,  // a name with a title, or one that is known to be a person's
  kName,    // a name that nothing says more about yet
  kOffice,  // one person by title: "the Russian foreign minister", "a doctor"
  kGroup,   // several people, or an armed group
  kBody,    // a ministry, an organisation
  kState,
  kOutlet,
  kPronoun,
};

struct Candidate {
  CandidateKind kind = CandidateKind::kName;
  uint32_t first = 0, last = 0;  // words of the whole phrase
  uint32_t sentence = 0;
  std::string name;     // of persons the name alone; of bodies and groups the words without the article
  std::string title;    // "foreign minister", without nationality and article
  std::string head;     // base form of the last word of title or name, in lower case: "minister", "front"
  std::string body;     // what the office belongs to: "Russia", "State Department"
  std::string country;  // ISO alpha-3; "" where the phrase does not say
  std::string sector;
  std::string code;   // fixed by a table: "IGO UNO"; then country and sector are empty
  std::string alias;  // an acronym in brackets behind the name
  std::string entry;  // the table's own name for it, by which spellings are one
  Gender gender = Gender::kUnknown;
  bool definite = false;    // "the", "this", a possessive
  bool indefinite = false;  // "a", "an", "one", a number
  bool plural = false;
  bool relational = false;  // its sector is that of the body it belongs to, and none was named
  bool located = false;     // after a preposition of place
  bool modifier = false;    // stands before a noun that is no actor: "Russian" in "Russian air strikes"
  bool owned = false;       // "his", "their" before it
  bool aged = false;        // an age behind it: ", 29,"
  bool subject = false;     // a verb follows
  bool anaphoric = false;   // "the council": nobody where the page has named none
  bool head_named = false;  // its name is capitalised words that end as names of bodies do
  uint32_t owner = kNone;   // actor whom "its" means: the resolver's
  uint32_t apposition_of = kNone;  // index of the candidate that this one says more about

  // Whether its name is written with a capital: "Northern Dawn Front", not "the rebels".
  [[nodiscard]] bool title_case() const;
};

// Appends the candidates of one sentence in order; none overlaps another.
void find_candidates(const Document& document, const Reading& reading, const Knowledge& knowledge,
                     const ElementReader& elements, const Sentence& sentence, uint32_t sentence_index,
                     std::vector<Candidate>& out);

}  // namespace hearsay
