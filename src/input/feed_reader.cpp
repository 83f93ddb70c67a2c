// A feed: one page an entry.
#include <algorithm>

#include "base/format.h"
#include "input/feed.h"
#include "input/open_input.h"

namespace hearsay {
namespace {

constexpr size_t kLargestFeed = size_t{32} << 20;

class FeedReader final : public PageReader {
 public:
  FeedReader(OpenInput input, const InputOptions& options) : input_(std::move(input)), options_(options) {}

  std::optional<Result<Page>> next() override {
    if (!read_) {
      read_ = true;
      if (Result<void> done = read(); !done)
        return Error{done.error().code, place_ + ": " + done.error().message};
    }
    if (next_ == feed_.entries.size()) return std::nullopt;
    FeedEntry& entry = feed_.entries[next_++];
    place_ = fmt::format("{}#{}", input_.shown, next_);
    if (entry.content.size() > options_.max_page_bytes)
      return Error{ErrorCode::kInputTooLarge,
                   fmt::format("{}: more than {} bytes", place_, options_.max_page_bytes)};
    Page page;
    page.name = fmt::format("{}#{}", input_.name, next_);
    page.bytes = std::move(entry.content);
    page.format = entry.format;
    page.charset = "utf-8";
    page.capture.path = place_;
    page.capture.address = std::move(entry.address);
    page.stated = std::move(entry.stated);
    return finished_page(std::move(page));
  }

  Place place() const override { return {place_, 0}; }
  uint64_t bytes_read() const override { return input_.bytes->position(); }
  uint64_t passed_over() const override { return 0; }

 private:
  Result<void> read() {
    MemberSource source(*input_.bytes, input_.packing);
    const Result<std::string> xml = read_all_members(source, std::max(kLargestFeed, options_.max_page_bytes));
    if (!xml) return xml.error();
    Result<Feed> feed = parse_feed(*xml);
    if (!feed) return feed.error();
    feed_ = std::move(*feed);
    return {};
  }

  OpenInput input_;
  const InputOptions& options_;
  Feed feed_;
  size_t next_ = 0;
  std::string place_ = input_.shown;
  bool read_ = false;
};

}  // namespace

std::unique_ptr<PageReader> make_feed_reader(OpenInput input, const InputOptions& options) {
  return std::make_unique<FeedReader>(std::move(input), options);
}

}  // namespace hearsay
