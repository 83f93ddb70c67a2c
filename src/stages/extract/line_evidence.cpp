#include "stages/extract/line_evidence.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "stages/extract/clutter_words.h"

namespace hearsay {
namespace {

constexpr size_t kNowhere = TextRules::kNowhere;
constexpr size_t kTopicBytes = 200'000;  // of prose that say what the page is about
constexpr size_t kShortWords = 6;        // a line of no more is a short one
constexpr float kFar = 100;              // lines: farther is all the same
constexpr uint32_t kMostOfLine = 80;     // words of one line that count for density
constexpr size_t kEdgeReach = 6, kWideReach = 25, kNearReach = 4;
constexpr size_t kDensityReach = 8;     // lines on either side
constexpr size_t kLongestFolded = 900;  // bytes: of longer lines no words are looked up

float log_of(double count) { return static_cast<float>(std::log2(1 + count)); }
float flag(bool value) { return value ? 1.0F : 0.0F; }

size_t count_of(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size()))
    ++count;
  return count;
}

// "12:30": digits on both sides of a colon.
bool has_clock(std::string_view text) {
  for (size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1))
    if (at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
  return false;
}

// "... left the bridge. (MPA)": a few words in brackets at the end, the first with a capital.
bool ends_in_brackets(std::string_view text) {
  if (!text.ends_with(')') && !text.ends_with(']')) return false;
  const size_t open = text.find_last_of("([");
  if (open == std::string_view::npos || open == 0 || text.size() - open > 42) return false;
  size_t at = open + 1;
  return is_upper(next_code_point(text, at));
}

// A full stop or its like inside the line, with a capital behind it.
size_t sentences_in(std::string_view text) {
  size_t count = 0;
  for (size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    if (at == 0 || at + 1 >= text.size()) continue;
    size_t end = at - 1;
    if (text[end] == '"' && end > 0) --end;
    if (text.substr(0, at).ends_with("”") && end >= 3) end = at - 4;
    if (text[end] != '.' && text[end] != '!' && text[end] != '?') continue;
    size_t next = at + 1;
    count += is_upper(next_code_point(text, next));
  }
  return count;
}

// Words of four letters and more, folded, cut to six bytes: "talks" meets "talk". `use` takes each.
template <class Use>
void telling_words(std::string_view folded, Use use) {
  for (size_t at = 0; at < folded.size();) {
    size_t end = at;
    while (end < folded.size() &&
           (static_cast<unsigned char>(folded[end]) >= 0x80 || (folded[end] >= 'a' && folded[end] <= 'z')))
      ++end;
    if (end - at >= 4) use(folded.substr(at, std::min<size_t>(end - at, 6)));
    at = std::max(end, at + 1);
  }
}

class Evidence {
 public:
  explicit Evidence(const TextRules& rules)
      : rules_(rules), lines_(rules.lines), rows_(lines_.size() * kEvidenceColumns) {}

  std::vector<float> gather() {
    find_main_script();
    learn_topic();
    measure_density();
    for (size_t i = 0; i < lines_.size(); ++i) own(i);
    places();
    for (size_t i = 0; i < lines_.size(); ++i) neighbours(i);
    return std::move(rows_);
  }

 private:
  float* row(size_t i) { return rows_.data() + i * kEvidenceColumns; }
  bool is_prose(size_t i) const { return lines_[i].kind == LineKind::kProse; }

  void find_main_script() {
    std::array<size_t, static_cast<size_t>(Script::kOther) + 1> letters{};
    for (const TextLine& line : lines_)
      letters[static_cast<size_t>(line.features.script)] += line.features.letters;
    main_ = static_cast<Script>(std::max_element(letters.begin() + 1, letters.end()) - letters.begin());
  }

  void learn_topic() {
    size_t bytes = 0;
    folded_.reserve(64);
    for (size_t i = 0; i < lines_.size() && bytes < kTopicBytes; ++i) {
      if (!is_prose(i) || lines_[i].text.size() > kTopicBytes) continue;
      bytes += lines_[i].text.size();
      const bool kept = !lines_[i].folded.empty();
      if (!kept) folded_.emplace_back(fold(lines_[i].text));
      telling_words(kept ? std::string_view(lines_[i].folded) : std::string_view(folded_.back()),
                    [&](std::string_view word) {
                      auto& seen = topic_[std::string(word)];
                      if (seen.last != i + 1)
                        seen = {static_cast<uint32_t>(seen.lines + 1), static_cast<uint32_t>(i + 1)};
                    });
    }
    telling_words(fold(rules_.headline), [&](std::string_view word) { title_words_.emplace_back(word); });
    std::sort(title_words_.begin(), title_words_.end());
  }

