#pragma once

#include <string_view>

namespace hearsay {

// The engine's version, e.g. "0.1.0".
std::string_view engine_version();

// The commit that was built, twelve hexadecimal digits; empty if built outside of a checkout.
std::string_view engine_commit();

}  // namespace hearsay
