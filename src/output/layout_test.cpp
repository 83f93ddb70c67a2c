// Text laid out for people and for programs.
#include <catch2/catch.hpp>

#include "base/display_width.h"
#include "output/delimited.h"
#include "output/marked_sentence.h"
#include "output/readable_interval.h"
#include "output/sheet.h"
#include "output/table.h"

using namespace hearsay;

namespace {

std::vector<std::string> wrapped(const std::string& text, size_t width) {
  std::vector<std::string> lines;
  for (const StyledText& line : wrap({{text, Tone::kPlain}}, width))
    lines.push_back(painted(line, Paint::kNo));
  return lines;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
                  size_t width, Paint paint = Paint::kNo) {
  std::string out;
  Table table(columns, width, paint, [&](std::string_view text) { out += text; });
  for (const std::vector<Cell>& row : rows) table.add(row);
  table.finish();
  return out;
}

Json span(size_t begin, const std::string& words, const char* part = nullptr) {
  Json json{{"begin", begin}, {"end", begin + words.size()}, {"words", words}};
  if (part) json["part"] = part;
  return json;
}

const std::vector<Column> kColumns = {
    id_column("id", "").shown("ID"), interval_column("when", "").shown("WHEN"),
    text_column("who", "").shown("WHO"), text_column("what", "").shown("WHAT").wide(),
    integer_column("n", "").shown("N")};

}  // namespace

