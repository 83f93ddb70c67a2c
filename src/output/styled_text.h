// Text for people: runs of words, each in a tone, laid out in columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class Tone { kPlain, kStrong, kFaint, kSource, kCue, kContent, kAside, kWarning };

struct Run {
  std::string text;
  Tone tone = Tone::kPlain;
};
using StyledText = std::vector<Run>;

[[nodiscard]] size_t width_of(const StyledText& text);

// Lines of at most `width` columns, broken at spaces, after hyphens, slashes and the ".." of an interval,
// else anywhere. Spaces at a break are dropped. At least one line.
[[nodiscard]] std::vector<StyledText> wrap(const StyledText& text, size_t width);

// The first `limit` lines; where there were more, the last ends with "…".
void cut_lines(std::vector<StyledText>& lines, size_t limit, size_t width);

enum class Paint { kNo, kYes };

// With escape sequences for the tones, or without.
[[nodiscard]] std::string painted(const StyledText& text, Paint paint);

}  // namespace hearsay
