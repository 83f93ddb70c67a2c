#include "stages/actors/story_country.h"

#include <algorithm>

#include "text/word_set.h"

namespace hearsay {

StoryCountry::StoryCountry(const Document& document, const std::vector<Candidate>& candidates)
    : document_(document) {
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
    if (c.sector == "CVL" || c.sector == "REB" || c.sector == "OPP" || c.sector == "UAF")
      placed[c.country] += 1.5;
    if (c.located && c.kind == CandidateKind::kState) placed[c.country] += 1;
    // "the Orlish town of Tal"
    static constexpr auto kPlaceNouns =
        word_set("town city village province capital port district border island region");
    if (c.modifier && c.last < document.words.words.size() &&
        kPlaceNouns.contains(document.words_of(document.words.words[c.last].span)))
      placed[c.country] += 3;
  }
  const auto best = [](const std::map<std::string, double>& weights) {
    const auto top = std::max_element(weights.begin(), weights.end(),
                                      [](const auto& a, const auto& b) { return a.second < b.second; });
    return top == weights.end() || top->second <= 0 ? std::string{} : top->first;
  };
  // Where it happens outweighs who is named; among equals the one named more.
  for (const auto& [country, weight] : named) placed[country] += 0.1 * weight;
  page_ = best(placed);
}

std::string StoryCountry::near(uint32_t sentence, uint32_t at) const {
  if (sentence >= document_.words.sentences.size()) return {};
  const Span span = document_.words.sentences[sentence].span;
  std::string before, behind;
  const auto first = std::partition_point(document_.places.begin(), document_.places.end(),
                                          [&](const PlaceMention& p) { return p.span.begin < span.begin; });
  for (auto it = first; it != document_.places.end() && it->span.begin < span.end; ++it) {
    const PlaceMention& p = *it;
    if (!span.contains(p.span) || p.country.empty() || p.precision >= 7) continue;
    if (p.span.begin < at)
      before = p.country;
    else if (behind.empty())
      behind = p.country;
  }
  return before.empty() ? behind : before;
}

}  // namespace hearsay
