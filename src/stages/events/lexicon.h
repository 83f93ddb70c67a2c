// The words that name deeds, and the words that decide what becomes of one: built from the event_*.tsv tables
// of knowledge/, indexed so that each word of a page costs one look-up.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/types.h"

namespace hearsay::events {

inline constexpr size_t kMaxClasses = 128;
using ClassSet = std::bitset<kMaxClasses>;  // classes of event_objects.tsv

// Prepositions that a role may stand after; the order is that of kMarkers in lexicon.cpp.
using MarkerSet = uint32_t;

// Where a role stands, seen from the trigger.
struct RoleFrame {
  bool subject = false;
  bool object = false;
  bool before = false;  // of a noun: what stands before it, or its possessor
  MarkerSet markers = 0;
  [[nodiscard]] bool none() const { return !subject && !object && !before && markers == 0; }
};

enum class Need : uint8_t {
  kNothing,
  kRole,
  kNoun,
  kNamed,
  kDated,
  kHuman,
  kPlace,
  kAgainst,
  kTold,
  kLabour
};

struct Sense {
  std::vector<std::string> rest;  // the words after the first; of a noun's last word its singular or plural
  EventType type = EventType::kAssault;
  std::optional<EventType> ahead;  // what it is while it has not happened, where that differs
  std::string mode;
  RoleFrame actor, recipient;
  std::optional<CountKind> count;
  // verbs
  ClassSet wanted, unwanted;  // classes of the object
  ClassSet wanted_subject;
  bool asks_object = false, party = false;  // party: an actor's name will do as object
  bool asks_subject = false, party_subject = false;
  bool no_object = false;
  bool needs_count = false;      // without a number it is no event ("made many flee")
  bool needs_recipient = false;  // without one it is no event ("discussed the report")
  // nouns
  Need need = Need::kNothing;
  Channel channel = Channel::kUnknown;
  bool is_verb = false;
};

struct SenseUse {
  const Sense* sense = nullptr;
  uint8_t forms =
      0;  // of VerbForm; for a noun 1: singular, 2: plural, of its first word where it has no other
};

enum class LightRole : uint8_t { kNone, kActor, kRecipient };

struct LightVerb {
  std::vector<std::string> rest;
  LightRole role = LightRole::kNone;
  std::optional<Status> status;
};

struct LightUse {
  const LightVerb* verb = nullptr;
  uint8_t forms = 0;
};

// Words before a trigger that give it a status; `words` begins with the word it is indexed under.
struct StatusPhrase {
  std::vector<std::string> words;
  Status status = Status::kFuture;
};

// All that the tables say of one word in lower case.
struct WordEntry {
  std::vector<SenseUse> verbs, nouns;  // that begin with this word, longest first
  std::vector<LightUse> lights;
  std::vector<const StatusPhrase*> statuses;
  std::vector<const std::vector<std::string>*> misses;
  ClassSet classes;
  std::string_view weapon_mode;  // empty: no weapon
  std::vector<std::string_view> contexts;
};

// A row of a table as its columns; `at` answers an empty string for a column that the row lacks.
using TableRows = std::vector<std::vector<std::string>>;

class Lexicon {
 public:
  // Each table is given as its rows in the order of its columns. A row that can't be understood is left out
  // and described in `faults` ("event_verbs: kill: unknown type KILL").
  struct Tables {
    TableRows verbs, nouns, objects, light_verbs, statuses, near_misses, weapons, contexts;
  };
  Lexicon(const Tables& tables, std::vector<std::string>& faults);
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // Nothing where no table has the word. Lives as long as the lexicon.
  [[nodiscard]] const WordEntry* find(std::string_view lower) const {
    const auto found = words_.find(lower);
    return found == words_.end() ? nullptr : &found->second;
  }
  // The class of event_objects.tsv with that name; a class that no table names has no members.
  [[nodiscard]] size_t class_named(std::string_view name) const;
  [[nodiscard]] size_t size() const { return senses_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  void add_objects(const TableRows& rows, std::vector<std::string>& faults);
  void add_verbs(const TableRows& rows, std::vector<std::string>& faults);
  void add_nouns(const TableRows& rows, std::vector<std::string>& faults);
  void add_noun_form(Sense sense, const std::vector<std::string>& words, uint8_t form);
  void add_light_verbs(const TableRows& rows, std::vector<std::string>& faults);
  void add_statuses(const TableRows& rows, std::vector<std::string>& faults);
  void add_near_misses(const TableRows& rows);
  void add_word_facts(const Tables& tables, std::vector<std::string>& faults);
  void sort_longest_first();
  size_t class_index(std::string_view name);
  void add_class(std::string_view name, ClassSet& classes, bool& party);
  WordEntry& word(std::string_view lower) { return words_[std::string(lower)]; }
  std::string_view interned(std::string_view text);

  std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> words_;
  std::map<std::string, size_t, std::less<>> classes_;
  // Maps keep the addresses of what the entries point at.
  std::map<std::string, Sense> senses_;
  std::map<std::string, LightVerb> lights_;
  std::map<std::string, StatusPhrase> statuses_;
  std::map<std::string, std::vector<std::string>> misses_;
  std::map<std::string, bool, std::less<>> names_;
};

// The bit of a preposition in a MarkerSet; 0 for a word that is none of them.
[[nodiscard]] MarkerSet marker_of(std::string_view lower);

}  // namespace hearsay::events
