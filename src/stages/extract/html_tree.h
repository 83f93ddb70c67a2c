// A page's HTML as a flat tree. The one header behind which the parser (lexbor) lives.
//
// Nodes stand in document order, so that a subtree is a range: a node's descendants are [i + 1,
// nodes[i].end). Left out: comments, scripts (but for JSON-LD), styles, templates, pictures drawn in markup.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/span.h"
#include "stages/extract/limits.h"

namespace hearsay {

enum class Tag : uint8_t {
  kText,
  kOther,
  kHtml,
  kHead,
  kBody,
  kTitle,
  kMeta,
  kLink,
  kBase,
  kScript,
  kMain,
  kArticle,
  kSection,
  kDiv,
  kHeader,
  kFooter,
  kNav,
  kAside,
  kAddress,
  kForm,
  kFieldset,
  kDialog,
  kDetails,
  kSummary,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kP,
  kBlockquote,
  kPre,
  kUl,
  kOl,
  kLi,
  kDl,
  kDt,
  kDd,
  kHr,
  kBr,
  kCenter,
  kTable,
  kCaption,
  kThead,
  kTbody,
  kTfoot,
  kTr,
  kTd,
  kTh,
  kFigure,
  kFigcaption,
  kPicture,
  kImg,
  kVideo,
  kAudio,
  kIframe,
  kObject,
  kCanvas,
  kMap,
  kA,
  kB,
  kStrong,
  kI,
  kEm,
  kCite,
  kQ,
  kSpan,
  kFont,
  kTime,
  kSmall,
  kSup,
  kButton,
  kSelect,
  kTextarea,
  kInput,
  kLabel,
  kNoscript,
  kRt,  // how a word is read, beside it in small letters; with its brackets
};

struct HtmlAttribute {
  std::string_view name;  // lower case
  std::string_view value;
};

struct HtmlNode {
  Tag tag = Tag::kOther;
  uint32_t parent = kNone;
  uint32_t end = 0;  // one past the last descendant
  uint32_t first_attribute = 0, attribute_count = 0;
  std::string_view text;  // of text nodes, entities decoded
  Span source;            // of text nodes: bytes of the parsed text; empty where the parser moved them about
};

class HtmlTree {
 public:
  // `utf8` must be valid UTF-8; it need not outlive the tree. Errors: kPageTooDeep, kPageTooManyAttributes,
  // kPageTooManyNodes, kPageTooSlow.
  [[nodiscard]] static Result<HtmlTree> parse(std::string_view utf8, const PageLimits& limits);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  // The views in them live as long as the tree. nodes()[0] is the root; there is always one.
  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }

  // The attribute's value; empty where absent. `name` in lower case.
  [[nodiscard]] std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  [[nodiscard]] std::span<const HtmlAttribute> attributes(const HtmlNode& node) const {
    return std::span(attributes_).subspan(node.first_attribute, node.attribute_count);
  }
  [[nodiscard]] bool has_attribute(const HtmlNode& node, std::string_view name) const;

 private:
  HtmlTree();
  struct Parser;
  struct DocumentDeleter {
    void operator()(void* document) const;
  };
  std::unique_ptr<void, DocumentDeleter> document_;  // owns what the views show
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace hearsay
