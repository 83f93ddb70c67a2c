#include "text/quote_marks.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

enum class Shape : uint8_t { kNone, kOpen, kClose, kNeutral };

Shape double_shape(std::string_view mark) {
  if (mark == "\"" || mark == "''" || mark == "\uFF02") return Shape::kNeutral;
  if (mark == "\u201C" || mark == "\u201E" || mark == "\u201F" || mark == "\u00AB" || mark == "``" ||
      mark == ",," || mark == "\u2018\u2018" || mark == "\u300C" || mark == "\u300E")
    return Shape::kOpen;
  if (mark == "\u201D" || mark == "\u00BB" || mark == "\u2019\u2019" || mark == "\u300D" || mark == "\u300F")
    return Shape::kClose;
  return Shape::kNone;
}

Shape single_shape(std::string_view mark) {
  if (mark == "'") return Shape::kNeutral;
  if (mark == "\u2018" || mark == "`" || mark == "\u201B" || mark == "\u2039") return Shape::kOpen;
  if (mark == "\u2019" || mark == "\u203A") return Shape::kClose;
  return Shape::kNone;
}

// What is written with an apostrophe in front.
constexpr auto kElided = word_set("em til tis twas cause round n bout cos neath");

struct Mark {
  uint32_t token;
  bool opens;
};

class Pairing {
 public:
  Pairing(std::string_view text, std::vector<Token>& tokens, const std::vector<uint32_t>& firsts,
          std::vector<QuotedRange>& out)
      : text_(text), tokens_(tokens), firsts_(firsts), out_(out) {}

  void run() {
    const size_t first_range = out_.size();
    for (size_t p = 0; p < firsts_.size(); ++p) pair_doubles(p);
    const size_t doubles = out_.size();
    for (size_t p = 0; p < firsts_.size(); ++p) pair_singles(p, first_range, doubles);
    std::sort(out_.begin() + static_cast<ptrdiff_t>(first_range), out_.end(),
              [](const QuotedRange& a, const QuotedRange& b) {
                return a.outer_begin != b.outer_begin ? a.outer_begin < b.outer_begin
                                                      : a.outer_end > b.outer_end;
              });
  }

 private:
  uint32_t first_of(size_t p) const { return firsts_[p]; }
  uint32_t end_of(size_t p) const {
    return p + 1 < firsts_.size() ? firsts_[p + 1] : static_cast<uint32_t>(tokens_.size());
  }
  std::string_view word(uint32_t i) const { return words_of(text_, tokens_[i]); }

  bool touches_previous(uint32_t i, uint32_t first) const {
    return i > first && tokens_[i - 1].end == tokens_[i].begin;
  }
  bool touches_next(uint32_t i, uint32_t end) const {
    return i + 1 < end && tokens_[i].end == tokens_[i + 1].begin;
  }
  static bool is_plain(const Token& token) {
    return token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber;
  }

  bool opening_place(uint32_t i, uint32_t first, uint32_t end) const {
    if (i + 1 >= end) return false;
    const bool free_before =
        !touches_previous(i, first) || (!is_plain(tokens_[i - 1]) && opens_or_joins(word(i - 1)));
    return free_before && touches_next(i, end);
  }
  bool closing_place(uint32_t i, uint32_t first, uint32_t end) const {
    if (!touches_previous(i, first)) return false;
    return !touches_next(i, end) || !is_plain(tokens_[i + 1]);
  }
  static bool opens_or_joins(std::string_view mark) {
    return mark == "(" || mark == "[" || mark == "{" || mark == "\u2014" || mark == "\u2013" || mark == "-" ||
           mark == "--" || mark == "/" || mark == ":" || double_shape(mark) == Shape::kOpen ||
           double_shape(mark) == Shape::kNeutral || mark == "\u2018" || mark == "'";
  }

  bool ends_in_digit(uint32_t i) const {
    const std::string_view w = word(i);
    return w.back() >= '0' && w.back() <= '9';
  }

  // Whether paragraph p begins with a mark that opens.
  bool begins_open(size_t p) const {
    if (p >= firsts_.size() || first_of(p) >= end_of(p)) return false;
    const Shape shape = double_shape(word(first_of(p)));
    return shape == Shape::kOpen ||
           (shape != Shape::kNone && opening_place(first_of(p), first_of(p), end_of(p)));
  }

  void classify(size_t p, bool carried, std::vector<Mark>& marks) const {
    const uint32_t first = first_of(p), end = end_of(p);
    int depth = carried ? 1 : 0;
    for (uint32_t i = first; i < end; ++i) {
      if (tokens_[i].kind != TokenKind::kPunctuation) continue;
      const Shape shape = double_shape(word(i));
      if (shape == Shape::kNone) continue;
      const bool may_open = opening_place(i, first, end), may_close = closing_place(i, first, end);
      bool opens = shape == Shape::kOpen;
      if (shape == Shape::kNeutral) {
        opens = may_open != may_close ? may_open : depth == 0;
        // Nothing to close and a number before: inches, seconds.
        if (depth == 0 && i > first && touches_previous(i, first) && ends_in_digit(i - 1)) continue;
      } else if (shape == Shape::kOpen && may_close && !may_open && depth > 0) {
        opens = false;
      } else if (shape == Shape::kClose && may_open && !may_close && depth == 0) {
        opens = true;
      }
      if (word(i) == ",," && !may_open) continue;
      const bool continues = opens && carried && i == first;
      if (!continues) depth = std::max(0, depth + (opens ? 1 : -1));
      marks.push_back({i, opens});
    }
  }

