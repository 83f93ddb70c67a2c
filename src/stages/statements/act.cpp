#include "stages/statements/act.h"

#include <algorithm>

#include "stages/statements/complement.h"
#include "stages/statements/noun_phrase.h"
#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kReady = word_set("ready willing prepared open committed");
constexpr uint32_t kSentencesAsked = 6;
constexpr auto kForces = word_set(
    "forces army troops soldiers militia militias fighters gunmen rebels militants terrorists regime "
    "government police occupation "
    "military group groups jets navy coalition insurgents mercenaries settlers snipers");
constexpr auto kOwnBody = word_set(
    "country government nation army forces side party ministry movement people men fighters soldiers troops "
    "company office team group unit units agency");
constexpr auto kObliging = word_set("must should ought");

// Words of the main clause of the content: its subject and the words from its verb on.
struct Clause {
  Range subject;
  uint32_t verb = 0;  // first word of the verb group
  uint32_t end = 0;
};

Clause main_clause(const PageWords& r, Range content) {
  Clause clause;
  clause.end = content.end;
  clause.verb = content.end;
  for (uint32_t i = content.begin; i < content.end; ++i) {
    if (r[i].lower == "]" && i > content.begin + 1 && r[i - 1].is(kPronoun) &&
        i + 1 < content.end) {  // "[We] urge"
      clause.subject = {i - 1, i};
      clause.verb = i + 1;
      break;
    }
    const bool bare_verb = r[i].is(kBaseVerb) && i > content.begin &&
                           (r[i - 1].is(kNominative) || r[i - 1].lower == "]" || r[i - 1].is(kAdverb));
    if (!r.is_finite_verb(i) && !bare_verb) continue;
    const Range subject = noun_phrase_before(r, i, content.begin);
    if (subject.empty()) continue;
    if (subject.begin > content.begin && r[subject.begin - 1].is(kSubordinator))
      continue;  // "if X ..., Y ..."
    clause.subject = subject;
    clause.verb = i;
    break;
  }
  return clause;
}

bool contains_sign(const PageWords& r, const ActLexicon& words, Range range, uint16_t sign,
                   uint32_t reach = 200) {
  for (uint32_t i = range.begin; i < range.end && i < range.begin + reach; ++i) {
    if (!(words.signs(r[i].lower) & sign)) continue;
    // "no serious breach"
    const bool none =
        (sign & kWrong) && ((i > 0 && (r[i - 1].lower == "no" || r[i - 1].lower == "without")) ||
                            (i > 1 && (r[i - 2].lower == "no" || r[i - 2].lower == "without")));
    if (!none) return true;
  }
  return false;
}

uint32_t find_word(const PageWords& r, Range range, std::string_view word) {
  for (uint32_t i = range.begin; i < range.end; ++i)
    if (r[i].lower == word) return i;
  return range.end;
}

void conditions(const PageWords& r, const Draft& draft, Doing& doing) {
  const Range c = draft.content;
  for (uint32_t i = c.begin; i + 1 < c.end; ++i) {
    const bool exchange = r[i].lower == "in" && i + 2 < c.end &&
                          (r[i + 1].lower == "exchange" || r[i + 1].lower == "return") &&
                          r[i + 2].lower == "for";
    const bool on =
        r[i].lower == "on" && i + 2 < c.end && r[i + 1].lower == "condition" && r[i + 2].lower == "that";
    if (r[i].lower != "unless" && r[i].lower != "if" && !exchange && r[i].lower != "provided" &&
        !(on && r[i + 1].lower == "condition"))
      continue;
    const uint32_t begin = exchange || on ? std::min(c.end, i + 3) : r[i + 1].lower == "that" ? i + 2 : i + 1;
    uint32_t end = c.end;
    if (i <= c.begin + 1)  // the condition comes first: up to its comma
      for (uint32_t j = begin; j < c.end; ++j)
        if (r[j].is_comma() || r[j].lower == "then") {
          end = j;
          break;
        }
    doing.condition = r.trimmed({begin, end});
    break;
  }
  for (uint32_t i = c.begin; i < c.end; ++i) {
    if (r[i].lower != "by" && r[i].lower != "before" && r[i].lower != "until" && r[i].lower != "within" &&
        r[i].lower != "than")
      continue;
    if (i + 1 < c.end && r[i + 1].time != kNone) {
      doing.deadline_time = r[i + 1].time;
      doing.deadline = r.times[r[i + 1].time];
      break;
    }
  }
}

