#include <catch2/catch.hpp>

#include "input/csv_rows.h"
#include "input/feed.h"
#include "input/field_map.h"
#include "input/header_fields.h"
#include "input/http_response.h"
#include "input/input_kind.h"
#include "input/json_fields.h"
#include "input/page_names.h"

namespace hearsay {
namespace {

// ---- names --------------------------------------------------------------------------------------

TEST_CASE("a page is named after its file, without packing and ending") {
  CHECK(page_name("a/b/one.html") == "one");
  CHECK(page_name("one.two.txt.gz") == "one.two");
  CHECK(page_name("one.xhtml.zst") == "one");
  CHECK(page_name("one.pdf") == "one.pdf");
  CHECK(page_name(".html") == ".html");
  CHECK(page_name("-") == "stdin");
}

TEST_CASE("paths are written so that they can be printed") {
  CHECK(shown_path("a/ö.html") == "a/ö.html");
  CHECK(shown_path("caf\xE9") == "caf%E9");
  CHECK(shown_path("a\nb\x1B") == "a%0Ab%1B");
  CHECK(shown_path("a\u202Eb") == "a%E2%80%AEb");
  CHECK(shown_path("\uFFFD") == "\uFFFD");
}

TEST_CASE("inputs are known by their names") {
  CHECK(kind_by_name("a.html.gz") == InputKind::kPage);
  CHECK(kind_by_name("a.warc.zst") == InputKind::kWarc);
  CHECK(kind_by_name("A.JSONL.gz") == InputKind::kJsonLines);
  CHECK(kind_by_name("a.tgz") == InputKind::kArchive);
  CHECK(kind_by_name("a.tar.gz") == InputKind::kArchive);
  CHECK(kind_by_name("a.pdf") == InputKind::kUnknown);
  CHECK(kind_by_name(".csv") == InputKind::kUnknown);
}

TEST_CASE("inputs are known by their first bytes") {
  CHECK(kind_by_content("WARC/1.1\r\n") == InputKind::kWarc);
  CHECK(kind_by_content("\xEF\xBB\xBF <?xml version='1.0'?><!-- x --> <rss version='2.0'>") ==
        InputKind::kFeed);
  CHECK(kind_by_content("<feed xmlns='x'>") == InputKind::kFeed);
  CHECK(kind_by_content("<?xml version='1.0'?><html>") == InputKind::kPage);
  CHECK(kind_by_content("{\"a\":1}\n{\"a\":2}\n") == InputKind::kJsonLines);
  CHECK(kind_by_content("{\n \"a\": 1\n}") == InputKind::kJson);
  CHECK(kind_by_content("[{\"a\":1}]") == InputKind::kJson);
  CHECK(kind_by_content("[Editor's note] A title") == InputKind::kPage);
  CHECK(kind_by_content("PK\x03\x04") == InputKind::kArchive);
  CHECK(kind_by_content("") == InputKind::kPage);
}

// ---- heads and HTTP -----------------------------------------------------------------------------

TEST_CASE("header fields are found whatever their case, folded ones joined") {
  const auto fields =
      HeaderFields::parse("A: one\r\nno colon\r\n b\r\nLong-Name:  two \r\n\tthree\r\na: second\n");
  REQUIRE(fields.ok());
  CHECK(fields->find("a") == "one b");
  CHECK(fields->find("long-name") == "two three");
  CHECK_FALSE(fields->find("b"));
  std::string many;
  for (int i = 0; i < 1100; ++i) many += "a: b\n";
  CHECK(HeaderFields::parse(many).error().code == ErrorCode::kInputTooLarge);
}

TEST_CASE("a media type has a charset, in quotes or not") {
  CHECK(parse_media_type("Text/HTML; a=b; charset=\"KOI8-R\"").charset == "KOI8-R");
  CHECK(parse_media_type("Text/HTML; charset=utf-8").type == "text/html");
  CHECK(parse_media_type("text/html;charset").charset.empty());
  CHECK(parse_media_type("").type.empty());
}

std::string body_of(const std::string& message, size_t limit = 1000) {
  const auto response = parse_http_response(message);
  REQUIRE(response.ok());
  const auto body = decoded_body(*response, limit);
  return body ? *body : std::string(to_string(body.error().code));
}

TEST_CASE("chunks are joined; a body that is not chunked stays as it is") {
  const std::string head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n";
  CHECK(body_of(head + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n") == "abc0123456789");
  CHECK(body_of(head + "3\r\nabc\r\n5\r\nde") == "abcde");
  CHECK(body_of(head + "<html>not chunked") == "<html>not chunked");
  CHECK(body_of(head + "beef") == "beef");
  CHECK(body_of(head + "ffffffffffffffff\r\nabc") == "abc");
  CHECK(body_of(head + "3\r\nabc\r\nzz\r\n") == "abc");
  CHECK(body_of(head) == "");
}

TEST_CASE("a response's head is read, or the message says what is wrong with it") {
  const auto response = parse_http_response("HTTP/1.1 200\nContent-Type: text/html; charset=x\n\nbody");
  REQUIRE(response.ok());
  CHECK(response->status == 200);
  CHECK(response->media.type == "text/html");
  CHECK(response->body == "body");
  CHECK(parse_http_response("HTTP/1.1 2000 OK\r\n\r\n")->status == 200);
  CHECK(parse_http_response("HTTP/1.1\r\n\r\n")->status == 0);
  CHECK(parse_http_response("HTTP/1.1 200 OK\r\n").error().code == ErrorCode::kInputDamaged);
  CHECK(parse_http_response("<html>").error().code == ErrorCode::kInputDamaged);
  CHECK(body_of("HTTP/1.1 200 OK\r\nContent-Encoding: lzma\r\n\r\nx") == "input-unsupported");
  CHECK(body_of("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot packed") == "not packed");
  CHECK(body_of("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n <html>") == " <html>");
  CHECK(body_of("HTTP/1.1 200 OK\r\n\r\n12345", 4) == "input-too-large");
}

// ---- tables -------------------------------------------------------------------------------------

// A source of a text, in small pieces.
class Text final : public ByteSource {
 public:
  explicit Text(std::string text) : text_(std::move(text)) {}

 private:
  Result<size_t> fill(char* to, size_t most) override {
    const size_t take = std::min({most, size_t{3}, text_.size() - at_});
    text_.copy(to, take, at_);
    at_ += take;
    return take;
  }
  std::string text_;
  size_t at_ = 0;
};

// Rows as "line:a|b", errors as "line!code".
std::vector<std::string> rows_of(const std::string& text, char delimiter = ',', size_t limit = 1000) {
  Text source(text);
  CsvRows rows(source, delimiter, limit);
  std::vector<std::string> out;
  for (int i = 0; i < 100; ++i) {
    const auto row = rows.next();
    if (!row) {
      out.push_back(std::to_string(rows.line()) + "!" + std::string(to_string(row.error().code)));
      continue;
    }
    if (!*row) break;
    std::string line;
    for (const std::string& field : (*row)->fields) line += "|" + field;
    out.push_back(std::to_string((*row)->line) + ":" + line.substr(1));
  }
  return out;
}

using Rows = std::vector<std::string>;

TEST_CASE("rows of CSV by RFC 4180") {
  CHECK(rows_of("a,b\r\nc,\"d,\"\"e\"\"\nf\"\r\n\r\ng\n") == Rows{"1:a|b", "2:c|d,\"e\"\nf", "5:g"});
  CHECK(rows_of("a;\"b;c\"", ';') == Rows{"1:a|b;c"});
  CHECK(rows_of("a,b\"c,\"d\"e\n") == Rows{"1:a|b\"c|de"});
  CHECK(rows_of("").empty());
  CHECK(rows_of("\"\",x") == Rows{"1:|x"});
}

TEST_CASE("a quotation mark that is never closed costs one row") {
  CHECK(rows_of("a,b\nc,\"d\ne,f\ng,h\n") == Rows{"1:a|b", "2!input-damaged", "3:e|f", "4:g|h"});
  CHECK(rows_of("a,\"b\n" + std::string(600, 'x') + "\n" + std::string(600, 'y') + "\nc\n") ==
        Rows{"1!input-too-large", "2:" + std::string(600, 'x'), "3:" + std::string(600, 'y'), "4:c"});
  CHECK(rows_of("a,\"b\n" + std::string(2000, 'x') + "\nc\n") == Rows{"1!input-too-large", "3:c"});
  // Each mark would make the rest be read again.
  std::string many;
  for (int i = 0; i < 30; ++i) many += "\"x\"\",\n";
  CHECK(rows_of(many).size() <= 22);
}

TEST_CASE("delimiters are guessed from the head row") {
  CHECK(guess_delimiter("a,b;c,d") == ',');
  CHECK(guess_delimiter("a;b") == ';');
  CHECK(guess_delimiter("a\tb\tc,d") == '\t');
  CHECK(guess_delimiter("\"a;b;c\",d") == ',');
  CHECK(guess_delimiter("") == ',');
}

TEST_CASE("fields are known by their usual names, or by those that are given") {
  const FieldMap usual;
  CHECK(usual.find("Pub Date")->part == FieldPart::kDate);
  CHECK(usual.find("maintext")->part == FieldPart::kText);
  CHECK(usual.find("text")->rank < usual.find("content")->rank);
  CHECK_FALSE(usual.find("description"));
  const auto given = FieldMap::parse("text=meta.words,text=other");
  REQUIRE(given.ok());
  CHECK(given->find("meta.words")->part == FieldPart::kText);
  CHECK(given->find("other")->rank == 1);
  CHECK_FALSE(given->find("text"));
  CHECK(given->find("title")->part == FieldPart::kTitle);
  for (const char* wrong : {"text", "text=", "words=x", "text=a,,title=b"})
    CHECK(FieldMap::parse(wrong).error().code == ErrorCode::kBadOption);
}

// ---- JSON and XML -------------------------------------------------------------------------------

std::string values_of(const std::string& json) {
  std::string out;
  JsonEvents events;
  events.value = [&](const JsonPath& path, std::string_view value) {
    for (const std::string& part : path) out += part + "/";
    out += "=" + std::string(value) + " ";
  };
  const Result<void> done = read_json(json, events);
  return done ? out : std::string(to_string(done.error().code));
}

TEST_CASE("values of JSON come with their paths") {
  CHECK(values_of(R"({"a":1,"b":["x",{"c":true}],"d":null,"e":2.50})") ==
        "a/=1 b//=x b//c/=true d/= e/=2.50 ");
  CHECK(values_of(R"({"a":"\u00e9\ud83d\ude00"})") == "a/=é😀 ");
  CHECK(values_of(R"({"a":"\ud83d","b":"\\ud83d \udc00x"})") == "a/=\uFFFD b/=\\ud83d \uFFFDx ");
  CHECK(values_of("{\"a\":\"\xFF\"}") == "a/=\uFFFD ");
  CHECK(values_of("{\"a\":") == "input-damaged");
  CHECK(values_of("") == "input-damaged");
  CHECK(values_of(std::string(100, '[')) == "input-too-deep");
}

TEST_CASE("names of feeds are told apart by their namespaces") {
  const auto feed = parse_feed(
      "<rss xmlns:m='http://search.yahoo.com/mrss/' "
      "xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel><item>"
      "<m:title>no</m:title><title>yes</title><m:content>no</m:content><c:encoded>&lt;p>full&lt;/p></"
      "c:encoded>"
      "<description>short</description></item></channel></rss>");
  REQUIRE(feed.ok());
  REQUIRE(feed->entries.size() == 1);
  CHECK(feed->entries[0].stated.title == "yes");
  CHECK(feed->entries[0].content == "<p>full</p>");
  CHECK(feed->entries[0].format == PageFormat::kHtml);
}

TEST_CASE("text of a feed with references but no tags is HTML still") {
  const auto feed = parse_feed(
      "<rss><channel><item><description>a &amp;amp; b</description></item>"
      "<item><description>plain</description></item></channel></rss>");
  REQUIRE(feed.ok());
  CHECK(feed->entries[0].content == "<p>a &amp; b</p>");
  CHECK(feed->entries[0].format == PageFormat::kHtml);
  CHECK(feed->entries[1].format == PageFormat::kText);
}

TEST_CASE("a mail address is no author; its name is") {
  const auto feed = parse_feed(
      "<rss><channel><item><author>jane@news.example (Jane Doe)</author></item>"
      "<item><author>jane@news.example</author></item></channel></rss>");
  REQUIRE(feed.ok());
  CHECK(feed->entries[0].stated.authors == std::vector<std::string>{"Jane Doe"});
  CHECK(feed->entries[1].stated.authors.empty());
}

TEST_CASE("XML that is too much is refused before a tree is built") {
  std::string deep, wide = "<rss>";
  for (int i = 0; i < 300; ++i) deep += "<a>";
  for (int i = 0; i < 1'000'100; ++i) wide += "<a/>";
  CHECK(parse_feed(deep).error().code == ErrorCode::kInputTooDeep);
  CHECK(parse_feed(wide).error().code == ErrorCode::kInputTooLarge);
  CHECK(parse_feed("<rss>").error().code == ErrorCode::kInputDamaged);
  CHECK(parse_feed("<html/>").error().code == ErrorCode::kInputUnsupported);
  CHECK(parse_feed("").error().code == ErrorCode::kInputDamaged);
}

}  // namespace
}  // namespace hearsay
