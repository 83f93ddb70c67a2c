#include "stages/extract/line_joins.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kShortest = 45, kWidest = 130;  // characters of a line in hard-wrapped text
constexpr size_t kRagged = 16;        // characters by which greedy wrapping falls short of its width, mostly
constexpr size_t kFewestWrapped = 4;  // lines that run on into the next: from then on a whole page is wrapped
constexpr size_t kFewestPieces = 3;
constexpr size_t kPieceRunsOn = 20;  // bytes of a line without an end that runs on into one that begins small

size_t characters(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

size_t first_word(std::string_view text) { return characters(text.substr(0, text.find(' '))); }

// A line of a script or a style sheet: what runs on there is no paragraph.
bool is_code(std::string_view text) {
  return text.find_first_of("{}") != std::string_view::npos || text.ends_with(';') ||
         text.starts_with("//") || text.find("();") != std::string_view::npos ||
         text.find(" = ") != std::string_view::npos;
}

bool is_open(const TextLine& line) { return !line.features.ends_sentence && !line.features.ends_with_colon; }

bool wraps_into(const TextLine& line, const TextLine& next) {
  return !next.blank_before && line.text.size() >= kShortest && line.text.size() <= kWidest &&
         next.text.size() <= kWidest && is_open(line) && next.features.begins_lower;
}

void join(TextLine& line, const TextLine& next) {
  // A mark that was cut off goes back to its word.
  const bool mark = std::string_view(",.;:!?)]").find(next.text.front()) != std::string_view::npos;
  if (!mark) line.text += ' ';
  line.text += next.text;
  line.source.end = next.source.end;
  line.blank_after = next.blank_after;
}

// Joins each line to the one before where `joins(i)` says that line i goes on in line i + 1. Measures anew
// what was joined.
template <class Joins>
void join_where(std::vector<TextLine>& lines, Joins joins) {
  std::vector<bool> onward(lines.size());
  for (size_t i = 0; i + 1 < lines.size(); ++i) onward[i] = !lines[i + 1].blank_before && joins(i);
  size_t to = 0;
  for (size_t i = 0; i < lines.size();) {
    if (to != i) lines[to] = std::move(lines[i]);
    size_t end = i + 1;
    for (; end < lines.size() && onward[end - 1]; ++end) join(lines[to], lines[end]);
    if (end > i + 1) lines[to].features = measure(lines[to].text);
    i = end;
    ++to;
  }
  lines.resize(to);
}

// The width at which a whole page was wrapped; 0 where it was not. Nearly no line is wider, and of those
// about as wide many run on.
size_t page_width(const std::vector<TextLine>& lines) {
  std::vector<size_t> widths;
  for (const TextLine& line : lines)
    if (line.text.find(' ') != std::string::npos) widths.push_back(characters(line.text));
  if (widths.size() < 2 * kFewestWrapped) return 0;
  const size_t most = widths.size() - 1 - widths.size() / 50;
  std::nth_element(widths.begin(), widths.begin() + static_cast<ptrdiff_t>(most), widths.end());
  const size_t width = widths[most];
  if (width < kShortest || width > kWidest) return 0;
  size_t full = 0, onward = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (characters(lines[i].text) + kRagged < width) continue;
    ++full;
    onward += wraps_into(lines[i], lines[i + 1]);
  }
  return onward >= kFewestWrapped && onward * 4 >= full ? width : 0;
}

// A block (lines with no blank between) is hard-wrapped if one of its lines plainly runs on into the next.
// Once a page has such a block, its other blocks of lines that are about as wide are taken for wrapped too.
void join_wrapped_blocks(std::vector<TextLine>& lines) {
  std::vector<size_t> block(lines.size());  // in which each line stands
  for (size_t i = 1; i < lines.size(); ++i) block[i] = block[i - 1] + lines[i].blank_before;
  const size_t blocks = lines.empty() ? 0 : block.back() + 1;
  std::vector<bool> wrapped(blocks);
  std::vector<size_t> widest(blocks), narrowest(blocks, SIZE_MAX), size(blocks);
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t b = block[i];
    ++size[b];
    widest[b] = std::max(widest[b], lines[i].text.size());
    if (i + 1 == lines.size() || block[i + 1] != b) continue;
    narrowest[b] = std::min(narrowest[b], lines[i].text.size());
    if (wraps_into(lines[i], lines[i + 1])) wrapped[b] = true;
  }
  size_t width = 0;
  for (size_t b = 0; b < blocks; ++b) {
    wrapped[b] = wrapped[b] && widest[b] <= kWidest;
    if (wrapped[b]) width = std::max(width, widest[b]);
  }
  if (width == 0) return;
  for (size_t b = 0; b < blocks; ++b)
    if (size[b] > 1 && widest[b] <= width + 4 && narrowest[b] + 24 >= width) wrapped[b] = true;
  // A line far from the margin ends its paragraph.
  join_where(lines, [&](size_t i) { return wrapped[block[i]] && lines[i].source.size() + 40 >= width; });
}

// In the middle of a sentence, whatever stands around: a mark, or a small letter after a line of some length
// without an end.
bool begins_inside(const TextLine& line, const TextLine& next) {
  const std::string_view text = next.text;
  if (is_code(text) || is_code(line.text)) return false;
  const bool mark = text.size() > 1 &&
                    (text[0] == ',' || text[0] == ';' || text[0] == '.' || text[0] == ')') &&
                    (text[1] == ' ' || text[0] == ')');
  return mark || (next.features.begins_lower && is_open(line) && line.text.size() >= kPieceRunsOn);
}

// Ends with a small word that nothing ends with: "of the", "said on".
bool ends_inside(const TextLine& line) {
  if (!is_open(line) || line.features.words < 2 || is_code(line.text)) return false;
  const std::string_view text = line.text;
  if (text.ends_with(',')) return true;
  const size_t space = text.rfind(' ');
  return space != std::string_view::npos && text.size() - space <= 8 &&
         measure(text.substr(space + 1)).function_words == 1 && measure(text.substr(space + 1)).begins_lower;
}

void join_pieces(std::vector<TextLine>& lines) {
  size_t pieces = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i)
    pieces += !lines[i + 1].blank_before && begins_inside(lines[i], lines[i + 1]);
  if (pieces < kFewestPieces) return;
  join_where(lines, [&](size_t i) {
    const TextLine &line = lines[i], &next = lines[i + 1];
    return begins_inside(line, next) ||
           (ends_inside(line) && !is_code(next.text) && !next.features.begins_with_quote) ||
           (next.features.begins_lower && is_open(line) && line.features.words <= 4 && i > 0 &&
            !line.blank_before && ends_inside(lines[i - 1]));
  });
}

}  // namespace

void join_lines(std::vector<TextLine>& lines) {
  if (const size_t width = page_width(lines); width > 0)
    join_where(lines, [&](size_t i) {
      const size_t own = characters(lines[i].text);
      return own <= width + 4 && own + 1 + first_word(lines[i + 1].text) > width;
    });
  else
    join_wrapped_blocks(lines);
  join_pieces(lines);
}

}  // namespace hearsay
