#include "stages/extract/html_body.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "stages/extract/body_model.h"

namespace hearsay {
namespace {

// Log-odds that it takes to overturn the rules: few on pages like those that the model was trained on, more
// for a summary under the title, which some of the gold leaves out; many on pages of a handful of blocks, on
// which what was learned of the rest of a page means little.
constexpr double kMargin = 0.25, kMarginOfLead = 1, kMarginOfSmall = 4;
constexpr size_t kSmallPage = 20;
// Pages of more blocks are left to the rules: a row for each would take hundreds of megabytes.
constexpr size_t kMostScored = 20'000;

// Words that are never an article's by themselves.
constexpr Signs kNeverBody = kControlSign | kListLabelSign | kCommentLabelSign | kPointerSign;

// What the model takes for the article's becomes body; what the rules take for captions and notes stays so.
void take_scores(const PageBlocks& page, const std::vector<double>& scores, std::vector<BlockUse>& uses) {
  const bool ruled = std::find(uses.begin(), uses.end(), BlockUse::kBody) != uses.end();
  const bool small = ruled && uses.size() < kSmallPage;
  for (size_t b = 0; b < uses.size(); ++b) {
    const bool lead = uses[b] == BlockUse::kBody && (page.blocks[b].marks & kLeadMark) != 0;
    const double margin = small ? kMarginOfSmall : lead ? kMarginOfLead : kMargin;
    if (uses[b] == BlockUse::kCaption || uses[b] == BlockUse::kNote || std::abs(scores[b]) < margin) continue;
    if (scores[b] < 0)
      uses[b] = BlockUse::kNone;
    else if (uses[b] == BlockUse::kNone && (page.blocks[b].signs & kNeverBody) == 0)
      uses[b] = BlockUse::kBody;
  }
}

void set_bounds(HtmlBody& body) {
  for (uint32_t b = 0; b < body.uses.size(); ++b) {
    if (body.uses[b] != BlockUse::kBody) continue;
    if (body.last == 0) body.first = b;
    body.last = b + 1;
  }
}

}  // namespace

HtmlBody find_body(const HtmlTree& tree, const PageBlocks& page, const StatedParts& stated) {
  RuledBody ruled = rule_body(tree, page, stated.title_block, stated.body);
  if (page.blocks.size() <= kMostScored) {
    const std::vector<float> features = block_features(tree, page, stated, ruled);
    take_scores(page, BodyModel::builtin().scores(tree, page, features), ruled.uses);
  }
  HtmlBody body{std::move(ruled.uses), std::vector<ParagraphKind>(page.blocks.size())};
  bool after_prose = false;
  for (uint32_t b = 0; b < page.blocks.size(); ++b) {
    if (body.uses[b] != BlockUse::kBody) continue;
    body.kinds[b] = kind_of(page.blocks[b], after_prose);
    after_prose |= is_prose(page.blocks[b].features);
  }
  drop_repeats(page, stated.title_block, body.uses, body.kinds);
  set_bounds(body);
  return body;
}

}  // namespace hearsay
