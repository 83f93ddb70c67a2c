#include "stages/actors/noun_phrase.h"

#include <algorithm>
#include <optional>

#include "text/lemma.h"
#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kToOffices = word_set("ambassador envoy representative adviser advisor aide special delegate emissary assistant secretary");

using Elements = std::vector<Element>;

bool holds_actor(ElementKind kind) {
  return kind == ElementKind::kDemonym || kind == ElementKind::kCountry || kind == ElementKind::kMetonym || kind == ElementKind::kOrganisation ||
         kind == ElementKind::kArmedGroup || kind == ElementKind::kOutlet || kind == ElementKind::kNamedBody || kind == ElementKind::kSector ||
         kind == ElementKind::kName;
}

// What stands around the head of a phrase, gathered from its pieces.
struct Gathered {
  std::string country, code, sector, body;
  bool former = false;
};

class Parser {
 public:
  Parser(const Document& d, const Reading& r, const Knowledge& k, const ElementReader& elements, const Sentence& s, uint32_t index,
         std::vector<Candidate>& out)
      : d_(d), r_(r), k_(k), elements_(elements), begin_(s.first_word), end_(s.last_word), index_(index), out_(out) {}

  void run() {
    for (uint32_t i = begin_; i < end_;) {
      const uint32_t next = phrase(i);
      i = std::max(next, i + 1);
    }
  }

 private:
  std::string_view low(uint32_t i) const { return i < end_ ? r_.lower(i) : std::string_view{}; }
  std::string text(uint32_t first, uint32_t last) const {
    if (first >= last) return {};
    return d_.text.substr(r_.shape(first).begin, r_.shape(last - 1).end - r_.shape(first).begin);
  }
  std::string lower_text(uint32_t first, uint32_t last) const {
    if (first >= last) return {};
    return std::string(r_.lower_text().substr(r_.shape(first).begin, r_.shape(last - 1).end - r_.shape(first).begin));
  }

  // Reads the phrase that begins at word i; gives the word to go on with.
  uint32_t phrase(uint32_t i) {
    uint32_t q = i;
    if (pronoun(i)) return i + 1;
    const uint32_t quantity = past_quantity(i);
    q = quantity;
    bool definite = false, indefinite = false, owned = false;
    if (q < end_ && r_[q] == WordClass::kDeterminer) {
      const std::string_view w = low(q);
      indefinite = w == "a" || w == "an" || w == "another" || w == "some" || w == "any";
      definite = w == "the" || w == "this" || w == "these" || w == "those" || w == "that" || w == "both";
      ++q;
    } else if (q < end_ && r_[q] == WordClass::kPossessive) {
      definite = owned = true;
      ++q;
    }
    if (q < end_ && r_.shape(q).kind == WordShape::Kind::kNumber) indefinite = true;
    Elements els = elements_from(q);
    if (els.empty()) return i + 1;
    const uint32_t past = els.back().last;
    Candidate c;
    c.definite = definite;
    c.indefinite = indefinite;
    c.owned = owned;
    if (owned) c.gender = Gender::kUnknown;
    const size_t owner_end = last_possessor(els);
    bool found = false;
    if (owner_end != kNoOwner && owner_end + 1 < els.size()) {
      const Elements owner(els.begin(), els.begin() + static_cast<ptrdiff_t>(owner_end));
      const Elements main(els.begin() + static_cast<ptrdiff_t>(owner_end) + 1, els.end());
      found = evaluate(main, owner, quantity > i, c);
      if (found && !owner.empty()) c.definite = true;
    } else if (owner_end == kNoOwner) {
      found = evaluate(els, {}, quantity > i, c);
    }
    if (found) {
      if (c.first > i || c.first == 0) c.first = i;
      c.first = i;
      c.sentence = index_;
      c.located = i > begin_ && is_place_preposition(low(i - 1));
      if (quantity > i) c.plural = c.plural || low(i) != "one", c.indefinite = true, c.definite = false;
      post_modifiers(c);
      return finish(std::move(c));
    }
    return pieces(els, owner_end, i, past);
  }

  static constexpr size_t kNoOwner = static_cast<size_t>(-1);
  static size_t last_possessor(const Elements& els) {
    for (size_t n = els.size(); n-- > 0;) {
      if (els[n].kind == ElementKind::kPossessor) return n;
    }
    return kNoOwner;
  }

  // "one of", "a number of", "the vast majority of", "more than a dozen"
  uint32_t past_quantity(uint32_t i) const {
    uint32_t k = i;
    if (low(k) == "the" || low(k) == "a" || low(k) == "an") ++k;
    while (k < end_ && r_[k] == WordClass::kAdjective && k < i + 3) ++k;
    if ((low(k) == "vast" || low(k) == "large") && k < end_) ++k;
    if (is_quantity(low(k)) && low(k + 1) == "of" && k + 2 < end_ && (r_[k + 2] == WordClass::kDeterminer || r_[k + 2] == WordClass::kPossessive || r_[k + 2] == WordClass::kNouns || r_[k + 2] == WordClass::kAdjective || r_[k + 2] == WordClass::kName || r_[k + 2] == WordClass::kNumber))
      return k + 2;
    return i;
  }

