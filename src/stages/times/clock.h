// Hours: "14:30", "7 p.m. local time", "9.40am GMT", "midnight", "5 o'clock".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "text/reading.h"

namespace hearsay {

struct Clock {
  uint32_t last = 0;  // one past its last word
  std::string iso;    // "14:30", "14:30+00:00"
  bool sure = false;  // false: could be a score or a ratio, and needs "at" before it
};

// The hour that begins at word `i`; nothing where there is none.
[[nodiscard]] std::optional<Clock> read_clock(const Reading& reading, uint32_t i, uint32_t end);

}  // namespace hearsay
