#include "stages/extract/byline.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "stages/extract/line_features.h"
#include "stages/extract/written_date.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 53> kBy = {"written by ",
                                                  "reported by ",
                                                  "story by ",
                                                  "report by ",
                                                  "text by ",
                                                  "posted by ",
                                                  "words by ",
                                                  "authored by ",
                                                  "published by ",
                                                  "submitted by ",
                                                  "author: ",
                                                  "autor: ",
                                                  "autorin: ",
                                                  "authors: ",
                                                  "author ",
                                                  "auteur : ",
                                                  "auteur: ",
                                                  "autore: ",
                                                  "words: ",
                                                  "text: ",
                                                  "texto: ",
                                                  "testo: ",
                                                  "texte : ",
                                                  "redaktion: ",
                                                  "by: ",
                                                  "by ",
                                                  "von: ",
                                                  "von ",
                                                  "ein beitrag von ",
                                                  "ein artikel von ",
                                                  "text von ",
                                                  "geschrieben von ",
                                                  "verfasst von ",
                                                  "erstellt von ",
                                                  "eingestellt von ",
                                                  "gespeichert von ",
                                                  "veröffentlicht von ",
                                                  "publié par ",
                                                  "écrit par ",
                                                  "par ",
                                                  "por: ",
                                                  "por ",
                                                  "escrito por ",
                                                  "publicado por ",
                                                  "di ",
                                                  "a cura di ",
                                                  "door ",
                                                  "av ",
                                                  "af ",
                                                  "автор: ",
                                                  "автор ",
                                                  "beitrag von ",
                                                  "from "};

// What stands inside a line: " by " alone would also be in any headline.
constexpr std::array<std::string_view, 11> kByInside = {" by ",   " by: ", " von ", " par ", " por ",  " di ",
                                                        " door ", " av ",  "by: ",  "von: ", "autor: "};

constexpr auto kOrganisation = word_set(
    "agency agencies agence agentur agencia agenzia news press presse wire wires bureau services media "
    "network "
    "tv radio online times post daily herald tribune journal magazine gazette observer international "
    "monitoring zeitung e.v. ag corp corporation council university institute university foundation "
    "association ministry department group inc ltd gmbh llc "
    "stiftung verein verband");

// Of a newsroom, not of an agency.
constexpr auto kDesk = word_set(
    "newsroom staff desk team editors editorial editor redaktion redaction redaccion redazione redactie "
    "newsdesk correspondents reporters writers contributors contributor autoren");

// Nobody's name: the publishing system's, or a button's.
constexpr auto kNobody = word_set(
    "admin administrator webmaster root unknown anonymous user guest null undefined none author by view "
    "views "
    "article articles post posts share follow more all read edited edition sponsored gesponserte inhalte "
    "weitere alle zeige mehr folgen teilen profile profil website homepage home menu search login comments "
    "comment kommentare updated published beitragvon subscribe newsletter biography contact kontakt reviewed "
    "last next autor autorin veröffentlicht publiziert sie nachrichten aktuelles news-team wordpressadmin "
    "beitrag datum redigiert seite");

constexpr auto kDegree = word_set(
    "md m.d. m.d phd ph.d. ph.d dr ms m.s. rd rdn rn cpa cfp cfa cepf mba ma m.a. ba b.a. bsc msc jd j.d. "
    "esq "
    "esq. dds dmd dvm faclm fand mph cpp psp cissp pe lmft lcsw pmp fact-checked facp faap");

// What follows a name and is no part of it.
constexpr auto kRole = word_set(
    "in for at from of the on correspondent reporter editor writer journalist columnist analyst contributor "
    "contributing freelance special senior managing executive editor-in-chief founder ceo cto director "
    "chief deputy political diplomatic foreign defence defense security economics business staff author "
    "photographer producer updated published posted min read minutes am um is has was");

std::string_view trim(std::string_view text) {
  const auto edge = [](char c) {
    return c == ' ' || c == ',' || c == ';' || c == ':' || c == '|' || c == '-' || c == '.' || c == '*' ||
           c == '/';
  };
  while (!text.empty() && edge(text.front())) text.remove_prefix(1);
  // A full stop closes an initial or an abbreviation: "Jr.", "J."
  while (!text.empty() && edge(text.back()) && text.back() != '.') text.remove_suffix(1);
  return text;
}

