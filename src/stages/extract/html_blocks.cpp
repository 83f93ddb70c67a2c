#include "stages/extract/html_blocks.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "stages/extract/clutter_words.h"
#include "stages/extract/text_lines.h"

namespace hearsay {
namespace {

// An element named for clutter that holds more of the page's prose than this is no clutter:
// "content-with-sidebar". Nor is a word a name for clutter on a page where the elements that it names hold so
// much: some page builders call all parts widgets.
constexpr double kMostOfClutter = 0.35;
constexpr double kMostOfComments = 0.75;

constexpr size_t kLongestFirst = 8;   // bytes that tell a line's first letter
constexpr uint32_t kFewestCells = 4;  // of a table of data
constexpr size_t kLongestCell = 200;  // bytes
constexpr uint32_t kFewestDateDigits = 3;
constexpr size_t kLongestDateLine = 100;  // bytes
constexpr size_t kLongestClass = 200;     // bytes of a class that tell like elements from others
constexpr uint32_t kHashSeed = 2166136261u, kHashFactor = 16777619u;  // FNV-1a

uint32_t mixed(uint32_t a, uint32_t b) { return (a ^ (b + 0x9e3779b9u + (a << 6) + (a >> 2))) * kHashFactor; }

bool is_skipped(Tag tag) {
  switch (tag) {
    case Tag::kHead:
    case Tag::kScript:
    case Tag::kNav:
    case Tag::kDialog:
    case Tag::kPicture:
    case Tag::kVideo:
    case Tag::kAudio:
    case Tag::kIframe:
    case Tag::kObject:
    case Tag::kCanvas:
    case Tag::kMap:
    case Tag::kButton:
    case Tag::kSelect:
    case Tag::kTextarea:
    case Tag::kInput:
    case Tag::kRt:
    case Tag::kTitle:
    case Tag::kMeta:
    case Tag::kLink:
      return true;
    default:
      return false;
  }
}

bool is_inline(Tag tag) {
  switch (tag) {
    case Tag::kText:
    case Tag::kOther:
    case Tag::kA:
    case Tag::kB:
    case Tag::kStrong:
    case Tag::kI:
    case Tag::kEm:
    case Tag::kCite:
    case Tag::kQ:
    case Tag::kSpan:
    case Tag::kFont:
    case Tag::kTime:
    case Tag::kSmall:
    case Tag::kSup:
    case Tag::kBr:
    case Tag::kImg:
    case Tag::kLabel:
      return true;
    default:
      return false;
  }
}

// Tags that give their paragraphs a nature, however deep these stand inside: <li><p>, <blockquote><div>.
bool lends_nature(Tag tag) {
  return (tag >= Tag::kH1 && tag <= Tag::kH6) || tag == Tag::kLi || tag == Tag::kBlockquote ||
         tag == Tag::kDd || tag == Tag::kDt || tag == Tag::kFigcaption || tag == Tag::kAddress;
}

// The attributes that are asked, found in one pass.
struct Asked {
  std::string_view class_names, id, role, style, property, datas[5];
  bool hidden = false;

  explicit Asked(std::span<const HtmlAttribute> attributes) {
    constexpr std::string_view kDatas[] = {"data-component", "data-type", "data-module", "data-block",
                                           "data-testid"};
    for (const auto& [name, value] : attributes) {
      if (name == "class")
        class_names = value;
      else if (name == "id")
        id = value;
      else if (name == "role")
        role = value;
      else if (name == "style")
        style = value;
      else if (name == "itemprop")
        property = value;
      else if (name == "hidden")
        hidden = true;
      else if (name.starts_with("data-"))
        for (size_t i = 0; i < std::size(kDatas); ++i)
          if (name == kDatas[i]) datas[i] = value;
    }
  }

