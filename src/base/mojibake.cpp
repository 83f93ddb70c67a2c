#include "base/mojibake.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kEnough = 3;  // sure signs after which the doubtful ones are repaired as well

// Windows-1252, 0x80 ... 0x9F; the five that are not assigned are read as control characters, as browsers do.
constexpr char32_t kUpper[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte that was read as this character; 0 where none above 0x7F was.
unsigned byte_read_as(char32_t c) {
  if (c >= 0xA0 && c <= 0xFF) return c;
  if (c < 0x80) return 0;
  const auto found = std::find(std::begin(kUpper), std::end(kUpper), c);
  return found == std::end(kUpper) ? 0 : 0x80 + static_cast<unsigned>(found - std::begin(kUpper));
}

// What text in the scripts of news is made of.
bool is_likely(char32_t c) {
  return (c >= 0xA0 && c < 0x250) || (c >= 0x370 && c < 0x700) || (c >= 0x900 && c < 0xE80) ||
         (c >= 0x10A0 && c < 0x1100) || (c >= 0x1E00 && c < 0x2000) || (c >= 0x2010 && c < 0x2045) ||
         (c >= 0x20A0 && c < 0x20C0) || (c >= 0x2100 && c < 0x2200) || (c >= 0x25A0 && c < 0x2800) ||
         (c >= 0x3000 && c < 0x3100) || (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) ||
         c == 0xFB01 || c == 0xFB02 || c == 0xFEFF || c == 0xFFFD || (c >= 0x1F300 && c < 0x1FB00) ||
         c == 0x2009 || c == 0x200B;
}

struct Found {
  size_t end = 0;  // of the sequence, in the text
  char32_t meant = 0;
  bool sure = false;
};

// "Ã" may end a word that a quotation mark, a dash or an ellipsis follows, and so may other capitals.
bool may_follow_a_word(unsigned byte) {
  return byte == 0x85 || (byte >= 0x91 && byte <= 0x97) || byte == 0xA0 || byte == 0xAB || byte == 0xBB;
}

// The sequence that begins at `at`, if one does.
std::optional<Found> sequence_at(const std::string& text, size_t at) {
  const unsigned lead = byte_read_as(next_code_point(text, at));
  const int more = lead >= 0xC2 && lead < 0xE0   ? 1
                   : lead >= 0xE0 && lead < 0xF0 ? 2
                   : lead >= 0xF0 && lead < 0xF5 ? 3
                                                 : 0;
  if (more == 0) return std::nullopt;
  std::string bytes(1, static_cast<char>(lead));
  unsigned second = 0;
  for (int i = 0; i < more; ++i) {
    if (at >= text.size()) return std::nullopt;
    const unsigned byte = byte_read_as(next_code_point(text, at));
    if (byte < 0x80 || byte > 0xBF) return std::nullopt;
    if (i == 0) second = byte;
    bytes += static_cast<char>(byte);
  }
  if (!is_valid_utf8(bytes)) return std::nullopt;
  size_t start = 0;
  Found found{at, next_code_point(bytes, start), false};
  if (!is_likely(found.meant)) return std::nullopt;
  if (more > 1)
    found.sure = !may_follow_a_word(second);  // "é", a quotation mark and a no-break space are French
  else
    found.sure = lead == 0xC3 ? !may_follow_a_word(second)
                              : lead == 0xC2 && (second == 0xA3 || second == 0xA7 || second == 0xA9 ||
                                                 second == 0xAE || second == 0xB0 || second == 0xB7);
  return found;
}

// The next character of which a sequence may begin: U+00C2 ... U+00F4 all have this first byte.
size_t next_lead(const std::string& text, size_t from) { return text.find('\xC3', from); }

size_t count_sure(const std::string& text) {
  size_t sure = 0, last_end = std::string::npos;
  for (size_t at = next_lead(text, 0); at != std::string::npos && sure < kEnough;) {
    const std::optional<Found> found = sequence_at(text, at);
    // Two in a row are no accident either.
    if (found) sure += found->sure || at == last_end;
    if (found) last_end = found->end;
    at = next_lead(text, found ? found->end : at + 1);
  }
  return sure;
}

size_t repair_once(std::string& text) {
  const size_t sure = count_sure(text);
  if (sure == 0) return 0;
  std::string out;
  out.reserve(text.size());
  size_t repaired = 0, copied = 0;
  for (size_t at = next_lead(text, 0); at != std::string::npos;) {
    const std::optional<Found> found = sequence_at(text, at);
    if (!found || !(found->sure || sure >= kEnough)) {
      at = next_lead(text, at + 1);
      continue;
    }
    out.append(text, copied, at - copied);
    append_utf8(out, found->meant);
    copied = found->end;
    ++repaired;
    at = next_lead(text, copied);
  }
  if (repaired == 0) return 0;
  out.append(text, copied);
  text = std::move(out);
  return repaired;
}

}  // namespace

size_t repair_mojibake(std::string& text) {
  const size_t once = repair_once(text);
  if (once > 0) (void)repair_once(text);
  return once;
}

}  // namespace hearsay
