#include "stages/statements/verb_group.h"

#include "text/word_set.h"

namespace hearsay::statements {
namespace {

// "went on to say", "continues to insist": what follows their "to" is really said.
constexpr auto kRealBeforeTo = word_set(
    "on continue continues continued continuing proceeded proceeds began begins used quick keen fit chose "
    "took");

// "it's threatening": a clitic that only a pronoun makes a verb.
bool is_clitic_verb(const PageWords& r, uint32_t i, uint32_t floor) {
  return i > floor && (r[i].lower == "'s" || r[i].lower == "’s") && r[i - 1].is(kPronoun | kSubjectPronoun) &&
         !r[i - 1].is(kPossessive);
}

}  // namespace

VerbGroup verb_group(const PageWords& r, uint32_t verb, FormBits forms, uint32_t floor) {
  VerbGroup group;
  group.begin = verb;
  bool be = false, have = false, modal = false, negated = false, to = false, did = false;
  uint32_t i = verb;
  while (i > floor) {
    const WordView& w = r[i - 1];
    if (i - 1 > floor && (w.lower == "'s" || w.lower == "’s") && r[i - 2].lower == "it" &&
        forms & kParticiple) {
      be = true;  // "it's expected"
    } else if (w.is(kNegation) && !w.is(kPronoun)) {
      negated = true;
    } else if (is_clitic_verb(r, i - 1, floor)) {
      (forms & kParticiple && !(forms & kGerund) && r[i].lower != "being" ? have : be) = true;
    } else if (w.is(kBe)) {
      be = true;
    } else if (w.is(kHave) && w.lower != "having") {
      have = true;
    } else if (w.is(kModal)) {
      modal = true;
    } else if (w.is(kDo)) {
      did = true;
    } else if (w.lower == "to" && !(forms & (kThird | kGerund)) && !be) {
      to = true;
      group.begin = i - 1;
      break;
    } else if (!(w.is(kAdverb) && w.mention == kNone && w.kind == WordKind::kWord) && w.lower != "both") {
      break;
    }
    --i;
    group.begin = i;
  }
  // adverbs before the first auxiliary belong to the subject's side
  while (group.begin < verb && r[group.begin].is(kAdverb) && !r[group.begin].is(kNegation)) ++group.begin;
  if (to) {
    const bool real =
        group.begin > floor && kRealBeforeTo.contains(r[group.begin - 1].lower) && forms & kBase;
    if (!real) {
      group.shape = VerbShape::kUnreal;
      return group;
    }
    --group.begin;  // "went on to say": the phrase's own verb stands before
    if (group.begin > floor && r[group.begin].lower == "on") --group.begin;
    group.shape = negated ? VerbShape::kUnreal : VerbShape::kFinite;
    return group;
  }
  if (negated || modal) {
    group.shape = VerbShape::kUnreal;
    return group;
  }
  group.perfect = have;
  if (be) {
    group.shape = forms & kGerund       ? VerbShape::kFinite
                  : forms & kParticiple ? VerbShape::kPassive
                                        : VerbShape::kUnreal;
    return group;
  }
  if (have) {
    group.shape = forms & kParticiple ? VerbShape::kFinite : VerbShape::kUnreal;
    return group;
  }
  if (did) {
    group.shape = forms & kBase ? VerbShape::kFinite : VerbShape::kUnreal;
    return group;
  }
  if (forms & kGerund) {
    group.shape = VerbShape::kGerund;
  } else if (forms & kPast) {
    group.shape = VerbShape::kFinite;
    group.maybe_finite = (forms & kParticiple) != 0;
  } else if (forms & (kThird | kBase)) {
    group.shape = VerbShape::kFinite;
  } else {
    group.shape = VerbShape::kParticiple;
  }
  return group;
}

}  // namespace hearsay::statements
