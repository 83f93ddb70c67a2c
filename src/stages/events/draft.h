// A deed as it is found in one sentence, before the mentions of one event are brought together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/events/lexicon.h"
#include "stages/events/page_view.h"

namespace hearsay::events {

struct Role {
  Span span;
  uint32_t actor = kNone;  // index into Document::actors
  std::string code;
  [[nodiscard]] bool empty() const { return span.empty(); }
};

struct Draft {
  EventType type = EventType::kAssault;
  std::string mode;
  std::vector<std::string> contexts;
  uint32_t sentence = 0;
  uint32_t first = 0, end = 0;  // words of the trigger
  uint32_t behind =
      0;              // the first word behind it and the words that belong to it ("met | with", "met with |")
  uint32_t word = 0;  // its verb, or its main noun
  const Sense* sense = nullptr;  // none of a speech event
  uint8_t forms = 0;
  bool passive = false;
  bool definite = false;  // "the attack", "Tuesday's attack": told of before, or known
  Role actor, recipient;
  Phrase recipient_phrase;  // whose number may be the count
  uint32_t place = kNone;
  When when;
  Status status = Status::kActual;
  uint32_t said_by = kNone;
  std::vector<Count> counts;
  Channel channel = Channel::kUnknown;
  uint32_t speech = kNone;
  bool dropped = false;  // it is part of another draft, or no event after all

  [[nodiscard]] bool is_noun() const { return sense != nullptr && !sense->is_verb; }
};

}  // namespace hearsay::events
