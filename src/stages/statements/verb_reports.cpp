#include "stages/statements/verb_reports.h"

#include <algorithm>

#include "stages/statements/circumstances.h"
#include "stages/statements/complement.h"
#include "stages/statements/noun_phrase.h"
#include "stages/statements/verb_group.h"
#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kGerundLeads =
    word_set("while after before when by without despite besides and or but including of in on for as");
constexpr auto kPluralPeople = word_set(
    "people police media press critics taliban staff military opposition both others many some most");

bool is_plural(const PageWords& r, Range phrase) {
  if (phrase.empty()) return false;
  uint32_t end = r.first_with({phrase.begin + 1, phrase.end}, kPreposition);
  if (end <= phrase.begin) end = phrase.end;
  for (uint32_t i = phrase.begin; i < end; ++i) {
    const WordView& w = r[i];
    if (w.word_class == WordClass::kNouns && !(i + 1 < end && is_noun(r[i + 1].word_class))) return true;
    if (w.is(kCoordinator) || kPluralPeople.contains(w.lower) || w.lower == "they" || w.lower == "we" ||
        w.lower == "i" || w.lower == "you" || w.lower == "these" || w.lower == "those" || w.lower == "who")
      return true;
  }
  const std::string_view head = r[end - 1].lower;
  return head.size() > 2 && head.back() == 's' && !head.ends_with("ss") && !head.ends_with("us") &&
         !head.ends_with("is") && head != "'s";
}

bool third_person(const PageWords& r, Range phrase) {
  if (phrase.empty()) return false;
  const std::string_view first = r[phrase.begin].lower;
  return first != "they" && first != "we" && first != "i" && first != "you";
}

// Whether what follows a present form speaks for a verb: a noun that happens to look alike has "of", a verb
// or a mark behind it.
bool verb_follows(const PageWords& r, uint32_t next, uint32_t limit, const Cue& cue) {
  if (next >= limit) return true;
  const WordView& w = r[next];
  if (w.lower == "of" && !cue.frames.has(Frame::kOf)) return false;
  return !(w.is(kBe | kHave | kModal) && r.is_finite_verb(next));
}

// A mark, comma or dash in front: what stands before it may be the content.
bool after_content(const PageWords& r, uint32_t at, uint32_t floor) {
  if (at <= floor) return false;
  const WordView& before = r[at - 1];
  return before.is_comma() || before.kind == WordKind::kCloseQuote || before.is_dash();
}

// Nothing of a content follows: the sentence ends, or a comma, or another clause begins.
bool nothing_follows(const PageWords& r, uint32_t at, uint32_t limit) {
  if (at >= limit) return true;
  const WordView& w = r[at];
  return !w.is_word() || w.is(kCoordinator | kPreposition | kSubordinator | kRelative | kIngForm) ||
         w.lower == "when" || w.lower == "urging";
}

// Where a report inside a subordinate clause has to end: "While he said A, he did B" ends before the main
// clause.
uint32_t subordinate_end(const PageWords& r, Range scope, uint32_t clause_begin, uint32_t next) {
  if (clause_begin <= scope.begin) return scope.end;
  const uint32_t lead = clause_begin - 1;
  if (!r[lead].is(kSubordinator | kPreposition) || r[lead].lower == "that" || r[lead].lower == "than")
    return scope.end;
  if (lead > scope.begin && !r[lead - 1].is(kCoordinator) && lead > scope.begin + 1) return scope.end;
  for (uint32_t i = next; i + 2 < scope.end; ++i) {
    if (r[i].kind == WordKind::kOpenQuote) {
      const Range quoted = quotation_at(r, i);
      if (!quoted.empty()) i = quoted.end;
      continue;
    }
    if (!r[i].is_comma() || !(r[i + 1].is(kSubjectPronoun | kDeterminer | kPossessive) || r[i + 1].capital))
      continue;
    const Range subject = noun_phrase_after(r, i + 1, scope.end);
    if (!subject.empty() && subject.end < scope.end && r.is_finite_verb(subject.end) && r.has_verb({next, i}))
      return i;
  }
  return scope.end;
}

