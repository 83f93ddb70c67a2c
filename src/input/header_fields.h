// Header fields as WARC records (ISO 28500) and HTTP messages (RFC 9112) have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearsay {

class HeaderFields {
 public:
  // Of the lines behind the first; folded lines are joined; lines without a colon are passed over. Errors:
  // kInputTooLarge for more than a thousand.
  [[nodiscard]] static Result<HeaderFields> parse(std::string_view lines);

  // The first field of that name (in lower case), without white space around it; nothing where there is none.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Where the blank line behind a head begins and where it ends; nothing where it is not there. Lines end with
// CR LF, or LF alone as many write them.
struct HeadEnd {
  size_t lines = 0, body = 0;
};
[[nodiscard]] std::optional<HeadEnd> find_head_end(std::string_view bytes);

// `text/html; charset="utf-8"`: type in lower case, and the parameter.
struct MediaType {
  std::string type, charset;
};
[[nodiscard]] MediaType parse_media_type(std::string_view value);

}  // namespace hearsay
