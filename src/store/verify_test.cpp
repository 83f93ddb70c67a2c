// What Reader::verify notices.
#include <catch2/catch.hpp>

#include "store/columns.h"
#include "store/example_document.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay {
namespace {

struct Record {
  TestFolder folder;
  std::string path = folder.path("record.db");

  explicit Record(StorePages pages) {
    Writer writer = open_writer(path, example_run(), {pages});
    REQUIRE(writer.put(example_document()).ok());
    REQUIRE(writer.build_indexes().ok());
  }
  Result<Verified> verify() const { return Reader::open(path)->verify(1); }
  // The first complaint after `sql`; the record is then put back as it was.
  Error tampered(const std::string& sql) const {
    std::filesystem::copy(path, path + ".good");
    execute_sql(path, sql);
    const auto result = verify();
    std::filesystem::remove(path);
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(path + suffix);
    std::filesystem::rename(path + ".good", path);
    INFO(sql);
    REQUIRE_FALSE(result.ok());
    return result.error();
  }
};

}  // namespace

TEST_CASE("an untouched record verifies") {
  const Record kept(StorePages::kYes), not_kept(StorePages::kNo);
  const auto with_page = kept.verify();
  if (!with_page.ok()) FAIL(with_page.error().message);
  CHECK(with_page->page == Verified::Page::kChecked);
  CHECK(with_page->spans > 50);
  CHECK(not_kept.verify()->page == Verified::Page::kNotChecked);
  const auto reader = Reader::open(not_kept.path);
  CHECK(reader->verify(1, example_document().page.bytes)->page == Verified::Page::kChecked);
  const auto other = reader->verify(1, "other bytes");
  REQUIRE_FALSE(other.ok());
  CHECK(other.error().code == ErrorCode::kHashMismatch);
  CHECK(reader->verify(2).error().code == ErrorCode::kNoSuchId);
}

TEST_CASE("one byte of the text is noticed, wherever it is") {
  const Record record(StorePages::kNo);
  for (const char* part : {"title", "body", "captions"}) {
    const int64_t length =
        query_integer(record.path, std::string("SELECT length(") + part + ") FROM document_text");
    for (const int64_t at : {int64_t{1}, length / 2, length}) {
      const std::string n = std::to_string(at);
      const Error error =
          record.tampered(std::string("UPDATE document_text SET ") + part + " = substr(" + part + ", 1, " +
                          n + " - 1) || '~' || substr(" + part + ", " + n + " + 1)");
      CHECK(error.code == ErrorCode::kHashMismatch);
      CHECK_THAT(error.message, Catch::Contains("text"));
    }
  }
  CHECK(record.verify().ok());
}

TEST_CASE("a span column that is off by one is noticed, whatever the table") {
  const Record record(StorePages::kNo);
  const std::string columns = query_text(
      record.path,
      "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND "
      "m.sql LIKE '%words_check%' AND (c.name LIKE '%_begin' OR c.name LIKE '%_end' OR c.name LIKE '%_part') "
      "ORDER BY 1, 2");
  int tried = 0;
  for (size_t begin = 0, end; (end = columns.find('\n', begin)) != columns.npos; begin = end + 1) {
    const std::string line = columns.substr(begin, end - begin);
    const std::string table = line.substr(0, line.find('|')), column = line.substr(line.find('|') + 1);
    if (query_integer(record.path, "SELECT count(*) FROM " + table + " WHERE " + column + " IS NOT NULL") ==
        0) {
      // Rows of phase B and of people: groups_test.cpp and the test below.
      CHECK((table == "claim_voice" || table == "ledger_entry" || table == "agreement_mention" ||
             table == "gloss"));
      continue;
    }
    for (const char* change : {" + 1", " - 1"}) {
      // One row of them.
      const std::string rowwise = table == "document" ? "" : " AND document = 1";
      const Error error =
          record.tampered("UPDATE " + table + " SET " + column + " = " + column + change + " WHERE " +
                          column + " = (SELECT max(" + column + ") FROM " + table + ")" + rowwise);
      CHECK(error.code == ErrorCode::kWordsMismatch);
      CHECK_THAT(
          error.message,
          Catch::Contains(table == "paragraph" && column.starts_with("page") ? "what was found" : table));
      ++tried;
    }
  }
  CHECK(tried > 120);
}

TEST_CASE("other columns are noticed too, though only the document is named") {
  const Record record(StorePages::kNo);
  for (const char* sql :
       {"UPDATE statement SET act = 0 WHERE act = 1", "UPDATE event_count SET low = low + 1",
        "UPDATE actor SET name = 'X' WHERE number = 1",
        "UPDATE statement SET when_from = '2031-05-01' WHERE when_from IS NOT NULL",
        "DELETE FROM credit WHERE number = 0", "UPDATE place SET latitude = 0.0 WHERE number = 0",
        "DELETE FROM event_count WHERE number = 1"}) {
    const Error error = record.tampered(sql);
    CHECK(error.code == ErrorCode::kWordsMismatch);
  }
}

TEST_CASE("values that can't be are damage, not a crash") {
  const Record record(StorePages::kNo);
  for (const char* sql :
       {"UPDATE statement SET form = 77",
        "UPDATE event SET contexts = '{not json' WHERE contexts IS NOT NULL",
        "UPDATE event SET principal = 9", "UPDATE event SET place = 1000 WHERE place IS NOT NULL",
        "UPDATE document SET kind = -1", "UPDATE actor SET kind = 200", "DELETE FROM event_mention",
        "UPDATE statement SET source_begin = -5 WHERE source_begin IS NOT NULL",
        "UPDATE mention SET span_end = 4294967299", "UPDATE mention SET span_part = 7",
        "UPDATE mention SET span_begin = NULL"}) {
    const Error error = record.tampered(std::string("PRAGMA foreign_keys = OFF; ") + sql);
    CHECK(error.code == ErrorCode::kWordsMismatch);
  }
}

TEST_CASE("a stored page that is not the one that was read is noticed") {
  const Record record(StorePages::kYes);
  for (const char* sql : {"UPDATE page SET zstd = x'00'", "UPDATE page SET size = size + 1",
                          "UPDATE page SET zstd = substr(zstd, 1, length(zstd) / 2)",
                          "UPDATE document SET sha256 = zeroblob(32)"}) {
    const Error error = record.tampered(sql);
    CHECK(error.code == ErrorCode::kHashMismatch);
  }
}

TEST_CASE("a gloss stands on words as well") {
  const Record record(StorePages::kNo);
  // What belongs in words_check is not a matter of SQL: any value but the right one is noticed.
  const Error error = record.tampered(
      "INSERT INTO gloss(document, span_part, span_begin, span_end, language, words, glossed_by, made, "
      "words_check) "
      "VALUES (1, 1, 0, 5, 'sv', 'ord', 'somebody', '2031-06-01', 12345)");
  CHECK(error.code == ErrorCode::kWordsMismatch);
  CHECK_THAT(error.message, Catch::Contains("gloss"));
}

}  // namespace hearsay