  bool is_hidden() const {
    if (hidden) return true;
    if (style.empty()) return false;
    std::string compact;
    for (const char c : style.substr(0, 300))
      if (c != ' ') compact.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return compact.find("display:none") != std::string::npos ||
           compact.find("visibility:hidden") != std::string::npos;
  }
};

Signs signs_of(const Block& block) {
  const std::string& words = block.folded;
  Signs signs = 0;
  const auto add = [&](bool shown, Sign sign) {
    if (shown) signs |= sign;
  };
  add(is_control(words), kControlSign);
  add(is_list_label(words), kListLabelSign);
  add(is_comment_label(words), kCommentLabelSign);
  add(is_pointer(words), kPointerSign);
  add(is_notice(words), kNoticeSign);
  add(is_picture_credit(words), kCreditSign);
  add(is_caption(words), kCaptionSign);
  add(is_correction(words), kCorrectionSign);
  add(block.features.digits >= kFewestDateDigits && block.text.size() <= kLongestDateLine &&
          is_date_line(block.text),
      kDateLineSign);
  return signs;
}

class Cutter {
 public:
  explicit Cutter(const HtmlTree& tree)
      : tree_(tree), nodes_(tree.nodes()), own_(nodes_.size()), words_(nodes_.size()) {
    page_.own_groups.resize(nodes_.size());
  }

  PageBlocks cut() {
    walk();
    index();
    settle_marks();
    page_.own_marks = std::move(own_);
    find_data_tables();
    sign();
    return std::move(page_);
  }

 private:
  struct Open {
    uint32_t node, end;
    uint32_t block_node;  // nearest block element
    Tag nature;           // of the nearest element that lends one
    bool in_link, in_bold, in_figure;
  };

  void walk() {
    std::vector<Open> open{{0, nodes_[0].end, 0, Tag::kDiv, false, false, false}};
    for (uint32_t i = 1; i < nodes_.size();) {
      while (i >= open.back().end) {
        if (!is_inline(nodes_[open.back().node].tag)) finish();
        open.pop_back();
      }
      const HtmlNode& node = nodes_[i];
      const Open& around = open.back();
      if (node.tag == Tag::kText) {
        add_text(i, around);
        ++i;
        continue;
      }
      if (node.tag == Tag::kBr) {
        add_break();
        ++i;
        continue;
      }
      if (node.tag == Tag::kImg) {
        const std::string_view alt = tree_.attribute(node, "alt");
        if (alt.size() >= 12) page_.picture_words.insert(fold(normal_space(alt.substr(0, 600))));
      }
      const Asked asked(tree_.attributes(node));
      if (is_skipped(node.tag) || asked.role == "navigation" || asked.role == "dialog") {
        i = node.end;
        continue;
      }
      own_[i] = marks_of(i, asked);
      Open inner{
          i, node.end, around.block_node, around.nature, around.in_link, around.in_bold, around.in_figure};
      if (!is_inline(node.tag)) {
        finish();
        inner.block_node = i;
        if (lends_nature(node.tag))
          inner.nature = node.tag;
        else if (node.tag == Tag::kTable || node.tag == Tag::kArticle || node.tag == Tag::kUl ||
                 node.tag == Tag::kOl)
          inner.nature = Tag::kDiv;
        if (node.tag == Tag::kFigure || node.tag == Tag::kCaption) inner.in_figure = true;
      }
      inner.in_link |= node.tag == Tag::kA;
      inner.in_bold |= node.tag == Tag::kB || node.tag == Tag::kStrong;
      if (node.end > i + 1)
        open.push_back(inner);
      else if (!is_inline(node.tag))
        finish();
      ++i;
    }
    finish();
  }

  Marks marks_of(uint32_t i, const Asked& asked) {
    const HtmlNode& node = nodes_[i];
    Marks marks = 0;
    const auto add = [&](std::string_view names, size_t most, Marks among) {
      if (names.empty()) return;
      const NameMarks named = marks_of_names(names.substr(0, most));
      marks |= named.marks & among;
      page_.own_groups[i] |= named.groups;
      if (words_[i] == 0) words_[i] = named.clutter_word;
    };
    if (node.attribute_count > 0) {
      constexpr Marks kAll = static_cast<Marks>(~0u);
      add(asked.class_names, 400, kAll);
      add(asked.id, 100, kAll);
      for (const std::string_view data : asked.datas) add(data, 60, kClutterMark);
      const std::string_view property = asked.property;
      if (property == "articleBody") marks |= kBodyMark;
      if (property == "author") marks |= kBylineMark;
      if (property == "comment") marks |= kCommentsMark;
      if (property == "headline") marks |= kTitleMark;
      const std::string_view role = asked.role;
      const bool by_role = role == "complementary" || role == "search" || role == "contentinfo" ||
                           role == "banner" || role == "menu" || role == "marquee";
      if (by_role) marks |= kClutterMark, words_[i] = 0;
      if (asked.is_hidden()) marks |= kHiddenMark;
    }
    if (node.tag == Tag::kAside || node.tag == Tag::kFooter || node.tag == Tag::kForm)
      marks |= kClutterMark, words_[i] = 0;
    if (node.tag == Tag::kNoscript) marks |= kHiddenMark;
    if (node.tag == Tag::kTime) marks |= kDateMark;
    if (node.tag == Tag::kFigcaption) marks |= kCaptionMark;
    if (node.tag == Tag::kBody || node.tag == Tag::kHtml) marks = 0;  // "has-sidebar", "single-post"
    return marks;
  }

