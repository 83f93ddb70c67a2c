#include "knowledge/table_set.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/format.h"

namespace hearsay {

namespace fs = std::filesystem;

Result<TableSet> TableSet::load(const fs::path& folder) {
  TableSet set;
  for (const EmbeddedTable& table : embedded_tables()) {
    set.tables_.emplace(std::string(table.name),
                        Table{table.bytes, fmt::format("knowledge/{}.tsv", table.name)});
  }
  if (folder.empty()) return set;

  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    return Error{ErrorCode::kInputNotFound, fmt::format("{}: no such folder of tables", folder.string())};
  }
  std::vector<fs::path> files;
  for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    if (entry->path().extension() == ".tsv") files.push_back(entry->path());
  }
  if (failed)
    return Error{ErrorCode::kInputUnreadable, fmt::format("{}: {}", folder.string(), failed.message())};
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const auto found = set.tables_.find(file.stem().string());
    if (found == set.tables_.end()) {
      return Error{ErrorCode::kBadTable,
                   fmt::format("{}: no built-in table has the name \"{}\" that this one could stand in for",
                               file.string(), file.stem().string())};
    }
    std::ifstream in(file, std::ios::binary);
    auto bytes =
        std::make_unique<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!in.good() && !in.eof())
      return Error{ErrorCode::kInputUnreadable, fmt::format("{}: can't be read", file.string())};
    found->second = {*bytes, file.string()};
    set.owned_.push_back(std::move(bytes));
  }
  return set;
}

const TableSet::Table* TableSet::find(std::string_view name) const {
  const auto found = tables_.find(name);
  return found == tables_.end() ? nullptr : &found->second;
}

}  // namespace hearsay
