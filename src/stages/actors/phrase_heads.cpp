#include "stages/actors/phrase_parser.h"

#include "text/lemma.h"
#include "text/word_set.h"

namespace hearsay {

std::string PhraseParser::lemma_at(uint32_t i) const {
  return r_[i] == WordClass::kNouns ? noun_lemma(low(i)) : std::string(r_.lemma(i));
}

bool PhraseParser::is_noun_like(const Element& e) const {
  return e.kind == ElementKind::kPlain &&
         (r_[e.last - 1] == WordClass::kNoun || r_[e.last - 1] == WordClass::kNouns ||
          r_[e.last - 1] == WordClass::kName);
}

void PhraseParser::set_code(Gathered& g, const Element& e) {
  if (!e.code.empty() && g.code.empty()) g.code = std::string(e.code);
}

Gathered PhraseParser::gather(const Elements& els, size_t count) const {
  Gathered g;
  for (size_t n = 0; n < count; ++n) {
    const Element& e = els[n];
    switch (e.kind) {
      case ElementKind::kDemonym:
      case ElementKind::kCountry:
      case ElementKind::kMetonym:
      case ElementKind::kPlace:
        if (g.country.empty()) g.country = std::string(e.country);
        if (g.body.empty()) g.body = text(e.first, e.last);
        if (g.sector.empty()) g.sector = std::string(e.sector);
        break;
      case ElementKind::kOrganisation:
      case ElementKind::kArmedGroup:
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
        if (e.sector == "ELI")
          g.former = true;
        else if (!(e.word.kind == SectorWordKind::kModifier && !g.sector.empty()))
          g.sector = std::string(e.sector);
        if (e.word.kind == SectorWordKind::kBody || e.word.kind == SectorWordKind::kGroup)
          g.body = g.body.empty() ? text(e.first, e.last) : g.body + " " + text(e.first, e.last);
        break;
      case ElementKind::kName:
        if (g.body.empty()) g.body = text(e.first, e.last);
        if (g.country.empty()) g.country = country_of_city(e);
        break;
      default:
        break;
    }
  }
  return g;
}

std::string PhraseParser::country_of_city(const Element& e) const {
  const auto cities = k_.cities(std::string_view(text(e.first, e.last)));
  if (!cities || cities[0].population < 200000 || cities[0].is_word || !cities[0].country) return {};
  return std::string(cities[0].country->code());
}

void PhraseParser::take(const Gathered& g, Candidate& c) const {
  if (c.country.empty()) c.country = g.country;
  if (c.body.empty()) c.body = g.body;
}

void PhraseParser::split_code(const std::string& code, std::string& country, std::string& sector) {
  const size_t space = code.find(' ');
  country = code.substr(0, space);
  sector = space == std::string::npos ? std::string{} : code.substr(space + 1);
}

bool PhraseParser::evaluate(const Elements& main, const Elements& owner, bool quantified, Candidate& c) {
  size_t count = main.size();
  if (count == 0) return false;
  const Gathered owned = gather(owner, owner.size());
  const Element& head = main[count - 1];
  c.last = head.last;
  Gathered before = gather(main, count - 1);
  // "regime and Orlish forces": two actors, and the first, of no nationality of its own, gives the code.
  if (count > 2 && main[0].kind == ElementKind::kSector && main[1].kind == ElementKind::kDemonym &&
      low(main[0].last) == "and")
    before.country.clear();
  switch (head.kind) {
    case ElementKind::kName:
      return name_head(main, before, owned, c);
    case ElementKind::kNamedBody:
      return body_head(main, before, owned, c);
    case ElementKind::kOrganisation:
    case ElementKind::kArmedGroup:
    case ElementKind::kOutlet:
      return entry_head(head, before, c);
    case ElementKind::kCountry:
    case ElementKind::kMetonym: {
      c.kind = CandidateKind::kState;
      c.country = std::string(head.country);
      c.sector = "GOV";
      c.name = text(head.first, head.last);
      // "the accusations Moscow denies": a noun before a country is another phrase.
      if (count > 1 && is_noun_like(main[count - 2])) return false;
      return count == 1 || before.country.empty();
    }
    case ElementKind::kDemonym: {
      if (!head.people) return false;
      const bool plural = low(head.last - 1).ends_with('s') || (c.definite && !c.indefinite) ||
                          r_[head.last - 1] == WordClass::kNouns;
      if (!plural && !c.indefinite) return false;
      if (!plural && head.adjective && count == 1 && c.definite) return false;
      // "the American" before a verb only; "Russian" alone is an adjective whose noun was not understood.
      if (!low(head.last - 1).ends_with('s') && !c.indefinite &&
          (!followed_by_verb(head.last) || r_[head.last] == WordClass::kPresentS))
        return false;
      c.kind = CandidateKind::kGroup;
      c.plural = plural;
      c.country = std::string(head.country);
      c.sector =
          !head.name.empty() || c.indefinite || (count > 1 && main[count - 2].kind == ElementKind::kPlain)
              ? "CVL"
              : "";
      c.name = text(head.first, head.last);
      c.head = lower_text(head.first, head.last);
      if (!before.sector.empty()) c.sector = before.sector;
      return true;
    }
    case ElementKind::kSector:
      return sector_head(main, before, owned, quantified, c);
    case ElementKind::kPlain:
      return plain_head(main, before, owned, quantified, c);
    default:
      return false;
  }
}

bool PhraseParser::followed_by_verb(uint32_t i) const {
  uint32_t k = i;
  while (k < end_ && r_[k] == WordClass::kAdverb) ++k;
  return k < end_ && (is_finite_verb(r_[k]) || is_auxiliary(r_[k]));
}

bool PhraseParser::name_head(const Elements& main, const Gathered& before, const Gathered& owned,
                             Candidate& c) {
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
    c.code = before.code;
    if (main.size() > 1 && main[main.size() - 2].kind == ElementKind::kOrganisation) {
      // "UN chief Tal": a table has body and post in one.
      const Element& post = main[main.size() - 2];
      const std::string_view last = r_.word(post.last - 1);
      if (const auto office = k_.sectors(last); office && office[0].kind == SectorWordKind::kOffice) {
        c.kind = CandidateKind::kPerson;
        c.title = std::string(last);
        c.head = std::string(low(post.last - 1));
        c.body = text(post.first, post.last - 1);
        return true;
      }
    }
    if (head.quoted && main.size() == 1) return false;
    // "Syria-backed Orvel", "former Orvel": plain words before a bare name are no part of it.
    if (main.size() > 1 && before.country.empty() && before.body.empty() && owned.country.empty())
      return main.front().kind == ElementKind::kPlain;
    return true;
  }
  const Element& title = main[title_last - 1];
  if (title.word.kind == SectorWordKind::kBody && title.sector == "JRN") {
    c.kind = CandidateKind::kOutlet;
    c.sector = "JRN";
    return true;
  }
  if (title.word.kind == SectorWordKind::kBody ||
      (title.word.kind == SectorWordKind::kGroup && title.word.plural)) {
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

void PhraseParser::set_title(const Elements& main, size_t first, size_t last, const Gathered& before,
                             const Gathered& owned, Candidate& c) {
  const Element& title = main[last - 1];
  const bool honorific = title.word.kind == SectorWordKind::kHonorific;
  // Without nationality in front and honorifics: "chief negotiator".
  size_t from = first;
  while (from + 1 < last &&
         (main[from].kind != ElementKind::kSector || main[from].word.kind == SectorWordKind::kHonorific))
    ++from;
  c.title = honorific && from + 1 == last ? std::string{} : text(main[from].first, title.last);
  c.head = head_of(title);
  c.sector = std::string(title.sector);
  for (uint32_t k = main[first].first; k < title.last; ++k) {
    const Gender g = gender_of_word(low(k));
    if (g != Gender::kUnknown) c.gender = g;
  }
  refine_sector(title.word, before, owned, c);
}

std::string PhraseParser::head_of(const Element& e) const {
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

void PhraseParser::refine_sector(const SectorWord& head, const Gathered& before, const Gathered& owned,
                                 Candidate& c) const {
  const std::string& near = !before.sector.empty() ? before.sector : owned.sector;
  const std::string& code = !before.code.empty() ? before.code : owned.code;
  const bool armed =
      near == "REB" || near == "OPP" || near == "PRM" || near == "CRM" || near == "SPY" || near == "COP";
  c.relational = head.relational;
  if (!code.empty() && (head.relational || head.weak || head.sector == "GOV" || c.country.empty())) {
    // "US Ambassador to the UN" keeps its country; "UN chief", "State Department spokesman" take the body's
    // code.
    std::string country, sector;
    split_code(code, country, sector);
    if (c.country.empty() || c.country == country) {
      if (before.former && head.kind == SectorWordKind::kOffice) {
        c.country = country;
      } else if (sector.empty() && !head.relational && !head.weak && head.sector != "GOV" &&
                 !head.sector.empty()) {
        c.country = country;  // "European Union lawmakers"
      } else if (head.relational || head.weak || sector.empty() || head.sector == "GOV" ||
                 head.sector.empty()) {
        c.code = code;
      } else {
        c.country = country;
      }
      c.relational = false;
    }
  } else if (!near.empty() && (head.relational || head.weak)) {
    c.sector = near;
    c.relational = false;
  } else if (armed && (c.sector == "MIL" || c.sector == "GOV" || c.sector == "UAF" || c.sector == "CVL" ||
                       c.sector == "SOC")) {
    c.sector = near;
  } else if (near == "MIL" && c.sector == "GOV" && head.relational) {
    c.sector = near;
  }
  if (before.former && head.kind == SectorWordKind::kOffice && c.code.empty() && c.sector != "MIL" &&
      c.sector != "REB")
    c.sector = "ELI";
}

bool PhraseParser::body_head(const Elements& main, const Gathered& before, const Gathered& owned,
                             Candidate& c) {
  const Element& head = main.back();
  c.name = text(head.first, head.last);
  // "ministry" of "Ministry of Health", "front" of "Northern Dawn Front"
  const bool leads = !sector_of_body_word(r_.lower(head.first)).empty() &&
                     sector_of_body_word(r_.lower(head.last - 1)).empty();
  c.head = std::string(r_.lower(leads ? head.first : head.last - 1));
  c.head_named = true;
  c.sector = before.sector.empty() ? std::string(head.sector) : before.sector;
  take(owned, c);
  take(before, c);
  c.body.clear();
  if (c.country.empty()) c.country = std::string(head.country);
  for (uint32_t k = head.first; k < head.last && c.country.empty(); ++k) {  // "Interim Orlish Government"
    for (const CountryWord& w : k_.country_words(d_.text, r_.shape(k).begin)) {
      if (w.kind == CountryWordKind::kAdjective) c.country = std::string(w.country->code());
    }
  }
  if (c.country.empty())
    c.country = country_of_city(
        {ElementKind::kName, head.first, head.first + 1, {}, {}, {}, {}, {}, false, false, false});
  const bool armed = c.sector == "REB" || c.sector == "UAF" || c.sector == "PRM" || c.sector == "CRM";
  c.kind = c.sector == "JRN" ? CandidateKind::kOutlet : armed ? CandidateKind::kGroup : CandidateKind::kBody;
  return true;
}

bool PhraseParser::entry_head(const Element& head, const Gathered& before, Candidate& c) {
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
  // Another state's namesake: "the Orlish People's Party".
  std::string country, sector;
  split_code(c.code, country, sector);
  if (!before.country.empty() && !sector.empty() && country != before.country && k_.country(country)) {
    c.code.clear();
    c.entry.clear();
    c.country = before.country;
    c.sector = sector;
  }
  return true;
}

bool PhraseParser::sector_head(const Elements& main, const Gathered& before, const Gathered& owned,
                               bool quantified, Candidate& c) {
  const Element& head = main.back();
  if (head.word.kind == SectorWordKind::kHonorific || head.word.kind == SectorWordKind::kModifier)
    return false;
  c.plural =
      head.word.plural || (r_[head.last - 1] == WordClass::kNouns && head.word.kind != SectorWordKind::kBody);
  const bool beside = c.definite || c.indefinite || quantified || !before.country.empty() ||
                      !before.code.empty() || !before.sector.empty() || !owned.country.empty() ||
                      !owned.body.empty() || c.owned;
  if (head.word.weak && !beside && !(c.plural && followed_by_verb(head.last)) && low(head.last) != "of" &&
      low(head.last) != "for" && low(head.last) != "in")
    return false;
  // "a party to the agreement"
  if (low(head.last - 1) == "party" && low(head.last) == "to") return false;
  size_t first = main.size() - 1;
  while (first > 0 &&
         (main[first - 1].kind == ElementKind::kSector || main[first - 1].kind == ElementKind::kPlain))
    --first;
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
  if (c.kind == CandidateKind::kGroup && !c.plural && head.word.kind == SectorWordKind::kGroup &&
      (c.indefinite || c.definite) && !is_collective(low(head.last - 1)))
    c.kind = CandidateKind::kOffice;
  return true;
}

bool PhraseParser::is_collective(std::string_view w) {
  static constexpr auto kCollective = word_set(
      "organisation organization network movement cell gang team alliance coalition people police militia "
      "opposition public population staff crew family group guerrilla resistance majority minority");
  return kCollective.contains(w) || w.ends_with('s');
}

bool PhraseParser::is_collective_noun(std::string_view lemma) {
  static constexpr auto kCollective = word_set(
      "leadership team delegation mission group unit faction party population public community nation "
      "country state authority force troop crew "
      "staff personnel family body organisation organization charity agency side");
  return kCollective.contains(lemma);
}

std::string PhraseParser::name_without_article(const Elements& main) const {
  uint32_t first = main.front().first;
  while (first < main.back().last && r_.shape(first).kind == WordShape::Kind::kNumber) ++first;
  return text(first, main.back().last);
}

bool PhraseParser::plain_head(const Elements& main, const Gathered& before, const Gathered& owned,
                              bool quantified, Candidate& c) {
  const Element& head = main.back();
  if (!is_noun_like(head) || head.quoted) return false;
  const std::string lemma = lemma_at(head.last - 1);
  const bool generic = is_generic_people(lemma), thing = is_armed_thing(lemma);
  if (c.definite && !c.owned && !generic && main.size() == 1 && owned.country.empty() &&
      !sector_of_body_word(lemma).empty()) {
    // "the council", "the league": whichever the page has named, if it has.
    c.kind = CandidateKind::kBody;
    c.head = lemma;
    c.name = text(head.first, head.last);
    c.anaphoric = true;
    return true;
  }
  if (!generic && !thing) return false;
  const bool national =
      !before.country.empty() || !owned.country.empty() || !before.code.empty() || !owned.code.empty();
  const bool sectored = !before.sector.empty() || !owned.sector.empty();
  if (thing && !national && !sectored) return false;
  if (!national && !sectored && !c.definite && !c.indefinite && !quantified && !c.owned &&
      !(r_[head.last - 1] == WordClass::kNouns && followed_by_verb(head.last)))
    return false;
  take(owned, c);
  take(before, c);
  c.plural = r_[head.last - 1] == WordClass::kNouns;
  c.head = std::string(lemma);
  c.name = name_without_article(main);
  if (!before.code.empty())
    c.code = before.code;
  else if (!owned.code.empty())
    c.code = owned.code;
  c.sector = !before.sector.empty() ? before.sector : owned.sector;
  c.kind = !c.plural && generic && !is_collective_noun(lemma) && !stands_for_state(lemma)
               ? CandidateKind::kOffice
               : CandidateKind::kGroup;
  if (c.kind == CandidateKind::kOffice) c.title = c.name;
  if (lemma == "force" && national && c.sector.empty()) c.sector = "MIL";
  if (thing && (c.sector.empty() || c.sector == "GOV")) c.sector = "MIL";
  if (stands_for_state(lemma) && national && !sectored && c.code.empty()) {
    c.kind = CandidateKind::kState;
    c.sector = "GOV";
    return true;
  }
  if (!national && !sectored &&
      (lemma == "side" || lemma == "figure" || lemma == "party" || lemma == "authority" ||
       lemma == "community" || lemma == "nation" || lemma == "state" || lemma == "country" ||
       lemma == "body" || lemma == "group" || lemma == "agency")) {
    // Only what stands before in the page says who that is.
    c.sector.clear();
    if (lemma == "side" || lemma == "party" || lemma == "community" || lemma == "nation" || lemma == "state")
      return false;
    if (!c.definite) return lemma == "group" && (c.indefinite || quantified);
  }
  return true;
}

}  // namespace hearsay