// Somebody who can do violence: forces, a state, a named group, not "the attack" or "shelling".
bool can_act(const PageWords& r, Range subject) {
  if (subject.empty()) return false;
  const uint32_t m = r[subject.end - 1].mention;
  if (m != kNone && r.document->mentions[m].actor != kNone) return true;
  return kForces.contains(r[subject.end - 1].lower) || is_people_noun(r[subject.end - 1].lower) ||
         (r[subject.end - 1].capital && r[subject.begin].capital);
}

// A later clause may be the demand: "they promised to leave, and they need to".
bool demands_later(const PageWords& r, Range content, Range rest) {
  for (uint32_t i = rest.begin; i + 1 < rest.end; ++i)
    if ((r[i].lower == "needs" && r[i + 1].lower == "to") ||
        (r[i].lower == "must" && i > content.begin && r[i - 1].lower != "we"))
      return true;
  return false;
}

// What the clause's words add up to where its cue says no more than "said".
Act act_of_clause(const PageWords& r, const Occurrences& cues, const ActLexicon& words, const Draft& draft,
                  Range& addressee) {
  const Range c = draft.content;
  const Clause clause = main_clause(r, c);
  const bool quoted = r[c.begin].quotation != kNone;
  const bool self = speaks_of_self(r, draft, clause.subject);
  const Range rest{clause.verb, std::min<uint32_t>(clause.end, clause.verb + 30)};
  const Range near{clause.verb, std::min<uint32_t>(clause.end, clause.verb + 12)};

  // "its readiness to", "his support for": an object that names what is done
  if (draft.frame == Frame::kNp && r[c.begin].is(kPossessive))
    for (uint32_t i = c.begin + 1; i < c.end && i < c.begin + 5; ++i)
      for (const CueMatch& match : cues.at(i))
        if ((match.cue->kind == CueKind::kFeeling || match.cue->kind == CueKind::kNoun) &&
            match.cue->senses.front().act != Act::kAssert)
          return match.cue->senses.front().act;

  bool negated = false, future = false, obliged = false, past = false, ready = false;
  uint32_t v = clause.verb;
  for (; v < clause.end && v < clause.verb + 6; ++v) {
    const WordView& w = r[v];
    if (w.is(kNegation))
      negated = negated || w.lower != "no";
    else if (kObliging.contains(w.lower))
      obliged = true;
    else if (w.lower == "will" || w.lower == "would" || w.lower == "'ll" || w.lower == "’ll" ||
             w.lower == "shall")
      future = true;
    else if (w.is(kBe | kHave | kDo | kModal | kAdverb))
      past = past || w.lower == "had" || w.lower == "was" || w.lower == "were" || w.lower == "did" ||
             w.lower == "has" || w.lower == "have";
    else
      break;
  }
  if (v < clause.end &&
      (r[v].lower == "needs" || r[v].lower == "need" || (v > 0 && r[v - 1].is(kHave) && r[v].lower == "to")))
    obliged = true;
  if (v + 1 < clause.end && r[v].lower == "going" && r[v + 1].lower == "to") future = true;
  for (uint32_t i = clause.verb; i < near.end && i <= v + 1; ++i)
    ready = ready || kReady.contains(r[i].lower);

  // a saying in the first person does what it says: "we urge", "I thank", "it regrets"; that of another is
  // only reported
  if (!negated && !clause.subject.empty())
    for (uint32_t i = clause.subject.end; i < c.end && i < clause.subject.end + 6; ++i) {
      if (i > clause.subject.end && !r[i - 1].is(kAdverb | kBe | kHave | kDo) && !r[i - 1].is_mark()) break;
      for (const CueMatch& match : cues.at(i)) {
        if (match.cue->kind != CueKind::kVerb || (match.forms & kGerund && !past)) continue;
        const bool present = (match.forms & (kBase | kThird)) && i > 0 && !r[i - 1].is(kModal);
        if (self && quoted && !present) continue;
        const auto found = complement_after(r, cues, *match.cue, i + match.words, c.end);
        if (!found) continue;
        const CueSense* sense = match.cue->sense(found->frame);
        if (sense == nullptr || (sense->cue_class == CueClass::kThought && sense->act == Act::kAssert))
          continue;
        if (!self) {
          if (sense->act != Act::kAssert && can_act(r, clause.subject) && found->frame != Frame::kThat &&
              !demands_later(r, c, rest))
            return Act::kAssert;
          continue;
        }
        if (sense->act == Act::kAssert) continue;
        addressee = found->circumstances.addressee;
        if (sense->act == Act::kReject && contains_sign(r, words, {i, std::min(c.end, i + 8)}, kClaim))
          return Act::kDeny;
        return sense->act;
      }
    }

  const uint32_t unless = find_word(r, c, "unless"), condition = std::min(unless, find_word(r, c, "if"));
  bool unfulfilled = false;  // "if the enemy does not stop"
  for (uint32_t i = condition; i < c.end && i < condition + 10; ++i)
    unfulfilled = unfulfilled || r[i].lower == "not" || r[i].lower == "n't" || r[i].lower == "n’t" ||
                  r[i].lower == "fails";

  if (contains_sign(r, words, {c.begin, std::min(c.end, c.begin + 5)}, kClaim) &&
      contains_sign(r, words, c, kUntrue))
    return Act::kDeny;
  for (uint32_t i = c.begin; i + 1 < c.end && i < c.begin + 6;
       ++i)  // "there was no such offer", "it has nothing to do with"
    if ((r[i].lower == "no" && r[i + 1].lower == "such") ||
        (r[i].lower == "nothing" && r[i + 1].lower == "to"))
      return Act::kDeny;
  for (uint32_t i = c.begin; i < c.end; ++i) {  // "that was a mistake, and it was ours"
    const std::string_view w = r[i].lower;
    if ((w == "our" || w == "ours" || w == "my" || w == "mine") &&
        contains_sign(r, words, {i > c.begin + 8 ? i - 8 : c.begin, std::min(c.end, i + 4)}, kFault))
      return Act::kAdmit;
  }
  if (draft.cue != nullptr && draft.cue->lemma == "warn" && self && future) return Act::kThreaten;
  if (unless < c.end || (condition < c.end && unfulfilled && contains_sign(r, words, c, kHarm | kViolence)))
    return Act::kThreaten;
  if (self) {
    if (future && !negated && contains_sign(r, words, near, kHarm) &&
        !contains_sign(r, words, near, kBenefit))
      return Act::kThreaten;
    if (condition < c.end && contains_sign(r, words, near, kHarm)) return Act::kThreaten;
    if (negated && future) return Act::kReject;
    if (negated && !obliged && contains_sign(r, words, rest, kWrong | kViolence)) return Act::kDeny;
    if (!negated && (ready || (future && contains_sign(r, words, near, kBenefit)))) return Act::kPromise;
    if (contains_sign(r, words, near, kPraise)) return Act::kSupport;
    return Act::kAssert;
  }
  if (future && !negated)
    for (uint32_t i = near.begin; i + 1 < near.end;
         ++i)  // whoever is to keep it: "the army would keep its word"
      if (r[i].is(kPossessive) && (r[i + 1].lower == "word" || r[i + 1].lower == "promise" ||
                                   r[i + 1].lower == "pledge" || r[i + 1].lower == "commitments"))
        return Act::kPromise;
  if (obliged) return Act::kDemand;
  if (demands_later(r, c, rest)) return Act::kDemand;
  if (clause.subject.empty()) return Act::kAssert;
  const bool yours = r[clause.subject.begin].lower == "your" || r[clause.subject.begin].lower == "their";
  // "the shelling was the work of the rebels"
  for (uint32_t i = clause.verb; i + 1 < near.end; ++i)
    if (r[i].lower == "work" && r[i + 1].lower == "of" && contains_sign(r, words, clause.subject, kViolence))
      return Act::kAccuse;
  if (contains_sign(r, words, rest, kWrong) || contains_sign(r, words, clause.subject, kWrong))
    return Act::kAccuse;
  // violence is laid at somebody's door by an active verb with a doer, or by "by"
  for (uint32_t i = clause.verb; i < rest.end; ++i) {
    if (!(words.signs(r[i].lower) & kViolence)) continue;
    bool passive = false;
    for (uint32_t k = clause.verb; k < i; ++k) passive = passive || r[k].is(kBe);
    if (!passive && i <= v && (yours || can_act(r, clause.subject))) return Act::kAccuse;
    if (i + 2 < c.end && r[i + 1].lower == "by" && can_act(r, noun_phrase_after(r, i + 2, c.end)))
      return Act::kAccuse;
  }
  if (quoted && contains_sign(r, words, {c.begin, std::min<uint32_t>(c.end, c.begin + 30)}, kPraise))
    return Act::kSupport;
  return Act::kAssert;
}

}  // namespace

