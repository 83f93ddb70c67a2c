// Dates by company: beside the page's own, inside of it, and gone with what they rest on.
#include <catch2/catch.hpp>

#include "store/content.h"
#include "store/example_document.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay {
namespace {

constexpr const char* kAll =
    "SELECT d.document, published_from, published_to, reason, group_concat(company) FROM narrowed_date d "
    "JOIN "
    "narrowed_date_company c ON c.document = d.document GROUP BY d.document";

Document page(int number, const Interval& published) {
  Document document = example_document();
  document.page.sha256[0] = static_cast<uint8_t>(number);
  document.page.name = "page" + std::to_string(number);
  document.page.capture.path = document.page.name;
  document.article.published.interval = published;
  return document;
}

void put(Writer& writer, const Interval& third = {}) {
  REQUIRE(writer.put(page(1, {"2031-03-04", "2031-03-04"})).ok());
  REQUIRE(writer.put(page(2, {"2031-03-06", "2031-03-06"})).ok());
  REQUIRE(writer.put(page(3, third)).ok());
}

NarrowedDate third(const Interval& interval = {"2031-03-02", "2031-03-08"}) {
  return {3, interval, "copies", {1, 2}};
}

}  // namespace

TEST_CASE("a date by company stands beside the page's own") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  put(writer);
  REQUIRE(writer.save(std::vector<NarrowedDate>{third()}).ok());
  CHECK(query_text(path, kAll) == "3|2031-03-02|2031-03-08|copies|1,2\n");
  CHECK(query_text(path, "SELECT published_from, published_to FROM document WHERE id = 3") == "|\n");
}

TEST_CASE("each call states them all") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  put(writer);
  REQUIRE(writer.save(std::vector<NarrowedDate>{third()}).ok());
  REQUIRE(writer.save(std::vector<NarrowedDate>{third({"2031-03-03", "2031-03-08"})}).ok());
  CHECK(query_text(path, kAll) == "3|2031-03-03|2031-03-08|copies|1,2\n");
  REQUIRE(writer.save(std::vector<NarrowedDate>{}).ok());
  CHECK(query_text(path, kAll).empty());
  CHECK(query_integer(path, "SELECT count(*) FROM narrowed_date_company") == 0);
}

TEST_CASE("what reaches outside of the page's own date, or rests on nothing, is refused") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  put(writer, {"2031-03-03", "2031-03-07"});
  const auto refused = [&](const NarrowedDate& date) {
    const Result<void> saved = writer.save(std::vector<NarrowedDate>{date});
    return !saved.ok() && saved.error().code == ErrorCode::kInternal;
  };
  CHECK(refused(third({"2031-03-02", "2031-03-05"})));
  CHECK(refused(third({"2031-03-04", "2031-03-08"})));
  CHECK(refused(third({"2031-03-04", ""})));
  CHECK(refused({3, {"2031-03-04", "2031-03-05"}, "copies", {}}));
  CHECK(refused({9, {"2031-03-04", "2031-03-05"}, "copies", {1}}));
  CHECK(query_text(path, kAll).empty());
  CHECK(writer.save(std::vector<NarrowedDate>{third({"2031-03-04", "2031-03-05"})}).ok());
}

TEST_CASE("where a date changes, what rests on it goes at once") {
  for (const int changed : {1, 3}) {
    const TestFolder folder;
    const std::string path = folder.path("record.db");
    {
      Writer writer = open_writer(path, example_run("k1"));
      put(writer);
      REQUIRE(writer.save(std::vector<NarrowedDate>{third()}).ok());
    }
    Writer writer = open_writer(path, example_run("k2"));
    REQUIRE(writer.put(page(changed, {"2031-05-01", "2031-05-01"})).ok());
    REQUIRE(writer.commit().ok());
    CHECK(query_text(path, kAll).empty());
  }
}

}  // namespace hearsay
