#include "stages/statements/noun_reports.h"

#include <algorithm>

#include "stages/statements/circumstances.h"
#include "stages/statements/complement.h"
#include "stages/statements/noun_phrase.h"
#include "stages/statements/verb_group.h"

namespace hearsay::statements {
namespace {

bool is_genitive(std::string_view w) { return w == "'s" || w == "’s" || w == "'" || w == "’"; }

void emit(Drafting& page, const Cue& cue, Range cue_words, Range source, Range content, Frame frame,
          const Circumstances& found, bool before) {
  Draft draft;
  draft.cue = &cue;
  draft.frame = frame;
  draft.sense = cue.sense(frame);
  if (draft.sense == nullptr) draft.sense = &cue.senses.front();
  draft.cue_words = cue_words;
  draft.source = source;
  draft.content = content;
  draft.circumstances = found;
  draft.content_before = before;
  page.drafts.push_back(draft);
}

// Whoever has the noun: "Kerry's belief", "his accusation", "Western suggestions", "the call by the
// minister".
Range holder(const PageWords& r, uint32_t noun, uint32_t floor) {
  uint32_t i = noun;
  while (i > floor && noun - i < 5) {
    const WordView& w = r[i - 1];
    if (is_genitive(w.lower) && i >= 2) {
      // everything back to the beginning of the possessor
      uint32_t b = i - 1;
      while (b > floor && !r[b - 1].is(kFinite | kParticipleForm | kIngForm) &&
             !(r[b].capital && !r[b - 1].capital && r[b - 1].lower.ends_with("ed") &&
               r[b - 1].lower.find('-') == std::string_view::npos) &&
             (r.nounish(b - 1) || is_genitive(r[b - 1].lower) ||
              (r[b - 1].lower == "of" && b >= 2 && r.nounish(b - 2)) || r[b - 1].lower == ")" ||
              r[b - 1].lower == "(" || r[b - 1].is(kDeterminer))) {
        --b;
        if (r[b].is(kDeterminer) && !(b > floor && r[b - 1].lower == "of")) break;
      }
      while (b < i - 1 &&
             (r[b].is(kCoordinator | kPreposition) || is_genitive(r[b].lower) || r[b].is(kAdverb)))
        ++b;
      return {b, i - 1};
    }
    if (w.is(kPossessive) && w.is_word()) return {i - 1, i};
    if (w.capital && w.is_word() && i - 1 > floor && w.mention != kNone) {  // "Palestinian claims"
      return r.mentions[w.mention].contains(noun) ? Range{i - 1, i} : r.mentions[w.mention];
    }
    if (w.is(kDeterminer) || !r.nounish(i - 1) || w.is(kPreposition)) break;
    --i;
  }
  return {};
}

// "the belief that X did Y is mistaken": the clause ends before the verb that the noun itself is the subject
// of.
Range before_second_verb(const PageWords& r, Range content, bool infinitive) {
  uint32_t first = content.begin;
  if (infinitive)
    first += 2;
  else
    while (first < content.end && !r.is_finite_verb(first)) ++first;
  while (first < content.end && (r[first].is(kModal | kBe | kHave | kDo | kAdverb | kNegation | kFinite |
                                             kBaseVerb | kParticipleForm | kIngForm)))
    ++first;
  bool open = false;  // a clause of its own between
  for (uint32_t i = first; i < content.end; ++i) {
    const WordView& w = r[i];
    if (w.is_comma() || w.is(kSubordinator | kRelative | kCoordinator | kNominative) || w.is_mark())
      open = true;
    if (!open && i > first && w.is(kBe | kHave | kModal) && r.is_finite_verb(i) && r.nounish(i - 1))
      return r.trimmed({content.begin, i});
  }
  return content;
}

std::optional<Complement> noun_complement(const Drafting& page, const Cue& cue, uint32_t next,
                                          uint32_t limit) {
  const PageWords& r = page.reading;
  if (next >= limit) return std::nullopt;
  if (r[next].lower == "that" && cue.frames.has(Frame::kThat)) {
    const Range content = content_from(r, page.cues, next + 1, limit);
    // "reports that reached the ministry": a relative clause has its verb at once
    if (content.empty() || next + 1 >= limit || r.is_finite_verb(next + 1) ||
        r[next + 1].is(kModal | kBe | kHave))
      return std::nullopt;
    return Complement{before_second_verb(r, content, false), Frame::kThat, {}};
  }
  if (infinitive_at(r, next, limit) && cue.frames.has(Frame::kTo))
    return Complement{before_second_verb(r, content_from(r, page.cues, next, limit, Extent::kPhrase), true),
                      Frame::kTo,
                      {}};
  if (r[next].lower == "linking" && cue.frames.has(Frame::kLinking))
    return Complement{content_from(r, page.cues, next, limit), Frame::kLinking, {}};
  return prepositional(r, page.cues, cue, next, limit);
}

// Where the clause around a noun ends for what a preposition ties to it: before its verb.
Range before_verb(const PageWords& r, Range content) {
  for (uint32_t i = content.begin + 1; i < content.end; ++i) {
    if (r[i].is_comma()) return r.trimmed({content.begin, i});
    if (r.is_finite_verb(i)) {
      uint32_t end = i;
      while (end > content.begin && r[end - 1].is(kAdverb) && r[end - 1].traits == kAdverb) --end;
      return r.trimmed({content.begin, end});
    }
  }
  return content;
}

}  // namespace

bool read_noun(Drafting& page, uint32_t at, const CueMatch& match) {
  const PageWords& r = page.reading;
  const Cue& cue = *match.cue;
  const Range scope = scope_of(r, at);
  uint32_t next = at + match.words;
  for (uint32_t i = at; i > scope.begin && at - i < 3; --i)  // "no order to move", "no reports of"
    if (r[i - 1].lower == "no" || r[i - 1].lower == "without" || r[i - 1].lower == "any")
      return false;
    else if (!r.nounish(i - 1))
      break;
  Range source = holder(r, at, scope.begin);
  Circumstances found;
  if (next + 1 < scope.end &&
      (r[next].lower == "by" || (r[next].lower == "from" && !cue.frames.has(Frame::kFrom)) ||
       (r[next].lower == "of" && cue.frames.has(Frame::kThat) && !cue.frames.has(Frame::kOf)))) {
    const Range agent = noun_phrase_after(r, next + 1, scope.end);
    if (!agent.empty() && (r[agent.begin].mention != kNone || r[agent.begin].capital ||
                           r[agent.end - 1].capital || is_people_noun(r[agent.end - 1].lower))) {
      if (source.empty() || r[next].lower == "by") source = agent;
      next = agent.end;
    }
  }
  if (next + 1 < scope.end && (r[next].lower == "on" || r[next].lower == "about") &&
      cue.frames.has(Frame::kTo)) {
    const Range object = noun_phrase_after(r, next + 1, scope.end);
    if (!object.empty() && infinitive_at(r, object.end, scope.end))
      found.addressee = object, next = object.end;
  }
  next = skip_circumstances(r, next, scope.end, found);
  const auto complement = noun_complement(page, cue, next, scope.end);
  if (!complement) return false;
  // without a holder only an alleging noun speaks for itself ("the allegation that", "reports of"), and only
  // of a clause or deed
  const CueSense* sense = cue.sense(complement->frame);
  if (source.empty()) {
    if (sense == nullptr || sense->cue_class == CueClass::kWeak) return false;
    const bool plain = sense->act == Act::kPromise || sense->act == Act::kReject || cue.lemma == "decision" ||
                       cue.lemma == "plan" || cue.lemma == "desire" || cue.lemma == "wish" ||
                       cue.lemma == "warning" || cue.lemma == "threat";
    if (plain) return false;
  }
  // "the report of the committee": the document itself
  if (source.empty() && complement->frame == Frame::kOf && is_document_noun(cue.lemma) && at > scope.begin &&
      r[at - 1].lower == "the")
    return false;
  Range content = complement->content;
  if (complement->frame != Frame::kThat && complement->frame != Frame::kTo) content = before_verb(r, content);
  if (content.empty()) return false;
  if (complement->frame == Frame::kOf && r[content.begin].kind == WordKind::kNumber) return false;
  emit(page, cue, {at, at + match.words}, source, content, complement->frame, found, false);
  return true;
}

bool read_light_verb(Drafting& page, uint32_t at, const CueMatch& match) {
  const PageWords& r = page.reading;
  const Range scope = scope_of(r, at);
  const VerbGroup group = verb_group(r, at, match.forms, scope.begin);
  if (group.shape == VerbShape::kUnreal || group.shape == VerbShape::kParticiple ||
      group.shape == VerbShape::kPassive)
    return false;
  if (!is_verb(r[at].word_class)) return false;
  // "its deep", "a", "strong": a few words, then the noun
  const uint32_t begin = at + match.words;
  if (begin < scope.end && is_genitive(r[begin].lower)) return false;
  for (uint32_t i = begin; i < scope.end && i < begin + 6; ++i) {
    if (!r.nounish(i) && !r[i].is(kPossessive | kDeterminer) && !(i > begin && r[i].lower == "and"))
      return false;
    for (const CueMatch& noun : page.cues.at(i)) {
      if (noun.cue->kind != CueKind::kFeeling && noun.cue->kind != CueKind::kNoun) continue;
      Circumstances found;
      uint32_t next = skip_circumstances(r, i + noun.words, scope.end, found);
      uint32_t behind = i + noun.words;
      auto complement = noun_complement(page, *noun.cue, next, scope.end);
      if (!complement && next < scope.end && (r[next].lower == "saying" || r[next].lower == "stating")) {
        const uint32_t clause = next + 1 < scope.end && r[next + 1].lower == "that" ? next + 2 : next + 1;
        behind = clause;
        complement = Complement{content_from(r, page.cues, clause, scope.end), Frame::kThat, {}};
        next = clause;
      }
      if (!complement && next < scope.end && r[next].lower == ":") {
        const Range quoted = quotation_at(r, next + 1 < scope.end ? next + 1 : next);
        if (!quoted.empty()) complement = Complement{r.trimmed(quoted), Frame::kThat, {}};
      }
      if (!complement) continue;
      Range source;
      if (group.shape == VerbShape::kGerund) {
        source = inherited_source(page, scope, at);
      } else {
        source = noun_phrase_before(r, group.begin, scope.begin);
        if (source.empty() && group.begin > scope.begin &&
            (r[group.begin - 1].is(kCoordinator) || r[group.begin - 1].is_comma()))
          source = inherited_source(page, scope, at);
      }
      if (source.empty()) return false;
      circumstances_before(r, scope.begin, at, found);
      emit(page, *noun.cue, {at, behind}, source, complement->content, complement->frame, found, false);
      return true;
    }
  }
  return false;
}

bool read_adjective(Drafting& page, uint32_t at, const CueMatch& match) {
  const PageWords& r = page.reading;
  const Cue& cue = *match.cue;
  const Range scope = scope_of(r, at);
  uint32_t i = at;
  while (i > scope.begin && (r[i - 1].is(kAdverb) || r[i - 1].kind == WordKind::kOpenQuote)) --i;
  if (i == scope.begin) return false;
  const bool clitic = (r[i - 1].lower == "'s" || r[i - 1].lower == "’s") && i >= 2 && r[i - 2].is(kPronoun);
  if (!r[i - 1].is(kBe) && !clitic && r[i - 1].lower != "remains" && r[i - 1].lower != "remained" &&
      r[i - 1].lower != "felt" && r[i - 1].lower != "seemed")
    return false;
  uint32_t begin = i - 1;
  while (begin > scope.begin && r[begin - 1].is(kHave | kAdverb | kModal | kNegation)) {
    if (r[begin - 1].is(kModal | kNegation)) return false;
    --begin;
  }
  const Range source = noun_phrase_before(r, begin, scope.begin);
  if (source.empty() || (source.size() == 1 &&
                         (r[source.begin].lower == "it" || r[source.begin].lower == "this" ||
                          r[source.begin].lower == "that") &&
                         r[source.begin].mention == kNone))
    return false;
  if (r[source.begin].mention == kNone && !r[source.begin].capital && !r[source.begin].is(kPronoun) &&
      !is_people_noun(r[source.end - 1].lower))
    return false;
  const uint32_t next = at + match.words;
  if (next >= scope.end) return false;
  std::optional<Complement> found = noun_complement(page, cue, next, scope.end);
  if (!found && cue.frames.has(Frame::kThat)) {
    const Range content = content_from(r, page.cues, next, scope.end);
    if (next < scope.end && (r[next].is(kNominative) || r[next].is(kDeterminer)) && r.has_verb(content))
      found = Complement{content, Frame::kThat, {}};
  }
  if (!found && cue.frames.has(Frame::kIng) && r[next].is(kIngForm))
    found = Complement{content_from(r, page.cues, next, scope.end), Frame::kIng, {}};
  if (!found) return false;
  emit(page, cue, {at, at + match.words}, source, found->content, found->frame, found->circumstances, false);
  return true;
}

bool read_preposition(Drafting& page, uint32_t at, const CueMatch& match) {
  const PageWords& r = page.reading;
  const Range scope = scope_of(r, at);
  const uint32_t next = at + match.words;
  Range source = noun_phrase_after(r, next, scope.end);
  if (source.empty()) return false;
  // "according to the plan" is a manner of doing: whoever speaks is a person, a body or a document
  const WordView& head =
      r[std::min(r.first_with({source.begin + 1, source.end}, kPreposition), source.end) - 1];
  if (head.lower == "plan" || head.lower == "plans" || head.lower == "schedule" || head.lower == "rules" ||
      head.lower == "rule" || head.lower == "tradition" || head.lower == "need" || head.lower == "needs")
    return false;
  const bool leads = at == scope.begin || (at == scope.begin + 1 && !r[scope.begin].is_word()) ||
                     (at > scope.begin && r[at - 1].is(kCoordinator) && at <= scope.begin + 2);
  Draft draft;
  Range content;
  bool before = false;
  Range via;
  if (leads) {
    uint32_t comma = source.end;
    if (comma < scope.end && r[comma].is_comma() && comma + 2 < scope.end &&
        (r[comma + 1].lower == "quoting" || r[comma + 1].lower == "citing")) {
      const Range quoted = noun_phrase_after(r, comma + 2, scope.end);
      if (!quoted.empty()) {
        via = source;
        source = quoted;
        comma = quoted.end;
      }
    }
    while (comma < scope.end && !r[comma].is_comma()) {
      if (r.is_finite_verb(comma)) return false;
      ++comma;
    }
    if (comma >= scope.end) return false;
    // an apposition to the source: "according to X, the head of Y, ..."
    uint32_t start = comma + 1;
    const uint32_t horizon = std::min(scope.end, start + 14);
    for (uint32_t i = start; i < horizon; ++i) {
      if (r.is_finite_verb(i)) break;
      if (r[i].is_comma() &&
          (r[start].is(kDeterminer | kRelative | kPossessive) || is_office_noun(r[start].lower)) &&
          !r.has_verb({start, i})) {
        start = i + 1;
        break;
      }
    }
    content = content_from(r, page.cues, start, scope.end);
    if (content.size() < 2) return false;
  } else {
    before = true;
    uint32_t left = at;
    const bool tail = source.end >= scope.end || !r[source.end].is_word() ||
                      !r.has_verb({source.end, scope.end}) || r[at - 1].is_comma();
    if (r[left - 1].is_comma()) --left;
    // "..., when, according to him, the network ...": what it speaks for goes on behind
    if (left > scope.begin && left < at && r[left - 1].is(kSubordinator | kPreposition | kCoordinator) &&
        source.end + 2 < scope.end && r[source.end].is_comma()) {
      const Range rest = content_from(r, page.cues, source.end + 1, scope.end);
      if (!r.has_verb(rest)) return false;
      emit(page, *match.cue, {at, next}, source, rest, Frame::kThat, {}, false);
      return true;
    }
    Range front = content_to(r, left, r[at].quotation == kNone ? 0 : scope.begin);
    const bool clause =
        r.has_verb(front) || (r[at - 1].is_comma() && front.size() > 5) || r[front.begin].quotation != kNone;
    if (!tail || !clause) {  // in the midst of the clause: the whole sentence is the content
      const Range whole = r.trimmed({scope.begin, scope.end});
      if (!r.has_verb(whole) && !(front.begin == scope.begin && front.size() > 5)) return false;
      if (r.has_verb(whole)) front = whole;
    }
    content = front;
    if (content.size() < 2) return false;
  }
  draft.cue = match.cue;
  draft.sense = &match.cue->senses.front();
  draft.frame = before ? Frame::kTail : Frame::kThat;
  draft.cue_words = {at, next};
  draft.source = source;
  draft.content = content;
  draft.content_before = before;
  draft.via = via;
  page.drafts.push_back(draft);
  return true;
}

bool read_adverb(Drafting& page, uint32_t at, const CueMatch& match) {
  const PageWords& r = page.reading;
  const Range scope = scope_of(r, at);
  const uint32_t next = at + match.words;
  if (next >= scope.end) return false;
  // before an adjective or noun ("an allegedly stolen car") it colours one word only
  if (at > scope.begin && r[at - 1].is(kDeterminer | kPossessive | kPreposition)) return false;
  const Range subject = noun_phrase_before(r, at, scope.begin);
  const uint32_t begin = subject.empty() || r[subject.begin].is(kBe | kHave) ? scope.begin : subject.begin;
  Range content = content_from(r, page.cues, begin, scope.end);
  if (!r.has_verb(content) || !content.contains(at)) {
    content = r.trimmed(scope);
    if (!r.has_verb(content)) return false;
  }
  if (content.begin == at) content = r.trimmed({next, content.end});
  emit(page, *match.cue, {at, next}, {}, content, Frame::kThat, {}, false);
  return true;
}

}  // namespace hearsay::statements
