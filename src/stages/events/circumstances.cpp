#include "stages/events/circumstances.h"

#include <algorithm>

namespace hearsay::events {

When when_of(const PageView& view, const Grammar& grammar, const Draft& draft) {
  const Document& d = view.document();
  const auto usable = [&](uint32_t i) {
    const uint32_t time = view.time(i);
    if (time == kNone || view.content(i) != draft.said_by) return false;
    const TimeExpression& t = d.times[time];
    return !t.value.empty() &&
           (t.kind == TimeKind::kDate || t.kind == TimeKind::kTime || t.kind == TimeKind::kDuration);
  };
  const Bounds clause = grammar.clause(draft.word);
  uint32_t best = kNone, distance = UINT32_MAX;
  for (uint32_t i = clause.begin; i < clause.end; ++i) {
    if (!usable(i)) continue;
    // A time behind its verb is likelier to be the verb's than one before.
    const uint32_t away = i < draft.first ? 2 * (draft.first - i) : i - draft.first;
    if (away < distance) distance = away, best = i;
  }
  if (best == kNone) {
    const Bounds scope = grammar.scope(draft.word);
    for (uint32_t i = scope.begin; i < scope.end && i < scope.begin + 6 && best == kNone; ++i) {
      if (is_finite_verb(view.word_class(i))) break;
      if (usable(i)) best = i;
    }
  }
  if (best == kNone) return {};
  const TimeExpression& t = d.times[view.time(best)];
  return {t.value, t.span};
}

std::string mode_from_words(const PageView& view, const Grammar& grammar, const Draft& draft) {
  const Bounds clause = grammar.clause(draft.word);
  std::string_view mode;
  uint32_t distance = 14;
  for (uint32_t i = clause.begin; i < clause.end; ++i) {
    const WordEntry* entry = view.entry(i);
    if (entry == nullptr || entry->weapon_mode.empty() ||
        (i >= draft.first && i < draft.end && draft.sense != nullptr && draft.sense->is_verb))
      continue;
    const uint32_t away = i < draft.first ? draft.first - i : i - draft.first;
    if (away < distance) distance = away, mode = entry->weapon_mode;
  }
  return std::string(mode);
}

std::vector<std::string> contexts_of(const PageView& view, const Sentence& sentence) {
  std::vector<std::string> contexts;
  for (uint32_t i = sentence.first_word; i < sentence.last_word; ++i) {
    const WordEntry* entry = view.entry(i);
    if (entry == nullptr) continue;
    for (const std::string_view context : entry->contexts) contexts.emplace_back(context);
  }
  std::sort(contexts.begin(), contexts.end());
  contexts.erase(std::unique(contexts.begin(), contexts.end()), contexts.end());
  return contexts;
}

}  // namespace hearsay::events