  void add_text(uint32_t i, const Open& around) {
    const HtmlNode& node = nodes_[i];
    if (parts_.empty()) {
      if (std::all_of(node.text.begin(), node.text.end(),
                      [](char c) { return c == ' ' || (c >= 9 && c <= 13); }))
        return;
      block_ = {};
      block_.node = around.block_node;
      block_.tag = around.nature == Tag::kDiv ? nodes_[around.block_node].tag : around.nature;
      block_.in_caption = around.in_figure;
      block_.first_text = i;
      all_bold_ = true;
      parts_.emplace_back();
    }
    Part& part = parts_.back();
    if (part.text.empty()) part.first_text = i;
    part.text += node.text;
    if (around.in_link) part.link_bytes += static_cast<uint32_t>(node.text.size());
    all_bold_ = all_bold_ && (around.in_bold || std::all_of(node.text.begin(), node.text.end(), [](char c) {
                                return c == ' ' || c == '\n' || c == '\t';
                              }));
    if (node.source.empty())
      part.source_known = false;
    else
      part.source = {part.source.empty() ? node.source.begin : std::min(part.source.begin, node.source.begin),
                     std::max(part.source.end, node.source.end)};
    Marks marks = 0;
    for (uint32_t up = node.parent; up != block_.node && up != kNone && up != 0; up = nodes_[up].parent)
      marks |= own_[up];
    part.marks = part.has_marks ? part.marks & marks : marks;
    part.has_marks = true;
  }

  void add_break() {
    if (parts_.empty()) return;
    parts_.emplace_back();
  }

  // Two breaks end a paragraph. So does one, unless the text plainly runs on over it.
  void finish() {
    if (parts_.empty()) return;
    Part whole;
    for (Part& part : parts_) {
      part.text = normal_space(part.text);
      if (part.text.empty()) {  // between two breaks
        emit(whole);
        whole = {};
        continue;
      }
      if (!whole.text.empty() && !whole.text.ends_with(',') &&
          !measure(first_bytes(part.text, kLongestFirst)).begins_lower) {
        emit(whole);
        whole = {};
      }
      merge(whole, part);
    }
    emit(whole);
    parts_.clear();
  }

  struct Part {
    std::string text;
    uint32_t link_bytes = 0, first_text = 0;
    Span source;
    bool source_known = true, has_marks = false;
    Marks marks = 0;
  };

  static void merge(Part& whole, Part& part) {
    if (whole.text.empty()) {
      whole = std::move(part);
      return;
    }
    whole.text += ' ';
    whole.text += part.text;
    whole.link_bytes += part.link_bytes;
    whole.source_known = whole.source_known && part.source_known;
    whole.source.end = std::max(whole.source.end, part.source.end);
    whole.marks &= part.marks;
  }

  void emit(const Part& part) {
    if (part.text.empty()) return;
    Block block = block_;
    block.text = part.text;
    block.first_text = part.first_text;
    block.link_bytes = std::min(part.link_bytes, static_cast<uint32_t>(block.text.size()));
    if (part.source_known) block.source = part.source;
    block.marks = part.marks;
    block.bold = all_bold_;
    block.features = measure(block.text);
    if (block.text.size() <= kLongestClutter) {
      block.folded = fold(block.text);
      block.signs = signs_of(block);
    }
    page_.blocks.push_back(std::move(block));
  }

  void index() {
    page_.first_block.resize(nodes_.size() + 1);
    size_t b = 0;
    for (uint32_t i = 0; i <= nodes_.size(); ++i) {
      while (b < page_.blocks.size() && page_.blocks[b].first_text < i) ++b;
      page_.first_block[i] = static_cast<uint32_t>(b);
    }
  }

