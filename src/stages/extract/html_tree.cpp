#include "stages/extract/html_tree.h"

#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>
#include <lexbor/html/tree/open_elements.h>

#include <array>
#include <optional>
#include <utility>

#include "base/format.h"
#include "base/time_budget.h"

namespace hearsay {
namespace {

// The tokenizer is quadratic in the attributes of one tag and its callback comes only when the tag is whole,
// so the tag in progress is looked at between slices.
constexpr size_t kSlice = size_t{16} << 10;
constexpr uint32_t kTokensBetweenClocks = 512;

constexpr std::pair<lxb_tag_id_t, Tag> kTags[] = {
    {LXB_TAG_HTML, Tag::kHtml},
    {LXB_TAG_HEAD, Tag::kHead},
    {LXB_TAG_BODY, Tag::kBody},
    {LXB_TAG_TITLE, Tag::kTitle},
    {LXB_TAG_META, Tag::kMeta},
    {LXB_TAG_LINK, Tag::kLink},
    {LXB_TAG_BASE, Tag::kBase},
    {LXB_TAG_SCRIPT, Tag::kScript},
    {LXB_TAG_MAIN, Tag::kMain},
    {LXB_TAG_ARTICLE, Tag::kArticle},
    {LXB_TAG_SECTION, Tag::kSection},
    {LXB_TAG_DIV, Tag::kDiv},
    {LXB_TAG_HEADER, Tag::kHeader},
    {LXB_TAG_FOOTER, Tag::kFooter},
    {LXB_TAG_NAV, Tag::kNav},
    {LXB_TAG_ASIDE, Tag::kAside},
    {LXB_TAG_ADDRESS, Tag::kAddress},
    {LXB_TAG_FORM, Tag::kForm},
    {LXB_TAG_FIELDSET, Tag::kFieldset},
    {LXB_TAG_DIALOG, Tag::kDialog},
    {LXB_TAG_DETAILS, Tag::kDetails},
    {LXB_TAG_SUMMARY, Tag::kSummary},
    {LXB_TAG_H1, Tag::kH1},
    {LXB_TAG_H2, Tag::kH2},
    {LXB_TAG_H3, Tag::kH3},
    {LXB_TAG_H4, Tag::kH4},
    {LXB_TAG_H5, Tag::kH5},
    {LXB_TAG_H6, Tag::kH6},
    {LXB_TAG_P, Tag::kP},
    {LXB_TAG_BLOCKQUOTE, Tag::kBlockquote},
    {LXB_TAG_PRE, Tag::kPre},
    {LXB_TAG_UL, Tag::kUl},
    {LXB_TAG_OL, Tag::kOl},
    {LXB_TAG_LI, Tag::kLi},
    {LXB_TAG_DL, Tag::kDl},
    {LXB_TAG_DT, Tag::kDt},
    {LXB_TAG_DD, Tag::kDd},
    {LXB_TAG_HR, Tag::kHr},
    {LXB_TAG_BR, Tag::kBr},
    {LXB_TAG_CENTER, Tag::kCenter},
    {LXB_TAG_TABLE, Tag::kTable},
    {LXB_TAG_CAPTION, Tag::kCaption},
    {LXB_TAG_THEAD, Tag::kThead},
    {LXB_TAG_TBODY, Tag::kTbody},
    {LXB_TAG_TFOOT, Tag::kTfoot},
    {LXB_TAG_TR, Tag::kTr},
    {LXB_TAG_TD, Tag::kTd},
    {LXB_TAG_TH, Tag::kTh},
    {LXB_TAG_FIGURE, Tag::kFigure},
    {LXB_TAG_FIGCAPTION, Tag::kFigcaption},
    {LXB_TAG_PICTURE, Tag::kPicture},
    {LXB_TAG_IMG, Tag::kImg},
    {LXB_TAG_VIDEO, Tag::kVideo},
    {LXB_TAG_AUDIO, Tag::kAudio},
    {LXB_TAG_IFRAME, Tag::kIframe},
    {LXB_TAG_OBJECT, Tag::kObject},
    {LXB_TAG_CANVAS, Tag::kCanvas},
    {LXB_TAG_MAP, Tag::kMap},
    {LXB_TAG_A, Tag::kA},
    {LXB_TAG_B, Tag::kB},
    {LXB_TAG_STRONG, Tag::kStrong},
    {LXB_TAG_I, Tag::kI},
    {LXB_TAG_EM, Tag::kEm},
    {LXB_TAG_CITE, Tag::kCite},
    {LXB_TAG_Q, Tag::kQ},
    {LXB_TAG_SPAN, Tag::kSpan},
    {LXB_TAG_FONT, Tag::kFont},
    {LXB_TAG_TIME, Tag::kTime},
    {LXB_TAG_SMALL, Tag::kSmall},
    {LXB_TAG_SUP, Tag::kSup},
    {LXB_TAG_BUTTON, Tag::kButton},
    {LXB_TAG_SELECT, Tag::kSelect},
    {LXB_TAG_TEXTAREA, Tag::kTextarea},
    {LXB_TAG_INPUT, Tag::kInput},
    {LXB_TAG_LABEL, Tag::kLabel},
    {LXB_TAG_NOSCRIPT, Tag::kNoscript},
    {LXB_TAG_RT, Tag::kRt},
    {LXB_TAG_RP, Tag::kRt},
};

constexpr auto kTagOf = [] {
  std::array<Tag, LXB_TAG__LAST_ENTRY> table{};
  table.fill(Tag::kOther);
  for (const auto& [id, tag] : kTags) table[id] = tag;
  return table;
}();

std::string_view view(const lxb_char_t* data, size_t length) {
  return data == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(data), length);
}

struct ParserDeleter {
  void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
};

}  // namespace

