#include "stages/extract/html_page.h"

#include <algorithm>
#include <unordered_set>

#include "base/url.h"
#include "base/utf8.h"
#include "stages/extract/byline.h"
#include "stages/extract/html_blocks.h"
#include "stages/extract/html_body.h"
#include "stages/extract/html_metadata.h"
#include "stages/extract/html_title.h"
#include "stages/extract/html_tree.h"
#include "stages/extract/text_lines.h"

namespace hearsay {
namespace {

constexpr size_t kLongestLine = 200;  // bytes of a line that may tell a date or an author
constexpr uint32_t kAboveTitle = 3;   // blocks above the title that still belong to it
constexpr uint32_t kBelowBody = 8;    // blocks below the body in which a date or an author may stand
constexpr uint32_t kMastheadBlocks = 60;

class HtmlPage {
 public:
  HtmlPage(const PageText& page, const HtmlTree& tree, const std::string& address)
      : page_(page), tree_(tree), metadata_(read_metadata(tree, address)), blocks_(cut_blocks(tree)) {}

  Draft read() {
    title_ = find_title(blocks_, metadata_);
    body_ =
        find_body(tree_, blocks_, {title_.text, title_.block, metadata_.article_body, metadata_.description});
    draft_.title = title_.text;
    fill_text();
    if (stated_body_is_better()) take_stated_body();
    set_outlet();
    draft_.address = metadata_.address;
    draft_.canonical = metadata_.canonical;
    draft_.schema_type = metadata_.schema_type;
    draft_.section = metadata_.section;
    draft_.dates = metadata_.dates;
    find_line_dates();
    find_authors();
    return std::move(draft_);
  }

 private:
  const std::vector<Block>& blocks() const { return blocks_.blocks; }

  Span page_range(Span source) const {
    if (!page_.offsets_known || source.empty()) return {};
    // White space at the ends is no part of the paragraph.
    const std::string_view text = page_.text;
    uint32_t begin = source.begin, end = source.end;
    while (begin < end && static_cast<unsigned char>(text[begin]) <= ' ') ++begin;
    while (end > begin && static_cast<unsigned char>(text[end - 1]) <= ' ') --end;
    const auto offset = static_cast<uint32_t>(page_.offset);
    return {begin + offset, end + offset};
  }

  // The table row that a cell stands in.
  uint32_t row_of(uint32_t node) const {
    for (uint32_t up = node; up != kNone && up != 0; up = tree_.nodes()[up].parent)
      if (tree_.nodes()[up].tag == Tag::kTr) return up;
    return kNone;
  }

  void fill_text() {
    std::unordered_set<std::string> captions;
    uint32_t row_before = kNone;
    for (uint32_t b = 0; b < blocks().size(); ++b) {
      const Block& block = blocks()[b];
      switch (body_.uses[b]) {
        case BlockUse::kNone:
          break;
        case BlockUse::kNote:
          draft_.notes.push_back(block.text);
          break;
        case BlockUse::kCaption:
          if (block.text != draft_.title && captions.insert(block.text).second)
            draft_.captions.push_back(block.text);
          break;
        case BlockUse::kBody: {
          const uint32_t row = body_.kinds[b] == ParagraphKind::kTableRow ? row_of(block.node) : kNone;
          if (row != kNone && row == row_before && !draft_.body.empty()) {
            DraftParagraph& cells = draft_.body.back();
            cells.text += ' ';
            cells.text += block.text;
            const Span range = page_range(block.source);
            cells.page.end = cells.page.empty() || range.empty() ? cells.page.begin : range.end;
          } else {
            draft_.body.push_back({block.text, body_.kinds[b], page_range(block.source)});
          }
          row_before = row;
          break;
        }
      }
    }
  }

  size_t body_bytes() const {
    size_t bytes = 0;
    for (const DraftParagraph& paragraph : draft_.body) bytes += paragraph.text.size();
    return bytes;
  }

  // The page shows next to nothing of what its markup states: the text is put there by a script.
  bool stated_body_is_better() const {
    return metadata_.article_body.size() >= 400 && body_bytes() * 3 < metadata_.article_body.size() &&
           metadata_.article_body.find('<') == std::string::npos;
  }

