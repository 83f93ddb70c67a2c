// When a file of many pages is given up.
#pragma once

#include "base/result.h"

namespace hearsay {

// Counts what is refused in a row: a hundred times damage, or ten thousand pages without a text, which tables
// of articles do have, and nothing more is read.
class Refusals {
 public:
  void page() { count_ = empty_ = 0; }

  // Whether it was one too many.
  [[nodiscard]] bool add(ErrorCode code) {
    return code == ErrorCode::kPageEmpty ? ++empty_ >= 10'000 : ++count_ >= 100;
  }

  static constexpr std::string_view kWords = "too many in a row: nothing more is read of this file";

 private:
  int count_ = 0, empty_ = 0;
};

}  // namespace hearsay
