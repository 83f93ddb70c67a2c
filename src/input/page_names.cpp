#include "input/page_names.h"

#include <filesystem>

#include "base/format.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPageSuffixes[] = {".html", ".htm", ".xhtml", ".txt"};

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() > suffix.size() && text.ends_with(suffix);
}

bool is_unprintable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string_view without_packing(std::string_view name) {
  if (ends_with(name, ".gz")) {
    name.remove_suffix(3);
  } else if (ends_with(name, ".zst")) {
    name.remove_suffix(4);
  }
  return name;
}

std::string_view page_suffix(std::string_view name) {
  name = without_packing(name);
  for (const std::string_view suffix : kPageSuffixes)
    if (ends_with(name, suffix)) return suffix;
  return {};
}

std::string shown_path(std::string_view path) {
  std::string out;
  for (size_t at = 0; at < path.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(path, at);
    const std::string_view bytes = path.substr(begin, at - begin);
    if (is_unprintable(c) || (c == kReplacement && bytes.size() == 1)) {
      for (const char byte : bytes) out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    } else {
      out += bytes;
    }
  }
  return out;
}

std::string page_name(const std::string& path) {
  if (path == "-") return "stdin";
  const std::string whole = fs::path(path).filename().string();
  std::string_view name = without_packing(whole);
  name.remove_suffix(page_suffix(name).size());
  return shown_path(name);
}

}  // namespace hearsay
