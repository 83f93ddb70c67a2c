// Text that was UTF-8, was read as windows-1252 and written as UTF-8 again, perhaps twice: "â€™" for "’".
#pragma once

#include <cstddef>
#include <string>

namespace hearsay {

// Sets such characters right in valid UTF-8 and gives their number. Acts where the text leaves no doubt: on
// sequences that no language writes, and on the doubtful ones ("É…" is both) in a text that is full of them.
[[nodiscard]] size_t repair_mojibake(std::string& text);

}  // namespace hearsay
