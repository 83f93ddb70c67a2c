// A page's text as blocks: what a reader sees as one paragraph, heading, list item or cell, with what can be
// told about each from the tree around it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "stages/extract/element_names.h"
#include "stages/extract/html_tree.h"
#include "stages/extract/line_features.h"

namespace hearsay {

// What a short block's words say it is (clutter_words.h); one block may show several.
using Signs = uint16_t;
enum Sign : Signs {
  kControlSign = 1,
  kListLabelSign = 2,
  kCommentLabelSign = 4,
  kPointerSign = 8,
  kNoticeSign = 16,
  kCreditSign = 32,
  kCaptionSign = 64,
  kCorrectionSign = 128,
  kDateLineSign = 256,
};

struct Block {
  std::string text;         // white space normalised
  std::string folded;       // of blocks that may be clutter by their words; empty for longer ones
  uint32_t node = 0;        // the element that makes it a block
  uint32_t first_text = 0;  // first text node
  Span source;              // bytes of the parsed text; empty where unknown
  uint32_t link_bytes = 0;  // of the text, inside links
  Tag tag = Tag::kDiv;      // of `node`; a heading, list item or quotation further up counts too
  Marks marks = 0;  // of the element and all around it, in so far as they do not hold most of the page
  Signs signs = 0;
  bool in_caption = false;  // of a picture
  bool bold = false;        // all of it
  bool data_cell = false;   // of a table of data; pages laid out in tables have cells that hold whole columns
  LineFeatures features;

  [[nodiscard]] double link_share() const {
    return text.empty() ? 0 : double(link_bytes) / double(text.size());
  }
  [[nodiscard]] bool is_heading() const { return tag >= Tag::kH1 && tag <= Tag::kH6; }
};

struct PageBlocks {
  std::vector<Block> blocks;           // in document order
  std::vector<uint32_t> first_block;   // per node: index of the first block that begins at or after it
  std::vector<Marks> own_marks;        // per node: what its own names say, before anything is taken back
  std::vector<NameGroups> own_groups;  // per node
  // Like elements have like signatures: the hash of an element's tag and class, digits left out.
  std::vector<uint32_t> node_signatures;
  std::vector<uint32_t> signatures;               // per block: of its element and the one around it
  std::unordered_set<std::string> picture_words;  // alternative texts of pictures, folded

  // Blocks of a node's subtree: [first, last).
  [[nodiscard]] std::pair<uint32_t, uint32_t> range(const HtmlTree& tree, uint32_t node) const {
    return {first_block[node], first_block[tree.nodes()[node].end]};
  }
};

// What no reader sees (scripts, forms' controls, hidden parts) is left out, and so are menus and dialogues.
[[nodiscard]] PageBlocks cut_blocks(const HtmlTree& tree);

}  // namespace hearsay
