// Documents into the record and out again.
#include <algorithm>
#include <catch2/catch.hpp>

#include "store/content.h"
#include "store/example_document.h"
#include "store/reader.h"
#include "store/schema.h"
#include "store/writer.h"

namespace hearsay {
namespace {

using Outcome = PutReport::Outcome;

PutReport put(Writer& writer, const Document& document) {
  const auto report = writer.put(document);
  if (!report.ok()) FAIL(report.error().message);
  return *report;
}

void finish(Writer& writer) {
  if (auto done = writer.build_indexes(); !done.ok()) FAIL(done.error().message);
  REQUIRE(writer.end_run("2031-06-01T00:01:00Z").ok());
  REQUIRE(writer.close().ok());
}

// Every row of every table but runs and search structures, row ids and run numbers included.
std::string all_rows(const std::string& path) {
  std::string out;
  const std::string tables =
      query_text(path,
                 "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                 "AND name NOT LIKE '%search%' AND name <> 'run' ORDER BY name");
  size_t begin = 0;
  for (size_t end; (end = tables.find('\n', begin)) != tables.npos; begin = end + 1) {
    const std::string table = tables.substr(begin, end - begin);
    out += "== " + table + "\n" + query_text(path, "SELECT * FROM " + table);
  }
  return out;
}

}  // namespace

TEST_CASE("a document comes back as it was put") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  const Document document = example_document();
  {
    Writer writer = open_writer(path, example_run(), {StorePages::kYes});
    const PutReport report = put(writer, document);
    CHECK(report.outcome == Outcome::kAdded);
    finish(writer);
  }
  const auto reader = Reader::open(path);
  REQUIRE(reader.ok());
  const auto documents = reader->documents();
  REQUIRE(documents->size() == 1);
  const auto loaded = reader->load(documents->front(), LoadPage::kYes);
  if (!loaded.ok()) FAIL(loaded.error().message);
  require_same(*loaded, document);
  CHECK(loaded->page.bytes == document.page.bytes);
  CHECK(reader->load(documents->front())->page.bytes.empty());
  CHECK(reader->load(99).error().code == ErrorCode::kNoSuchId);
  CHECK(query_integer(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(query_text(path, "PRAGMA integrity_check") == "ok\n");
}

TEST_CASE("an empty document, and one with a title only, come back too") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Document empty;
  empty.page.name = "empty";
  empty.page.sha256 = sha256("empty");
  Document title = empty;
  title.page.sha256 = sha256("title");
  lay_out_text(title, "Only a title", {}, {}, {}, {});
  Document captions = empty;
  captions.page.sha256 = sha256("captions");
  lay_out_text(captions, "", {}, {}, {}, {"One", "Two"});
  Writer writer = open_writer(path);
  std::vector<Document> all = {empty, title, captions};
  for (Document& document : all) {
    document.article.text_sha256 = sha256(document.text);
    put(writer, document);
  }
  finish(writer);
  const auto reader = Reader::open(path);
  for (RowId id = 1; id <= 3; ++id) {
    const auto loaded = reader->load(id);
    if (!loaded.ok()) FAIL(loaded.error().message);
    require_same(*loaded, all[static_cast<size_t>(id - 1)]);
    CHECK(reader->verify(id).ok());
  }
}

TEST_CASE("reading the same pages twice changes nothing, not even a row id") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  std::string before, dump;
  for (int round = 0; round < 3; ++round) {
    Writer writer = open_writer(path);
    for (int i = 0; i < 20; ++i) {
      // In another order each time.
      const PutReport report = put(writer, example_document((i * 7 + round * 3) % 20));
      CHECK(report.outcome == (round == 0 ? Outcome::kAdded : Outcome::kUnchanged));
      CHECK(report.withdrawn == 0);
    }
    finish(writer);
    if (round == 0) {
      before = all_rows(path);
      dump = dump_of(path);
    }
    CHECK(all_rows(path) == before);
    CHECK(dump_of(path) == dump);
  }
  CHECK(query_integer(path, "SELECT count(*) FROM run WHERE ended IS NOT NULL") == 3);
  CHECK(query_integer(path, "SELECT count(*) FROM document") == 20);
}

TEST_CASE("the content does not depend on the order of the pages") {
  const TestFolder folder;
  std::vector<int> order(15);
  for (int i = 0; i < 15; ++i) order[static_cast<size_t>(i)] = i;
  std::vector<std::string> dumps;
  for (int round = 0; round < 2; ++round) {
    const std::string path = folder.path("record" + std::to_string(round));
    Writer writer = open_writer(path);
    for (const int seed : order) put(writer, example_document(seed));
    finish(writer);
    dumps.push_back(dump_of(path));
    std::reverse(order.begin(), order.end());
  }
  CHECK(dumps[0] == dumps[1]);
  const auto a = content_hash(*Reader::open(folder.path("record0"))),
             b = content_hash(*Reader::open(folder.path("record1")));
  CHECK(*a == *b);
  {
    Writer writer = open_writer(folder.path("record1"));
    put(writer, example_document(99));
    finish(writer);
  }
  CHECK(*content_hash(*Reader::open(folder.path("record1"))) != *a);
}

TEST_CASE("the same bytes elsewhere are another capture, not another document") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Document first = example_document(), second = example_document();
  second.page.capture.path = "again/page.html";
  second.page.name = "again";
  // What was read from it may depend on the address: the first one decides.
  second.article.outlet.name = "Another name";
  for (int round = 0; round < 2; ++round) {
    Writer writer = open_writer(path);
    CHECK(put(writer, first).outcome == (round ? Outcome::kUnchanged : Outcome::kAdded));
    CHECK(put(writer, second).outcome == (round ? Outcome::kUnchanged : Outcome::kCaptureAdded));
    CHECK(put(writer, second).outcome == Outcome::kUnchanged);
    finish(writer);
  }
  const auto reader = Reader::open(path);
  const auto captures = reader->captures(1);
  REQUIRE(captures->size() == 2);
  CHECK((*captures)[0].path == "again/page.html");
  CHECK(reader->load(1)->page.name == "again");
  CHECK(reader->load(1)->article.outlet.name == "The Courier");
}

