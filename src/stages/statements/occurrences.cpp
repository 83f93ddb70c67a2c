#include "stages/statements/occurrences.h"

#include <algorithm>

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
    const Range sentence = page.sentence(i);
    // "the United States": no word inside a name reports
    if (i > sentence.begin && page[i].capital && page[i].mention != kNone && page[i - 1].capital &&
        page[i - 1].mention == page[i].mention)
      continue;
    const auto rest = std::span<const std::string_view>(words).subspan(i, sentence.end - i);
    const size_t known = matches_.size();
    lexicon.find(rest, memory.forms(words[i]), matches_);
    if (matches_.size() == known) continue;
    const std::string_view before = i > sentence.begin ? words[i - 1] : std::string_view();
    matches_.erase(std::remove_if(matches_.begin() + static_cast<std::ptrdiff_t>(known), matches_.end(),
                                  [&](const CueMatch& match) {
                                    return lexicon.is_near_miss(*match.cue, before,
                                                                rest.subspan(match.words));
                                  }),
                   matches_.end());
  }
  first_.push_back(static_cast<uint32_t>(matches_.size()));
}

}  // namespace hearsay::statements
