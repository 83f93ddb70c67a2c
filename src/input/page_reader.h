// Where pages come from: files, folders, standard input. One reader for each container format; today a file holds one page.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/document.h"
#include "record/rejection.h"

namespace hearsay {

struct InputOptions {
  size_t max_page_bytes = size_t{8} << 20;  // of one page, after unpacking
};

// One file to read. `path` is as the user named it ("-": standard input), folders of a walked path kept in front.
struct InputFile {
  std::string path;
};

struct InputListing {
  std::vector<InputFile> files;        // in the order given; a folder's files sorted by path
  std::vector<Rejection> rejections;   // paths that are not there or can't be listed
  size_t passed_over = 0;              // files of walked folders that are neither HTML nor text (by their names)
};

// Walks the paths. A file that is named by itself is taken whatever its name; in a folder only *.html, *.htm, *.xhtml, *.txt,
// each also with .gz; names that begin with a dot are passed over, and so are links that lead in a circle.
[[nodiscard]] InputListing list_inputs(const std::vector<std::string>& paths);

// The document's id in exports: the file's name without .gz and then .html, .htm, .xhtml or .txt. "stdin" for "-".
[[nodiscard]] std::string page_name(const std::string& path);

// The pages of one input, in order. `next` gives nothing at the end, else a page with name, bytes, format, hash and capture,
// or why it could not be read; after an error it may go on. Not thread-safe; each thread opens its own.
class PageReader {
 public:
  virtual ~PageReader() = default;
  [[nodiscard]] virtual std::optional<Result<Page>> next() = 0;
};

// kInputNotFound, kInputUnreadable come from `next`, so that opening never fails.
[[nodiscard]] std::unique_ptr<PageReader> open_reader(const InputFile& file, const InputOptions& options);

}  // namespace hearsay
