#include "stages/times/tense.h"

#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kFutureModals = word_set("will wo 'll ’ll shall would may might must should");
// Before "to" and a verb: what follows has not happened yet.
constexpr auto kForwardVerbs = word_set(
    "plan expect schedule intend agree order prepare promise vow pledge want hope decide offer due set ready "
    "likely about ask urge "
    "demand tell call invite require oblige invite slate propose threaten be have");
// "is due on Friday", "scheduled for Friday".
constexpr auto kForwardWords =
    word_set("due scheduled slated planned expected upcoming ahead deadline ultimatum");
// Present tense that announces: "the truce expires on Friday".
constexpr auto kAnnounced = word_set(
    "expire begin start end open meet resume take hold vote travel visit arrive leave come run-off close "
    "convene");
// "Planned a march on Saturday".
constexpr auto kPlanners = word_set("plan schedule slate");
// Past verbs with "until": the time is set, not passed.
constexpr auto kSetters = word_set("give have set extend postpone delay promise vow allow order tell");

// The verb at `i` as it speaks of time.
Tense tense_of(const Reading& r, uint32_t i, uint32_t begin) {
  switch (r[i]) {
    case WordClass::kModal:
      return kFutureModals.contains(r.lower(i)) ? Tense::kFuture : Tense::kUnknown;
    case WordClass::kPast:
      return kPlanners.contains(r.lemma(i)) ? Tense::kFuture : Tense::kPast;
    case WordClass::kParticiple: {
      if (kPlanners.contains(r.lemma(i)) || (r.lower(i) == "set" && r.lower(i + 1) == "for"))
        return Tense::kFuture;
      // "is expected", "to be held", "will be held" look forward; "was held", "have held" back.
      for (uint32_t k = i; k-- > begin && k + 5 > i;) {
        if (r[k] == WordClass::kModal || r[k] == WordClass::kTo) return Tense::kFuture;
        if (r.lower(k) == "be" || r[k] == WordClass::kAdverb) continue;
        if (kForwardWords.contains(r.lower(i)) && r[k] == WordClass::kBe) return Tense::kFuture;
        if (r[k] == WordClass::kBe || r[k] == WordClass::kHave) return Tense::kPast;
        if (is_verb(r[k]) || r[k] == WordClass::kComma) break;
      }
      return Tense::kPast;
    }
    case WordClass::kBase: {
      for (uint32_t k = i; k-- > begin && k + 4 > i;) {
        if (r[k] == WordClass::kModal) return tense_of(r, k, begin);
        if (r[k] == WordClass::kTo) {
          // "agreed to withdraw": the withdrawal lies ahead; "failed to withdraw" does not.
          for (uint32_t v = k; v-- > begin && v + 7 > k;) {
            if (kForwardVerbs.contains(r.lemma(v)) || kForwardWords.contains(r.lower(v)))
              return Tense::kFuture;
            if (r[v] == WordClass::kBe || r[v] == WordClass::kHave) return Tense::kFuture;
            if (const Tense tense = is_verb(r[v]) ? tense_of(r, v, begin) : Tense::kUnknown;
                tense != Tense::kUnknown)
              return tense;
          }
          return Tense::kFuture;
        }
        if (r[k] == WordClass::kDo) return r.lower(k) == "did" ? Tense::kPast : Tense::kUnknown;
      }
      return Tense::kUnknown;
    }
    case WordClass::kPresent:
    case WordClass::kPresentS:
      return kAnnounced.contains(r.lemma(i)) ? Tense::kFuture : Tense::kUnknown;
    case WordClass::kBe: {
      const std::string_view w = r.lower(i);
      return w == "was" || w == "were" || w == "been" ? Tense::kPast : Tense::kUnknown;
    }
    case WordClass::kHave:
      return r.lower(i) == "had" ? Tense::kPast : Tense::kUnknown;
    case WordClass::kDo:
      return r.lower(i) == "did" ? Tense::kPast : Tense::kUnknown;
    default:
      return Tense::kUnknown;
  }
}

bool ends_clause(const Reading& r, uint32_t i) {
  return r[i] == WordClass::kStop || r[i] == WordClass::kOpen || r.word(i) == ";" || r.word(i) == "\u2014" ||
         r.word(i) == "\u2013";
}

}  // namespace

Tense tense_around(const Reading& r, uint32_t first, uint32_t last, uint32_t begin, uint32_t end) {
  const std::string_view before = first > begin ? r.lower(first - 1) : std::string_view{};
  const bool until = before == "until" || before == "till";
  for (uint32_t k = last; k < end && k < last + 3; ++k) {
    if (r.lower(k) == "deadline" || r.lower(k) == "ultimatum") return Tense::kFuture;
    if (is_mark(r[k])) break;
  }
  // "Wednesday's ruling" has been made, whatever will come of it.
  if (last < end && is_possessor_mark(r.word(last))) return Tense::kPast;
  uint32_t left = first;
  for (; left > begin && first - left < 24; --left) {
    const uint32_t k = left - 1;
    if (ends_clause(r, k)) break;
    if (kForwardWords.contains(r.lower(k)) && first - k < 5) return Tense::kFuture;
    if (r[k] == WordClass::kComma) continue;
    if (r.lower(k) == "unless" || r.lower(k) == "if") return Tense::kFuture;
    const Tense tense = tense_of(r, k, begin);
    if (tense == Tense::kUnknown) continue;
    if (tense == Tense::kPast && until && kSetters.contains(r.lemma(k))) return Tense::kFuture;
    return tense;
  }
  for (uint32_t k = last; k < end && k < last + 12; ++k) {
    if (ends_clause(r, k)) break;
    const Tense tense = tense_of(r, k, begin);
    if (tense != Tense::kUnknown) return tense;
  }
  return until || before == "by" ? Tense::kFuture : Tense::kUnknown;
}

}  // namespace hearsay
