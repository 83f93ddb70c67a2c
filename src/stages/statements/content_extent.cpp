#include "stages/statements/content_extent.h"

#include <algorithm>

#include "stages/statements/noun_phrase.h"
#include "stages/statements/verb_group.h"
#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kScene = word_set("while whereas amid amidst citing quoting repeating according per");

uint32_t skip_adverbs(const PageWords& r, uint32_t at, uint32_t limit) {
  while (at < limit && r[at].is(kAdverb) && r[at].mention == kNone && !r[at].is(kNegation)) ++at;
  return at;
}

bool joins(const WordView& w) { return w.lower == "and" || w.lower == "but"; }

// "saying that", "accusing the ..." at `at`.
bool participle_report(const PageWords& r, const Occurrences& cues, uint32_t at, uint32_t limit) {
  at = skip_adverbs(r, at, limit);
  if (at >= limit || !r[at].lower.ends_with("ing")) return false;
  CueMatch match;
  if (!reports_at(cues, at, match) || !(match.forms & kGerund)) return false;
  return match.cue->cue_class() != CueClass::kThought && match.cue->cue_class() != CueClass::kWeak;
}

// "and said (that) ...": a second report with the same subject.
bool joined_report(const PageWords& r, const Occurrences& cues, uint32_t at, uint32_t limit) {
  at = skip_adverbs(r, at, limit);
  if (at < limit && r[at].is(kHave)) at = skip_adverbs(r, at + 1, limit);
  CueMatch match;
  if (at >= limit || !reports_at(cues, at, match) || !(match.forms & (kPast | kThird)) ||
      match.cue->kind == CueKind::kNoun)
    return false;
  const uint32_t next = at + match.words;
  if (next >= limit) return false;
  const WordView& w = r[next];
  if (!is_verb(r[at].word_class) && w.lower != "that" && !w.is(kNominative)) return false;
  const Frames& frames = match.cue->frames;
  const bool phrase = w.is(kDeterminer | kPossessive) || w.capital || w.is(kPronoun);
  if (frames.has(Frame::kThat) && (w.lower == "that" || w.is(kNominative | kPronoun) ||
                                   w.kind == WordKind::kOpenQuote || w.lower == "there" || phrase))
    return true;
  if (frames.has(Frame::kThat) && r[at].word_class == WordClass::kPast && match.cue->lemma == "say")
    return true;
  if (frames.has(Frame::kNp) && match.cue->cue_class() == CueClass::kSay)
    return phrase || w.kind == WordKind::kOpenQuote;
  return (frames.has(Frame::kObjTo) || frames.has(Frame::kObjOf) || frames.has(Frame::kObjFor) ||
          frames.has(Frame::kComp)) &&
         (phrase || w.is(kPronoun));
}

// Behind "and", "but": a verb or clause that goes on with the sentence and not with the content.
bool joined_clause(const PageWords& r, const Occurrences& cues, uint32_t at, uint32_t limit, Extent extent) {
  at = skip_adverbs(r, at, limit);
  if (at + 1 >= limit) return false;
  // "and he suggested (that)": a further report, its subject named anew
  if (r[at].is(kNominative) && at + 2 < limit) {
    const uint32_t verb = skip_adverbs(r, at + 1, limit);
    CueMatch match;
    if (verb < limit && reports_at(cues, verb, match) && match.forms & (kPast | kThird) &&
        match.cue->cue_class() == CueClass::kSay && r[at].quotation == kNone && r[at].lower != "we" &&
        r[at].lower != "i")
      return true;
  }
  if (extent == Extent::kClause) return false;
  if (r.is_finite_verb(at) && !r[at].is(kModal)) return true;
  CueMatch match;
  if (r[at].lower.ends_with("ed") && reports_at(cues, at, match) && match.forms & kPast &&
      match.cue->cue_class() == CueClass::kSay)
    return true;
  if (r[at].is(kModal) && extent == Extent::kPhrase) return true;
  const bool pronoun = r[at].is(kNominative) || r[at].lower == "it" || r[at].lower == "that";
  return pronoun && r.is_finite_verb(at + 1);
}