  // Tables of short cells only.
  void find_data_tables() {
    std::vector<Block>& blocks = page_.blocks;
    const auto is_cell = [](const Block& block) { return block.tag == Tag::kTd || block.tag == Tag::kTh; };
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].tag != Tag::kTable) continue;
      const auto [first, last] = page_.range(tree_, i);
      const auto from = blocks.begin() + first, to = blocks.begin() + last;
      const bool of_data = last - first >= kFewestCells && std::all_of(from, to, [&](const Block& block) {
                             return block.text.size() <= kLongestCell && (is_cell(block) || block.in_caption);
                           });
      for (auto block = from; block != to; ++block) block->data_cell = of_data && is_cell(*block);
    }
  }

  void sign() {
    page_.node_signatures.resize(nodes_.size());
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      const HtmlNode& node = nodes_[i];
      if (node.tag == Tag::kText) continue;
      uint32_t hash = mixed(kHashSeed, static_cast<uint32_t>(node.tag));
      if (node.attribute_count > 0)
        for (const char c : tree_.attribute(node, "class").substr(0, kLongestClass))
          if (c < '0' || c > '9') hash = (hash ^ static_cast<unsigned char>(c)) * kHashFactor;
      page_.node_signatures[i] = hash;
    }
    page_.signatures.reserve(page_.blocks.size());
    for (const Block& block : page_.blocks) {
      const uint32_t around = block.node == 0 ? 0 : page_.node_signatures[nodes_[block.node].parent];
      page_.signatures.push_back(mixed(page_.node_signatures[block.node], around));
    }
  }

  // Marks of elements that hold too much of the page to be what their names say are taken back; the others go
  // down to blocks.
  void settle_marks() {
    std::vector<double> prose(page_.blocks.size() + 1);
    for (size_t b = 0; b < page_.blocks.size(); ++b)
      prose[b + 1] = prose[b] + (is_prose(page_.blocks[b].features) && page_.blocks[b].link_share() < 0.5
                                     ? double(page_.blocks[b].text.size())
                                     : 0);
    const double all = std::max(prose.back(), 1.0);
    const std::vector<uint32_t> innocent = words_of_the_whole(prose, all * kMostOfClutter);
    std::vector<Marks> inherited(nodes_.size());
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].tag == Tag::kText) continue;
      Marks marks = own_[i];
      if (marks != 0) {
        const auto [first, last] = page_.range(tree_, i);
        const double share = (prose[last] - prose[first]) / all;
        if (share > kMostOfClutter)
          marks &= static_cast<Marks>(~(kClutterMark | kHiddenMark | kCaptionMark | kBylineMark | kDateMark |
                                        kLeadMark | kTitleMark));
        if (words_[i] != 0 && std::find(innocent.begin(), innocent.end(), words_[i]) != innocent.end())
          marks &= static_cast<Marks>(~kClutterMark);
        if (share > kMostOfComments) marks &= static_cast<Marks>(~kCommentsMark);
      }
      inherited[i] = marks | inherited[nodes_[i].parent];
    }
    for (Block& block : page_.blocks) {
      block.marks |= inherited[block.node];
      block.in_caption |= (block.marks & kCaptionMark) != 0 && block.tag != Tag::kP && !block.is_heading();
    }
  }

  // Words for clutter whose elements together hold more prose than `most`.
  std::vector<uint32_t> words_of_the_whole(const std::vector<double>& prose, double most) const {
    std::map<uint32_t, double> held;
    std::vector<uint32_t> seen;
    for (size_t b = 0; b < page_.blocks.size(); ++b) {
      const double size = prose[b + 1] - prose[b];
      if (size == 0) continue;
      seen.clear();
      for (uint32_t up = page_.blocks[b].node; up != kNone && up != 0; up = nodes_[up].parent) {
        if (words_[up] == 0 || (own_[up] & kClutterMark) == 0 || seen.size() >= 16 ||
            std::find(seen.begin(), seen.end(), words_[up]) != seen.end())
          continue;
        seen.push_back(words_[up]);
        held[words_[up]] += size;
      }
    }
    std::vector<uint32_t> words;
    for (const auto& [word, size] : held)
      if (size > most) words.push_back(word);
    return words;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<Marks> own_;
  std::vector<uint32_t> words_;  // per node: the word that made it clutter
  PageBlocks page_;
  Block block_;
  std::vector<Part> parts_;
  bool all_bold_ = false;
};

}  // namespace

PageBlocks cut_blocks(const HtmlTree& tree) { return Cutter(tree).cut(); }

}  // namespace hearsay
