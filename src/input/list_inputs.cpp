#include <algorithm>
#include <filesystem>

#include "input/input_kind.h"
#include "input/page_names.h"
#include "input/page_reader.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

void add_file(InputListing& listing, const std::string& path) {
  std::error_code failed;
  const auto size = path == "-" ? 0 : fs::file_size(path, failed);
  listing.files.push_back({path, failed ? 0 : static_cast<uint64_t>(size), 0});
}

void walk(const fs::path& folder, InputListing& listing, std::vector<fs::path>& above) {
  std::error_code failed;
  const fs::path real = fs::canonical(folder, failed);
  if (failed || std::find(above.begin(), above.end(), real) != above.end()) return;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
    entries.push_back(it->path());
  if (failed) {
    const std::string shown = shown_path(folder.string());
    listing.rejections.push_back(
        {shown, 0, "input", ErrorCode::kInputUnreadable, shown + ": " + failed.message(), {}});
    return;
  }
  std::sort(entries.begin(), entries.end());
  above.push_back(real);
  for (const fs::path& entry : entries) {
    const std::string name = entry.filename().string();
    if (name.starts_with(".")) continue;
    if (fs::is_directory(entry, failed)) {
      walk(entry, listing, above);
    } else if (kind_by_name(name) != InputKind::kUnknown) {
      add_file(listing, entry.string());
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
      const std::string shown = shown_path(path);
      listing.rejections.push_back(
          {shown, 0, "input", ErrorCode::kInputNotFound, shown + ": no such file or folder", {}});
    } else if (path != "-" && fs::is_directory(path, failed)) {
      walk(path, listing, above);
    } else {
      add_file(listing, path);
    }
  }
  return listing;
}

}  // namespace hearsay
