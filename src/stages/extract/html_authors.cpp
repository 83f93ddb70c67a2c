#include "stages/extract/html_authors.h"

#include <algorithm>

#include "base/utf8.h"
#include "stages/extract/byline.h"

namespace hearsay {
namespace {

constexpr size_t kLongestLine = 200;  // bytes of a line that may credit
constexpr size_t kLongestName = 90;   // bytes of an element that is a name, a role beside it included
constexpr uint32_t kBelowBody = 8;    // blocks below the body in which a credit may stand
constexpr uint32_t kHeadBlocks = 16;  // after the title
constexpr uint32_t kAboveTitle = 4;
constexpr size_t kMost = 8;

class ShownAuthors {
 public:
  ShownAuthors(const HtmlTree& tree, const PageBlocks& page, uint32_t title, const HtmlBody& body)
      : tree_(tree), page_(page), title_(title), body_(body) {
    const auto count = static_cast<uint32_t>(page.blocks.size());
    begin_ = title == kNone ? body.first - std::min(body.first, 12u) : title - std::min(title, kAboveTitle);
    head_end_ = std::min(count, std::max(title == kNone ? 0 : title, body.first) + kHeadBlocks);
    if (title != kNone && title >= body.last) begin_ = body.first - std::min(body.first, 12u);
    below_ = std::max(body.last, begin_);
    end_ = std::min(count, below_ + kBelowBody);
  }

  std::vector<std::string> find() {
    if (begin_ >= page_.blocks.size()) return {};
    lines(begin_, head_end_);
    if (names_.empty()) elements(begin_, std::min(head_end_, end_));
    if (names_.empty()) inside_lines(begin_, head_end_);
    if (names_.empty()) lines(below_, end_);
    if (names_.empty()) elements(below_ - std::min(below_, 1u), end_);
    if (names_.empty()) inside_lines(below_, end_);
    return std::move(names_);
  }

 private:
  bool may_credit(uint32_t b) const {
    const Block& block = page_.blocks[b];
    if (b == title_ || block.text.size() > kLongestLine || (block.marks & kCommentsMark)) return false;
    if (body_.uses[b] == BlockUse::kCaption) return false;
    // "By Jane Doe" may have passed for a paragraph; prose has not passed for a byline.
    return body_.uses[b] != BlockUse::kBody || block.features.words <= 8;
  }

  void keep(std::string_view credit, CreditSource source) {
    const Credits parts = split_credit(credit, source);
    if (parts.persons.empty() && parts.agencies.empty()) return;
    for (const std::string& known : names_)
      if (known == credit) return;
    if (names_.size() < kMost) names_.emplace_back(credit);
  }

  // "By Jane Doe" as a line, or "By" above her name.
  void lines(uint32_t from, uint32_t to) {
    for (uint32_t b = from; b < to && names_.empty(); ++b) {
      if (!may_credit(b)) continue;
      const Block& block = page_.blocks[b];
      if (is_byline(block.text)) {
        keep(block.text, CreditSource::kLine);
      } else if (is_credit_label(block.text)) {
        for (uint32_t at = b + 1; at < std::min<size_t>(b + 4, page_.blocks.size()); ++at) {
          const Block& next = page_.blocks[at];
          const bool more = at == b + 1 || next.text == "&" || fold(next.text) == "and" ||
                            fold(page_.blocks[at - 1].text) == "and" || page_.blocks[at - 1].text == "&";
          if (!more || next.text.size() > kLongestName || next.features.words > 6) break;
          keep(next.text, CreditSource::kMarkup);
        }
      }
    }
  }

  // "Posted on 3 March by Jane Doe".
  void inside_lines(uint32_t from, uint32_t to) {
    for (uint32_t b = from; b < to && names_.empty(); ++b) {
      const Block& block = page_.blocks[b];
      if (!may_credit(b) || body_.uses[b] == BlockUse::kBody || block.is_heading()) continue;
      const std::string_view rest = credit_within(block.text);
      const bool dated = block.features.digits > 0 && !find_dates(block.text).empty();
      if (!rest.empty() && (dated || (block.marks & kBylineMark)) && block.features.words <= 16) {
        keep(rest, CreditSource::kLine);
        continue;
      }
      if ((block.marks & kBylineMark) && !(block.marks & kClutterMark) && block.features.words <= 6 &&
          block.features.words >= 2 && block.features.capital_share() > 0.9 && block.features.digits == 0)
        keep(block.text, CreditSource::kLine);
    }
  }

  enum class Naming : uint8_t { kNone, kWeak, kStrong };

