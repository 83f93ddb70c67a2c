// nlohmann's JSON for writing and for small documents, under one name. Keys keep the order in which they were
// set.
#pragma once

#include <nlohmann/json.hpp>

namespace hearsay {
using Json = nlohmann::ordered_json;
}  // namespace hearsay
