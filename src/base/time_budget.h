// A limit on the processor time that the calling thread spends: other threads and a busy machine do not
// count.
#pragma once

#include <chrono>

namespace hearsay {

// Processor time of the calling thread so far.
[[nodiscard]] std::chrono::nanoseconds thread_time();

// Runs from its construction, on the thread that made it.
class TimeBudget {
 public:
  explicit TimeBudget(std::chrono::nanoseconds limit) : end_(thread_time() + limit) {}
  [[nodiscard]] bool is_spent() const { return thread_time() >= end_; }

 private:
  std::chrono::nanoseconds end_;
};

}  // namespace hearsay
