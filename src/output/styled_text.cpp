#include "output/styled_text.h"

#include <algorithm>

#include "base/display_width.h"

namespace hearsay {
namespace {

// ECMA-48, Select Graphic Rendition. Colours of the first eight, which every theme makes readable.
std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::kPlain:
      return "";
    case Tone::kStrong:
      return "1";
    case Tone::kFaint:
      return "2";
    case Tone::kSource:
      return "1;36";  // cyan
    case Tone::kCue:
      return "1;33";  // yellow
    case Tone::kContent:
      return "1;32";  // green
    case Tone::kAside:
      return "35";  // magenta
    case Tone::kWarning:
      return "1;31";  // red
  }
  return "";
}

struct Range {
  size_t begin = 0, end = 0;
};

bool breaks_after(std::string_view text, size_t at) {
  const char c = text[at];
  const auto is_digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (c == '-' || c == '/') return at > 0 && text[at - 1] != ' ' && !is_digit(at + 1);  // dates stay whole
  return c == '.' && at > 0 && text[at - 1] == '.';
}

std::vector<Range> break_lines(std::string_view text, size_t width) {
  std::vector<Range> lines;
  size_t begin = 0;
  while (begin < text.size()) {
    size_t taken = fitting_prefix(text.substr(begin), width);
    // What is wider than the line stands on one by itself.
    for (size_t wider = width + 1; taken == 0; ++wider) taken = fitting_prefix(text.substr(begin), wider);
    const size_t fits = begin + taken;
    if (fits >= text.size()) {
      lines.push_back({begin, text.size()});
      return lines;
    }
    size_t end = fits, next = fits;
    for (size_t at = fits + 1; at-- > begin + 1;) {
      if (text[at] == ' ') {
        end = at;
        next = at + 1;
        break;
      }
      if (at < fits && breaks_after(text, at)) {
        end = next = at + 1;
        break;
      }
    }
    while (end > begin && text[end - 1] == ' ') --end;
    lines.push_back({begin, end});
    begin = next;
    while (begin < text.size() && text[begin] == ' ') ++begin;
  }
  if (lines.empty()) lines.push_back({0, 0});
  return lines;
}

}  // namespace

size_t width_of(const StyledText& text) {
  size_t width = 0;
  for (const Run& run : text) width += display_width(run.text);
  return width;
}

std::vector<StyledText> wrap(const StyledText& text, size_t width) {
  std::string plain;
  for (const Run& run : text) plain += run.text;
  std::vector<StyledText> lines;
  for (const Range& range : break_lines(plain, std::max<size_t>(width, 1))) {
    StyledText line;
    size_t at = 0;
    for (const Run& run : text) {
      const size_t from = std::max(range.begin, at), to = std::min(range.end, at + run.text.size());
      if (from < to) line.push_back({plain.substr(from, to - from), run.tone});
      at += run.text.size();
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

void cut_lines(std::vector<StyledText>& lines, size_t limit, size_t width) {
  if (lines.size() <= limit || limit == 0) return;
  lines.resize(limit);
  StyledText& last = lines.back();
  while (!last.empty() && width_of(last) + 1 > width) {
    std::string& text = last.back().text;
    const size_t keep = display_width(text) == 0 ? 0 : fitting_prefix(text, display_width(text) - 1);
    text.resize(keep < text.size() ? keep : 0);
    if (text.empty()) last.pop_back();
  }
  if (!last.empty())
    while (!last.back().text.empty() && last.back().text.back() == ' ') last.back().text.pop_back();
  last.push_back({"…", last.empty() ? Tone::kPlain : last.back().tone});
}

std::string painted(const StyledText& text, Paint paint) {
  std::string out;
  for (const Run& run : text) {
    const std::string_view code = paint == Paint::kYes ? code_of(run.tone) : "";
    if (code.empty() || run.text.empty()) {
      out += run.text;
      continue;
    }
    out += "\x1b[";
    out += code;
    out += 'm';
    out += run.text;
    out += "\x1b[0m";
  }
  return out;
}

}  // namespace hearsay
