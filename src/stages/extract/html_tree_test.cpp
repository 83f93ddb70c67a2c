#include "stages/extract/html_tree.h"

#include <catch2/catch.hpp>
#include <ctime>

using namespace hearsay;

namespace {

std::string repeated(std::string_view piece, size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (size_t i = 0; i < count; ++i) out += piece;
  return out;
}

// The code with which a page is refused, and the processor time that it took.
ErrorCode refused(const std::string& page, double& seconds, const PageLimits& limits = {}) {
  const std::clock_t begin = std::clock();
  const Result<HtmlTree> tree = HtmlTree::parse(page, limits);
  seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
  REQUIRE_FALSE(tree.ok());
  return tree.error().code;
}

std::string text_of(const HtmlTree& tree) {
  std::string text;
  for (const HtmlNode& node : tree.nodes()) text += node.text;
  return text;
}

}  // namespace

// DESIGN.md, "Hostile input": without limits these take the parser from seconds to minutes. The sanitizers'
// build is slower.
#if defined(__SANITIZE_ADDRESS__)
constexpr double kMost = 8;
#else
constexpr double kMost = 1.5;
#endif

TEST_CASE("a hundred thousand nested elements are refused at once", "[limits]") {
  double seconds = 0;
  CHECK(refused(repeated("<div>", 100'000), seconds) == ErrorCode::kPageTooDeep);
  CHECK(seconds < kMost);
}

TEST_CASE("a million attributes on one tag are refused at once", "[limits]") {
  std::string page = "<p";
  for (int i = 0; i < 1'000'000; ++i) page += " a" + std::to_string(i) + "=1";
  double seconds = 0;
  CHECK(refused(page + ">text</p>", seconds) == ErrorCode::kPageTooManyAttributes);
  CHECK(seconds < kMost);
}

TEST_CASE("attributes that never end in a tag are refused too", "[limits]") {
  double seconds = 0;
  CHECK(refused("<p" + repeated(" a", 1'000'000), seconds) == ErrorCode::kPageTooManyAttributes);
  CHECK(seconds < kMost);
}

TEST_CASE("three million tags are refused at once", "[limits]") {
  PageLimits limits;
  limits.time = std::chrono::seconds(60);  // whatever else the machine does
  double seconds = 0;
  CHECK(refused(repeated("<a>", 3'000'000), seconds, limits) == ErrorCode::kPageTooManyNodes);
  CHECK(seconds < kMost);
}

TEST_CASE("formatting elements that every block repeats are refused", "[limits]") {
  std::string page;
  for (int i = 0; i < 400; ++i) page += "<font size=" + std::to_string(i) + ">";
  double seconds = 0;
  CHECK(refused(page + repeated("<p>a", 50'000), seconds) == ErrorCode::kPageTooDeep);
  CHECK(seconds < kMost);
}

TEST_CASE("end tags that look through a deep stack end in time", "[limits]") {
  PageLimits limits;
  limits.time = std::chrono::milliseconds(300);
  limits.nodes = 50'000'000;
  double seconds = 0;
  CHECK(refused(repeated("<span>", 500) + repeated("</i>", 2'000'000), seconds, limits) ==
        ErrorCode::kPageTooSlow);
  CHECK(seconds < kMost);
}

TEST_CASE("a page just inside the limits passes", "[limits]") {
  PageLimits limits;
  limits.depth = 20;
  limits.attributes = 3;
  limits.nodes = 60;
  const auto ok = [&](const std::string& page) { return HtmlTree::parse(page, limits).ok(); };
  CHECK(ok("<p a=1 b=2 c=3>text"));
  CHECK_FALSE(ok("<p a=1 b=2 c=3 d=4>text"));
  CHECK(ok(repeated("<div>", 15) + "text"));
  CHECK_FALSE(ok(repeated("<div>", 25) + "text"));
  CHECK(ok(repeated("<br>", 50)));
  CHECK_FALSE(ok(repeated("<br>", 70)));
}

TEST_CASE("the tree is flat, and subtrees are ranges", "[html]") {
  const auto tree = HtmlTree::parse("<body><div id=x><p>one <b>two</b></p><p>three</p></div><p>four", {});
  REQUIRE(tree.ok());
  const auto& nodes = tree->nodes();
  uint32_t div = 0;
  for (uint32_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].tag == Tag::kDiv) div = i;
  REQUIRE(div > 0);
  CHECK(tree->attribute(nodes[div], "id") == "x");
  CHECK(tree->attribute(nodes[div], "class").empty());
  std::string inside;
  for (uint32_t i = div + 1; i < nodes[div].end; ++i) inside += nodes[i].text;
  CHECK(inside == "one twothree");
  CHECK(nodes[0].end == nodes.size());
}

TEST_CASE("a text knows where it stands in the page", "[html]") {
  const std::string page = "<html><body><p>Caf&eacute; at noon</p>\n<p>Second <i>part</i></p></body></html>";
  const auto tree = HtmlTree::parse(page, {});
  REQUIRE(tree.ok());
  std::vector<std::string> seen;
  for (const HtmlNode& node : tree->nodes())
    if (node.tag == Tag::kText && !node.source.empty())
      seen.push_back(page.substr(node.source.begin, node.source.size()));
  CHECK(seen == std::vector<std::string>{"Caf&eacute; at noon", "\n", "Second ", "part"});
}

TEST_CASE("a text that spans slices keeps its place", "[html]") {
  const std::string page = "<p>" + repeated("word ", 10'000) + "end</p><p>after</p>";
  const auto tree = HtmlTree::parse(page, {});
  REQUIRE(tree.ok());
  std::vector<Span> sources;
  for (const HtmlNode& node : tree->nodes())
    if (node.tag == Tag::kText) sources.push_back(node.source);
  REQUIRE(sources.size() == 2);
  CHECK(sources[0] == Span{3, 50'006});
  CHECK(page.substr(sources[1].begin, sources[1].size()) == "after");
}

TEST_CASE("scripts, styles, templates and comments are no text", "[html]") {
  const auto tree = HtmlTree::parse(
      "<style>p{}</style><script>var a;</script><template><p>t</p></template><!-- c "
      "--><svg><title>icon</title></svg><p>text",
      {});
  REQUIRE(tree.ok());
  CHECK(text_of(tree.value()) == "text");
}

TEST_CASE("JSON-LD is kept", "[html]") {
  const auto tree = HtmlTree::parse("<script type=\"application/ld+json\">{\"a\":1}</script>", {});
  REQUIRE(tree.ok());
  CHECK(text_of(tree.value()) == "{\"a\":1}");
}

TEST_CASE("an empty page has a root", "[html]") {
  const auto tree = HtmlTree::parse("", {});
  REQUIRE(tree.ok());
  CHECK(tree->nodes().size() >= 1);
}
