#include "stages/actors/phrase_parser.h"

#include <algorithm>

#include "text/lemma.h"
#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {

bool holds_actor(ElementKind kind) {
  return kind == ElementKind::kDemonym || kind == ElementKind::kCountry || kind == ElementKind::kMetonym ||
         kind == ElementKind::kOrganisation || kind == ElementKind::kArmedGroup ||
         kind == ElementKind::kOutlet || kind == ElementKind::kNamedBody || kind == ElementKind::kSector ||
         kind == ElementKind::kName;
}

void PhraseParser::run() {
  for (uint32_t i = begin_; i < end_;) {
    const uint32_t next = phrase(i);
    i = std::max(next, i + 1);
  }
}

std::string_view PhraseParser::low(uint32_t i) const { return i < end_ ? r_.lower(i) : std::string_view{}; }

std::string PhraseParser::text(uint32_t first, uint32_t last) const {
  if (first >= last) return {};
  return d_.text.substr(r_.shape(first).begin, r_.shape(last - 1).end - r_.shape(first).begin);
}

std::string PhraseParser::lower_text(uint32_t first, uint32_t last) const {
  if (first >= last) return {};
  return std::string(
      r_.lower_text().substr(r_.shape(first).begin, r_.shape(last - 1).end - r_.shape(first).begin));
}