bool speaks_of_self(const PageWords& r, const Draft& draft, Range subject) {
  if (subject.empty()) return false;
  const WordView& w = r[subject.begin];
  if (subject.size() == 1 && (w.lower == "we" || w.lower == "i" || w.lower == "it" || w.lower == "he" ||
                              w.lower == "she" || w.lower == "they")) {
    // a person is no "they" or "it", a body no "he"
    if (!draft.source.empty()) {
      const WordView& source = r[draft.source.end - 1];
      const uint32_t m = r[draft.source.begin].mention;
      const bool person = source.lower == "he" || source.lower == "she" || source.lower == "i" ||
                          (m != kNone && r.document->mentions[m].actor != kNone &&
                           r.document->actors[r.document->mentions[m].actor].kind == ActorKind::kPerson);
      if (person && (w.lower == "they" || w.lower == "it")) return false;
    }
    if ((w.lower == "they" || w.lower == "he" || w.lower == "she" || w.lower == "it") &&
        draft.content.begin < r.size() && r[draft.content.begin].quotation != kNone)
      return false;  // inside a quotation the speaker is "I" or "we"
    return true;
  }
  if (w.is(kPossessive) && (w.lower == "our" || w.lower == "my")) return true;
  if (w.is(kPossessive) && subject.size() == 2 && kOwnBody.contains(r[subject.begin + 1].lower) &&
      r[subject.begin].quotation == kNone)
    return true;
  if (draft.source.empty()) return false;
  // "The Front will keep the truce, its leader said"
  if (draft.content_before &&
      (r[draft.source.begin].lower == "its" || r[draft.source.begin].lower == "their") &&
      r[draft.source.begin].quotation == kNone)
    return true;
  // the same words, or one actor
  const WordView& s = r[draft.source.end - 1];
  if (r[subject.end - 1].lower == s.lower && s.capital) return true;
  if (w.mention != kNone && r[draft.source.begin].mention != kNone) {
    const auto& mentions = r.document->mentions;
    const auto& actors = r.document->actors;
    const uint32_t a = mentions[w.mention].actor, b = mentions[r[draft.source.begin].mention].actor;
    if (a != kNone && a == b) return true;
    // one's own state: its code's country, spoken for by office or name
    const std::string& x =
        mentions[w.mention].code.empty() && a != kNone ? actors[a].code : mentions[w.mention].code;
    const std::string& y = mentions[r[draft.source.begin].mention].code.empty() && b != kNone
                               ? actors[b].code
                               : mentions[r[draft.source.begin].mention].code;
    if (x.size() > 3 && x == y) return true;
    if (x.size() >= 3 && y.size() >= 3 && x.compare(0, 3, y, 0, 3) == 0 &&
        (x.size() == 3 || x.find("GOV") != std::string::npos))
      return true;
  }
  return false;
}