  Elements elements_from(uint32_t q) const {
    Elements els;
    while (q < end_ && els.size() < 14) {
      const Element e = elements_.at(q, end_);
      if (e.kind == ElementKind::kNone) {
        // "the Russian and Syrian forces", "author and journalist Tal"
        if ((low(q) == "and" || low(q) == "or" || low(q) == "-") && !els.empty() && joins(els.back(), q + 1)) {
          ++q;
          continue;
        }
        break;
      }
      if (!els.empty() && breaks(els, e)) break;
      els.push_back(e);
      q = e.last;
    }
    return els;
  }

  bool joins(const Element& before, uint32_t next) const {
    const Element e = elements_.at(next, end_);
    if (e.kind == ElementKind::kNone || e.last >= end_) return false;
    const Element then = elements_.at(e.last, end_);
    const bool nominal = then.kind == ElementKind::kSector || then.kind == ElementKind::kPlain || then.kind == ElementKind::kDemonym;
    if (before.kind == ElementKind::kDemonym && before.adjective && e.kind == ElementKind::kDemonym && e.adjective) return nominal;
    if (before.kind == ElementKind::kSector && e.kind == ElementKind::kSector)
      return then.kind == ElementKind::kName && before.word.kind != SectorWordKind::kBody && e.word.kind != SectorWordKind::kBody;
    // "the government and Russian warplanes" are two; "regime and Russian warplanes" one.
    return before.kind == ElementKind::kSector && e.kind == ElementKind::kDemonym && e.adjective && nominal && then.kind == ElementKind::kPlain &&
           is_armed_thing(r_.lemma(then.first));
  }

  // A phrase ends where a name is complete: "Orvel Russian warplanes" are two.
  bool breaks(const Elements& els, const Element& e) const {
    const Element& last = els.back();
    // "told media 339 passengers"
    if (e.kind == ElementKind::kPlain && r_.shape(e.first).kind == WordShape::Kind::kNumber && last.kind != ElementKind::kPlain && last.kind != ElementKind::kPossessor) return true;
    if (last.kind == ElementKind::kName && (e.kind == ElementKind::kDemonym || e.kind == ElementKind::kCountry || e.kind == ElementKind::kName)) return true;
    if (last.kind == ElementKind::kName && e.kind == ElementKind::kPlain && !r_.shape(e.first).capital && els.size() > 1 &&
        els[els.size() - 2].kind == ElementKind::kSector && els[els.size() - 2].word.title)
      return true;
    return false;
  }

  bool is_noun_like(const Element& e) const { return e.kind == ElementKind::kPlain && (r_[e.last - 1] == WordClass::kNoun || r_[e.last - 1] == WordClass::kNouns || r_[e.last - 1] == WordClass::kName); }

  static void set_code(Gathered& g, const Element& e) {
    if (!e.code.empty() && g.code.empty()) g.code = std::string(e.code);
  }

  // Nationality, bodies and sectors of the pieces before the head; the first nationality counts, the last sector.
  Gathered gather(const Elements& els, size_t count) const {
    Gathered g;
    for (size_t n = 0; n < count; ++n) {
      const Element& e = els[n];
      switch (e.kind) {
        case ElementKind::kDemonym: case ElementKind::kCountry: case ElementKind::kMetonym: case ElementKind::kPlace:
          if (g.country.empty()) g.country = std::string(e.country);
          if (g.body.empty()) g.body = text(e.first, e.last);
          break;
        case ElementKind::kOrganisation: case ElementKind::kArmedGroup:
          set_code(g, e);
          g.body = text(e.first, e.last);
          break;
        case ElementKind::kOutlet:
          if (g.country.empty()) g.country = std::string(e.country);
          g.sector = "JRN";
          g.body = text(e.first, e.last);
          break;
        case ElementKind::kNamedBody:
          g.sector = std::string(e.sector);
          g.body = text(e.first, e.last);
          break;
        case ElementKind::kSector:
          if (e.word.kind == SectorWordKind::kHonorific) break;
          if (e.sector == "ELI") g.former = true;
          else if (!(e.word.kind == SectorWordKind::kModifier && !g.sector.empty())) g.sector = std::string(e.sector);
          if (e.word.kind == SectorWordKind::kBody) g.body = g.body.empty() ? text(e.first, e.last) : g.body + " " + text(e.first, e.last);
          break;
        default: break;
      }
    }
    return g;
  }

  void take(const Gathered& g, Candidate& c) const {
    if (c.country.empty()) c.country = g.country;
    if (c.body.empty()) c.body = g.body;
  }

  // Splits "USA SPY" into country and sector where only the sector of the head is to be replaced.
  static void split_code(const std::string& code, std::string& country, std::string& sector) {
    const size_t space = code.find(' ');
    country = code.substr(0, space);
    sector = space == std::string::npos ? std::string{} : code.substr(space + 1);
  }

