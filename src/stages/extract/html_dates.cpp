#include "stages/extract/html_dates.h"

#include <algorithm>

#include "base/utf8.h"
#include "stages/extract/byline.h"
#include "stages/extract/date_role.h"

namespace hearsay {
namespace {

constexpr size_t kLongestLine = 200;      // bytes of a line that may tell a date
constexpr uint32_t kAboveTitle = 3;       // blocks above the title that still belong to it
constexpr uint32_t kBelowBody = 8;        // blocks below the body in which a bare date may stand
constexpr uint32_t kFarBelowBody = 40;    // and one with its label
constexpr uint32_t kMastheadBlocks = 60;  // at the head of the page in which a clock may stand
constexpr uint32_t kHeadBlocks = 16;  // after the title in which standfirst, byline and date may take turns
constexpr uint32_t kHeadWords = 110;  // of prose, after which the story has begun
constexpr uint32_t kMostTimes = 40;

class ShownDates {
 public:
  ShownDates(const HtmlTree& tree, const PageBlocks& page, uint32_t title, const HtmlBody& body)
      : tree_(tree), page_(page), title_(title), body_(body) {
    has_body_ = body.last > body.first;
    first_ = has_body_ ? body.first : count();
    find_head();
  }

  std::vector<DateCandidate> find() {
    for (uint32_t b = 0; b < count(); ++b) {
      const Block& block = page_.blocks[b];
      if (block.features.digits == 0 || (block.marks & kCommentsMark)) continue;
      if (block.text.size() > kLongestLine) {
        if (b >= head_begin_ && b < head_end_) opening(block);
        continue;
      }
      if (has_body_ && b >= body_.last + kFarBelowBody) break;
      // "PUBLISHED: March 8 at 11:30 p.m. | UPDATED: March 9 at 12:21 a.m." ends like a sentence.
      const uint32_t most_words = b >= head_begin_ && b < head_end_ ? 24 : 14;
      if (is_prose(block.features) && block.features.ends_sentence && block.features.words > most_words)
        continue;
      lines(b);
    }
    time_elements();
    return std::move(out_);
  }

 private:
  uint32_t count() const { return static_cast<uint32_t>(page_.blocks.size()); }

  // Where the story's head ends: among standfirst, pictures and byline the date may come late.
  void find_head() {
    head_begin_ = title_ != kNone ? title_ : first_ - std::min(first_, 8u);
    head_end_ = first_;
    if (!has_body_ || (title_ != kNone && title_ > first_ + 2)) return;
    uint32_t words = 0;
    const uint32_t from = title_ == kNone ? first_ : std::max(title_, first_ - std::min(first_, kHeadBlocks));
    const uint32_t limit = std::min({count(), body_.last, std::max(from, first_) + kHeadBlocks});
    for (head_end_ = first_; head_end_ < limit && words < kHeadWords; ++head_end_)
      if (body_.uses[head_end_] == BlockUse::kBody && page_.blocks[head_end_].features.words > 6)
        words += page_.blocks[head_end_].features.words;
  }

  // Blocks between a line and the title below it; buttons and icons don't count.
  uint32_t distance_to_title(uint32_t b) const {
    uint32_t distance = 0;
    for (uint32_t at = b; at < title_; ++at) distance += at == b || page_.blocks[at].features.words > 2;
    return distance;
  }

  // Words beside the dates of a line.
  static uint32_t words_beside(std::string_view text, const std::vector<WrittenDate>& dates) {
    std::string rest;
    size_t at = 0;
    for (const WrittenDate& date : dates) {
      rest += text.substr(at, date.begin - at);
      rest += ' ';
      at = date.end;
    }
    rest += text.substr(at);
    return measure(rest).words;
  }

