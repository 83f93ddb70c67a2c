#include "knowledge/table_reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using hearsay::ErrorCode;
using hearsay::Result;
using hearsay::TableReader;

namespace {

// The error of reading all rows, or "ok".
std::string outcome(std::string_view bytes, std::vector<std::string_view> columns = {"name"}) {
  Result<TableReader> rows = TableReader::open(bytes, "x.tsv", columns);
  if (!rows) {
    CHECK(rows.error().code == ErrorCode::kBadTable);
    return rows.error().message;
  }
  while (rows->next()) {
  }
  const Result<void> end = rows->finish();
  if (end.ok()) return "ok";
  CHECK(end.error().code == ErrorCode::kBadTable);
  return end.error().message;
}

}  // namespace

TEST_CASE("a table is read by the names of its columns") {
  const std::string bytes = "# Towns.\nname\tpeople\tsource\nMarun\t12\thand\nOrlan\t3.5\thand\n";
  const std::vector<std::string_view> columns = {"people", "name"};
  Result<TableReader> rows = TableReader::open(bytes, "towns.tsv", columns);
  REQUIRE(rows.ok());
  REQUIRE(rows->next());
  CHECK((*rows)[1] == "Marun");
  CHECK(rows->count_at(0) == 12u);
  CHECK(rows->line() == 3);
  REQUIRE(rows->next());
  CHECK_FALSE(rows->count_at(0));
  CHECK(rows->number_at(0) == 3.5);
  CHECK(rows->error("too odd").message == "towns.tsv:4: too odd");
  CHECK_FALSE(rows->next());
  CHECK(rows->finish().ok());
}

TEST_CASE("a bad line is named with its file and its number") {
  CHECK(outcome("name\tsource\nMarun\thand\nOrlan\thand\n") == "ok");
  CHECK(outcome("# source: hand\nname\nMarun\n") == "ok");
  CHECK(outcome("name\tsource\nOrlan\thand\nMarun\thand\n") == "x.tsv:3: not sorted by bytes");
  CHECK(outcome("name\tsource\nMarun\thand\nMarun\thand\n") == "x.tsv:3: the line stands twice");
  CHECK(outcome("name\tsource\nMarun\n") == "x.tsv:2: 1 fields instead of 2");
  CHECK(outcome("name\tsource\nMarun\thand\t\n") == "x.tsv:2: 3 fields instead of 2");
  CHECK(outcome("name\tsource\nMarun\t\n") == "x.tsv:2: no source");
  CHECK(outcome("name\tsource\n\nMarun\thand\n") == "x.tsv:2: an empty line");
  CHECK(outcome("name\tsource\nMarun\thand\r\n") ==
        "x.tsv:2: a carriage return; lines end in a line feed alone");
  CHECK(outcome("name\tsource\nMar\xFFun\thand\n") == "x.tsv:2: not UTF-8");
  CHECK(outcome("name\nMarun\n") == "x.tsv:1: neither a column \"source\" nor a line \"# source: ...\"");
  CHECK(outcome("town\tsource\nMarun\thand\n") == "x.tsv:1: no column \"name\"");
  CHECK(outcome("") == "x.tsv:0: no line of column names");
  CHECK(outcome("# only a comment\n") == "x.tsv:1: no line of column names");
}

TEST_CASE("a list is split at its bars") {
  using Parts = std::vector<std::string_view>;
  CHECK(hearsay::split_list("") == Parts{});
  CHECK(hearsay::split_list("a") == Parts{"a"});
  CHECK(hearsay::split_list("a|b c") == Parts{"a", "b c"});
  CHECK(hearsay::split_list("wire state", ' ') == Parts{"wire", "state"});
}