  // Fills `c` from the pieces `main`, whose owner ("Russia" in "Russia's foreign ministry") stands apart. False where no actor.
  bool evaluate(const Elements& main, const Elements& owner, bool quantified, Candidate& c) {
    size_t count = main.size();
    if (count == 0) return false;
    const Gathered owned = gather(owner, owner.size());
    const Element& head = main[count - 1];
    c.last = head.last;
    const Gathered before = gather(main, count - 1);
    switch (head.kind) {
      case ElementKind::kName: return name_head(main, before, owned, c);
      case ElementKind::kNamedBody: return body_head(main, before, owned, c);
      case ElementKind::kOrganisation: case ElementKind::kArmedGroup: case ElementKind::kOutlet: return entry_head(head, before, c);
      case ElementKind::kCountry: case ElementKind::kMetonym: {
        c.kind = CandidateKind::kState;
        c.country = std::string(head.country);
        c.sector = "GOV";
        c.name = text(head.first, head.last);
        return count == 1 || before.country.empty();
      }
      case ElementKind::kDemonym: {
        if (!head.people) return false;
        const bool plural = low(head.last - 1).ends_with('s') || (c.definite && !c.indefinite) || r_[head.last - 1] == WordClass::kNouns;
        if (!plural && !c.indefinite) return false;
        if (!plural && head.adjective && count == 1 && c.definite) return false;
        // "the American" before a verb only; "Russian" alone is an adjective whose noun was not understood.
        if (!low(head.last - 1).ends_with('s') && !followed_by_verb(head.last) && !c.indefinite) return false;
        c.kind = CandidateKind::kGroup;
        c.plural = plural;
        c.country = std::string(head.country);
        c.sector = head.name.empty() ? "" : "CVL";
        c.name = text(head.first, head.last);
        c.head = lower_text(head.first, head.last);
        if (!before.sector.empty()) c.sector = before.sector;
        return true;
      }
      case ElementKind::kSector: return sector_head(main, before, owned, quantified, c);
      case ElementKind::kPlain: return plain_head(main, before, owned, quantified, c);
      default: return false;
    }
  }

  bool followed_by_verb(uint32_t i) const {
    uint32_t k = i;
    while (k < end_ && r_[k] == WordClass::kAdverb) ++k;
    return k < end_ && (is_finite_verb(r_[k]) || is_auxiliary(r_[k]));
  }

  // "Russian Foreign Minister Sergey Lavrov", "Lia Tamberg", "the newspaper Copperline"
  bool name_head(const Elements& main, const Gathered& before, const Gathered& owned, Candidate& c) {
    const Element& head = main.back();
    c.name = text(head.first, head.last);
    if (head.quoted) c.name = text(head.first + 1, head.last - 1);
    size_t title_first = main.size(), title_last = main.size();
    for (size_t n = main.size() - 1; n-- > 0;) {
      const Element& e = main[n];
      if (e.kind == ElementKind::kSector) {
        title_first = n;
        if (title_last == main.size()) title_last = n + 1;
        continue;
      }
      if (e.kind == ElementKind::kPlain && n > 0 && title_last != main.size()) continue;
      break;
    }
    take(owned, c);
    take(before, c);
    if (title_first == main.size()) {
      c.kind = CandidateKind::kName;
      if (head.quoted && main.size() == 1) return false;
      // "Syria-backed Orvel", "former Orvel": plain words before a bare name are no part of it.
      if (main.size() > 1 && before.country.empty() && before.body.empty() && owned.country.empty()) return main.front().kind == ElementKind::kPlain;
      return true;
    }
    const Element& title = main[title_last - 1];
    if (title.word.kind == SectorWordKind::kBody && title.sector == "JRN") {
      c.kind = CandidateKind::kOutlet;
      c.sector = "JRN";
      return true;
    }
    if (title.word.kind == SectorWordKind::kBody || (title.word.kind == SectorWordKind::kGroup && title.word.plural)) {
      // "the rebel Orvel", "army Orvel": the name is of no kind yet.
      c.kind = title.word.kind == SectorWordKind::kBody ? CandidateKind::kBody : CandidateKind::kGroup;
      c.sector = std::string(title.sector);
      c.name = text(head.first, head.last);
      c.head = std::string(r_.lower(head.last - 1));
      return true;
    }
    c.kind = CandidateKind::kPerson;
    set_title(main, title_first, title_last, before, owned, c);
    return true;
  }

  // Title, sector and gender of main[first, last).
  void set_title(const Elements& main, size_t first, size_t last, const Gathered& before, const Gathered& owned, Candidate& c) {
    const Element& title = main[last - 1];
    const bool honorific = title.word.kind == SectorWordKind::kHonorific;
    // Without nationality in front and honorifics: "chief negotiator".
    size_t from = first;
    while (from + 1 < last && (main[from].kind != ElementKind::kSector || main[from].word.kind == SectorWordKind::kHonorific)) ++from;
    c.title = honorific && from + 1 == last ? std::string{} : text(main[from].first, title.last);
    c.head = head_of(title);
    c.sector = std::string(title.sector);
    for (uint32_t k = main[first].first; k < title.last; ++k) {
      const Gender g = gender_of_word(low(k));
      if (g != Gender::kUnknown) c.gender = g;
    }
    refine_sector(title.word, before, owned, c);
  }

