// Feeds in XML: RSS 2.0 (and its elders), RSS 1.0, Atom. The XML parser is hidden here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"

namespace hearsay {

struct FeedEntry {
  std::string content;  // the fullest there is: content, else the summary
  PageFormat format = PageFormat::kHtml;
  std::string address;
  Stated stated;
};

struct Feed {
  std::vector<FeedEntry> entries;  // in the order of the feed
};

// Entities other than the five of XML and character references are left as they stand; a document type
// declaration is passed over, and nothing that it names is read. Errors: kInputDamaged where it is no XML or
// no feed; kInputTooDeep, kInputTooLarge (elements, attributes), found before the tree is built.
[[nodiscard]] Result<Feed> parse_feed(std::string_view xml);

}  // namespace hearsay
