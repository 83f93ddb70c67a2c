#include "stages/statements/complement.h"

#include <algorithm>
#include <array>

#include "stages/statements/circumstances.h"
#include "stages/statements/noun_phrase.h"
#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr std::array<std::pair<std::string_view, Frame>, 12> kPrepositionFrames{{{"of", Frame::kOf},
                                                                                 {"for", Frame::kFor},
                                                                                 {"about", Frame::kAbout},
                                                                                 {"at", Frame::kAt},
                                                                                 {"over", Frame::kOver},
                                                                                 {"on", Frame::kOn},
                                                                                 {"with", Frame::kWith},
                                                                                 {"against", Frame::kAgainst},
                                                                                 {"from", Frame::kFrom},
                                                                                 {"in", Frame::kIn},
                                                                                 {"by", Frame::kBy},
                                                                                 {"to", Frame::kToNp}}};
constexpr std::array<std::pair<std::string_view, Frame>, 5> kObjectFrames{{{"of", Frame::kObjOf},
                                                                           {"for", Frame::kObjFor},
                                                                           {"about", Frame::kObjAbout},
                                                                           {"with", Frame::kObjWith},
                                                                           {"against", Frame::kObjAgainst}}};
constexpr auto kQuestionWords = word_set("how why what whether when where who which if");
constexpr auto kHeld = word_set("responsible accountable liable");
constexpr uint32_t kObjectReach = 18;

bool clause_like(const PageWords& r, uint32_t at, uint32_t limit) {
  if (at >= limit) return false;
  const WordView& w = r[at];
  if (w.kind == WordKind::kOpenQuote || w.lower == "[" || w.lower == "(" || w.lower == "$") return true;
  if (!w.is_word()) return false;
  if (w.is(kCoordinator) || w.lower == "to" || w.is(kModal | kHave) || w.lower == "by" || w.lower == "as" ||
      w.lower == "of")
    return false;
  if (w.is(kBe) && w.lower != "being") return false;
  return true;
}

// The first `word` in reach behind an object that begins at `at`; limit where none, or where something else
// stands between.
uint32_t marker_after_object(const PageWords& r, uint32_t at, uint32_t limit, std::string_view word) {
  const uint32_t horizon = std::min(limit, at + kObjectReach);
  for (uint32_t i = at; i < horizon; ++i) {
    const WordView& w = r[i];
    if (w.lower == word && i > at) {
      if (word == "to" && !infinitive_at(r, i, limit)) continue;
      return i;
    }
    if (w.kind == WordKind::kOpenQuote || w.lower == ":" || w.lower == ";" || w.lower == "." || w.is_dash())
      return limit;
    // a comma may stand in a list of names only
    if (w.is_comma() && !(i > at && i + 1 < horizon && r[i - 1].capital && r[i + 1].capital)) return limit;
    if (i > at && r.is_finite_verb(i)) return limit;
    if (w.lower == "that" || (w.lower == "to" && word != "to" && infinitive_at(r, i, limit))) return limit;
  }
  return limit;
}

std::optional<Complement> made(Range content, Frame frame, const Circumstances& circumstances) {
  if (content.empty()) return std::nullopt;
  return Complement{content, frame, circumstances};
}

// "told X that", "told X by telephone on Friday that", "told X on Friday it was ready".
std::optional<Complement> object_and_clause(const PageWords& r, const Occurrences& cues, uint32_t at,
                                            uint32_t limit, bool bare) {
  const Range object = noun_phrase_after(r, at, limit, Attached::kOf);
  if (object.empty()) return std::nullopt;
  Circumstances found;
  found.addressee = object;
  uint32_t next = skip_circumstances(r, object.end, limit, found);
  if (next < limit && r[next].is_comma()) {  // "told X, the minister of Y, that"
    uint32_t close = next + 1;
    while (close < limit && close - next < 16 && !r[close].is_comma()) ++close;
    if (close + 1 < limit && r[close].is_comma() && r[close + 1].lower == "that") next = close + 1;
  }
  if (next >= limit) return std::nullopt;
  if (r[next].lower == "that") return made(content_from(r, cues, next + 1, limit), Frame::kObjThat, found);
  if (kQuestionWords.contains(r[next].lower))
    return made(content_from(r, cues, next, limit), Frame::kObjThat, found);
  if (r[next].lower == ":" || r[next].is_comma()) {
    const Range quoted = quotation_at(r, next + 1 < limit ? next + 1 : next);
    if (!quoted.empty()) return made(r.trimmed(quoted), Frame::kObjThat, found);
    return std::nullopt;
  }
  const Range quoted = quotation_at(r, next);
  if (!quoted.empty() && quoted.size() > 2)
    return made(content_from(r, cues, next, limit), Frame::kObjThat, found);
  if (!bare || !clause_like(r, next, limit)) return std::nullopt;

  const Range content = content_from(r, cues, next, limit);
  return r.has_verb(content) ||
                 (content.size() > 3 && r.first_with(content, kParticipleForm | kFinite) < content.end)
             ? made(content, Frame::kObjThat, found)
             : std::nullopt;
}

