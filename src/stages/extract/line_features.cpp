#include "stages/extract/line_features.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kDeterminers =
    word_set("the a an this that these those his her its their our my your some any every each no");

// A few dozen for each language, in lower case. Words that are also content words of another language do no
// harm here: the set only tells prose from lists of names.
constexpr auto kFunctionWords = word_set(
    "the a an and or but nor of in on at by for from to with without into onto over under after before "
    "during between against "
    "about as than that this these those is are was were be been being am has have had do does did will "
    "would shall should can "
    "could may might must not no he she it they we you i his her its their our my your him them us who whom "
    "whose which what when "
    "where why how if while because although since until also only very more most some any all each both "
    "there here then so such "
    "said says up out off down again further once just own same other too now "
    // German, Dutch
    "der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren wird "
    "werden wurde wurden hat "
    "haben hatte sich auch auf aus bei mit nach von vom zu zum zur für über unter als wie dass daß wenn noch "
    "nur schon sie er es "
    "wir ich ihr sein seine ihre im am bis durch gegen ohne um vor kann soll muss het een van en dat niet "
    "zijn werd voor met aan "
    "door naar ook maar om te bij hij zij wordt heeft "
    // French, Spanish, Portuguese, Italian, Romanian
    "le la les un une des du et ou mais ne pas est sont était a ont avait que qui dans sur pour par avec "
    "sans sous au aux ce cette "
    "ces il elle ils elles nous vous se sa son ses leur leurs plus été être el los las una unos del al y o "
    "pero no es son era fue "
    "ha han había en con sin por para como más su sus lo le se que si ya muy também não os as um uma dos das "
    "do da no na nos nas em "
    "foi são com mas ao à e il lo gli i di della dei delle dal nel nella che non è sono stato ha con per più "
    "si come anche și în cu "
    "de din pe la este au nu sau mai "
    // Nordic, Polish, Czech, Turkish, Indonesian, Hungarian
    "och att det som är var på av för till inte har med den ett og ikke er til der af et jeg på hvor je w z "
    "na do się nie że jest "
    "to od po przez dla oraz ale jak v se že si jako pro byl bir ve bu için ile da de olarak dan yang di "
    "dari untuk dengan pada "
    "ini itu tidak az a és nem hogy egy is "
    // Russian, Ukrainian
    "и в во не на я он она они мы вы что с со а то как его её их к у же за бы по от из о об до для при без "
    "это этот так но или был "
    "была было были есть если когда уже і та що не на з із до від за про для як це або його її їх був була "
    "були є");

constexpr size_t kLongestFunctionWord = 12;  // bytes

Script script_of(char32_t c) {
  if (c < 0x250) return Script::kLatin;
  if (c >= 0x370 && c < 0x400) return Script::kGreek;
  if (c >= 0x400 && c < 0x530) return Script::kCyrillic;
  if (c >= 0x590 && c < 0x600) return Script::kHebrew;
  if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFF00)) return Script::kArabic;
  if (c >= 0x1E00 && c < 0x1F00) return Script::kLatin;
  if (c >= 0x3040 && c < 0x3100) return Script::kKana;
  if ((c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x30000)) return Script::kHan;
  if ((c >= 0x1100 && c < 0x1200) || (c >= 0xAC00 && c < 0xD7B0)) return Script::kHangul;
  return Script::kOther;
}

bool is_ascii_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

bool is_end_mark(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
         c == 0x061F || c == 0x06D4 || c == 0x0964;
}

bool is_closing(char32_t c) {
  return c == ')' || c == ']' || c == '\'' || c == 0x2019 || c == 0x300D || is_double_quote(c);
}

}  // namespace

