// claims: one proposition with every voice for and against it; disputes: claims that can't all hold.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/corpus_stage.h"
#include "record/corpus.h"

namespace hearsay {

// Gathers the voices of one proposition.
class ClaimStage {
 public:
  using Row = ClaimRow;
  using Group = Claim;

  [[nodiscard]] std::vector<std::string> keys(
      const ClaimRow& row) const;  // subject, aspect and value: one block is one claim
  [[nodiscard]] std::vector<Link> decide(std::span<const ClaimRow* const> block) const;

  // `origins_low` counts first voices that are known to be different (one speaker heard by two outlets is
  // one, an agency's copies are one, all unnamed sources are one); `origins_high` counts every voice that is
  // not known to be another's.
  [[nodiscard]] Claim fold(std::span<const ClaimRow* const> group, std::span<const Link> links) const;
};

// Sets claims on one subject against each other.
class DisputeStage {
 public:
  struct Row {
    Claim claim;
    std::string order;  // of its first voice
  };
  using Group = Dispute;
  static constexpr bool kAllLinks = true;  // "a toll that grew" must hold of every two

  [[nodiscard]] std::vector<std::string> keys(const Row& row) const;  // subject and aspect

  // Dates that don't overlap; numbers of one kind whose ranges don't; doers of other countries or other
  // sectors; places by other names. "At least 12" and "19" can both hold.
  [[nodiscard]] std::vector<Link> decide(std::span<const Row* const> block) const;

  // Explained where a toll grew with time, or where one date is the reaching and the other the taking effect.
  // Else open: only a person settles a dispute.
  [[nodiscard]] Dispute fold(std::span<const Row* const> group, std::span<const Link> links) const;
};

// A claim that voices both assert and deny is a dispute by itself.
[[nodiscard]] bool is_disputed(const Claim& claim);
[[nodiscard]] Dispute dispute_of(const Claim& claim);

}  // namespace hearsay
