// How noun phrases for actors are read: pieces from the left, the head decides what they are, what stands
// behind adds to it. Only noun_phrase.h is for others.
#pragma once

#include <string>
#include <vector>

#include "stages/actors/noun_phrase.h"

namespace hearsay {

using Elements = std::vector<Element>;

[[nodiscard]] bool holds_actor(ElementKind kind);

// What stands around the head of a phrase, gathered from its pieces.
struct Gathered {
  std::string country, code, sector, body;
  bool former = false;
};

// Reads one sentence.
class PhraseParser {
 public:
  PhraseParser(const Document& d, const Reading& r, const Knowledge& k, const ElementReader& elements,
               const Sentence& s, uint32_t index, std::vector<Candidate>& out)
      : d_(d),
        r_(r),
        k_(k),
        elements_(elements),
        begin_(s.first_word),
        end_(s.last_word),
        index_(index),
        out_(out) {}
  void run();

 private:
  std::string_view low(uint32_t i) const;
  std::string text(uint32_t first, uint32_t last) const;
  std::string lower_text(uint32_t first, uint32_t last) const;
  // Reads the phrase that begins at word i; gives the word to go on with.
  uint32_t phrase(uint32_t i);
  static constexpr size_t kNoOwner = static_cast<size_t>(-1);
  static size_t last_possessor(const Elements& els);
  // "one of", "a number of", "the vast majority of", "more than a dozen"
  uint32_t past_quantity(uint32_t i) const;
  Elements elements_from(uint32_t q) const;
  bool joins(const Element& before, uint32_t next) const;
  // A phrase ends where a name is complete: "Orvel Russian warplanes" are two.
  bool breaks(const Elements& els, const Element& e) const;
  // The singular of a noun, also of one that the word list lacks.
  std::string lemma_at(uint32_t i) const;
  bool is_noun_like(const Element& e) const;
  static void set_code(Gathered& g, const Element& e);
  // Nationality, bodies and sectors of the pieces before the head; the first nationality counts, the last
  // sector.
  Gathered gather(const Elements& els, size_t count) const;
  // "Shanghai police": a town that no preposition shows to be one.
  std::string country_of_city(const Element& e) const;
  void take(const Gathered& g, Candidate& c) const;
  // Splits "USA SPY" into country and sector where only the sector of the head is to be replaced.
  static void split_code(const std::string& code, std::string& country, std::string& sector);
  // Fills `c` from the pieces `main`, whose owner ("Russia" in "Russia's foreign ministry") stands apart.
  // False where no actor.
  bool evaluate(const Elements& main, const Elements& owner, bool quantified, Candidate& c);
  bool followed_by_verb(uint32_t i) const;
  // "Russian Foreign Minister Sergey Lavrov", "Lia Tamberg", "the newspaper Copperline"
  bool name_head(const Elements& main, const Gathered& before, const Gathered& owned, Candidate& c);
  // Title, sector and gender of main[first, last).
  void set_title(const Elements& main, size_t first, size_t last, const Gathered& before,
                 const Gathered& owned, Candidate& c);
  // "ministry" of "ministry of foreign affairs", "minister" of "foreign ministers".
  std::string head_of(const Element& e) const;
  // The sector of a head noun, by the words before it: a rebel commander is a rebel, an army spokesman of the
  // army.
  void refine_sector(const SectorWord& head, const Gathered& before, const Gathered& owned,
                     Candidate& c) const;
  bool body_head(const Elements& main, const Gathered& before, const Gathered& owned, Candidate& c);
  bool entry_head(const Element& head, const Gathered& before, Candidate& c);
  bool sector_head(const Elements& main, const Gathered& before, const Gathered& owned, bool quantified,
                   Candidate& c);
  static bool is_collective(std::string_view w);
  static bool is_collective_noun(std::string_view lemma);
  std::string name_without_article(const Elements& main) const;
  // "the Russian side", "American partners", "Russian warplanes"
  bool plain_head(const Elements& main, const Gathered& before, const Gathered& owned, bool quantified,
                  Candidate& c);

  // ---- "of the army", "in Orvel", "for the ministry", "to the United Nations" ----

  void post_modifiers(Candidate& c);
  bool attaches(const Candidate& c, std::string_view p) const;
  bool fits(const Candidate& c, std::string_view p, const Elements& els, bool article) const;
  static bool holds_any(const Elements& els);

  // ---- apposition ----

  uint32_t finish(Candidate c);
  static uint32_t word_count_of(const Element& e);
  // "(KCNA)" or "[the Orvel Front]" behind the name of a body is another name for it.
  void acronym(Candidate& c) const;
  bool name_behind(uint32_t i, Candidate& named);
  bool closes(uint32_t i) const;
  // What stands behind a comma and says more about the candidate pushed last.
  uint32_t appositive(uint32_t i);
  // "who leads the Front", "who heads the mission"
  bool leads(uint32_t i, Candidate& c) const;

  // ---- what is left of a phrase whose head is no actor ----

  uint32_t pieces(const Elements& els, size_t owner_end, uint32_t start, uint32_t past);
  // Names and nationalities before a noun that is no actor: "Russian air strikes", "US objections", "Orlan
  // visit".
  void modifiers(const Elements& els);
  static bool is_adjectival(std::string_view w);
  bool pronoun(uint32_t i);
  const Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  const ElementReader& elements_;
  uint32_t begin_, end_, index_;
  std::vector<Candidate>& out_;
};

}  // namespace hearsay
