#include "stages/statements/act.h"

#include <algorithm>

#include "stages/statements/complement.h"
#include "stages/statements/noun_phrase.h"
#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kReady = word_set("ready willing prepared open committed");
constexpr auto kObliging = word_set("must should ought");

// Words of the main clause of the content: its subject and the words from its verb on.
struct Clause {
  Range subject;
  uint32_t verb = 0;   // first word of the verb group
  uint32_t end = 0;
};

Clause main_clause(const PageWords& r, Range content) {
  Clause clause;
  clause.end = content.end;
  clause.verb = content.end;
  for (uint32_t i = content.begin; i < content.end; ++i) {
    const bool bare_verb = r[i].is(kBaseVerb) && i > content.begin && (r[i - 1].is(kNominative) || r[i - 1].lower == "]" || r[i - 1].is(kAdverb));
    if (!r.is_finite_verb(i) && !bare_verb) continue;
    const Range subject = noun_phrase_before(r, i, content.begin);
    if (subject.empty()) continue;
    if (subject.begin > content.begin && r[subject.begin - 1].is(kSubordinator)) continue;  // "if X ..., Y ..."
    clause.subject = subject;
    clause.verb = i;
    break;
  }
  return clause;
}

bool contains_sign(const PageWords& r, const ActLexicon& words, Range range, uint8_t sign, uint32_t reach = 200) {
  for (uint32_t i = range.begin; i < range.end && i < range.begin + reach; ++i)
    if (words.signs(r[i].lower) & sign) return true;
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
    const bool exchange = r[i].lower == "in" && i + 2 < c.end && (r[i + 1].lower == "exchange" || r[i + 1].lower == "return") && r[i + 2].lower == "for";
    if (r[i].lower != "unless" && r[i].lower != "if" && !exchange && r[i].lower != "provided") continue;
    const uint32_t begin = exchange ? i + 3 : r[i + 1].lower == "that" ? i + 2 : i + 1;
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
    if (r[i].lower != "by" && r[i].lower != "before" && r[i].lower != "until" && r[i].lower != "within" && r[i].lower != "than") continue;
    if (i + 1 < c.end && r[i + 1].time != kNone) {
      doing.deadline_time = r[i + 1].time;
      doing.deadline = r.times[r[i + 1].time];
      break;
    }
  }
}

}  // namespace

