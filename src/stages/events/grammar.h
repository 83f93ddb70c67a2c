// Who stands where around a verb or noun, told from word classes and word order: there is no parse yet, so
// each answer is a guess that errs towards nothing. All indexes are words of the page; a search never leaves
// its sentence, nor the content of the statement that its word stands in.
#pragma once

#include <cstdint>
#include <optional>

#include "stages/events/page_view.h"

namespace hearsay::events {

struct Bounds {
  uint32_t begin = 0, end = 0;
  [[nodiscard]] bool has(uint32_t i) const { return begin <= i && i < end; }
};

// The verb with its auxiliaries: "has not yet been allowed". `begin` is its first word.
struct VerbGroup {
  uint32_t begin = 0, verb = 0;
  bool be = false, have = false, negated = false, to = false;
  uint32_t modal = kNone;  // the modal's index
  bool passive = false;
};

// What a search for a subject found: a phrase, or that the speaker or the one spoken to is meant ("threatened
// to attack").
enum class Controller : uint8_t { kNone, kPhrase, kSource, kAddressee };
struct Subject {
  Controller controller = Controller::kNone;
  Phrase phrase;
};

class Grammar {
 public:
  Grammar(const PageView& view, const Sentence& sentence)
      : view_(view), sentence_{sentence.first_word, sentence.last_word} {}

  // The sentence's words that share the innermost content of word i, from the first to the last without a gap
  // of another sentence.
  [[nodiscard]] Bounds scope(uint32_t i) const;
  // The stretch around i without a conjunction that opens a clause, a relative word or a strong mark.
  [[nodiscard]] Bounds clause(uint32_t i) const;

  [[nodiscard]] VerbGroup group(uint32_t verb) const;
  [[nodiscard]] Subject subject(uint32_t verb, int depth = 0) const;
  // The phrase right after word `end` - 1; of coordinated verbs ("killed and wounded ...") the last one's.
  [[nodiscard]] Phrase object(uint32_t end, Bounds scope) const;
  // The object that a relative clause without pronoun leaves in front of its subject ("the troops it has
  // deployed").
  [[nodiscard]] Phrase object_before(uint32_t verb) const;
  // Extends "dozens", "a number" with "of ..." to the end of what is counted, with its head.
  [[nodiscard]] Phrase counted(Phrase phrase, Bounds scope) const;
  // The phrase right before word i, over commas and adverbs; an empty one where something else stands there.
  [[nodiscard]] Phrase phrase_before(uint32_t i, Bounds scope) const;
  // Joins "A, B and C" in front of or behind `phrase` to its whole list.
  [[nodiscard]] Phrase whole_list(Phrase phrase, Bounds scope) const;

  [[nodiscard]] Bounds sentence() const { return sentence_; }
  [[nodiscard]] const PageView& view() const { return view_; }

 private:
  [[nodiscard]] Subject controlled(uint32_t verb, const VerbGroup& group, Bounds scope, int depth) const;
  [[nodiscard]] Subject walk_left(uint32_t from, uint32_t verb, Bounds scope, int depth) const;
  [[nodiscard]] Subject outside(uint32_t verb, const VerbGroup& group) const;
  [[nodiscard]] bool is_verb_word(uint32_t i) const;

  const PageView& view_;
  Bounds sentence_;
};

// "dozens", "hundreds", "number", "group": words that count what follows "of".
[[nodiscard]] bool is_quantity(std::string_view lower);
// Verbs whose object is the subject of the infinitive after it ("urged Y to stop").
[[nodiscard]] bool controls_by_object(std::string_view lemma);

}  // namespace hearsay::events
