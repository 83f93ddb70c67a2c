// A page read again by an engine that finds something else in it.
#include "store/recode.h"

#include <catch2/catch.hpp>
#include <map>

#include "store/example_document.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay {
namespace {

// "sid number run" of each row of a table, by sid.
std::map<std::string, std::string> rows_of(const std::string& path, const std::string& table) {
  std::map<std::string, std::string> rows;
  const std::string all = query_text(path, "SELECT id_hex(sid), document || '/' || number FROM " + table);
  for (size_t begin = 0, end; (end = all.find('\n', begin)) != all.npos; begin = end + 1) {
    const std::string line = all.substr(begin, end - begin);
    const size_t bar = line.find('|');
    CHECK(rows.emplace(line.substr(0, bar), line.substr(bar + 1)).second);
  }
  return rows;
}

PutReport read_once(const std::string& path, const Document& document, const std::string& knowledge) {
  Writer writer = open_writer(path, example_run(knowledge));
  const auto report = writer.put(document);
  if (!report.ok()) FAIL(report.error().message);
  REQUIRE(writer.build_indexes().ok());
  REQUIRE(writer.close().ok());
  return *report;
}

// As an engine with another lexicon reads it: the denial is not found, the threat has another act, another
// statement is, and so on.
Document coded_anew() {
  Document d = example_document();
  Statement noted = d.statements[2];
  noted.cue = d.statements[2].source;
  noted.content = {d.statements[2].content.begin + 3, d.statements[2].content.end};
  noted.source = {};
  noted.answers = kNone;
  Statement first = d.statements[0], threat = d.statements[1];
  threat.act = Act::kDemand;
  threat.parent = 2;
  noted.sentence = d.statements[2].sentence;
  // Positions change too.
  d.statements = {noted, threat, first};
  assign_statement_ids(d);
  d.events[0].mentions[0].said_by = 0;
  d.events[1].speech = 1;
  d.events[0].mentions[1].trigger = d.events[0].mentions[1].sentence;
  d.mentions.pop_back();
  d.actors[1].names.push_back("Ms Quist");
  return d;
}

}  // namespace

TEST_CASE(
    "rows that are found again keep their ids and numbers, the others are withdrawn, nothing is doubled") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  const Document before = example_document(), after = coded_anew();
  CHECK(read_once(path, before, "k1").outcome == PutReport::Outcome::kAdded);
  const auto statements_before = rows_of(path, "statement"), events_before = rows_of(path, "event"),
             actors_before = rows_of(path, "actor");

  const PutReport report = read_once(path, after, "k2");
  CHECK(report.outcome == PutReport::Outcome::kRecoded);
  CHECK(report.withdrawn == 1);
  require_same(*Reader::open(path)->load(1), after);
  CHECK(Reader::open(path)->verify(1).ok());
  CHECK(query_integer(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);

  const auto statements = rows_of(path, "statement"), events = rows_of(path, "event"),
             actors = rows_of(path, "actor");
  CHECK(statements.size() == 3);
  for (const size_t kept : {0, 1})
    CHECK(statements.at(before.statements[kept].id.hex()) ==
          statements_before.at(before.statements[kept].id.hex()));
  CHECK(statements.count(before.statements[2].id.hex()) == 0);
  CHECK(statements.count(after.statements[0].id.hex()) == 1);
  CHECK(events == events_before);
  CHECK(actors == actors_before);

  const auto reader = Reader::open(path);
  const auto withdrawals = reader->withdrawals(1);
  REQUIRE(withdrawals->size() == 1);
  const Withdrawal& gone = withdrawals->front();
  CHECK(gone.kind == RowKind::kStatement);
  CHECK(gone.id == before.statements[2].id);
  CHECK(gone.reason == WithdrawReason::kRecoded);
  CHECK(gone.successor == after.statements[0].id);
  CHECK_THAT(gone.content, Catch::Contains("\"act\":\"deny\"") &&
                               Catch::Contains("12 civilians were killed in Port Sava last week"));

  // Only what changed was written by the second run.
  CHECK(query_text(path,
                   "SELECT DISTINCT run FROM paragraph UNION SELECT DISTINCT run FROM place UNION SELECT run "
                   "FROM time") == "1\n");
  CHECK(query_text(path, "SELECT run, count(*) FROM actor GROUP BY run ORDER BY run") == "1|2\n2|1\n");
  CHECK(query_integer(path, "SELECT count(*) FROM statement WHERE run = 2") == 3);
}

TEST_CASE("the same as if it had never been read otherwise, but for the withdrawals") {
  const TestFolder folder;
  const std::string twice = folder.path("twice.db"), once = folder.path("once.db");
  read_once(twice, example_document(), "k1");
  read_once(twice, coded_anew(), "k2");
  read_once(once, coded_anew(), "k2");
  std::string dump = dump_of(twice);
  dump.resize(dump.find("withdrawal\t"));
  CHECK(dump == dump_of(once));
}

TEST_CASE("what is found again after having been withdrawn is a row like any other") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  read_once(path, example_document(), "k1");
  read_once(path, coded_anew(), "k2");
  const PutReport report = read_once(path, example_document(), "k1");
  CHECK(report.withdrawn == 1);
  const auto reader = Reader::open(path);
  require_same(*reader->load(1), example_document());
  const auto withdrawals = reader->withdrawals(1);
  REQUIRE(withdrawals->size() == 1);
  CHECK(withdrawals->front().id == coded_anew().statements[0].id);
  CHECK(query_integer(path, "SELECT count(*) FROM withdrawal WHERE revived = 3") == 1);
  CHECK(reader->find(example_document().statements[2].id.hex())->row != 0);
  CHECK(reader->verify(1).ok());
}

TEST_CASE("another text for the same bytes") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  const Document before = example_document(0);
  Document after = example_document(5);  // other words throughout
  after.page = before.page;
  assign_actor_ids(after);
  assign_statement_ids(after);
  assign_event_ids(after);
  read_once(path, before, "k1");
  read_once(path, after, "k2");
  const auto reader = Reader::open(path);
  require_same(*reader->load(1), after);
  CHECK(reader->verify(1).ok());
  CHECK(query_integer(path, "SELECT count(*) FROM document_search WHERE document_search MATCH 'ostergard'") ==
        1);
  CHECK(query_integer(
            path, "SELECT count(*) FROM statement_search WHERE statement_search MATCH '\"12 civilians\"'") ==
        0);
  CHECK(query_integer(
            path, "SELECT count(*) FROM statement_search WHERE statement_search MATCH '\"17 civilians\"'") ==
        1);
  // Statement 3 names another number of civilians, the others say the same.
  const auto withdrawals = reader->withdrawals(1);
  REQUIRE(!withdrawals->empty());
  for (const Withdrawal& one : *withdrawals) CHECK_FALSE(one.successor.has_value());
}

TEST_CASE("a redacted document keeps its words out") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  read_once(path, example_document(), "k1");
  execute_sql(path,
              "INSERT INTO redaction(document, span_part, span_begin, span_end, why, redactor, made) VALUES "
              "(1, 1, 0, 5, 'w', 'r', 't');"
              "UPDATE document_text SET body = '#####' || substr(body, 6)");
  CHECK(read_once(path, coded_anew(), "k2").outcome == PutReport::Outcome::kUnchanged);
  CHECK(query_text(path, "SELECT substr(body, 1, 5) FROM document_text") == "#####\n");
  CHECK(Reader::open(path)->verify(1)->redacted);
}

}  // namespace hearsay
