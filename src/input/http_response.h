// An HTTP response as a WARC record holds it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "input/header_fields.h"

namespace hearsay {

struct HttpResponse {
  int status = 0;
  MediaType media;  // of Content-Type; empty type: none is stated
  HeaderFields fields;
  std::string_view body;  // as sent: its codings are still on
};

// `message` must outlive the answer. kInputDamaged where it does not begin with a status line or its head
// does not end, kInputTooLarge for an endless head.
[[nodiscard]] Result<HttpResponse> parse_http_response(std::string_view message);

// The body with chunks joined and unpacked, `limit` bytes at most. Crawlers often keep the body decoded under
// the old header: a body that is plainly not in the coding stated is given back as it is. kInputTooLarge,
// kInputDamaged, kInputUnsupported (an unknown coding).
[[nodiscard]] Result<std::string> decoded_body(const HttpResponse& response, size_t limit);

}  // namespace hearsay
