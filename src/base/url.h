// Addresses on the web, by the WHATWG URL Standard.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct Url {
  std::string href;    // normalised, without fragment
  std::string scheme;  // "https"
  std::string host;    // in ASCII, lower case: "www.example.org"
  std::string path;    // "/2016/09/28/title", percent-encoded as in href
  std::string query;   // without '?'
};

// `reference` may be relative where `base` is given. Nothing where it is no URL, or not http or https.
[[nodiscard]] std::optional<Url> parse_url(std::string_view reference, std::string_view base = {});

}  // namespace hearsay