  // "Published" may stand in a line of its own above the date.
  std::string label_before(uint32_t b, std::string_view own) const {
    if (measure(own).letters > 0) return fold(own);
    if (b == 0) return {};
    const Block& before = page_.blocks[b - 1];
    if (b - 1 == title_ || before.features.words > 4 || before.features.digits > 0) return {};
    std::string label = fold(before.text);
    return label.ends_with(':') || role_by_words(label) != DateRole::kUnlabelled ? label : std::string();
  }

  void lines(uint32_t b) {
    const Block& block = page_.blocks[b];
    const bool in_text = body_.uses[b] == BlockUse::kBody || body_.uses[b] == BlockUse::kCaption;
    const std::vector<WrittenDate> dates = find_dates(block.text);
    if (dates.empty()) return;
    const uint32_t beside = words_beside(block.text, dates);
    if (in_text && (body_.uses[b] == BlockUse::kCaption || b >= head_end_ || beside > 8)) return;
    for (size_t d = 0; d < dates.size(); ++d) {
      const WrittenDate& date = dates[d];
      if (!date.is_day()) continue;
      DateCandidate candidate;
      candidate.date = date;
      candidate.words = block.text;
      candidate.bare = dates.size() == 1 && !in_text && beside <= (date.begin == 0 ? 6 : 3);
      // Its label stands between the date before it and itself: "Published 3 March - Updated 4 March".
      const size_t from = d == 0 ? 0 : dates[d - 1].end;
      const std::string label =
          label_before(d == 0 ? b : 0, std::string_view(block.text).substr(from, date.begin - from));
      if (names_other_date(label)) continue;
      candidate.role = role_by_words(label);
      // "Released: ..." in the text tells of a book or a film.
      if (in_text && beside > 2 && candidate.role == DateRole::kPublished)
        candidate.role = DateRole::kUnlabelled;
      if (place(b, block, candidate, beside)) out_.push_back(std::move(candidate));
    }
  }

  // "Press release of 25 January 2022 | ..." at the head of a paragraph.
  void opening(const Block& block) {
    const std::string_view head = std::string_view(block.text).substr(0, 80);
    const std::vector<WrittenDate> dates = find_dates(head);
    if (dates.empty() || !dates.front().is_day() || dates.front().begin > 40) return;
    DateCandidate candidate;
    candidate.date = dates.front();
    candidate.role = role_by_words(fold(head.substr(0, candidate.date.begin)));
    if (candidate.role != DateRole::kPublished) return;
    candidate.place = DatePlace::kUnderTitle;
    candidate.words = first_bytes(head, candidate.date.end);
    candidate.rank = kHeadBlocks;
    out_.push_back(std::move(candidate));
  }

  // Nothing where a date at that place tells nothing of the story.
  bool place(uint32_t b, const Block& block, DateCandidate& candidate, uint32_t beside) const {
    const bool unlabelled = candidate.role == DateRole::kUnlabelled;
    const bool linked = block.link_share() >= 0.5;
    if (title_ != kNone && b < title_ && b < first_) {
      const uint32_t distance = distance_to_title(b);
      candidate.place = DatePlace::kAboveTitle;
      // A link that leads from the date to the day's stories is no teaser.
      candidate.with_title = distance <= kAboveTitle && (!linked || (beside <= 4 && distance <= 2));
      candidate.rank = static_cast<uint8_t>(std::min<uint32_t>(distance, 200));
      if (!candidate.with_title && unlabelled) {
        const bool clock = candidate.date.has_weekday() || !candidate.date.clock.empty();
        if (!clock || b >= kMastheadBlocks) return false;
        candidate.role = DateRole::kNow;
      }
      return true;
    }
    if (b < head_end_ && b >= head_begin_) {
      candidate.place = DatePlace::kUnderTitle;
      candidate.with_title = title_ != kNone && (!linked || beside <= 4);
      if ((block.marks & kClutterMark) && unlabelled && beside > 4) return false;
      if (title_ != kNone)
        candidate.rank = static_cast<uint8_t>(std::min<uint32_t>(b - std::min(b, title_), 200));
      return true;
    }
    if (b < first_) return !unlabelled;
    candidate.place = DatePlace::kBelowBody;
    candidate.rank = static_cast<uint8_t>(std::min<uint32_t>(b - std::min(b, body_.last), 200));
    if (linked) return false;
    if (has_body_ && b < body_.last)  // a box in the story
      return candidate.role == DateRole::kPublished && beside <= 8;
    if (!unlabelled) return beside <= 16;
    const bool signed_line = is_byline(
        std::string_view(block.text)
            .substr(std::min(block.text.size(), block.text.find_first_not_of(" ,|-", candidate.date.end))));
    return b < body_.last + kBelowBody && (!(block.marks & kClutterMark) || signed_line);
  }