TEST_CASE("a document that does not hold together is refused, and the writer goes on") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  put(writer, example_document(1));
  Document bad = example_document(2);
  bad.statements[0].cue.end = 1 << 20;
  const auto refused = writer.put(bad);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::kInternal);
  put(writer, example_document(3));
  finish(writer);
  CHECK(query_integer(path, "SELECT count(*) FROM document") == 2);
}

TEST_CASE("what was not committed is lost, the rest stays, and the next run completes it") {
  const TestFolder folder;
  const std::string path = folder.path("record.db"), whole = folder.path("whole.db");
  {
    Writer writer = open_writer(whole);
    for (int i = 0; i < 8; ++i) put(writer, example_document(i));
    finish(writer);
  }
  {
    Writer writer = open_writer(path);
    for (int i = 0; i < 5; ++i) put(writer, example_document(i));
    REQUIRE(writer.commit().ok());
    for (int i = 5; i < 8; ++i) put(writer, example_document(i));
    // As a reader sees it before the commit.
    CHECK(query_integer(path, "SELECT count(*) FROM document") == 5);
    std::filesystem::copy(path, folder.path("killed.db"));
    std::filesystem::copy(path + "-wal", folder.path("killed.db-wal"));
  }
  Writer writer = open_writer(folder.path("killed.db"));
  for (int i = 0; i < 8; ++i)
    CHECK(put(writer, example_document(i)).outcome == (i < 5 ? Outcome::kUnchanged : Outcome::kAdded));
  finish(writer);
  CHECK(dump_of(folder.path("killed.db")) == dump_of(whole));
}

TEST_CASE("a rejection is one row however often it comes, until the page is read after all") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  const Document document = example_document();
  Rejection rejection{"pages/page-0.html",     0,          "extract",
                      ErrorCode::kPageTooDeep, "too deep", document.page.sha256};
  Rejection unreadable{"pages/gone.html", 0, "input", ErrorCode::kInputNotFound, "not there", std::nullopt};
  const std::string listed = "SELECT count(*) FROM rejection WHERE resolved IS NULL";
  for (int round = 0; round < 2; ++round) {
    Writer writer = open_writer(path);
    for (int twice = 0; twice < 2; ++twice) {
      REQUIRE(writer.reject(rejection).ok());
      REQUIRE(writer.reject(unreadable).ok());
    }
    finish(writer);
    CHECK(query_integer(path, "SELECT count(*) FROM rejection") == 2);
    CHECK(query_integer(path, listed) == 2);
  }
  CHECK(query_text(path, "SELECT input, stage, code, message FROM rejection ORDER BY id LIMIT 1") ==
        "pages/page-0.html|extract|page-too-deep|too deep\n");
  {
    Writer writer = open_writer(path);
    put(writer, document);
    finish(writer);
  }
  CHECK(query_integer(path, listed) == 1);
  {
    Writer writer = open_writer(path);
    REQUIRE(writer.reject(rejection).ok());
    finish(writer);
  }
  CHECK(query_integer(path, listed) == 2);
  CHECK(query_integer(path, "SELECT count(*) FROM rejection") == 2);
}

