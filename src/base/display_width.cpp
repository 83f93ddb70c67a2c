#include "base/display_width.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr char32_t kJoiner = 0x200D, kEmojiStyle = 0xFE0F;

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool takes_no_column(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
      return true;
    case U_FORMAT_CHAR:
      return c != 0x00AD;  // terminals show a soft hyphen
    default:
      break;
  }
  const int syllable = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
  return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

size_t width_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (takes_no_column(c)) return 0;
  const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

// What hangs together from `at` on; `at` moves past it. Gives its width.
size_t next_cluster(std::string_view text, size_t& at) {
  const char32_t first = next_code_point(text, at);
  size_t width = width_of(first);
  if (is_regional_indicator(first)) {
    size_t next = at;
    if (next < text.size() && is_regional_indicator(next_code_point(text, next))) {
      at = next;
      width = 2;
    }
  }
  while (at < text.size()) {
    size_t next = at;
    const char32_t c = next_code_point(text, next);
    const bool modifies = c >= 0x1F3FB && c <= 0x1F3FF && width == 2;  // colour of skin
    if (c == kJoiner && u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_EXTENDED_PICTOGRAPHIC) &&
        next < text.size()) {
      static_cast<void>(next_code_point(text, next));
    } else if (c == kEmojiStyle && u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_EMOJI)) {
      width = 2;
    } else if (!modifies && !takes_no_column(c)) {
      break;
    }
    at = next;
  }
  return width;
}

bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) width += next_cluster(text, at);
  return width;
}

size_t fitting_prefix(std::string_view text, size_t columns) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    width += next_cluster(text, at);
    if (width > columns) return begin;
  }
  return text.size();
}

std::string printable(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      if (c != 0x00A0 && c != 0x202F) {  // no line ends at these
        if (line.empty() || line.back() != ' ') line += ' ';
        continue;
      }
    } else if (u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR || turns_direction(c)) {
      continue;
    }
    if (c == kReplacement && at - begin == 1)
      append_utf8(line, c);
    else
      line += text.substr(begin, at - begin);
  }
  return line;
}

std::string printable_line(std::string_view text) {
  std::string line = printable(text);
  if (line.ends_with(' ')) line.pop_back();
  if (line.starts_with(' ')) line.erase(0, 1);
  return line;
}

}  // namespace hearsay
