#include "stages/extract/text_page.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "stages/extract/body_lines.h"
#include "stages/extract/byline.h"
#include "stages/extract/text_rules.h"

namespace hearsay {
namespace {

constexpr size_t kNowhere = TextRules::kNowhere;
constexpr size_t kBehindBody = 3;  // lines after the last paragraph that may still credit somebody

class TextPage {
 public:
  TextPage(std::string_view text, size_t offset, Offsets offsets)
      : offset_(offset), offsets_(offsets), rules_(rule_text(text)) {
    weigh_lines(rules_);
    find_body();
  }

  Draft read() {
    set_title();
    if (!rules_.site.empty()) draft_.outlet = rules_.site, draft_.outlet_evidence = "text";
    for (size_t i = 0; i < rules_.lines.size(); ++i) {
      const TextLine& l = line(i);
      if (l.kind == LineKind::kDate || l.kind == LineKind::kDatedTitle) add_date(i);
      if (rules_.keep[i])
        add_paragraph(i);
      else if (i >= begin_ && i < end_)
        add_aside(i);
    }
    return std::move(draft_);
  }

 private:
  const TextLine& line(size_t i) const { return rules_.lines[i]; }
  LineKind kind(size_t i) const { return line(i).kind; }

  void find_body() {
    size_t first_kept = kNowhere;
    for (size_t i = 0; i < rules_.keep.size(); ++i) {
      if (!rules_.keep[i]) continue;
      if (first_kept == kNowhere) first_kept = i;
      if (first_body_ == kNowhere && kind(i) == LineKind::kProse) first_body_ = i;
      last_body_ = i;
    }
    if (first_body_ == kNowhere) first_body_ = first_kept;
    begin_ = std::min(rules_.zone_begin, first_kept == kNowhere ? rules_.zone_begin : first_kept);
    end_ = last_body_ == kNowhere ? rules_.zone_end
                                  : std::max(rules_.zone_end, std::min(rules_.keep.size(), last_body_ + 1));
  }

  void set_title() {
    if (rules_.title == kNowhere) return;
    const TextLine& l = line(rules_.title);
    if (l.kind == LineKind::kDatedTitle)
      draft_.title = normal_space(std::string_view(l.text).substr(0, l.dates.front().begin));
    else
      draft_.title = rules_.headline;
    while (!draft_.title.empty() && (draft_.title.back() == '-' || draft_.title.back() == '|' ||
                                     draft_.title.back() == ',' || draft_.title.back() == ' '))
      draft_.title.pop_back();
  }

  size_t credits_end() const {
    return last_body_ == kNowhere ? rules_.lines.size() : last_body_ + kBehindBody;
  }

  // Captions, bylines, the outlet's notes, a closing agency.
  void add_aside(size_t i) {
    const TextLine& l = line(i);
    if (last_body_ != kNowhere && i > last_body_ && i <= last_body_ + 2)
      if (std::string agency = closing_agency(l.text); !agency.empty())
        draft_.agencies.push_back(std::move(agency));
    if (l.kind == LineKind::kCaption && i <= credits_end()) {
      std::string caption(rules_.without_site(i));
      if (caption != draft_.title && captions_.insert(caption).second)
        draft_.captions.push_back(std::move(caption));
    } else if (l.kind == LineKind::kByline && i <= credits_end()) {
      draft_.authors.push_back(l.text);
    } else if (l.kind == LineKind::kNote) {
      draft_.notes.push_back(l.text);
    }
  }

  void add_paragraph(size_t i) {
    const TextLine& l = line(i);
    DraftParagraph paragraph;
    paragraph.text = l.text;
    if (l.kind == LineKind::kItem || l.markup.bullet)
      paragraph.kind = ParagraphKind::kListItem;
    else if (l.markup.heading > 0)
      paragraph.kind = ParagraphKind::kHeading;
    else if (l.markup.quote)
      paragraph.kind = ParagraphKind::kQuotation;
    else if (l.kind == LineKind::kShort && i > first_body_ && i < last_body_ && !l.features.ends_sentence &&
             !l.features.ends_with_colon && l.features.words <= 7)
      paragraph.kind = ParagraphKind::kHeading;
    if (offsets_ == Offsets::kKnown)
      paragraph.page = {static_cast<uint32_t>(offset_ + l.source.begin),
                        static_cast<uint32_t>(offset_ + l.source.end)};
    draft_.body.push_back(std::move(paragraph));
  }

  void add_date(size_t i) {
    const TextLine& l = line(i);
    const size_t title = rules_.title;
    const bool title_above = title != kNowhere && title < rules_.zone_end && rules_.zone_begin == title + 1;
    for (const WrittenDate& date : l.dates) {
      DateCandidate candidate;
      candidate.date = date;
      candidate.words = l.text;
      candidate.role = role_of_line(l.folded);
      const bool after_body = last_body_ != kNowhere && i > last_body_;
      const bool before_title = title_above && i < title;
      if (i == title) {
        candidate.with_title = true;
        candidate.place = after_body ? DatePlace::kBelowBody : DatePlace::kUnderTitle;
      } else if (after_body) {
        candidate.place = DatePlace::kBelowBody;
      } else if (before_title) {
        candidate.place = DatePlace::kAboveTitle;
        candidate.with_title = i + 1 == title;
      } else if (first_body_ == kNowhere || i < first_body_) {
        candidate.place = DatePlace::kUnderTitle;
        candidate.with_title = title_above && i <= title + 2;
      } else {
        continue;  // between paragraphs: another story's
      }
      draft_.dates.push_back(std::move(candidate));
    }
  }

  size_t offset_;
  Offsets offsets_;
  TextRules rules_;
  size_t begin_ = 0, end_ = 0;  // lines among which captions and credits are the article's
  size_t first_body_ = kNowhere, last_body_ = kNowhere;
  std::unordered_set<std::string> captions_;
  Draft draft_;
};

}  // namespace

Draft read_text_page(std::string_view text, size_t offset, Offsets offsets) {
  return TextPage(text, offset, offsets).read();
}

}  // namespace hearsay