// Right behind the closing mark of something said.
bool behind_speech(const PageWords& r, uint32_t at) {
  uint32_t i = at;
  if (i > 0 && (r[i - 1].is_comma() || r[i - 1].is_dash())) --i;
  return i > 1 && r[i - 1].kind == WordKind::kCloseQuote && r[i - 2].quotation != kNone &&
         r.quotations[r[i - 2].quotation].speech;
}

void emit(Drafting& page, uint32_t at, const CueMatch& match, Range source, Range content, Frame frame,
          const Circumstances& found, bool before, bool passive, bool inherited) {
  Draft draft;
  draft.cue = match.cue;
  draft.frame = frame;
  draft.sense = match.cue->sense(frame);
  if (draft.sense == nullptr) draft.sense = &match.cue->senses.front();
  draft.cue_words = {at, at + match.words};
  if (frame == Frame::kAlone) draft.cue_words.end = content.begin;
  draft.source = source;
  draft.content = content;
  draft.circumstances = found;
  draft.content_before = before;
  draft.passive = passive;
  draft.source_inherited = inherited;
  page.drafts.push_back(draft);
}

// "declined to comment on the report": what is declined belongs to the cue where something follows it.
void widen_declining(const PageWords& r, Draft& draft) {
  if (draft.sense == nullptr || draft.sense->cue_class != CueClass::kDecline || draft.frame != Frame::kTo ||
      draft.content.size() < 4)
    return;
  if (r[draft.content.begin + 1].lower != "comment" || !r[draft.content.begin + 2].is(kPreposition)) return;
  draft.cue_words.end = draft.content.begin + 2;
  draft.content.begin += 3;
}

// Words before `at` from which a subject may be sought: not past the last quotation of the sentence.
uint32_t subject_floor(const PageWords& r, Range scope, uint32_t at) {
  uint32_t floor = scope.begin;
  for (uint32_t i = scope.begin; i < at; ++i)
    if (r[i].kind == WordKind::kCloseQuote && r[at].quotation == kNone && i > 0 &&
        (r[i - 1].quotation == kNone || r.quotations[r[i - 1].quotation].speech))
      floor = i + 1;
  return floor;
}

Range agent_after(const PageWords& r, uint32_t at, uint32_t limit, uint32_t& end) {
  Circumstances passed;
  const uint32_t next = skip_circumstances(r, at, limit, passed);
  end = at;
  if (next + 1 >= limit || r[next].lower != "by") return {};
  const Range agent = noun_phrase_after(r, next + 1, limit);
  if (!agent.empty()) end = agent.end;
  return agent;
}

