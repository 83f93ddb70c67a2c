// contacts: meetings, calls, visits and letters, who with whom, from the CONSULT events of all documents.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/corpus_stage.h"
#include "record/corpus.h"

namespace hearsay {

// A CONSULT whose two parties are both named, and are actors.
[[nodiscard]] bool tells_of_contact(const EventRow& row);

class ContactStage {
 public:
  using Row = EventRow;
  using Group = Contact;

  // Blocks: the two countries (or, where a code is missing, names), with the week.
  [[nodiscard]] std::vector<std::string> keys(const EventRow& row) const;

  // One contact: the same two persons, or two bodies or states with a person of each; by channels that agree;
  // on days that agree. A contact that is planned or denied joins one that took place (its status is then
  // that of the one that took place).
  [[nodiscard]] std::vector<Link> decide(std::span<const EventRow* const> block) const;

  [[nodiscard]] Contact fold(std::span<const EventRow* const> group, std::span<const Link> links) const;
};

}  // namespace hearsay
