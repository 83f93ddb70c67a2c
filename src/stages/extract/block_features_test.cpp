#include "stages/extract/block_features.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <string>

#include "stages/extract/block_context.h"
#include "stages/extract/block_words.h"

namespace hearsay {
namespace {

constexpr std::string_view kPage =
    "<title>Bridge carries bread</title><h1>Bridge carries bread</h1>"
    "<article class='story-body'><img src=a><p class='caption'>Pictured left, a lorry.</p>"
    "<p>Four lorries with bread crossed the bridge on Wednesday, the army said.</p>"
    "<p>The drivers had waited for ten days, and two of them had sold their loaves.</p></article>"
    "<div class='related'><h3>Related</h3><ul><li><a href=x>Ferry sinks</a></li><li><a href=y>Herring "
    "returns</a>"
    "</li><li><a href=z>Map is wrong</a></li></ul></div>";

struct Described {
  Result<HtmlTree> tree = HtmlTree::parse(kPage, PageLimits{});
  PageBlocks page = cut_blocks(*tree);
  StatedParts stated{"Bridge carries bread", 0, "", "Four lorries with bread crossed the bridge"};
  RuledBody ruled = rule_body(*tree, page, 0, "");
  std::vector<float> rows = block_features(*tree, page, stated, ruled);

  float value(size_t block, std::string_view name) const {
    const auto names = block_feature_names();
    const auto found = std::find(names.begin(), names.end(), name);
    REQUIRE(found != names.end());
    return rows[block * names.size() + static_cast<size_t>(found - names.begin())];
  }
};

TEST_CASE("Every value has a name of its own and is a number") {
  const Described d;
  for (const auto names : {block_feature_names(), block_context_names()})
    CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
  REQUIRE(d.page.blocks.size() == 8);
  CHECK(d.rows.size() == d.page.blocks.size() * block_feature_names().size());
  const std::vector<double> scores(d.page.blocks.size(), 0.5);
  const std::vector<float> context = block_context(*d.tree, d.page, d.rows, scores);
  CHECK(context.size() == d.page.blocks.size() * block_context_names().size());
  for (const auto* rows : {&d.rows, &context})
    CHECK(std::all_of(rows->begin(), rows->end(), [](float value) { return std::isfinite(value); }));
}

TEST_CASE("Blocks are described by their words, their place and their like") {
  const Described d;
  CHECK(d.value(0, "is_title") == 1);
  CHECK(d.value(2, "words") == 12);
  CHECK(d.value(2, "description_words") == 1);
  CHECK(d.value(2, "words_after_1") == d.value(3, "words"));
  CHECK(d.value(2, "to_article") == 1);
  CHECK(d.value(1, "picture_words") > 0.4f);
  CHECK(d.value(1, "since_image") < d.value(3, "since_image"));
  CHECK(d.value(5, "link_share") == 1);
  CHECK(d.value(5, "like_siblings") == 3);
  CHECK(d.value(5, "label_above") > 0);
  CHECK(d.value(5, "to_related") < d.value(2, "to_related"));
}

TEST_CASE("Words are told by what they speak of") {
  const TopicWords words = words_of("We use COOKIES, and our partners' cookies: your privacy");
  CHECK(words.count == 8);
  CHECK(words.share(Topic::kPrivacy) == Approx(4.0 / 8));
  CHECK(words.share(Topic::kReader) == Approx(1.0 / 8));
  CHECK(words_of("").share(Topic::kPrivacy) == 0);
  CHECK(in_both(words.hashes, words_of("cookies of a partner").hashes) == 1);
}

}  // namespace
}  // namespace hearsay
