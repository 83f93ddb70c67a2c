#include "stages/extract/body_rules.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr double kNearlyAll = 0.9;     // a child with this share of its parent's worth stands for it
constexpr size_t kLongestShort = 200;  // bytes of a block that its words can mark as clutter
constexpr uint32_t kLeadWithin = 25;   // blocks between title and container in which a lead may stand
constexpr size_t kLongestStated = size_t{300} << 10;
constexpr size_t kRun = 12;              // letters that stand for a piece of the stated body
constexpr int kMostQuotations = 100;     // that are looked for in the rest of the text
constexpr size_t kShortestStated = 300;  // bytes of a stated body that is worth asking

// Letters and digits in folded form, and where a paragraph stands in them.
std::string letters_of(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  out.reserve(folded.size());
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    if (is_digit(c) || is_letter(c)) out.append(folded, begin, at - begin);
  }
  return out;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const PageBlocks& page, uint32_t title_block)
      : tree_(tree), page_(page), blocks_(page.blocks), title_(title_block) {
    body_.uses.resize(blocks_.size());
    body_.kinds.resize(blocks_.size());
  }

  RuledBody find(std::string_view stated_body) {
    if (blocks_.empty()) return std::move(body_);
    agree_with(stated_body);
    weigh();
    choose_container();
    find_range();
    for (uint32_t b = begin_; b < end_; ++b) body_.uses[b] = use_of(b);
    drop_headings_of_nothing();
    drop_repeats(page_, title_, body_.uses, body_.kinds);
    find_captions();
    body_.stated = std::move(stated_);
    body_.container = container_;
    body_.begin = begin_;
    body_.end = end_;
    return std::move(body_);
  }

 private:
  // ---- the body that the markup states
  // ----------------------------------------------------------------------------------

  void agree_with(std::string_view stated) {
    if (stated.size() < kShortestStated) return;
    const std::string letters = letters_of(stated.substr(0, kLongestStated));
    // Every run of a few letters by its hash: each block is then looked up, not searched for.
    std::unordered_set<std::string_view> runs;
    for (size_t at = 0; at + kRun <= letters.size(); ++at)
      runs.insert(std::string_view(letters).substr(at, kRun));
    const auto has = [&](std::string_view piece) {
      bool all = piece.size() >= kRun;
      for (size_t at = 0; all && at + kRun <= piece.size(); at += kRun)
        all = runs.contains(piece.substr(at, kRun));
      return all;
    };
    std::vector<bool> found(blocks_.size());
    size_t covered = 0;
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if (blocks_[b].features.words < 4) continue;
      const std::string own = letters_of(blocks_[b].text);
      // A paragraph may hold a link's text that the stated body lacks: its beginning or its end will do.
      const size_t piece = std::min<size_t>(own.size(), 60);
      const bool there = has(std::string_view(own).substr(0, piece)) ||
                         (own.size() > 120 && has(std::string_view(own).substr(own.size() - piece)));
      if (!there) continue;
      found[b] = true;
      if (is_prose(blocks_[b].features)) covered += own.size();
    }
    if (covered * 10 >= letters.size() * 6) stated_ = std::move(found);
  }

  bool is_stated(size_t b) const { return !stated_.empty() && stated_[b]; }

  // ---- worth
  // ------------------------------------------------------------------------------------------------------------

  bool is_marked(const Block& block) const {
    return (block.marks & (kClutterMark | kCommentsMark | kHiddenMark)) != 0;
  }

  double worth(size_t b) const {
    const Block& block = blocks_[b];
    const double size = double(block.text.size());
    if (is_stated(b)) return size;
    const bool prose = is_prose(block.features);
    if (is_marked(block)) return prose ? -0.4 * std::min(size, 400.0) : -5;
    if (block.in_caption) return 0;
    if (block.link_share() > 0.5) return -10 - 0.5 * std::min(size, 100.0);
    if ((block.signs & kNoticeSign) != 0 && prose && size < 300) return -size / 2;
    if (prose) return size * (1 - block.link_share()) * (stated_.empty() ? 1 : 0.3);
    if (block.is_heading()) return 0;
    return block.features.ends_sentence && block.features.words >= 3 ? size / 2 : -3;
  }

  void weigh() {
    sums_.resize(blocks_.size() + 1);
    for (size_t b = 0; b < blocks_.size(); ++b) sums_[b + 1] = sums_[b] + worth(b);
  }

  double worth_of(uint32_t node) const {
    const auto [first, last] = page_.range(tree_, node);
    return sums_[last] - sums_[first];
  }

  // Names and tags by which authors mark the article itself.
  double liking(uint32_t node) const {
    const HtmlNode& n = tree_.nodes()[node];
    double factor = 1;
    if (n.tag == Tag::kArticle) factor += 0.06;
    if (n.tag == Tag::kMain) factor += 0.03;
    if (n.attribute_count > 0) {
      const Marks marks =
          static_cast<Marks>(marks_of_names(tree_.attribute(n, "class").substr(0, 400)).marks |
                             marks_of_names(tree_.attribute(n, "id").substr(0, 100)).marks);
      if (marks & kBodyMark || tree_.attribute(n, "itemprop") == "articleBody") factor += 0.1;
    }
    return factor;
  }

  void choose_container() {
    const auto& nodes = tree_.nodes();
    double most = 0;
    container_ = 0;
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].tag == Tag::kText || nodes[i].end == i + 1) continue;
      const double worth = worth_of(i);
      if (worth <= most * 0.8) continue;
      const double liked = worth * liking(i);
      if (liked >= most) most = liked, container_ = i;
    }
    // Into the smallest element that still holds nearly all.
    for (bool moved = true; moved;) {
      moved = false;
      const double here = worth_of(container_);
      for (uint32_t child = container_ + 1; child < nodes[container_].end; child = nodes[child].end) {
        if (nodes[child].tag == Tag::kText || worth_of(child) < here * kNearlyAll) continue;
        const auto [first, last] = page_.range(tree_, child);
        if (last - first < 2) continue;
        container_ = child;
        moved = true;
        break;
      }
    }
  }

  // ---- from where to where
  // ----------------------------------------------------------------------------------------------

  void find_range() {
    const auto [first, last] = page_.range(tree_, container_);
    begin_ = first;
    end_ = last;
    if (title_ != kNone && title_ >= begin_ && title_ < end_) {
      // A title that stands below most of the text is not the head of it.
      if (sums_[title_] - sums_[begin_] < (sums_[end_] - sums_[begin_]) * 0.5) begin_ = title_ + 1;
    } else if (title_ != kNone && title_ < begin_ && begin_ - title_ <= kLeadWithin) {
      begin_ = title_ + 1;
    }
    if (!stated_.empty()) {
      uint32_t last_stated = begin_;
      for (uint32_t b = begin_; b < blocks_.size(); ++b)
        if (stated_[b] && is_prose(blocks_[b].features)) last_stated = b + 1;
      if (last_stated > begin_) end_ = last_stated;
      return;
    }
    cut_end();
  }

  // The end of the article inside its container: where readers speak, where the next article begins, where
  // lists of other stories follow and little prose after them.
  void cut_end() {
    const double all = prose_between(begin_, end_);
    double before = 0;
    for (uint32_t b = begin_; b < end_; ++b) {
      const Block& block = blocks_[b];
      const bool label =
          block.text.size() <= 60 && (block.is_heading() || block.bold || block.features.words <= 6);
      // Pages without end load the next article under this one.
      if (before >= 300 && block.tag == Tag::kH1 && block.features.words >= 3 && is_in_other_article(b)) {
        end_ = b;
        return;
      }
      if (label && before > 0) {
        if ((block.signs & kCommentLabelSign) != 0 && before >= all * 0.4 &&
            (block.is_heading() || block.features.words >= 2)) {
          end_ = b;
          return;
        }
        if ((block.signs & kListLabelSign) != 0 && before >= all * 0.8) {
          end_ = b;
          return;
        }
      }
      if (is_prose(block.features) && !is_marked(block)) before += double(block.text.size());
    }
  }

  uint32_t article_of(uint32_t node) const {
    for (uint32_t up = node; up != kNone && up != 0; up = tree_.nodes()[up].parent)
      if (tree_.nodes()[up].tag == Tag::kArticle) return up;
    return 0;
  }

  bool is_in_other_article(uint32_t b) const {
    const uint32_t own = article_of(blocks_[b].node);
    return own != 0 && own != article_of(blocks_[begin_].node) && own > container_;
  }

  double prose_between(uint32_t begin, uint32_t end) const {
    double sum = 0;
    for (uint32_t b = begin; b < end; ++b)
      if (is_prose(blocks_[b].features) && !is_marked(blocks_[b])) sum += double(blocks_[b].text.size());
    return sum;
  }

  // ---- block by block
  // ---------------------------------------------------------------------------------------------------

  bool is_caption_block(size_t b) const {
    const Block& block = blocks_[b];
    if (block.in_caption) return true;
    if (blocks_[b].folded.empty()) return false;
    if (block.text.size() >= 12 && page_.picture_words.contains(blocks_[b].folded)) return true;
    return block.text.size() <= 300 && (block.signs & kCaptionSign) != 0 &&
           (block.tag != Tag::kP || !block.features.ends_sentence || block.text.size() <= 160);
  }

  bool is_clutter_text(size_t b) const {
    const Block& block = blocks_[b];
    if ((block.signs & kPointerSign) != 0 &&
        (block.link_share() > 0.3 || !block.features.ends_sentence || block.text.size() <= 90))
      return true;
    if (block.signs & kCreditSign) return true;
    if (block.signs & (kControlSign | kListLabelSign | kCommentLabelSign))
      return !block.features.ends_sentence || block.features.words <= 3;
    return block.text.size() <= 300 && (block.signs & kNoticeSign) != 0;
  }

  BlockUse use_of(uint32_t b) {
    const Block& block = blocks_[b];
    const LineFeatures& f = block.features;
    if (blocks_[b].data_cell && !is_marked(block) && seen_prose_)
      return f.letters + f.digits > 0 && block.link_share() < 0.4 ? body(b) : BlockUse::kNone;
    if (f.letters == 0) return BlockUse::kNone;
    if (is_stated(b) && !block.in_caption) return body(b);
    if (is_marked(block)) return BlockUse::kNone;
    if (is_caption_block(b)) return BlockUse::kCaption;
    if (block.signs & kCorrectionSign) return BlockUse::kNote;
    if (is_clutter_text(b)) return BlockUse::kNone;
    if ((block.signs & kDateLineSign) != 0 && block.tag != Tag::kLi && !block.data_cell)
      return BlockUse::kNone;
    const double links = block.link_share();
    if (links > 0.7 && (!is_prose(f) || links > 0.9)) return BlockUse::kNone;
    if (links > 0.4 && !f.ends_sentence && !block.is_heading()) return BlockUse::kNone;
    const bool small_print =
        (block.marks & (kBylineMark | kDateMark)) != 0 && !(is_prose(f) && f.words >= 25);
    if (small_print) return BlockUse::kNone;
    // Among the stated paragraphs stands much that the statement leaves out for good reason; headings, lists
    // and quotations it leaves out because it is plain text.
    if (!stated_.empty()) {
      if (block.is_heading() || block.tag == Tag::kLi || block.tag == Tag::kBlockquote)
        return f.words >= 1 && links < 0.5 ? body(b) : BlockUse::kNone;
      return is_prose(f) && block.tag == Tag::kP && links < 0.3 ? body(b) : BlockUse::kNone;
    }
    const bool before_body = !seen_prose_;
    if (is_prose(f)) {
      if (before_body && !is_lead(b)) return BlockUse::kNone;
      seen_prose_ = true;
      return body(b);
    }
    if (block.is_heading())
      return f.words <= 30 && f.words >= 1 && (!before_body || is_lead(b)) && links < 0.6 ? body(b)
                                                                                          : BlockUse::kNone;
    if (before_body) return is_lead(b) && f.words >= 5 ? body(b) : BlockUse::kNone;
    switch (block.tag) {
      case Tag::kLi:
      case Tag::kDd:
      case Tag::kDt:
        return f.words >= 2 && links < 0.5 ? body(b) : BlockUse::kNone;
      case Tag::kBlockquote:
      case Tag::kPre:
        return f.words >= 2 ? body(b) : BlockUse::kNone;
      case Tag::kTd:
      case Tag::kTh:
        return links < 0.4 && blocks_[b].data_cell ? body(b) : BlockUse::kNone;
      case Tag::kP:
        return f.words >= 1 && links < 0.5 ? body(b) : BlockUse::kNone;
      default:
        break;
    }
    if (f.ends_sentence && f.words >= 2 && links < 0.3) return body(b);
    if (f.ends_with_colon && f.words >= 3) return body(b);
    return block.bold && f.words >= 2 && f.words <= 14 && links < 0.3 ? body(b) : BlockUse::kNone;
  }

  // Before the first paragraph: no byline, no date, and after the title where there is one.
  bool is_lead(uint32_t b) const {
    const Block& block = blocks_[b];
    if (title_ != kNone && b <= title_ && title_ < end_ && title_ >= begin_) return false;
    if (block.marks & kLeadMark) return block.features.words >= 5;
    return block.tag == Tag::kP || block.is_heading() || block.features.ends_sentence ||
           block.features.words >= 12 || block.tag == Tag::kBlockquote || block.tag == Tag::kLi;
  }

  BlockUse body(uint32_t b) {
    body_.kinds[b] = kind_of(blocks_[b], seen_prose_);
    return BlockUse::kBody;
  }

  // ---- afterthoughts
  // ----------------------------------------------------------------------------------------------------

  // A heading needs text after it before the next heading of its kind, and the article does not end with one.
  void drop_headings_of_nothing() {
    bool text_follows = false;
    for (uint32_t b = end_; b-- > begin_;) {
      if (body_.uses[b] != BlockUse::kBody) continue;
      const bool heading = body_.kinds[b] == ParagraphKind::kHeading;
      if (heading && !text_follows) body_.uses[b] = BlockUse::kNone;
      if (!heading) text_follows = true;
    }
    // Nor with lines that are no sentences.
    for (uint32_t b = end_; b-- > begin_;) {
      if (body_.uses[b] != BlockUse::kBody) continue;
      const Block& block = blocks_[b];
      if (is_stated(b) || is_prose(block.features) || block.features.ends_sentence ||
          body_.kinds[b] == ParagraphKind::kListItem || body_.kinds[b] == ParagraphKind::kTableRow ||
          body_.kinds[b] == ParagraphKind::kQuotation)
        break;
      body_.uses[b] = BlockUse::kNone;
    }
  }

  // Captions of pictures above the text belong to the article too.
  void find_captions() {
    const uint32_t from = title_ != kNone && title_ < begin_ ? title_ : begin_ - std::min(begin_, 8u);
    for (uint32_t b = from; b < begin_; ++b)
      if (!is_marked(blocks_[b]) && is_caption_block(b)) body_.uses[b] = BlockUse::kCaption;
    for (uint32_t b = from; b < end_; ++b) {
      if (body_.uses[b] != BlockUse::kCaption) continue;
      // A credit alone says nothing.
      if (blocks_[b].features.words < 4 || (blocks_[b].signs & kCreditSign) != 0)
        body_.uses[b] = BlockUse::kNone;
    }
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  const std::vector<Block>& blocks_;
  uint32_t title_;
  std::vector<bool>
      stated_;  // blocks whose words the stated body has; empty: none stated, or it does not agree
  std::vector<double> sums_;  // of worth, up to each block
  uint32_t container_ = 0;
  uint32_t begin_ = 0, end_ = 0;
  bool seen_prose_ = false;
  RuledBody body_;
};

}  // namespace

