// Runs phase A's work over a stream of inputs on several threads and hands the results over in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "pipeline/doc_stage.h"

namespace hearsay {

// How much may be pulled and not yet sunk: this bounds memory, whatever the length of the stream.
struct Window {
  size_t items = 16;
  size_t weight = size_t{64} << 20;  // passed by one item at most
};

// Calls `pull()` for one item after the other until it gives nothing, one call at a time; `work(item,
// scratch)` on `threads` workers, each with a scratch of its own; and `sink(result)` on the calling thread in
// the order of the items: what is written does not depend on how many threads there are. `weigh(item)` is
// what an item counts in the window, such as its bytes. `sink` returns false to stop early. Items and results
// must be movable; none of the four may throw.
template <class Out, class Pull, class Weigh, class Work, class Sink>
void map_in_order(unsigned threads, const Window& window, Pull pull, Weigh weigh, Work work, Sink sink) {
  if (threads <= 1) {
    Scratch scratch;
    while (auto item = pull())
      if (!sink(work(std::move(*item), scratch))) return;
    return;
  }
  struct Finished {
    Out result;
    size_t weight;
  };
  std::mutex pulling;  // held over `pull`, so that numbers are in the order of the stream
  std::mutex mutex;    // guards what follows
  std::condition_variable changed;
  std::map<size_t, Finished> finished;
  size_t pulled = 0, sunk = 0, weight = 0;
  bool stopped = false, ended = false;

  std::vector<std::thread> workers;
  for (unsigned t = 0; t < threads; ++t) {
    workers.emplace_back([&] {
      Scratch scratch;
      for (;;) {
        std::unique_lock turn(pulling);
        {
          std::unique_lock lock(mutex);
          changed.wait(lock, [&] {
            return stopped || ended || (pulled - sunk < window.items && weight < window.weight);
          });
          if (stopped || ended) return;
        }
        auto item = pull();
        const size_t item_weight = item ? weigh(*item) : 0;
        size_t number = 0;
        {
          const std::lock_guard lock(mutex);
          if (item) {
            number = pulled++;
            weight += item_weight;
          } else {
            ended = true;
          }
        }
        if (!item) {
          changed.notify_all();
          return;
        }
        turn.unlock();
        Finished done{work(std::move(*item), scratch), item_weight};
        {
          const std::lock_guard lock(mutex);
          finished.emplace(number, std::move(done));
        }
        changed.notify_all();
      }
    });
  }
  for (;;) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return finished.count(sunk) > 0 || (ended && sunk == pulled); });
    auto next = finished.extract(sunk);
    if (!next) break;
    lock.unlock();
    const bool go_on = sink(std::move(next.mapped().result));
    lock.lock();
    weight -= next.mapped().weight;
    ++sunk;
    if (!go_on) stopped = true;
    changed.notify_all();
    if (stopped) break;
  }
  for (std::thread& worker : workers) worker.join();
}

}  // namespace hearsay
