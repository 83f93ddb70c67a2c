// An input that is open and known for what it is: what each reader of a container format starts from.
#pragma once

#include <memory>
#include <string>

#include "base/member_source.h"
#include "input/page_reader.h"

namespace hearsay {

struct OpenInput {
  std::unique_ptr<FileBytes> bytes;  // at the beginning
  Packing packing = Packing::kNone;
  uint64_t start = 0;  // where to begin, in a WARC
  std::string path;    // as named by the user; "-": standard input
  std::string shown;   // the same, as the record writes it
  std::string name;    // the file's own name, as the record writes it; "stdin"
};

// One for each format. The options must outlive the reader.
[[nodiscard]] std::unique_ptr<PageReader> make_single_page_reader(OpenInput input,
                                                                  const InputOptions& options);
[[nodiscard]] std::unique_ptr<PageReader> make_warc_reader(OpenInput input, const InputOptions& options);
[[nodiscard]] std::unique_ptr<PageReader> make_feed_reader(OpenInput input, const InputOptions& options);
[[nodiscard]] std::unique_ptr<PageReader> make_json_lines_reader(OpenInput input,
                                                                 const InputOptions& options);
[[nodiscard]] std::unique_ptr<PageReader> make_json_reader(OpenInput input, const InputOptions& options);
[[nodiscard]] std::unique_ptr<PageReader> make_csv_reader(OpenInput input, const InputOptions& options);
[[nodiscard]] std::unique_ptr<PageReader> make_archive_reader(OpenInput input, const InputOptions& options);

// The answer of a reader that read a page: its hash is set.
[[nodiscard]] Page finished_page(Page page);

// HTML where the first characters are markup's: '<' after white space and a byte order mark.
[[nodiscard]] PageFormat format_by_content(std::string_view bytes);

}  // namespace hearsay