bool read_passive(Drafting& page, uint32_t at, const CueMatch& match, const VerbGroup& group, Range scope,
                  uint32_t floor) {
  const PageWords& r = page.reading;
  const Cue& cue = *match.cue;
  uint32_t next = at + match.words;
  uint32_t behind_agent = next;
  const Range agent = agent_after(r, next, scope.end, behind_agent);
  Range subject = noun_phrase_before(r, group.begin, floor);
  if (subject.empty() && group.begin > scope.begin && r[group.begin - 1].is(kCoordinator))
    subject = clause_subject(r, scope.begin, group.begin);
  Circumstances found;
  next = skip_circumstances(r, behind_agent, scope.end, found);
  const bool it = !subject.empty() && r[subject.begin].lower == "it" && subject.size() == 1;
  if (it && cue.frames.has(Frame::kThat)) {
    if (next < scope.end && (r[next].lower == "that" || !nothing_follows(r, next, scope.end))) {
      const Range content = content_from(r, page.cues, r[next].lower == "that" ? next + 1 : next, scope.end);
      if (content.size() > 1 && r.has_verb(content))
        return emit(page, at, match, agent, content, Frame::kThat, found, false, true, false), true;
    }
    if (cue.frames.has(Frame::kTail) && after_content(r, subject.begin, scope.begin) &&
        nothing_follows(r, next, scope.end)) {
      const Range content = content_to(r, subject.begin, scope.begin);
      if (content.size() > 2)
        return emit(page, at, match, agent, content, Frame::kTail, found, true, true, false), true;
    }
    return false;
  }
  if (subject.empty()) return false;
  if (infinitive_at(r, next, scope.end)) {
    if (cue.frames.has(Frame::kRaised) && !cue.frames.has(Frame::kObjTo))
      return emit(page, at, match, agent, content_from(r, page.cues, subject.begin, scope.end),
                  Frame::kRaised, found, false, true, false),
             true;
    if (cue.frames.has(Frame::kRaised) && cue.cue_class() != CueClass::kSay)
      return emit(page, at, match, agent, content_from(r, page.cues, subject.begin, scope.end),
                  Frame::kRaised, found, false, true, false),
             true;
    if (cue.frames.has(Frame::kObjTo)) {
      found.addressee = subject;
      return emit(page, at, match, agent, content_from(r, page.cues, next, scope.end), Frame::kObjTo, found,
                  false, true, false),
             true;
    }
    return false;
  }
  if (next < scope.end && r[next].lower == "that" && cue.frames.has(Frame::kObjThat)) {
    found.addressee = subject;
    return emit(page, at, match, agent, content_from(r, page.cues, next + 1, scope.end), Frame::kObjThat,
                found, false, true, false),
           true;
  }
  if (next + 1 < scope.end && ((r[next].lower == "of" && cue.frames.has(Frame::kObjOf)) ||
                               (r[next].lower == "for" && cue.frames.has(Frame::kObjFor) && !agent.empty())))
    return emit(page, at, match, agent, content_from(r, page.cues, next + 1, scope.end),
                r[next].lower == "of" ? Frame::kObjOf : Frame::kObjFor, found, false, true, false),
           true;
  if (next + 1 < scope.end && r[next].lower == "with" && cue.frames.has(Frame::kObjWith)) {
    Range content = content_from(r, page.cues, next + 1, scope.end), by = agent;
    for (uint32_t i = content.begin + 1; i + 1 < content.end; ++i)
      if (r[i].lower == "by") {
        by = noun_phrase_after(r, i + 1, content.end);
        content.end = i;
        break;
      }
    found.addressee = subject;
    if (!by.empty())
      return emit(page, at, match, by, content, Frame::kObjWith, found, false, true, false), true;
  }
  if (next + 1 < scope.end && r[next].lower == "as" && cue.frames.has(Frame::kAs) &&
      (!agent.empty() || r[next + 1].kind == WordKind::kOpenQuote)) {
    const bool quoted = !quotation_at(r, next + 1).empty();
    const Range words =
        quoted ? r.trimmed(quotation_at(r, next + 1)) : content_from(r, page.cues, subject.begin, scope.end);
    return emit(page, at, match, agent, words, Frame::kAs, found, false, true, false), true;
  }
  const bool people = !agent.empty() && (r[agent.begin].mention != kNone ||
                                         is_people_noun(r[agent.end - 1].lower) || r[agent.end - 1].capital);
  if ((people && cue.frames.has(Frame::kNp) && cue.cue_class() == CueClass::kSay) ||
      cue.frames.has(Frame::kPassive)) {
    Range content = subject;
    if (r[subject.begin].is(kSubjectPronoun) && subject.size() == 1) return false;
    return emit(page, at, match, agent, content, cue.frames.has(Frame::kNp) ? Frame::kNp : Frame::kPassive,
                found, true, true, false),
           true;
  }
  return false;
}

// "groups described by Washington as ...", "an idea floated by the president", "a deal announced on Monday by
// the minister".
bool read_participle(Drafting& page, uint32_t at, const CueMatch& match, Range scope, uint32_t floor) {
  const PageWords& r = page.reading;
  const Cue& cue = *match.cue;
  uint32_t behind = at;
  const Range agent = agent_after(r, at + match.words, scope.end, behind);
  if (agent.empty()) return false;
  Circumstances found;
  const uint32_t next = skip_circumstances(r, behind, scope.end, found);
  if (next + 1 < scope.end && r[next].lower == "as" && cue.frames.has(Frame::kAs))
    return emit(
               page, at, match, agent,
               [&] {
                 const Range quoted = quotation_at(r, next + 1);
                 return quoted.empty() ? content_from(r, page.cues, next + 1, scope.end) : r.trimmed(quoted);
               }(),
               Frame::kAs, found, false, true, false),
           true;
  if (!cue.frames.has(Frame::kNp) || cue.cue_class() == CueClass::kThought ||
      cue.cue_class() == CueClass::kWeak)
    return false;
  uint32_t end = at;
  if (end > floor && r[end - 1].is_comma()) --end;
  Range subject = noun_phrase_before(r, end, floor);
  if (subject.empty() || (subject.size() == 1 && r[subject.begin].is(kSubjectPronoun))) return false;
  for (uint32_t i = subject.end;
       i-- > subject.begin + 1;)  // the nearest phrase: "a reference to an idea floated by"
    if (r[i].is(kPreposition) && r[i].lower != "of" && i + 1 < subject.end) {
      subject.begin = i + 1;
      break;
    }
  const bool named =
      r[agent.begin].mention != kNone || r[agent.end - 1].capital || is_people_noun(r[agent.end - 1].lower);
  if (!named) return false;
  return emit(page, at, match, agent, subject, Frame::kNp, found, true, true, false), true;
}

