// One value of a row, with its type.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/json.h"
#include "record/interval.h"
#include "record/span.h"

namespace hearsay {

// A public id: 32 hexadecimal digits, 64 of a document.
struct IdCell {
  std::string hex;
  friend bool operator==(const IdCell&, const IdCell&) = default;
};

// Words in a page; offsets are relative to the part.
struct SpanCell {
  Part part = Part::kBody;
  Span span;
  std::string words;
  friend bool operator==(const SpanCell&, const SpanCell&) = default;
};

// Nothing; text; integer; real; yes or no; interval; list of texts, of integers; id; span.
using Cell = std::variant<std::monostate, std::string, int64_t, double, bool, Interval,
                          std::vector<std::string>, std::vector<int64_t>, IdCell, SpanCell>;

[[nodiscard]] std::string_view to_string(Part part);  // "title", "body", "caption"

// As exports write it: an interval is [from, to] with null for an open end; a span {"begin", "end", "words"}
// with "part" where it is not the body; nothing, an empty interval and an empty span are null.
[[nodiscard]] Json json_of(const Cell& cell);
[[nodiscard]] Json json_of(const Interval& interval);

// As text: an interval is FROM..TO, or the day alone where both ends are that day; a list is joined by "; ";
// nothing is "".
[[nodiscard]] std::string text_of(const Cell& cell);
[[nodiscard]] std::string text_of(const Interval& interval);

}  // namespace hearsay
