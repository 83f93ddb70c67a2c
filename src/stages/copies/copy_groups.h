// copies, phase B: pages whose text is the same report, whole or in part; and the same page fetched again,
// unchanged or changed.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/corpus_stage.h"
#include "record/corpus.h"

namespace hearsay {

class CopyStage {
 public:
  using Row = DocumentRow;
  using Group = CopyGroup;

  // Blocks: each telling paragraph, bands of the minhash, each address.
  [[nodiscard]] std::vector<std::string> keys(const DocumentRow& row) const;

  // Two pages belong together where
  //   - they share an address, and their words resemble each other (a recapture or a revision), or
  //   - their shingles resemble each other by half or more, or
  //   - whole paragraphs that make up half of the shorter one stand in both.
  // One shared paragraph, such as a quotation both took from a statement, is no copy.
  [[nodiscard]] std::vector<Link> decide(std::span<const DocumentRow* const> block) const;

  // The origin is the agency that a member credits or is, else the earliest member's outlet.
  [[nodiscard]] CopyGroup fold(std::span<const DocumentRow* const> group, std::span<const Link> links) const;
};

}  // namespace hearsay
