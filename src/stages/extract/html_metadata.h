// What a page's markup says about the article: JSON-LD, meta tags, links. Undecided; nothing is checked
// against the text.
#pragma once

#include <string>
#include <vector>

#include "stages/extract/draft.h"
#include "stages/extract/html_tree.h"

namespace hearsay {

struct HtmlMetadata {
  std::string page_title;              // <title>
  std::vector<std::string> headlines;  // og:title, JSON-LD headline and the like, the most telling first
  std::string site;                    // og:site_name, else JSON-LD publisher
  std::string description;
  std::string canonical, address;  // absolute URLs
  std::string schema_type, section;
  std::string language;               // "en-US": of the page, by its root element, else og:locale; as written
  std::string article_body;           // of JSON-LD
  std::vector<std::string> authors;   // credits, as written
  std::vector<std::string> agencies;  // authors that the markup calls organisations
  std::vector<DateCandidate> dates;
  std::string picture;  // og:image, as written
};

// `known_address` is the URL that the page was fetched from, empty where unknown.
[[nodiscard]] HtmlMetadata read_metadata(const HtmlTree& tree, const std::string& known_address);

}  // namespace hearsay