  // "ministry" of "ministry of foreign affairs", "minister" of "foreign ministers".
  std::string head_of(const Element& e) const {
    uint32_t last = e.last;
    for (uint32_t k = e.first + 1; k + 1 < e.last; ++k) {
      if (low(k) == "of" || low(k) == "for") {
        last = k;
        break;
      }
    }
    const std::string_view word = low(last - 1);
    return e.word.plural || r_[last - 1] == WordClass::kNouns ? noun_lemma(word) : std::string(word);
  }

  // The sector of a head noun, by the words before it: a rebel commander is a rebel, an army spokesman of the army.
  void refine_sector(const SectorWord& head, const Gathered& before, const Gathered& owned, Candidate& c) const {
    const std::string& near = !before.sector.empty() ? before.sector : owned.sector;
    const std::string& code = !before.code.empty() ? before.code : owned.code;
    const bool armed = near == "REB" || near == "OPP" || near == "PRM" || near == "CRM" || near == "SPY" || near == "COP";
    c.relational = head.relational;
    if (!code.empty() && (head.relational || head.weak || head.sector == "GOV" || c.country.empty())) {
      // "US Ambassador to the UN" keeps its country; "UN chief", "State Department spokesman" take the body's code.
      std::string country, sector;
      split_code(code, country, sector);
      if (c.country.empty() || c.country == country) {
        if (head.relational || head.weak || sector.empty() || head.sector == "GOV" || head.sector.empty()) {
          c.code = code;
        } else {
          c.country = country;
        }
        c.relational = false;
      }
    } else if (!near.empty() && (head.relational || head.weak)) {
      c.sector = near;
      c.relational = false;
    } else if (armed && (c.sector == "MIL" || c.sector == "GOV" || c.sector == "UAF" || c.sector == "CVL" || c.sector == "SOC")) {
      c.sector = near;
    } else if (near == "MIL" && c.sector == "GOV" && head.relational) {
      c.sector = near;
    }
    if (before.former && head.kind == SectorWordKind::kOffice && c.code.empty() && c.sector != "MIL" && c.sector != "REB") c.sector = "ELI";
  }

  bool body_head(const Elements& main, const Gathered& before, const Gathered& owned, Candidate& c) {
    const Element& head = main.back();
    c.name = text(head.first, head.last);
    c.head = std::string(r_.lower(head.last - 1));
    c.sector = before.sector.empty() ? std::string(head.sector) : before.sector;
    take(owned, c);
    take(before, c);
    c.body.clear();
    const bool armed = c.sector == "REB" || c.sector == "UAF" || c.sector == "PRM" || c.sector == "CRM";
    c.kind = c.sector == "JRN" ? CandidateKind::kOutlet : armed ? CandidateKind::kGroup : CandidateKind::kBody;
    return true;
  }

  bool entry_head(const Element& head, const Gathered& before, Candidate& c) {
    c.name = text(head.first, head.last);
    c.entry = std::string(head.name);
    c.head = std::string(r_.lower(head.last - 1));
    if (head.kind == ElementKind::kOutlet) {
      c.kind = CandidateKind::kOutlet;
      c.country = std::string(head.country);
      c.sector = "JRN";
      return true;
    }
    c.kind = head.kind == ElementKind::kArmedGroup ? CandidateKind::kGroup : CandidateKind::kBody;
    c.code = std::string(head.code);
    (void)before;
    return true;
  }

  bool sector_head(const Elements& main, const Gathered& before, const Gathered& owned, bool quantified, Candidate& c) {
    const Element& head = main.back();
    if (head.word.kind == SectorWordKind::kHonorific || head.word.kind == SectorWordKind::kModifier) return false;
    c.plural = head.word.plural || (r_[head.last - 1] == WordClass::kNouns && head.word.kind != SectorWordKind::kBody);
    const bool beside = c.definite || c.indefinite || quantified || !before.country.empty() || !before.code.empty() || !before.sector.empty() ||
                        !owned.country.empty() || !owned.body.empty() || c.owned;
    if (head.word.weak && !beside && !(c.plural && followed_by_verb(head.last)) && low(head.last) != "of" && low(head.last) != "for" && low(head.last) != "in") return false;
    // "a party to the agreement"
    if (low(head.last - 1) == "party" && low(head.last) == "to") return false;
    size_t first = main.size() - 1;
    while (first > 0 && (main[first - 1].kind == ElementKind::kSector || main[first - 1].kind == ElementKind::kPlain)) --first;
    take(owned, c);
    take(before, c);
    set_title(main, first, main.size(), before, owned, c);
    if (head.word.kind == SectorWordKind::kOffice) {
      c.kind = c.plural ? CandidateKind::kGroup : CandidateKind::kOffice;
    } else {
      c.kind = head.word.kind == SectorWordKind::kBody ? CandidateKind::kBody : CandidateKind::kGroup;
    }
    c.name = name_without_article(main);
    if (c.kind != CandidateKind::kOffice) c.title.clear();
    if (c.kind == CandidateKind::kGroup && !c.plural && head.word.kind == SectorWordKind::kGroup && (c.indefinite || c.definite) && !is_collective(low(head.last - 1)))
      c.kind = CandidateKind::kOffice;
    return true;
  }

