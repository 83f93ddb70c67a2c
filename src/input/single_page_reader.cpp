// A file that is one page, packed or not.
#include <cstring>

#include "input/open_input.h"
#include "input/page_names.h"

namespace hearsay {
namespace {

// HTML by name, else by its first characters.
PageFormat format_of(std::string_view name, std::string_view bytes) {
  const std::string_view suffix = page_suffix(name);
  if (suffix == ".txt") return PageFormat::kText;
  return suffix.empty() ? format_by_content(bytes) : PageFormat::kHtml;
}

class SinglePageReader final : public PageReader {
 public:
  SinglePageReader(OpenInput input, const InputOptions& options)
      : input_(std::move(input)), options_(options) {}

  std::optional<Result<Page>> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    MemberSource source(*input_.bytes, input_.packing);
    Result<std::string> bytes = read_all_members(source, options_.max_page_bytes);
    if (!bytes) return Error{bytes.error().code, input_.shown + ": " + bytes.error().message};
    Page page;
    page.name = page_name(input_.path);
    page.format = format_of(input_.path, *bytes);
    page.bytes = std::move(*bytes);
    page.capture.path = input_.shown;
    return finished_page(std::move(page));
  }

  Place place() const override { return {input_.shown, 0}; }
  uint64_t bytes_read() const override { return input_.bytes->position(); }
  uint64_t passed_over() const override { return 0; }

 private:
  OpenInput input_;
  const InputOptions& options_;
  bool done_ = false;
};

}  // namespace

Page finished_page(Page page) {
  page.sha256 = sha256(page.bytes);
  return page;
}

PageFormat format_by_content(std::string_view bytes) {
  size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < bytes.size() && std::strchr(" \t\r\n\f", bytes[at]) && bytes[at] != '\0') ++at;
  return at + 1 < bytes.size() && bytes[at] == '<' && std::strchr("!?hHbBdD", bytes[at + 1])
             ? PageFormat::kHtml
             : PageFormat::kText;
}

std::unique_ptr<PageReader> make_single_page_reader(OpenInput input, const InputOptions& options) {
  return std::make_unique<SinglePageReader>(std::move(input), options);
}

}  // namespace hearsay
