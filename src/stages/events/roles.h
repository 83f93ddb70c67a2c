// Who acts in a draft, on whom, where, and by what order of words.
#pragma once

#include <vector>

#include "stages/events/draft.h"
#include "stages/events/grammar.h"

namespace hearsay::events {

// The actor that a phrase names: the words of its mention (the whole noun phrase), else the phrase's own; its
// code. A pronoun of the first person inside a statement is its source. A place gives its country alone.
[[nodiscard]] Role role_of(const PageView& view, const Phrase& phrase, uint32_t said_by);
[[nodiscard]] Role source_role(const Document& document, const Statement& statement);
[[nodiscard]] Role addressee_role(const Document& document, const Statement& statement);
// The role of any span: of the mention that it holds or stands in.
[[nodiscard]] Role span_role(const PageView& view, Span span);

// Fills the roles and the place of each draft of one sentence; status that a governing verb gives ("planned
// an attack") too.
void find_roles(const PageView& view, const Grammar& grammar, const Lexicon& lexicon,
                std::vector<Draft>& drafts, size_t first);

// Parties of a call named by its channel alone ("told Y by telephone"): the speaker and the one spoken to.
void find_call_parties(const PageView& view, const Grammar& grammar, Draft& draft);

}  // namespace hearsay::events
