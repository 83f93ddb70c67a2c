// The pieces that noun phrases for actors are made of: what the tables know of the words that begin at a
// place, and runs of capitalised words that no table knows.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"
#include "text/reading.h"

namespace hearsay {

enum class ElementKind : uint8_t {
  kNone,
  kPlain,      // an adjective, number, noun that says nothing by itself
  kPossessor,  // 's
  kDemonym,    // "Russian": an adjective, or the people themselves
  kCountry,    // "Russia"
  kMetonym,    // "Moscow", "Kremlin": stands for the government
  kPlace,      // a place that is no country: "Aleppo"
  kOrganisation,
  kArmedGroup,
  kOutlet,     // from the tables
  kSector,     // "foreign minister", "rebels"
  kName,       // capitalised words: a person, or something that no table knows
  kNamedBody,  // capitalised words that end as names of bodies do: "Northern Dawn Front"
};

struct Element {
  ElementKind kind = ElementKind::kNone;
  uint32_t first = 0, last = 0;  // words
  std::string_view country;      // ISO alpha-3
  std::string_view code;         // of an entry of the tables: "IGO UNO"
  std::string_view name;         // the entry's name
  std::string_view sector;       // of kSector, kNamedBody
  SectorWord word;               // of kSector
  bool adjective = false;        // of kDemonym: can stand before a noun
  bool people = false;           // of kDemonym: can stand for people ("Russians")
  bool quoted = false;
};

// What was read of a page before: phrases are tried from several sides, and each look costs several searches
// of the tables. A worker keeps one from page to page, for its memory alone.
struct ElementMemory {
  struct Kept {
    uint64_t page = 0;  // which page it is of, by the count of pages
    uint32_t end = 0;   // the bound it was read under
    Element element;
  };
  std::vector<Kept> elements, entries, sectors;
  uint64_t page = 0;
};

// Knows one page: its words and places. Elements are read at a word, inside a sentence.
class ElementReader {
 public:
  ElementReader(const Document& document, const Reading& reading, const Knowledge& knowledge,
                ElementMemory& memory);

  // The element that begins at word `i`, before word `end`; kNone where no noun phrase goes on with it.
  [[nodiscard]] const Element& at(uint32_t i, uint32_t end) const;

  // Names that the page itself has explained; a capital inside a headline counts as a name only where it is
  // one of these.
  [[nodiscard]] bool may_be_verb(uint32_t i, uint32_t end) const;
  void add_known_name(std::string_view name) { known_names_.emplace(name); }
  [[nodiscard]] bool is_known_name(std::string_view name) const { return known_names_.contains(name); }
  void set_title(bool title) { title_ = title; }  // the sentences that follow are a headline

  // Country of the place whose mention holds word `i`; empty where there is none or it is not known.
  [[nodiscard]] std::string_view country_of_place(uint32_t i) const;
  [[nodiscard]] bool is_place(uint32_t i) const { return place_of_[i] != kNone; }

 private:
  Element read(uint32_t i, uint32_t end) const;
  const Element& table_entry(uint32_t i, uint32_t end) const;
  const Element& sector(uint32_t i, uint32_t end) const;
  Element find_entry(uint32_t i, uint32_t end) const;
  Element find_sector(uint32_t i, uint32_t end) const;
  Element name(uint32_t i, uint32_t end) const;
  Element named_body(uint32_t i, uint32_t end) const;
  Element quoted(uint32_t i, uint32_t end) const;
  Element plain(uint32_t i, uint32_t end) const;
  bool is_capital_name(uint32_t i) const;
  bool is_demonym_word(uint32_t i) const;
  bool common_at_start(uint32_t i) const;
  uint32_t word_past(size_t byte, uint32_t from, uint32_t end) const;
  bool weak_name_stands(uint32_t first, uint32_t last, uint32_t end) const;

  const Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  std::vector<uint32_t> place_of_;  // by word: index into Document::places
  std::set<std::string, std::less<>> known_names_;
  bool title_ = false;
  ElementMemory& memory_;
};

}  // namespace hearsay
