#pragma once

#include <string_view>

namespace hearsay {

// 1 ... 12 for a month's name or its usual abbreviation (with or without full stop), in folded form (`fold`);
// 0 for any other word.
[[nodiscard]] int month_of(std::string_view folded);

// 0 Monday ... 6 Sunday for a weekday's name or abbreviation in folded form; -1 for any other word.
[[nodiscard]] int weekday_name(std::string_view folded);

}  // namespace hearsay