bool speaks_of_self(const PageWords& r, const Draft& draft, Range subject) {
  if (subject.empty()) return false;
  const WordView& w = r[subject.begin];
  if (subject.size() == 1 && (w.lower == "we" || w.lower == "i" || w.lower == "it" || w.lower == "he" || w.lower == "she" || w.lower == "they")) {
    if ((w.lower == "they" || w.lower == "he" || w.lower == "she" || w.lower == "it") && draft.content.begin < r.size() && r[draft.content.begin].quotation != kNone)
      return false;  // inside a quotation the speaker is "I" or "we"
    return true;
  }
  if (w.is(kPossessive) && (w.lower == "our" || w.lower == "my")) return true;
  if (draft.source.empty()) return false;
  // the same words, or one actor
  const WordView& s = r[draft.source.end - 1];
  if (r[subject.end - 1].lower == s.lower && s.capital) return true;
  if (w.mention != kNone && r[draft.source.begin].mention != kNone) {
    const auto& mentions = r.document->mentions;
    const uint32_t a = mentions[w.mention].actor, b = mentions[r[draft.source.begin].mention].actor;
    if (a != kNone && a == b) return true;
    // one's own state: its code's country, spoken for by office or name
    const std::string& x = mentions[w.mention].code;
    const std::string& y = mentions[r[draft.source.begin].mention].code;
    if (x.size() >= 3 && y.size() >= 3 && x.compare(0, 3, y, 0, 3) == 0 && (x.size() == 3 || x.find("GOV") != std::string::npos)) return true;
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
  const bool quoted = c.begin < r.size() && r[c.begin].quotation != kNone;
  if (draft.sense != nullptr && draft.sense->cue_class == CueClass::kDecline && draft.frame == Frame::kTo) {
    uint32_t verb = c.begin + 1;
    while (verb < c.end && r[verb].is(kAdverb)) ++verb;
    if (verb >= c.end || !(words.signs(r[verb].lower) & kComment)) doing = {Act::kReject, ActDetail::kNone, {}, {}, kNone, {}};
    return doing;
  }
  const std::string_view lemma = draft.cue != nullptr ? std::string_view(draft.cue->lemma) : std::string_view();
  if ((doing.act == Act::kReject || lemma == "dismiss" || lemma == "refute" || lemma == "brush aside" || lemma == "brush off") && (draft.frame == Frame::kNp || draft.frame == Frame::kAs)) {
    // to reject an allegation is to deny it
    uint32_t reach = c.begin;
    while (reach < c.end && reach < c.begin + 12 && !(r[reach].lower == "that" || r[reach].is(kPreposition))) ++reach;
    if (contains_sign(r, words, {c.begin, reach}, kClaim)) doing.act = Act::kDeny;
  }
  if (draft.frame == Frame::kComp || draft.frame == Frame::kAs) {
    if (doing.act == Act::kAssert && draft.sense != nullptr) {
      if (contains_sign(r, words, c, kUntrue)) doing.act = Act::kDeny;
      else if (contains_sign(r, words, c, kPraise)) doing.act = Act::kSupport;
      else if (contains_sign(r, words, c, kWrong)) doing.act = Act::kAccuse;
    }
    return doing;
  }
  const bool open = doing.act == Act::kAssert && doing.detail == ActDetail::kNone &&
                    (draft.cue == nullptr || draft.cue->kind == CueKind::kVerb || draft.cue->kind == CueKind::kPreposition || draft.cue->kind == CueKind::kNoun ||
                     draft.cue->kind == CueKind::kFeeling) &&
                    (draft.sense == nullptr || draft.sense->cue_class != CueClass::kThought);
  if (open && (draft.frame == Frame::kThat || draft.frame == Frame::kQuote || draft.frame == Frame::kTail || draft.frame == Frame::kObjThat ||
               draft.frame == Frame::kNp || draft.frame == Frame::kOf || draft.frame == Frame::kAbout || draft.frame == Frame::kOver)) {
    const Clause clause = main_clause(r, c);
    const bool self = speaks_of_self(r, draft, clause.subject);
    const Range rest{clause.verb, std::min<uint32_t>(clause.end, clause.verb + 40)};
    const Range near{clause.verb, std::min<uint32_t>(clause.end, clause.verb + 12)};
    bool negated = false, future = false, obliged = false, past = false;
    uint32_t v = clause.verb;
    for (; v < clause.end && v < clause.verb + 6; ++v) {
      const WordView& w = r[v];
      if (w.is(kNegation)) negated = true;
      else if (kObliging.contains(w.lower)) obliged = true;
      else if (w.lower == "will" || w.lower == "would" || w.lower == "'ll" || w.lower == "’ll" || w.lower == "shall") future = true;
      else if (w.is(kBe | kHave | kDo | kModal | kAdverb)) past = past || w.lower == "had" || w.lower == "was" || w.lower == "were" || w.lower == "did" || w.lower == "has" || w.lower == "have";
      else break;
    }
    if (v < clause.end && (r[v].lower == "needs" || r[v].lower == "need" || ((r[v].lower == "has" || r[v].lower == "have" || (v > 0 && r[v - 1].is(kHave))) && r[v].lower == "to"))) obliged = true;
    if (v + 1 < clause.end && r[v].lower == "going" && r[v + 1].lower == "to") future = true;
    const uint32_t unless = find_word(r, c, "unless");
    const uint32_t condition = std::min(unless, find_word(r, c, "if"));
    // a saying in the first person does what it says: "we urge", "I thank", "it regrets"
    Act performed = Act::kAssert;
    if (self && !negated && !past)
      for (uint32_t i = clause.subject.end; i < c.end && i < clause.subject.end + 4 && performed == Act::kAssert; ++i) {
        for (const CueMatch& match : cues.at(i)) {
          if (match.cue->kind != CueKind::kVerb || match.forms & kGerund) continue;
          if (quoted && !(match.forms & (kBase | kThird))) continue;
          const auto found = complement_after(r, cues, *match.cue, i + match.words, c.end);
          if (!found) continue;
          const CueSense* sense = match.cue->sense(found->frame);
          if (sense == nullptr || sense->cue_class == CueClass::kThought) continue;
          performed = sense->act;
          if (performed != Act::kAssert) {
            doing.addressee = found->circumstances.addressee;
            if (performed == Act::kReject && contains_sign(r, words, {i, std::min(c.end, i + 8)}, kClaim)) performed = Act::kDeny;
          }
          break;
        }
      }
    if (performed != Act::kAssert) {
      doing.act = performed;
    } else if (!clause.subject.empty() && contains_sign(r, words, near, kUntrue) && contains_sign(r, words, clause.subject, kClaim)) {
      doing.act = Act::kDeny;
    } else if (unless < c.end || (self && future && !negated && contains_sign(r, words, near, kHarm) && !contains_sign(r, words, near, kBenefit))) {
      doing.act = Act::kThreaten;
      if (unless < c.end && contains_sign(r, words, c, kHarm) && draft.sense != nullptr && lemma.empty()) doing.detail = ActDetail::kNone;
    } else if (condition < c.end && contains_sign(r, words, c, kHarm) && self) {
      doing.act = Act::kThreaten;
    } else if (self && negated && future) {
      doing.act = Act::kReject;
    } else if (self && negated && !future && !obliged && (past || contains_sign(r, words, near, kWrong))) {
      doing.act = Act::kDeny;
    } else if (self && !negated && (future || [&] {
                 for (uint32_t i = near.begin; i < near.end; ++i)
                   if (kReady.contains(r[i].lower)) return true;
                 return false;
               }())) {
      bool ready = false;
      for (uint32_t i = near.begin; i < near.end; ++i) ready = ready || kReady.contains(r[i].lower);
      if (ready || contains_sign(r, words, near, kBenefit)) doing.act = Act::kPromise;
    } else if (obliged && !self) {
      doing.act = Act::kDemand;
    } else if (self && contains_sign(r, words, near, kPraise)) {
      doing.act = Act::kSupport;
    } else if (!self && contains_sign(r, words, rest, kWrong) && !clause.subject.empty()) {
      doing.act = Act::kAccuse;
    } else if (quoted && contains_sign(r, words, {c.begin, std::min<uint32_t>(c.end, c.begin + 30)}, kPraise) && !contains_sign(r, words, rest, kWrong)) {
      doing.act = Act::kSupport;
    }
  }
  if (doing.act == Act::kThreaten || doing.act == Act::kPromise || doing.act == Act::kDemand) {
    conditions(r, draft, doing);
    if (doing.act == Act::kThreaten && !doing.deadline.empty()) doing.detail = ActDetail::kUltimatum;
  }
  return doing;
}

}  // namespace hearsay::statements