  void own(size_t i) {
    const TextLine& line = lines_[i];
    const LineFeatures& f = line.features;
    const std::string_view text = line.text;
    const double letters = std::max<uint32_t>(1, f.letters), words = std::max<uint32_t>(1, f.words);
    const std::string_view head = first_bytes(text, 2000);
    const bool ellipsis = text.ends_with("...") || text.ends_with("…") || text.ends_with("[…]");
    const float values[] = {
        log_of(f.words),
        static_cast<float>(std::min(60.0, double(text.size()) / words)),
        static_cast<float>(f.capitals / letters),
        static_cast<float>(f.capital_share()),
        static_cast<float>(f.digits / (letters + f.digits)),
        static_cast<float>(f.marks / (letters + f.marks)),
        static_cast<float>(f.function_share()),
        static_cast<float>(f.determiners / words),
        static_cast<float>(f.brackets / words),
        flag(f.ends_sentence),
        flag(f.ends_with_colon),
        flag(ellipsis),
        flag(text.ends_with('?')),
        flag(f.begins_lower),
        flag(f.begins_with_quote),
        flag(!text.empty() && is_digit(text.front())),
        static_cast<float>(count_of(head, ", ") / words),
        static_cast<float>(std::min<size_t>(12, sentences_in(head))),
        static_cast<float>(count_of(head, " | ") + count_of(head, "•") + count_of(head, "·") +
                           count_of(head, " / ")),
        flag(head.find('@') != std::string_view::npos || head.find("http") != std::string_view::npos ||
             head.find("www.") != std::string_view::npos),
        flag(head.find("©") != std::string_view::npos),
        flag(has_clock(head)),
        flag(!line.folded.empty() && hints_at_notice(line.folded)),
        flag(f.script == main_ || f.script == Script::kNone),
        static_cast<float>(std::min<uint32_t>(line.repeats, 5)),
        flag(line.blank_before),
        flag(line.blank_after),
        static_cast<float>(line.kind),
        flag(line.kind == LineKind::kProse),
        flag(rules_.keep[i]),
        static_cast<float>(line.markup.heading),
        flag(line.markup.bullet || line.kind == LineKind::kItem),
        static_cast<float>(double(line.markup.link_bytes) / double(std::max<size_t>(1, text.size()))),
        flag(line.markup.images > 0),
        flag(ends_in_brackets(text)),
        flag(text.substr(0, 32).find(':') != std::string_view::npos),
        flag(head.find_first_of("$%") != std::string_view::npos || head.find("€") != std::string_view::npos ||
             head.find("£") != std::string_view::npos),
        flag(f.letters >= 4 && f.capitals * 10 >= f.letters * 7),
    };
    static_assert(std::size(values) == kOwnColumns.size());
    std::copy(std::begin(values), std::end(values), row(i));
  }

  // Words of prose in lines [begin, end).
  double prose_in(size_t begin, size_t end) const {
    return begin < end ? prose_sums_[end] - prose_sums_[begin] : 0;
  }

  // Words of prose around each line, near and far.
  void measure_density() {
    const size_t n = lines_.size();
    prose_sums_.resize(n + 1);
    for (size_t i = 0; i < n; ++i)
      prose_sums_[i + 1] =
          prose_sums_[i] + (is_prose(i) ? std::min(kMostOfLine, lines_[i].features.words) : 0);
    const auto around = [&](size_t i, size_t reach) {
      return prose_in(i > reach ? i - reach : 0, std::min(n, i + reach + 1));
    };
    density_.resize(n);
    wide_.resize(n);
    for (size_t i = 0; i < n; ++i) {
      density_[i] = around(i, kDensityReach);
      wide_[i] = around(i, kWideReach);
      densest_ = std::max(densest_, density_[i]);
      widest_ = std::max(widest_, wide_[i]);
    }
  }

