// Where pages come from: files, folders, standard input, and what holds many pages. One reader for each
// container format.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "input/field_map.h"
#include "record/document.h"
#include "record/rejection.h"

namespace hearsay {

struct InputOptions {
  size_t max_page_bytes = size_t{8} << 20;  // of one page, after unpacking
  FieldMap fields{};                        // of JSONL and CSV
};

// One file to read. `path` is as the user named it ("-": standard input), folders of a walked path kept in
// front.
struct InputFile {
  std::string path;
  uint64_t size = 0;   // bytes; 0 where unknown
  uint64_t start = 0;  // of a WARC: the place of the record to begin with
};

struct InputListing {
  std::vector<InputFile> files;       // in the order given; a folder's files sorted by path
  std::vector<Rejection> rejections;  // paths that are not there or can't be listed
  size_t passed_over = 0;             // files of walked folders that hold no pages, by their names
};

// Walks the paths. A file that is named by itself is taken whatever its name; in a folder only those with a
// name that `kind_by_name` knows; names that begin with a dot are passed over, and so are links that lead in
// a circle.
[[nodiscard]] InputListing list_inputs(const std::vector<std::string>& paths);

// The pages of one input, in order.
class PageReader {
 public:
  virtual ~PageReader() = default;

  // Nothing at the end; else a page with name, bytes, format, hash and capture, or why one could not be read.
  // After an error it may go on. Not thread-safe.
  [[nodiscard]] virtual std::optional<Result<Page>> next() = 0;

  // Where the last answer of `next` stands: the input and offset of a Rejection, and the `path` and `offset`
  // of a page's capture.
  struct Place {
    std::string input;
    int64_t offset = 0;
  };
  [[nodiscard]] virtual Place place() const = 0;

  [[nodiscard]] virtual uint64_t bytes_read() const = 0;   // of the file, so far
  [[nodiscard]] virtual uint64_t passed_over() const = 0;  // records and members so far that are no pages
};

// kInputNotFound, kInputUnreadable and the like come from `next`, so that opening never fails.
[[nodiscard]] std::unique_ptr<PageReader> open_reader(const InputFile& file, const InputOptions& options);

}  // namespace hearsay
