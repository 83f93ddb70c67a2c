#include "stages/extract/block_features.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "stages/extract/block_words.h"

namespace hearsay {
namespace {

constexpr uint32_t kFar = 20;          // what is further away than this counts as this far
constexpr size_t kFewestSiblings = 3;  // like elements that make a list of things

// ---- the neighbours' values
// ----------------------------------------------------------------------------------

// Values of the blocks before and after that a row repeats.
constexpr std::string_view kOfNeighbours[] = {
    "words",     "link_share", "is_prose",      "ends_sentence",  "heading_level",       "is_p",
    "rule_body", "phrase",     "capital_share", "function_share", "levels_to_container", "main_parent_levels",
    "stated"};
constexpr int kNeighbours[] = {-3, -2, -1, 1, 2, 3};

uint32_t capped(size_t value, size_t most = kFar) { return static_cast<uint32_t>(std::min(value, most)); }

// About log2(1 + value), by straight lines between the powers of two: the library's differs by machine.
float log_of(double value) {
  int exponent = 0;
  const double part = std::frexp(1 + value, &exponent);
  return static_cast<float>(exponent + 2 * part - 2);
}

float ratio(double part, double whole) { return whole > 0 ? static_cast<float>(part / whole) : 0; }

bool is_element(const HtmlNode& node) { return node.tag != Tag::kText; }

class Describer {
 public:
  Describer(const HtmlTree& tree, const PageBlocks& page, const StatedParts& stated, const RuledBody& ruled)
      : tree_(tree), nodes_(tree.nodes()), page_(page), blocks_(page.blocks), stated_(stated), ruled_(ruled) {
    add_up();
    sign();
    find_main_parent();
    look_around();
    title_words_ = words_of(stated.title).hashes;
    description_words_ = words_of(stated.description).hashes;
  }

  // Calls put(name, value) for all of a block's own values, always in the same order.
  template <class Put>
  void describe(uint32_t b, Put&& put) const {
    const Block& block = blocks_[b];
    words(block, put);
    tags(block, put);
    names(block, put);
    place(b, put);
    surroundings(b, put);
    likes(b, put);
    stated(b, put);
    put("rule_body", float(ruled_.uses[b] == BlockUse::kBody));
    put("rule_use", float(ruled_.uses[b]));
    put("in_ruled_range", float(b >= ruled_.begin && b < ruled_.end));
    whole_page(put);
  }

 private:
  // ---- sums over the page

  void add_up() {
    const size_t n = blocks_.size();
    text_.resize(n + 1), links_.resize(n + 1), prose_.resize(n + 1), ruled_text_.resize(n + 1);
    words_before_.resize(n + 1);
    for (size_t b = 0; b < n; ++b) {
      const Block& block = blocks_[b];
      const double size = double(block.text.size());
      const bool prose = is_prose(block.features) && block.link_share() < 0.5;
      text_[b + 1] = text_[b] + size;
      links_[b + 1] = links_[b] + block.link_bytes;
      prose_[b + 1] = prose_[b] + (prose ? size : 0);
      words_before_[b + 1] = words_before_[b] + block.features.words;
      ruled_text_[b + 1] = ruled_text_[b] + (ruled_.uses[b] == BlockUse::kBody ? size : 0);
    }
    for (size_t b = 0; b < ruled_.stated.size(); ++b) {
      if (!ruled_.stated[b] || prose_[b + 1] == prose_[b]) continue;
      stated_prose_ += prose_[b + 1] - prose_[b];
      last_stated_ = static_cast<uint32_t>(b);
    }
    since_image_.resize(nodes_.size()), until_image_.resize(nodes_.size());
    uint32_t distance = kNone;
    for (size_t i = 0; i < nodes_.size(); ++i) {
      distance = nodes_[i].tag == Tag::kImg ? 0 : distance == kNone ? kNone : distance + 1;
      since_image_[i] = distance;
    }
    distance = kNone;
    for (size_t i = nodes_.size(); i-- > 0;) {
      distance = nodes_[i].tag == Tag::kImg ? 0 : distance == kNone ? kNone : distance + 1;
      until_image_[i] = distance;
    }
    images_.resize(nodes_.size() + 1), anchors_.resize(nodes_.size() + 1),
        article_order_.resize(nodes_.size());
    for (size_t i = 0; i < nodes_.size(); ++i) {
      images_[i + 1] = images_[i] + (nodes_[i].tag == Tag::kImg);
      anchors_[i + 1] = anchors_[i] + (nodes_[i].tag == Tag::kA);
      articles_ += nodes_[i].tag == Tag::kArticle;
      first_headings_ += nodes_[i].tag == Tag::kH1;
      article_order_[i] = articles_;
    }
  }

