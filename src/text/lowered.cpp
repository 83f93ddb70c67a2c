#include "text/lowered.h"

#include "base/utf8.h"

namespace hearsay {

std::string lowered(std::string_view text) {
  std::string out(text);
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (c >= 'A' && c <= 'Z') out[at] = static_cast<char>(c + 32);
      ++at;
      continue;
    }
    const size_t begin = at;
    if (!is_upper(next_code_point(text, at))) continue;
    const std::string lower = to_lower(text.substr(begin, at - begin));
    if (lower.size() == at - begin) out.replace(begin, lower.size(), lower);
  }
  return out;
}

}  // namespace hearsay
