#include <filesystem>

#include "input/input_kind.h"
#include "input/open_input.h"
#include "input/page_names.h"

namespace hearsay {
namespace {

constexpr size_t kHead = 4096;

// What a file is, is decided when the first page is asked for.
class SniffingReader final : public PageReader {
 public:
  SniffingReader(InputFile file, const InputOptions& options)
      : file_(std::move(file)), options_(options), shown_(shown_path(file_.path)) {}

  std::optional<Result<Page>> next() override {
    if (failed_) return std::nullopt;
    if (!reader_) {
      if (Result<void> opened = open(); !opened) {
        failed_ = true;
        return Error{opened.error().code, shown_ + ": " + opened.error().message};
      }
    }
    return reader_->next();
  }

  Place place() const override { return reader_ ? reader_->place() : Place{shown_, 0}; }
  uint64_t bytes_read() const override { return reader_ ? reader_->bytes_read() : 0; }
  uint64_t passed_over() const override { return reader_ ? reader_->passed_over() : 0; }

 private:
  Result<void> open() {
    Result<std::unique_ptr<FileBytes>> bytes = FileBytes::open(file_.path);
    if (!bytes) return bytes.error();
    OpenInput input;
    input.bytes = std::move(*bytes);
    input.path = file_.path;
    input.shown = shown_;
    input.name =
        file_.path == "-" ? "stdin" : shown_path(std::filesystem::path(file_.path).filename().string());
    const Result<std::string_view> head = input.bytes->peek(6);
    if (!head) return head.error();
    input.packing = packing_of(*head);
    InputKind kind = kind_by_name(file_.path);
    const InputKind content = kind_of_head(input);
    // Names lie; the first bytes of a WARC or an archive do not. Markup and JSON are what the name says.
    if (kind == InputKind::kUnknown || content == InputKind::kWarc || content == InputKind::kArchive)
      kind = content;
    input.start = file_.start;
    switch (kind) {
      case InputKind::kWarc:
        reader_ = make_warc_reader(std::move(input), options_);
        break;
      case InputKind::kFeed:
        reader_ = make_feed_reader(std::move(input), options_);
        break;
      case InputKind::kJsonLines:
        reader_ = make_json_lines_reader(std::move(input), options_);
        break;
      case InputKind::kJson:
        reader_ = make_json_reader(std::move(input), options_);
        break;
      case InputKind::kCsv:
        reader_ = make_csv_reader(std::move(input), options_);
        break;
      case InputKind::kArchive:
        reader_ = make_archive_reader(std::move(input), options_);
        break;
      case InputKind::kUnknown:
      case InputKind::kPage:
        reader_ = make_single_page_reader(std::move(input), options_);
        break;
    }
    return {};
  }

  // Damage found here is found again by the reader.
  static InputKind kind_of_head(OpenInput& input) {
    const Result<std::string_view> head = input.bytes->peek(kHead);
    if (!head) return InputKind::kPage;
    if (input.packing == Packing::kNone) return kind_by_content(head->substr(0, kHead));
    if (input.packing == Packing::kGzip) return kind_by_content(gzip_head(head->substr(0, kHead), kHead));
    InputKind kind = InputKind::kPage;
    {
      MemberSource source(*input.bytes, input.packing);
      if (const Result<bool> there = source.next_member(); there && *there)
        if (const Result<std::string_view> unpacked = source.peek(kHead)) kind = kind_by_content(*unpacked);
    }
    input.bytes->seek(0);
    return kind;
  }

  InputFile file_;
  InputOptions options_;
  std::string shown_;
  std::unique_ptr<PageReader> reader_;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<PageReader> open_reader(const InputFile& file, const InputOptions& options) {
  return std::make_unique<SniffingReader>(file, options);
}

}  // namespace hearsay
