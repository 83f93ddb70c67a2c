// Full text, and finding things by their id.
#include <catch2/catch.hpp>

#include "store/example_document.h"
#include "store/id_lookup.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay {
namespace {

int64_t hits(const std::string& path, const std::string& table, const std::string& words) {
  return query_integer(path, "SELECT count(*) FROM " + table + " WHERE " + table + " MATCH '" + words + "'");
}

}  // namespace

TEST_CASE("full text folds accents and case, over title, body, captions and statements") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  for (int i = 0; i < 5; ++i) REQUIRE(writer.put(example_document(i)).ok());
  REQUIRE(writer.commit().ok());
  CHECK(hits(path, "document_search", "dorfler") == 0);
  CHECK_FALSE(*Reader::open(path)->full_text_is_complete());
  uint64_t last_done = 0, last_total = 0;
  REQUIRE(writer
              .build_indexes([&](uint64_t done, uint64_t total) {
                last_done = done;
                last_total = total;
              })
              .ok());
  CHECK(last_done == 5);
  CHECK(last_total == 5);
  CHECK(*Reader::open(path)->full_text_is_complete());
  CHECK(hits(path, "document_search", "dorfler") == 5);
  CHECK(hits(path, "document_search", "D\xC3\x96RFLER") == 5);
  CHECK(hits(path, "document_search", "title: ostergard") == 5);
  CHECK(hits(path, "document_search", "captions: photo") == 5);
  CHECK(hits(path, "document_search", "title: photo") == 0);
  CHECK(hits(path, "statement_search", "\"14 civilians\"") == 1);
  CHECK(hits(path, "statement_search", "source: dorfler") == 5);
  CHECK(hits(path, "statement_search", "content: dorfler") == 0);
  // The rowid of a statement is its packed row id.
  CHECK(query_text(path,
                   "SELECT span_words(s.content_part, s.content_begin, s.content_end, t.title, t.body, "
                   "t.captions) FROM statement_search x "
                   "JOIN statement s ON s.document = x.rowid >> 20 AND s.number = x.rowid & 1048575 JOIN "
                   "document_text t ON t.document = s.document "
                   "WHERE statement_search MATCH '\"14 civilians\"'") ==
        "14 civilians were killed in Port Sava last week\n");

  // Later pages are added; what is in stays.
  REQUIRE(writer.put(example_document(7)).ok());
  REQUIRE(writer.commit().ok());
  CHECK_FALSE(*Reader::open(path)->full_text_is_complete());
  REQUIRE(writer.build_indexes().ok());
  REQUIRE(writer.build_indexes().ok());
  CHECK(hits(path, "document_search", "dorfler") == 6);
  REQUIRE(writer.close().ok());
  execute_sql(path, "INSERT INTO document_search(document_search) VALUES ('integrity-check')");
}

TEST_CASE("a document coded anew leaves nothing of its old words in the index") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Document document = example_document();
  {
    Writer writer = open_writer(path);
    REQUIRE(writer.put(document).ok());
    REQUIRE(writer.build_indexes().ok());
  }
  document.statements[2].content.begin += 3;
  assign_statement_ids(document);
  {
    Writer writer = open_writer(path, example_run("k2"));
    REQUIRE(writer.put(document).ok());
    REQUIRE(writer.commit().ok());
    CHECK(hits(path, "document_search", "truce") == 0);
    CHECK_FALSE(*Reader::open(path)->full_text_is_complete());
    REQUIRE(writer.build_indexes().ok());
  }
  CHECK(hits(path, "document_search", "truce") == 1);
  CHECK(hits(path, "statement_search", "\"12 civilians\"") == 0);
  CHECK(hits(path, "statement_search", "civilians") == 1);
  CHECK(*Reader::open(path)->full_text_is_complete());
}

