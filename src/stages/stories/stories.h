// stories: the documents that report one happening as it develops.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/corpus_stage.h"
#include "record/corpus.h"

namespace hearsay {

// How alike two pages' terms are: the cosine of their weighted term vectors, 0 ... 1. Terms must be sorted by
// weight, none twice.
[[nodiscard]] double term_similarity(const StoryRow& a, const StoryRow& b);

// Sets the weights of `rows`: the terms of a page weigh by how often the page uses them (the order of
// `terms`) and by how few pages of the record have them (inverse document frequency). A plain count over the
// record: the one step that needs every page's terms.
void weigh_terms(std::vector<StoryRow>& rows);

class StoryStage {
 public:
  using Row = StoryRow;
  using Group = Story;

  // Blocks: each of a page's most telling terms, within a span of days.
  [[nodiscard]] std::vector<std::string> keys(const StoryRow& row) const;

  // Copies of one report belong to one story. Others where they share telling names and are published close
  // together: the further apart, the more they must share. A page whose date is not known must share most.
  [[nodiscard]] std::vector<Link> decide(std::span<const StoryRow* const> block) const;

  [[nodiscard]] Story fold(std::span<const StoryRow* const> group, std::span<const Link> links) const;
};

}  // namespace hearsay
