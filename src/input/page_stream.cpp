#include "input/page_stream.h"

namespace hearsay {

PageStream::PageStream(std::vector<InputFile> files, const InputOptions& options)
    : files_(std::move(files)), options_(options) {
  for (const InputFile& file : files_) bytes_total_ += file.size;
}

std::optional<PageStream::Item> PageStream::next() {
  for (;;) {
    if (!reader_) {
      if (next_file_ == files_.size()) return std::nullopt;
      reader_ = open_reader(files_[next_file_++], options_);
    }
    if (std::optional<Result<Page>> page = reader_->next())
      return Item{std::move(*page), reader_->place(), bytes_before_ + reader_->bytes_read()};
    bytes_before_ += reader_->bytes_read();
    passed_over_before_ += reader_->passed_over();
    reader_.reset();
  }
}

uint64_t PageStream::passed_over() const {
  return passed_over_before_ + (reader_ ? reader_->passed_over() : 0);
}

}  // namespace hearsay
