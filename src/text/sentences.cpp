#include "text/sentences.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "text/abbreviations.h"
#include "text/lexicon.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

// Capitalised, these begin a sentence; after an abbreviation nothing else can be trusted to.
constexpr auto kStarters = word_set(
    "the a an this that these those it he she they we you i his her their its our my in on at for from with "
    "by to of as but "
    "and or so yet nor if when while although though because since after before during there here what who "
    "how why where "
    "which some many most several both all no not one two three another other such however meanwhile "
    "moreover earlier later "
    "then also still now even only just under over between among according despite instead");

constexpr auto kReporting = word_set(
    "said says asked asks told added wrote replied answered cried shouted wondered insisted declared "
    "demanded exclaimed "
    "continued concluded explained tweeted quipped joked warned noted stressed recalled");

constexpr uint32_t kLongSentence = 400, kLongestSentence = 500;  // tokens

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, uint32_t first, uint32_t end)
      : text_(text), tokens_(tokens), first_(first), end_(end) {}

  void run(std::vector<uint32_t>& ends) {
    int depth = 0;  // of round and square brackets
    uint32_t begin = first_;
    for (uint32_t i = first_; i < end_; ++i) {
      const std::string_view w = word(i);
      if (w == "(" || w == "[") ++depth;
      if ((w == ")" || w == "]") && depth > 0) --depth;
      uint32_t stop = 0;
      if (is_stop(i))
        stop = stop_after_mark(i, begin, depth);
      else if (tokens_[i].kind == TokenKind::kWord && w.ends_with('.'))
        stop = stop_after_abbreviation(i, begin);
      if (!stop && is_too_long(i, begin)) stop = i + 1;
      if (!stop || stop >= end_) continue;
      ends.push_back(stop);
      begin = stop;
      i = stop - 1;
      depth = 0;
    }
    if (begin < end_) ends.push_back(end_);
  }

 private:
  std::string_view word(uint32_t i) const { return words_of(text_, tokens_[i]); }

  // Resolutions and lists go on for hundreds of words, hostile pages for a hundred thousand: a sentence that
  // is long past reading is cut at its next comma, or where it stands.
  bool is_too_long(uint32_t i, uint32_t begin) const {
    if (i - begin < kLongSentence) return false;
    const std::string_view w = word(i);
    return w == ";" || w == "," || w == ":" || i - begin >= kLongestSentence;
  }

  bool is_stop(uint32_t i) const {
    if (tokens_[i].kind != TokenKind::kPunctuation) return false;
    const std::string_view w = word(i);
    return w == "." || w == "!" || w == "?" || w == "\u2026" || w == "\u3002" || w.starts_with("..");
  }

  // Past the marks that stand close behind a stop and belong to its sentence.
  uint32_t past_closing(uint32_t i) const {
    while (i < end_) {
      const std::string_view w = word(i);
      const bool closing = tokens_[i].kind == TokenKind::kCloseQuote || w == ")" || w == "]" || is_stop(i);
      const bool adjacent = tokens_[i - 1].end == tokens_[i].begin;
      if (!closing || (!adjacent && tokens_[i].kind != TokenKind::kCloseQuote)) break;
      ++i;
    }
    return i;
  }

  bool can_begin(uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::kOpenQuote) return true;
    if (token.kind == TokenKind::kNumber) return true;
    if (token.kind == TokenKind::kWord) {
      if (token.capital) return true;
      size_t at = token.begin;
      const char32_t c = next_code_point(text_, at);
      if (c == '@' || c == '#') return true;
      // al-, el-, bin: names begin sentences in lower case.
      return word(i).starts_with("al-") || word(i).starts_with("el-");
    }
    const std::string_view w = word(i);
    return w == "(" || w == "[" || w == "\u2022" || w == "$" || w == "\u20AC" || w == "\u00A3" || w == "-" ||
           is_dash_word(w);
  }
  static bool is_dash_word(std::string_view w) { return w == "\u2013" || w == "\u2014" || w == "--"; }

  uint32_t stop_after_mark(uint32_t i, uint32_t begin, int depth) const {
    uint32_t stop = past_closing(i + 1);
    if (stop >= end_) return 0;
    // "1." and "a." before an item.
    if (i == begin + 1 && word(i) == "." &&
        (tokens_[begin].kind == TokenKind::kNumber || word(begin).size() == 1))
      return 0;
    const bool closed = stop > i + 1;
    if (depth > 0 && !closes_bracket(i + 1, stop)) return 0;
    const Token& next = tokens_[stop];
    if (!can_begin(stop)) return 0;
    const std::string_view mark = word(i);
    if (is_dash_word(word(stop)) || word(stop) == "-")
      return word(i) == "." && closed ? 0 : (next.begin > tokens_[stop - 1].end ? dash_begins(stop) : 0);
    // A bracket inside the sentence: "the minister (?) said".
    if (mark != "." && closed && reports_next(stop)) return 0;
    if (mark.starts_with("..") || mark == "\u2026") {
      if (tokens_[i].end < text_.size() && tokens_[stop].begin == tokens_[i].end) return 0;
    }
    // A full stop that touches a following number or lower word is none of ours; a capital may touch (a lost
    // space).
    if (!closed && next.begin == tokens_[i].end && next.kind == TokenKind::kNumber) return 0;
    return stop;
  }

  // A dash after a stop joins a quotation to its speaker more often than it begins a sentence.
  uint32_t dash_begins(uint32_t i) const {
    return i + 1 < end_ && tokens_[i + 1].capital && !reports_next(i + 1) ? i : 0;
  }

  bool closes_bracket(uint32_t from, uint32_t stop) const {
    for (uint32_t i = from; i < stop; ++i) {
      if (word(i) == ")" || word(i) == "]") return true;
    }
    return false;
  }

  // "Why?" Orlan asked. / "Stop!" the Zambian minister said.
  bool reports_next(uint32_t from) const {
    for (uint32_t i = from; i < end_ && i < from + 7; ++i) {
      if (tokens_[i].kind == TokenKind::kOpenQuote || is_stop(i) || word(i) == ",") return false;
      if (tokens_[i].kind == TokenKind::kWord && kReporting.contains(word(i))) return true;
    }
    return false;
  }

  uint32_t stop_after_abbreviation(uint32_t i, uint32_t begin) const {
    const uint32_t stop = past_closing(i + 1);
    if (stop >= end_ || i == begin) return 0;
    const Token& next = tokens_[stop];
    std::string lower = to_lower(word(i));
    lower.pop_back();
    const Abbreviation kind = abbreviation(lower);
    if (kind == Abbreviation::kTitle || kind == Abbreviation::kNumbered) return 0;
    if (next.kind == TokenKind::kOpenQuote) return lower.size() == 1 ? 0 : stop;
    if (!next.capital) return 0;
    if (lower.size() == 1 && !is_plural_noun(stop)) return 0;  // an initial
    if (lower.size() == 1)
      return i > begin && !tokens_[i - 1].capital ? stop : 0;  // "posted on X. Militants said"
    return kStarters.contains(to_lower(word(stop))) ? stop : 0;
  }

  bool is_plural_noun(uint32_t i) const {
    std::vector<FormReading> readings;
    read_form(to_lower(word(i)), readings);
    return std::any_of(readings.begin(), readings.end(),
                       [](const FormReading& r) { return r.word_class == WordClass::kNouns; });
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  uint32_t first_, end_;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, uint32_t first, uint32_t end,
                     std::vector<uint32_t>& ends) {
  Splitter(text, tokens, first, end).run(ends);
}

}  // namespace hearsay
