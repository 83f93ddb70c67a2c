// A writer that is killed. (The command is killed over its whole length by tests/kill_test.py; this is the
// store alone.)
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "store/example_document.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay {
namespace {

constexpr int kDocuments = 400;

// Writes all documents, then the indexes. In a child process: says so by its exit status, and by a byte to
// `progress` after each document.
int write_all(const std::string& path, int documents_per_commit, int progress = -1) {
  auto writer = Writer::open(path, {StorePages::kYes, static_cast<size_t>(documents_per_commit)});
  if (!writer.ok() || !writer->begin_run(example_run()).ok()) return 1;
  for (int i = 0; i < kDocuments; ++i) {
    if (!writer->put(example_document(i)).ok()) return 2;
    if (progress >= 0 && ::write(progress, ".", 1) != 1) return 5;
  }
  if (!writer->build_indexes().ok() || !writer->end_run("2031-06-01T00:01:00Z").ok()) return 3;
  return writer->close().ok() ? 0 : 4;
}

}  // namespace

TEST_CASE(
    "a writer that is killed again and again loses nothing that was committed, and is completed to the same "
    "content") {
  using std::chrono::microseconds;
  const TestFolder folder;
  const std::string whole = folder.path("whole.db"), path = folder.path("record.db");
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(write_all(whole, 7) == 0);
  const auto takes = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);

  int between_commits = 0, killed = 0;
  int64_t before = 0;
  for (int round = 0; round <= 8; ++round) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) ::_exit(write_all(path, 7, ends[1]));
    ::close(ends[1]);
    if (round == 0) {
      // In the midst of the documents, however fast the machine is now.
      char byte;
      for (int written = 0; written < kDocuments / 2; ++written) REQUIRE(::read(ends[0], &byte, 1) == 1);
    } else {
      // Later and later.
      ::usleep(static_cast<useconds_t>(takes.count() * round / 16));
    }
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(ends[0]);
    killed += WIFSIGNALED(status);
    if (!std::filesystem::exists(path) || !Reader::open(path).ok())
      continue;  // killed before there were tables
    const int64_t documents = query_integer(path, "SELECT count(*) FROM document");
    CHECK(documents >= before);
    before = documents;
    between_commits += documents > 0 && documents < kDocuments;
    // Whole documents only, and every one of them sound.
    CHECK(query_integer(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
    CHECK(query_text(path, "PRAGMA quick_check") == "ok\n");
    if (documents > 0) CHECK(Reader::open(path)->verify(documents).ok());
  }
  CHECK(killed > 0);
  CHECK(between_commits > 0);
  REQUIRE(write_all(path, 7) == 0);
  CHECK(dump_of(path) == dump_of(whole));
  CHECK(*Reader::open(path)->full_text_is_complete());
  CHECK(query_integer(path, "SELECT count(*) FROM document_search WHERE document_search MATCH 'dorfler'") ==
        kDocuments);
  CHECK(query_integer(path, "SELECT count(*) FROM statement_search") ==
        query_integer(path, "SELECT count(*) FROM statement"));
  CHECK(query_integer(path, "SELECT count(*) FROM id_lookup") ==
        query_integer(whole, "SELECT count(*) FROM id_lookup"));
}

}  // namespace hearsay
