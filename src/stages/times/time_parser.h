// Finds expressions of time in a sentence and says what they mean; what the day of publication makes of them
// is not decided here.
#pragma once

#include <cstdint>
#include <vector>

#include "record/document.h"
#include "stages/times/time_meaning.h"
#include "text/reading.h"

namespace hearsay {

struct FoundTime {
  uint32_t first = 0, last = 0;  // words [first, last)
  TimeKind kind = TimeKind::kDate;
  Meaning meaning;
};

// Appends what stands in words [begin, end), in order, without overlap.
void find_times(const Reading& reading, uint32_t begin, uint32_t end, std::vector<FoundTime>& out);

}  // namespace hearsay