void HtmlTree::DocumentDeleter::operator()(void* document) const {
  lxb_html_document_destroy(static_cast<lxb_html_document_t*>(document));
}

HtmlTree::HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

struct HtmlTree::Parser {
  std::string_view text;
  const PageLimits& limits;
  TimeBudget time;
  std::vector<Span> sources;  // of text nodes; a node's `user` is its index + 1
  std::optional<Error> refused;
  uint32_t nodes = 0, tokens = 0;
  lxb_html_tokenizer_token_f build = nullptr;  // lexbor's own callback, which builds the tree
  void* build_context = nullptr;
  lxb_html_tree_t* tree = nullptr;

  Parser(std::string_view utf8, const PageLimits& with) : text(utf8), limits(with), time(with.time) {}

  bool refuse(ErrorCode code, std::string message) {
    refused = Error{code, std::move(message)};
    return false;
  }

  bool few_attributes(const lxb_html_token_t* token) {
    uint32_t count = 0;
    for (const lxb_html_token_attr_t* attribute = token->attr_first; attribute != nullptr;
         attribute = attribute->next)
      ++count;
    return count <= limits.attributes ||
           refuse(ErrorCode::kPageTooManyAttributes,
                  fmt::format("more than {} attributes on one tag", limits.attributes));
  }

  bool in_time() {
    return !time.is_spent() ||
           refuse(ErrorCode::kPageTooSlow,
                  fmt::format("reading the page took longer than {} ms", limits.time.count()));
  }

  bool may_go_on(const lxb_html_token_t* token) {
    if (++nodes > limits.nodes)
      return refuse(ErrorCode::kPageTooManyNodes, fmt::format("more than {} tags and texts", limits.nodes));
    if (lexbor_array_length(tree->open_elements) > limits.depth)
      return refuse(ErrorCode::kPageTooDeep, fmt::format("elements nested deeper than {}", limits.depth));
    if (lexbor_array_length(tree->active_formatting) > limits.formatting)
      return refuse(ErrorCode::kPageTooDeep,
                    fmt::format("more than {} formatting elements left open", limits.formatting));
    return few_attributes(token) && (++tokens % kTokensBetweenClocks != 0 || in_time());
  }

  void note_source(const lxb_char_t* begin, const lxb_char_t* end) {
    const auto* base = reinterpret_cast<const lxb_char_t*>(text.data());
    if (begin < base || end < begin || end > base + text.size()) return;
    lxb_dom_node_t* node = lxb_html_tree_current_node(tree);
    node = node == nullptr ? nullptr : node->last_child;
    if (node == nullptr || node->type != LXB_DOM_NODE_TYPE_TEXT) return;
    const Span span{static_cast<uint32_t>(begin - base), static_cast<uint32_t>(end - base)};
    if (node->user == nullptr) {
      sources.push_back(span);
      node->user = reinterpret_cast<void*>(sources.size());
    } else {
      sources[reinterpret_cast<uintptr_t>(node->user) - 1].end = span.end;
    }
  }

  static lxb_html_token_t* on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* context) {
    Parser& self = *static_cast<Parser*>(context);
    if (self.refused || !self.may_go_on(token)) {
      tokenizer->status = LXB_STATUS_ABORTED;
      return nullptr;
    }
    const bool is_text = token->tag_id == LXB_TAG__TEXT;
    const lxb_char_t* begin = token->begin;
    const lxb_char_t* end = token->end;
    const size_t open = lexbor_array_length(self.tree->open_elements);
    lxb_html_token_t* next = self.build(tokenizer, token, self.build_context);
    const size_t now_open = lexbor_array_length(self.tree->open_elements);
    // Formatting elements that the parser opened anew inside a block.
    if (now_open > open + 1) self.nodes += static_cast<uint32_t>(now_open - open - 1);
    if (next != nullptr && is_text) self.note_source(begin, end);
    return next;
  }
};