TEST_CASE("things are found by the first digits of their id, before and after the index is built") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  std::vector<Document> documents;
  for (int i = 0; i < 30; ++i) {
    documents.push_back(example_document(i));
    REQUIRE(writer.put(documents.back()).ok());
  }
  REQUIRE(writer.commit().ok());
  for (const bool is_built : {false, true}) {
    if (is_built) REQUIRE(writer.build_indexes().ok());
    CHECK((query_integer(path, "SELECT count(*) FROM id_lookup") > 0) == is_built);
    const auto reader = Reader::open(path);
    for (RowId document = 1; document <= 30; ++document) {
      const Document& d = documents[static_cast<size_t>(document - 1)];
      const auto rows = reader->rows(document);
      const auto check = [&](const std::string& id, RowKind kind, RowId row) {
        for (const size_t digits : {size_t{12}, size_t{21}, id.size()}) {
          const auto found = reader->find(id.substr(0, digits));
          if (!found.ok()) FAIL(found.error().message);
          CHECK(found->kind == kind);
          CHECK(found->row == row);
          CHECK(found->id == id);
        }
      };
      for (size_t i = 0; i < d.statements.size(); ++i)
        check(d.statements[i].id.hex(), RowKind::kStatement, rows->statements[i]);
      for (size_t i = 0; i < d.events.size(); ++i)
        check(d.events[i].id.hex(), RowKind::kEvent, rows->events[i]);
      for (size_t i = 0; i < d.actors.size(); ++i)
        check(d.actors[i].id.hex(), RowKind::kActor, rows->actors[i]);
      check(to_hex(d.page.sha256), RowKind::kDocument, document);
    }
    CHECK(reader->find(documents[0].statements[0].id.hex().substr(0, 5)).error().code ==
          ErrorCode::kNoSuchId);
    CHECK(reader->find("no digits").error().code == ErrorCode::kNoSuchId);
    CHECK(reader->find("00000000000000000000000000000000").error().code == ErrorCode::kNoSuchId);
    std::string upper = documents[0].statements[0].id.hex();
    for (char& c : upper) c = static_cast<char>(std::toupper(c));
    CHECK(reader->find(upper)->kind == RowKind::kStatement);
  }
}

TEST_CASE("digits that several ids begin with are an error that lists them; withdrawn rows are found last") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Document document = example_document();
  const Id first = document.statements[0].id, third = document.statements[2].id;
  document.statements[1].id = first;
  document.statements[1].id.bytes[15] ^= 1;
  {
    Writer writer = open_writer(path);
    REQUIRE(writer.put(document).ok());
    REQUIRE(writer.build_indexes().ok());
  }
  const auto ambiguous = Reader::open(path)->find(first.hex().substr(0, 10));
  REQUIRE_FALSE(ambiguous.ok());
  CHECK(ambiguous.error().code == ErrorCode::kNoSuchId);
  CHECK_THAT(ambiguous.error().message,
             Catch::Contains(first.hex()) && Catch::Contains(document.statements[1].id.hex()));
  CHECK(Reader::open(path)->find(first.hex())->row != 0);

  document.statements.pop_back();
  document.events[0].mentions[0].said_by = kNone;
  {
    Writer writer = open_writer(path, example_run("k2"));
    CHECK(writer.put(document)->withdrawn == 1);
    REQUIRE(writer.build_indexes().ok());
  }
  const auto reader = Reader::open(path);
  const auto withdrawn = reader->find(third.hex().substr(0, 8));
  REQUIRE(withdrawn.ok());
  CHECK(withdrawn->row == 0);
  CHECK(withdrawn->kind == RowKind::kStatement);
  CHECK(reader->withdrawal(withdrawn->withdrawal)->id == third);
  CHECK(query_integer(path,
                      "SELECT count(*) FROM id_lookup l LEFT JOIN statement s ON s.document = l.document AND "
                      "s.number = l.number "
                      "WHERE l.kind = 2 AND s.number IS NULL") == 0);
}

TEST_CASE("an id's first digits are a range of bytes") {
  CHECK_FALSE(id_range("12345", 16));
  CHECK_FALSE(id_range("12345g", 16));
  CHECK_FALSE(id_range(std::string(33, 'a'), 16));
  const auto odd = id_range("abcdef1", 5);
  REQUIRE(odd);
  CHECK(odd->first == std::string("\xAB\xCD\xEF\x10\x00", 5));
  CHECK(odd->last == std::string("\xAB\xCD\xEF\x1F\xFF", 5));
}

}  // namespace hearsay
