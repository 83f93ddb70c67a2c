#include "stages/actors/story_country.h"

#include <algorithm>

namespace hearsay {

StoryCountry::StoryCountry(const Document& document, const std::vector<Candidate>& candidates) : document_(document) {
  std::map<std::string, double> placed, named;
  for (const PlaceMention& p : document.places) {
    if (p.country.empty()) continue;
    placed[p.country] += p.precision < 7 ? 3 : 0;
    named[p.country] += 1;
  }
  for (const Candidate& c : candidates) {
    if (c.country.empty()) continue;
    named[c.country] += 0.5;
    // Whose towns, rebels and civilians these are.
    if (c.sector == "CVL" || c.sector == "REB" || c.sector == "OPP" || c.sector == "UAF") placed[c.country] += 1.5;
    if (c.located && c.kind == CandidateKind::kState) placed[c.country] += 1;
  }
  const auto best = [](const std::map<std::string, double>& weights) {
    const auto top = std::max_element(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return top == weights.end() || top->second <= 0 ? std::string{} : top->first;
  };
  page_ = best(placed);
  if (page_.empty()) page_ = best(named);
}

std::string StoryCountry::near(uint32_t sentence, uint32_t at) const {
  if (sentence >= document_.words.sentences.size()) return {};
  const Span span = document_.words.sentences[sentence].span;
  std::string before, behind;
  for (const PlaceMention& p : document_.places) {
    if (!span.contains(p.span) || p.country.empty()) continue;
    if (p.span.begin < at) before = p.country;
    else if (behind.empty()) behind = p.country;
  }
  return before.empty() ? behind : before;
}

}  // namespace hearsay