// ", Tass reported" / ", officials said on Friday": a report that follows its content, at the end of the
// clause.
bool tail_report(const PageWords& r, const Occurrences& cues, uint32_t at, uint32_t limit) {
  const uint32_t horizon = std::min(limit, at + 24);
  for (uint32_t i = at + 1; i < horizon; ++i) {
    CueMatch match;
    if (r[i].is_comma() && i + 1 < horizon && !r[i + 1].is_word()) return false;
    if (!reports_at(cues, i, match) || !match.cue->frames.has(Frame::kTail) ||
        !(match.forms & (kPast | kThird)))
      continue;
    const VerbGroup group = verb_group(r, i, match.forms, at);
    if (group.shape != VerbShape::kFinite) continue;
    const Range subject = noun_phrase_before(r, group.begin, at);
    if (subject.empty() || subject.begin != at) continue;
    uint32_t next = i + match.words;
    if (next >= limit) return true;
    const WordView& w = r[next];
    if (w.is_comma() || w.lower == "." || w.lower == ";" || w.time != kNone || w.lower == "on" ||
        w.lower == "in" || w.lower == "at" || w.lower == "after")
      return true;
    if (match.cue->frames.has(Frame::kObjThat)) {  // "Kerry told Lavrov"
      const Range object = noun_phrase_after(r, next, limit);
      if (!object.empty() && (object.end >= limit || r[object.end].is_comma() || r[object.end].lower == "." ||
                              r[object.end].is(kPreposition) || r[object.end].time != kNone))
        return true;
    }
    return false;
  }
  return false;
}

// ", the armed group that governs ...": a description behind a name that runs to the end.
bool gloss(const PageWords& r, uint32_t at, uint32_t limit) {
  if (at < 2 || !r[at - 2].capital || !(r[at].lower == "the" || r[at].lower == "a" || r[at].lower == "an"))
    return false;
  const Range phrase = noun_phrase_after(r, at, limit);
  if (phrase.empty()) return false;
  uint32_t next = phrase.end;
  if (next < limit && (r[next].lower == "that" || r[next].lower == "which" || r[next].lower == "who"))
    return true;
  return next >= limit || r[next].lower == ".";
}

// Behind a comma: a further member of a list, a relative clause, or a quotation.
bool continues_phrase(const PageWords& r, uint32_t at, uint32_t limit) {
  if (r[at].is(kRelative) || r[at].is_mark()) return true;
  if (r[at].is(kCoordinator)) return at + 1 < limit && r.nounish(at + 1) && !r.has_verb({at + 1, limit});
  if (!r.nounish(at)) return false;
  for (uint32_t i = at; i < limit && i < at + 10; ++i) {
    if (r[i].lower == "and" || r[i].lower == "or") return !r.is_finite_verb(at);
    if (!r.nounish(i) && !r[i].is_comma() && !r[i].is(kPreposition)) return false;
  }
  return false;
}

}  // namespace

bool reports_at(const Occurrences& cues, uint32_t at, CueMatch& match) {
  for (const CueMatch& one : cues.at(at))
    if (one.cue->kind == CueKind::kVerb && one.forms & (kThird | kPast | kGerund)) {
      match = one;
      return true;
    }
  return false;
}

Range quotation_at(const PageWords& r, uint32_t at) {
  if (at + 1 >= r.size() || r[at].kind != WordKind::kOpenQuote || r[at + 1].quotation == kNone) return {};
  const QuotedWords& q = r.quotations[r[at + 1].quotation];
  return q.outer.begin == at ? q.inner : Range{};
}

