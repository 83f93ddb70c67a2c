// incidents: the events, in one document or many, that tell of one happening, whoever is blamed for it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/corpus_stage.h"
#include "record/corpus.h"

namespace hearsay {

// Whether an event can tell of an incident: a deed that somebody presents as having happened or denies; not
// what is planned, wished or feared, not a speech event, not a contact.
[[nodiscard]] bool tells_of_incident(const EventRow& row);

class IncidentStage {
 public:
  using Row = EventRow;
  using Group = Incident;

  // Blocks: type with the place's words and the days; type with the story; type with the page.
  [[nodiscard]] std::vector<std::string> keys(const EventRow& row) const;

  // Never on type and date alone. Two events are one incident where nothing that both tell differs (who is
  // blamed does not count), the times agree, and two more agree: the place, whom it was done to, the words
  // for it within one story, the toll; or where one sentence tells both.
  [[nodiscard]] std::vector<Link> decide(std::span<const EventRow* const> block) const;

  [[nodiscard]] Incident fold(std::span<const EventRow* const> group, std::span<const Link> links) const;
};

}  // namespace hearsay