  static bool is_collective(std::string_view w) {
    static constexpr auto kCollective = word_set("people police militia opposition public population staff crew family group guerrilla resistance majority minority");
    return kCollective.contains(w) || w.ends_with('s');
  }

  static bool is_collective_noun(std::string_view lemma) {
    static constexpr auto kCollective = word_set(
        "leadership team delegation mission group unit faction party population public community nation country state authority force troop crew "
        "staff personnel family body organisation organization charity agency side");
    return kCollective.contains(lemma);
  }

  std::string name_without_article(const Elements& main) const {
    uint32_t first = main.front().first;
    while (first < main.back().last && r_.shape(first).kind == WordShape::Kind::kNumber) ++first;
    return text(first, main.back().last);
  }

  // "the Russian side", "American partners", "Russian warplanes"
  bool plain_head(const Elements& main, const Gathered& before, const Gathered& owned, bool quantified, Candidate& c) {
    const Element& head = main.back();
    if (!is_noun_like(head) || head.quoted) return false;
    const std::string_view lemma = r_.lemma(head.last - 1);
    const bool generic = is_generic_people(lemma), thing = is_armed_thing(lemma);
    if (!generic && !thing) return false;
    const bool national = !before.country.empty() || !owned.country.empty() || !before.code.empty() || !owned.code.empty();
    const bool sectored = !before.sector.empty() || !owned.sector.empty();
    if (thing && !national && !sectored) return false;
    if (!national && !sectored && !c.definite && !c.indefinite && !quantified && !c.owned && !(r_[head.last - 1] == WordClass::kNouns && followed_by_verb(head.last))) return false;
    take(owned, c);
    take(before, c);
    c.plural = r_[head.last - 1] == WordClass::kNouns;
    c.head = std::string(lemma);
    c.name = name_without_article(main);
    if (!before.code.empty()) c.code = before.code;
    else if (!owned.code.empty()) c.code = owned.code;
    c.sector = !before.sector.empty() ? before.sector : owned.sector;
    c.kind = !c.plural && generic && !is_collective_noun(lemma) && !stands_for_state(lemma) ? CandidateKind::kOffice : CandidateKind::kGroup;
    if (c.kind == CandidateKind::kOffice) c.title = c.name;
    if (thing && (c.sector.empty() || c.sector == "GOV")) c.sector = "MIL";
    if (stands_for_state(lemma) && national && !sectored && c.code.empty()) {
      c.kind = CandidateKind::kState;
      c.sector = "GOV";
      return true;
    }
    if (!national && !sectored && (lemma == "side" || lemma == "figure" || lemma == "party" || lemma == "authority" || lemma == "community" || lemma == "nation" || lemma == "state" || lemma == "country" || lemma == "body" || lemma == "group" || lemma == "agency")) {
      // Only what stands before in the page says who that is.
      c.sector.clear();
      if (lemma == "side" || lemma == "party" || lemma == "community" || lemma == "nation" || lemma == "state") return false;
      if (!c.definite) return lemma == "group" && (c.indefinite || quantified);
    }
    return true;
  }

  // ---- "of the army", "in Orvel", "for the ministry", "to the United Nations" ----

  void post_modifiers(Candidate& c) {
    for (int round = 0; round < 2; ++round) {
      const std::string_view p = low(c.last);
      if (!attaches(c, p)) return;
      uint32_t q = c.last + 1;
      const uint32_t quantity = past_quantity(q);
      q = quantity;
      bool article = false;
      if (q < end_ && (r_[q] == WordClass::kDeterminer || r_[q] == WordClass::kPossessive)) article = true, ++q;
      if (q >= end_ || r_[q] == WordClass::kIng || r_[q] == WordClass::kNumber) return;
      Elements els = elements_from(q);
      while (!els.empty() && els.back().kind == ElementKind::kPossessor) els.pop_back();
      if (els.empty()) return;
      if (!fits(c, p, els, article)) return;
      const Gathered g = gather(els, els.size());
      const bool country_said = !c.country.empty();
      if (c.country.empty() && c.code.empty()) c.country = g.country;
      if (!g.code.empty()) {
        std::string country, sector;
        split_code(g.code, country, sector);
        if (!country_said && c.code.empty() && (c.relational || c.sector == "GOV" || c.sector.empty() || sector.empty() || p == "of" || p == "at" || p == "for")) {
          if (c.relational || c.sector.empty() || c.sector == "GOV" || sector == "MIL" || sector == c.sector) c.code = g.code;
          else c.country = country;
          c.relational = false;
        }
      } else if (!g.sector.empty() && (c.relational || c.sector.empty())) {
        c.sector = g.sector;
        c.relational = false;
      } else if (g.sector == "MIL" && c.sector == "GOV" && p == "of") {
        c.sector = g.sector;
      }
      if (c.body.empty() || p == "of" || p == "for" || p == "at") c.body = text(q, els.back().last);
      if (c.kind == CandidateKind::kGroup || c.kind == CandidateKind::kBody) c.name += " " + text(c.last, els.back().last);
      c.last = els.back().last;
    }
  }

