// What an input holds, by its name and by its first bytes.
#pragma once

#include <string_view>

namespace hearsay {

enum class InputKind {
  kUnknown,  // of a name that says nothing
  kPage,     // one page
  kWarc,
  kFeed,  // RSS, Atom
  kJsonLines,
  kJson,  // objects, an array of them, or JSON Feed
  kCsv,
  kArchive,  // zip, tar
};

// By a file's name, packing taken off: "crawl.warc.gz" is a WARC. kUnknown for names that are none of those.
[[nodiscard]] InputKind kind_by_name(std::string_view name);

// By the first bytes, unpacked; kPage where nothing else is recognised. A kilobyte suffices. CSV is known by
// its name only.
[[nodiscard]] InputKind kind_by_content(std::string_view head);

}  // namespace hearsay