  void take_stated_body() {
    std::vector<DraftParagraph> body;
    const std::string& text = metadata_.article_body;
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      std::string paragraph = normal_space(std::string_view(text).substr(begin, end - begin));
      if (!paragraph.empty()) body.push_back({std::move(paragraph), ParagraphKind::kParagraph, {}});
      begin = end + 1;
    }
    draft_.body = std::move(body);
  }

  void set_outlet() {
    draft_.outlet_evidence = "markup";
    if (!metadata_.site.empty()) {
      draft_.outlet = metadata_.site;
    } else if (!title_.site.empty()) {
      draft_.outlet = title_.site;
    } else if (const auto url =
                   parse_url(metadata_.address.empty() ? metadata_.canonical : metadata_.address)) {
      draft_.outlet = url->host.starts_with("www.") ? url->host.substr(4) : url->host;
      draft_.outlet_evidence = "url";
    }
    if (draft_.outlet.empty()) draft_.outlet_evidence.clear();
  }

  // ---- dates in lines
  // ---------------------------------------------------------------------------------------------------

  void find_line_dates() {
    const uint32_t title = title_.block;
    const uint32_t first = body_.last > 0 ? body_.first : static_cast<uint32_t>(blocks().size());
    for (uint32_t b = 0; b < blocks().size(); ++b) {
      const Block& block = blocks()[b];
      if (block.features.digits == 0 || block.text.size() > kLongestLine) continue;
      if (body_.uses[b] == BlockUse::kBody || body_.uses[b] == BlockUse::kCaption) continue;
      const bool inside = body_.last > 0 && b > body_.first && b < body_.last;
      if (inside || (body_.last > 0 && b >= body_.last + kBelowBody)) continue;
      if (is_prose(block.features) && block.features.ends_sentence && block.features.words > 14) continue;
      line_dates(b, title, first);
    }
    find_time_elements(first);
  }

  void line_dates(uint32_t b, uint32_t title, uint32_t first) {
    const Block& block = blocks()[b];
    std::vector<WrittenDate> dates = find_dates(block.text);
    for (size_t d = 0; d < dates.size(); ++d) {
      const WrittenDate& date = dates[d];
      if (!date.is_day()) continue;
      DateCandidate candidate;
      candidate.date = date;
      candidate.words = block.text;
      // Its label stands between the date before it and itself: "Published 3 March - Updated 4 March".
      const size_t from = d == 0 ? 0 : dates[d - 1].end;
      candidate.role = role_of_line(fold(std::string_view(block.text).substr(from, date.begin - from)));
      const bool masthead = (date.has_weekday() || !date.clock.empty()) && b < kMastheadBlocks;
      if (title != kNone && b < title && b < first) {
        candidate.place = DatePlace::kAboveTitle;
        candidate.with_title = title - b <= kAboveTitle && block.link_share() < 0.5;
        candidate.rank = static_cast<uint8_t>(std::min<uint32_t>(title - b, 200));
        if (!candidate.with_title && candidate.role == DateRole::kUnlabelled) {
          if (!masthead) continue;
          candidate.role = DateRole::kNow;
        }
      } else if (b < first) {
        candidate.place = DatePlace::kUnderTitle;
        candidate.with_title = title != kNone;
        if (title != kNone) candidate.rank = static_cast<uint8_t>(std::min<uint32_t>(b - title, 200));
        if (title == kNone && candidate.role == DateRole::kUnlabelled && first - b > 8) continue;
      } else {
        candidate.place = DatePlace::kBelowBody;
        if (block.link_share() > 0.5 || (block.marks & (kCommentsMark | kClutterMark))) continue;
      }
      draft_.dates.push_back(std::move(candidate));
    }
  }

