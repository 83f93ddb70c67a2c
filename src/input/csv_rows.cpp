#include "input/csv_rows.h"

#include <algorithm>

#include "base/format.h"

namespace hearsay {
namespace {

constexpr size_t kMostFields = 10'000;
// Each costs a second reading of up to `limit` bytes.
constexpr int kMostGivenBack = 20;

}  // namespace

CsvRows::CsvRows(ByteSource& source, char delimiter, size_t limit)
    : source_(source), delimiter_(delimiter), limit_(limit) {}

Result<std::optional<std::string>> CsvRows::take_line() {
  if (given_back_at_ < given_back_.size()) {
    const size_t end = given_back_.find('\n', given_back_at_);
    std::optional<std::string> line = given_back_.substr(given_back_at_, end - given_back_at_);
    given_back_at_ = end + 1;
    ++next_line_;
    return line;
  }
  Result<std::optional<Line>> line = next_line(source_, limit_);
  if (!line) {
    failed_ = true;
    return line.error();
  }
  if (!*line) return std::optional<std::string>();
  ++next_line_;
  if ((*line)->too_long)
    return Error{ErrorCode::kInputTooLarge, fmt::format("a line of more than {} bytes", limit_)};
  return std::optional<std::string>(std::move((*line)->text));
}

Error CsvRows::give_back(Error error) {
  if (times_given_back_++ < kMostGivenBack) {
    next_line_ -= static_cast<uint64_t>(std::count(of_row_.begin(), of_row_.end(), '\n'));
    given_back_ = std::move(of_row_) + given_back_.substr(given_back_at_);
    given_back_at_ = 0;
  }
  of_row_.clear();
  return error;
}

Result<std::optional<CsvRow>> CsvRows::next() {
  CsvRow row;
  of_row_.clear();
  std::string line;
  do {
    row_line_ = row.line = next_line_;
    Result<std::optional<std::string>> first = take_line();
    if (!first) return first.error();
    if (!*first) return std::optional<CsvRow>();
    line = std::move(**first);
  } while (line.empty());

  size_t size = line.size();
  std::string field;
  bool quoted = false, any_quote = false;
  for (size_t at = 0;;) {
    if (at == line.size()) {
      if (!quoted) break;
      Result<std::optional<std::string>> more = take_line();
      if (!more) {
        if (more.error().code == ErrorCode::kInputTooLarge)
          of_row_ += '\n';  // in its place: lines are counted
        return give_back(more.error());
      }
      if (!*more) return give_back({ErrorCode::kInputDamaged, "a quotation mark that is never closed"});
      of_row_ += **more + '\n';
      size += (*more)->size() + 1;
      if (size > limit_)
        return give_back({ErrorCode::kInputTooLarge, fmt::format("a row of more than {} bytes", limit_)});
      field += '\n';
      line = std::move(**more);
      at = 0;
      continue;
    }
    const char c = line[at++];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (at < line.size() && line[at] == '"') {
        field += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"' && field.empty() && !any_quote) {
      quoted = any_quote = true;
    } else if (c == delimiter_) {
      if (row.fields.size() == kMostFields)
        return give_back(
            {ErrorCode::kInputDamaged, fmt::format("a row of more than {} fields", kMostFields)});
      row.fields.push_back(std::move(field));
      field.clear();
      any_quote = false;
    } else {
      field += c;
    }
  }
  row.fields.push_back(std::move(field));
  return std::optional<CsvRow>(std::move(row));
}

char guess_delimiter(std::string_view first_line) {
  char best = ',';
  size_t most = 0;
  for (const char delimiter : {',', '\t', ';'}) {
    size_t count = 0;
    bool quoted = false;
    for (const char c : first_line) {
      if (c == '"') quoted = !quoted;
      count += !quoted && c == delimiter;
    }
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

}  // namespace hearsay
