#include "stages/extract/body_lines.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "stages/extract/line_model.h"

namespace hearsay {
namespace {

constexpr size_t kMostLines = 50'000;  // that the model is asked about: what it costs grows with them
constexpr double kBase = 0.2;          // log-odds, as all below
constexpr double kUnlikely = -1.5;     // log-odds of a line that stays out even of a clean page
constexpr double kTitle = -2;          // from which on the model's title goes before the rules'
constexpr double kSentenceTitle = 2;   // the same for a line that reads like a sentence of the body
constexpr double kNoHeadline = -3.5;   // below which the rules' title is none

bool is_part_of_its_own(LineKind kind) {
  return kind == LineKind::kDate || kind == LineKind::kByline || kind == LineKind::kNote;
}

bool is_clutter(LineKind kind) {
  return kind == LineKind::kClutter || kind == LineKind::kLabel || kind == LineKind::kComments ||
         kind == LineKind::kPointer;
}

bool is_aside(LineKind kind) { return kind == LineKind::kCaption || kind == LineKind::kCredit; }

// How far the rules' finding goes beyond what the model makes of it: for short pages that were cleaned
// already, of which there were none to learn from (docs/decisions/lines-of-scraped-text.md has what it costs
// elsewhere).
double leaning(const TextRules& rules, size_t i) {
  const TextLine& line = rules.lines[i];
  const LineKind before = i > 0 ? rules.lines[i - 1].kind : LineKind::kShort;
  double sum = before == LineKind::kLabel ? -1 : 0;
  if (is_aside(line.kind)) return sum - 1;
  if (line.kind == LineKind::kProse) return sum + (rules.keep[i] ? 1 : kBase);
  if (line.kind != LineKind::kShort) return sum + kBase;
  // The headline of an inset, close under its picture.
  if (!rules.keep[i] && !line.blank_before && (is_aside(before) || before == LineKind::kPointer))
    return sum - 1;
  return sum + (rules.keep[i] ? 0.6 : kBase);
}

// On a page with nothing around its article, all that stands below the title is the article, but for parts of
// their own and short lines that look like nothing of it; at its end only up to the last that ends like a
// sentence.
void keep_all(const TextRules& rules, const std::vector<double>& scores, std::vector<bool>& keep) {
  const std::vector<TextLine>& lines = rules.lines;
  const auto first = std::find(keep.begin(), keep.end(), true);
  if (first == keep.end()) return;
  size_t last = rules.zone_end;
  const auto ends = [&](const TextLine& line) {
    return line.kind == LineKind::kProse || line.kind == LineKind::kItem || line.features.ends_sentence;
  };
  while (last > 0 && !ends(lines[last - 1])) --last;
  for (auto i = static_cast<size_t>(first - keep.begin()); i < last; ++i)
    if (lines[i].kind == LineKind::kProse || lines[i].kind == LineKind::kItem ||
        (lines[i].kind == LineKind::kShort && (lines[i].features.ends_sentence || scores[i] > kUnlikely)))
      keep[i] = true;
}

void choose_title(TextRules& rules, const std::vector<double>& scores) {
  size_t best = TextRules::kNowhere;
  for (size_t i = 0; i < scores.size(); ++i)
    if (!is_part_of_its_own(rules.lines[i].kind) && (best == TextRules::kNowhere || scores[i] > scores[best]))
      best = i;
  if (best == TextRules::kNowhere) return;
  // A whole sentence is a headline only where that is sure.
  const bool sentence =
      rules.lines[best].kind == LineKind::kProse && rules.lines[best].features.ends_sentence;
  if (scores[best] > (sentence ? kSentenceTitle : kTitle)) {
    if (best == rules.title) return;
    rules.title = best;
    rules.headline = rules.without_site(best);
    rules.zone_begin = std::min(best + 1, rules.zone_end);
  } else if (rules.title != TextRules::kNowhere && rules.lines[rules.title].kind != LineKind::kDatedTitle &&
             scores[rules.title] < kNoHeadline) {
    rules.title = TextRules::kNowhere;
    rules.headline.clear();
  }
}

}  // namespace

void weigh_lines(TextRules& rules) {
  const std::vector<TextLine>& lines = rules.lines;
  if (lines.size() > kMostLines) return;
  const LineScores scores = LineModel::builtin().scores(rules);
  const bool clean =
      std::none_of(lines.begin(), lines.end(), [](const TextLine& line) { return is_clutter(line.kind); });
  choose_title(rules, scores.title);
  const size_t title = rules.title;
  std::vector<bool> keep(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i == title || is_part_of_its_own(lines[i].kind)) continue;
    if (title != TextRules::kNowhere &&
        (lines[i].text == lines[title].text || lines[i].text == rules.headline))
      continue;
    keep[i] = scores.body[i] + leaning(rules, i) > 0 || (clean && rules.keep[i]);
  }
  if (clean) keep_all(rules, scores.body, keep);
  if (std::find(keep.begin(), keep.end(), true) != keep.end()) rules.keep = std::move(keep);
}

}  // namespace hearsay
