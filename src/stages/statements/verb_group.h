// The auxiliaries around a verb: whether something was really said, and by the subject.
#pragma once

#include "stages/statements/page_words.h"
#include "stages/statements/word_forms.h"

namespace hearsay::statements {

enum class VerbShape : uint8_t {
  kFinite,      // "said", "says", "has said", "is saying": the subject stands before
  kPassive,     // "was told", "is believed"
  kGerund,      // "saying" without "be"
  kParticiple,  // "described by ..." without an auxiliary; may also be a finite past: see `maybe_finite`
  kUnreal,      // negated, under a modal, an infinitive: no saying took place
};

struct VerbGroup {
  VerbShape shape = VerbShape::kFinite;
  uint32_t begin = 0;         // the first auxiliary, or the verb itself
  bool maybe_finite = false;  // a form that is past and participle alike, without auxiliary
  bool perfect = false;
};

[[nodiscard]] VerbGroup verb_group(const PageWords& reading, uint32_t verb, FormBits forms, uint32_t floor);

}  // namespace hearsay::statements