Result<HtmlTree> HtmlTree::parse(std::string_view utf8, const PageLimits& limits) {
  const std::unique_ptr<lxb_html_parser_t, ParserDeleter> parser(lxb_html_parser_create());
  const auto failed = [] { return Error{ErrorCode::kInternal, "the HTML parser could not start"}; };
  if (!parser || lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return failed();
  lxb_html_document_t* document = lxb_html_parse_chunk_begin(parser.get());
  if (document == nullptr) return failed();

  HtmlTree result;
  result.document_.reset(document);
  Parser state(utf8, limits);
  state.tree = lxb_html_parser_tree(parser.get());
  lxb_html_tokenizer_t* tokenizer = lxb_html_parser_tokenizer(parser.get());
  state.build = tokenizer->callback_token_done;
  state.build_context = tokenizer->callback_token_ctx;
  lxb_html_tokenizer_callback_token_done_set(tokenizer, &Parser::on_token, &state);

  for (size_t at = 0; at < utf8.size(); at += kSlice) {
    const std::string_view slice = utf8.substr(at, kSlice);
    const lxb_status_t status = lxb_html_parse_chunk_process(
        parser.get(), reinterpret_cast<const lxb_char_t*>(slice.data()), slice.size());
    if (!state.refused && status == LXB_STATUS_OK)
      (void)(state.few_attributes(tokenizer->token) && state.in_time());
    if (state.refused) return *state.refused;
    if (status != LXB_STATUS_OK) return Error{ErrorCode::kInternal, "the HTML parser failed"};
  }
  const lxb_status_t status = lxb_html_parse_chunk_end(parser.get());
  if (state.refused) return *state.refused;
  if (status != LXB_STATUS_OK) return Error{ErrorCode::kInternal, "the HTML parser failed"};

  // Flatten. `open` holds the flat index of every node on the way down.
  std::vector<uint32_t> open;
  lxb_dom_node_t* const root = lxb_dom_interface_node(document);
  result.nodes_.push_back({});
  open.push_back(0);
  lxb_dom_node_t* node = root->first_child;
  while (node != nullptr) {
    bool descend = false;
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      const lexbor_str_t& data = lxb_dom_interface_character_data(node)->data;
      HtmlNode flat;
      flat.tag = Tag::kText;
      flat.parent = open.back();
      flat.text = view(data.data, data.length);
      flat.end = static_cast<uint32_t>(result.nodes_.size()) + 1;
      if (node->user != nullptr) flat.source = state.sources[reinterpret_cast<uintptr_t>(node->user) - 1];
      result.nodes_.push_back(flat);
    } else if (node->type == LXB_DOM_NODE_TYPE_ELEMENT && node->ns == LXB_NS_HTML &&
               node->local_name != LXB_TAG_STYLE && node->local_name != LXB_TAG_TEMPLATE) {
      HtmlNode flat;
      flat.tag = node->local_name < kTagOf.size() ? kTagOf[node->local_name] : Tag::kOther;
      flat.parent = open.back();
      flat.first_attribute = static_cast<uint32_t>(result.attributes_.size());
      for (lxb_dom_attr_t* attr = lxb_dom_element_first_attribute(lxb_dom_interface_element(node));
           attr != nullptr; attr = attr->next) {
        size_t name_length = 0, value_length = 0;
        const lxb_char_t* name = lxb_dom_attr_qualified_name(attr, &name_length);
        const lxb_char_t* value = lxb_dom_attr_value(attr, &value_length);
        result.attributes_.push_back({view(name, name_length), view(value, value_length)});
      }
      flat.attribute_count = static_cast<uint32_t>(result.attributes_.size()) - flat.first_attribute;
      const bool is_data = flat.tag == Tag::kScript &&
                           result.attribute(flat, "type").find("ld+json") != std::string_view::npos;
      if (flat.tag != Tag::kScript || is_data) {
        descend = node->first_child != nullptr;
        flat.end = static_cast<uint32_t>(result.nodes_.size()) + 1;
        result.nodes_.push_back(flat);
        if (descend) open.push_back(flat.end - 1);
      } else {
        result.attributes_.resize(flat.first_attribute);
      }
    }
    if (descend) {
      node = node->first_child;
      continue;
    }
    while (node != root && node->next == nullptr) {
      node = node->parent;
      result.nodes_[open.back()].end = static_cast<uint32_t>(result.nodes_.size());
      open.pop_back();
    }
    if (node == root) break;
    node = node->next;
  }
  result.nodes_[0].end = static_cast<uint32_t>(result.nodes_.size());
  return result;
}

std::string_view HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
  for (uint32_t i = 0; i < node.attribute_count; ++i)
    if (attributes_[node.first_attribute + i].name == name)
      return attributes_[node.first_attribute + i].value;
  return {};
}

bool HtmlTree::has_attribute(const HtmlNode& node, std::string_view name) const {
  for (uint32_t i = 0; i < node.attribute_count; ++i)
    if (attributes_[node.first_attribute + i].name == name) return true;
  return false;
}

}  // namespace hearsay
