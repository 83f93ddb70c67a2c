#include <algorithm>

#include "stages/actors/phrase_parser.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kToOffices = word_set(
    "ambassador envoy representative adviser advisor aide special delegate emissary assistant secretary");

}  // namespace

void PhraseParser::post_modifiers(Candidate& c) {
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
    // "ambassador to the United Nations Linda Orvel": the name is the ambassador's.
    if (els.size() > 1 && els.back().kind == ElementKind::kName && word_count_of(els.back()) > 1 &&
        c.kind == CandidateKind::kOffice)
      els.pop_back();
    if (els.empty()) return;
    if (!fits(c, p, els, article)) return;
    const Gathered g = gather(els, els.size());
    const bool country_said = !c.country.empty();
    if (c.country.empty() && c.code.empty()) c.country = g.country;
    if (!g.code.empty()) {
      std::string country, sector;
      split_code(g.code, country, sector);
      if (!country_said && c.code.empty() &&
          (c.relational || c.sector == "GOV" || c.sector.empty() || sector.empty() || p == "of" ||
           p == "at" || p == "for")) {
        if (c.relational || c.sector.empty() || c.sector == "GOV" || sector == "MIL" || sector == c.sector)
          c.code = g.code;
        else
          c.country = country;
        c.relational = false;
      }
    } else if (!g.sector.empty() && (c.relational || c.sector.empty())) {
      c.sector = g.sector;
      c.relational = false;
    } else if (p == "of" && c.sector == "GOV" && !g.sector.empty() && g.sector != "GOV" &&
               els.back().kind == ElementKind::kNamedBody) {
      c.sector = g.sector;  // "president of the Orvel Teachers' Union"
    } else if (g.sector == "MIL" && c.sector == "GOV" && p == "of") {
      c.sector = g.sector;
    }
    if (c.body.empty() || p == "of" || p == "for" || p == "at") c.body = text(q, els.back().last);
    if (c.kind == CandidateKind::kGroup || c.kind == CandidateKind::kBody)
      c.name += " " + text(c.last, els.back().last);
    c.last = els.back().last;
  }
}

bool PhraseParser::attaches(const Candidate& c, std::string_view p) const {
  const bool person = c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName;
  if (c.kind == CandidateKind::kState || c.kind == CandidateKind::kOutlet) return false;
  if (p == "of") return true;
  if (person) return p == "from" && c.kind == CandidateKind::kPerson;
  if (p == "for") return c.kind == CandidateKind::kOffice || c.relational || low(c.last + 2) == "affairs";
  if (p == "to") return c.kind == CandidateKind::kOffice && kToOffices.contains(c.head);
  if (p == "at" || p == "in" || p == "from" || p == "on") return p != "on" && !c.code.starts_with("IGO");
  return false;
}

bool PhraseParser::fits(const Candidate& c, std::string_view p, const Elements& els, bool article) const {
  const Element& head = els.back();
  const bool body = head.kind == ElementKind::kOrganisation || head.kind == ElementKind::kArmedGroup ||
                    head.kind == ElementKind::kNamedBody || head.kind == ElementKind::kOutlet ||
                    (head.kind == ElementKind::kSector && head.word.kind != SectorWordKind::kModifier);
  const bool where = head.kind == ElementKind::kCountry || head.kind == ElementKind::kPlace ||
                     head.kind == ElementKind::kMetonym;
  if (c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName) return body || where;
  if (p == "of")
    return !(head.kind == ElementKind::kPlain && c.kind == CandidateKind::kGroup && !article &&
             c.sector == "CVL" && !is_noun_like(head));
  if (p == "for" || p == "to")
    return body || where || head.kind == ElementKind::kName || holds_any(els) ||
           head.kind == ElementKind::kPlain;
  const bool people =
      head.kind == ElementKind::kArmedGroup ||
      (head.kind == ElementKind::kNamedBody && (head.sector == "REB" || head.sector == "MIL")) ||
      (head.kind == ElementKind::kSector && head.word.kind != SectorWordKind::kBody);
  if (people || is_generic_people(lemma_at(head.last - 1)))
    return false;  // "separate rebels from terrorists"
  return body || where || (holds_any(els) && head.kind == ElementKind::kPlain && is_noun_like(head));
}

bool PhraseParser::holds_any(const Elements& els) {
  return std::any_of(els.begin(), els.end(),
                     [](const Element& e) { return holds_actor(e.kind) || e.kind == ElementKind::kPlace; });
}