  // ---- which elements are alike

  void sign() {
    like_siblings_.resize(nodes_.size());
    depth_.resize(nodes_.size());
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      depth_[i] = depth_[nodes_[i].parent] + 1;
    }
    std::vector<std::pair<uint32_t, uint32_t>> children;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!is_element(nodes_[i]) || page_.first_block[i] == page_.first_block[nodes_[i].end]) continue;
      children.clear();
      for (uint32_t child = i + 1; child < nodes_[i].end; child = nodes_[child].end)
        if (is_element(nodes_[child])) children.emplace_back(page_.node_signatures[child], child);
      if (children.size() < kFewestSiblings) continue;
      std::sort(children.begin(), children.end());
      for (size_t from = 0; from < children.size();) {
        size_t to = from;
        while (to < children.size() && children[to].first == children[from].first) ++to;
        for (size_t at = from; at < to; ++at)
          like_siblings_[children[at].second] = static_cast<uint32_t>(to - from);
        from = to;
      }
    }
    for (size_t b = 0; b < blocks_.size(); ++b) {
      add_like(alike_[page_.signatures[b]], b);
      add_like(same_class_[page_.node_signatures[blocks_[b].node]], b);
      ++texts_[blocks_[b].text];
    }
  }

  struct Likes {
    uint32_t count = 0, sentences = 0;
    double text = 0, links = 0, prose = 0, ruled = 0;
  };

  void add_like(Likes& likes, size_t b) const {
    ++likes.count;
    likes.sentences += blocks_[b].features.ends_sentence;
    likes.text += text_[b + 1] - text_[b];
    likes.links += links_[b + 1] - links_[b];
    likes.prose += prose_[b + 1] - prose_[b];
    likes.ruled += ruled_text_[b + 1] - ruled_text_[b];
  }

  // The element right around most prose.
  void find_main_parent() {
    std::unordered_map<uint32_t, double> held;
    double most = 0;
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if (prose_[b + 1] == prose_[b]) continue;
      const uint32_t parent = parent_of(blocks_[b].node);
      const double sum = held[parent] += prose_[b + 1] - prose_[b];
      if (sum > most) most = sum, main_parent_ = parent;
    }
  }

  uint32_t parent_of(uint32_t node) const { return node == 0 ? 0 : nodes_[node].parent; }

  // How many levels up from `node` an element stands that holds `other` too.
  uint32_t levels_between(uint32_t node, uint32_t other) const {
    uint32_t levels = 0;
    for (uint32_t up = node; up != 0 && levels < kFar; up = nodes_[up].parent, ++levels)
      if (up <= other && other < nodes_[up].end) return levels;
    return levels;
  }

  // ---- what stands before and after each block

  void look_around() {
    const size_t n = blocks_.size();
    heading_above_.assign(n, kNone);
    prose_before_.assign(n, kFar), prose_after_.assign(n, kFar);
    label_above_.assign(n, 0);
    uint32_t heading = kNone, last = kNone, label = 0, titles = 0;
    for (uint32_t b = 0; b < n; ++b) {
      const Block& block = blocks_[b];
      heading_above_[b] = heading;
      label_above_[b] = label;
      if (last != kNone) prose_before_[b] = capped(b - last);
      if (prose_[b + 1] > prose_[b]) last = b;
      if (block.is_heading()) {
        heading = b;
        heading_words_.emplace(b, words_of(block.text));
      }
      titles_above_.push_back(titles);
      titles += block.tag == Tag::kH1;
      const uint32_t phrase = phrase_of(block);
      phrases_.push_back(phrase);
      if (phrase == kListLabel || phrase == kCommentLabel)
        label = phrase;
      else if (block.is_heading())
        label = 0;
    }
    last = kNone;
    for (uint32_t b = static_cast<uint32_t>(n); b-- > 0;) {
      if (last != kNone) prose_after_[b] = capped(last - b);
      if (prose_[b + 1] > prose_[b]) last = b;
    }
  }

  // The first of a block's signs, in the order of their bits, from 1; 0: it has none.
  static uint32_t phrase_of(const Block& block) {
    return block.signs == 0 ? 0 : 1 + static_cast<uint32_t>(__builtin_ctz(block.signs));
  }
  static constexpr uint32_t kListLabel = 1 + __builtin_ctz(kListLabelSign);
  static constexpr uint32_t kCommentLabel = 1 + __builtin_ctz(kCommentLabelSign);

  // ---- values

  template <class Put>
  void words(const Block& block, Put& put) const {
    const LineFeatures& f = block.features;
    const double bytes = double(block.text.size());
    put("words", float(f.words));
    put("bytes", log_of(bytes));
    put("word_length", ratio(f.letters, f.words));
    put("link_share", float(block.link_share()));
    put("link_bytes", log_of(block.link_bytes));
    put("capitals", ratio(f.capitals, f.letters));
    put("capital_share", float(f.capital_share()));
    put("function_share", float(f.function_share()));
    put("digit_share", ratio(f.digits, f.letters + f.digits));
    put("mark_share", ratio(f.marks, bytes));
    put("brackets", float(f.brackets));
    put("ends_sentence", float(f.ends_sentence));
    put("ends_with_colon", float(f.ends_with_colon));
    put("begins_lower", float(f.begins_lower));
    put("begins_with_digit", float(!block.text.empty() && block.text[0] >= '0' && block.text[0] <= '9'));
    put("begins_with_quote", float(f.begins_with_quote));
    put("is_prose", float(is_prose(f)));
    put("script", float(f.script));
    uint32_t stops = 0, commas = 0;
    for (size_t at = 0; at + 1 < block.text.size(); ++at) {
      stops += block.text[at] == '.' && block.text[at + 1] == ' ';
      commas += block.text[at] == ',';
    }
    put("stops", float(stops));
    put("comma_share", ratio(commas, f.words));
    put("since_image", float(capped(since_image_[block.first_text], 60)));
    put("until_image", float(capped(until_image_[block.first_text], 60)));
    put("anchors", float(capped(anchors_[nodes_[block.node].end] - anchors_[block.node], 100)));
  }

  template <class Put>
  void tags(const Block& block, Put& put) const {
    put("tag", float(block.tag));
    put("node_tag", float(nodes_[block.node].tag));
    put("parent_tag", float(nodes_[parent_of(block.node)].tag));
    put("is_p", float(block.tag == Tag::kP));
    put("heading_level",
        block.is_heading() ? float(1 + static_cast<int>(block.tag) - static_cast<int>(Tag::kH1)) : 0);
    put("in_caption", float(block.in_caption));
    put("bold", float(block.bold));
    put("depth", float(depth_[block.node]));
    uint32_t to_list = kFar, to_table = kFar, to_article = kFar, to_aside = kFar, to_header = kFar,
             to_footer = kFar, to_form = kFar, to_figure = kFar, to_main = kFar, to_quote = kFar,
             to_pre = kFar, to_noscript = kFar, lists = 0, sections = 0, levels = 0;
    uint32_t outer_article = kNone;
    for (uint32_t up = block.node; up != 0 && up != kNone; up = nodes_[up].parent, ++levels) {
      const auto near = [&](uint32_t& distance) { distance = std::min(distance, levels); };
      switch (nodes_[up].tag) {
        case Tag::kUl:
        case Tag::kOl:
        case Tag::kDl:
          near(to_list), ++lists;
          break;
        case Tag::kTable:
          near(to_table);
          break;
        case Tag::kArticle:
          near(to_article), outer_article = up;
          break;
        case Tag::kSection:
          ++sections;
          break;
        case Tag::kAside:
          near(to_aside);
          break;
        case Tag::kHeader:
          near(to_header);
          break;
        case Tag::kFooter:
          near(to_footer);
          break;
        case Tag::kForm:
          near(to_form);
          break;
        case Tag::kFigure:
          near(to_figure);
          break;
        case Tag::kMain:
          near(to_main);
          break;
        case Tag::kBlockquote:
          near(to_quote);
          break;
        case Tag::kPre:
          near(to_pre);
          break;
        case Tag::kNoscript:
          near(to_noscript);
          break;
        default:
          break;
      }
    }
    put("to_list", float(to_list)), put("to_table", float(to_table)), put("to_article", float(to_article));
    put("to_aside", float(to_aside)), put("to_header", float(to_header)), put("to_footer", float(to_footer));
    put("to_form", float(to_form)), put("to_figure", float(to_figure)), put("to_main", float(to_main));
    put("to_pre", float(to_pre)), put("to_noscript", float(to_noscript)), put("to_quote", float(to_quote)),
        put("lists", float(lists)), put("sections", float(sections));
    put("article_order", outer_article == kNone ? -1.f : float(capped(article_order_[outer_article], 10)));
    put("article_share", outer_article == kNone ? -1.f : share_of(prose_, outer_article));
  }

  template <class Put>
  void names(const Block& block, Put& put) const {
    static constexpr std::string_view kMarkNames[] = {"clutter",     "comments_mark", "caption_mark",
                                                      "byline_mark", "date_mark",     "lead_mark",
                                                      "body_mark",   "hidden_mark",   "title_mark"};
    constexpr size_t kMarks = std::size(kMarkNames), kGroups = static_cast<size_t>(NameGroup::kCount);
    float nearest[kMarks], groups[kGroups];
    std::fill(std::begin(nearest), std::end(nearest), float(kFar));
    std::fill(std::begin(groups), std::end(groups), float(kFar));
    float clutter_share = -1;
    uint32_t levels = 0;
    for (uint32_t up = block.node; up != 0 && up != kNone && levels < kFar;
         up = nodes_[up].parent, ++levels) {
      if (nodes_[up].tag == Tag::kBody) break;
      for (Marks left = page_.own_marks[up]; left != 0; left &= static_cast<Marks>(left - 1)) {
        const auto bit = static_cast<size_t>(__builtin_ctz(left));
        if (nearest[bit] == float(kFar)) nearest[bit] = float(levels);
        if ((1u << bit) & kClutterMark) clutter_share = share_of(prose_, up);
      }
      for (NameGroups left = page_.own_groups[up]; left != 0; left &= left - 1) {
        const auto bit = static_cast<size_t>(__builtin_ctz(left));
        if (groups[bit] == float(kFar)) groups[bit] = float(levels);
      }
    }
    for (size_t i = 0; i < kMarks; ++i) put(kMarkNames[i], nearest[i]);
    put("clutter_share", clutter_share);
    put("is_clutter", float((block.marks & kClutterMark) != 0));
    put("is_comments", float((block.marks & kCommentsMark) != 0));
    put("is_hidden", float((block.marks & kHiddenMark) != 0));
    put("is_byline", float((block.marks & (kBylineMark | kDateMark)) != 0));
    put("is_body", float((block.marks & kBodyMark) != 0));
    static constexpr std::string_view kGroupNames[] = {
        "to_related", "to_card",    "to_listing",   "to_share", "to_subscribe", "to_advertising", "to_author",
        "to_menu",    "to_tags",    "to_comments",  "to_head",  "to_foot",      "to_side",        "to_popup",
        "to_media",   "to_caption", "to_quotation", "to_box",   "to_content",   "to_story",       "to_text",
        "to_lead",    "to_title",   "to_date",      "to_input", "to_shop",      "to_link"};
    static_assert(std::size(kGroupNames) == kGroups);
    for (size_t i = 0; i < kGroups; ++i) put(kGroupNames[i], groups[i]);
  }

  float share_of(const std::vector<double>& sums, uint32_t node) const {
    const auto [first, last] = page_.range(tree_, node);
    return ratio(sums[last] - sums[first], sums.back());
  }

  template <class Put>
  void place(uint32_t b, Put& put) const {
    const double n = double(blocks_.size());
    const Block& block = blocks_[b];
    put("position", ratio(b, n));
    put("text_before", ratio(text_[b], text_.back()));
    put("prose_before", ratio(prose_[b], prose_.back()));
    put("ruled_before", ratio(ruled_text_[b], ruled_text_.back()));
    put("blocks_after", log_of(n - b - 1));
    const uint32_t title = stated_.title_block;
    put("has_title", float(title != kNone));
    put("from_title", title == kNone ? -1000.f : std::clamp(float(b) - float(title), -200.f, 400.f));
    put("words_from_title",
        title == kNone ? -1.f : float(std::clamp(words_before_[b] - words_before_[title], -500.0, 5000.0)));
    put("title_levels",
        title == kNone ? float(kFar) : float(levels_between(block.node, blocks_[title].node)));
    put("container_levels", float(levels_between(ruled_.container, block.node)));
    put("levels_to_container", float(levels_between(block.node, ruled_.container)));
    put("in_container", float(ruled_.container <= block.node && block.node < nodes_[ruled_.container].end));
    put("before_range", b < ruled_.begin ? float(capped(ruled_.begin - b, 50)) : 0);
    put("after_range", b >= ruled_.end ? float(capped(b - ruled_.end + 1, 50)) : 0);
    put("main_parent_levels", float(levels_between(block.node, main_parent_)));
    put("levels_to_main_parent", float(levels_between(main_parent_, block.node)));
  }

  // The elements around the block, and what stands beside it.
  template <class Put>
  void surroundings(uint32_t b, Put& put) const {
    static constexpr std::string_view kNames[][5] = {
        {"parent_text", "parent_links", "parent_prose", "parent_blocks", "parent_images"},
        {"grand_text", "grand_links", "grand_prose", "grand_blocks", "grand_images"},
        {"great_text", "great_links", "great_prose", "great_blocks", "great_images"}};
    uint32_t up = blocks_[b].node;
    for (const auto& names : kNames) {
      // The next element up that holds more blocks than the last.
      const auto [first, last] = page_.range(tree_, up);
      uint32_t above = up;
      std::pair<uint32_t, uint32_t> range{first, last};
      while (above != 0 && range.second - range.first <= last - first) {
        above = nodes_[above].parent;
        range = page_.range(tree_, above);
      }
      up = above;
      const auto [from, to] = range;
      const double text = text_[to] - text_[from];
      put(names[0], ratio(text, text_.back()));
      put(names[1], ratio(links_[to] - links_[from], text));
      put(names[2], ratio(prose_[to] - prose_[from], text));
      put(names[3], log_of(to - from));
      put(names[4], log_of(images_[nodes_[up].end] - images_[up]));
    }
    // One of several like elements: a card in a list of stories, a paragraph among paragraphs.
    uint32_t like = 0, like_level = kFar, levels = 0, like_node = kNone;
    for (uint32_t at = blocks_[b].node; at != 0 && levels < 8; at = nodes_[at].parent, ++levels) {
      const auto [first, last] = page_.range(tree_, at);
      if (like_siblings_[at] < kFewestSiblings || (last - first < 2 && nodes_[at].tag == Tag::kP)) continue;
      like = like_siblings_[at], like_level = levels, like_node = at;
      break;
    }
    put("like_siblings", float(capped(like, 60)));
    put("like_level", float(like_level));
    if (like_node == kNone) {
      put("like_text", -1.f), put("like_links", -1.f), put("like_images", -1.f), put("like_all_text", -1.f),
          put("like_blocks", -1.f);
    } else {
      const auto [from, to] = page_.range(tree_, like_node);
      const double text = text_[to] - text_[from];
      put("like_text", log_of(text));
      put("like_links", ratio(links_[to] - links_[from], text));
      put("like_images", log_of(images_[nodes_[like_node].end] - images_[like_node]));
      put("like_all_text", share_of(text_, nodes_[like_node].parent));
      put("like_blocks", log_of(to - from));
    }
    put("since_prose", float(prose_before_[b]));
    put("until_prose", float(prose_after_[b]));
    for (const int width : {2, 5, 10}) {
      const auto from = b - std::min<uint32_t>(b, static_cast<uint32_t>(width));
      const auto to =
          std::min<uint32_t>(b + static_cast<uint32_t>(width) + 1, static_cast<uint32_t>(blocks_.size()));
      const double text = text_[to] - text_[from];
      put(width == 2   ? "links_2"
          : width == 5 ? "links_5"
                       : "links_10",
          ratio(links_[to] - links_[from], text));
      put(width == 2   ? "prose_2"
          : width == 5 ? "prose_5"
                       : "prose_10",
          ratio(prose_[to] - prose_[from], text));
      put(width == 2   ? "words_2"
          : width == 5 ? "words_5"
                       : "words_10",
          log_of((words_before_[to] - words_before_[from]) / (to - from)));
    }
    const uint32_t heading = heading_above_[b];
    put("since_heading", heading == kNone ? 100.f : float(capped(b - heading, 100)));
    put("heading_words", heading == kNone ? 0.f : float(blocks_[heading].features.words));
    put("heading_phrase", heading == kNone ? 0.f : float(phrases_[heading]));
    put("heading_kind", heading == kNone ? 0.f : float(blocks_[heading].tag));
    static const TopicWords kNoWords;
    const TopicWords& over = heading == kNone ? kNoWords : heading_words_.at(heading);
    put("heading_offers", over.share(Topic::kOffer));
    put("heading_readers", over.share(Topic::kReaders));
    put("heading_pointers", over.share(Topic::kPointers));
    put("heading_persons", over.share(Topic::kPerson));
    put("label_above", float(label_above_[b]));
    put("titles_above", float(capped(titles_above_[b])));
    put("phrase", float(phrases_[b]));
  }

  // Blocks whose elements and parents have the same tags and classes.
  template <class Put>
  void likes(uint32_t b, Put& put) const {
    const Likes& both = alike_.at(page_.signatures[b]);
    const Likes& own = same_class_.at(page_.node_signatures[blocks_[b].node]);
    put("alike", log_of(both.count));
    put("alike_words", log_of(both.text / both.count));
    put("alike_text", ratio(both.text, text_.back()));
    put("alike_links", ratio(both.links, both.text));
    put("alike_prose", ratio(both.prose, prose_.back()));
    put("alike_sentences", ratio(both.sentences, both.count));
    put("alike_ruled", ratio(both.ruled, ruled_text_.back()));
    put("alike_ruled_part", ratio(both.ruled, both.text));
    put("class_count", log_of(own.count));
    put("class_prose", ratio(own.prose, prose_.back()));
    put("class_links", ratio(own.links, own.text));
    put("class_ruled_part", ratio(own.ruled, own.text));
    uint32_t run = 1;
    for (uint32_t at = b; at > 0 && run < kFar && page_.signatures[at - 1] == page_.signatures[b]; --at)
      ++run;
    put("run_before", float(run - 1));
    run = 1;
    for (uint32_t at = b + 1;
         at < blocks_.size() && run < kFar && page_.signatures[at] == page_.signatures[b]; ++at)
      ++run;
    put("run_after", float(run - 1));
    put("repeats", float(capped(texts_.at(blocks_[b].text) - 1, 10)));
  }

  // ---- agreement with what the markup says

  template <class Put>
  void stated(uint32_t b, Put& put) const {
    const TopicWords found = words_of(blocks_[b].text);
    const std::vector<uint32_t>& own = found.hashes;
    const double in_title = in_both(own, title_words_), in_description = in_both(own, description_words_);
    static constexpr std::string_view kTopics[] = {"privacy_words", "offer_words",   "person_words",
                                                   "readers_words", "pointer_words", "source_words",
                                                   "you_words",     "we_words",      "picture_words"};
    static_assert(std::size(kTopics) == static_cast<size_t>(Topic::kCount));
    for (size_t i = 0; i < std::size(kTopics); ++i) put(kTopics[i], found.share(static_cast<Topic>(i)));
    put("title_words", ratio(in_title, title_words_.size()));
    put("words_in_title", ratio(in_title, own.size()));
    put("is_title", float(b == stated_.title_block));
    put("description_words", ratio(in_description, description_words_.size()));
    put("words_in_description", ratio(in_description, own.size()));
    put("stated", ruled_.stated.empty() ? -1.f : float(ruled_.stated[b]));
    put("after_stated",
        last_stated_ == kNone ? -100.f : std::clamp(float(b) - float(last_stated_), -50.f, 50.f));
    put("stated_of_prose", ratio(stated_prose_, prose_.back()));
    const std::string& folded = blocks_[b].folded;
    put("of_picture", float(folded.size() >= 12 && page_.picture_words.contains(folded)));
  }

  template <class Put>
  void whole_page(Put& put) const {
    put("page_blocks", log_of(double(blocks_.size())));
    put("page_text", log_of(text_.back()));
    put("page_links", ratio(links_.back(), text_.back()));
    put("page_prose", log_of(prose_.back()));
    put("page_ruled", log_of(ruled_text_.back()));
    put("ruled_of_prose", ratio(ruled_text_.back(), prose_.back()));
    put("page_articles", float(capped(articles_, 30)));
    put("page_h1", float(capped(first_headings_, 10)));
    put("container_share", share_of(prose_, ruled_.container));
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const PageBlocks& page_;
  const std::vector<Block>& blocks_;
  const StatedParts& stated_;
  const RuledBody& ruled_;
  std::vector<double> text_, links_, prose_, ruled_text_, words_before_;  // sums up to each block
  std::vector<uint32_t> images_, anchors_;                                // counts up to each node
  std::vector<uint32_t> since_image_,
      until_image_;  // nodes between each and the next image; kNone: there is none
  std::vector<uint32_t> article_order_;
  uint32_t articles_ = 0, first_headings_ = 0;
  std::vector<uint32_t> like_siblings_, depth_;  // per node
  std::unordered_map<uint32_t, Likes> alike_, same_class_;
  std::unordered_map<std::string_view, uint32_t> texts_;
  uint32_t main_parent_ = 0;
  uint32_t last_stated_ = kNone;
  double stated_prose_ = 0;
  std::vector<uint32_t> heading_above_, prose_before_, prose_after_, label_above_, phrases_, titles_above_;
  std::unordered_map<uint32_t, TopicWords> heading_words_;  // of blocks that are headings
  std::vector<uint32_t> title_words_, description_words_;
};