Range content_from(const PageWords& r, const Occurrences& cues, uint32_t begin, uint32_t limit,
                   Extent extent) {
  uint32_t i = begin;
  uint32_t end = limit;
  const bool inside =
      begin < r.size() && r[begin].quotation != kNone;  // the content itself stands in a quotation
  uint32_t depth = 0;
  while (i < limit) {
    const WordView& w = r[i];
    if (!inside && w.kind == WordKind::kOpenQuote) {
      const Range quoted = quotation_at(r, i);
      if (!quoted.empty()) {
        if (quoted.end >= limit) {
          // a quotation that runs on over sentences belongs to the content as a whole
          end = quoted.end;
          break;
        }
        i = quoted.end + (quoted.end < r.size() && r[quoted.end].is_mark() ? 1 : 0);
        continue;
      }
    }
    if (w.lower == "(") ++depth;
    if (w.lower == ")" && depth > 0) --depth;
    if (depth > 0 && i - begin < 400) {
      ++i;
      continue;
    }
    if (w.lower == ";" && i > begin + 2) {
      end = i;
      break;
    }
    const bool stop = w.is_comma() || (w.is_dash() && i > begin);
    if (stop && i > begin && i + 1 < limit) {
      const uint32_t next = i + 1;
      if (extent == Extent::kPhrase && w.is_dash()) {  // an insertion between dashes is stepped over
        uint32_t close = next;
        while (close < limit && close < next + 14 && !r[close].is_dash()) ++close;
        if (close + 1 < limit && r[close].is_dash()) {
          i = close + 1;
          continue;
        }
      }
      if (extent == Extent::kPhrase && !continues_phrase(r, next, limit)) {
        end = i;
        break;
      }
      if (extent == Extent::kInfinitive && r[skip_adverbs(r, next, limit - 1)].is(kIngForm)) {
        end = i;
        break;
      }
      if (joins(r[next]) &&
          (joined_report(r, cues, next + 1, limit) || joined_clause(r, cues, next + 1, limit, extent))) {
        end = i;
        break;
      }
      if (participle_report(r, cues, next, limit) ||
          (w.is_comma() && r[next].word_class == WordClass::kPast && joined_report(r, cues, next, limit)) ||
          kScene.contains(r[next].lower) || tail_report(r, cues, next, limit) ||
          (r[next].lower == "even" && r[next + 1].lower == "as") ||
          (r[next].lower == "as" && next + 1 < limit && r[next + 1].lower == "quoted") ||
          (r[next].lower == "with" &&
           [&] {
             const Range subject = noun_phrase_after(r, next + 1, limit);
             return !subject.empty() && participle_report(r, cues, subject.end, limit);
           }()) ||
          (w.is_comma() && gloss(r, next, limit))) {
        end = i;
        break;
      }
    }
    if (joins(w) && i > begin && joined_report(r, cues, i + 1, limit)) {
      end = i;
      break;
    }
    if (joins(w) && i > begin && joined_clause(r, cues, i + 1, limit, extent)) {
      end = i;
      break;
    }
    if (i > begin + 1 && w.lower == "according" && i + 1 < limit && r[i + 1].lower == "to") {
      end = i;
      break;
    }
    ++i;
  }
  Range content = r.trimmed({begin, end});
  if (extent == Extent::kPhrase) {  // when it was said stands at the end: "a resolution earlier this month"
    uint32_t last = content.end;
    while (last > content.begin && r[last - 1].time != kNone && r[last - 1].mention == kNone) --last;
    if (last > content.begin && last < content.end && !r[last - 1].is(kPreposition | kDeterminer))
      content.end = last;
  }
  return r.trimmed(content);
}

uint32_t after_dateline(const PageWords& r, Range sentence) {
  if (sentence.size() < 6 || !r[sentence.begin].capital) return sentence.begin;
  const std::string_view first = r.reading.word(sentence.begin);
  const bool capitals = first.size() > 2 && first[1] >= 'A' && first[1] <= 'Z';
  bool bracket = false;
  for (uint32_t i = sentence.begin + 1; i < sentence.end && i < sentence.begin + 9; ++i) {
    if (r[i].lower == "(") bracket = true;
    if (r[i].is_dash()) return capitals || bracket ? i + 1 : sentence.begin;
    if (r[i].is(kFinite | kBe | kHave | kModal)) break;
  }
  return sentence.begin;
}

Range content_to(const PageWords& r, uint32_t end, uint32_t floor) {
  uint32_t e = end;
  while (e > floor && (r[e - 1].is_comma() || r[e - 1].is_dash())) --e;
  if (e == floor) return {};
  if (r[e - 1].kind == WordKind::kCloseQuote && e >= 2 && r[e - 2].quotation != kNone) {
    const QuotedWords& q = r.quotations[r[e - 2].quotation];
    const Range sentence = r.sentence(q.inner.begin);
    // what stands before the quotation in its sentence is part of the content, save for a conjunction or what
    // ends in a colon
    uint32_t lead = q.outer.begin;
    if (sentence.begin < q.outer.begin) {
      lead = std::max(after_dateline(r, sentence), floor <= q.outer.begin ? floor : sentence.begin);
      bool words = false;
      for (uint32_t i = lead; i < q.outer.begin; ++i)
        words = words || (r[i].is_word() && !r[i].is(kCoordinator | kAdverb));
      if (!words || r[q.outer.begin - 1].lower == ":") lead = q.outer.begin;
    }
    return r.trimmed({lead, e});
  }
  const Range sentence = r.sentence(e - 1);
  return r.trimmed({std::max(after_dateline(r, sentence), floor), e});
}

}  // namespace hearsay::statements
