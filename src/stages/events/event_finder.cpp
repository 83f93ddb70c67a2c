#include "stages/events/event_finder.h"

#include <algorithm>

#include "stages/events/circumstances.h"
#include "stages/events/counts.h"
#include "stages/events/merge.h"
#include "stages/events/roles.h"
#include "stages/events/speech_events.h"
#include "stages/events/status.h"
#include "stages/events/triggers.h"

namespace hearsay::events {

void EventFinder::find(Document& document, EventBuffers& buffers) const {
  document.events.clear();
  if (document.words.words.empty()) return;
  buffers.view.read(document, lexicon_);
  buffers.drafts.clear();
  find_speech_events(buffers.view, buffers.drafts);
  const size_t speech_events = buffers.drafts.size();
  for (uint32_t i = 0; i < document.words.sentences.size(); ++i) find_deeds(buffers, i, speech_events);
  find_targets(buffers.drafts, speech_events);
  for (Draft& draft : buffers.drafts)
    draft.contexts = contexts_of(buffers.view, document.words.sentences[draft.sentence]);
  merge_drafts(buffers.view, buffers.drafts, document);
}

namespace {

// A deal reached is SUPPORT, one still to be reached AGREE (RECORD.md, Rulings).
void settle_types(std::vector<Draft>& drafts, size_t first) {
  for (size_t i = first; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.sense->ahead && (draft.status == Status::kFuture || draft.status == Status::kHypothetical))
      draft.type = *draft.sense->ahead;
  }
}

// A word alone is no event: "the language of violence", "an embargo" of nobody on nobody, at no time and
// place.
void drop_bare(std::vector<Draft>& drafts, size_t first) {
  for (size_t i = first; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.sense->needs_count && draft.counts.empty()) draft.dropped = true;
    const bool by_itself = draft.type == EventType::kConsult || draft.type == EventType::kRetreat ||
                           draft.type == EventType::kSupport || draft.type == EventType::kAgree;
    if (!draft.is_noun() || by_itself || draft.definite) continue;
    if (draft.actor.empty() && draft.recipient.empty() && draft.place == kNone &&
        draft.when.interval.empty() && draft.counts.empty())
      draft.dropped = true;
  }
}

}  // namespace

void EventFinder::find_deeds(EventBuffers& buffers, uint32_t index, size_t speech_events) const {
  const PageView& view = buffers.view;
  const Grammar grammar(view, view.document().words.sentences[index]);
  std::vector<Draft>& drafts = buffers.drafts;
  const size_t first = drafts.size();
  find_triggers(view, grammar, lexicon_, index, drafts);
  // The cue of a speech event is no deed beside it.
  const auto is_cue = [&](const Draft& deed) {
    return std::any_of(
        drafts.begin(), drafts.begin() + static_cast<std::ptrdiff_t>(speech_events),
        [&](const Draft& speech) { return speech.first < deed.end && deed.first < speech.end; });
  };
  drafts.erase(std::remove_if(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(), is_cue),
               drafts.end());
  if (drafts.size() == first) return;
  find_roles(view, grammar, lexicon_, drafts, first);
  for (size_t i = first; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.type == EventType::kConsult && draft.channel == Channel::kCall)
      find_call_parties(view, grammar, draft);
    draft.status = status_of(view, grammar, draft);
    draft.when = when_of(view, grammar, draft);
    if (draft.mode.empty() && draft.type == EventType::kAssault)
      draft.mode = mode_from_words(view, grammar, draft);
  }
  find_counts(view, grammar, lexicon_, drafts, first);
  join_elaborations(view, grammar, drafts, first);
  join_casualties(view, drafts, first);
  settle_types(drafts, first);
  drop_bare(drafts, first);
}

}  // namespace hearsay::events