// Names, and which columns the neighbours' repeat.
struct Layout {
  std::vector<std::string> own;
  std::vector<std::string> all;
  std::vector<std::string_view> names;
  std::vector<size_t> repeated;

  Layout() {
    const auto tree = HtmlTree::parse("<p>x", PageLimits{});
    const PageBlocks page = cut_blocks(*tree);
    const RuledBody ruled = rule_body(*tree, page, kNone, "");
    Describer(*tree, page, StatedParts{}, ruled).describe(0, [&](std::string_view name, float) {
      own.emplace_back(name);
    });
    all = own;
    for (const std::string_view name : kOfNeighbours)
      repeated.push_back(static_cast<size_t>(std::find(own.begin(), own.end(), name) - own.begin()));
    for (const int step : kNeighbours)
      for (const std::string_view name : kOfNeighbours)
        all.push_back(std::string(name) + (step < 0 ? "_before_" : "_after_") +
                      std::to_string(std::abs(step)));
    names.assign(all.begin(), all.end());
  }
};

const Layout& layout() {
  static const Layout known;
  return known;
}

}  // namespace

std::span<const std::string_view> block_feature_names() { return layout().names; }

std::vector<float> block_features(const HtmlTree& tree, const PageBlocks& page, const StatedParts& stated,
                                  const RuledBody& ruled) {
  const Layout& columns = layout();
  const size_t width = columns.all.size(), own = columns.own.size(), count = page.blocks.size();
  std::vector<float> rows(width * count);
  if (count == 0) return rows;
  const Describer describer(tree, page, stated, ruled);
  for (size_t b = 0; b < count; ++b) {
    float* to = &rows[b * width];
    describer.describe(static_cast<uint32_t>(b), [&](std::string_view, float value) { *to++ = value; });
  }
  for (size_t b = 0; b < count; ++b) {
    float* to = &rows[b * width + own];
    for (const int step : kNeighbours) {
      const auto other = static_cast<int64_t>(b) + step;
      const bool there = other >= 0 && other < static_cast<int64_t>(count);
      for (const size_t column : columns.repeated)
        *to++ = there ? rows[static_cast<size_t>(other) * width + column] : -1.f;
    }
  }
  return rows;
}

}  // namespace hearsay
