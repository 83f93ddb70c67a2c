#include "input/page_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/compress.h"
#include "base/format.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPageSuffixes[] = {".html", ".htm", ".xhtml", ".txt"};

bool ends_with(std::string_view text, std::string_view suffix) { return text.size() > suffix.size() && text.ends_with(suffix); }

// The suffix by which a name is a page's, after .gz is taken off; empty where it is none.
std::string_view page_suffix(std::string_view name) {
  for (const std::string_view suffix : kPageSuffixes)
    if (ends_with(name, suffix)) return suffix;
  return {};
}

std::string_view without_gz(std::string_view name) {
  if (ends_with(name, ".gz")) name.remove_suffix(3);
  return name;
}

// HTML by name, else by its first characters: markup begins with '<' after white space and a byte order mark.
PageFormat format_of(const std::string& name, std::string_view bytes) {
  const std::string_view suffix = page_suffix(name);
  if (suffix == ".txt") return PageFormat::kText;
  if (!suffix.empty()) return PageFormat::kHtml;
  size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < bytes.size() && std::strchr(" \t\r\n\f", bytes[at]) && bytes[at] != '\0') ++at;
  return at + 1 < bytes.size() && bytes[at] == '<' && std::strchr("!?hHbBdD", bytes[at + 1]) ? PageFormat::kHtml : PageFormat::kText;
}

struct FileCloser {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

class FileReader final : public PageReader {
 public:
  FileReader(InputFile file, const InputOptions& options) : file_(std::move(file)), options_(options) {}

  std::optional<Result<Page>> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    return read();
  }

 private:
  Result<Page> read() {
    Result<std::string> bytes = slurp();
    if (!bytes) return bytes.error();
    if (bytes->size() >= 2 && bytes.value()[0] == '\x1F' && bytes.value()[1] == '\x8B') {
      bytes = gunzip(bytes.value(), options_.max_page_bytes);
      if (!bytes) return Error{bytes.error().code, file_.path + ": " + bytes.error().message};
    }
    Page page;
    page.name = page_name(file_.path);
    page.bytes = std::move(bytes.value());
    page.format = format_of(std::string(without_gz(file_.path)), page.bytes);
    page.sha256 = sha256(page.bytes);
    page.capture.path = file_.path;
    return page;
  }

  Result<std::string> slurp() {
    std::error_code failed;
    if (file_.path != "-" && fs::is_directory(file_.path, failed))
      return Error{ErrorCode::kInputUnreadable, file_.path + ": a folder"};
    const std::unique_ptr<std::FILE, FileCloser> file(file_.path == "-" ? stdin : std::fopen(file_.path.c_str(), "rb"));
    if (!file) {
      const bool absent = errno == ENOENT || errno == ENOTDIR;
      return Error{absent ? ErrorCode::kInputNotFound : ErrorCode::kInputUnreadable, file_.path + ": " + std::strerror(errno)};
    }
    std::string bytes;
    char buffer[1 << 16];
    while (const size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) {
      bytes.append(buffer, got);
      if (bytes.size() > options_.max_page_bytes)
        return Error{ErrorCode::kInputTooLarge, fmt::format("{}: more than {} bytes", file_.path, options_.max_page_bytes)};
    }
    if (std::ferror(file.get())) return Error{ErrorCode::kInputUnreadable, file_.path + ": " + std::strerror(errno)};
    return bytes;
  }

  InputFile file_;
  InputOptions options_;
  bool done_ = false;
};

void walk(const fs::path& folder, InputListing& listing, std::vector<fs::path>& above) {
  std::error_code failed;
  const fs::path real = fs::canonical(folder, failed);
  if (failed || std::find(above.begin(), above.end(), real) != above.end()) return;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) entries.push_back(it->path());
  if (failed) {
    listing.rejections.push_back({folder.string(), 0, "input", ErrorCode::kInputUnreadable, folder.string() + ": " + failed.message(), {}});
    return;
  }
  std::sort(entries.begin(), entries.end());
  above.push_back(real);
  for (const fs::path& entry : entries) {
    const std::string name = entry.filename().string();
    if (name.starts_with(".")) continue;
    if (fs::is_directory(entry, failed)) {
      walk(entry, listing, above);
    } else if (!page_suffix(without_gz(name)).empty()) {
      listing.files.push_back({entry.string()});
    } else {
      ++listing.passed_over;
    }
  }
  above.pop_back();
}

}  // namespace

InputListing list_inputs(const std::vector<std::string>& paths) {
  InputListing listing;
  std::vector<fs::path> above;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (path != "-" && !fs::exists(path, failed)) {
      listing.rejections.push_back({path, 0, "input", ErrorCode::kInputNotFound, path + ": no such file or folder", {}});
    } else if (path != "-" && fs::is_directory(path, failed)) {
      walk(path, listing, above);
    } else {
      listing.files.push_back({path});
    }
  }
  return listing;
}

std::string page_name(const std::string& path) {
  if (path == "-") return "stdin";
  std::string name = fs::path(path).filename().string();
  name = without_gz(name);
  const std::string_view suffix = page_suffix(name);
  name.resize(name.size() - suffix.size());
  return is_valid_utf8(name) ? name : repair_utf8(name);
}

std::unique_ptr<PageReader> open_reader(const InputFile& file, const InputOptions& options) {
  return std::make_unique<FileReader>(file, options);
}

}  // namespace hearsay