ParagraphKind kind_of(const Block& block, bool after_prose) {
  if (block.is_heading())
    return after_prose || block.features.words <= 5 ? ParagraphKind::kHeading : ParagraphKind::kParagraph;
  if (block.tag == Tag::kLi) return ParagraphKind::kListItem;
  if (block.tag == Tag::kBlockquote) return ParagraphKind::kQuotation;
  if (block.data_cell) return ParagraphKind::kTableRow;
  if (block.bold && !block.features.ends_sentence && block.features.words <= 14)
    return ParagraphKind::kHeading;
  return ParagraphKind::kParagraph;
}

void drop_repeats(const PageBlocks& page, uint32_t title, std::vector<BlockUse>& uses,
                  const std::vector<ParagraphKind>& kinds) {
  const std::vector<Block>& blocks = page.blocks;
  std::unordered_set<std::string_view> seen;
  if (title != kNone) seen.insert(blocks[title].text);
  std::string all;
  bool quoted = false;
  for (uint32_t b = 0; b < blocks.size(); ++b)
    quoted |= uses[b] == BlockUse::kBody && kinds[b] == ParagraphKind::kQuotation;
  for (uint32_t b = 0; quoted && b < blocks.size(); ++b)
    if (uses[b] == BlockUse::kBody && kinds[b] == ParagraphKind::kParagraph)
      all += letters_of(blocks[b].text) + "\n";
  int quotations = 0;
  for (uint32_t b = 0; b < blocks.size(); ++b) {
    if (uses[b] != BlockUse::kBody) continue;
    if (blocks[b].text.size() >= 20 && !seen.insert(blocks[b].text).second) {
      uses[b] = BlockUse::kNone;
    } else if (kinds[b] == ParagraphKind::kQuotation && blocks[b].text.size() <= 400 &&
               ++quotations <= kMostQuotations) {
      const std::string own = letters_of(blocks[b].text);
      if (own.size() >= 20 && all.find(own) != std::string::npos) uses[b] = BlockUse::kNone;
    }
  }
}

RuledBody rule_body(const HtmlTree& tree, const PageBlocks& page, uint32_t title_block,
                    std::string_view stated_body) {
  return Finder(tree, page, title_block).find(stated_body);
}

}  // namespace hearsay
