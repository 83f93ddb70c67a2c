// Who asserts what: the propositions in which the members of an incident, or the mentions of an agreement,
// commit themselves.
#pragma once

#include <span>
#include <vector>

#include "record/corpus.h"

namespace hearsay {

// One row for each answer that a member gives to a question of the incident: whether it happened, who did it,
// how many, when, where. `events` are the incident's members. What only one member says at all makes a claim,
// not a dispute.
[[nodiscard]] std::vector<ClaimRow> claims_of(const Incident& incident, RowId row,
                                              std::span<const EventRow> events);

// The dates that the mentions of an agreement give it.
[[nodiscard]] std::vector<ClaimRow> claims_of(const Agreement& agreement, RowId row);

}  // namespace hearsay