  bool attaches(const Candidate& c, std::string_view p) const {
    const bool person = c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName;
    if (c.kind == CandidateKind::kState || c.kind == CandidateKind::kOutlet) return false;
    if (p == "of") return true;
    if (person) return p == "from" && c.kind == CandidateKind::kPerson;
    if (p == "for") return c.kind == CandidateKind::kOffice || c.relational || low(c.last + 2) == "affairs";
    if (p == "to") return c.kind == CandidateKind::kOffice && kToOffices.contains(c.head);
    if (p == "at" || p == "in" || p == "from" || p == "on") return p != "on" && !c.code.starts_with("IGO");
    return false;
  }

  bool fits(const Candidate& c, std::string_view p, const Elements& els, bool article) const {
    const Element& head = els.back();
    const bool body = head.kind == ElementKind::kOrganisation || head.kind == ElementKind::kArmedGroup || head.kind == ElementKind::kNamedBody ||
                      head.kind == ElementKind::kOutlet || (head.kind == ElementKind::kSector && head.word.kind != SectorWordKind::kModifier);
    const bool where = head.kind == ElementKind::kCountry || head.kind == ElementKind::kPlace || head.kind == ElementKind::kMetonym;
    if (c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName) return body || where;
    if (p == "of") return !(head.kind == ElementKind::kPlain && c.kind == CandidateKind::kGroup && !article && c.sector == "CVL" && !is_noun_like(head));
    if (p == "for" || p == "to") return body || where || head.kind == ElementKind::kName || holds_any(els) || head.kind == ElementKind::kPlain;
    const bool people = head.kind == ElementKind::kArmedGroup || (head.kind == ElementKind::kSector && head.word.kind != SectorWordKind::kBody);
    if (people) return false;  // "separate rebels from terrorists"
    return body || where || (holds_any(els) && head.kind == ElementKind::kPlain && is_noun_like(head));
  }

  static bool holds_any(const Elements& els) {
    return std::any_of(els.begin(), els.end(), [](const Element& e) { return holds_actor(e.kind) || e.kind == ElementKind::kPlace; });
  }

  // ---- apposition ----

  uint32_t finish(Candidate c) {
    c.subject = followed_by_verb(c.last);
    acronym(c);
    // "Uruguay's president, Hector Balmora," / "Its spokeswoman, Lia Tamberg,"
    if (c.kind == CandidateKind::kOffice && !c.indefinite && r_.word(c.last) == "," && c.last + 1 < end_) {
      Candidate named;
      if (name_behind(c.last + 1, named) && closes(named.last)) {
        named.first = c.first;
        named.title = c.title.empty() ? named.title : c.title;
        named.head = c.head;
        named.sector = c.sector;
        named.relational = c.relational;
        if (!c.country.empty()) named.country = c.country;
        if (!c.code.empty()) named.code = c.code;
        named.body = c.body;
        if (c.gender != Gender::kUnknown) named.gender = c.gender;
        named.kind = CandidateKind::kPerson;
        named.owned = c.owned;
        named.sentence = index_;
        named.subject = followed_by_verb(named.last) || r_.word(named.last) == ",";
        const uint32_t next = named.last;
        out_.push_back(std::move(named));
        return appositive(next);
      }
    }
    const uint32_t next = c.last;
    const bool takes = c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName || c.kind == CandidateKind::kGroup || c.kind == CandidateKind::kBody || c.kind == CandidateKind::kOutlet;
    out_.push_back(std::move(c));
    return takes ? appositive(next) : next;
  }

  // "(KCNA)" or "[the Orvel Front]" behind the name of a body is another name for it.
  void acronym(Candidate& c) const {
    if (c.kind != CandidateKind::kBody && c.kind != CandidateKind::kGroup && c.kind != CandidateKind::kOutlet) return;
    if (!c.title_case() && c.entry.empty()) return;
    if (c.last >= end_ || (r_.word(c.last) != "(" && r_.word(c.last) != "[")) return;
    uint32_t k = c.last + 1;
    if (k < end_ && r_[k] == WordClass::kDeterminer) ++k;
    const bool quoted = k < end_ && r_[k] == WordClass::kOpen;
    if (quoted) ++k;
    const uint32_t from = k;
    while (k < end_ && k < from + 6 && r_.shape(k).kind == WordShape::Kind::kWord && (r_.shape(k).capital || low(k).starts_with("al-"))) ++k;
    if (k == from) return;
    const uint32_t to = k;
    if (quoted && k < end_ && r_[k] == WordClass::kClose) ++k;
    if (k >= end_ || (r_.word(k) != ")" && r_.word(k) != "]")) return;
    c.alias = text(from, to);
    c.last = k + 1;
    c.subject = followed_by_verb(c.last);
  }

