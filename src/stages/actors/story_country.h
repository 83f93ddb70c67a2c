// Which country a page is about, and which one the words nearby speak of: for "the army", "residents", "the
// ministry".
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "record/document.h"
#include "stages/actors/noun_phrase.h"

namespace hearsay {

class StoryCountry {
 public:
  StoryCountry(const Document& document, const std::vector<Candidate>& candidates);

  // ISO alpha-3 of the country where most of what is told happens; of the one named most where no place says
  // so; "" for none.
  [[nodiscard]] const std::string& of_page() const { return page_; }

  // The country of the last place before byte `at` in the same sentence ("In Orvel, the president ..."), or
  // of the first behind it; "" where the sentence names no place.
  [[nodiscard]] std::string near(uint32_t sentence, uint32_t at) const;

 private:
  const Document& document_;
  std::string page_;
};

}  // namespace hearsay
