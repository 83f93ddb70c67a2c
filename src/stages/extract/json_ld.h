// JSON-LD of a page: the one article among the things that it describes (schema.org).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct LinkedArticle {
  std::string type;  // "NewsArticle"; empty: no article was described
  std::string headline;
  std::string published, modified;  // as written
  // Of everything else that describes this page: its WebPage, a recipe, an article described twice. As
  // written.
  std::vector<std::string> other_published, other_modified;
  std::string url;
  std::string section;
  std::string body;
  std::string publisher;
  std::vector<std::string> persons, organisations;  // authors
};

// Reads the texts of all <script type="application/ld+json"> of a page. Broken ones are passed over. Of
// several articles the one that stands outermost and has most to say is taken: lists of other stories have
// headlines and links only.
[[nodiscard]] LinkedArticle read_json_ld(const std::vector<std::string_view>& scripts);

}  // namespace hearsay
