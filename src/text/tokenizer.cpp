#include "text/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "text/abbreviations.h"

namespace hearsay {
namespace {

constexpr std::string_view kCurlyApostrophe = "\u2019";

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Reads one code point ahead of `at`, without moving. 0 at the end.
char32_t peek(std::string_view text, size_t at, size_t end) {
  if (at >= end) return 0;
  return next_code_point(text, at);
}

bool is_word_character(char32_t c) {
  // Combining marks belong to the letter before them; '_' and '@' and '#' begin names on social networks.
  return is_letter(c) || is_digit(c) || c == '_' || (c >= 0x300 && c < 0x370);
}

// Length in bytes of an apostrophe at `at`, 0 where there is none.
size_t apostrophe_at(std::string_view text, size_t at, size_t end) {
  if (at < end && text[at] == '\'') return 1;
  if (at + 3 <= end && text.substr(at, 3) == kCurlyApostrophe) return 3;
  return 0;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xAD; }

struct Reader {
  std::string_view text;
  size_t end;
  std::vector<Token>& out;

  void add(size_t from, size_t to, TokenKind kind, bool capital = false) {
    if (from < to) out.push_back({static_cast<uint32_t>(from), static_cast<uint32_t>(to), kind, capital});
  }

  // An address runs to white space; marks at its end are not part of it.
  size_t end_of_address(size_t at) const {
    size_t stop = at;
    while (stop<end&& static_cast<unsigned char>(text[stop])> ' ' && text[stop] != '"' && text[stop] != '<' &&
           text[stop] != '>' && static_cast<unsigned char>(text[stop]) < 0x80)
      ++stop;
    while (stop > at && std::string_view(".,;:!?)]}'").find(text[stop - 1]) != std::string_view::npos) --stop;
    return stop;
  }

  bool begins_address(size_t at) const {
    const std::string_view rest = text.substr(at, end - at);
    return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  }

  // The end of the word that begins at `at`. Inner marks stay where letters or digits stand on both sides.
  size_t end_of_word(size_t at) const {
    size_t i = at;
    while (i < end) {
      size_t next = i;
      const char32_t c = next_code_point(text, next);
      if (is_word_character(c)) {
        i = next;
        continue;
      }
      if (i == at) return next;
      const char32_t before = previous_code_point(text, i);
      const char32_t after = peek(text, next, end);
      const bool inside = is_word_character(before) && is_word_character(after);
      if (is_hyphen(c) && (is_word_character(after)) && (is_word_character(before) || before == '.')) {
        i = next;
      } else if (const size_t mark = apostrophe_at(text, i, end); mark && inside) {
        i += mark;
      } else if (c == '.' && is_hyphen(after) &&
                 text.substr(at, i - at).find('.') != std::string_view::npos) {
        i = next;  // "U.S.-backed"
      } else if (c == '.' && inside && dot_inside(at, i, before, after)) {
        i = next;
      } else if ((c == ',' || c == ':' || c == '/') && is_digit(before) && is_digit(after)) {
        i = next;
      } else if (c == '&' && inside && is_upper(before) && is_upper(after)) {
        i = next;
      } else {
        break;
      }
    }
    return i;
  }

  // A dot between two word characters: a decimal, an abbreviation ("U.S.A", "p.m"), an address
  // ("example.org"); but not a full stop whose space was lost ("the city.The army").
  bool dot_inside(size_t begin, size_t dot, char32_t before, char32_t after) const {
    if (is_digit(before) && is_digit(after)) return true;
    const bool short_before = dot - begin == 1 || text[dot - 2] == '.';
    if (short_before) return true;
    return !is_upper(after) && is_letter(after);
  }

  // Whether the word text[begin, stop) takes the full stop at `stop` into itself.
  bool takes_dot(size_t begin, size_t stop) const {
    if (stop >= end || text[stop] != '.') return false;
    if (stop + 1 < end && text[stop + 1] == '.') return false;  // "...": an ellipsis follows
    const std::string_view word = text.substr(begin, stop - begin);
    if (word.find('.') != std::string_view::npos) {  // "U.S", "p.m", "e.g"
      size_t since = 0;
      for (const char c : word) {
        if (c == '.')
          since = 0;
        else if (++since > 1)
          return abbreviation(to_lower(word)) != Abbreviation::kNone;
      }
      return !is_ascii_digit(word.front());
    }
    size_t next = begin;
    const char32_t first = next_code_point(text, next);
    if (next == stop) return is_upper(first) && initial_stands(begin, stop);
    if (word.size() > 6) return false;
    const Abbreviation kind = abbreviation(to_lower(word));
    switch (kind) {
      case Abbreviation::kNone:
        return false;
      case Abbreviation::kTitle:
        return is_upper(first) && follows_on(stop + 1);
      case Abbreviation::kMonth:
        return is_upper(first) && stop + 1 < end;
      case Abbreviation::kNumbered:
        return next_is_digit(stop + 1);
      case Abbreviation::kCompany:
        return is_upper(first);
      case Abbreviation::kOther:
        return true;
    }
    return false;
  }

