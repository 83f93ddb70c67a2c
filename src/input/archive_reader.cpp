// Archives of pages: zip, tar. One page a member whose name is a page's; other members are passed over.
#include "base/compress.h"
#include "base/format.h"
#include "input/archive_members.h"
#include "input/input_kind.h"
#include "input/open_input.h"
#include "input/page_names.h"
#include "input/refusals.h"

namespace hearsay {
namespace {

constexpr size_t kLongestName = 1000;  // bytes shown

class ArchiveReader final : public PageReader {
 public:
  ArchiveReader(OpenInput input, const InputOptions& options)
      : input_(std::move(input)), options_(options), members_(*input_.bytes, input_.packing) {}

  std::optional<Result<Page>> next() override {
    while (!stopped_) {
      place_ = input_.shown;
      Result<std::optional<ArchiveMembers::Member>> member = members_.next();
      if (!member) return stop(member.error());
      if (!*member) break;
      if (!(*member)->is_file || page_suffix((*member)->name).empty()) {
        passed_over_ += (*member)->is_file;
        continue;
      }
      return page_of((*member)->name);
    }
    stopped_ = true;
    return std::nullopt;
  }

  Place place() const override { return {place_, 0}; }
  uint64_t bytes_read() const override { return input_.bytes->position(); }
  uint64_t passed_over() const override { return passed_over_; }

 private:
  std::optional<Result<Page>> page_of(const std::string& name) {
    const std::string shown = shown_path(std::string_view(name).substr(0, kLongestName));
    place_ = input_.shown + "/" + shown;
    Result<std::string> bytes = members_.read(options_.max_page_bytes);
    if (!bytes) {
      // Without a way to jump over the rest, a bomb would be unpacked to its end.
      const bool over = bytes.error().code == ErrorCode::kInputBomb ||
                        (bytes.error().code == ErrorCode::kInputTooLarge && !input_.bytes->is_regular());
      return over ? stop(bytes.error()) : refuse(bytes.error());
    }
    if (packing_of(*bytes) != Packing::kNone) {
      bytes = decompress(packing_of(*bytes) == Packing::kGzip ? Coding::kGzip : Coding::kZstd, *bytes,
                         options_.max_page_bytes);
      if (!bytes) return refuse(bytes.error());
    }
    refusals_.page();
    Page page;
    page.name = input_.name + "/" + shown;
    page.format = page_suffix(name) == ".txt" ? PageFormat::kText : PageFormat::kHtml;
    page.bytes = std::move(*bytes);
    page.capture.path = place_;
    return finished_page(std::move(page));
  }

  std::optional<Result<Page>> refuse(const Error& error) {
    if (refusals_.add(error.code)) return stop(error);
    return Error{error.code, place_ + ": " + error.message};
  }

  std::optional<Result<Page>> stop(const Error& error) {
    stopped_ = true;
    return Error{error.code,
                 fmt::format("{}: {}; nothing more is read of this archive", place_, error.message)};
  }

  OpenInput input_;
  const InputOptions& options_;
  ArchiveMembers members_;
  std::string place_ = input_.shown;
  uint64_t passed_over_ = 0;
  Refusals refusals_;
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<PageReader> make_archive_reader(OpenInput input, const InputOptions& options) {
  return std::make_unique<ArchiveReader>(std::move(input), options);
}

}  // namespace hearsay
