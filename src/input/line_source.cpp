#include "input/line_source.h"

#include <algorithm>

#include "base/charset.h"
#include "base/utf8.h"

namespace hearsay {

Result<std::string_view> TextSource::peek_members(size_t least) {
  for (;;) {
    if (ended_) return std::string_view();
    if (in_member_) {
      Result<std::string_view> bytes = members_.peek(least);
      if (!bytes || !bytes->empty()) return bytes;
    }
    const Result<bool> more = members_.next_member();
    if (!more) return more.error();
    in_member_ = true;
    ended_ = !*more;
  }
}

Result<void> TextSource::begin() {
  const Result<std::string_view> head = peek_members(3);
  if (!head) return head.error();
  const ByteOrderMark mark = byte_order_mark(*head);
  if (mark.encoding == "UTF-16LE") unit_ = Unit::kLittleEndian;
  if (mark.encoding == "UTF-16BE") unit_ = Unit::kBigEndian;
  members_.skip(mark.length);
  begun_ = true;
  return {};
}

Result<size_t> TextSource::fill(char* to, size_t most) {
  if (!begun_)
    if (Result<void> done = begin(); !done) return done.error();
  if (unit_ != Unit::kByte) return fill_wide(to, most);
  const Result<std::string_view> bytes = peek_members(1);
  if (!bytes) return bytes.error();
  const size_t take = std::min(most, bytes->size());
  std::copy_n(bytes->data(), take, to);
  members_.skip(take);
  return take;
}

Result<size_t> TextSource::fill_wide(char* to, size_t most) {
  std::string out;
  while (out.size() + 8 <= most) {
    const Result<std::string_view> bytes = peek_members(2);
    if (!bytes) return bytes.error();
    if (bytes->empty()) {
      if (high_ != 0) append_utf8(out, kReplacement);
      high_ = 0;
      break;
    }
    size_t at = 0;
    for (; at + 1 < bytes->size() && out.size() + 8 <= most; at += 2) {
      const auto first = static_cast<unsigned char>((*bytes)[at]),
                 second = static_cast<unsigned char>((*bytes)[at + 1]);
      const char32_t unit = unit_ == Unit::kLittleEndian ? first | second << 8 : second | first << 8;
      const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
      if (high_ != 0 && !is_low) append_utf8(out, kReplacement);
      if (unit >= 0xD800 && unit <= 0xDBFF) {
        high_ = unit;
        continue;
      }
      if (is_low)
        append_utf8(out, high_ == 0 ? kReplacement : 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00));
      else
        append_utf8(out, unit);
      high_ = 0;
    }
    members_.skip(at == 0 ? bytes->size() : at);  // an odd byte at the end is none
    if (!out.empty()) break;
  }
  std::copy(out.begin(), out.end(), to);
  return out.size();
}

Result<std::optional<Line>> next_line(ByteSource& source, size_t limit) {
  Line line;
  bool any = false;
  for (;;) {
    const Result<std::string_view> bytes = source.peek();
    if (!bytes) return bytes.error();
    if (bytes->empty()) break;
    any = true;
    const size_t end = bytes->find('\n');
    const std::string_view part = bytes->substr(0, end);
    if (line.text.size() + part.size() > limit) line.too_long = true;
    if (line.too_long)
      line.text = {};
    else
      line.text += part;
    source.skip(std::min(part.size() + 1, bytes->size()));
    if (end != bytes->npos) break;
  }
  if (!any) return std::optional<Line>();
  if (line.text.ends_with('\r')) line.text.pop_back();
  return std::optional<Line>(std::move(line));
}

}  // namespace hearsay