// "could not verify the account", "the account could not be verified": the saying of one who can't say.
bool read_unverified(Drafting& page, uint32_t at, const CueMatch& match, const VerbGroup& group, Range scope,
                     uint32_t floor) {
  const PageWords& r = page.reading;
  if (match.cue->lemma != "verify" && match.cue->lemma != "corroborate" && match.cue->lemma != "confirm")
    return false;
  bool could = false, negated = false, passive = false;
  for (uint32_t i = group.begin; i < at; ++i) {
    could =
        could || r[i].lower == "could" || r[i].lower == "can" || r[i].lower == "cannot" || r[i].lower == "ca";
    negated = negated || r[i].is(kNegation);
    passive = passive || r[i].lower == "be";
  }
  const Range subject = noun_phrase_before(r, group.begin, floor);
  if (!could || !negated || subject.empty()) return false;
  Circumstances found;
  const uint32_t next = skip_circumstances(r, at + match.words, scope.end, found);
  const Range object =
      passive ? subject
              : content_from(r, page.cues, next < scope.end && r[next].lower == "that" ? next + 1 : next,
                             scope.end, Extent::kPhrase);
  if (object.empty()) return false;
  emit(page, at, match, passive ? Range{} : subject, object, Frame::kNp, found, passive, passive, false);
  static const CueSense kUnverified{Act::kAssert, ActDetail::kCannotVerify, {}, CueClass::kDecline};
  page.drafts.back().sense = &kUnverified;
  return true;
}

bool read_gerund(Drafting& page, uint32_t at, const CueMatch& match, Range scope, uint32_t floor) {
  const PageWords& r = page.reading;
  uint32_t lead = at;
  while (lead > floor && r[lead - 1].is(kAdverb) && r[lead - 1].traits == kAdverb) --lead;
  Range source;
  bool inherited = false;
  if (lead > floor && !r[lead - 1].is_comma() && !r[lead - 1].is_dash() &&
      (r[lead - 1].is_word() || r[lead - 1].lower == ")") && !kGerundLeads.contains(r[lead - 1].lower)) {
    source = noun_phrase_before(r, lead, floor);
    if (source.empty()) return false;
    // "met the minister saying that" is rare; "critics saying" and "a resolution calling for" are not
    if (source.size() == 1 && r[source.begin].is(kPronoun)) return false;
    const uint32_t head =
        std::max(source.begin + 1, r.first_with({source.begin + 1, source.end}, kPreposition)) - 1;
    const bool speaker = r[head].mention != kNone || r[head].capital || r[head].lower == ")" ||
                         is_people_noun(r[head].lower) || is_office_noun(r[head].lower) ||
                         is_document_noun(r[head].lower);
    if (!speaker || r[source.begin].is(kIngForm)) {
      source = inherited_source(page, scope, at);
      inherited = true;
    }
  } else if (lead > scope.begin && (lead > floor || r[lead - 1].kind == WordKind::kCloseQuote)) {
    source = inherited_source(page, scope, at);
    inherited = true;
  }
  if (source.empty()) {  // "Rebutting the claim, Balkhi said": the subject follows
    for (uint32_t i = at + match.words; i < scope.end && source.empty(); ++i)
      if (r[i].is_comma()) source = clause_subject(r, i + 1, scope.end);
    inherited = true;
  }
  if (source.empty()) return false;
  const bool named = r[source.begin].capital || r[source.begin].mention != kNone ||
                     r[source.begin].is(kDeterminer | kPossessive | kPronoun) || source.size() > 0;
  if (!named) return false;
  const auto found = complement_after(r, page.cues, *match.cue, at + match.words, scope.end);
  if (!found) return false;
  if (match.cue->cue_class() == CueClass::kThought && found->frame != Frame::kThat) return false;
  emit(page, at, match, source, found->content, found->frame, found->circumstances, false, false, inherited);
  return true;
}

}  // namespace

