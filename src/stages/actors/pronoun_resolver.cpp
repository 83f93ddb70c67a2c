#include <algorithm>

#include "stages/actors/resolver.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

// "It is clear", "it seems": nobody.
constexpr auto kImpersonal =
    word_set("be seem appear become happen look remain follow matter turn cost take rain");

}  // namespace

uint32_t ActorResolver::last_of(std::initializer_list<ActorKind> kinds, uint32_t n) const {
  const uint32_t sentence = candidates_[n].sentence;
  for (size_t m = history_.size(); m-- > 0;) {
    const Candidate& c = candidates_[history_[m].candidate];
    if (sentence - c.sentence > 3) break;
    if (c.modifier) continue;
    if (std::find(kinds.begin(), kinds.end(), d_.actors[history_[m].actor].kind) != kinds.end())
      return history_[m].actor;
  }
  return kNone;
}

// For "the organisation", "the body": one with a name, in the last few sentences.
uint32_t ActorResolver::last_named_body(uint32_t n) const {
  for (size_t m = history_.size(); m-- > 0;) {
    const Candidate& c = candidates_[history_[m].candidate];
    if (candidates_[n].sentence - c.sentence > 4) break;
    const ActorKind kind = d_.actors[history_[m].actor].kind;
    if ((kind == ActorKind::kBody || kind == ActorKind::kGroup) && (!c.entry.empty() || c.head_named))
      return history_[m].actor;
  }
  return kNone;
}

std::pair<size_t, size_t> ActorResolver::of_sentence(uint32_t sentence) const {
  size_t last = history_.size();
  while (last > 0 && candidates_[history_[last - 1].candidate].sentence > sentence) --last;
  size_t first = last;
  while (first > 0 && candidates_[history_[first - 1].candidate].sentence == sentence) --first;
  return {first, last};
}

uint32_t ActorResolver::pronoun(const Candidate& c) {
  const bool person = c.head == "he" || c.head == "she" || c.head == "him" || c.head == "her";
  const auto fits = [&](const Mentioned& m) {
    const Actor& actor = d_.actors[m.actor];
    const Known& k = known_[m.actor];
    if (candidates_[m.candidate].modifier) return false;
    if (person) {
      if (actor.kind != ActorKind::kPerson && !(actor.kind == ActorKind::kOffice && !k.plural)) return false;
      return c.gender == Gender::kUnknown || k.gender == Gender::kUnknown || c.gender == k.gender;
    }
    if (c.head == "they" || c.head == "them")
      return actor.kind == ActorKind::kGroup && (candidates_[m.candidate].plural || k.plural);
    return actor.kind == ActorKind::kState || actor.kind == ActorKind::kBody ||
           (actor.kind == ActorKind::kGroup && !k.plural);
  };
  if (c.head == "it" && !acts(c)) return kNone;
  if (person && !history_.empty()) {
    // "the leader Orvel that he ...", "Orvel, who said he ..."
    const Mentioned& close = history_.back();
    const Candidate& before = candidates_[close.candidate];
    if (before.sentence == c.sentence && fits(close) && c.first - before.last <= 1 &&
        r_.lower(before.last) == "that")
      return close.actor;
  }
  // Whoever spoke last goes on speaking, unless another has become the subject since.
  if (person && c.subject && says(c)) {
    for (uint32_t back = 1; back <= 4 && back <= c.sentence; ++back) {
      uint32_t speaker = kNone, subject = kNone, only = kNone;
      bool several = false;
      const auto [first, last] = of_sentence(c.sentence - back);
      for (size_t h = first; h < last; ++h) {
        const Mentioned& m = history_[h];
        const Candidate& other = candidates_[m.candidate];
        if (!fits(m)) continue;
        if (speaker == kNone && speaks(other)) speaker = m.actor;
        if (subject == kNone && other.subject) subject = m.actor;
        several = several || (only != kNone && only != m.actor);
        only = m.actor;
      }
      if (speaker != kNone || subject != kNone) return speaker != kNone ? speaker : subject;
      // "..., Orlan in an interview": the one person of the sentence before, though no verb is hers.
      if (back == 1 && only != kNone && !several) return only;
    }
  }
  for (uint32_t back = 0; back <= 2; ++back) {
    if (back > c.sentence) break;
    const uint32_t sentence = c.sentence - back;
    uint32_t subject = kNone, last = kNone;
    int others = 0;
    const auto [begin, end] = of_sentence(sentence);
    for (size_t h = begin; h < end; ++h) {
      const Mentioned& m = history_[h];
      const Candidate& other = candidates_[m.candidate];
      if (!fits(m)) continue;
      if (c.head == "him" || c.head == "them" || (c.head == "her")) {
        // Its own clause's subject is not the object.
        if (other.sentence == c.sentence && other.subject && r_.shape(c.first).begin - byte(other) < 40)
          continue;
      }
      if (other.subject && subject == kNone) subject = m.actor;
      if (last != kNone && last != m.actor) ++others;
      last = m.actor;
    }
    const uint32_t chosen = subject != kNone ? subject : others == 0 ? last : kNone;
    if (chosen == kNone) {
      if (last != kNone) return kNone;  // several, none the subject
      continue;
    }
    return chosen;
  }
  return kNone;
}

bool ActorResolver::says(const Candidate& c) const {
  uint32_t k = c.last;
  if (r_.word(k) == "," && is_verb(r_[k + 1])) ++k;  // "the editor, Samuel Tal, told"
  while (k < r_.size() && (r_[k] == WordClass::kAdverb || r_[k] == WordClass::kHave)) ++k;
  return is_verb(r_[k]) && is_speech_verb(r_.lemma(k));
}

bool ActorResolver::speaks(const Candidate& c) const {
  if (says(c)) return true;
  // "..., said Orlan." but not "said Orlan had left"
  if (is_verb(r_[c.last]) || is_auxiliary(r_[c.last]) || r_[c.last] == WordClass::kOpen) return false;
  return c.first > 0 && is_verb(r_[c.first - 1]) && is_speech_verb(r_.lemma(c.first - 1)) &&
         r_[c.first - 1] == WordClass::kPast && r_.lemma(c.first - 1) != "tell" &&
         r_.lemma(c.first - 1) != "ask" && r_.lemma(c.first - 1) != "urge" &&
         r_.lemma(c.first - 1) != "accuse";
}

bool ActorResolver::acts(const Candidate& c) const {
  uint32_t k = c.last;
  while (k < r_.size() &&
         (r_[k] == WordClass::kAdverb || r_[k] == WordClass::kHave || r_[k] == WordClass::kModal ||
          r_[k] == WordClass::kDo || r_[k] == WordClass::kNegation))
    ++k;
  if (r_[k] == WordClass::kBe) return is_verb(r_[k + 1]) && r_[k + 1] == WordClass::kIng;
  return is_verb(r_[k]) && !kImpersonal.contains(r_.lemma(k));
}

}  // namespace hearsay
