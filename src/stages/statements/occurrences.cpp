#include "stages/statements/occurrences.h"

namespace hearsay::statements {

void Occurrences::build(const PageWords& page, const CueLexicon& lexicon, FormMemory& memory) {
  matches_.clear();
  first_.clear();
  std::vector<std::string_view> words;
  words.reserve(page.size());
  for (uint32_t i = 0; i < page.size(); ++i) words.push_back(page[i].lower);
  for (uint32_t i = 0; i < page.size(); ++i) {
    first_.push_back(static_cast<uint32_t>(matches_.size()));
    if (!page[i].is_word() && page[i].lower.size() < 2) continue;
    lexicon.find(std::span<const std::string_view>(words).subspan(i, page.sentence(i).end - i), memory.forms(words[i]), matches_);
  }
  first_.push_back(static_cast<uint32_t>(matches_.size()));
}

}  // namespace hearsay::statements
