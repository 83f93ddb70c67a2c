#include "input/header_fields.h"

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kMostFields = 1000;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

}  // namespace

Result<HeaderFields> HeaderFields::parse(std::string_view lines) {
  HeaderFields head;
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (!line.empty() && (line[0] == ' ' || line[0] == '\t')) {
      if (!head.fields_.empty()) head.fields_.back().second += " " + std::string(trimmed(line));
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == line.npos) continue;
    if (head.fields_.size() == kMostFields)
      return Error{ErrorCode::kInputTooLarge, "more than a thousand header fields"};
    head.fields_.emplace_back(to_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  return head;
}

std::optional<std::string_view> HeaderFields::find(std::string_view name) const {
  for (const auto& [field, value] : fields_)
    if (field == name) return value;
  return std::nullopt;
}

std::optional<HeadEnd> find_head_end(std::string_view bytes) {
  for (size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1)) {
    if (at + 1 < bytes.size() && bytes[at + 1] == '\n') return HeadEnd{at + 1, at + 2};
    if (at + 2 < bytes.size() && bytes[at + 1] == '\r' && bytes[at + 2] == '\n')
      return HeadEnd{at + 1, at + 3};
  }
  return std::nullopt;
}

MediaType parse_media_type(std::string_view value) {
  MediaType media;
  const size_t end = std::min(value.find(';'), value.size());
  media.type = to_lower(trimmed(value.substr(0, end)));
  value.remove_prefix(end);
  while (!value.empty()) {
    value.remove_prefix(1);
    const size_t next = std::min(value.find(';'), value.size());
    const std::string_view parameter = value.substr(0, next);
    value.remove_prefix(next);
    const size_t equals = parameter.find('=');
    if (equals == parameter.npos || to_lower(trimmed(parameter.substr(0, equals))) != "charset") continue;
    std::string_view label = trimmed(parameter.substr(equals + 1));
    while (!label.empty() && (label.front() == '"' || label.front() == '\'')) label.remove_prefix(1);
    while (!label.empty() && (label.back() == '"' || label.back() == '\'')) label.remove_suffix(1);
    media.charset = label;
    break;
  }
  return media;
}

}  // namespace hearsay