// "calls X a disaster": an object, then a quotation, an article or, behind a pronoun, anything.
bool has_object_complement(const PageWords& r, uint32_t at, uint32_t limit) {
  const Range object = noun_phrase_after(r, at, limit);
  if (object.empty() || object.end >= limit) return false;
  const WordView& next = r[object.end];
  if (next.kind == WordKind::kOpenQuote || next.lower == "a" || next.lower == "an" || next.lower == "the")
    return true;
  if (r[object.begin].is(kPronoun) && object.size() == 1) return next.is_word() && r.nounish(object.end);
  // "called the plans to open a plant “a disgrace”"
  for (uint32_t i = object.end; i < limit && i < object.end + 12; ++i) {
    if (r[i].kind == WordKind::kOpenQuote) {
      const Range quoted = quotation_at(r, i);
      return !quoted.empty() && !r.quotations[r[quoted.begin].quotation].name_like;
    }
    if (!r[i].is_word() || r.is_finite_verb(i)) break;
  }
  if (object.end + 1 < limit && !r[object.end + 1].is_word() &&
      (next.is(kFinite | kParticipleForm) || next.word_class == WordClass::kAdjective))
    return true;
  // "considers the army biased": the phrase's last word says what the first ones are
  const WordClass last = r[object.end - 1].word_class;
  return object.size() > 1 && (last == WordClass::kAdjective || last == WordClass::kParticiple) &&
         !next.is_word();
}

}  // namespace

bool infinitive_at(const PageWords& r, uint32_t at, uint32_t limit) {
  if (at + 1 >= limit || r[at].lower != "to") return false;
  uint32_t verb = at + 1;
  while (verb < limit && r[verb].is(kAdverb) && r[verb].traits == kAdverb) ++verb;
  if (verb >= limit) return false;
  const WordView& w = r[verb];
  if (!w.is_word() || w.kind == WordKind::kNumber || w.capital) return false;
  if (w.is(kBaseVerb) || w.lower == "be" || w.lower == "have" || w.lower == "do") return true;
  return w.traits == 0 && r[at].word_class == WordClass::kTo && w.mention == kNone;
}

std::optional<Complement> prepositional(const PageWords& r, const Occurrences& cues, const Cue& cue,
                                        uint32_t at, uint32_t limit) {
  if (at + 1 >= limit) return std::nullopt;
  for (const auto& [word, frame] : kPrepositionFrames)
    if (r[at].lower == word && cue.frames.has(frame)) {
      if (word == "to" && infinitive_at(r, at, limit)) return std::nullopt;
      const WordView& after = r[at + 1];
      if (after.is(kPreposition | kCoordinator) || after.time != kNone ||
          after.kind == WordKind::kPunctuation)
        return std::nullopt;
      return made(content_from(r, cues, at + 1, limit, Extent::kPhrase), frame, {});
    }
  return std::nullopt;
}

