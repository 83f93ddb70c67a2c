// The state of joining phrases to actors, and its steps. Only actor_resolver.h is for others.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "stages/actors/actor_resolver.h"
#include "stages/actors/story_country.h"

namespace hearsay {

// What the resolver knows of an actor beyond the record's own type.
struct Known {
  std::string key;   // bodies and groups: by which another phrase is the same
  std::string head;  // of a body or group: "ministry", "rebel"
  std::string country, sector, fixed;
  std::string folded;                     // of the actor's name, for comparing
  std::vector<std::string> folded_names;  // of the names as written, without articles
  uint32_t first_mention = kNone;         // index into Document::mentions before they are sorted
  std::vector<std::string> titles;        // in lower case
  Gender gender = Gender::kUnknown;
  bool plural = false, aged = false, sector_weak = false;
  uint32_t owner = kNone;     // the actor that "his", "its" before it means
  uint32_t last_mention = 0;  // index into the order of mentions
  int mentions = 0;
};

// "RUS GOV" of country and sector, either of which may be missing.
[[nodiscard]] std::string actor_code(const std::string& country, const std::string& sector);
// Whether `word` stands in `text` as a word of its own.
[[nodiscard]] bool stands_in(std::string_view text, std::string_view word);
// A sector whose country is the page's where no words say another: "the army", but not "experts".
[[nodiscard]] bool is_national_sector(std::string_view sector);

class ActorResolver {
 public:
  ActorResolver(Document& d, const Reading& r, const Knowledge& k, std::vector<Candidate>& c)
      : d_(d), r_(r), k_(k), candidates_(c), story_(d, c) {}
  void run();

 private:
  uint32_t resolve(uint32_t n, Candidate& c);
  // Whether the page tells of arms: soldiers, fighters, people killed. Elsewhere "rebels" are of a party.
  bool tells_of_arms() const;

  // ---- actors ----

  uint32_t add(ActorKind kind, std::string name, Known known);
  void set_name(uint32_t a, std::string name);
  void add_written(uint32_t a, std::string words);
  // Actors that may be called so: those whose key, name or head is this. An index, so that a long page costs
  // no more per phrase.
  std::vector<uint32_t> candidates_for(const std::string& key, const std::string& folded) const;
  const std::vector<uint32_t>& called(const std::string& folded) const;
  void index(const std::string& folded, uint32_t a);
  std::string phrase(const Candidate& c) const;
  static std::string without_article(std::string text);
  uint32_t byte(const Candidate& c) const;
  void learn(uint32_t a, const Candidate& c);
  uint32_t person(Candidate& c);
  // "known by his nickname Orvel", "also known as Orvel": another name of the last person of the sentence.
  uint32_t nicknamed(const Candidate& c);
  bool better(uint32_t a, uint32_t than, const Candidate& c) const;
  uint32_t by_first_name(std::string_view name) const;
  static bool has_title(const Known& k, std::string_view head);
  uint32_t apposition(Candidate& c, uint32_t a);
  // Whom "his", "its" before the candidate means: the last person, or the last state, body or group spoken
  // of.
  uint32_t owner_of(const Candidate& c) const;
  // "Its spokeswoman" is of the country and, where an office has no sector of its own, of the sector of its
  // owner.
  void take_owner(Candidate& c);

  // ---- "the minister", "a doctor", "his spokesman" ----

  uint32_t office(uint32_t n, Candidate& c);
  static bool agree(const std::string& a, const std::string& b);
  // "The head of the mission" is no head of a hospital.
  bool same_body(uint32_t a, const Candidate& c) const;
  bool fits_title(uint32_t a, const Candidate& c) const;
  uint32_t titled_before(Candidate& c) const;
  // Named only later: "the Russian foreign minister said ... Minister Tal added". Only where one person alone
  // fits.
  uint32_t titled_later(uint32_t n, Candidate& c);

  // ---- bodies, groups, states, outlets ----

  // "foreign ministry" for "Ministry of Foreign Affairs", without nationality and article.
  static std::string body_key(const Candidate& c);
  static std::string plain_key(std::string name);
  std::string bare_key(const Candidate& c) const;
  uint32_t body(Candidate& c);
  uint32_t learned(uint32_t a, const Candidate& c);
  // Whether the actor is called so, whatever the article.
  bool has_name(uint32_t a, const std::string& folded) const;
  uint32_t group(uint32_t n, Candidate& c);
  // "the Orvel administration": whose head he is.
  std::string country_of_person(std::string_view name) const;
  std::string default_country(const Candidate& c) const;
  uint32_t state(Candidate& c);
  uint32_t outlet(Candidate& c);
  // A name of which the page says too little: kept only where it comes again or says something.
  uint32_t unknown(Candidate& c);

  // ---- pronouns ----

  uint32_t last_of(std::initializer_list<ActorKind> kinds, uint32_t n) const;
  // He and she: the subject of the sentence so far, else of the one before; of fitting gender. Where several
  // could be meant and none is a subject, nobody.
  uint32_t pronoun(const Candidate& c);
  // [first, last) of history_ that stand in the sentence; it must be one of the last few.
  uint32_t last_named_body(uint32_t n) const;
  std::pair<size_t, size_t> of_sentence(uint32_t sentence) const;
  bool says(const Candidate& c) const;
  // Subject of a verb of saying, before or behind it.
  bool speaks(const Candidate& c) const;
  // "It" before a verb of its own, not "it is", "it seems".
  bool acts(const Candidate& c) const;

  // ---- mentions and the end ----

  void mention(uint32_t n, const Candidate& c, uint32_t a);
  uint32_t name_first(const Candidate& c) const;
  // What the phrase itself says; filled up from its actor at the end.
  static std::string code_of(const Candidate& c);
  void complete();
  bool needs_country(uint32_t a) const;
  // Whose a titled person or an unnamed official is, where no words say so.
  std::string country_for(uint32_t a) const;
  // Offices belong to the body of their title, which gives them what they lack.
  void belonging();
  // What belongs to no body named belongs to its state, if that is an actor of the page.
  void states_of_offices();
  void sort_mentions();
  struct Mentioned {
    uint32_t candidate = 0, actor = 0;
  };
  Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  std::vector<Candidate>& candidates_;
  StoryCountry story_;
  std::vector<Known> known_;
  std::map<std::string, uint32_t> nicknames_, states_;
  std::unordered_map<std::string, std::vector<uint32_t>> called_;  // keys, names, heads; persons by surname
  std::unordered_map<std::string, int> unknown_names_;             // how often each stands in the page
  std::vector<uint32_t> national_bodies_;  // whose country is known, for their ministers
  // Candidates that name a person with a title, by title and by its last word; gathered when first asked.
  std::unordered_map<std::string, std::vector<uint32_t>> titled_candidates_;
  bool titles_gathered_ = false;
  bool armed_ = false;            // tells_of_arms()
  std::vector<uint32_t> titled_;  // persons with a title, in order of its first use
  std::vector<uint32_t> actor_of_, mention_candidate_;
  std::vector<Mentioned> history_;
};

}  // namespace hearsay
