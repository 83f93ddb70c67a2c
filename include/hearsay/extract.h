// Extracting articles: clean text, title, authors, outlet, language and dates out of pages, without a record.
//
//   hearsay::ExtractOptions options;
//   options.format = hearsay::ExtractFormat::kJsonl;
//   auto report = hearsay::extract({"pages/"}, options, [](std::string_view text) { return write(text); });
//
// The same stages as `read`'s first two, so what is printed here is what a record would hold.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/error.h>

namespace hearsay {

enum class ExtractFormat {
  kText,   // the title, a blank line, the paragraphs with blank lines between them; pages are set apart by a
           // form feed
  kJsonl,  // one JSON object a page and line, rejected pages too: path, url, title, text, authors, outlet,
           // language, published ([from, to], null where open or unknown), published_evidence, modified,
           // rejected, and more
  kMarkdown,  // CommonMark: headings, lists, quotations; pages are set apart by a line of dashes
};

struct ExtractOptions {
  ExtractFormat format = ExtractFormat::kText;
  std::string url;   // the pages' address, where neither they nor their container tell it; for a single page
  std::string urls;  // a file with one "PATH<tab>URL" a line, PATH as it is given to `extract`; "": none
  unsigned threads = 0;                         // pages at a time; 0: one for each core
  uint64_t max_page_bytes = uint64_t{8} << 20;  // a larger page is rejected (input-too-large)
  std::string fields;                           // of JSONL and CSV, as in ReadOptions
  std::string knowledge;  // folder with tables that replace built-in ones of the same name; "": none
};

struct ExtractReport {
  uint64_t pages = 0;  // extracted
  uint64_t rejected = 0;
  uint64_t passed_over = 0;  // what lies in folders and containers and is no page
  using Rejected = RejectedPage;
  std::vector<Rejected> rejections;  // the first hundred
};

// Hands the pages' text to `sink` on the calling thread, in the order of the input, whatever the number of
// threads; `sink` returns false to stop. Errors: kInputNotFound, kInputUnreadable (the file of addresses),
// kBadOption (a line of it, `fields`), kBadTable. A page never makes it fail.
[[nodiscard]] Result<ExtractReport> extract(const std::vector<std::string>& paths,
                                            const ExtractOptions& options,
                                            const std::function<bool(std::string_view)>& sink);

}  // namespace hearsay
