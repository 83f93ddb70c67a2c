// Fields out of JSON, without a tree: what nobody asks for costs no memory, however much there is of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearsay {

// Where a value stands: names of objects' fields from the outermost inwards, "" for the place in an array.
using JsonPath = std::vector<std::string>;

struct JsonEvents {
  // Strings, numbers as written, "true" and "false"; "" for null.
  std::function<void(const JsonPath&, std::string_view)> value;
  std::function<void(const JsonPath&)> object_end;
};

// Reads one JSON value. Invalid UTF-8 and halves of surrogate pairs become U+FFFD. kInputDamaged where it
// does not parse (the message tells where), kInputTooDeep.
[[nodiscard]] Result<void> read_json(std::string_view text, const JsonEvents& events);

}  // namespace hearsay
