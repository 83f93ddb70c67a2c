#include "stages/extract/line_markup.h"

#include <algorithm>
#include <vector>

#include "stages/extract/line_features.h"

namespace hearsay {
namespace {

constexpr size_t kSignsOfMarkdown = 3;
constexpr size_t kLongestTarget = 4000;  // bytes
constexpr size_t kDeepestBracket = 16;   // deeper ones are text

// Where the target of a link ends that begins at `at`, behind "]("; npos where it does not end.
size_t end_of_target(std::string_view line, size_t at) {
  const size_t last = std::min(line.size(), at + kLongestTarget);
  for (size_t depth = 1; at < last; ++at) {
    if (line[at] == '(') ++depth;
    if (line[at] == ')' && --depth == 0) return at;
    if (depth > 4) break;
  }
  return std::string_view::npos;
}

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
         ((c | 32) >= 'a' && (c | 32) <= 'z');
}

// One pass: brackets are kept on a stack until their target shows that they were a link's.
class Unmarker {
 public:
  Unmarker(std::string_view line, LineMarkup& markup) : line_(line), markup_(markup) {}

  std::string words() {
    while (at_ < line_.size()) step();
    std::string words = normal_space(out_);
    if (markup_.images > 0 && measure(words).letters == 0) {
      markup_.only_images = true;
      words = normal_space(alternatives_);
    }
    return words;
  }

 private:
  struct Bracket {
    size_t begin;  // in `out_`
    bool image;
  };

  void step() {
    const char c = line_[at_];
    const char next = at_ + 1 < line_.size() ? line_[at_ + 1] : '\0';
    if (c == '\\' && next > ' ' && !is_word_byte(next)) {
      out_ += next;
      at_ += 2;
    } else if (c == '!' && next == '[' && open_.size() < kDeepestBracket) {
      open_.push_back({out_.size(), true});
      at_ += 2;
    } else if (c == '[' && open_.size() < kDeepestBracket) {
      open_.push_back({out_.size(), false});
      out_ += c;
      ++at_;
    } else if (c == ']' && !open_.empty()) {
      close(next == '(');
    } else if (c == '*' && next == '*') {
      at_ += 2;
    } else if ((c == '_' || c == '*') && is_emphasis()) {
      ++at_;
    } else {
      out_ += c;
      ++at_;
    }
  }

  // At an edge of a word, not inside one.
  bool is_emphasis() const {
    const bool before = at_ > 0 && is_word_byte(line_[at_ - 1]);
    const bool after = at_ + 1 < line_.size() && is_word_byte(line_[at_ + 1]);
    const bool space_before = at_ == 0 || line_[at_ - 1] == ' ',
               space_after = at_ + 1 >= line_.size() || line_[at_ + 1] == ' ';
    return !(before && after) && !(space_before && space_after);
  }

  void close(bool has_target) {
    const Bracket bracket = open_.back();
    open_.pop_back();
    const size_t end = has_target ? end_of_target(line_, at_ + 2) : std::string_view::npos;
    if (bracket.image) {
      std::string inner = out_.substr(bracket.begin);
      out_.resize(bracket.begin);
      if (end == std::string_view::npos) {
        out_ += inner;
      } else {
        ++markup_.images;
        if (!inner.empty()) (alternatives_ += alternatives_.empty() ? "" : " ") += inner;
      }
    } else if (end == std::string_view::npos) {
      out_ += ']';
    } else {
      out_.erase(bracket.begin, 1);
      if (out_.size() > bracket.begin) {
        ++markup_.links;
        markup_.link_bytes += static_cast<uint32_t>(out_.size() - bracket.begin);
      }
    }
    at_ = end == std::string_view::npos ? at_ + 1 : end + 1;
  }

  std::string_view line_;
  LineMarkup& markup_;
  size_t at_ = 0;
  std::string out_, alternatives_;
  std::vector<Bracket> open_;
};

}  // namespace

bool is_marked(std::string_view page) {
  size_t signs = 0;
  for (size_t at = page.find("]("); at != std::string_view::npos && signs < kSignsOfMarkdown;
       at = page.find("](", at + 2))
    ++signs;
  for (const std::string_view mark : {"\n# ", "\n## ", "\n### "})
    for (size_t at = page.find(mark); at != std::string_view::npos && signs < kSignsOfMarkdown;
         at = page.find(mark, at + mark.size()))
      ++signs;
  return signs >= kSignsOfMarkdown;
}

std::string without_markup(std::string_view line, LineMarkup& markup) {
  while (line.starts_with("> ")) {
    markup.quote = true;
    line.remove_prefix(2);
  }
  if (line.starts_with("* ") || line.starts_with("+ ")) {
    markup.bullet = true;
    line.remove_prefix(2);
  }
  const size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks > 0 && marks <= 6 && marks < line.size() && line[marks] == ' ') {
    markup.heading = static_cast<uint8_t>(marks);
    line.remove_prefix(marks + 1);
  }
  return Unmarker(line, markup).words();
}

}  // namespace hearsay