std::string_view without_by(std::string_view credit, bool* had = nullptr) {
  const std::string lower = to_lower(first_bytes(credit, 40));
  for (const std::string_view by : kBy) {
    if (!lower.starts_with(by)) continue;
    if (had) *had = true;
    return credit.substr(by.size());
  }
  return credit;
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool is_capitalised(std::string_view word) {
  size_t at = 0;
  return !word.empty() && is_upper(next_code_point(word, at));
}

// Particles that stand in lower case inside a name.
constexpr auto kParticles =
    word_set("de der den van von al el bin ibn da di del della dos du la le ter ten zu zur y e af av mac st");

// The leading words that make up a name.
std::string name_in(std::string_view piece) {
  std::string name;
  for (const std::string_view word : words_in(trim(piece))) {
    const std::string lower = to_lower(word);
    if (word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
        word.front() == '(')
      break;
    const bool particle = kParticles.contains(lower);
    if (!particle && (kRole.contains(lower) || !is_letter([&] {
                        size_t at = 0;
                        return next_code_point(word, at);
                      }())))
      break;
    const bool cased = measure(word).script == Script::kLatin || measure(word).script == Script::kCyrillic;
    if (cased && !is_capitalised(word) && !particle && lower.find("al-") != 0 && lower.find("el-") != 0)
      break;
    if (!name.empty()) name += ' ';
    name += word;
  }
  while (!name.empty() && (name.back() == ',' || name.back() == ':')) name.pop_back();
  return name;
}

template <size_t kCount>
bool any_word(std::string_view name, const WordSet<kCount>& set) {
  const std::vector<std::string_view> words = words_in(name);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return set.contains(to_lower(word)); });
}

template <size_t kCount>
bool all_words(std::string_view name, const WordSet<kCount>& set) {
  const std::vector<std::string_view> words = words_in(name);
  return std::all_of(words.begin(), words.end(),
                     [&](std::string_view word) { return set.contains(to_lower(word)); });
}

