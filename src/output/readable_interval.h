// An interval as people write it: shorter than FROM..TO, and no less exact.
#pragma once

#include <string>

#include "record/interval.h"

namespace hearsay {

// One day "2016-09-28", with the hour "2016-09-28 15:59" (its offset is in exports); a whole month "2016-09",
// a whole year "2016"; days of one year "2016-09-28..10-02", else "2016-12-30..2017-01-02"; open
// "2016-09-28..". Nothing "".
[[nodiscard]] std::string readable(const Interval& interval);

// The same without hours.
[[nodiscard]] std::string readable_days(const Interval& interval);

}  // namespace hearsay
