#include "stages/extract/json_ld.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

#include "base/json.h"
#include "base/utf8.h"
#include "stages/extract/line_features.h"

namespace hearsay {
namespace {

constexpr size_t kLargest = size_t{1} << 20;  // bytes of all scripts
constexpr int kDeepest = 8;

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
         type == "LiveBlogPosting" || type == "Review" || type == "Article";
}

// What stands for the page as a whole, if it is no article.
bool is_page_type(std::string_view type) {
  return (type.ends_with("Page") && type != "CollectionPage" && type != "ProfilePage") || type == "Recipe" ||
         type == "HowTo" || type == "CreativeWork" || type == "Course";
}

// Characters that break JSON although browsers' crawlers take them: raw control characters, comment marks
// around the whole.
std::string mend(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  const size_t begin = out.find_first_of("{[");
  const size_t end = out.find_last_of("}]");
  return begin == std::string::npos || end == std::string::npos || end < begin
             ? std::string()
             : out.substr(begin, end - begin + 1);
}

// &amp; &#8217; &quot; inside JSON strings: twice escaped, but common.
std::string without_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (text[at] != '&') {
      out.push_back(text[at++]);
      continue;
    }
    const size_t end = text.find(';', at);
    if (end == std::string_view::npos || end - at > 10) {
      out.push_back(text[at++]);
      continue;
    }
    const std::string_view name = text.substr(at + 1, end - at - 1);
    char32_t c = 0;
    if (name.starts_with('#')) {
      const bool hex = name.size() > 1 && (name[1] | 32) == 'x';
      for (const char digit : name.substr(hex ? 2 : 1)) {
        const int value = digit >= '0' && digit <= '9'                        ? digit - '0'
                          : hex && (digit | 32) >= 'a' && (digit | 32) <= 'f' ? (digit | 32) - 'a' + 10
                                                                              : -1;
        if (value < 0 || c > 0x10FFFF) {
          c = 0;
          break;
        }
        c = c * (hex ? 16 : 10) + static_cast<char32_t>(value);
      }
      if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0;
    } else {
      static const std::map<std::string_view, char32_t> kNames = {
          {"amp", '&'},      {"quot", '"'},     {"apos", '\''},    {"lt", '<'},       {"gt", '>'},
          {"nbsp", ' '},     {"rsquo", 0x2019}, {"lsquo", 0x2018}, {"rdquo", 0x201D}, {"ldquo", 0x201C},
          {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}};
      const auto found = kNames.find(name);
      c = found == kNames.end() ? 0 : found->second;
    }
    if (c == 0) {
      out.push_back(text[at++]);
      continue;
    }
    append_utf8(out, c);
    at = end + 1;
  }
  return out;
}

std::string string_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return without_entities(found->get_ref<const std::string&>());
  if (found->is_array() && !found->empty() && found->front().is_string())
    return without_entities(found->front().get_ref<const std::string&>());
  return {};
}

std::string type_of(const Json& object) {
  const auto found = object.find("@type");
  if (found == object.end()) return {};
  if (found->is_string()) return found->get_ref<const std::string&>();
  if (found->is_array())
    for (const Json& each : *found)
      if (each.is_string() && is_article_type(each.get_ref<const std::string&>()))
        return each.get_ref<const std::string&>();
  return found->is_array() && !found->empty() && found->front().is_string()
             ? found->front().get_ref<const std::string&>()
             : std::string();
}

// The string behind the first `"key":` of JSON too broken to read; empty where there is none.
std::string string_behind(std::string_view broken, std::string_view key) {
  const std::string quoted = '"' + std::string(key) + '"';
  size_t at = broken.find(quoted);
  if (at == std::string_view::npos) return {};
  at = broken.find_first_not_of(" \t\r\n", at + quoted.size());
  if (at == std::string_view::npos || broken[at] != ':') return {};
  at = broken.find_first_not_of(" \t\r\n", at + 1);
  if (at == std::string_view::npos || broken[at] != '"') return {};
  const size_t end = broken.find('"', at + 1);
  return end == std::string_view::npos || end - at > 400
             ? std::string()
             : without_entities(broken.substr(at + 1, end - at - 1));
}

class Collector {
 public:
  LinkedArticle best;

