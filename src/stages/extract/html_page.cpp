#include "stages/extract/html_page.h"

#include <algorithm>
#include <unordered_set>

#include "base/format.h"
#include "base/time_budget.h"
#include "base/url.h"
#include "base/utf8.h"
#include "stages/extract/byline.h"
#include "stages/extract/html_authors.h"
#include "stages/extract/html_blocks.h"
#include "stages/extract/html_body.h"
#include "stages/extract/html_dates.h"
#include "stages/extract/html_metadata.h"
#include "stages/extract/html_title.h"
#include "stages/extract/html_tree.h"

namespace hearsay {
namespace {

class HtmlPage {
 public:
  HtmlPage(const PageText& page, const HtmlTree& tree, const std::string& address)
      : page_(page), tree_(tree), metadata_(read_metadata(tree, address)), blocks_(cut_blocks(tree)) {}

  Draft read() {
    title_ = find_title(tree_, blocks_, metadata_);
    body_ =
        find_body(tree_, blocks_, {title_.text, title_.block, metadata_.article_body, metadata_.description});
    draft_.title = title_.text;
    draft_.page_title = metadata_.page_title;
    fill_text();
    if (stated_body_is_better()) take_stated_body();
    set_outlet();
    draft_.address = metadata_.address;
    draft_.canonical = metadata_.canonical;
    draft_.schema_type = metadata_.schema_type;
    draft_.section = metadata_.section;
    draft_.dates = metadata_.dates;
    add_date_of_title();
    set_bounds();
    set_order_of_numbers();
    for (DateCandidate& date : shown_dates(tree_, blocks_, title_.block, body_))
      draft_.dates.push_back(std::move(date));
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

  // Permalinks and folders of uploads are sorted by month.
  void set_bounds() {
    const std::string& page = metadata_.canonical.empty() ? metadata_.address : metadata_.canonical;
    if (const auto url = parse_url(page)) {
      draft_.address_month = month_in_path(url->path);
      draft_.address_month_words = url->path;
    }
    if (metadata_.picture.find("/uploads/") == std::string::npos) return;
    draft_.picture_month = month_in_path(metadata_.picture);
    draft_.picture_month_words = metadata_.picture;
  }

  // "Headline | Outlet | 28.04.2031", "28.04.2031 | Headline": set off by a mark, where no headline has a
  // date.
  void add_date_of_title() {
    const std::string_view title = metadata_.page_title;
    const std::vector<WrittenDate> dates = find_dates(title);
    if (dates.empty()) return;
    const auto is_mark = [](std::string_view text) {
      return text.ends_with("| ") || text.ends_with("- ") || text.ends_with("– ") || text.ends_with("— ") ||
             text.starts_with(" |") || text.starts_with(" -") || text.starts_with(" –") ||
             text.starts_with(" —");
    };
    const WrittenDate& last = dates.back();
    const bool at_end = last.end == title.size() && is_mark(title.substr(0, last.begin));
    const WrittenDate& first = dates.front();
    const bool at_begin = first.begin == 0 && is_mark(title.substr(first.end));
    if (!at_end && !at_begin) return;
    DateCandidate candidate;
    candidate.date = at_end ? last : first;
    candidate.place = DatePlace::kUnderTitle;
    candidate.rank = 100;
    candidate.words = std::string(title);
    draft_.dates.push_back(std::move(candidate));
  }

  // 3/5/2031 is March in the United States and May elsewhere; "en" alone does not say where.
  void set_order_of_numbers() {
    const std::string tag = to_lower(metadata_.language);
    if (tag.size() < 2) return;
    draft_.month_first = tag == "en-us" || tag == "en_us";
    draft_.day_first = !draft_.month_first && tag != "en";
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

  // ---- authors
  // ----------------------------------------------------------------------------------------------------------

  void find_authors() {
    draft_.authors = metadata_.authors;
    draft_.marked_up = true;
    draft_.agencies = metadata_.agencies;
    for (uint32_t b = body_.last; b < std::min<size_t>(body_.last + 2, blocks().size()); ++b) {
      const Block& block = blocks()[b];
      if (block.tag != Tag::kP || block.link_bytes > 0 || block.marks != 0) continue;
      if (std::string agency = closing_agency(block.text); !agency.empty())
        draft_.agencies.push_back(std::move(agency));
      else
        draft_.tail.push_back(block.text);
    }
    draft_.shown_authors = shown_authors(tree_, blocks_, title_.block, body_);
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
  const TimeBudget time(limits.time);
  const auto too_slow = [&] {
    return Error{ErrorCode::kPageTooSlow,
                 fmt::format("reading the page took longer than {} ms", limits.time.count())};
  };
  const Result<HtmlTree> tree = HtmlTree::parse(page.text, limits);
  if (!tree) return tree.error();
  HtmlPage html(page, tree.value(), address);
  if (time.is_spent()) return too_slow();
  Draft draft = html.read();
  if (time.is_spent()) return too_slow();
  return draft;
}

}  // namespace hearsay
