#include "store/schema.h"

#include <catch2/catch.hpp>

#include "store/example_document.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay {
namespace {

// A record as an older version of the program would have left it: the first `steps` migrations alone.
void make_old_record(const std::string& path, size_t steps) {
  const auto database = Database::open_read_write(path);
  REQUIRE(database.ok());
  const auto done = migrate(*database, migrations().first(steps));
  if (!done.ok()) FAIL(done.error().message);
}

}  // namespace

TEST_CASE("an older record is brought up to date, its rows kept") {
  const TestFolder folder;
  for (size_t steps = 1; steps < migrations().size(); ++steps) {
    const std::string path = folder.path("old" + std::to_string(steps));
    make_old_record(path, steps);
    execute_sql(path,
                "INSERT INTO run(engine, model, knowledge, options, started) VALUES ('old', '', '', '', "
                "'2030-01-01');"
                "INSERT INTO rejection(input, input_offset, stage, code, message, run) VALUES ('a.html', 0, "
                "'input', 'page-empty', 'm', 1)");
    const auto too_old = Reader::open(path);
    REQUIRE_FALSE(too_old.ok());
    CHECK(too_old.error().code == ErrorCode::kRecordFailed);
    CHECK_THAT(too_old.error().message, Catch::Contains("hearsay read"));
    {
      Writer writer = open_writer(path);
      REQUIRE(writer.put(example_document()).ok());
      REQUIRE(writer.build_indexes().ok());
    }
    CHECK(query_integer(path, "PRAGMA user_version") == schema_version());
    CHECK(query_text(path, "SELECT engine FROM run ORDER BY id") == "old\nengine 0.1\n");
    CHECK(query_text(path, "SELECT input FROM rejection") == "a.html\n");
    CHECK(Reader::open(path)->verify(1).ok());
    // The same tables as a new record has.
    const std::string fresh = folder.path("fresh" + std::to_string(steps));
    (void)open_writer(fresh);
    const std::string tables =
        "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
    CHECK(query_text(path, tables) == query_text(fresh, tables));
  }
}

TEST_CASE("a record of a later version is refused, by readers and writers, and not touched") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  (void)open_writer(path);
  execute_sql(path, "PRAGMA user_version = 99");
  CHECK(Reader::open(path).error().code == ErrorCode::kRecordTooNew);
  CHECK(Writer::open(path).error().code == ErrorCode::kRecordTooNew);
  const auto database = Database::open_read_write(path);
  CHECK(*database->integer("PRAGMA user_version") == 99);
}

TEST_CASE("a migration that fails leaves the record as it was") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  (void)open_writer(path);
  const auto database = Database::open_read_write(path);
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  const int next = schema_version() + 1;
  steps.push_back({next, "CREATE TABLE made_by_it(a INTEGER) STRICT; CREATE TABLE run(a INTEGER) STRICT;"});
  const auto failed = migrate(*database, steps);
  REQUIRE_FALSE(failed.ok());
  CHECK(*database->integer("PRAGMA user_version") == schema_version());
  CHECK(*database->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'made_by_it'") == 0);
  steps.back().sql = "CREATE TABLE made_by_it(a INTEGER) STRICT;";
  REQUIRE(migrate(*database, steps).ok());
  CHECK(*database->integer("PRAGMA user_version") == next);
  CHECK(Reader::open(path).error().code == ErrorCode::kRecordTooNew);
}

TEST_CASE("every table is strict, but for the virtual ones and theirs") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  (void)open_writer(path);
  CHECK(query_text(path,
                   "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT "
                   "strict AND name NOT LIKE 'sqlite_%'") == "");
  CHECK(query_integer(path, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict") > 40);
}

// Without an index on its own side, deleting a row that others may point at would read the whole other table.
// Runs, documents and reviews are never deleted.
TEST_CASE("every foreign key can be followed backwards by an index, or one on the document") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  (void)open_writer(path);
  CHECK(query_integer(path, "SELECT count(*) FROM sqlite_schema m, pragma_foreign_key_list(m.name)") > 100);
  CHECK(query_text(path, R"(
      SELECT m.name, f."table", group_concat(f."from") FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" NOT IN ('run', 'document', 'review') GROUP BY m.name, f.id
      HAVING NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND
                         c.name IN (SELECT g."from" FROM pragma_foreign_key_list(m.name) g WHERE g.id = f.id)))") ==
        "");
}

TEST_CASE("reviews are append-only, and no run touches them") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Document document = example_document();
  const auto read = [&](const std::string& knowledge) {
    Writer writer = open_writer(path, example_run(knowledge));
    REQUIRE(writer.put(document).ok());
  };
  read("k1");
  execute_sql(path,
              "INSERT INTO review(kind, sid, field, verdict, value, reviewer, made, why) "
              "SELECT 2, sid, 'act', 'instead', 'assert', 'A. Reader', '2031-06-02', 'no denial' FROM "
              "statement WHERE act = 1;"
              "INSERT INTO review(kind, sid, field, verdict, reviewer, made, why, confirms) "
              "SELECT kind, sid, field, 'right', 'B. Reader', '2031-06-03', 'so it is', id FROM review");
  const std::string before = query_text(path, "SELECT * FROM review");
  const auto database = Database::open_read_write(path);
  CHECK_FALSE(database->execute("UPDATE review SET value = 'deny'").ok());
  CHECK_FALSE(database->execute("DELETE FROM review").ok());
  CHECK_FALSE(database
                  ->execute("INSERT INTO review(kind, sid, field, verdict, reviewer, made, why) VALUES (2, "
                            "x'00', '', 'maybe', 'r', 't', 'w')")
                  .ok());
  // Even where the statement that was reviewed is found no more.
  document.statements.pop_back();
  document.events[0].mentions[0].said_by = kNone;
  read("k2");
  CHECK(query_text(path, "SELECT * FROM review") == before);
}

}  // namespace hearsay