Doing doing_of(const PageWords& r, const Occurrences& cues, const ActLexicon& words, const Draft& draft) {
  Doing doing;
  const Range c = draft.content;
  if (draft.sense != nullptr) {
    doing.act = draft.sense->act;
    doing.detail = draft.sense->detail;
  }

  if (draft.sense != nullptr && draft.sense->cue_class == CueClass::kDecline && draft.frame == Frame::kTo &&
      draft.cue_words.size() == 1) {
    uint32_t verb = c.begin + 1;
    while (verb < c.end && r[verb].is(kAdverb)) ++verb;
    if (verb >= c.end || !(words.signs(r[verb].lower) & kComment))
      doing = {Act::kReject, ActDetail::kNone, {}, {}, kNone, {}};
    return doing;
  }
  const std::string_view lemma =
      draft.cue != nullptr ? std::string_view(draft.cue->lemma) : std::string_view();
  if ((doing.act == Act::kReject || lemma == "dismiss" || lemma == "refute" || lemma == "brush aside" ||
       lemma == "brush off") &&
      (draft.frame == Frame::kNp || draft.frame == Frame::kAs)) {
    // to reject an allegation is to deny it
    uint32_t reach = c.begin;
    while (reach < c.end && reach < c.begin + 12 && !(r[reach].lower == "that" || r[reach].is(kPreposition)))
      ++reach;
    if (contains_sign(r, words, {c.begin, reach}, kClaim))
      doing.act = Act::kDeny;
    else if (lemma == "dismiss" && contains_sign(r, words, {c.begin, reach}, kProposal))
      doing.act = Act::kReject;
  }
  if (draft.frame == Frame::kComp || draft.frame == Frame::kAs) {
    if (doing.act == Act::kAssert && draft.sense != nullptr) {
      if (contains_sign(r, words, c, kUntrue))
        doing.act = Act::kDeny;
      else if (contains_sign(r, words, c, kPraise))
        doing.act = Act::kSupport;
      else if (contains_sign(r, words, c, kWrong))
        doing.act = Act::kAccuse;
    }
    return doing;
  }
  const bool open = doing.act == Act::kAssert && doing.detail == ActDetail::kNone &&
                    (draft.cue == nullptr || draft.cue->kind == CueKind::kVerb ||
                     draft.cue->kind == CueKind::kPreposition || draft.cue->kind == CueKind::kNoun ||
                     draft.cue->kind == CueKind::kFeeling) &&
                    (draft.sense == nullptr || draft.sense->cue_class != CueClass::kThought);
  if (open && (draft.frame == Frame::kThat || draft.frame == Frame::kQuote || draft.frame == Frame::kTail ||
               draft.frame == Frame::kObjThat || draft.frame == Frame::kNp || draft.frame == Frame::kOf ||
               draft.frame == Frame::kAbout || draft.frame == Frame::kOver)) {
    // a saying of several sentences does what the first of them does that is no mere assertion
    for (uint32_t from = c.begin, n = 0; from < c.end && n < kSentencesAsked && doing.act == Act::kAssert;
         ++n) {
      const uint32_t to = std::min(c.end, r.sentence(from).end);
      Draft part = draft;
      part.content = r.trimmed({from, to});
      if (!part.content.empty()) doing.act = act_of_clause(r, cues, words, part, doing.addressee);
      from = std::max(to, from + 1);
    }
    if (doing.act == Act::kAdmit) doing.detail = ActDetail::kFault;
  }
  if (doing.act == Act::kThreaten || doing.act == Act::kPromise || doing.act == Act::kDemand) {
    conditions(r, draft, doing);
    if (doing.act == Act::kThreaten && !doing.deadline.empty()) doing.detail = ActDetail::kUltimatum;
  }
  return doing;
}

}  // namespace hearsay::statements