  // A single capital with a dot is an initial, unless it is the word "I" or ends its sentence after a number
  // or a noun
  // ("vitamin C. The"): then a capitalised function word follows, which the sentence splitter judges.
  bool initial_stands(size_t begin, size_t stop) const {
    return text.substr(begin, stop - begin) != "I" || follows_on(stop + 1);
  }

  bool follows_on(size_t at) const {
    while (at < end && text[at] == ' ') ++at;
    return at < end && is_upper(peek(text, at, end));
  }
  bool next_is_digit(size_t at) const {
    while (at < end && text[at] == ' ') ++at;
    return at < end && is_ascii_digit(text[at]);
  }

  static bool is_clitic(std::string_view letters) {
    static constexpr std::array<std::string_view, 11> kClitics = {"s", "S",  "ll", "re", "ve", "d",
                                                                  "m", "LL", "RE", "VE", "D"};
    return std::find(kClitics.begin(), kClitics.end(), letters) != kClitics.end();
  }

  // Adds text[begin, stop) with its clitics cut off.
  void add_word(size_t begin, size_t stop) {
    size_t next = begin;
    const bool capital = is_upper(next_code_point(text, next));
    if (is_number(begin, stop)) return add(begin, stop, TokenKind::kNumber);
    if (stop - begin == 6 && text.substr(begin + 1, 5) == "annot" && (text[begin] | 32) == 'c') {
      add(begin, begin + 3, TokenKind::kWord, capital);
      return add(begin + 3, stop, TokenKind::kWord);
    }
    for (size_t i = stop; i-- > begin;) {
      const size_t mark = apostrophe_at(text, i, stop);
      if (!mark || i == begin) continue;
      const std::string_view rest = text.substr(i + mark, stop - i - mark);
      if (is_clitic(rest)) {
        add(begin, i, TokenKind::kWord, capital);
        return add(i, stop, TokenKind::kWord);
      }
      if ((rest == "t" || rest == "T") && i > begin + 1 && (text[i - 1] == 'n' || text[i - 1] == 'N')) {
        add(begin, i - 1, TokenKind::kWord, capital);
        return add(i - 1, stop, TokenKind::kWord);
      }
      break;
    }
    add(begin, stop, TokenKind::kWord, capital);
  }

  bool is_number(size_t begin, size_t stop) const {
    if (!is_ascii_digit(text[begin])) return false;
    size_t i = begin;
    while (i < stop &&
           (is_ascii_digit(text[i]) || std::string_view(".,:-/").find(text[i]) != std::string_view::npos))
      ++i;
    if (i == stop) return true;
    static constexpr std::array<std::string_view, 10> kSuffixes = {"st", "nd", "rd", "th", "s",
                                                                   "m",  "bn", "k",  "mn", "tn"};
    return std::find(kSuffixes.begin(), kSuffixes.end(), text.substr(i, stop - i)) != kSuffixes.end();
  }

  // How many bytes of the run of the same ASCII mark at `at` make one token.
  size_t run_of_marks(size_t at) const {
    const char c = text[at];
    size_t run = 1;
    while (at + run < end && text[at + run] == c) ++run;
    switch (c) {
      case '.':
        return run >= 2 ? run : 1;
      case '-':
        return run;
      case '`':
      case '\'':
      case ',':
        return run == 2 ? 2 : 1;
      default:
        return 1;
    }
  }

  void read(size_t at) {
    while (at < end) {
      size_t next = at;
      const char32_t c = next_code_point(text, next);
      if (is_space(c)) {
        at = next;
        continue;
      }
      if (begins_address(at)) {
        const size_t stop = end_of_address(at);
        add(at, stop, TokenKind::kWord);
        at = stop;
        continue;
      }
      if (is_word_character(c) || ((c == '@' || c == '#') && is_word_character(peek(text, next, end)))) {
        size_t stop = end_of_word(is_word_character(c) ? at : next);
        if (takes_dot(at, stop)) ++stop;
        add_word(at, stop);
        at = stop;
        continue;
      }
      size_t stop = c < 0x80 ? at + run_of_marks(at) : next;
      if ((c == 0x2018 || c == 0x2019) && peek(text, next, end) == c)
        stop = next + (next - at);  // doubled for a double mark
      add(at, stop, TokenKind::kPunctuation);
      at = stop;
    }
  }
};

}  // namespace

void tokenize(std::string_view text, uint32_t begin, uint32_t end, std::vector<Token>& out) {
  Reader reader{text, std::min<size_t>(end, text.size()), out};
  reader.read(begin);
}

bool is_possessor_mark(std::string_view word) {
  return word == "'s" || word == "\u2019s" || word == "'" || word == kCurlyApostrophe || word == "'S" ||
         word == "\u2019S";
}

bool is_negation_clitic(std::string_view lower) { return lower == "n't" || lower == "n\u2019t"; }

}  // namespace hearsay