std::optional<Complement> complement_after(const PageWords& r, const Occurrences& cues, const Cue& cue,
                                           uint32_t at, uint32_t limit) {
  const Frames& frames = cue.frames;
  if (at >= limit) return std::nullopt;
  if (frames.has(Frame::kAlone)) {
    // "had no comment": the later words of the cue itself
    const uint32_t words = static_cast<uint32_t>(std::count(cue.lemma.begin(), cue.lemma.end(), ' '));
    if (words > 0) return made(content_from(r, cues, at - words, limit), Frame::kAlone, {});
  }
  if (frames.has(Frame::kHold)) {
    const uint32_t horizon = std::min(limit, at + 14);
    for (uint32_t i = at + 1; i < horizon; ++i)
      if (kHeld.contains(r[i].lower))
        return made(content_from(r, cues, at, limit, Extent::kInfinitive), Frame::kHold, {});
    return std::nullopt;
  }
  Circumstances passed;
  const uint32_t next = skip_circumstances(r, at, limit, passed);

  // a quotation right behind the cue
  if (next < limit && (frames.has(Frame::kQuote) || frames.has(Frame::kThat) || frames.has(Frame::kNp))) {
    uint32_t open = next;
    const bool colon = r[open].lower == ":" || r[open].is_comma();
    if (colon) ++open;
    if (open < limit && r[open].kind == WordKind::kOpenQuote) {
      const Range quoted = quotation_at(r, open);
      if (!quoted.empty() && (colon || quoted.size() > 1)) {
        if (colon && r[next].is_comma() && !r[quoted.begin].capital && quoted.size() < 4) return std::nullopt;
        if (!frames.has(Frame::kQuote) && !frames.has(Frame::kThat))
          return made(content_from(r, cues, open, limit, Extent::kPhrase), Frame::kNp, passed);
        // "While noting “...,” X said": the comma inside the marks ends the clause
        const bool closed = quoted.end >= limit || (r[quoted.end - 1].is_comma() && quoted.end + 1 < limit &&
                                                    !r[quoted.end + 1].is(kCoordinator));
        return made(closed ? r.trimmed(quoted) : content_from(r, cues, open, limit), Frame::kQuote, passed);
      }
    }
    if (r[next].lower == ":" && frames.has(Frame::kQuote) && next + 1 < limit) {
      const Range content = content_from(r, cues, next + 1, limit);
      if (content.size() > 2) return made(content, Frame::kQuote, passed);
    }
  }
  // "quoted X as saying (that)": X speaks
  if (frames.has(Frame::kObjSaying)) {
    const uint32_t as = marker_after_object(r, at, limit, "as");
    if (as + 2 < limit &&
        (r[as + 1].lower == "saying" || r[as + 1].lower == "telling" || r[as + 1].lower == "stating")) {
      Circumstances found;
      found.addressee = noun_phrase_after(r, at, as);
      const uint32_t clause = skip_circumstances(r, as + 2, limit, passed);
      const uint32_t begin = clause < limit && r[clause].lower == "that" ? clause + 1 : clause;
      if (!found.addressee.empty() && begin < limit)
        return made(content_from(r, cues, begin, limit), Frame::kObjSaying, found);
    }
    return std::nullopt;
  }
  // "told X to", "urged X to"
  if (frames.has(Frame::kObjTo)) {
    const uint32_t to = marker_after_object(r, at, limit, "to");
    if (to < limit) {
      const uint32_t begin = r[to - 1].lower == "not" ? to - 1 : to;  // "not to leave"
      const Range object = noun_phrase_after(r, at, begin, Attached::kOf);
      if (!object.empty()) {
        Circumstances found;
        // a wish about a thing is addressed to nobody: "expect the truce to hold"
        const CueSense* sense = cue.sense(Frame::kObjTo);
        const uint32_t m = r[object.end - 1].mention;
        const bool somebody = r[object.begin].is(kPronoun) || is_people_noun(r[object.end - 1].lower) ||
                              r[object.end - 1].capital ||
                              (m != kNone && r.document->mentions[m].actor != kNone);
        if (sense != nullptr && sense->cue_class == CueClass::kThought && !somebody)
          return made(content_from(r, cues, at, limit, Extent::kInfinitive), Frame::kThat, found);
        found.addressee = object;
        return made(content_from(r, cues, begin, limit, Extent::kInfinitive), Frame::kObjTo, found);
      }
    }
  }
  if (next < limit && r[next].lower == "that" && (frames.has(Frame::kThat) || frames.has(Frame::kObjThat)) &&
      next + 1 < limit)
    return made(content_from(r, cues, next + 1, limit), Frame::kThat, passed);
  if (frames.has(Frame::kObjThat)) {
    auto clause = object_and_clause(r, cues, at, limit, true);
    if (clause) return clause;
  }
  for (const auto& [word, frame] : kObjectFrames) {
    if (!frames.has(frame)) continue;
    const uint32_t marker = marker_after_object(r, at, limit, word);
    if (marker >= limit) continue;
    const Range object = noun_phrase_after(r, at, marker);
    Circumstances found;
    if (object.empty() || skip_circumstances(r, object.end, marker, found) != marker) continue;
    const CueSense* sense = cue.sense(frame);
    if ((frame != Frame::kObjOf && frame != Frame::kObjFor) ||
        (sense != nullptr && sense->act != Act::kAccuse))
      found.addressee = object;
    return made(content_from(r, cues, marker + 1, limit, Extent::kPhrase), frame, found);
  }
  // "demanded from X to", "asked of X to"
  if (frames.has(Frame::kTo) && next + 2 < limit && (r[next].lower == "from" || r[next].lower == "of")) {
    const Range object = noun_phrase_after(r, next + 1, limit, Attached::kOf);
    if (!object.empty() && infinitive_at(r, object.end, limit)) {
      passed.addressee = object;
      return made(content_from(r, cues, object.end, limit, Extent::kInfinitive), Frame::kTo, passed);
    }
  }
  if (next < limit && frames.has(Frame::kTo) && infinitive_at(r, next, limit))
    return made(content_from(r, cues, next, limit, Extent::kInfinitive), Frame::kTo, passed);
  if (next < limit) {
    auto found =
        prepositional(r, cues, cue, next == at || r[next - 1].lower.ends_with("ly") ? next : limit, limit);
    if (found) {
      found->circumstances = passed;
      return found;
    }
  }
  if (frames.has(Frame::kIng) && next < limit &&
      (r[next].is(kIngForm) || r[next].lower == "being" || r[next].lower == "having" ||
       r[next].lower == "doing"))
    return made(content_from(r, cues, next, limit), Frame::kIng, passed);
  const auto gerund_cue = [&](uint32_t i) {
    for (const CueMatch& match : cues.at(i))
      if (match.cue->kind == CueKind::kVerb && match.forms & kGerund) return true;
    return false;
  };
  if (frames.has(Frame::kThat) && next < limit && !gerund_cue(next) &&
      (clause_like(r, next, limit) || kQuestionWords.contains(r[next].lower))) {
    const Range content = content_from(r, cues, next, limit);
    // what only "that" can be is a clause also where its verb looks like a participle
    const bool clause =
        r.has_verb(content) || (!frames.has(Frame::kNp) && content.size() > 3 &&
                                r.first_with(content, kParticipleForm | kFinite | kBaseVerb) < content.end &&
                                !r[next].is(kIngForm | kPreposition));
    if (clause && !frames.has(Frame::kComp)) {
      // the subject of that clause must stand before its verb: "said the minister, who is" is none
      const Range subject = noun_phrase_after(r, next, content.end);
      bool inverted = !subject.empty() && subject.end < content.end && r[subject.end].is_comma();
      for (uint32_t i = subject.end + 1; inverted && i + 1 < content.end;
           ++i)  // "said their speeches, already long, would focus"
        if (r[i].is_comma() && r.is_finite_verb(i + 1)) inverted = false;
      if (!inverted) return made(content, Frame::kThat, passed);
    }
  }
  // "X says, win or lose, he is staying"
  if (frames.has(Frame::kThat) && next + 3 < limit && r[next].is_comma() && r[next + 1].is_word() &&
      !r[next + 1].is(kCoordinator | kIngForm | kRelative)) {
    for (uint32_t i = next + 2; i + 2 < limit && i < next + 16; ++i)
      if (r[i].is_comma() && (r[i + 1].is(kSubjectPronoun) || r[i + 1].is(kDeterminer) || r[i + 1].capital) &&
          r.has_verb({i + 1, limit}))
        return made(content_from(r, cues, next + 1, limit), Frame::kThat, passed);
  }
  if (frames.has(Frame::kPutAt)) {
    const uint32_t marker = marker_after_object(r, at, limit, "at");
    if (marker + 1 < limit && (r[marker + 1].kind == WordKind::kNumber || r[marker + 1].lower == "more" ||
                               r[marker + 1].lower == "least" || r[marker + 1].lower == "about"))
      return made(content_from(r, cues, at, limit), Frame::kPutAt, {});
  }
  // "what it called moderate opposition": the whole phrase behind is what it is called
  if (frames.has(Frame::kComp) && at >= 3 && (r[at - 2].is(kPronoun) || r[at - 2].capital))
    for (uint32_t i = at - 2; i + 6 > at && i > 0; --i) {
      if (r[i - 1].lower == "what") {
        const Range phrase = noun_phrase_after(r, r[at].kind == WordKind::kOpenQuote ? at + 1 : at, limit);
        if (!phrase.empty()) return made(r.trimmed(phrase), Frame::kComp, {});
        break;
      }
      if (!r.nounish(i) && !r[i].is(kPronoun)) break;
    }
  // "in what he cast as X", "clashes it described as fierce": the object stands in front
  if (frames.has(Frame::kAs) && r[at].lower == "as" && at + 1 < limit)
    return made(content_from(r, cues, at + 1, limit, Extent::kPhrase), Frame::kAs, {});
  if (frames.has(Frame::kAs)) {
    const uint32_t horizon = std::min(limit, at + 30);
    for (uint32_t i = at + 1; i + 1 < horizon; ++i) {
      if (r[i].lower == "." || r[i].lower == ";" || (r[i].is_comma() && i == at)) break;
      if (r[i].lower == "as" && !r[i + 1].is(kSubordinator) && r[i + 1].lower != "well")
        return made(content_from(r, cues, at, limit), Frame::kAs, {});
    }
  }
  if (frames.has(Frame::kComp) && has_object_complement(r, at, limit))
    return made(content_from(r, cues, at, limit, Extent::kInfinitive), Frame::kComp, {});
  if (frames.has(Frame::kNp) && next < limit) {
    if (kQuestionWords.contains(r[next].lower))
      return made(content_from(r, cues, next, limit), Frame::kNp, passed);
    const Range object = noun_phrase_after(r, next, limit);
    if (!object.empty()) return made(content_from(r, cues, next, limit, Extent::kPhrase), Frame::kNp, passed);
  }
  return std::nullopt;
}

}  // namespace hearsay::statements