  void pair_doubles(size_t p) {
    const uint32_t first = first_of(p), end = end_of(p);
    const bool carried = !open_.empty();
    marks_.clear();
    classify(p, carried, marks_);
    const bool goes_on = begins_open(p + 1);
    int closes_left = 0, opens_left = 0;
    for (const Mark& mark : marks_) ++(mark.opens ? opens_left : closes_left);
    uint32_t last_close = first;  // token after the last quotation of this paragraph
    bool any = false;
    for (const Mark& mark : marks_) {
      Token& token = tokens_[mark.token];
      token.kind = mark.opens ? TokenKind::kOpenQuote : TokenKind::kCloseQuote;
      --(mark.opens ? opens_left : closes_left);
      if (mark.opens) {
        if (!(carried && mark.token == first)) open_.push_back({token.begin, 0, token.end, 0});
        continue;
      }
      if (open_.empty()) {
        open_at_stray(mark.token, first, any ? last_close : first, any);
      } else {
        close_top(token.end, token.begin);
        const int needed = std::max(0, closes_left - opens_left) + (goes_on ? 1 : 0);
        while (static_cast<int>(open_.size()) > needed) close_top(token.end, token.begin);
      }
      last_close = mark.token + 1;
      any = true;
    }
    const uint32_t stop = end > first ? tokens_[end - 1].end : 0;
    while (open_.size() > (goes_on ? 1u : 0u)) close_top(stop, stop);
  }

  void close_top(uint32_t outer_end, uint32_t inner_end) {
    QuotedRange range = open_.back();
    open_.pop_back();
    range.outer_end = outer_end;
    range.inner_end = std::max(inner_end, range.inner_begin);
    if (range.inner_begin < range.inner_end) out_.push_back(range);
  }

  void open_at_stray(uint32_t mark, uint32_t first, uint32_t from, bool after_another) {
    if (mark == first) return;
    const std::string_view before = word(mark - 1);
    static constexpr std::string_view kEnds = ".,!?\u2026-\u2013\u2014";
    if (is_plain(tokens_[mark - 1]) || kEnds.find(before) == std::string_view::npos) return;
    uint32_t begin = from;
    if (after_another) {  // the sentence of the last quotation is not part of it
      while (begin < mark && word(begin) != "." && word(begin) != "!" && word(begin) != "?") ++begin;
      ++begin;
    }
    if (begin >= mark) return;
    out_.push_back({tokens_[begin].begin, tokens_[mark].end, tokens_[begin].begin, tokens_[mark].begin});
  }

  bool opens_single(uint32_t i, uint32_t first, uint32_t end) const {
    const Shape shape = single_shape(word(i));
    if (shape != Shape::kOpen && shape != Shape::kNeutral) return false;
    if (!opening_place(i, first, end)) return false;
    const Token& next = tokens_[i + 1];
    if (next.kind == TokenKind::kNumber && word(i + 1).ends_with('s')) return false;  // '90s
    return !kElided.contains(to_lower(word(i + 1)));
  }

  // 0: no closing mark; 1: could be the possessive of a plural; 2: can only close.
  int closes_single(uint32_t i, uint32_t first, uint32_t end) const {
    const Shape shape = single_shape(word(i));
    if (shape != Shape::kClose && shape != Shape::kNeutral) return 0;
    if (!closing_place(i, first, end)) return 0;
    const std::string_view before = word(i - 1);
    const bool plural = is_plain(tokens_[i - 1]) && (before.ends_with('s') || before.ends_with("in"));
    const bool owns =
        i + 1 < end && !touches_next(i, end) && is_plain(tokens_[i + 1]) && !tokens_[i + 1].capital;
    return plural && owns ? 1 : 2;
  }

  void pair_singles(size_t p, size_t first_double, size_t end_doubles) {
    const uint32_t first = first_of(p), end = end_of(p);
    for (uint32_t i = first; i < end; ++i) {
      if (tokens_[i].kind != TokenKind::kPunctuation || !opens_single(i, first, end)) continue;
      uint32_t close = 0;
      const uint32_t limit = std::min(end, i + 120);
      for (uint32_t j = i + 2; j < limit; ++j) {
        if (tokens_[j].kind != TokenKind::kPunctuation) continue;
        if (close && opens_single(j, first, end)) break;
        const int sure = closes_single(j, first, end);
        if (sure == 1) close = j;
        if (sure == 2) {
          close = j;
          break;
        }
      }
      if (!close) continue;
      const QuotedRange range{tokens_[i].begin, tokens_[close].end, tokens_[i].end, tokens_[close].begin};
      bool inside = false, crosses = false;
      for (size_t d = first_double; d < end_doubles; ++d) {
        const QuotedRange& around = out_[d];
        const bool begin_in = around.outer_begin <= range.outer_begin && range.outer_begin < around.outer_end;
        const bool end_in = around.outer_begin < range.outer_end && range.outer_end <= around.outer_end;
        inside = inside || (begin_in && end_in);
        crosses = crosses || begin_in != end_in;
      }
      if (crosses) continue;
      tokens_[i].kind = TokenKind::kOpenQuote;
      tokens_[close].kind = TokenKind::kCloseQuote;
      if (!inside) out_.push_back(range);
      i = close;
    }
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  const std::vector<uint32_t>& firsts_;
  std::vector<QuotedRange>& out_;
  std::vector<QuotedRange> open_;  // unclosed, outermost first
  std::vector<Mark> marks_;
};

}  // namespace

void pair_quotes(std::string_view text, std::vector<Token>& tokens, const std::vector<uint32_t>& first_tokens,
                 std::vector<QuotedRange>& out) {
  Pairing(text, tokens, first_tokens, out).run();
}

}  // namespace hearsay
