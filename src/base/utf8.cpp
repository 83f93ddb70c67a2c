#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstring>
#include <vector>

namespace hearsay {

namespace {

// The first byte at or after `at` that is not ASCII; eight at a time.
size_t ascii_end(std::string_view text, size_t at) {
  for (uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

char32_t next_code_point(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const int length = lead >= 0xF0 && lead < 0xF5   ? 4
                     : lead >= 0xE0 && lead < 0xF0 ? 3
                     : lead >= 0xC2 && lead < 0xE0 ? 2
                                                   : 0;
  if (length == 0 || at + length > text.size()) {
    ++at;
    return kReplacement;
  }
  char32_t c = lead & (0xFF >> (length + 1));
  for (int i = 1; i < length; ++i) {
    const unsigned char next = byte(at + i);
    if ((next & 0xC0) != 0x80) {
      ++at;
      return kReplacement;
    }
    c = c << 6 | (next & 0x3F);
  }
  const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
  if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
    ++at;
    return kReplacement;
  }
  at += length;
  return c;
}

char32_t previous_code_point(std::string_view text, size_t at) {
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && !on_boundary(text, begin)) --begin;
  return next_code_point(text, begin);
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | c >> 6));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | c >> 12));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xF0 | c >> 18));
    out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    at = ascii_end(text, at);
    if (at == text.size()) break;
    const size_t begin = at;
    if (next_code_point(text, at) == kReplacement && text.substr(begin, 3) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

std::string repair_utf8(std::string_view text, size_t* repaired) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == kReplacement && repaired && text.substr(begin, 3) != "\xEF\xBF\xBD") ++*repaired;
    append_utf8(out, c);
  }
  return out;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
  return u_isalpha(static_cast<UChar32>(c));
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c));
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_double_quote(char32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0xFF02 ||
         (c >= 0x300C && c <= 0x300F);
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte));
      ++at;
    } else {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(text, at)))));
    }
  }
  return out;
}

namespace {

// One code point as fold() writes it.
std::string folded(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString wide(static_cast<UChar32>(code_point));
  if (U_SUCCESS(status)) wide = nfkd->normalize(wide, status);
  std::string out;
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(wide.char32At(i));
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    switch (c) {
      case 0xF8:
        out += 'o';
        break;
      case 0x142:
        out += 'l';
        break;
      case 0xDF:
        out += "ss";
        break;
      case 0xE6:
        out += "ae";
        break;
      case 0x153:
        out += "oe";
        break;
      case 0x111:
        out += 'd';
        break;
      case 0x131:
        out += 'i';
        break;
      case 0x2018:
      case 0x2019:
      case 0x2BC:
        out += '\'';
        break;
      default:
        append_utf8(out, static_cast<char32_t>(c));
    }
  }
  return out;
}

// The folded forms of all code points up to a bound, one behind the other: the scripts of Europe and the Near
// East, kana and punctuation are folded by looking up.
class FoldTable {
 public:
  static constexpr char32_t kEnd = 0x3200;

  FoldTable() {
    begins_.reserve(kEnd + 1);
    for (char32_t c = 0; c < kEnd; ++c) {
      begins_.push_back(static_cast<uint32_t>(forms_.size()));
      forms_ += folded(c);
    }
    begins_.push_back(static_cast<uint32_t>(forms_.size()));
  }
  std::string_view of(char32_t c) const {
    return std::string_view(forms_).substr(begins_[c], begins_[c + 1] - begins_[c]);
  }

 private:
  std::vector<uint32_t> begins_;
  std::string forms_;
};

}  // namespace

std::string fold(std::string_view text) {
  static const FoldTable table;
  std::string out;
  out.reserve(text.size() + 8);
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    at = ascii_end(text, at);
    if (at > begin) {
      const size_t from = out.size();
      out.append(text, begin, at - begin);
      for (size_t i = from; i < out.size(); ++i)
        if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] + 32);
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c < FoldTable::kEnd)
      out += table.of(c);
    else if (c >= 0x3400 && c < 0xA000)  // ideographs have one form
      out += text.substr(begin, at - begin);
    else
      out += folded(c);
  }
  return out;
}

}  // namespace hearsay
