// WARC files by ISO 28500 (1.0, 1.1 and the drafts before them), plain, with one gzip member or zstd frame
// for each record, or packed as a whole.
//
// A record that does not hold together is refused, and reading goes on at the next place that looks like the
// beginning of one: the next member, or the next line that begins with "WARC/".
#include <algorithm>
#include <charconv>
#include <utility>

#include "base/format.h"
#include "base/utf8.h"
#include "input/header_fields.h"
#include "input/http_response.h"
#include "input/open_input.h"
#include "input/page_names.h"

namespace hearsay {
namespace {

constexpr size_t kLongestHead = size_t{64} << 10;
constexpr size_t kLongestHttpHead = size_t{256} << 10;
constexpr size_t kUsualHttpHead = size_t{16} << 10;
constexpr int kMostDamagedInARow = 100;
constexpr uint64_t kMostWasted = uint64_t{256} << 20;  // bytes of an unpacked file read twice

Error damaged(std::string_view what) { return {ErrorCode::kInputDamaged, std::string(what)}; }

bool is_html(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

// "WARC/1.1"
bool begins_record(std::string_view bytes) {
  return bytes.size() > 6 && bytes.starts_with("WARC/") && bytes[5] >= '0' && bytes[5] <= '9' &&
         (bytes[6] == '.' || bytes[6] == '\r' || bytes[6] == '\n');
}

std::string valid(std::string_view text) {
  return is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
}

class WarcReader final : public PageReader {
 public:
  WarcReader(OpenInput input, const InputOptions& options)
      : input_(std::move(input)), options_(options), source_(*input_.bytes, input_.packing) {}

  std::optional<Result<Page>> next() override {
    while (!stopped_) {
      Answer answer = read_record();
      if (answer) return answer;
    }
    return std::nullopt;
  }

  Place place() const override { return {input_.shown, static_cast<int64_t>(begin_)}; }
  uint64_t bytes_read() const override { return input_.bytes->position(); }
  uint64_t passed_over() const override { return passed_over_; }

 private:
  using Answer = std::optional<Result<Page>>;

  struct Record {
    std::string type, address, time;
    MediaType media;
    uint64_t length = 0;
    bool segmented = false;
  };

  // Nothing: a record that is no page, or the end.
  Answer read_record() {
    const Result<bool> there = go_to_record();
    if (!there) return refuse(there.error());
    if (!*there) {
      stopped_ = true;
      return {};
    }
    const Result<Record> record = read_head();
    if (!record) return refuse(record.error());
    Result<bool> candidate = is_candidate(*record);
    if (!candidate) return refuse(candidate.error());
    if (!*candidate) {
      if (Result<void> done = skip_block(record->length); !done) return refuse(done.error());
      if (Result<void> done = end_record(); !done) return refuse(done.error());
      ++passed_over_;
      return {};
    }
    if (record->length > options_.max_page_bytes + kLongestHttpHead) {
      if (Result<void> done = skip_block(record->length); !done) return refuse(done.error());
      if (Result<void> done = end_record(); !done) return refuse(done.error());
      return Error{ErrorCode::kInputTooLarge,
                   message(fmt::format("more than {} bytes", options_.max_page_bytes))};
    }
    const Result<std::string> block = read_block(static_cast<size_t>(record->length));
    if (!block) return refuse(block.error());
    if (Result<void> done = end_record(); !done) return refuse(done.error());
    return page_of(*record, *block);
  }

  // To the first byte of the next record; false at the end of the file.
  Result<bool> go_to_record() {
    if (input_.start > 0) {
      const uint64_t start = std::exchange(input_.start, 0);
      if (Result<void> done = source_.begin_at(start); !done) {
        stopped_ = true;
        return done.error();
      }
    }
    for (;;) {
      if (!in_member_) {
        const Result<bool> more = source_.next_member();
        begin_ = source_.member_begin();
        if (!more) {
          broken_member_ = true;
          return more.error();
        }
        if (!*more) return false;
        in_member_ = true;
        records_in_member_ = 0;
      }
      const Result<bool> at_record = skip_blank_lines();
      if (!at_record) return at_record.error();
      if (*at_record) break;
      in_member_ = false;
    }
    ++records_in_member_;
    inside_ = source_.position();
    begin_ = input_.packing == Packing::kNone ? inside_ : source_.member_begin();
    return true;
  }

  // False at the member's end.
  Result<bool> skip_blank_lines() {
    for (;;) {
      const Result<std::string_view> bytes = peek(1);
      if (!bytes) return bytes.error();
      if (bytes->empty()) return false;
      const size_t first = std::min(bytes->find_first_not_of("\r\n"), bytes->size());
      source_.skip(first);
      if (first < bytes->size()) return true;
    }
  }

  Result<Record> read_head() {
    Result<std::string_view> bytes = peek(8);
    if (!bytes) return bytes.error();
    if (!begins_record(*bytes)) return damaged("no WARC record begins here");
    std::optional<HeadEnd> end = find_head_end(bytes->substr(0, kLongestHead));
    while (!end) {
      const size_t before = bytes->size();
      if (before >= kLongestHead) return Error{ErrorCode::kInputTooLarge, "a WARC head of more than 64 KB"};
      bytes = peek(std::max(size_t{2048}, 2 * before));
      if (!bytes) return bytes.error();
      if (bytes->size() == before) return damaged("the WARC head is cut short");
      end = find_head_end(bytes->substr(0, kLongestHead));
    }
    const size_t line_end = bytes->find('\n');
    const Result<HeaderFields> fields = HeaderFields::parse(
        bytes->substr(line_end + 1, end->lines > line_end ? end->lines - line_end - 1 : 0));
    if (!fields) return fields.error();
    source_.skip(end->body);
    block_begin_ = source_.position();

    Record record;
    const std::optional<std::string_view> length = fields->find("content-length");
    if (!length) return damaged("a WARC record without Content-Length");
    const char* const last = length->data() + length->size();
    const auto [stop, failed] = std::from_chars(length->data(), last, record.length);
    if (failed != std::errc() || stop != last)
      return damaged("a WARC record whose Content-Length is no number");
    record.type = to_lower(fields->find("warc-type").value_or(""));
    std::string_view address = fields->find("warc-target-uri").value_or("");
    // The grammar of WARC 1.0 has angle brackets around it, and some write them.
    if (address.size() > 2 && address.front() == '<' && address.back() == '>')
      address = address.substr(1, address.size() - 2);
    record.address = valid(address);
    record.time = valid(fields->find("warc-date").value_or(""));
    record.media = parse_media_type(fields->find("content-type").value_or(""));
    record.segmented = fields->find("warc-segment-number").has_value();
    return record;
  }

  // Whether the block may be a page, by the record's own head and that of the response in it.
  Result<bool> is_candidate(const Record& record) {
    if (record.type == "response") {
      if (!record.address.starts_with("http") ||
          !(record.media.type.empty() || record.media.type == "application/http"))
        return false;
      const auto wanted = static_cast<size_t>(std::min<uint64_t>(record.length, kUsualHttpHead));
      const Result<std::string_view> block = peek(wanted);
      if (!block) return block.error();
      const Result<HttpResponse> response =
          parse_http_response(block->substr(0, std::min<uint64_t>(record.length, block->size())));
      // A head that is damaged or very long is looked at with the whole block.
      return !response || may_be_page(*response, record);
    }
    if (record.type == "resource") return is_html(record.media.type) || record.media.type == "text/plain";
    return record.type == "conversion" && (record.media.type == "text/plain" || is_html(record.media.type));
  }

  Result<std::string> read_block(size_t length) {
    std::string block;
    block.reserve(std::min<size_t>(length, size_t{1} << 20));
    while (block.size() < length) {
      const Result<std::string_view> bytes = peek(1);
      if (!bytes) return bytes.error();
      if (bytes->empty()) return damaged("the record is shorter than its Content-Length");
      const size_t take = std::min(length - block.size(), bytes->size());
      block += bytes->substr(0, take);
      source_.skip(take);
    }
    return block;
  }

  Result<void> skip_block(uint64_t length) {
    if (input_.packing == Packing::kNone && input_.bytes->is_regular()) {
      const uint64_t end = source_.position() + length;
      if (end > input_.bytes->size() || end < length)
        return damaged("the record is shorter than its Content-Length");
      if (source_.jump(end)) return {};
    }
    while (length > 0) {
      const Result<std::string_view> bytes = peek(1);
      if (!bytes) return bytes.error();
      if (bytes->empty()) return damaged("the record is shorter than its Content-Length");
      const auto take = static_cast<size_t>(std::min<uint64_t>(length, bytes->size()));
      source_.skip(take);
      length -= take;
    }
    return {};
  }

  // Over the blank lines behind a block: there must be the next record, or the member's end.
  Result<void> end_record() {
    const uint64_t block_end = source_.position();
    const Result<bool> more = skip_blank_lines();
    if (!more) return more.error();
    if (*more) {
      const Result<std::string_view> bytes = peek(8);
      if (!bytes) return bytes.error();
      if (!begins_record(*bytes)) return damaged("the record is longer than its Content-Length");
    } else {
      in_member_ = false;
    }
    // As in indexes of WARCs: a member's whole length; in a file that is not packed, without the blank lines.
    // A place that others can read from is a whole member's, or a record's in a file that is not packed.
    has_place_ = input_.packing == Packing::kNone || (records_in_member_ == 1 && !*more);
    length_ = (input_.packing == Packing::kNone ? block_end : source_.member_end()) - begin_;
    damaged_in_a_row_ = 0;
    return {};
  }

  Answer page_of(const Record& record, const std::string& block) {
    if (record.segmented) return Error{ErrorCode::kInputUnsupported, message("a page in several segments")};
    Page page;
    MediaType media = record.media;
    std::string body;
    if (record.type == "response") {
      const Result<HttpResponse> response = parse_http_response(block);
      if (!response) return Error{response.error().code, message(response.error().message)};
      media = response->media;
      if (!may_be_page(*response, record)) return pass_over();
      Result<std::string> decoded = decoded_body(*response, options_.max_page_bytes);
      if (!decoded) return Error{decoded.error().code, message(decoded.error().message)};
      body = std::move(*decoded);
      if (media.type.empty() && format_by_content(body) != PageFormat::kHtml) return pass_over();
    } else {
      if (is_robots(record.address)) return pass_over();
      if (block.size() > options_.max_page_bytes)
        return Error{ErrorCode::kInputTooLarge,
                     message(fmt::format("more than {} bytes", options_.max_page_bytes))};
      body = block;
    }
    page.bytes = std::move(body);
    page.format = media.type == "text/plain" ? PageFormat::kText : PageFormat::kHtml;
    page.charset = media.charset;
    page.name = fmt::format("{}@{}", input_.name, begin_);
    // Several in one member: the place in what the member unpacks to tells them apart.
    if (records_in_member_ > 1) page.name += fmt::format("+{}", inside_);
    page.capture.address = record.address;
    page.capture.time = record.time;
    page.capture.path = input_.shown;
    page.capture.warc_file = input_.name;
    if (has_place_) {
      page.capture.offset = static_cast<int64_t>(begin_);
      page.capture.length = static_cast<int64_t>(length_);
    }
    return finished_page(std::move(page));
  }

  static bool may_be_page(const HttpResponse& response, const Record& record) {
    return response.status == 200 && (response.media.type.empty() || is_html(response.media.type)) &&
           !is_robots(record.address);
  }

  static bool is_robots(const std::string& address) {
    std::string_view path(address);
    path = path.substr(0, path.find_first_of("?#"));
    return path.ends_with("/robots.txt");
  }

  Answer pass_over() {
    ++passed_over_;
    return {};
  }

  std::string message(std::string_view what) const {
    return fmt::format("{} at byte {}: {}", input_.shown, begin_, what);
  }

  // Refuses this record and goes to the next.
  Answer refuse(const Error& error) {
    std::string what = error.message;
    if (++damaged_in_a_row_ >= kMostDamagedInARow) {
      what += fmt::format("; the {}th in a row: nothing more is read of this file", kMostDamagedInARow);
      stopped_ = true;
    } else if (Result<bool> more = resynchronise(); !more || !*more) {
      stopped_ = true;
    }
    return Error{error.code, message(what)};
  }

  Result<bool> resynchronise() {
    if (broken_member_) {
      broken_member_ = false;
      in_member_ = false;
      return source_.resynchronise();
    }
    if (input_.packing == Packing::kNone) {
      // Behind the record's first line: a length that is too great may have swallowed its successors.
      const uint64_t from = std::max(block_begin_, begin_ + 1);
      if (source_.position() > from && wasted_ + source_.position() - from <= kMostWasted) {
        const uint64_t stopped = source_.position();
        if (source_.jump(from)) wasted_ += stopped - from;
      } else if (source_.position() == begin_) {
        source_.skip(1);
      }
    }
    // In a member of its own nothing follows, and the next one is next.
    for (;;) {
      const Result<std::string_view> bytes = peek(8);
      if (!bytes) {
        broken_member_ = false;
        in_member_ = false;
        return source_.resynchronise();
      }
      if (bytes->size() < 8) {
        in_member_ = false;
        source_.skip(bytes->size());
        return input_.packing != Packing::kNone;
      }
      const size_t found = bytes->find("\nWARC/");
      if (found == bytes->npos) {
        source_.skip(bytes->size() - 6);
        continue;
      }
      source_.skip(found + 1);
      const Result<std::string_view> there = peek(8);
      if (!there) return there.error();
      if (begins_record(*there)) return true;
    }
  }

  // Damage to the packing is told from damage to what is packed.
  Result<std::string_view> peek(size_t least) {
    Result<std::string_view> bytes = source_.peek(least);
    if (!bytes) broken_member_ = true;
    return bytes;
  }

  OpenInput input_;
  const InputOptions& options_;
  MemberSource source_;
  uint64_t begin_ = 0, length_ = 0;  // of the record, in the file as it lies on disk
  uint64_t inside_ = 0;              // its beginning in what its member unpacks to
  uint64_t block_begin_ = 0;
  uint64_t records_in_member_ = 0, passed_over_ = 0, wasted_ = 0;
  int damaged_in_a_row_ = 0;
  bool in_member_ = false, broken_member_ = false, has_place_ = false, stopped_ = false;
};

}  // namespace

std::unique_ptr<PageReader> make_warc_reader(OpenInput input, const InputOptions& options) {
  return std::make_unique<WarcReader>(std::move(input), options);
}

}  // namespace hearsay
