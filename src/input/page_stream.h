// The pages of many inputs as one stream, file after file: what several threads draw from in turn.
#pragma once

#include "input/page_reader.h"

namespace hearsay {

class PageStream {
 public:
  PageStream(std::vector<InputFile> files, const InputOptions& options);

  struct Item {
    Result<Page> page;
    PageReader::Place place;
    uint64_t bytes_done = 0;  // of all files, when this was read
  };

  // Nothing at the end. Not thread-safe.
  [[nodiscard]] std::optional<Item> next();

  [[nodiscard]] uint64_t bytes_total() const { return bytes_total_; }  // where the sizes are known
  [[nodiscard]] uint64_t passed_over() const;                          // inside of files, so far

 private:
  std::vector<InputFile> files_;
  InputOptions options_;
  std::unique_ptr<PageReader> reader_;
  size_t next_file_ = 0;
  uint64_t bytes_before_ = 0, bytes_total_ = 0;  // bytes_before_: of the files that are through
  uint64_t passed_over_before_ = 0;
};

}  // namespace hearsay
