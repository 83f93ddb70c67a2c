// Which Hearsay this is.
#pragma once

#include <string>

namespace hearsay {

// "0.1.0", with the commit it was built from behind a "+" where that is known. Any thread.
[[nodiscard]] std::string version();

}  // namespace hearsay