uint32_t PhraseParser::phrase(uint32_t i) {
  uint32_t q = i;
  if (pronoun(i)) return i + 1;
  const uint32_t quantity = past_quantity(i);
  q = quantity;
  bool definite = false, indefinite = false, owned = false;
  const bool joins =
      low(q) == "that" && q + 1 < end_ && r_[q + 1] != WordClass::kNoun;  // "that rebels fired"
  if (q < end_ && r_[q] == WordClass::kDeterminer && !joins) {
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
  // "holds the Front responsible": an adjective behind a name is none of its phrase.
  while (els.size() > 1 && els.back().kind == ElementKind::kPlain &&
         r_[els.back().last - 1] == WordClass::kAdjective && holds_actor(els[els.size() - 2].kind))
    els.pop_back();
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

size_t PhraseParser::last_possessor(const Elements& els) {
  for (size_t n = els.size(); n-- > 0;) {
    if (els[n].kind == ElementKind::kPossessor) return n;
  }
  return kNoOwner;
}

uint32_t PhraseParser::past_quantity(uint32_t i) const {
  uint32_t k = i;
  if (low(k) == "the" || low(k) == "a" || low(k) == "an") ++k;
  while (k < end_ && r_[k] == WordClass::kAdjective && k < i + 3) ++k;
  if ((low(k) == "vast" || low(k) == "large") && k < end_) ++k;
  if (is_quantity(low(k)) && low(k + 1) == "of" && k + 2 < end_ &&
      (r_[k + 2] == WordClass::kDeterminer || r_[k + 2] == WordClass::kPossessive ||
       r_[k + 2] == WordClass::kNouns || r_[k + 2] == WordClass::kAdjective ||
       r_[k + 2] == WordClass::kName || r_[k + 2] == WordClass::kNumber))
    return k + 2;
  return i;
}

Elements PhraseParser::elements_from(uint32_t q) const {
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

bool PhraseParser::joins(const Element& before, uint32_t next) const {
  const Element e = elements_.at(next, end_);
  if (e.kind == ElementKind::kNone || e.last >= end_) return false;
  const Element then = elements_.at(e.last, end_);
  const bool nominal = then.kind == ElementKind::kSector || then.kind == ElementKind::kPlain ||
                       then.kind == ElementKind::kDemonym;
  if (before.kind == ElementKind::kDemonym && before.adjective && e.kind == ElementKind::kDemonym &&
      e.adjective)
    return nominal;
  if (before.kind == ElementKind::kSector && e.kind == ElementKind::kSector)
    return then.kind == ElementKind::kName && before.word.kind != SectorWordKind::kBody &&
           e.word.kind != SectorWordKind::kBody;
  // "the government and Russian warplanes" are two; "regime and Russian warplanes" one.
  return before.kind == ElementKind::kSector && e.kind == ElementKind::kDemonym && e.adjective &&
         ((then.kind == ElementKind::kPlain && is_armed_thing(lemma_at(then.first))) ||
          (then.kind == ElementKind::kSector && then.sector == "MIL"));
}

bool PhraseParser::breaks(const Elements& els, const Element& e) const {
  const Element& last = els.back();
  // "the general condemned Orvel": a form in -ed behind a complete noun is its verb.
  if (e.kind == ElementKind::kPlain && is_verb(r_[e.first]) && last.kind != ElementKind::kPlain &&
      last.kind != ElementKind::kPossessor && last.kind != ElementKind::kDemonym)
    return true;
  if (e.kind == ElementKind::kPlain && last.kind == ElementKind::kSector &&
      last.word.kind == SectorWordKind::kOffice && elements_.may_be_verb(e.first, end_))
    return true;
  // "told media 339 passengers"
  if (e.kind == ElementKind::kPlain && r_.shape(e.first).kind == WordShape::Kind::kNumber &&
      last.kind != ElementKind::kPlain && last.kind != ElementKind::kPossessor)
    return true;
  if (last.kind == ElementKind::kName &&
      (e.kind == ElementKind::kDemonym || e.kind == ElementKind::kCountry || e.kind == ElementKind::kName))
    return true;
  if (last.kind == ElementKind::kName && e.kind == ElementKind::kPlain && !r_.shape(e.first).capital &&
      els.size() > 1 && els[els.size() - 2].kind == ElementKind::kSector && els[els.size() - 2].word.title)
    return true;
  return false;
}

uint32_t PhraseParser::pieces(const Elements& els, size_t owner_end, uint32_t start, uint32_t past) {
  // "Russia's attack": the owner is one.
  if (owner_end != kNoOwner && owner_end > 0) {
    const Elements owner(els.begin(), els.begin() + static_cast<ptrdiff_t>(owner_end));
    const size_t inner = last_possessor(owner);
    Candidate c;
    c.definite = start < els.front().first;
    bool found = false;
    if (inner != kNoOwner && inner + 1 < owner.size())
      found = evaluate(Elements(owner.begin() + static_cast<ptrdiff_t>(inner) + 1, owner.end()),
                       Elements(owner.begin(), owner.begin() + static_cast<ptrdiff_t>(inner)), false, c);
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

void PhraseParser::modifiers(const Elements& els) {
  for (size_t n = 0; n < els.size(); ++n) {
    const Element& e = els[n];
    Candidate c;
    c.sentence = index_;
    c.first = e.first;
    c.last = e.last;
    c.modifier = n + 1 < els.size();
    switch (e.kind) {
      case ElementKind::kDemonym:
      case ElementKind::kCountry:
      case ElementKind::kMetonym:
        if (e.country.empty()) continue;
        c.kind = CandidateKind::kState;
        c.country = std::string(e.country);
        c.sector = "GOV";
        c.name = e.kind == ElementKind::kDemonym ? std::string{} : text(e.first, e.last);
        break;
      case ElementKind::kOrganisation:
      case ElementKind::kArmedGroup:
      case ElementKind::kOutlet:
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
        if (!(e.word.kind == SectorWordKind::kGroup || e.word.kind == SectorWordKind::kBody) || e.word.weak)
          continue;
        // "military means", "civilian infrastructure", "media statements": adjectives more than actors.
        if (r_[e.last - 1] == WordClass::kAdjective || is_adjectival(low(e.last - 1))) continue;
        c.kind = e.word.kind == SectorWordKind::kBody ? CandidateKind::kBody : CandidateKind::kGroup;
        c.sector = std::string(e.sector);
        c.head = noun_lemma(low(e.last - 1));
        c.name = text(e.first, e.last);
        c.plural = c.kind == CandidateKind::kGroup;
        if (n > 0 && els[n - 1].kind == ElementKind::kDemonym) c.country = std::string(els[n - 1].country);
        break;
      default:
        continue;
    }
    c.located = c.first > begin_ && is_place_preposition(low(c.first - 1));
    // "Russian government attacks": the nationality belongs to the government.
    if (e.kind == ElementKind::kDemonym && n + 1 < els.size() && els[n + 1].kind == ElementKind::kSector &&
        els[n + 1].word.kind != SectorWordKind::kModifier && !els[n + 1].word.weak)
      continue;
    if (e.kind == ElementKind::kSector && n > 0 && els[n - 1].kind == ElementKind::kDemonym)
      c.first = els[n - 1].first, c.name = text(c.first, c.last);
    out_.push_back(std::move(c));
  }
}

bool PhraseParser::is_adjectival(std::string_view w) {
  static constexpr auto kAdjectival =
      word_set("military civilian media police press health security intelligence");
  return kAdjectival.contains(w);
}

bool PhraseParser::pronoun(uint32_t i) {
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

bool Candidate::title_case() const {
  const size_t last = name.rfind(' ');
  const char c = name.empty() ? 'a' : name[last == std::string::npos ? 0 : last + 1];
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

void find_candidates(const Document& document, const Reading& reading, const Knowledge& knowledge,
                     const ElementReader& elements, const Sentence& sentence, uint32_t sentence_index,
                     std::vector<Candidate>& out) {
  PhraseParser(document, reading, knowledge, elements, sentence, sentence_index, out).run();
}

}  // namespace hearsay
