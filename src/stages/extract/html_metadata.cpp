#include "stages/extract/html_metadata.h"

#include <algorithm>
#include <set>

#include "base/url.h"
#include "base/utf8.h"
#include "stages/extract/byline.h"
#include "stages/extract/json_ld.h"
#include "stages/extract/line_features.h"

namespace hearsay {
namespace {

constexpr uint8_t kMicrodataRank = 2, kDoubtfulRank = 9;
constexpr size_t kMostMicrodataDays = 3;
constexpr size_t kLongestValue = 2000;  // bytes of a title, a name, a description

bool any_in(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// By the words in the name of a meta tag or property: "article:published_time", "DC.date.issued",
// "parsely-pub-date".
bool names_date(std::string_view name, DateRole& role, uint8_t& rank) {
  if (any_in(name, {"expir", "unpublish", "copyright", "event", "birth", "start", "end_", "valid", "verif",
                    "update-frequency", "revisit"}))
    return false;
  const bool is_date =
      any_in(name, {"date", "time", "issued", "created", "modified", "published", "pubdate", "updated"});
  if (!is_date || any_in(name, {"dateline", "publisher", "timezone"})) return false;
  if (any_in(name, {"modif", "updat", "revis", "lastmod", "last-mod", "last_mod", "changed"})) {
    role = DateRole::kModified;
    rank = name == "article:modified_time" ? 1 : 2;
    return true;
  }
  if (any_in(name,
             {"publish", "pub-", "pub_", "pubdate", "pubtime", "issued", "originaldate", "original_date"})) {
    role = DateRole::kPublished;
    rank = name == "article:published_time" ? 1 : 2;
    return true;
  }
  if (any_in(name, {"created", "creation"})) {
    role = DateRole::kPublished;
    rank = 4;
    return true;
  }
  if (name == "date" || name == "dc.date" || name == "dcterms.date" || name == "article.date" ||
      name == "article:date" || name.ends_with(".date") || name.ends_with(":date") ||
      name == "article_date" || name == "articledate") {
    role = DateRole::kPublished;
    rank = 3;
    return true;
  }
  return false;
}

class Reader {
 public:
  Reader(const HtmlTree& tree, const std::string& known_address) : tree_(tree) {
    meta_.address = known_address;
  }

  HtmlMetadata read() {
    for (uint32_t i = 0; i < tree_.nodes().size(); ++i) {
      const HtmlNode& node = tree_.nodes()[i];
      switch (node.tag) {
        case Tag::kHtml:
          if (meta_.language.empty()) meta_.language = tree_.attribute(node, "lang");
          break;
        case Tag::kTitle:
          if (meta_.page_title.empty()) meta_.page_title = text_in(i);
          break;
        case Tag::kMeta:
          meta_tag(node);
          break;
        case Tag::kLink:
          link(node);
          break;
        case Tag::kBase:
          if (base_.empty()) base_ = tree_.attribute(node, "href");
          break;
        case Tag::kScript:
          if (i + 1 < node.end && tree_.nodes()[i + 1].tag == Tag::kText)
            scripts_.push_back(tree_.nodes()[i + 1].text);
          break;
        default:
          property(i, node);
          break;
      }
    }
    doubt_microdata();
    add_linked();
    resolve_addresses();
    if (meta_.language.find_first_of("-_") == std::string::npos && !og_locale_.empty())
      meta_.language = og_locale_;
    for (std::string* headline : {&og_title_, &linked_headline_, &other_title_})
      if (!headline->empty()) meta_.headlines.push_back(*headline);
    return std::move(meta_);
  }

 private:
  std::string text_in(uint32_t i) const {
    std::string text;
    for (uint32_t at = i + 1; at < tree_.nodes()[i].end && text.size() < 2000; ++at)
      text += tree_.nodes()[at].text;
    return normal_space(first_bytes(text, kLongestValue));
  }

  void add_date(std::string_view words, DateRole role, uint8_t rank) {
    const auto date = parse_date(words);
    if (!date) return;
    DateCandidate candidate;
    candidate.date = *date;
    candidate.role = role;
    candidate.rank = rank;
    candidate.place = DatePlace::kMarkup;
    candidate.words = std::string(first_bytes(words, 100));
    meta_.dates.push_back(std::move(candidate));
  }

  void meta_tag(const HtmlNode& node) {
    std::string_view name = tree_.attribute(node, "property");
    if (name.empty()) name = tree_.attribute(node, "name");
    if (name.empty()) name = tree_.attribute(node, "itemprop");
    if (name.empty() || name.size() > 80) return;
    const std::string key = to_lower(name);
    const std::string content = normal_space(first_bytes(tree_.attribute(node, "content"), kLongestValue));
    if (content.empty()) return;
    const auto keep_first = [&](std::string& into) {
      if (into.empty()) into = content;
    };
    if (key == "og:title")
      keep_first(og_title_);
    else if (key == "twitter:title" || key == "dc.title" || key == "headline" || key == "title" ||
             key == "sailthru.title" || key == "dcterms.title")
      keep_first(other_title_);
    else if (key == "og:site_name")
      keep_first(meta_.site);
    else if (key == "application-name" || key == "apple-mobile-web-app-title" || key == "dc.publisher")
      keep_first(other_site_);
    else if (key == "og:image")
      keep_first(meta_.picture);
    else if (key == "og:locale")
      keep_first(og_locale_);
    else if (key == "og:url")
      keep_first(og_url_);
    else if (key == "og:description" || key == "description")
      keep_first(meta_.description);
    else if (key == "article:section" || key == "section")
      keep_first(meta_.section);
    else if (key == "twitter:label1")
      label_is_author_ = is_credit_label(content);
    else if (key == "twitter:data1") {
      if (label_is_author_ && content.find("://") == std::string::npos) credits_.emplace_back(2, content);
    } else if (key == "author" || key == "article:author" || key == "article:author_name" ||
               key == "dc.creator" || key == "byl" || key == "sailthru.author" || key == "parsely-author" ||
               key == "dcterms.creator" || key == "cxenseparse:author" || key == "author.name" ||
               key == "article.author" || key == "citation_author") {
      if (content.find("://") == std::string::npos && content.size() < 200)
        credits_.emplace_back(key == "author" ? 0 : 1, content);
    }
    DateRole role = DateRole::kUnlabelled;
    uint8_t rank = 0;
    const size_t before = meta_.dates.size();
    if (content.size() < 80 && names_date(key, role, rank)) add_date(content, role, rank);
    if (meta_.dates.size() > before && tree_.has_attribute(node, "itemprop")) microdata_.push_back(before);
  }

  void link(const HtmlNode& node) {
    if (canonical_.empty() && to_lower(tree_.attribute(node, "rel")) == "canonical")
      canonical_ = tree_.attribute(node, "href");
  }

  // Microdata on the page's own elements.
  void property(uint32_t i, const HtmlNode& node) {
    const size_t before = meta_.dates.size();
    read_property(i, node);
    if (meta_.dates.size() > before) microdata_.push_back(before);
  }

  void read_property(uint32_t i, const HtmlNode& node) {
    if (node.attribute_count == 0) return;
    const std::string_view name = tree_.attribute(node, "itemprop");
    if (name.empty()) return;
    DateRole role = DateRole::kUnlabelled;
    uint8_t rank = 0;
    if (!names_date(to_lower(name.substr(0, 80)), role, rank)) return;
    rank = std::max<uint8_t>(rank, kMicrodataRank);
    for (const char* attribute : {"content", "datetime", "title"})
      if (const std::string_view given = tree_.attribute(node, attribute);
          !given.empty() && parse_date(first_bytes(given, 200)))
        return add_date(first_bytes(given, 200), role, rank);
    add_date(first_bytes(text_in(i), 200), role, rank);
  }

  // Where the page's elements bear many days of publication, they are those of other stories too.
  void doubt_microdata() {
    std::set<int32_t> days;
    for (const DateCandidate& date : meta_.dates)
      if (is_microdata(date)) days.insert(date.date.days());
    if (days.size() <= kMostMicrodataDays) return;
    for (DateCandidate& date : meta_.dates)
      if (is_microdata(date)) date.rank = kDoubtfulRank;
  }

  bool is_microdata(const DateCandidate& date) const {
    const auto at = static_cast<size_t>(&date - meta_.dates.data());
    return date.role == DateRole::kPublished &&
           std::find(microdata_.begin(), microdata_.end(), at) != microdata_.end();
  }

  void add_linked() {
    LinkedArticle linked = read_json_ld(scripts_);
    meta_.schema_type = linked.type;
    linked_headline_ = normal_space(first_bytes(linked.headline, kLongestValue));
    if (meta_.section.empty()) meta_.section = normal_space(first_bytes(linked.section, kLongestValue));
    if (meta_.site.empty()) meta_.site = normal_space(first_bytes(linked.publisher, kLongestValue));
    if (meta_.site.empty()) meta_.site = other_site_;
    meta_.article_body = std::move(linked.body);
    if (!linked.published.empty()) add_date(linked.published, DateRole::kPublished, 0);
    if (!linked.modified.empty()) add_date(linked.modified, DateRole::kModified, 0);
    for (const std::string& date : linked.other_published) add_date(date, DateRole::kPublished, 3);
    for (const std::string& date : linked.other_modified) add_date(date, DateRole::kModified, 3);
    meta_.authors = std::move(linked.persons);
    meta_.agencies = std::move(linked.organisations);
    if (!meta_.authors.empty() || !meta_.agencies.empty()) return;
    std::stable_sort(credits_.begin(), credits_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [rank, credit] : credits_)
      if (rank == credits_.front().first) meta_.authors.push_back(credit);
  }

  void resolve_addresses() {
    std::string base = base_.empty() ? meta_.address : std::string(base_);
    if (base.empty()) base = og_url_;
    if (const auto url = parse_url(canonical_, base))
      meta_.canonical = url->href;
    else if (const auto own = parse_url(og_url_, base))
      meta_.canonical = own->href;
    if (meta_.address.empty()) {
      if (const auto own = parse_url(og_url_))
        meta_.address = own->href;
      else
        meta_.address = meta_.canonical;
    }
    const auto url = parse_url(meta_.canonical.empty() ? meta_.address : meta_.canonical);
    if (!url) return;
    if (const auto date = date_in_path(url->path)) {
      DateCandidate candidate;
      candidate.date = *date;
      candidate.role = DateRole::kPublished;
      candidate.place = DatePlace::kAddress;
      candidate.words = url->path;
      meta_.dates.push_back(std::move(candidate));
    }
  }

  const HtmlTree& tree_;
  HtmlMetadata meta_;
  std::vector<std::string_view> scripts_;
  std::vector<std::pair<int, std::string>> credits_;
  std::string og_locale_, og_title_, linked_headline_, other_title_, other_site_, og_url_;
  std::string_view canonical_, base_;
  bool label_is_author_ = false;
  std::vector<size_t> microdata_;  // dates of elements: where in meta_.dates
};

}  // namespace

HtmlMetadata read_metadata(const HtmlTree& tree, const std::string& known_address) {
  return Reader(tree, known_address).read();
}

}  // namespace hearsay
