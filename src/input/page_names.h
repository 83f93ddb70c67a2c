// What the names of files say, and how files and pages are named in a record.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The name without .gz or .zst.
[[nodiscard]] std::string_view without_packing(std::string_view name);

// The suffix by which a name is that of one page, packing taken off: ".html", ".htm", ".xhtml", ".txt"; empty
// where it is none.
[[nodiscard]] std::string_view page_suffix(std::string_view name);

// A path as the record writes it: valid UTF-8 that can be printed. Bytes that are not, control characters and
// those that turn the direction of writing become "%E9".
[[nodiscard]] std::string shown_path(std::string_view path);

// The document's id in exports of a file that is one page: the file's name without packing and then .html,
// .htm, .xhtml or .txt. "stdin" for "-".
[[nodiscard]] std::string page_name(const std::string& path);

}  // namespace hearsay