  // <time datetime="..."> between the title and the body, or right above the title.
  void find_time_elements(uint32_t first) {
    const auto& nodes = tree_.nodes();
    uint8_t order = 0;
    for (uint32_t i = 0; i < nodes.size() && order < 20; ++i) {
      if (nodes[i].tag != Tag::kTime) continue;
      const std::string_view value = tree_.attribute(nodes[i], "datetime");
      const auto date = value.empty() ? std::nullopt : parse_date(value);
      if (!date) continue;
      const uint32_t after = blocks_.first_block[i];  // the first block that begins in or after it
      const bool in_head = after <= first && (title_.block == kNone || after + kAboveTitle >= title_.block);
      const bool stamped = tree_.has_attribute(nodes[i], "pubdate");
      if (!in_head && !stamped) continue;
      DateCandidate candidate;
      candidate.date = *date;
      candidate.place = DatePlace::kMarkup;
      candidate.words = value;
      const std::string label = fold(words_before(i)) + " " + fold(tree_.attribute(nodes[i], "class")) + " " +
                                fold(tree_.attribute(nodes[i], "itemprop"));
      candidate.role = role_of_line(label);
      if (candidate.role == DateRole::kUnlabelled) candidate.role = DateRole::kPublished;
      candidate.rank = static_cast<uint8_t>(5 + order++);
      draft_.dates.push_back(std::move(candidate));
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

  // ---- authors
  // ----------------------------------------------------------------------------------------------------------

  void find_authors() {
    draft_.authors = metadata_.authors;
    draft_.agencies = metadata_.agencies;
    for (uint32_t b = body_.last; b < std::min<size_t>(body_.last + 2, blocks().size()); ++b) {
      const Block& block = blocks()[b];
      if (block.tag != Tag::kP || block.link_bytes > 0 || block.marks != 0) continue;
      if (std::string agency = closing_agency(block.text); !agency.empty())
        draft_.agencies.push_back(std::move(agency));
    }
    if (!draft_.authors.empty() || body_.last == 0) return;
    const uint32_t begin = title_.block == kNone ? body_.first - std::min(body_.first, 12u)
                                                 : title_.block - std::min(title_.block, 4u);
    const uint32_t end = std::min<uint32_t>(body_.last + kBelowBody, static_cast<uint32_t>(blocks().size()));
    authors_in_lines(begin, end, [&](const Block& block, uint32_t) { return is_byline(block.text); });
    if (draft_.authors.empty()) author_elements(begin, end);
    if (draft_.authors.empty()) {
      authors_in_lines(begin, end, [&](const Block& block, uint32_t b) {
        return (block.marks & kBylineMark) != 0 && b < body_.last + 3 && block.features.words <= 12;
      });
    }
  }

  // The first line that passes, among those that are neither title, body nor a reader's comment.
  template <class Test>
  void authors_in_lines(uint32_t begin, uint32_t end, Test test) {
    for (uint32_t b = begin; b < end && draft_.authors.empty(); ++b) {
      const Block& block = blocks()[b];
      if (body_.uses[b] == BlockUse::kBody || body_.uses[b] == BlockUse::kCaption || b == title_.block)
        continue;
      if (block.text.size() > kLongestLine || (block.marks & kCommentsMark)) continue;
      if (test(block, b)) draft_.authors.push_back(block.text);
    }
  }

  // Elements that the markup names as the author's, inside a longer line: "Posted on <time> by <span
  // itemprop=author>".
  void author_elements(uint32_t begin, uint32_t end) {
    const auto& nodes = tree_.nodes();
    for (uint32_t i = 0; i < nodes.size() && draft_.authors.size() < 5; ++i) {
      if (nodes[i].tag == Tag::kText || nodes[i].attribute_count == 0) continue;
      if (tree_.attribute(nodes[i], "itemprop") != "author" && tree_.attribute(nodes[i], "rel") != "author")
        continue;
      // The block that holds it: the last that begins before it ends.
      const uint32_t block = blocks_.first_block[nodes[i].end];
      if (block == 0 || block - 1 < begin || block - 1 >= end || (blocks()[block - 1].marks & kCommentsMark))
        continue;
      std::string name;
      for (uint32_t at = i + 1; at < nodes[i].end && name.size() < 120; ++at) name += nodes[at].text;
      name = normal_space(name);
      if (name.empty() || name.size() > 100) continue;
      if (std::find(draft_.authors.begin(), draft_.authors.end(), name) == draft_.authors.end())
        draft_.authors.push_back(std::move(name));
      i = nodes[i].end - 1;
    }
  }

  const PageText& page_;
  const HtmlTree& tree_;
  HtmlMetadata metadata_;
  PageBlocks blocks_;
  HtmlTitle title_;
  HtmlBody body_;
  Draft draft_;
};

}  // namespace

Result<Draft> read_html_page(const PageText& page, const std::string& address, const PageLimits& limits) {
  const Result<HtmlTree> tree = HtmlTree::parse(page.text, limits);
  if (!tree) return tree.error();
  return HtmlPage(page, tree.value(), address).read();
}

}  // namespace hearsay