  bool name_behind(uint32_t i, Candidate& named) {
    const Elements els = elements_from(i);
    if (els.empty() || els.back().kind != ElementKind::kName) return false;
    if (!evaluate(els, {}, false, named)) return false;
    return named.kind == CandidateKind::kPerson || named.kind == CandidateKind::kName;
  }

  bool closes(uint32_t i) const {
    return i >= end_ || r_.word(i) == "," || r_.word(i) == "." || r_.word(i) == ";" || r_.word(i) == ":" || r_[i] == WordClass::kClose || r_[i] == WordClass::kWh ||
           is_finite_verb(r_[i]) || is_auxiliary(r_[i]) || r_[i] == WordClass::kConjunction || r_.word(i) == "(" || r_.word(i) == ")" || r_[i] == WordClass::kMark;
  }

  // What stands behind a comma and says more about the candidate pushed last.
  uint32_t appositive(uint32_t i) {
    if (r_.word(i) != "," || i + 1 >= end_) return i;
    Candidate& c = out_.back();
    const uint32_t q = i + 1;
    // ", 29," and ", aged 29,"
    const uint32_t number = low(q) == "aged" ? q + 1 : q;
    if (number < end_ && r_.shape(number).kind == WordShape::Kind::kNumber && r_.word(number).size() <= 2 && closes(number + 1)) {
      c.aged = true;
      return number + 1;
    }
    // ", who leads the Front,"
    if (low(q) == "who" && c.kind != CandidateKind::kOutlet) {
      if (c.kind == CandidateKind::kName) c.kind = CandidateKind::kPerson;
      return leads(q + 1, c) ? q + 1 : i;
    }
    const size_t index = out_.size() - 1;
    const bool person = c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName;
    bool definite = false, indefinite = false, owned = false;
    uint32_t k = q;
    if (low(k) == "the" || low(k) == "a" || low(k) == "an" || r_[k] == WordClass::kPossessive) {
      definite = low(k) == "the" || r_[k] == WordClass::kPossessive;
      indefinite = !definite;
      owned = r_[k] == WordClass::kPossessive;
      ++k;
    }
    Elements els = elements_from(k);
    if (els.empty()) return i;
    Candidate more;
    more.definite = definite;
    more.indefinite = indefinite;
    more.owned = owned;
    const size_t owner_end = last_possessor(els);
    bool found = false;
    if (owner_end != kNoOwner && owner_end + 1 < els.size())
      found = evaluate(Elements(els.begin() + static_cast<ptrdiff_t>(owner_end) + 1, els.end()), Elements(els.begin(), els.begin() + static_cast<ptrdiff_t>(owner_end)), false, more);
    else if (owner_end == kNoOwner)
      found = evaluate(els, {}, false, more);
    if (!found) return i;
    const bool fits = person ? more.kind == CandidateKind::kOffice : (more.kind == CandidateKind::kGroup || more.kind == CandidateKind::kBody) && indefinite && !more.plural;
    if (!fits) return i;
    more.first = q;
    more.sentence = index_;
    post_modifiers(more);
    if (!closes(more.last)) return i;
    // A list: "Orlan, a minister and a general".
    if (low(more.last) == "and" && !indefinite && !definite) return i;
    more.apposition_of = static_cast<uint32_t>(index);
    const uint32_t next = more.last;
    out_.push_back(std::move(more));
    return next;
  }

  // "who leads the Front", "who heads the mission"
  bool leads(uint32_t i, Candidate& c) const {
    const std::string_view verb = r_.lemma(i);
    if (verb != "lead" && verb != "head" && verb != "command" && verb != "run" && verb != "chair") return false;
    uint32_t k = i + 1;
    if (k < end_ && r_[k] == WordClass::kDeterminer) ++k;
    const Elements els = elements_from(k);
    if (els.empty()) return false;
    const Gathered g = gather(els, els.size());
    if (c.title.empty()) c.title = verb == "command" ? "commander" : "leader";
    if (c.head.empty()) c.head = c.title;
    if (c.country.empty()) c.country = g.country;
    if (!g.code.empty()) c.code = g.code;
    if (!g.sector.empty()) c.sector = g.sector;
    c.body = text(els.front().first, els.back().last);
    c.relational = c.sector.empty() && c.code.empty();
    if (c.relational && c.sector.empty()) c.sector = "";
    return false;
  }

  // ---- what is left of a phrase whose head is no actor ----

