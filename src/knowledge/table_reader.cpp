#include "knowledge/table_reader.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/format.h"
#include "base/utf8.h"

namespace hearsay {

namespace {

template <class Number>
std::optional<Number> parse(std::string_view field) {
  Number value{};
  const char* end = field.data() + field.size();
  const auto [stop, code] = std::from_chars(field.data(), end, value);
  if (code != std::errc() || stop != end) return std::nullopt;
  return value;
}

// Eight bytes at a time: most rows are, and the tables are read at every start.
bool is_ascii(std::string_view text) {
  uint64_t high = 0, chunk = 0;
  size_t at = 0;
  for (; at + sizeof chunk <= text.size(); at += sizeof chunk) {
    std::memcpy(&chunk, text.data() + at, sizeof chunk);
    high |= chunk;
  }
  for (; at < text.size(); ++at) high |= static_cast<unsigned char>(text[at]);
  return (high & 0x8080808080808080u) == 0;
}

}  // namespace

Result<TableReader> TableReader::open(std::string_view bytes, std::string file,
                                      std::span<const std::string_view> columns) {
  TableReader reader;
  reader.rest_ = bytes;
  reader.file_ = std::move(file);
  std::string_view line;
  bool sourced = false, named = false;
  while (!reader.rest_.empty()) {
    line = reader.take_line();
    if (!line.starts_with('#')) {
      named = !line.empty();
      break;
    }
    sourced = sourced || (line.starts_with("# source: ") && line.size() > 10);
  }
  if (!named) return reader.error("no line of column names");
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    reader.fields_.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto place = [&](std::string_view name) -> std::optional<size_t> {
    const auto found = std::find(reader.fields_.begin(), reader.fields_.end(), name);
    if (found == reader.fields_.end()) return std::nullopt;
    return static_cast<size_t>(found - reader.fields_.begin());
  };
  for (const std::string_view name : columns) {
    const std::optional<size_t> at = place(name);
    if (!at) return reader.error(fmt::format("no column \"{}\"", name));
    reader.places_.push_back(*at);
  }
  reader.source_ = place("source");
  if (!reader.source_ && !sourced)
    return reader.error("neither a column \"source\" nor a line \"# source: ...\"");
  return reader;
}

std::string_view TableReader::take_line() {
  const size_t end = std::min(rest_.find('\n'), rest_.size());
  const std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  ++line_;
  return line;
}

bool TableReader::next() {
  if (fault_ || rest_.empty()) return false;
  const std::string_view before = row_;
  row_ = take_line();
  if (row_.empty()) return fail("an empty line");
  if (row_.ends_with('\r')) return fail("a carriage return; lines end in a line feed alone");
  if (!split(row_)) return false;
  if (!before.empty() && before >= row_)
    return fail(before == row_ ? "the line stands twice" : "not sorted by bytes");
  if (source_ && fields_[*source_].empty()) return fail("no source");
  if (!is_ascii(row_) && !is_valid_utf8(row_)) return fail("not UTF-8");
  return true;
}

bool TableReader::split(std::string_view line) {
  const size_t wanted = fields_.size();
  size_t found = 0, begin = 0;
  for (;;) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    if (found < wanted) fields_[found] = line.substr(begin, end - begin);
    ++found;
    if (end == line.size()) break;
    begin = end + 1;
  }
  return found == wanted || fail(fmt::format("{} fields instead of {}", found, wanted));
}

Result<void> TableReader::finish() const {
  if (fault_) return *fault_;
  return {};
}

bool TableReader::fail(std::string_view what) {
  fault_ = error(what);
  return false;
}

std::optional<uint64_t> TableReader::count_at(size_t column) const {
  return parse<uint64_t>((*this)[column]);
}

std::optional<double> TableReader::number_at(size_t column) const { return parse<double>((*this)[column]); }

Error TableReader::error(std::string_view what) const {
  return {ErrorCode::kBadTable, fmt::format("{}:{}: {}", file_, line_, what)};
}

std::vector<std::string_view> split_list(std::string_view field, char separator) {
  std::vector<std::string_view> parts;
  if (field.empty()) return parts;
  for (size_t begin = 0; begin <= field.size();) {
    const size_t end = std::min(field.find(separator, begin), field.size());
    parts.push_back(field.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace hearsay
