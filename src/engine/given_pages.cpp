#include "engine/given_pages.h"

#include <algorithm>
#include <filesystem>

#include "base/format.h"
#include "input/page_names.h"
#include "input/page_reader.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxPage = size_t{1} << 30;  // what is given was read before under a tighter limit

std::string bare_name(const std::string& name) { return std::string(without_packing(name)); }

// Folders that two paths have in common, counted from the file outwards.
size_t common_folders(const fs::path& a, const fs::path& b) {
  const fs::path folder_of_a = a.parent_path(), folder_of_b = b.parent_path();
  const std::vector<fs::path> left(folder_of_a.begin(), folder_of_a.end()),
      right(folder_of_b.begin(), folder_of_b.end());
  size_t count = 0;
  while (count < left.size() && count < right.size() &&
         left[left.size() - 1 - count] == right[right.size() - 1 - count])
    ++count;
  return count;
}

}  // namespace

Result<GivenPages> GivenPages::list(const std::string& folder) {
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) return Error{ErrorCode::kInputNotFound, folder + ": no such folder"};
  GivenPages pages;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, failed),
       end;
       !failed && it != end; it.increment(failed))
    if (it->is_regular_file(failed))
      pages.files_[bare_name(shown_path(it->path().filename().string()))].push_back(it->path().string());
  if (failed) return Error{ErrorCode::kInputUnreadable, fmt::format("{}: {}", folder, failed.message())};
  return pages;
}

std::vector<std::string> GivenPages::find(const Capture& capture) const {
  if (!capture.warc_file.empty() && capture.offset < 0) return {};
  const auto named = files_.find(bare_name(fs::path(capture.path).filename().string()));
  if (named == files_.end()) return {};
  std::vector<std::string> best;
  size_t most = 0;
  for (const std::string& file : named->second) {
    const size_t common = common_folders(file, capture.path);
    if (common > most) best.clear();
    if (common >= most) best.push_back(file);
    most = std::max(most, common);
  }
  std::sort(best.begin(), best.end());
  return best;
}

Result<std::string> GivenPages::read(const std::string& path, const Capture& capture) {
  InputOptions options;
  options.max_page_bytes = kMaxPage;
  InputFile file;
  file.path = path;
  if (!capture.warc_file.empty()) file.start = static_cast<uint64_t>(capture.offset);
  std::optional<Result<Page>> page = open_reader(file, options)->next();
  if (!page) return Error{ErrorCode::kInputUnreadable, path + ": nothing in it"};
  if (!page->ok()) return page->error();
  return std::move((*page)->bytes);
}

}  // namespace hearsay
