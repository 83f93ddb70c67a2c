// The whole of this stage over one page, given its lexicon.
#pragma once

#include <vector>

#include "stages/events/draft.h"
#include "stages/events/lexicon.h"
#include "stages/events/page_view.h"

namespace hearsay::events {

// What one worker keeps between pages.
struct EventBuffers {
  PageView view;
  std::vector<Draft> drafts;
};

// Immutable; any number of threads may call `find` at once, each with buffers of its own.
class EventFinder {
 public:
  // `lexicon` must outlive the finder.
  explicit EventFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Writes Document::events from the layers before it. A page without words (in another language) has none.
  void find(Document& document, EventBuffers& buffers) const;

 private:
  void find_deeds(EventBuffers& buffers, uint32_t sentence, size_t speech_events) const;

  const Lexicon& lexicon_;
};

}  // namespace hearsay::events
