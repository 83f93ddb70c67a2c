// CSV and TSV with a head row: one page a row.
#include <algorithm>

#include "base/charset.h"
#include "base/format.h"
#include "base/utf8.h"
#include "input/csv_rows.h"
#include "input/open_input.h"
#include "input/page_fields.h"
#include "input/refusals.h"

namespace hearsay {
namespace {

constexpr size_t kSample = size_t{64} << 10;

class CsvReader final : public PageReader {
 public:
  CsvReader(OpenInput input, const InputOptions& options)
      : input_(std::move(input)), options_(options), source_(*input_.bytes, input_.packing) {}

  std::optional<Result<Page>> next() override {
    if (stopped_) return std::nullopt;
    if (!rows_)
      if (Result<void> begun = begin(); !begun) return stop(begun.error());
    for (;;)
      if (std::optional<Result<Page>> answer = next_row(); answer || stopped_) return answer;
  }

  Place place() const override { return {place_, 0}; }
  uint64_t bytes_read() const override { return input_.bytes->position(); }
  uint64_t passed_over() const override { return passed_over_; }

 private:
  // Nothing for a blank row, and at the end.
  std::optional<Result<Page>> next_row() {
    Result<std::optional<CsvRow>> row = rows_->next();
    place_ = fmt::format("{}#{}", input_.shown, rows_->line());
    if (!row) return rows_->failed() ? stop(row.error()) : refuse(row.error());
    if (!*row) {
      stopped_ = true;
      return std::nullopt;
    }
    return page_of(**row);
  }

  Result<void> begin() {
    const Result<std::string_view> sample = source_.peek(kSample);
    if (!sample) return sample.error();
    const std::string_view head = sample->substr(0, kSample);
    encoding_ = guess_encoding(head);
    if (encoding_.empty() || encoding_ == "UTF-8" || encoding_.starts_with("UTF-16"))
      encoding_ = "windows-1252";
    const char delimiter = guess_delimiter(head.substr(0, head.find('\n')));
    rows_.emplace(source_, delimiter, 2 * options_.max_page_bytes + (size_t{1} << 20));
    Result<std::optional<CsvRow>> names = rows_->next();
    if (!names) return names.error();
    if (!*names) return Error{ErrorCode::kPageEmpty, "no rows"};
    PageFields fields(options_.fields);
    for (const std::string& name : (*names)->fields) {
      columns_.push_back(utf8(name));
      fields.add(columns_.back(), "");
    }
    if (!fields.has_text_field())
      return Error{ErrorCode::kInputUnsupported, "no column for text or html: name it by --fields"};
    return {};
  }

  std::optional<Result<Page>> page_of(const CsvRow& row) {
    PageFields fields(options_.fields);
    for (size_t i = 0; i < row.fields.size() && i < columns_.size(); ++i)
      fields.add(columns_[i], utf8(row.fields[i]));
    if (fields.is_blank()) {
      ++passed_over_;
      return std::nullopt;
    }
    Page page = fields.page();
    if (page.bytes.empty()) return refuse({ErrorCode::kPageEmpty, "its text is empty"});
    if (page.bytes.size() > options_.max_page_bytes)
      return refuse({ErrorCode::kInputTooLarge, fmt::format("more than {} bytes", options_.max_page_bytes)});
    refusals_.page();
    page.name = fields.id().empty() ? fmt::format("{}#{}", input_.name, row.line) : fields.id();
    page.capture.path = place_;
    return finished_page(std::move(page));
  }

  // Whatever the file's encoding: what is valid UTF-8 is UTF-8.
  std::string utf8(const std::string& bytes) const {
    return is_valid_utf8(bytes) ? bytes : decode(bytes, encoding_).value_or(repair_utf8(bytes));
  }

  std::optional<Result<Page>> refuse(const Error& error) {
    if (refusals_.add(error.code))
      return stop({error.code, fmt::format("{}; {}", error.message, Refusals::kWords)});
    return Error{error.code, fmt::format("{}: {}", place_, error.message)};
  }

  std::optional<Result<Page>> stop(const Error& error) {
    stopped_ = true;
    return Error{error.code, fmt::format("{}: {}", place_, error.message)};
  }

  OpenInput input_;
  const InputOptions& options_;
  TextSource source_;
  std::optional<CsvRows> rows_;
  std::vector<std::string> columns_;
  std::string encoding_;
  std::string place_ = input_.shown;
  Refusals refusals_;
  uint64_t passed_over_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<PageReader> make_csv_reader(OpenInput input, const InputOptions& options) {
  return std::make_unique<CsvReader>(std::move(input), options);
}

}  // namespace hearsay
