// What every run over pages does alike, whatever becomes of them: the knowledge it asks, the threads it
// takes, the window in which it works.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <thread>

#include "input/page_stream.h"
#include "knowledge/knowledge.h"
#include "pipeline/executor.h"

namespace hearsay {

// The built-in tables, or those of a folder that a user names.
class ChosenKnowledge {
 public:
  // "": the built-in ones. kBadTable.
  [[nodiscard]] static Result<ChosenKnowledge> load(const std::string& folder) {
    ChosenKnowledge chosen;
    if (folder.empty()) return chosen;
    Result<Knowledge> loaded = Knowledge::load(folder);
    if (!loaded) return loaded.error();
    chosen.replaced_ = std::move(loaded.value());
    return chosen;
  }
  [[nodiscard]] const Knowledge& get() const { return replaced_ ? *replaced_ : Knowledge::builtin(); }

 private:
  std::optional<Knowledge> replaced_;
};

// map_in_order over the stream's pages. `threads`: 0 for one on each core.
template <class Outcome, class Work, class Sink>
void run_over_pages(PageStream& pages, unsigned threads, Work work, Sink sink) {
  constexpr size_t kBytesInFlight = size_t{64} << 20;  // of pages drawn and not yet handed over
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  map_in_order<Outcome>(
      threads, Window{size_t{8} * threads, kBytesInFlight}, [&] { return pages.next(); },
      [](const PageStream::Item& item) { return item.page ? item.page->bytes.size() : 0; }, work, sink);
}

}  // namespace hearsay
