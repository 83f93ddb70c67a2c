// Runs phase A's work over many inputs on several threads and hands the results over in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "pipeline/doc_stage.h"

namespace hearsay {

// Calls `work(i, scratch)` for i = 0 ... count-1 on `threads` workers, each with a scratch of its own, and `sink(i, result)` on the
// calling thread for i = 0, 1, 2 ...: what is written does not depend on how many threads there are. At most `window` results wait
// at a time, which bounds memory. `sink` returns false to stop early. Results must be movable; `work` must not throw.
template <class T, class Work, class Sink>
void map_in_order(size_t count, unsigned threads, size_t window, Work work, Sink sink) {
  if (threads <= 1) {
    Scratch scratch;
    for (size_t i = 0; i < count; ++i)
      if (!sink(i, work(i, scratch))) return;
    return;
  }
  std::mutex mutex;
  std::condition_variable changed;
  std::map<size_t, T> finished;
  size_t next_to_start = 0, next_to_sink = 0;
  bool stopped = false;

  std::vector<std::thread> workers;
  for (unsigned t = 0; t < threads; ++t) {
    workers.emplace_back([&] {
      Scratch scratch;
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return stopped || next_to_start >= count || next_to_start < next_to_sink + window; });
        if (stopped || next_to_start >= count) return;
        const size_t i = next_to_start++;
        lock.unlock();
        T result = work(i, scratch);
        lock.lock();
        finished.emplace(i, std::move(result));
        changed.notify_all();
      }
    });
  }
  while (next_to_sink < count) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return finished.count(next_to_sink) > 0; });
    T result = std::move(finished.extract(next_to_sink).mapped());
    lock.unlock();
    const bool go_on = sink(next_to_sink, std::move(result));
    lock.lock();
    ++next_to_sink;
    if (!go_on) stopped = true;
    changed.notify_all();
    if (stopped) break;
  }
  for (std::thread& worker : workers) worker.join();
}

}  // namespace hearsay
