// agreements: truces, deals and undertakings, each with its ledger: what bears on it, as somebody's word.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/corpus_stage.h"
#include "record/corpus.h"

namespace hearsay {

class AgreementStage {
 public:
  using Row = AgreementRow;
  using Group = Agreement;

  // Blocks: the page; the story; the parties with the month.
  [[nodiscard]] std::vector<std::string> keys(const AgreementRow& row) const;

  // Two mentions are one agreement where their kinds go together and neither parties, place nor dates tell
  // them apart, and
  //   - both stand on one page or in one story, or
  //   - both name the same two parties and their dates are at most ten days apart.
  // Dates that differ by days are a dispute about one deal rather than two deals. Undertakings also need the
  // same giver, and words in common where both state what was undertaken. An earlier or another deal ("a
  // previous truce") stands apart.
  [[nodiscard]] std::vector<Link> decide(std::span<const AgreementRow* const> block) const;

  // The ledger lists each bearing once; the answer to an allegation is looked for among the accused's own
  // words.
  [[nodiscard]] Agreement fold(std::span<const AgreementRow* const> group, std::span<const Link> links) const;
};

// Whether a group is worth a row: more than a bare word ("a deal"), that is a party, a place, a date or an
// allegation.
[[nodiscard]] bool is_telling(const Agreement& agreement);

}  // namespace hearsay