TEST_CASE("one writer at a time; readers may read meanwhile") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  put(writer, example_document());
  REQUIRE(writer.commit().ok());
  const auto second = Writer::open(path);
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == ErrorCode::kRecordBusy);
  put(writer, example_document(1));
  const auto reader = Reader::open(path);
  REQUIRE(reader.ok());
  CHECK(reader->documents()->size() == 1);
  REQUIRE(writer.commit().ok());
  CHECK(reader->documents()->size() == 2);
  REQUIRE(writer.close().ok());
  CHECK(Writer::open(path).ok());
  CHECK_FALSE(std::filesystem::exists(path + "-lock"));
}

TEST_CASE("what is no record of ours is refused") {
  const TestFolder folder;
  CHECK(Reader::open(folder.path("nothing.db")).error().code == ErrorCode::kRecordNotFound);
  CHECK_FALSE(std::filesystem::exists(folder.path("nothing.db")));

  const std::string text = folder.path("text.db");
  std::FILE* file = std::fopen(text.c_str(), "w");
  for (int i = 0; i < 1000; ++i) std::fputs("This is no database. ", file);
  std::fclose(file);
  CHECK(Reader::open(text).error().code == ErrorCode::kRecordNotARecord);
  CHECK(Writer::open(text).error().code == ErrorCode::kRecordNotARecord);

  const std::string other = folder.path("other.db");
  execute_sql(other, "CREATE TABLE thing(a)");
  CHECK(Reader::open(other).error().code == ErrorCode::kRecordNotARecord);
  CHECK(Writer::open(other).error().code == ErrorCode::kRecordNotARecord);
  CHECK(Writer::open(folder.path("no folder/record.db")).error().code == ErrorCode::kRecordFailed);
}

TEST_CASE("a read-only record in a read-only folder can be read") {
  const TestFolder folder;
  std::filesystem::create_directory(folder.path("kept"));
  const std::string path = folder.path("kept/a %41?#b.db");
  {
    Writer writer = open_writer(path);
    put(writer, example_document());
    finish(writer);
  }
  CHECK(std::filesystem::exists(path));
  const auto read_only = std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec;
  std::filesystem::permissions(folder.path("kept"), read_only);
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  const auto reader = Reader::open(path);
  if (!reader.ok())
    FAIL_CHECK(reader.error().message);
  else
    CHECK(reader->documents()->size() == 1);
  std::filesystem::permissions(folder.path("kept"), std::filesystem::perms::owner_all);
}

TEST_CASE("a record at rest is one file, and readers leave nothing beside it") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  const auto files = [&] {
    return std::distance(std::filesystem::directory_iterator(folder.path("")),
                         std::filesystem::directory_iterator());
  };
  Writer writer = open_writer(path);
  put(writer, example_document());
  finish(writer);
  CHECK(files() == 1);
  {
    const auto reader = Reader::open(path);
    CHECK(reader->documents()->size() == 1);
    CHECK(files() == 1);
    // Somebody who reads neither keeps a writer out nor is disturbed by one.
    Writer again = open_writer(path);
    put(again, example_document(1));
    finish(again);
    CHECK(reader->documents()->size() == 2);
  }
  CHECK(Reader::open(path)->documents()->size() == 2);
  {
    Writer last = open_writer(path);
    finish(last);
  }
  CHECK(files() == 1);
}

TEST_CASE("queries can't write") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  REQUIRE(open_writer(path).close().ok());
  const auto database = Database::open_read_only(path);
  REQUIRE(database.ok());
  const auto refused = database->prepare("DELETE FROM document");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::kInternal);
  CHECK(database->prepare("SELECT nothing FROM nowhere").error().code == ErrorCode::kInternal);
  CHECK(*database->integer("SELECT has_words('Marek D\xC3\xB6rfler''s call', 'dorfler CALL')") == 1);
  CHECK(*database->integer("SELECT has_words('Marek D\xC3\xB6rfler''s call', 'dorf')") == 0);
  CHECK(*database->integer("SELECT has_words('a rushing river', 'rush')") == 0);
  CHECK(*database->integer("SELECT has_words('rushing, rush', 'rush')") == 1);
  CHECK(*database->integer("SELECT has_words('anything', '  ')") == 1);
}

}  // namespace hearsay