uint32_t PhraseParser::finish(Candidate c) {
  c.subject = followed_by_verb(c.last);
  acronym(c);
  // "the ambassador to the United Nations Linda Orvel"
  if (c.kind == CandidateKind::kOffice && c.last < end_ && r_.shape(c.last).capital) {
    const Element next = elements_.at(c.last, end_);
    if (next.kind == ElementKind::kName && word_count_of(next) > 1) {
      c.kind = CandidateKind::kPerson;
      c.name = text(next.first, next.last);
      c.last = next.last;
      c.subject = followed_by_verb(c.last);
    }
  }
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
  const bool takes = c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName ||
                     c.kind == CandidateKind::kGroup || c.kind == CandidateKind::kBody ||
                     c.kind == CandidateKind::kOutlet;
  out_.push_back(std::move(c));
  return takes ? appositive(next) : next;
}

uint32_t PhraseParser::word_count_of(const Element& e) { return e.last - e.first; }

void PhraseParser::acronym(Candidate& c) const {
  if (c.kind != CandidateKind::kBody && c.kind != CandidateKind::kGroup && c.kind != CandidateKind::kOutlet)
    return;
  if (!c.title_case() && c.entry.empty()) return;
  if (c.last >= end_ || (r_.word(c.last) != "(" && r_.word(c.last) != "[")) return;
  uint32_t k = c.last + 1;
  if (k < end_ && r_[k] == WordClass::kDeterminer) ++k;
  const bool quoted = k < end_ && r_[k] == WordClass::kOpen;
  if (quoted) ++k;
  const uint32_t from = k;
  while (k < end_ && k < from + 6 && r_.shape(k).kind == WordShape::Kind::kWord &&
         (r_.shape(k).capital || low(k).starts_with("al-")))
    ++k;
  if (k == from) return;
  const uint32_t to = k;
  if (quoted && k < end_ && r_[k] == WordClass::kClose) ++k;
  if (k >= end_ || (r_.word(k) != ")" && r_.word(k) != "]")) return;
  c.alias = text(from, to);
  c.last = k + 1;
  c.subject = followed_by_verb(c.last);
}

bool PhraseParser::name_behind(uint32_t i, Candidate& named) {
  const Elements els = elements_from(i);
  if (els.empty() || els.back().kind != ElementKind::kName) return false;
  if (!evaluate(els, {}, false, named)) return false;
  return named.kind == CandidateKind::kPerson || named.kind == CandidateKind::kName;
}

bool PhraseParser::closes(uint32_t i) const {
  return i >= end_ || r_.word(i) == "," || r_.word(i) == "." || r_.word(i) == ";" || r_.word(i) == ":" ||
         r_[i] == WordClass::kClose || r_[i] == WordClass::kWh || is_finite_verb(r_[i]) ||
         is_auxiliary(r_[i]) || r_[i] == WordClass::kConjunction || r_.word(i) == "(" || r_.word(i) == ")" ||
         r_[i] == WordClass::kMark;
}

uint32_t PhraseParser::appositive(uint32_t i) {
  if (i + 1 >= end_) return i;
  Candidate& c = out_.back();
  const bool copula =
      (low(i) == "is" || low(i) == "was") && (low(i + 1) == "the" || low(i + 1) == "a" || low(i + 1) == "an");
  if (r_.word(i) != "," && !(copula && (c.kind == CandidateKind::kPerson || c.kind == CandidateKind::kName)))
    return i;
  const uint32_t q = i + 1;
  // ", 29," and ", aged 29,"
  const uint32_t number = low(q) == "aged" ? q + 1 : q;
  if (number < end_ && r_.shape(number).kind == WordShape::Kind::kNumber && r_.word(number).size() <= 2 &&
      closes(number + 1)) {
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
    found = evaluate(Elements(els.begin() + static_cast<ptrdiff_t>(owner_end) + 1, els.end()),
                     Elements(els.begin(), els.begin() + static_cast<ptrdiff_t>(owner_end)), false, more);
  else if (owner_end == kNoOwner)
    found = evaluate(els, {}, false, more);
  if (!found) return i;
  const bool fits = person ? more.kind == CandidateKind::kOffice
                           : (more.kind == CandidateKind::kGroup || more.kind == CandidateKind::kBody) &&
                                 indefinite && !more.plural;
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

bool PhraseParser::leads(uint32_t i, Candidate& c) const {
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

}  // namespace hearsay