  uint32_t pieces(const Elements& els, size_t owner_end, uint32_t start, uint32_t past) {
    // "Russia's attack": the owner is one.
    if (owner_end != kNoOwner && owner_end > 0) {
      const Elements owner(els.begin(), els.begin() + static_cast<ptrdiff_t>(owner_end));
      const size_t inner = last_possessor(owner);
      Candidate c;
      c.definite = start < els.front().first;
      bool found = false;
      if (inner != kNoOwner && inner + 1 < owner.size())
        found = evaluate(Elements(owner.begin() + static_cast<ptrdiff_t>(inner) + 1, owner.end()), Elements(owner.begin(), owner.begin() + static_cast<ptrdiff_t>(inner)), false, c);
      else if (inner == kNoOwner)
        found = evaluate(owner, {}, false, c);
      if (found) {
        c.first = start;
        c.last = owner.back().last;
        c.sentence = index_;
        c.located = start > begin_ && is_place_preposition(low(start - 1));
        out_.push_back(std::move(c));
        modifiers(Elements(els.begin() + static_cast<ptrdiff_t>(owner_end) + 1, els.end()));
        return past;
      }
    }
    modifiers(els);
    return past;
  }

  // Names and nationalities before a noun that is no actor: "Russian air strikes", "US objections", "Orlan visit".
  void modifiers(const Elements& els) {
    for (size_t n = 0; n < els.size(); ++n) {
      const Element& e = els[n];
      Candidate c;
      c.sentence = index_;
      c.first = e.first;
      c.last = e.last;
      c.modifier = n + 1 < els.size();
      switch (e.kind) {
        case ElementKind::kDemonym: case ElementKind::kCountry: case ElementKind::kMetonym:
          if (e.country.empty()) continue;
          c.kind = CandidateKind::kState;
          c.country = std::string(e.country);
          c.sector = "GOV";
          c.name = e.kind == ElementKind::kDemonym ? std::string{} : text(e.first, e.last);
          break;
        case ElementKind::kOrganisation: case ElementKind::kArmedGroup: case ElementKind::kOutlet:
          entry_head(e, {}, c);
          break;
        case ElementKind::kNamedBody:
          body_head({e}, {}, {}, c);
          break;
        case ElementKind::kName:
          if (e.quoted) continue;
          c.kind = CandidateKind::kName;
          c.name = text(e.first, e.last);
          break;
        case ElementKind::kSector:
          if (!(e.word.kind == SectorWordKind::kGroup || e.word.kind == SectorWordKind::kBody) || e.word.weak || e.word.kind == SectorWordKind::kModifier) continue;
          c.kind = e.word.kind == SectorWordKind::kBody ? CandidateKind::kBody : CandidateKind::kGroup;
          c.sector = std::string(e.sector);
          c.head = noun_lemma(low(e.last - 1));
          c.name = text(e.first, e.last);
          c.plural = c.kind == CandidateKind::kGroup;
          if (n > 0 && els[n - 1].kind == ElementKind::kDemonym) c.country = std::string(els[n - 1].country);
          break;
        default: continue;
      }
      c.located = c.first > begin_ && is_place_preposition(low(c.first - 1));
      // "Russian government attacks": the nationality belongs to the government.
      if (e.kind == ElementKind::kDemonym && n + 1 < els.size() && els[n + 1].kind == ElementKind::kSector && els[n + 1].word.kind != SectorWordKind::kModifier && !els[n + 1].word.weak) continue;
      if (e.kind == ElementKind::kSector && n > 0 && els[n - 1].kind == ElementKind::kDemonym) c.first = els[n - 1].first, c.name = text(c.first, c.last);
      out_.push_back(std::move(c));
    }
  }

  bool pronoun(uint32_t i) {
    const std::string_view w = low(i);
    const bool person = w == "he" || w == "she" || w == "him" || (w == "her" && r_[i] == WordClass::kObject);
    const bool many = w == "they" || w == "them";
    const bool thing = w == "it" && r_[i] == WordClass::kPronoun;
    if (!person && !many && !thing) return false;
    Candidate c;
    c.kind = CandidateKind::kPronoun;
    c.first = i;
    c.last = i + 1;
    c.sentence = index_;
    c.head = std::string(w);
    c.gender = gender_of_word(w);
    c.plural = many;
    c.subject = followed_by_verb(i + 1);
    out_.push_back(std::move(c));
    return true;
  }

  const Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  const ElementReader& elements_;
  uint32_t begin_, end_, index_;
  std::vector<Candidate>& out_;
};

}  // namespace

bool Candidate::title_case() const {
  const size_t last = name.rfind(' ');
  const char c = name.empty() ? 'a' : name[last == std::string::npos ? 0 : last + 1];
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

void find_candidates(const Document& document, const Reading& reading, const Knowledge& knowledge, const ElementReader& elements,
                     const Sentence& sentence, uint32_t sentence_index, std::vector<Candidate>& out) {
  Parser(document, reading, knowledge, elements, sentence, sentence_index, out).run();
}

}  // namespace hearsay