// "harbour-courier.com"
bool is_host(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  const size_t dot = name.rfind('.');
  return dot != std::string_view::npos && dot >= 4 && name.size() - dot >= 3 && name.size() - dot <= 5 &&
         std::all_of(name.begin() + static_cast<ptrdiff_t>(dot) + 1, name.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_degree(std::string_view name) {
  while (!name.empty() && (static_cast<unsigned char>(name.back()) >= 0x80)) name.remove_suffix(1);  // "®"
  return kDegree.contains(to_lower(name));
}

// "AFP", "dpa-AFX" aside: letters in capitals only.
bool is_shouted_word(std::string_view name) {
  const LineFeatures f = measure(name);
  return f.words == 1 && f.letters >= 2 && f.letters <= 5 && f.capitals == f.letters;
}

bool is_organisation(std::string_view name, bool behind_person) {
  if (words_in(name).size() == 1)
    return is_shouted_word(name) || (behind_person && measure(name).script != Script::kOther);
  return any_word(name, kOrganisation) || name.starts_with("The ") || name.starts_with("the ");
}

void add(std::vector<std::string>& names, std::string name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

// "JANE DOE" as "Jane Doe"; "AFP" is left alone.
std::string without_capitals(std::string name) {
  const LineFeatures f = measure(name);
  if (f.words < 2 || f.capitals < f.letters || f.letters < 6) return name;
  std::string out;
  bool begins = true;
  for (size_t at = 0; at < name.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(name, at);
    const std::string_view letter = std::string_view(name).substr(begin, at - begin);
    out += begins ? std::string(letter) : to_lower(letter);
    begins = !is_letter(c);
  }
  return out;
}

}  // namespace

bool is_byline(std::string_view line) {
  if (line.size() > 160) return false;
  bool had = false;
  const std::string_view rest = without_by(line, &had);
  if (!had) return false;
  const LineFeatures f = measure(rest);
  if (f.words == 0 || f.words > 16) return false;
  if (f.ends_sentence && f.words > 6) return false;
  return f.script != Script::kLatin || is_capitalised(trim(rest));
}

bool is_desk(std::string_view name) { return any_word(name, kDesk); }

std::string_view credit_within(std::string_view line) {
  bool had = false;
  const std::string_view rest = without_by(line, &had);
  if (had) return rest;
  const std::string lower = to_lower(line);
  if (lower.size() != line.size()) return {};
  for (const std::string_view by : kByInside)
    if (const size_t at = lower.find(by); at != std::string::npos) return line.substr(at + by.size());
  return {};
}

bool is_credit_label(std::string_view line) {
  if (line.empty() || line.size() > 40) return false;
  std::string lower = to_lower(line);
  while (!lower.empty() && (lower.back() == ' ' || lower.back() == ':')) lower.pop_back();
  return std::any_of(kBy.begin(), kBy.end(), [&](std::string_view by) {
    while (by.ends_with(' ') || by.ends_with(':')) by.remove_suffix(1);
    return lower == by && lower != "from";
  });
}

Credits split_credit(std::string_view credit, CreditSource source) {
  Credits credits;
  if (credit.size() > 400) return credits;
  std::string text = normal_space(without_by(credit));
  for (const WrittenDate& date : find_dates(text)) {
    text.resize(date.begin);
    break;
  }
  for (const std::string_view mark :
       {" and ",  " und ", " et ", " y ", " & ", " e ", " en ", " og ", " och ", " и ",
        " with ", "; ",    " | ",  " / ", " • ", " · ", " – ",  " — ",  " ⋅ ",   " - "})
    for (size_t at; (at = text.find(mark)) != std::string::npos;) text.replace(at, mark.size(), 1, '\n');
  for (size_t at = 0; (at = text.find(',', at)) != std::string::npos;) text[at] = '\n';
  if (text.find("://") == std::string::npos)
    for (size_t at = 0; (at = text.find('/', at)) != std::string::npos;) text[at] = '\n';
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view piece = trim(without_by(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
    if (const size_t bracket = piece.find('('); bracket != std::string_view::npos && bracket > 2)
      piece = trim(piece.substr(0, bracket));
    const bool behind_person = !credits.persons.empty();
    if (behind_person && is_degree(piece)) continue;
    if (behind_person && all_words(piece, kRole)) continue;
    std::string name;
    const LineFeatures whole = measure(piece);
    if (any_word(piece, kDesk) && whole.words <= 5 && whole.digits == 0 && is_capitalised(piece) &&
        !(behind_person && any_word(piece, kRole))) {
      name = piece;
    } else if (source == CreditSource::kMarkup && whole.words <= 3 && whole.letters >= 2 &&
               piece.find_first_of("@:<>{}\"/?!") == std::string_view::npos && piece.size() <= 40) {
      // "Jane Doe on", "(last edited by JaneD)"
      for (std::vector<std::string_view> words = words_in(piece); words.size() > 1; words.pop_back()) {
        if (!kRole.contains(to_lower(words.back()))) break;
        piece = piece.substr(0, static_cast<size_t>(words.back().data() - piece.data()));
        piece = trim(piece);
      }
      while (piece.ends_with(')')) piece.remove_suffix(1);
      name = piece;
    } else {
      name = name_in(piece);
    }
    const LineFeatures f = measure(name);
    if (f.letters < 2 || f.words > 6 || (f.digits > 0 && source == CreditSource::kLine)) continue;
    if (any_word(name, kNobody) || is_host(name) || name.starts_with("cc-by") || name.starts_with("CC BY"))
      continue;
    if (!any_word(name, kDesk) && is_organisation(name, behind_person))
      add(credits.agencies, name);
    else
      add(credits.persons, without_capitals(name));
  }
  return credits;
}

size_t dateline_length(std::string_view paragraph) {
  // A place in capitals (or with a bracketed agency after it), then a dash, within the first hundred bytes.
  const std::string_view head = paragraph.substr(0, 110);
  size_t dash = std::string_view::npos, length = 0;
  for (const std::string_view mark : {" - ", " – ", " — ", " -- ", "— ", "– "}) {
    const size_t at = head.find(mark);
    if (at != std::string_view::npos && at > 2 && at < dash) dash = at, length = mark.size();
  }
  if (dash == std::string_view::npos) return 0;
  const std::string_view place = head.substr(0, dash);
  const size_t bracket = place.find('(');
  const size_t comma = place.find(',');
  const std::string_view city = place.substr(0, std::min({bracket, comma, place.size()}));
  const LineFeatures f = measure(city);
  const bool shouted = f.letters >= 3 && f.capitals + 2 >= f.letters && f.words <= 5;
  const bool bracketed = bracket != std::string_view::npos && place.find(')', bracket) + 1 == place.size() &&
                         is_capitalised(city) && f.words <= 4;
  return shouted || bracketed ? dash + length : 0;
}

std::string dateline_agency(std::string_view paragraph) {
  const size_t length = dateline_length(paragraph);
  const std::string_view head = paragraph.substr(0, length);
  const size_t open = head.rfind('('), close = head.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  const std::string_view inner = head.substr(open + 1, close - open - 1);
  const LineFeatures f = measure(inner);
  if (f.words == 0 || f.words > 4 || f.digits > 0 || !is_capitalised(inner)) return {};
  return std::string(inner);
}

std::string closing_agency(std::string_view line) {
  const std::string_view whole = line;
  bool marked = false;
  for (const std::string_view mark : {"Source: ", "Sources: ", "SOURCE: ", "Quelle: ", "Source : ",
                                      "Fuente: ", "Fonte: ", "Источник: ", "– ", "— ", "-- ", "- "}) {
    if (!line.starts_with(mark)) continue;
    line.remove_prefix(mark.size());
    marked = true;
    break;
  }
  if (line.size() > 2 && line.front() == '(' && line.back() == ')') {
    line = line.substr(1, line.size() - 2);
    marked = true;
  }
  const LineFeatures f = measure(line);
  if (f.words == 0 || f.words > 3 || f.digits > 0 || f.ends_sentence || line.size() > 40 ||
      !is_capitalised(line))
    return {};
  // Unmarked, only letters in capitals tell an agency from a heading: "AFP".
  const bool shouted = whole.size() <= 8 && f.words == 1 && f.capitals == f.letters && f.letters >= 2;
  return marked || shouted ? std::string(line) : std::string();
}

}  // namespace hearsay
