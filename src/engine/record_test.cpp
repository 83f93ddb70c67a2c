// The public interface for asking, where the command's tests can't easily go.
#include <hearsay/record.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/given_pages.h"
#include "query/small_record.h"

using namespace hearsay;
using small_record::SmallRecord;
using small_record::value_of;

namespace {

struct Answer {
  ListReport report;
  std::string text;
};

Answer ask(const Record& record, List list, const Filters& filters, Format format = Format::kCsv) {
  Answer answer;
  PrintOptions options;
  options.format = format;
  answer.report =
      value_of(record.list(list, filters, options, [&](std::string_view text) { answer.text += text; }));
  return answer;
}

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("opening what is no record") {
  CHECK(Record::open("/nonexistent/record.db").error().code == ErrorCode::kRecordNotFound);
  const SmallRecord small;
  const std::string path = small.path() + ".txt";
  write_file(path, std::string(4096, 'x'));
  CHECK(Record::open(path).error().code == ErrorCode::kRecordNotARecord);
}

TEST_CASE("every list can be narrowed as filters_of says, and not otherwise") {
  const SmallRecord small;
  const Record record = value_of(Record::open(small.path()));
  for (int i = 0; i <= static_cast<int>(List::kRejections); ++i) {
    const List list = static_cast<List>(i);
    CHECK_FALSE(filters_of(list).empty());
    CHECK_FALSE(to_string(list).empty());
    CHECK(ask(record, list, {}).report.rows >= 1);
  }
  Filters filters;
  filters.act = "deny";
  CHECK(ask(record, List::kStatements, filters).report.rows == 1);
  PrintOptions options;
  const Result<ListReport> refused =
      record.list(List::kEvents, filters, options, [](std::string_view) { FAIL("nothing is printed"); });
  CHECK(refused.error().code == ErrorCode::kBadFilter);
}

TEST_CASE("a search says where the full-text index lacks the latest pages") {
  const SmallRecord small;
  Filters filters;
  filters.text = "ceasefire";
  CHECK_FALSE(ask(value_of(Record::open(small.path())), List::kStatements, filters).report.text_incomplete);
  {
    Writer writer = value_of(Writer::open(small.path()));
    small_record::check(writer.begin_run({"engine", "", "knowledge", "options", "2031-07-01T00:00:00Z"}));
    Document late = small_record::page("late", "Late", {"A ceasefire."});
    (void)value_of(writer.put(late));
    small_record::check(writer.close());
  }
  const Record record = value_of(Record::open(small.path()));
  CHECK(ask(record, List::kStatements, filters).report.text_incomplete);
  CHECK(ask(record, List::kDocuments, filters).report.text_incomplete);
  // Lists that look into the words themselves miss nothing.
  CHECK_FALSE(ask(record, List::kAgreements, filters).report.text_incomplete);
  CHECK_FALSE(ask(record, List::kStatements, {}).report.text_incomplete);
}

TEST_CASE("JSON is one list, JSONL one object a line, whatever is found") {
  const SmallRecord small;
  const Record record = value_of(Record::open(small.path()));
  Filters none;
  none.by = "nobody";
  CHECK(ask(record, List::kStatements, none, Format::kJson).text == "[]\n");
  CHECK(ask(record, List::kStatements, none, Format::kJsonl).text.empty());
  const std::string lines = ask(record, List::kStatements, {}, Format::kJsonl).text;
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 6);
}

TEST_CASE("pages that are given are found by name, and told apart by their folders") {
  const SmallRecord small;
  const std::filesystem::path folder = std::filesystem::path(small.path()).parent_path() / "given";
  write_file(folder / "a" / "page.html", "a");
  write_file(folder / "b" / "page.html", "b");
  write_file(folder / "other.txt", "c");
  const GivenPages pages = value_of(GivenPages::list(folder.string()));
  const auto found = [&](const std::string& path) {
    Capture capture;
    capture.path = path;
    std::vector<std::string> names;
    for (const std::string& file : pages.find(capture))
      names.push_back(std::filesystem::relative(file, folder).generic_string());
    return names;
  };
  CHECK(found("crawl/b/page.html") == std::vector<std::string>{"b/page.html"});
  CHECK(found("a/page.html.gz") == std::vector<std::string>{"a/page.html"});
  CHECK(found("page.html") == std::vector<std::string>{"a/page.html", "b/page.html"});
  CHECK(found("x/other.txt") == std::vector<std::string>{"other.txt"});
  CHECK(found("absent.txt").empty());
  CHECK(found("-").empty());
  CHECK(value_of(GivenPages::read((folder / "other.txt").string(), Capture{})) == "c");
  CHECK(GivenPages::list((folder / "absent").string()).error().code == ErrorCode::kInputNotFound);
}

TEST_CASE("verify: of several files of one name the right one suffices; a wrong one alone is named") {
  const SmallRecord small;
  const std::filesystem::path folder = std::filesystem::path(small.path()).parent_path() / "given";
  const Record record = value_of(Record::open(small.path()));
  CHECK(value_of(record.verify("")).pages_not_checked == 3);
  write_file(folder / "x" / "wire.html", "another page of that name");
  const Result<VerifyReport> broken = record.verify(folder.string());
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.error().code == ErrorCode::kHashMismatch);
  CHECK(broken.error().message.find("wire.html") != std::string::npos);
  write_file(folder / "y" / "wire.html", small_record::wire().page.bytes);
  const VerifyReport report = value_of(record.verify(folder.string()));
  CHECK(report.pages_checked == 1);
  CHECK(report.pages_not_checked == 2);
  CHECK(report.documents == 3);
  CHECK(report.spans > 20);
}