LineFeatures measure(std::string_view line) {
  LineFeatures f;
  std::array<uint32_t, static_cast<size_t>(Script::kOther) + 1> scripts{};
  uint32_t half_words = 0;
  std::array<char, kLongestFunctionWord + 4> word{};  // in lower case; longer ones are cut
  size_t length = 0;
  bool in_word = false, word_capital = false, word_of_letters = false;
  const auto end_word = [&] {
    if (!in_word) return;
    in_word = false;
    ++f.words;
    if (!word_of_letters) return;
    const std::string_view whole(word.data(), length);
    if (length <= kLongestFunctionWord && kFunctionWords.contains(whole)) {
      ++f.function_words;
      if (kDeterminers.contains(whole)) ++f.determiners;
    } else if (word_capital) {
      ++f.capital_words;
    }
  };
  char32_t before = 0;
  bool first = true;
  for (size_t at = 0; at < line.size();) {
    const size_t begin = at;
    // A run of ASCII letters as a whole: most of most lines.
    while (at < line.size() && is_ascii_letter(line[at])) ++at;
    if (at > begin) {
      const auto is_capital = [&](size_t i) { return line[i] < 'a'; };
      if (first) f.begins_lower = !is_capital(begin);
      first = false;
      if (!in_word) {
        in_word = word_of_letters = true;
        length = 0;
        word_capital = is_capital(begin);
      }
      for (size_t i = begin; i < at; ++i) {
        f.capitals += is_capital(i);
        if (length <= kLongestFunctionWord) word[length++] = static_cast<char>(line[i] | 32);
      }
      f.letters += static_cast<uint32_t>(at - begin);
      scripts[static_cast<size_t>(Script::kLatin)] += static_cast<uint32_t>(at - begin);
      before = static_cast<unsigned char>(line[at - 1]);
      continue;
    }
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte == ' ') {
      end_word();
      before = byte;
      ++at;
      continue;
    }
    const char32_t c = byte < 0x80 ? (++at, byte) : next_code_point(line, at);
    const bool letter = byte >= 0x80 && is_letter(c);
    if (first && !is_space(c)) {
      f.begins_lower = letter && !is_upper(c) && script_of(c) != Script::kOther &&
                       (c < 0x250 || script_of(c) == Script::kCyrillic);
      f.begins_with_quote = is_double_quote(c);
      first = false;
    }
    if (letter || is_digit(c)) {
      const Script script = letter ? script_of(c) : Script::kNone;
      if (script == Script::kHan || script == Script::kKana) {
        end_word();
        ++half_words;
        ++f.letters;
        ++scripts[static_cast<size_t>(script)];
        before = c;
        continue;
      }
      if (!in_word) {
        in_word = true;
        length = 0;
        word_capital = letter && is_upper(c);
        word_of_letters = letter;
      }
      if (letter) {
        ++f.letters;
        ++scripts[static_cast<size_t>(script)];
        const bool upper = is_upper(c);
        f.capitals += upper;
        if (length <= kLongestFunctionWord) {
          const std::string lower = upper ? to_lower(line.substr(begin, at - begin)) : std::string();
          for (const char byte_of_letter : upper ? std::string_view(lower) : line.substr(begin, at - begin))
            if (length < word.size()) word[length++] = byte_of_letter;
        }
      } else {
        ++f.digits;
      }
    } else if (in_word && (c == '\'' || c == 0x2019 || c == '-') && at < line.size() && is_letter([&] {
                 size_t next = at;
                 return next_code_point(line, next);
               }())) {
      ++f.marks;
      if (length <= kLongestFunctionWord) word[length++] = '\'';
    } else {
      end_word();
      if (!is_space(c)) {
        ++f.marks;
        if (c == '{' || c == '}' || c == '[' || c == ']' || c == '<' || c == '>' || c == '\\' || c == '|' ||
            (c == '"' && (before == ':' || before == ',' || before == '{')))
          ++f.brackets;
      }
    }
    before = c;
  }
  end_word();
  f.words += half_words / 2;
  for (size_t i = 0, most = 0; i < scripts.size(); ++i) {
    if (scripts[i] <= most) continue;
    most = scripts[i];
    f.script = static_cast<Script>(i);
  }
  for (size_t end = line.size(); end > 0;) {
    const char32_t c = previous_code_point(line, end);
    if (is_end_mark(c)) f.ends_sentence = true;
    if (c == ':' || c == 0xFF1A) f.ends_with_colon = true;
    if (!is_closing(c) && !is_space(c)) break;
    do --end;
    while (end > 0 && !on_boundary(line, end));
  }
  return f;
}

bool is_prose(const LineFeatures& f) {
  if (f.words < 6 || f.letters < 20) return false;
  if (f.digits > f.letters || f.brackets * 8 > f.words) return false;
  if (f.script != Script::kLatin && f.script != Script::kCyrillic) return f.ends_sentence || f.words >= 25;
  if (f.capitals * 2 > f.letters && f.words < 40) return false;
  const double least = f.ends_sentence ? 0.12 : 0.2;
  if (f.words >= 10 && f.function_share() < least) return false;
  return f.ends_sentence ? true : f.words >= 20;
}

std::string_view first_bytes(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && !on_boundary(text, most)) --most;
  return text.substr(0, most);
}

std::string normal_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    // Runs of visible ASCII as a whole.
    while (at < text.size() && text[at] > ' ' && text[at] < 0x7F) ++at;
    if (at > begin) {
      if (space && !out.empty()) out.push_back(' ');
      space = false;
      out.append(text, begin, at - begin);
      continue;
    }
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    char32_t c = byte;
    if (byte < 0x80)
      ++at;
    else
      c = next_code_point(text, at);
    if (c == 0x200B || c == 0x200C || c == 0xFEFF || c == 0xAD || c == 0x2060 || (c < 0x20 && !is_space(c)) ||
        c == 0x7F) {
      // 0x200C and 0x200D shape words in Arabic and Indic scripts: only the first is ever a scraper's
      // leftover between spaces.
      if (c == 0x200C && !space && !out.empty()) out.append(text.substr(begin, at - begin));
      continue;
    }
    if (is_space(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out.push_back(' ');
    space = false;
    out.append(text.substr(begin, at - begin));
  }
  return out;
}

}  // namespace hearsay
