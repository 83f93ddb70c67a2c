// Where words stand. Everything that enters the record rests on one of these.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

// Bytes [begin, end) of Document::text. Empty means "no words".
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool contains(uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
};

// The words of a span. `text` must outlive the view; a temporary is refused.
[[nodiscard]] inline std::string_view words_of(std::string_view text, Span span) {
  return span.empty() || span.end > text.size() ? std::string_view{}
                                                : text.substr(span.begin, span.end - span.begin);
}

// The parts of a page's cleaned text. Offsets that leave the program are relative to the part.
enum class Part : uint8_t { kTitle, kBody, kCaption };

inline constexpr uint32_t kNone = UINT32_MAX;  // an index that points at nothing

}  // namespace hearsay