  void places() {
    const size_t n = lines_.size();
    // Of the lines before and behind each: how far the next is that is prose, how many short ones stand in a
    // row ...
    std::vector<float> to_prose(n, kFar), short_after(n), far_short_after(n);
    std::vector<uint32_t> prose_below(n);
    uint32_t next_prose = 0;
    double blanks = 0;
    float far = kFar, shorts = 0, near_shorts = 0;
    double all_words = 0;
    size_t all_prose = 0, first = kNowhere, last = kNowhere;
    for (size_t i = n; i-- > 0;) {
      to_prose[i] = far;
      short_after[i] = std::min(shorts, kFar);
      far_short_after[i] = near_shorts;
      prose_below[i] = next_prose;
      if (is_prose(i)) next_prose = lines_[i].features.words;
      blanks += lines_[i].blank_before;
      const bool is_short = lines_[i].features.words <= kShortWords;
      far = is_prose(i) ? 1 : std::min(kFar, far + 1);
      shorts = is_short ? shorts + 1 : 0;
      near_shorts = near_shorts * 0.8F + flag(is_short);
      if (is_prose(i)) {
        all_words += lines_[i].features.words;
        ++all_prose;
      }
      if (rules_.keep[i]) {
        first = i;
        if (last == kNowhere) last = i;
      }
    }
    Walk walk;
    for (size_t i = 0; i < n; ++i) {
      const TextLine& line = lines_[i];
      const auto [recurs, in_title] = recurrence(i);
      size_t near = 0;
      for (size_t j = i > 5 ? i - 5 : 0; j < std::min(n, i + 6); ++j) near += j != i && is_prose(j);
      size_t near_dates = 0, near_clutter = 0;
      for (size_t j = i > kNearReach ? i - kNearReach : 0; j < std::min(n, i + kNearReach + 1); ++j) {
        if (j == i) continue;
        const LineKind kind = lines_[j].kind;
        near_dates += kind == LineKind::kDate || kind == LineKind::kDatedTitle;
        near_clutter += kind == LineKind::kClutter || kind == LineKind::kLabel || kind == LineKind::kPointer;
      }
      const bool title_known = rules_.title != kNowhere;
      const float values[] = {
          log_of(double(n)),
          log_of(double(all_prose)),
          static_cast<float>(double(i) / double(n)),
          title_known ? std::clamp(static_cast<float>(i) - static_cast<float>(rules_.title), -kFar, kFar) : 0,
          flag(title_known),
          flag(title_known && i >= rules_.zone_begin && i < rules_.zone_end),
          static_cast<float>(std::min(walk.prose_words, 2000.0)),
          static_cast<float>(all_words > 0 ? walk.prose_words / all_words : 0),
          walk.from_prose,
          to_prose[i],
          first == kNowhere ? -kFar
                            : std::clamp(static_cast<float>(i) - static_cast<float>(first), -kFar, kFar),
          last == kNowhere ? -kFar
                           : std::clamp(static_cast<float>(last) - static_cast<float>(i), -kFar, kFar),
          static_cast<float>(density_[i]),
          static_cast<float>(densest_ > 0 ? density_[i] / densest_ : 0),
          static_cast<float>(near),
          std::min(walk.shorts, kFar),
          short_after[i],
          walk.from_label,
          walk.from_comments,
          walk.from_date,
          walk.from_heading,
          recurs,
          in_title,
          static_cast<float>(all_prose > 0 ? all_words / double(all_prose) : 0),
          walk.near_shorts,
          far_short_after[i],
          static_cast<float>(prose_in(i > kEdgeReach ? i - kEdgeReach : 0, i)),
          static_cast<float>(prose_in(i + 1, std::min(n, i + 1 + kEdgeReach))),
          static_cast<float>(widest_ > 0 ? wide_[i] / widest_ : 0),
          static_cast<float>(near_dates),
          static_cast<float>(near_clutter),
          static_cast<float>(blanks / double(n)),
          log_of(walk.last_prose),
          log_of(prose_below[i]),
      };
      static_assert(std::size(values) == kPlaceColumns.size());
      std::copy(std::begin(values), std::end(values), row(i) + kOwnColumns.size());
      walk.pass(line);
    }
  }

