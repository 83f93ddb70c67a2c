// Documents for the tests of the store: invented, with every field of every layer filled.
#pragma once

#include <filesystem>
#include <string>

#include "record/document.h"
#include "store/writer.h"

namespace hearsay {

// Different seeds give different pages. The rows' ids are assigned as the stages do it.
[[nodiscard]] Document example_document(int seed = 0);

// Throws std::runtime_error with both documents' contents where they differ in anything but page bytes and
// words.
void require_same(const Document& a, const Document& b);

[[nodiscard]] RunInfo example_run(const std::string& knowledge = "k1");

// A folder that goes with the test.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// A writer in a run. The test fails where it can't be had.
[[nodiscard]] Writer open_writer(const std::string& path, const RunInfo& run = example_run(),
                                 const WriterOptions& options = {});

// The record's content_dump.
[[nodiscard]] std::string dump_of(const std::string& path);

// Runs SQL on the record, past the store: for tests that tamper with it or look into it.
void execute_sql(const std::string& path, const std::string& sql);
[[nodiscard]] int64_t query_integer(const std::string& path, const std::string& sql);
[[nodiscard]] std::string query_text(const std::string& path, const std::string& sql);

}  // namespace hearsay
