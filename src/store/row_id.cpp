#include "store/row_id.h"

#include <array>
#include <charconv>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 12> kNames = {"document",   "actor",        "statement", "event",
                                                     "copy-group", "shared-actor", "story",     "incident",
                                                     "claim",      "dispute",      "agreement", "contact"};

}  // namespace

std::string_view to_string(RowKind kind) { return kNames.at(static_cast<size_t>(kind)); }

std::optional<RowKind> parse_row_kind(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<RowKind>(i);
  return std::nullopt;
}

RowId row_of_subject(std::string_view subject, std::string_view kind) {
  if (!subject.starts_with(kind)) return 0;
  subject.remove_prefix(kind.size());
  RowId row = 0;
  const auto [end, error] = std::from_chars(subject.data(), subject.data() + subject.size(), row);
  return error == std::errc() && end == subject.data() + subject.size() ? row : 0;
}

}  // namespace hearsay