Range scope_of(const PageWords& r, uint32_t at) {
  Range scope = r.sentence(at);
  if (r[at].quotation != kNone && r.quotations[r[at].quotation].speech) {
    const Range inner = r.quotations[r[at].quotation].inner;
    scope = {std::max(scope.begin, inner.begin), std::min(scope.end, inner.end)};
  }
  return scope;
}

Range inherited_source(const Drafting& page, Range scope, uint32_t at) {
  for (size_t d = page.drafts.size(); d-- > 0;) {
    const Draft& draft = page.drafts[d];
    if (draft.cue_words.begin < scope.begin || draft.passive) continue;
    if (draft.cue_words.begin >= at || draft.source.empty()) continue;
    bool nested = false;  // what somebody else's content reports has another subject
    for (const Draft& other : page.drafts)
      nested = nested ||
               (&other != &draft && other.content.contains(draft.cue_words) && !other.content.contains(at));
    if (nested) continue;
    if (draft.cue != nullptr && draft.cue->kind == CueKind::kVerb && !(draft.content.contains(at)) &&
        (page.reading[draft.cue_words.begin].quotation == page.reading[at].quotation))
      return draft.source;
  }
  const Range subject = clause_subject(page.reading, scope.begin, at);
  return subject.empty() && page.reading[scope.begin].is(kNominative) ? Range{scope.begin, scope.begin + 1}
                                                                      : subject;
}

// "a commander who gave his name as Abel said": the subject stands before an open relative clause, not inside
// it.
Range relative_antecedent(const PageWords& r, Range subject, uint32_t verb, uint32_t floor) {
  if (subject.empty() || subject.begin <= floor + 1) return {};
  for (uint32_t i = subject.begin; i-- > floor + 1 && verb - i < 24;) {
    if (r[i].is_comma() || r[i].is_mark() || r[i].is_dash() || r[i].is(kCoordinator)) return {};
    if (r[i].lower != "who") continue;
    // directly behind "who" the verb has its own subject there: "a man who Falk said was"
    if (!r.has_verb({i + 1, subject.begin})) return {};
    return noun_phrase_before(r, i + 1, floor);
  }
  return {};
}

