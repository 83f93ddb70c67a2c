#include "stages/extract/boosted_trees.h"

#include <array>
#include <catch2/catch.hpp>
#include <string>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 2> kColumns{"words", "links"};

constexpr std::string_view kTable =
    "# two trees\n"
    "offset\t-0.5\n"
    "tree\n"
    "split\twords\t12.5\n"
    "leaf\t-1\n"
    "split\tlinks\t0.25\n"
    "leaf\t2\n"
    "leaf\t0.5\n"
    "\n"
    "tree\n"
    "leaf\t0.125\n";

double score(float words, float links) {
  const auto trees = BoostedTrees::read("t", kTable, kColumns);
  REQUIRE(trees.ok());
  return trees->score(std::array{words, links});
}

std::string problem(std::string_view table) {
  const auto trees = BoostedTrees::read("t", table, kColumns);
  REQUIRE_FALSE(trees.ok());
  CHECK(trees.error().code == ErrorCode::kBadTable);
  return trees.error().message;
}

TEST_CASE("A row's score is the sum of the leaves that it falls into") {
  CHECK(score(3, 0) == -1.375);
  CHECK(score(12.5f, 0) == -1.375);
  CHECK(score(13, 0.25f) == 1.625);
  CHECK(score(13, 0.5f) == 0.125);
}

TEST_CASE("Many rows at once score as one by one") {
  const auto trees = BoostedTrees::read("t", kTable, kColumns);
  REQUIRE(trees.ok());
  CHECK(trees->tree_count() == 2);
  const std::array<float, 6> rows{3, 0, 13, 0, 13, 1};
  std::array<double, 3> scores{};
  trees->score_rows(rows, scores);
  CHECK(scores == std::array<double, 3>{-1.375, 1.625, 0.125});
}

TEST_CASE("A table that does not hold is refused with its line") {
  CHECK(problem("") == "t:0: no tree");
  CHECK(problem("tree\nsplit\tage\t1\nleaf\t1\nleaf\t2\n") == "t:2: no value is called \"age\"");
  CHECK(problem("tree\nsplit\twords\tmany\nleaf\t1\nleaf\t2\n") == "t:2: a split whose limit is no number");
  CHECK(problem("tree\nleaf\tnan\n") == "t:2: a leaf whose value is no number");
  CHECK(problem("tree\nsplit\twords\t1\nleaf\t1\n") == "t:3: a tree that ends early");
  CHECK(problem("tree\nleaf\t1\nleaf\t2\n") == "t:3: neither \"offset\" nor \"tree\"");
  CHECK(problem("offset\tx\ntree\nleaf\t1\n") == "t:1: an offset that is no number");
  std::string deep = "tree\n";
  for (int i = 0; i < 1000; ++i) deep += "split\twords\t1\n";
  CHECK(problem(deep) == "t:34: a tree that is too deep");
}

}  // namespace
}  // namespace hearsay
