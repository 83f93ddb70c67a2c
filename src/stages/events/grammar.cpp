#include "stages/events/grammar.h"

#include <algorithm>

#include "text/word_set.h"

namespace hearsay::events {
namespace {

constexpr auto kQuantities = word_set(
    "dozens hundreds thousands tens scores number numbers majority many several some most all group groups "
    "part half one two three "
    "four five six seven eight nine ten both any none few couple lot handful pair total dozen hundred "
    "thousand million millions "
    "percent % members series string wave spate each more");
// Prepositions that the tagger sees where a clause begins.
constexpr auto kClauseLinks = word_set("after before since until as than because while when");
constexpr auto kObjectControl = word_set(
    "urge ask tell order command instruct direct call request want expect allow let permit enable help force "
    "compel pressure press "
    "persuade convince invite encourage require authorize authorise get push warn advise implore beg appeal "
    "lead cause make");
bool splits_clause(const PageView& view, uint32_t i) {
  const WordClass c = view.word_class(i);
  if (c == WordClass::kStop || c == WordClass::kWh) return true;
  if (c == WordClass::kMark)
    return view.lower(i) == ";" || view.lower(i) == ":" || view.lower(i) == "—" || view.lower(i) == "–" ||
           view.lower(i) == "--" || view.lower(i) == "-";
  if (c == WordClass::kComma) return view.lower(i) == ";";
  return c == WordClass::kSubordinator;
}

}  // namespace

bool is_quantity(std::string_view lower) { return kQuantities.contains(lower); }
bool controls_by_object(std::string_view lemma) { return kObjectControl.contains(lemma); }

bool Grammar::is_verb_word(uint32_t i) const {
  const WordClass c = view_.word_class(i);
  return is_verb(c) || is_auxiliary(c);
}

Bounds Grammar::scope(uint32_t i) const {
  const uint32_t content = view_.content(i);
  if (content == kNone) return sentence_;
  Bounds out{i, i + 1};
  for (uint32_t j = i; j-- > sentence_.begin;)
    if (view_.content(j) == content) out.begin = j;
  for (uint32_t j = i + 1; j < sentence_.end; ++j)
    if (view_.content(j) == content) out.end = j + 1;
  return out;
}

Bounds Grammar::clause(uint32_t i) const {
  const Bounds whole = scope(i);
  Bounds out{i, i + 1};
  while (out.begin > whole.begin && !splits_clause(view_, out.begin - 1)) --out.begin;
  while (out.end < whole.end && !splits_clause(view_, out.end)) ++out.end;
  return out;
}

VerbGroup Grammar::group(uint32_t verb) const {
  const Bounds bounds = scope(verb);
  VerbGroup out;
  out.begin = out.verb = verb;
  for (uint32_t j = verb; j-- > bounds.begin && verb - j < 8;) {
    const WordClass c = view_.word_class(j);
    if (c == WordClass::kBe) {
      out.be = true;
    } else if (c == WordClass::kHave) {
      out.have = true;
    } else if (c == WordClass::kModal) {
      out.modal = j;
    } else if (c == WordClass::kNegation) {
      out.negated = true;
    } else if (c == WordClass::kTo) {
      out.to = true;
      out.begin = j;
      if (j > bounds.begin && view_.word_class(j - 1) == WordClass::kNegation) out.negated = true;
      break;
    } else if (c == WordClass::kAdverb) {
      if (view_.lower(j) == "never") out.negated = true;
    } else if (c != WordClass::kDo) {
      break;
    }
    out.begin = j;
  }
  while (out.begin < verb && view_.word_class(out.begin) == WordClass::kAdverb) ++out.begin;
  // "been attacked", "were quickly attacked": the form is told by the nearest auxiliary.
  const WordClass form = view_.word_class(verb);
  if (form == WordClass::kParticiple || form == WordClass::kPast) {
    bool nearest_be = false, any = false;
    for (uint32_t j = verb; j-- > out.begin && !any;) {
      any = is_auxiliary(view_.word_class(j));
      nearest_be = view_.word_class(j) == WordClass::kBe || view_.lower(j) == "got";
    }
    out.passive = any && nearest_be;
  }
  return out;
}

Phrase Grammar::counted(Phrase phrase, Bounds bounds) const {
  for (int steps = 0; steps < 3; ++steps) {
    if (phrase.empty() || !is_quantity(view_.lower(phrase.head)) || !bounds.has(phrase.end) ||
        view_.lower(phrase.end) != "of")
      return phrase;
    const Phrase next = view_.phrase_at(phrase.end + 1);
    if (next.empty() || next.begin != phrase.end + 1) return phrase;
    phrase.end = next.end;
    phrase.head = next.head;
    phrase.pronoun = false;
  }
  return phrase;
}

Phrase Grammar::object(uint32_t end, Bounds bounds) const {
  uint32_t j = end;
  for (int steps = 0; steps < 6 && bounds.has(j); ++steps) {
    const WordClass c = view_.word_class(j);
    const Phrase here = view_.phrase_at(j);
    if (!here.empty() && here.begin == j) return counted(here, bounds);
    if (!here.empty() && j == end && here.end > j && here.head >= j)
      return counted({j, here.end, here.head, false}, bounds);  // "shot dead | four guards"
    if (c == WordClass::kAdverb || c == WordClass::kOpen || view_.time(j) != kNone) {
      ++j;
    } else if (c == WordClass::kPreposition && view_.time(j + 1) != kNone) {
      ++j;  // "fired at dawn several shells"
    } else if (c == WordClass::kPreposition && (view_.lower(j) == "at" || view_.lower(j) == "over") &&
               bounds.has(j + 1) && (view_.lower(j + 1) == "least" || view_.lower(j + 1) == "most")) {
      j += 2;
    } else if (c == WordClass::kConjunction && bounds.has(j + 1)) {
      uint32_t verb = j + 1;
      while (bounds.has(verb) &&
             (view_.word_class(verb) == WordClass::kAdverb || is_auxiliary(view_.word_class(verb))))
        ++verb;
      if (!is_verb(view_.word_class(verb)) || view_.word_class(verb) == WordClass::kIng) return {};
      j = verb + 1;
    } else {
      return {};
    }
  }
  return {};
}

Phrase Grammar::object_before(uint32_t verb) const {
  const Bounds bounds = scope(verb);
  const VerbGroup own = group(verb);
  const WordClass form = view_.word_class(verb);
  if (own.to || form == WordClass::kIng || own.begin <= bounds.begin) return {};
  const Phrase subject = view_.phrase_at(own.begin - 1);
  if (subject.empty() || subject.begin <= bounds.begin || subject.end != own.begin) return {};
  const Phrase before = view_.phrase_at(subject.begin - 1);
  return before.end == subject.begin ? before : Phrase{};
}

Phrase Grammar::phrase_before(uint32_t i, Bounds bounds) const {
  for (uint32_t j = i; j-- > bounds.begin;) {
    const Phrase here = view_.phrase_at(j);
    if (!here.empty()) return here;
    const WordClass c = view_.word_class(j);
    if (c != WordClass::kComma && c != WordClass::kAdverb && view_.time(j) == kNone) return {};
  }
  return {};
}

Phrase Grammar::whole_list(Phrase phrase, Bounds bounds) const {
  if (phrase.empty() || phrase.pronoun) return phrase;
  // To the right: ", B", ", and C", "and C".
  for (int steps = 0; steps < 8; ++steps) {
    uint32_t j = phrase.end;
    const bool comma = bounds.has(j) && view_.word_class(j) == WordClass::kComma && view_.lower(j) == ",";
    j += comma;
    const bool joined =
        bounds.has(j) && view_.word_class(j) == WordClass::kConjunction && view_.lower(j) == "and";
    j += joined;
    if (!comma && !joined) break;
    const Phrase next = bounds.has(j) ? view_.phrase_at(j) : Phrase{};
    if (next.empty() || next.begin != j || next.pronoun || !bounds.has(next.end - 1)) break;
    // A verb behind it makes it a subject of its own, a comma without an "and" to come an apposition.
    if (bounds.has(next.end) && is_verb_word(next.end)) break;
    if (comma && !joined) {
      bool list = false;
      for (uint32_t k = next.end; bounds.has(k) && k < next.end + 12 && !is_verb_word(k); ++k)
        list = list || view_.lower(k) == "and";
      if (!list) break;
    }
    phrase.end = next.end;
    if (joined) break;
  }
  return phrase;
}

// Whom an infinitive or a participle without a subject of its own leaves its doer to.
Subject Grammar::outside(uint32_t verb, const VerbGroup& group) const {
  const uint32_t content = view_.content(verb);
  const WordClass form = view_.word_class(verb);
  if (content == kNone || (!group.to && form != WordClass::kIng && form != WordClass::kBase)) return {};
  const Statement& s = view_.document().statements[content];
  const bool addressee = (s.act == Act::kDemand || s.act == Act::kAccuse) && !s.addressee.empty();
  return {addressee               ? Controller::kAddressee
          : s.act == Act::kDemand ? Controller::kNone
                                  : Controller::kSource,
          {}};
}

Subject Grammar::controlled(uint32_t verb, const VerbGroup& group, Bounds bounds, int depth) const {
  if (group.begin == bounds.begin) return outside(verb, group);
  const uint32_t before = group.begin - 1;
  const Phrase p = view_.phrase_at(before);
  if (!p.empty()) {
    if (p.begin > bounds.begin) {
      const uint32_t head = p.begin - 1;
      if (view_.lower(head) == "for" || view_.lower(head) == "by") return {Controller::kPhrase, p};
      if (is_verb(view_.word_class(head)) && controls_by_object(view_.lemma(head)))
        return {Controller::kPhrase, p};
      if (is_verb(view_.word_class(head))) return subject(head, depth + 1);
    }
    // "its readiness to", "the government's decision to": the owner acts.
    for (uint32_t k = p.begin; k < p.end; ++k) {
      const bool owner = view_.word_class(k) == WordClass::kPossessive ||
                         (k + 1 < p.end && view_.word_class(k + 1) == WordClass::kClitic);
      if (owner)
        return {Controller::kPhrase, {p.begin, k + 1, k, view_.word_class(k) == WordClass::kPossessive}};
    }
    return walk_left(p.begin, verb, bounds, depth);
  }
  return walk_left(group.begin, verb, bounds, depth);
}

Subject Grammar::subject(uint32_t verb, int depth) const {
  if (depth > 4) return {};
  const Bounds bounds = scope(verb);
  const VerbGroup own = group(verb);
  if (own.to) return controlled(verb, own, bounds, depth);
  const Subject found = walk_left(own.begin, verb, bounds, depth);
  return found.controller == Controller::kNone ? outside(verb, own) : found;
}

Subject Grammar::walk_left(uint32_t from, uint32_t verb, Bounds bounds, int depth) const {
  const uint32_t content = view_.content(verb);
  bool crossed = false;  // a comma or conjunction lies between
  bool preposition = false;
  for (uint32_t j = from; j-- > bounds.begin;) {
    if (view_.content(j) != content) {  // what somebody else says is no part of this clause
      crossed = true;
      continue;
    }
    const WordClass c = view_.word_class(j);
    const Phrase p = view_.phrase_at(j);
    if (!p.empty()) {
      if (p.begin <= bounds.begin) return {Controller::kPhrase, p};
      const uint32_t before = p.begin - 1;
      const WordClass b = view_.word_class(before);
      if (b == WordClass::kPreposition && p.end != from) {
        j = before;
        continue;
      }
      if (b == WordClass::kPreposition && p.end == from && kClauseLinks.contains(view_.lower(before)))
        return {Controller::kPhrase, p};
      if (b == WordClass::kPreposition && p.end == from) {
        // "the rebels in the city attacked": the phrase before the preposition; none: a clause such as "after
        // rebels attacked".
        const Phrase outer = before > bounds.begin ? view_.phrase_at(before - 1) : Phrase{};
        if (outer.empty()) return {Controller::kPhrase, p};
        if (view_.lower(before) == "of" && is_quantity(view_.lower(outer.head)))
          return {Controller::kPhrase, {outer.begin, p.end, p.head, false}};
        j = before;
        continue;
      }
      const bool apposition = b == WordClass::kComma && p.end < view_.size() &&
                              view_.word_class(p.end) == WordClass::kComma && before > bounds.begin;
      if (apposition) {
        j = before;
        crossed = false;
        continue;
      }
      if (is_verb_word(before) && p.end != from &&
          (crossed || preposition || view_.word_class(verb) == WordClass::kIng)) {
        // The object of an earlier verb; of "accused X of attacking" it is the doer all the same.
        if (preposition && !crossed) return {Controller::kPhrase, p};
        return subject(before, depth + 1);
      }
      if (b == WordClass::kConjunction && before > bounds.begin) {
        const Phrase first = view_.phrase_at(before - 1);
        // "the ministers of A and B met", "a truce between A and B held"
        if (!first.empty() && first.end == before && first.begin > bounds.begin + 1 &&
            view_.word_class(first.begin - 1) == WordClass::kPreposition &&
            !view_.phrase_at(first.begin - 2).empty()) {
          j = first.begin - 1;
          continue;
        }
        if (!first.empty() && (first.begin == bounds.begin || !is_verb_word(first.begin - 1)) &&
            (first.begin == bounds.begin || view_.word_class(first.begin - 1) != WordClass::kPreposition ||
             kClauseLinks.contains(view_.lower(first.begin - 1))))
          return {Controller::kPhrase, {first.begin, p.end, first.head, false}};
      }
      return {Controller::kPhrase, p};
    }
    if (c == WordClass::kWh || (c == WordClass::kSubordinator && view_.lower(j) == "that")) {
      Phrase antecedent = phrase_before(j, bounds);
      // "an attack on the south that killed": the thing; "a group of rebels who": the persons.
      if (view_.lower(j) != "who" && !antecedent.empty() && antecedent.begin > bounds.begin + 1 &&
          view_.word_class(antecedent.begin - 1) == WordClass::kPreposition) {
        const Phrase outer = view_.phrase_at(antecedent.begin - 2);
        if (!outer.empty() && outer.end == antecedent.begin - 1) antecedent = outer;
      }
      if (!antecedent.empty()) return {Controller::kPhrase, antecedent};
      return {};
    }
    if (c == WordClass::kStop || view_.lower(j) == ";") return {};
    if (c == WordClass::kSubordinator) {
      if (view_.word_class(verb) != WordClass::kIng) return {};
      crossed = true;
      continue;
    }
    if (is_verb(c)) {
      // "a child whose name has not been released was killed": a relative clause stands between.
      if (!crossed && view_.word_class(verb) != WordClass::kIng) {
        for (uint32_t k = j; k-- > bounds.begin;) {
          const WordClass w = view_.word_class(k);
          if (w == WordClass::kComma || w == WordClass::kStop || w == WordClass::kConjunction) break;
          if (w != WordClass::kWh && !(w == WordClass::kSubordinator && view_.lower(k) == "that")) continue;
          const Phrase antecedent = phrase_before(k, bounds);
          if (!antecedent.empty()) return {Controller::kPhrase, antecedent};
          break;
        }
      }
      return subject(j, depth + 1);
    }
    if (is_auxiliary(c)) continue;
    if (c == WordClass::kComma || c == WordClass::kConjunction) crossed = true;
    if (c == WordClass::kPreposition) preposition = true;
  }
  return {};
}

}  // namespace hearsay::events