  // <time datetime="..."> between the title and the body, or right above the title.
  void time_elements() {
    const auto& nodes = tree_.nodes();
    uint32_t order = 0;
    for (uint32_t i = 0; i < nodes.size() && order < kMostTimes; ++i) {
      if (nodes[i].tag != Tag::kTime) continue;
      const std::string_view value = tree_.attribute(nodes[i], "datetime");
      const auto date = value.empty() ? std::nullopt : parse_date(value);
      if (!date) continue;
      const uint32_t next = page_.first_block[nodes[i].end];  // the first block that begins after it
      const uint32_t holder = next == 0 ? 0 : next - 1;
      const bool under = holder < head_end_ && (title_ == kNone ? holder >= head_begin_ : holder > title_);
      const bool above =
          title_ != kNone && holder < title_ && next + kAboveTitle > title_ && distance_to_title(holder) <= 3;
      const bool stamped = tree_.has_attribute(nodes[i], "pubdate");
      if (!under && !above && !stamped) continue;
      if (holder < count() && (page_.blocks[holder].marks & kCommentsMark)) continue;
      std::string label = fold(words_before(i));
      if (label.empty() && holder > 0) label = label_before(holder, "");
      if (names_other_date(label)) continue;
      DateCandidate candidate;
      candidate.date = *date;
      candidate.place = DatePlace::kMarkup;
      candidate.words = value;
      candidate.shown = true;
      candidate.bare = (order == 0 && under) || (stamped && role_by_words(label) == DateRole::kPublished);
      candidate.role = role_by_words(label + " " + fold(tree_.attribute(nodes[i], "class")) + " " +
                                     fold(tree_.attribute(nodes[i], "itemprop")));
      candidate.rank = static_cast<uint8_t>(5 + order++);
      if (above && !under && !stamped) {
        // It may be the last of the stories listed above: a line like others there.
        candidate.place = DatePlace::kAboveTitle;
        candidate.with_title = true;
        candidate.shown = candidate.bare = false;
      } else if (candidate.role == DateRole::kUnlabelled) {
        candidate.role = DateRole::kPublished;
      }
      out_.push_back(std::move(candidate));
    }
  }

  // The last words before an element inside its parent: "Updated" in <li>Updated <time>.
  std::string words_before(uint32_t i) const {
    std::string words;
    for (uint32_t at = tree_.nodes()[i].parent + 1; at < i; ++at)
      if (tree_.nodes()[at].tag == Tag::kText)
        words = normal_space(tree_.nodes()[at].text).empty() ? words : normal_space(tree_.nodes()[at].text);
    return words.size() > 60 ? words.substr(words.size() - 60) : words;
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  const uint32_t title_;
  const HtmlBody& body_;
  bool has_body_ = false;
  uint32_t first_ = 0;                      // block of the body; all blocks' count where there is none
  uint32_t head_begin_ = 0, head_end_ = 0;  // blocks of the story's head
  std::vector<DateCandidate> out_;
};

}  // namespace

std::vector<DateCandidate> shown_dates(const HtmlTree& tree, const PageBlocks& page, uint32_t title_block,
                                       const HtmlBody& body) {
  return ShownDates(tree, page, title_block, body).find();
}

}  // namespace hearsay