  void collect(const Json& value, int depth) {
    if (depth > kDeepest) return;
    if (value.is_array()) {
      for (const Json& each : value) collect(each, depth + 1);
      return;
    }
    if (!value.is_object()) return;
    const std::string type = type_of(value);
    if (const std::string id = string_of(value, "@id"); !id.empty() && !type.empty())
      by_id_.emplace(id, &value);
    if (is_article_type(type))
      articles_.emplace_back(&value, depth);
    else if (is_page_type(type))
      pages_.push_back(&value);
    for (const auto& [key, inner] : value.items())
      if (inner.is_structured() && key != "author" && key != "publisher" && !key.starts_with("comment") &&
          !key.starts_with("review") && key != "itemListElement" && key != "liveBlogUpdate")
        collect(inner, depth + 1);
  }

  void choose() {
    double most = -1;
    for (const auto& [described, depth] : articles_) {
      const Json& value = *described;
      const std::string body = string_of(value, "articleBody");
      double score = 0;
      score += value.contains("datePublished") ? 4 : 0;
      score += value.contains("headline") ? 2 : 0;
      score += value.contains("author") ? 1 : 0;
      score += value.contains("mainEntityOfPage") ? 2 : 0;
      score += std::min<double>(double(body.size()) / 1000, 3);
      score -= depth;
      if (score <= most) continue;
      most = score;
      best = take(value, body);
    }
    // A second article with another headline is another story.
    for (const auto& [described, depth] : articles_)
      if (depth <= 2 && (best.headline.empty() || string_of(*described, "headline") == best.headline))
        pages_.push_back(described);
    for (const Json* page : pages_) {
      if (std::string date = string_of(*page, "datePublished"); !date.empty() && date != best.published)
        best.other_published.push_back(std::move(date));
      if (std::string date = string_of(*page, "dateModified"); !date.empty() && date != best.modified)
        best.other_modified.push_back(std::move(date));
    }
  }

 private:
  const Json& resolve(const Json& value) const {
    if (value.is_object() && !value.contains("name")) {
      const auto found = by_id_.find(string_of(value, "@id"));
      if (found != by_id_.end()) return *found->second;
    }
    return value;
  }

  void add_author(const Json& author, LinkedArticle& article, int depth) const {
    if (depth > 3) return;
    if (author.is_array()) {
      for (const Json& each : author) add_author(each, article, depth + 1);
    } else if (author.is_string()) {
      article.persons.push_back(without_entities(author.get_ref<const std::string&>()));
    } else if (author.is_object()) {
      const Json& whole = resolve(author);
      if (const auto name = whole.find("name"); name != whole.end() && name->is_array()) {
        add_author(*name, article, depth + 1);
        return;
      }
      const std::string name = string_of(whole, "name");
      if (name.empty()) return;
      (type_of(whole).find("Organization") == std::string::npos ? article.persons : article.organisations)
          .push_back(name);
    }
  }

  LinkedArticle take(const Json& value, const std::string& body) const {
    LinkedArticle article;
    article.type = type_of(value);
    article.headline = string_of(value, "headline");
    if (article.headline.empty()) article.headline = string_of(value, "name");
    article.published = string_of(value, "datePublished");
    article.modified = string_of(value, "dateModified");
    article.url = string_of(value, "url");
    article.section = string_of(value, "articleSection");
    article.body = body;
    if (const auto author = value.find("author"); author != value.end()) add_author(*author, article, 0);
    if (const auto publisher = value.find("publisher"); publisher != value.end()) {
      const Json& whole =
          resolve(publisher->is_array() && !publisher->empty() ? publisher->front() : *publisher);
      article.publisher = whole.is_string()   ? whole.get_ref<const std::string&>()
                          : whole.is_object() ? string_of(whole, "name")
                                              : "";
      article.publisher = without_entities(article.publisher);
    }
    return article;
  }

  std::map<std::string, const Json*> by_id_;
  std::vector<std::pair<const Json*, int>> articles_;  // with their depth
  std::vector<const Json*> pages_;
};

}  // namespace

LinkedArticle read_json_ld(const std::vector<std::string_view>& scripts) {
  Collector collector;
  std::deque<Json> values;  // which the collector points into
  std::vector<std::string_view> broken;
  size_t bytes = 0;
  for (const std::string_view script : scripts) {
    bytes += script.size();
    if (bytes > kLargest) break;
    values.push_back(Json::parse(mend(script), nullptr, false));
    if (values.back().is_discarded())
      broken.push_back(script);
    else
      collector.collect(values.back(), 0);
  }
  collector.choose();
  for (const std::string_view script : broken) {
    if (std::string date = string_behind(script, "datePublished"); !date.empty())
      collector.best.other_published.push_back(std::move(date));
    if (std::string date = string_behind(script, "dateModified"); !date.empty())
      collector.best.other_modified.push_back(std::move(date));
  }
  return collector.best;
}

}  // namespace hearsay
