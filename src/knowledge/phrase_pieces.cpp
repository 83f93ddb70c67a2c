#include "knowledge/phrase_pieces.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace hearsay {

namespace {

constexpr size_t kLongestAbbreviation = 4;  // "Capt.", "Supt."
constexpr int kMostBetween = 3;             // " & "

// Small words inside names, which writers capitalise as they like.
constexpr std::array<std::string_view, 25> kParticles = {
    "ad", "al", "an", "and", "ar", "as", "ash", "at", "az", "de",  "del", "di", "e",
    "el", "er", "ez", "for", "i",  "in", "la",  "of", "on", "the", "ul",  "wal"};

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || (c >= 0x2BB && c <= 0x2BF);
}

bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

bool belongs_ascii(unsigned char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

bool belongs(char32_t c) {
  if (c < 0x80) return belongs_ascii(static_cast<unsigned char>(c));
  return !is_apostrophe(c) && (is_letter(c) || is_combining(c));
}

bool is_between(char32_t c) {
  switch (c) {
    case ' ':
    case '\n':
    case '.':
    case '/':
    case '&':
    case '+':
    case '(':
    case ')':
    case '!':
    case 0xA0:
    case 0xB7:
    case 0x2009:
    case 0x202F:
      return true;
    default:
      return is_dash(c) || is_apostrophe(c);
  }
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

enum class Case : uint8_t { kNone, kLower, kTitle, kUpper, kMixed };

struct Capitals {
  Case kind = Case::kNone;
  size_t letters = 0;
};

Capitals capitals(std::string_view piece) {
  size_t letters = 0, upper = 0;
  bool first_upper = false;
  for (size_t at = 0; at < piece.size();) {
    const char32_t c = next_code_point(piece, at);
    if (!is_letter(c)) continue;
    const bool capital = is_upper(c);
    if (letters == 0) first_upper = capital;
    ++letters;
    upper += capital;
  }
  if (letters == 0) return {Case::kNone, 0};
  if (upper == 0) return {Case::kLower, letters};
  if (upper == letters) return {Case::kUpper, letters};
  return {first_upper && upper == 1 ? Case::kTitle : Case::kMixed, letters};
}

bool is_particle(std::string_view piece) {
  if (piece.size() > 3) return false;
  char text[3];
  std::transform(piece.begin(), piece.end(), text, lower);
  return std::find(kParticles.begin(), kParticles.end(), std::string_view(text, piece.size())) !=
         kParticles.end();
}

}  // namespace

std::string_view take_piece(std::string_view text, size_t& at) {
  const size_t begin = at;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    size_t next = byte < 0x80 ? at + 1 : at;
    if (byte < 0x80 ? !belongs_ascii(byte) : !belongs(next_code_point(text, next))) break;
    at = next;
  }
  return text.substr(begin, at - begin);
}

bool skip_between(std::string_view text, size_t& at, size_t length) {
  int lines = 0;
  bool blanks_only = true;
  for (int count = 0; at < text.size(); ++count) {
    size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (belongs(c)) {
      // "A U.S. ship" does not begin with "A.U.".
      const bool letters = length == 1 && (next >= text.size() || !belongs(next_code_point(text, next)));
      return count > 0 && !(letters && blanks_only);
    }
    blanks_only = blanks_only && is_space(c);
    if (count == kMostBetween || !is_between(c)) return false;
    if (c == '\n' && ++lines > 1) return false;
    // "Lt. Gen." goes on, "in Damascus. Army units" does not.
    if (c == '.' && length > kLongestAbbreviation) {
      size_t after = next;
      if (after >= text.size() || !belongs(next_code_point(text, after))) return false;
    }
    at = next;
  }
  return false;
}

bool skip_anything(std::string_view text, size_t& at) {
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    size_t next = byte < 0x80 ? at + 1 : at;
    if (byte < 0x80 ? belongs_ascii(byte) : belongs(next_code_point(text, next))) return true;
    at = next;
  }
  return false;
}

bool is_possessive(std::string_view rest) {
  for (const std::string_view ending :
       {"", "'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99", "'S", "\xE2\x80\x99S", "."}) {
    if (rest == ending) return true;
  }
  return false;
}

uint64_t hash_piece(std::string_view piece) {
  uint64_t hash = 0xCBF29CE484222325u;
  const auto take = [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u; };
  if (is_ascii(piece)) {
    for (const char c : piece) take(lower(c));
  } else {
    for (const char c : fold(piece)) take(c);
  }
  return hash;
}

bool same_letters(std::string_view known, std::string_view seen) {
  if (known == seen) return true;
  if (!is_ascii(known) || !is_ascii(seen)) return fold(known) == fold(seen);
  return std::equal(known.begin(), known.end(), seen.begin(), seen.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool same_case(std::string_view known, std::string_view seen, Place place) {
  if (known == seen || (place == Place::kInside && is_particle(known))) return true;
  const Capitals wanted = capitals(known), given = capitals(seen);
  const bool throughout = given.kind == Case::kUpper && wanted.letters >= 4;
  switch (wanted.kind) {
    case Case::kNone:
      return true;
    case Case::kLower:
      return given.kind != Case::kMixed;
    case Case::kTitle:
      return given.kind == Case::kTitle || throughout;
    case Case::kUpper:
      return given.kind == Case::kUpper;
    case Case::kMixed:
      return given.kind == Case::kMixed || given.kind == Case::kTitle || throughout;
  }
  return false;
}

char case_class(std::string_view piece) {
  if (is_particle(piece)) return 'p';
  const Capitals own = capitals(piece);
  switch (own.kind) {
    case Case::kNone:
      return 'n';
    case Case::kLower:
      return 'l';
    case Case::kTitle:
      return own.letters >= 4 ? 'T' : 't';
    case Case::kUpper:
      return 'U';
    case Case::kMixed:
      return 'm';
  }
  return 'n';
}

}  // namespace hearsay
