// The tables by name: those built into the program, and those of a folder that stand in for some of them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearsay {

// Defined in a source that the build makes from knowledge/*.tsv, sorted by name.
struct EmbeddedTable {
  std::string_view name, bytes;
};
[[nodiscard]] const std::vector<EmbeddedTable>& embedded_tables();

class TableSet {
 public:
  struct Table {
    std::string_view bytes;
    std::string file;  // for errors: "knowledge/cues.tsv", or the path of the one that stands in for it
  };

  // As Knowledge::load has it.
  [[nodiscard]] static Result<TableSet> load(const std::filesystem::path& folder);

  [[nodiscard]] const Table* find(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, Table, std::less<>>& all() const { return tables_; }

 private:
  std::map<std::string, Table, std::less<>> tables_;
  std::vector<std::unique_ptr<const std::string>> owned_;  // the bytes of tables read from a folder
};

}  // namespace hearsay
