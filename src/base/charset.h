// Character sets: any bytes to UTF-8. Labels and tables are those of the WHATWG Encoding Standard, so that
// "latin1" means what it means to a browser (windows-1252).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// The encoding's canonical name ("windows-1252") for a label in any case, with white space around it; nothing
// where no encoding has that label. "replacement" labels (dangerous ones) give nothing.
[[nodiscard]] std::optional<std::string> encoding_by_label(std::string_view label);

// The encoding that a byte order mark at the beginning tells (UTF-8, UTF-16LE, UTF-16BE), and how many bytes
// the mark takes.
struct ByteOrderMark {
  std::string encoding;  // empty: no mark
  size_t length = 0;
};
[[nodiscard]] ByteOrderMark byte_order_mark(std::string_view bytes);

// Bytes in the encoding of this label as UTF-8; what can't be decoded becomes U+FFFD. Nothing for an unknown
// label.
[[nodiscard]] std::optional<std::string> decode(std::string_view bytes, std::string_view label);

// A guess from the bytes alone, for pages that declare nothing. Looks at no more than the first 64 KB. Empty
// where it can't tell. Ask it last: a declaration is right more often.
[[nodiscard]] std::string guess_encoding(std::string_view bytes);

}  // namespace hearsay
