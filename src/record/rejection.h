// A page that could not be read: it becomes a row, and the run goes on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/sha256.h"

namespace hearsay {

struct Rejection {
  std::string input;   // the file as named by the user ("-" for standard input)
  int64_t offset = 0;  // byte offset of the page in its container; 0 for a plain file
  std::string stage;   // "input" or the stage that refused
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::optional<Sha256> sha256;  // of the page's bytes, where they could be read
};

}  // namespace hearsay