  // What an element says of being a name.
  Naming naming(const HtmlNode& node) const {
    const std::string_view rel = tree_.attribute(node, "rel");
    if (rel == "author") return Naming::kStrong;
    const std::string_view property = tree_.attribute(node, "itemprop");
    if (property == "author" || property == "creator") return Naming::kStrong;
    if (node.tag == Tag::kA) {
      const std::string path = to_lower(first_bytes(tree_.attribute(node, "href"), 300));
      for (const std::string_view part :
           {"/author/",    "/authors/",   "/autor/",       "/autoren/",      "/auteur/",
            "/auteurs/",   "/autores/",   "/contributor/", "/contributors/", "/profile/",
            "/profil/",    "/people/",    "/person/",      "/writers/",      "/staff/",
            "/redaktion/", "/columnist/", "/columnists/",  "/journalist/",   "/by/",
            "/team/",      "/redakteur/", "/reporter/",    "?author=",       "&author="})
        if (const size_t at = path.find(part); at != std::string::npos && at + part.size() < path.size())
          return Naming::kStrong;
    }
    const std::string_view names = tree_.attribute(node, "class");
    if (names.empty()) return Naming::kNone;
    const std::string lower = to_lower(first_bytes(names, 300));
    if (lower.find("comment") != std::string::npos || lower.find("avatar") != std::string::npos ||
        lower.find("bio") != std::string::npos || lower.find("social") != std::string::npos ||
        lower.find("job") != std::string::npos || lower.find("role") != std::string::npos)
      return Naming::kNone;
    for (const std::string_view part :
         {"author-name", "author_name", "authorname", "byline-name", "byline__name", "byline_name",
          "author__name", "name-author", "post-author", "entry-author", "article-author", "article__author",
          "author-link", "url fn"})
      if (lower.find(part) != std::string::npos) return Naming::kStrong;
    for (const std::string_view part :
         {"author", "byline", "autor", "auteur", "redakteur", "writer", "reporter", "contributor",
          "verfasser", "journalist", "signature", "firma"})
      if (lower.find(part) != std::string::npos) return Naming::kWeak;
    return Naming::kNone;
  }

  std::string text_of(uint32_t i) const {
    std::string text;
    for (uint32_t at = i + 1; at < tree_.nodes()[i].end && text.size() <= kLongestName * 2; ++at) {
      const HtmlNode& node = tree_.nodes()[at];
      if (node.tag == Tag::kText) text += node.text;
      // Parts that stand apart must not run into one word.
      else if (node.tag != Tag::kB && node.tag != Tag::kStrong && node.tag != Tag::kI && node.tag != Tag::kEm)
        text += node.tag == Tag::kSpan || node.tag == Tag::kA ? " " : " | ";
    }
    return normal_space(text);
  }

  // Two names belong to one credit where no text of the story stands between them.
  bool is_apart(uint32_t a, uint32_t b) const {
    if (b > a + 4) return true;
    for (uint32_t at = a + 1; at < b; ++at)
      if (body_.uses[at] == BlockUse::kBody && page_.blocks[at].features.words > 8) return true;
    return false;
  }

  void elements(uint32_t from, uint32_t to) {
    if (from >= to) return;
    const auto& nodes = tree_.nodes();
    const uint32_t first = page_.blocks[from].node;
    const uint32_t last =
        to < page_.blocks.size() ? page_.blocks[to].node : static_cast<uint32_t>(nodes.size());
    Naming best = Naming::kNone;
    uint32_t last_block = 0;
    for (uint32_t i = first; i < last; ++i) {
      if (nodes[i].tag == Tag::kText || nodes[i].attribute_count == 0) continue;
      const Naming here = naming(nodes[i]);
      if (here == Naming::kNone || here < best) continue;
      const uint32_t next = page_.first_block[nodes[i].end];
      const uint32_t block = next == 0 ? 0 : next - 1;
      if (block >= page_.blocks.size() || block + 1 < from || (page_.blocks[block].marks & kCommentsMark))
        continue;
      if (!names_.empty() && is_apart(last_block, block)) break;
      std::string name = text_of(i);
      if (name.empty() || name.size() > kLongestName) continue;
      if (body_.uses[block] == BlockUse::kBody && page_.blocks[block].text.size() > name.size() + 40)
        continue;
      const CreditSource source = here == Naming::kStrong ? CreditSource::kMarkup : CreditSource::kLine;
      const LineFeatures f = measure(name);
      if (f.ends_sentence && f.words > 5) continue;
      if (here == Naming::kWeak && credit_within(name).empty() && (f.words < 2 || f.words > 5)) continue;
      const Credits parts = split_credit(name, source);
      if (parts.persons.empty() && parts.agencies.empty()) continue;
      if (here > best) names_.clear(), best = here;
      last_block = block;
      for (const auto* list : {&parts.persons, &parts.agencies})
        for (const std::string& each : *list)
          if (std::find(names_.begin(), names_.end(), each) == names_.end() && names_.size() < kMost)
            names_.push_back(each);
      i = nodes[i].end - 1;
    }
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  const uint32_t title_;
  const HtmlBody& body_;
  uint32_t begin_ = 0, head_end_ = 0, below_ = 0, end_ = 0;  // blocks
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> shown_authors(const HtmlTree& tree, const PageBlocks& page, uint32_t title_block,
                                       const HtmlBody& body) {
  return ShownAuthors(tree, page, title_block, body).find();
}

}  // namespace hearsay
