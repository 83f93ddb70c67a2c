#include "stages/extract/page_text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/charset.h"
#include "base/mojibake.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kDeclarationWithin = 4096;  // the standard asks for 1024; pages put scripts before it

// The label in <meta charset="..."> or <?xml encoding="...">, as written; empty where there is none.
std::string_view declared_label(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationWithin);
  const std::string lower = to_lower(head);
  const auto value_after = [&](size_t at) {
    while (at < head.size() && (head[at] == ' ' || head[at] == '=' || head[at] == '"' || head[at] == '\''))
      ++at;
    size_t end = at;
    while (end < head.size() && head[end] != '"' && head[end] != '\'' && head[end] != ';' &&
           head[end] != '>' && head[end] != ' ' && head[end] != '/' && head[end] != '?')
      ++end;
    return head.substr(at, end - at);
  };
  if (lower.starts_with("<?xml")) {
    const size_t end = lower.find("?>");
    const size_t at = lower.find("encoding");
    if (at != std::string::npos && at < end) return value_after(at + 8);
  }
  for (size_t meta = lower.find("<meta"); meta != std::string::npos; meta = lower.find("<meta", meta + 5)) {
    const size_t end = lower.find('>', meta);
    const size_t at = lower.find("charset", meta);
    if (at != std::string::npos && at < end) return value_after(at + 7);
  }
  return {};
}

// UTF-16 of mostly ASCII characters that nobody declares: every other byte is zero.
std::string undeclared_wide(std::string_view bytes) {
  bytes = bytes.substr(0, 512);
  if (bytes.size() < 8) return {};
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
  const size_t half = bytes.size() / 2;
  if (zeros[1] * 2 > half && zeros[0] == 0) return "UTF-16LE";
  if (zeros[0] * 2 > half && zeros[1] == 0) return "UTF-16BE";
  return {};
}

// Control characters that no text has.
bool is_binary(std::string_view bytes) {
  size_t strange = 0;
  for (size_t at = 0; at < bytes.size();) {
    // Eight bytes none of which is below a space: the common case.
    uint64_t eight = 0;
    if (at + sizeof eight <= bytes.size()) {
      std::memcpy(&eight, bytes.data() + at, sizeof eight);
      if (((eight - 0x2020202020202020u) & ~eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    for (const size_t end = std::min(at + sizeof eight, bytes.size()); at < end; ++at) {
      const auto c = static_cast<unsigned char>(bytes[at]);
      strange += c < 9 || (c > 13 && c < 32 && c != 27);
    }
  }
  // A stray one happens to the best of pages.
  return strange > 1 + bytes.size() / 1000;
}

}  // namespace

Result<PageText> page_text(const Page& page) {
  std::string_view bytes = page.bytes;
  const ByteOrderMark mark = byte_order_mark(bytes);
  bytes.remove_prefix(mark.length);
  PageText result;
  result.offset = mark.length;
  const std::string transport = encoding_by_label(page.charset).value_or("");
  std::string wide;
  if (mark.length > 0)
    wide = mark.encoding.starts_with("UTF-16") ? mark.encoding : "";
  else
    wide = transport.starts_with("UTF-16") ? transport : undeclared_wide(bytes);
  if (wide.empty() && is_binary(bytes))
    return Error{ErrorCode::kPageBinary, "control characters all over: this is no text"};
  if (!wide.empty()) {
    result.encoding = wide;
    result.text = decode(bytes, wide).value_or("");
    if (is_binary(result.text))
      return Error{ErrorCode::kPageBinary, "control characters all over: this is no text"};
  } else if (is_valid_utf8(bytes)) {
    // A declaration that says otherwise is wrong: other encodings do not make valid UTF-8 by chance, but for
    // pure ASCII ones.
    result.encoding = "UTF-8";
    const std::string declared =
        transport.empty() ? encoding_by_label(declared_label(bytes)).value_or("") : transport;
    if (declared == "ISO-2022-JP" && mark.length == 0) {
      result.encoding = declared;
      result.text = decode(bytes, declared).value_or("");
    } else {
      result.text = bytes;
      result.offsets_known = true;
    }
  } else {
    std::string label = mark.length > 0      ? mark.encoding
                        : !transport.empty() ? transport
                                             : encoding_by_label(declared_label(bytes)).value_or("");
    if (label.empty() || label.starts_with("UTF-16")) label = guess_encoding(bytes);
    if (label.empty()) label = "windows-1252";
    result.encoding = label;
    result.text = decode(bytes, label).value_or("");
  }
  if (const size_t repaired = repair_mojibake(result.text); repaired > 0) {
    result.repaired = static_cast<uint32_t>(repaired);
    result.offsets_known = false;
  }
  // The parser and the tables that follow know no NUL.
  if (result.text.find('\0') != std::string::npos) {
    std::erase(result.text, '\0');
    result.offsets_known = false;
  }
  if (std::all_of(result.text.begin(), result.text.end(),
                  [](char c) { return c == ' ' || (c >= 9 && c <= 13); }))
    return Error{ErrorCode::kPageEmpty, "no words at all"};
  return result;
}

bool looks_like_html(std::string_view text) {
  const std::string head = to_lower(text.substr(0, 2048));
  return head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos ||
         head.find("<body") != std::string::npos;
}

}  // namespace hearsay