  // What has been seen above a line.
  struct Walk {
    double prose_words = 0;
    float from_prose = kFar, from_label = kFar, from_comments = kFar, from_date = kFar, from_heading = kFar;
    float shorts = 0, near_shorts = 0;
    uint32_t last_prose = 0;  // its words

    void pass(const TextLine& line) {
      const auto step = [](float& far, bool here) { far = here ? 1 : std::min(kFar, far + 1); };
      step(from_prose, line.kind == LineKind::kProse);
      step(from_label, line.kind == LineKind::kLabel || line.kind == LineKind::kPointer);
      step(from_comments, line.kind == LineKind::kComments);
      step(from_date, line.kind == LineKind::kDate || line.kind == LineKind::kDatedTitle);
      step(from_heading, line.markup.heading > 0);
      if (line.kind == LineKind::kProse) prose_words += last_prose = line.features.words;
      const bool is_short = line.features.words <= kShortWords;
      shorts = is_short ? shorts + 1 : 0;
      near_shorts = near_shorts * 0.8F + flag(is_short);
    }
  };

  // Shares of a line's telling words that stand in other lines of prose, and in the title; -1 where it has
  // none.
  std::pair<float, float> recurrence(size_t i) const {
    const TextLine& line = lines_[i];
    if (line.folded.empty() || line.folded.size() > kLongestFolded) return {1, 1};
    uint32_t words = 0, there = 0, titled = 0;
    std::string key;
    const uint32_t itself = is_prose(i) ? 1 : 0;
    telling_words(line.folded, [&](std::string_view word) {
      ++words;
      key.assign(word);
      const auto found = topic_.find(key);
      there += found != topic_.end() && found->second.lines > itself;
      titled += std::binary_search(title_words_.begin(), title_words_.end(), key);
    });
    if (words == 0) return {-1, -1};
    return {static_cast<float>(there) / static_cast<float>(words),
            static_cast<float>(titled) / static_cast<float>(words)};
  }

  void neighbours(size_t i) {
    // Where the columns that are copied stand in a row.
    static const std::vector<size_t> kFrom = [] {
      std::vector<size_t> from;
      for (const std::string_view name : kNeighbourColumns)
        from.push_back(static_cast<size_t>(std::find(kOwnColumns.begin(), kOwnColumns.end(), name) -
                                           kOwnColumns.begin()));
      return from;
    }();
    float* to = row(i) + kOwnColumns.size() + kPlaceColumns.size();
    for (int step = -kNeighbours; step <= kNeighbours; ++step) {
      if (step == 0) continue;
      const auto other = static_cast<ptrdiff_t>(i) + step;
      const bool there = other >= 0 && other < static_cast<ptrdiff_t>(lines_.size());
      const float* from = there ? row(static_cast<size_t>(other)) : nullptr;
      for (const size_t column : kFrom) *to++ = there ? from[column] : -1;
    }
  }

  struct Seen {
    uint32_t lines = 0, last = 0;
  };

  const TextRules& rules_;
  const std::vector<TextLine>& lines_;
  std::vector<float> rows_;
  std::vector<std::string> folded_;
  std::unordered_map<std::string, Seen> topic_;
  std::vector<std::string> title_words_;
  std::vector<double> density_;
  std::vector<double> prose_sums_, wide_;
  double densest_ = 0, widest_ = 0;
  Script main_ = Script::kNone;
};

}  // namespace

const std::vector<std::string_view>& evidence_columns() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names(kOwnColumns.begin(), kOwnColumns.end());
    names.insert(names.end(), kPlaceColumns.begin(), kPlaceColumns.end());
    for (int step = -kNeighbours; step <= kNeighbours; ++step)
      for (const std::string_view name : kNeighbourColumns)
        if (step != 0) names.push_back(std::string(name) + (step > 0 ? "+" : "") + std::to_string(step));
    return names;
  }();
  static const std::vector<std::string_view> kViews(kNames.begin(), kNames.end());
  return kViews;
}

std::vector<float> line_evidence(const TextRules& rules) { return Evidence(rules).gather(); }

}  // namespace hearsay
