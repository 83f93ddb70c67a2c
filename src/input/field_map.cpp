#include "input/field_map.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

struct Usual {
  std::string_view part;
  std::vector<std::string> names;  // the most telling first
};

const std::array<Usual, kFieldParts>& usual_names() {
  static const std::array<Usual, kFieldParts> kNames = {{
      {"text",
       {"text", "maintext", "main_text", "body", "article_body", "articlebody", "full_text", "fulltext",
        "content", "article_text", "article", "story"}},
      {"html", {"html", "raw_html", "rawhtml", "content_html", "body_html", "page_html"}},
      {"title", {"title", "headline", "article_title"}},
      {"date",
       {"date_publish", "date_published", "published", "published_at", "publishedat", "publish_date",
        "published_date", "publication_date", "publishdate", "pubdate", "pub_date", "datepublished", "date",
        "datetime", "timestamp", "created_at"}},
      {"modified",
       {"date_modify", "date_modified", "modified", "modified_at", "updated", "updated_at", "datemodified"}},
      {"url", {"url", "link", "source_url", "article_url", "uri", "canonical_url", "web_url"}},
      {"author", {"authors", "author", "byline", "by", "creator", "journalist"}},
      {"outlet",
       {"outlet", "publisher", "publication", "source_name", "site_name", "source", "newspaper",
        "source_domain", "domain"}},
      {"language", {"language", "lang"}},
      {"id", {"id", "doc_id", "article_id", "document_id", "guid", "uuid"}},
  }};
  return kNames;
}

std::string normal(std::string_view name) {
  std::string out = to_lower(name);
  std::replace(out.begin(), out.end(), ' ', '_');
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

}  // namespace

FieldMap::FieldMap() {
  for (size_t i = 0; i < kFieldParts; ++i) parts_[i].names = usual_names()[i].names;
}

Result<FieldMap> FieldMap::parse(std::string_view words) {
  FieldMap map;
  while (!words.empty()) {
    const size_t end = std::min(words.find(','), words.size());
    const std::string_view pair = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const size_t equals = pair.find('=');
    const std::string_view part = pair.substr(0, equals);
    const auto& usual = usual_names();
    const auto found =
        std::find_if(usual.begin(), usual.end(), [&](const Usual& one) { return one.part == part; });
    if (found == usual.end() || equals == pair.npos || equals + 1 == pair.size()) {
      std::string parts;
      for (const Usual& one : usual) parts += (parts.empty() ? "" : " ") + std::string(one.part);
      return Error{ErrorCode::kBadOption,
                   fmt::format("fields: '{}' is no PART=FIELD; parts are {}", pair.substr(0, 100), parts)};
    }
    Names& names = map.parts_[static_cast<size_t>(found - usual.begin())];
    if (!names.given) names.names.clear();
    names.given = true;
    names.names.emplace_back(pair.substr(equals + 1));
  }
  return map;
}

std::optional<FieldMap::Match> FieldMap::find(std::string_view field) const {
  const std::string usual = normal(field);
  for (size_t part = 0; part < kFieldParts; ++part) {
    const std::vector<std::string>& names = parts_[part].names;
    const auto found =
        std::find(names.begin(), names.end(), parts_[part].given ? field : std::string_view(usual));
    if (found != names.end())
      return Match{static_cast<FieldPart>(part), static_cast<size_t>(found - names.begin())};
  }
  return std::nullopt;
}

}  // namespace hearsay
