// How many columns text takes on a terminal, and text made safe to print there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

// Columns that UTF-8 text takes where each character has the width that UAX #11 gives it: 0 for marks that
// combine, 2 for wide and full-width characters and for emoji, 1 for all else. What hangs together (a letter
// with its accents, a flag, a family) is as wide as its first character. Control characters take none.
[[nodiscard]] size_t display_width(std::string_view text);

// Bytes of the longest beginning of `text` that takes `columns` at most and does not part what hangs
// together.
[[nodiscard]] size_t fitting_prefix(std::string_view text, size_t columns);

// The text on one line and without what would command the terminal or turn the direction of what follows:
// control characters (escape sequences begin with one) and directional marks are left out, each run of white
// space becomes one space.
[[nodiscard]] std::string printable(std::string_view text);

// The same without spaces at its ends.
[[nodiscard]] std::string printable_line(std::string_view text);

}  // namespace hearsay