bool read_verb(Drafting& page, uint32_t at, const CueMatch& match) {
  const PageWords& r = page.reading;
  const Cue& cue = *match.cue;
  const Range scope = scope_of(r, at);
  const uint32_t floor = subject_floor(r, scope, at);
  const VerbGroup group = verb_group(r, at, match.forms, floor);
  const uint32_t next = at + match.words;
  if (group.shape == VerbShape::kUnreal && read_unverified(page, at, match, group, scope, floor)) return true;
  switch (group.shape) {
    case VerbShape::kUnreal:
      return false;
    case VerbShape::kPassive:
      return read_passive(page, at, match, group, scope, floor);
    case VerbShape::kGerund:
      return read_gerund(page, at, match, scope, floor);
    case VerbShape::kParticiple:
      return read_participle(page, at, match, scope, floor);
    case VerbShape::kFinite:
      break;
  }
  if (group.begin > floor && r[group.begin - 1].is(kDeterminer) && !r[group.begin - 1].is(kSubjectPronoun))
    return false;
  const bool as_lead = group.begin > scope.begin && r[group.begin - 1].lower == "as";
  if (group.maybe_finite && next < scope.end && !as_lead) {
    uint32_t behind = next;
    Circumstances means;  // "said by telephone" names no agent
    const bool by = r[next].lower == "by" && skip_circumstances(r, next, scope.end, means) == next;
    if (by || !agent_after(r, next, scope.end, behind).empty()) {
      if (read_participle(page, at, match, scope, floor)) return true;
      if (by) return false;
    }
  }
  const bool present = !(match.forms & kPast) && group.begin == at;
  // "an independent state", "member states": what reads as a noun is a verb only where a clause or quotation
  // follows
  if (present && !is_verb(r[at].word_class)) {
    if (next >= scope.end) return false;
    const WordView& w = r[next];
    if (!(w.lower == "that" || w.kind == WordKind::kOpenQuote || w.is(kNominative) ||
          (w.lower == "it" && match.forms & kThird)))
      return false;
  }
  if (present && !verb_follows(r, next, scope.end, cue)) return false;

  Range subject = noun_phrase_before(r, group.begin, floor);
  if (const Range antecedent = relative_antecedent(r, subject, group.begin, floor); !antecedent.empty())
    subject = antecedent;
  // "no group claimed", "nobody said": no saying took place
  if (!subject.empty() && (r[subject.begin].lower == "no" || r[subject.begin].lower == "nobody" ||
                           r[subject.begin].lower == "none" || r[subject.begin].lower == "neither"))
    return false;
  if (!subject.empty() && present) {
    if (match.forms & kBase && !(match.forms & kThird) && !is_plural(r, subject)) return false;
    if (match.forms & kThird && !(match.forms & kBase) && !third_person(r, subject)) return false;
    // "shells hit police posts": a plural has no third person
    const uint32_t head = r.first_with({subject.begin + 1, subject.end}, kPreposition) - 1;
    if (match.forms & kThird && !(match.forms & kBase) && r[head].word_class == WordClass::kNouns &&
        !r[head].capital)
      return false;
  }
  if (group.maybe_finite && group.begin == at) {  // "the deal announced last week pleases brokers"
    Circumstances passed;
    const uint32_t after = skip_circumstances(r, next, scope.end, passed);
    if (after < scope.end && after > next && r.is_finite_verb(after)) return false;
  }
  Circumstances around;
  bool inherited = false;
  const bool tells = cue.frames.has(Frame::kQuote) || cue.frames.has(Frame::kTail);
  if (subject.empty()) {
    // inverted: "..., said X"; "As explained X, ..."
    const bool inverts = match.forms & (kPast | kThird) || (match.forms & kBase && is_verb(r[at].word_class));
    if (tells && inverts && (after_content(r, group.begin, scope.begin) || as_lead)) {
      uint32_t from = next;
      bool agent = false;
      if (from < scope.end && r[from].lower == "by") ++from, agent = true;
      Range behind = noun_phrase_after(r, from, scope.end);
      if (!behind.empty() && !r[behind.begin].is(kPronoun)) {
        Circumstances found;
        const uint32_t after = skip_circumstances(r, behind.end, scope.end, found);
        if (as_lead && after < scope.end && r[after].is_comma() && group.begin <= scope.begin + 8) {
          const Range content = content_from(r, page.cues, after + 1, scope.end);
          if (content.size() > 2)
            return emit(page, at, match, behind, content, Frame::kTail, found, false, agent, false), true;
        }
        if (!as_lead || after_content(r, group.begin - 1, scope.begin)) {
          const Range content = content_to(r, as_lead ? group.begin - 1 : group.begin,
                                           r[at].quotation == kNone ? 0 : scope.begin);
          const bool clause =
              after >= scope.end || !r[after].is_word() ||
              r[after].is(kPreposition | kCoordinator | kIngForm | kRelative | kSubordinator | kAdverb) ||
              r[after].time != kNone;
          if (content.size() > 1 && clause && !(content.overlaps({at, next})))
            return emit(page, at, match, behind, content, Frame::kTail, found, true, agent, false), true;
        }
      }
      if (as_lead) return false;
    }
    // a further verb of the same subject: "and again said", ", then added"
    uint32_t lead = group.begin;
    while (lead > scope.begin && r[lead - 1].is(kAdverb) && r[lead - 1].mention == kNone) --lead;
    if (lead > scope.begin && (match.forms & (kPast | kThird) || group.begin < at) &&
        (r[lead - 1].is(kCoordinator) || r[lead - 1].is_comma())) {
      subject = inherited_source(page, scope, at);
      inherited = true;
    }
    // "groups described as “moderates” refused": marks around a few words stand between
    if (subject.empty() && group.begin > floor + 1 && r[group.begin - 1].kind == WordKind::kCloseQuote &&
        r[group.begin - 2].quotation != kNone && !r.quotations[r[group.begin - 2].quotation].speech &&
        !tells) {
      uint32_t from = group.begin - 2;
      while (from > floor && !r[from - 1].is(kSubordinator) && !r[from - 1].is_comma()) --from;
      uint32_t verb = from + 1;
      while (verb < group.begin && !r[verb].is(kFinite | kParticipleForm | kBe)) ++verb;
      subject = noun_phrase_before(r, verb, from);
      inherited = true;
    }
    // "the groups who wrote to her on Thursday say": a relative clause stands between
    if (subject.empty() && is_verb(r[at].word_class) && match.forms & (kPast | kThird | kBase) &&
        !inherited) {
      uint32_t rel = group.begin;
      while (rel > floor + 1 &&
             !(r[rel - 1].is(kRelative) && r[rel - 1].lower != "whose" && r[rel - 1].lower != "whom") &&
             r[rel - 1].is_word() && group.begin - rel < 24)
        --rel;
      if (rel > floor + 1 && r[rel - 1].is(kRelative) && r.has_verb({rel, group.begin}))
        subject = noun_phrase_before(r, rel, floor);
      if (!subject.empty() && present && match.forms & kBase && !(match.forms & kThird) &&
          !is_plural(r, subject))
        subject = {};
    }
    if (subject.empty()) return false;
  }
  const bool relative = group.begin > subject.end && !inherited && r[group.begin - 1].is(kRelative);
  if (is_document_noun(r[subject.end - 1].lower) && group.begin == at &&
      (cue.lemma == "post" || cue.lemma == "publish" || cue.lemma == "release" || cue.lemma == "issue"))
    return false;
  const uint32_t clause_begin = inherited ? group.begin : subject.begin;
  if (!inherited && as_lead) return false;
  circumstances_before(r, subject.end > clause_begin ? subject.end : clause_begin, at, around);

  const bool tail_place =
      !inherited && !relative && after_content(r, clause_begin, scope.begin) && cue.frames.has(Frame::kTail);
  const uint32_t limit = subordinate_end(r, scope, clause_begin, next);
  const auto add_around = [&](Circumstances found) {
    if (found.when.empty()) found.when = around.when;
    if (found.channel.empty()) found.channel = around.channel;
    return found;
  };
  const auto found = complement_after(r, page.cues, cue, next, limit);
  // behind a quotation a bare noun phrase is hardly the content: "...," X told reporters
  const bool plain =
      found && found->frame == Frame::kNp && tail_place && r[clause_begin - 1].kind == WordKind::kCloseQuote;
  if (found && !plain) {
    Complement complement = *found;
    Circumstances circumstances = add_around(complement.circumstances);
    if (!inherited && !(tail_place && complement.content.begin < clause_begin))
      circumstances_before(r, scope.begin, clause_begin, circumstances);
    const CueClass cue_class =
        cue.sense(complement.frame) != nullptr ? cue.sense(complement.frame)->cue_class : cue.cue_class();
    if (cue_class == CueClass::kShow && !(is_document_noun(r[subject.end - 1].lower) || [&] {
          for (uint32_t i = subject.begin; i < subject.end; ++i)
            if (is_document_noun(r[i].lower)) return true;
          return false;
        }()))
      return false;
    if (cue_class == CueClass::kWeak && r[subject.begin].mention == kNone && !r[subject.begin].capital &&
        !r[subject.begin].is(kPronoun) && !is_people_noun(r[subject.end - 1].lower))
      return false;
    // "..., he said, "..."": the quotation goes on behind its cue within one sentence
    if (tail_place && complement.frame == Frame::kQuote &&
        r[clause_begin - 1].kind == WordKind::kCloseQuote) {
      const Range left = content_to(r, clause_begin, r[at].quotation == kNone ? 0 : scope.begin);
      const bool open_end =
          clause_begin >= 2 && (r[clause_begin - 2].is_comma() || r[clause_begin - 2].is_dash());
      if (!left.empty() && open_end && !r[complement.content.begin].capital) {
        return emit(page, at, match, subject, {left.begin, complement.content.end}, Frame::kTail,
                    circumstances, true, false, inherited),
               true;
      }
      if (!left.empty())
        emit(page, at, match, subject, left, Frame::kTail, circumstances, true, false, inherited);
    }
    // a repeated "that" makes two statements
    if (complement.frame == Frame::kThat && next < complement.content.begin &&
        r[complement.content.begin - 1].lower == "that") {
      for (uint32_t i = complement.content.begin + 2; i + 3 < complement.content.end; ++i) {
        if (!(r[i].lower == "and" || r[i].lower == "but") || r[i + 1].lower != "that" ||
            r[i].quotation != r[at].quotation || r.is_finite_verb(i + 2))
          continue;
        emit(page, at, match, subject, r.trimmed({complement.content.begin, i}), complement.frame,
             circumstances, false, false, inherited);
        complement.content = r.trimmed({i + 2, complement.content.end});
        break;
      }
    }
    emit(page, at, match, subject, complement.content, complement.frame, circumstances, false, false,
         inherited);
    widen_declining(r, page.drafts.back());
    return true;
  }
  if (tail_place) {
    Circumstances circumstances;
    uint32_t after = next;
    if (cue.frames.has(Frame::kObjThat)) {
      const Range object = noun_phrase_after(r, after, scope.end, Attached::kOf);
      if (!object.empty()) circumstances.addressee = object, after = object.end;
    }
    after = skip_circumstances(r, after, scope.end, circumstances);
    if (!nothing_follows(r, after, scope.end) && !plain && !behind_speech(r, clause_begin)) return false;
    Range content = content_to(r, clause_begin, r[at].quotation == kNone ? 0 : scope.begin);
    if (content.size() < 2) return false;
    if (r[clause_begin - 1].kind != WordKind::kCloseQuote && !r.may_be_clause(content) &&
        !(clause_begin > 1 && r[clause_begin - 2].kind == WordKind::kCloseQuote) &&
        !(after < scope.end && r[after].is_comma() && r.has_verb({after + 1, scope.end})))
      return false;
    // "The attack, officials said, killed ten": the clause goes on behind
    if (after < scope.end && r[after].is_comma() && after + 1 < scope.end && !r.has_verb(content) &&
        r[clause_begin - 1].is_comma()) {
      const Range rest = r.trimmed({after + 1, scope.end});
      if (r.has_verb({after + 1, scope.end}) && !r[after + 1].is(kIngForm | kCoordinator))
        content = {content.begin, rest.end};
    }
    return emit(page, at, match, subject, content, Frame::kTail, add_around(circumstances), true, false,
                inherited),
           true;
  }
  // "accusations Moscow has denied": the object stands in front of the subject
  if (!found && !inherited && !tail_place && cue.frames.has(Frame::kNp) &&
      cue.cue_class() == CueClass::kSay && clause_begin > floor && r.nounish(clause_begin - 1) &&
      r[subject.begin].mention != kNone && nothing_follows(r, next, scope.end)) {
    const Range object = noun_phrase_before(r, clause_begin, floor);
    if (!object.empty() && object.end == clause_begin)
      return emit(page, at, match, subject, object, Frame::kNp, around, true, false, false), true;
  }
  // "The attack killed ten, X said" is a tail; "X said" alone, a quotation standing before it in the text, is
  // one without comma
  if (!inherited && cue.lemma == "say" && match.forms & kPast && nothing_follows(r, next, scope.end) &&
      clause_begin > scope.begin) {
    // "... of the city local activists said": no comma, but a whole clause before
    const Range left = {scope.begin, clause_begin};
    if (r[clause_begin - 1].is_word() && r.has_verb(left) && !r.is_finite_verb(clause_begin - 1) &&
        left.size() > 5 && next < scope.end && r[next].lower == ".")
      return emit(page, at, match, subject, r.trimmed(left), Frame::kTail, around, true, false, false), true;
  }
  return false;
}

}  // namespace hearsay::statements