TEST_CASE("wrapping") {
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
  CHECK(wrapped("to be or not", 12) == std::vector<std::string>{"to be or not"});
  CHECK(wrapped("to be or not", 11) == std::vector<std::string>{"to be or", "not"});
  CHECK(wrapped("to be  or", 5) == std::vector<std::string>{"to be", "or"});
  CHECK(wrapped("abcdefghij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrapped("two-day truce", 5) == std::vector<std::string>{"two-", "day", "truce"});
  CHECK(wrapped("2031-03-01..2031-03-09", 12) == std::vector<std::string>{"2031-03-01..", "2031-03-09"});
  CHECK(wrapped("東京と大阪", 4) == std::vector<std::string>{"東京", "と大", "阪"});
  CHECK(wrapped("東", 1) == std::vector<std::string>{"東"});  // wider than the line: it stands nevertheless
}

TEST_CASE("wrapping keeps tones") {
  const std::vector<StyledText> lines = wrap({{"he ", Tone::kPlain}, {"said nothing", Tone::kCue}}, 8);
  REQUIRE(lines.size() == 2);
  CHECK(painted(lines[0], Paint::kYes) == "he \x1b[1;33msaid\x1b[0m");
  CHECK(painted(lines[1], Paint::kYes) == "\x1b[1;33mnothing\x1b[0m");
}

TEST_CASE("cut lines end with an ellipsis, within the width") {
  std::vector<StyledText> lines = wrap({{"one two six ten", Tone::kPlain}}, 3);
  cut_lines(lines, 2, 3);
  REQUIRE(lines.size() == 2);
  CHECK(painted(lines[1], Paint::kNo) == "tw…");
}

TEST_CASE("a table is as wide as its words, and never wider than the terminal") {
  const std::vector<std::vector<Cell>> rows = {
      {IdCell{"0123456789abcdef"}, Interval{"2031-03-01", "2031-03-09"}, std::string("Sevan Orlan"),
       std::string("that a truce around the besieged city of Kestrava holds, whatever others say about it, "
                   "and will hold"),
       int64_t{7}},
      {IdCell{"fedcba9876543210"}, Interval{}, std::string("東京の外務省"), std::string("no\nnews\x1b[31m"),
       int64_t{12}}};
  const std::vector<std::string> wide = lines_of(table(kColumns, rows, 300));
  REQUIRE(wide.size() == 4);
  CHECK(wide[0] == "ID          WHEN               WHO           WHAT" + std::string(98, ' ') + " N");
  CHECK(wide[2].starts_with("0123456789  2031-03-01..03-09  Sevan Orlan   that a truce"));
  CHECK(wide[2].ends_with("hold   7"));
  CHECK(wide[3].starts_with("fedcba9876                     東京の外務省  no news[31m"));
  CHECK(wide[3].ends_with("12"));
  for (const size_t width : {100, 80, 60, 50}) {
    const std::vector<std::string> lines = lines_of(table(kColumns, rows, width));
    for (const std::string& line : lines) {
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.ends_with(' '));
    }
    CHECK(std::count(lines.begin(), lines.end(), "") == 1);  // between rows of several lines
  }
}

TEST_CASE("a long cell is cut") {
  const std::string text =
      table(kColumns, {{IdCell{"01"}, Interval{}, std::string("x"), std::string(4000, 'y'), int64_t{1}}}, 80);
  CHECK(text.find("…") != std::string::npos);
  CHECK(lines_of(text).size() < 12);
}

TEST_CASE("a list that wants lines of its own gets them") {
  const std::vector<Column> columns = {list_column("a", "").shown("A"),
                                       list_column("b", "").shown("B").in_lines()};
  const std::vector<std::string> two = {"x", "y"};
  CHECK(lines_of(table(columns, {{two, two}}, 80)).at(2) == "x, y  - x");
  CHECK(lines_of(table(columns, {{two, two}}, 80)).at(3) == "      - y");
}

TEST_CASE("a table of no rows is nothing; its header is bold where there are colours") {
  CHECK(table(kColumns, {}, 80).empty());
  const std::string coloured =
      table({text_column("a", "").shown("A")}, {{std::string("x")}}, 80, Paint::kYes);
  CHECK(lines_of(coloured)[0] == "\x1b[1mA\x1b[0m");
  CHECK(lines_of(coloured)[2] == "x");
}

TEST_CASE("CSV as RFC 4180 has it, TSV without quoting") {
  CHECK(delimited_line({"a", "b c", ""}, Delimiter::kComma) == "a,b c,\r\n");
  CHECK(delimited_line({"a,b", "say \"no\"", "two\nlines"}, Delimiter::kComma) ==
        "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
  CHECK(delimited_line({"a\tb", "two\nlines", "\"q\""}, Delimiter::kTab) == "a b\ttwo lines\t\"q\"\n");
  CHECK(delimited_header(kColumns, Delimiter::kTab) == "id\twhen\twho\twhat\tn\n");
  const std::vector<Cell> cells = {IdCell{"0123456789abcdef"},
                                   Interval{"2031-03-01", ""},
                                   std::vector<std::string>{"x", "y"},
                                   Cell(),
                                   2.5,
                                   true};
  CHECK(delimited_row(cells, Delimiter::kTab) == "0123456789abcdef\t2031-03-01..\tx; y\t\t2.5\ttrue\n");
}

TEST_CASE("cells as JSON") {
  CHECK(json_of(Cell(Interval{"2031-03-01", ""})) == Json({"2031-03-01", nullptr}));
  CHECK(json_of(Cell(Interval{})).is_null());
  CHECK(json_of(Cell(std::string())) == "");
  CHECK(json_of(Cell(SpanCell{Part::kTitle, {3, 7}, "said"})) ==
        Json({{"begin", 3}, {"end", 7}, {"words", "said"}, {"part", "title"}}));
  CHECK_FALSE(json_of(Cell(SpanCell{Part::kBody, {3, 7}, "said"})).contains("part"));
}

TEST_CASE("intervals as people write them") {
  CHECK(readable({"", ""}).empty());
  CHECK(readable({"2016-09-28", "2016-09-28"}) == "2016-09-28");
  CHECK(readable({"2016-09-01", "2016-09-30"}) == "2016-09");
  CHECK(readable({"2016-02-01", "2016-02-28"}) == "2016-02-01..02-28");  // a leap year
  CHECK(readable({"2016-01-01", "2016-12-31"}) == "2016");
  CHECK(readable({"2016-09-28", "2016-10-02"}) == "2016-09-28..10-02");
  CHECK(readable({"2016-12-30", "2017-01-02"}) == "2016-12-30..2017-01-02");
  CHECK(readable({"2016-09-28", ""}) == "2016-09-28..");
  CHECK(readable({"", "2016-09-28"}) == "..2016-09-28");
  CHECK(readable({"2016-09-28T15:59:00+03:00", "2016-09-28T15:59:00+03:00"}) == "2016-09-28 15:59");
  CHECK(readable_days({"2016-09-28T15:59:00+03:00", "2016-09-28T15:59:00+03:00"}) == "2016-09-28");
}

TEST_CASE("a sentence with its parts marked") {
  const std::string text = "\"We hold,\" Orlan told Morwen.";
  const Json sentence = span(10, text);
  const std::vector<Mark> marks = {{kSourceMark, span(21, "Orlan")},
                                   {kCueMark, span(27, "told")},
                                   {kContentMark, span(11, "We hold")},
                                   {kAddresseeMark, span(32, "Morwen")}};
  CHECK(painted(marked_sentence(sentence, marks, Paint::kNo), Paint::kNo) ==
        "\"<<We hold>>,\" [source: Orlan] {told} [to: Morwen].");
  CHECK(painted(marked_sentence(sentence, {{kCueMark, span(27, "told")}}, Paint::kYes), Paint::kYes) ==
        "\"We hold,\" Orlan \x1b[1;33mtold\x1b[0m Morwen.");
  SECTION("marks that stand elsewhere are left out, those that reach beyond are cut") {
    CHECK(painted(marked_sentence(sentence,
                                  {{kSourceMark, span(500, "Falsk")},
                                   {kCueMark, span(27, "told", "title")},
                                   {kContentMark, Json()}},
                                  Paint::kNo),
                  Paint::kNo) == text);
    CHECK(painted(marked_sentence(sentence, {{kContentMark, span(0, std::string(18, 'x'))}}, Paint::kNo),
                  Paint::kNo) == "<<\"We hold>>,\" Orlan told Morwen.");
  }
  SECTION("marks inside one another") {
    CHECK(painted(marked_sentence(sentence, {{kContentMark, span(10, text)}, {kCueMark, span(27, "told")}},
                                  Paint::kNo),
                  Paint::kNo) == "<<\"We hold,\" Orlan {told} Morwen.>>");
  }
}

TEST_CASE("damaged objects print as nothing, and don't end the program") {
  Sheet sheet(80, Paint::kNo);
  const Json odd = {{"a", nullptr}, {"b", 3}, {"c", Json::array({1, "x"})}, {"when", Json::array({1, 2})}};
  CHECK(text_at(odd, "a").empty());
  CHECK(text_at(odd, "absent").empty());
  CHECK(text_at(odd, "b") == "3");
  CHECK(text_at(odd, "c") == "x");
  CHECK(interval_at(odd, "when").empty());
  CHECK(text_at(Json("text"), "a").empty());
}
