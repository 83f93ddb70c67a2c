#include <catch2/catch.hpp>

#include <atomic>
#include <functional>

#include "pipeline/corpus_stage.h"
#include "pipeline/doc_stage.h"
#include "pipeline/executor.h"

namespace hearsay {
namespace {

class FakeStage final : public DocStage {
 public:
  FakeStage(std::string name, Layers needs, Layers gives, bool fails = false)
      : name_(std::move(name)), needs_(needs), gives_(gives), fails_(fails) {}
  std::string_view name() const override { return name_; }
  Layers needs() const override { return needs_; }
  Layers gives() const override { return gives_; }
  Result<void> run(Document& document, Scratch& scratch) const override {
    if (fails_) return Error{ErrorCode::kPageNoArticle, "nothing here"};
    document.text += name_ + " ";
    ++scratch.get<int>();
    return {};
  }

 private:
  std::string name_;
  Layers needs_, gives_;
  bool fails_;
};

std::vector<std::unique_ptr<const DocStage>> stages_of(std::vector<FakeStage> stages) {
  std::vector<std::unique_ptr<const DocStage>> out;
  for (FakeStage& stage : stages) out.push_back(std::make_unique<FakeStage>(stage));
  return out;
}

TEST_CASE("a chain in order runs every stage") {
  Result<Chain> chain = Chain::make(stages_of({{"one", only(Layer::kPage), only(Layer::kArticle)},
                                               {"two", only(Layer::kArticle), only(Layer::kWords)}}));
  REQUIRE(chain.ok());
  Document document;
  Scratch scratch;
  CHECK_FALSE(chain->run(document, scratch).has_value());
  CHECK(document.text == "one two ");
  CHECK(scratch.get<int>() == 2);
}

TEST_CASE("leaving a stage out is a named error") {
  const Result<Chain> chain = Chain::make(stages_of({{"two", only(Layer::kArticle), only(Layer::kWords)}}));
  REQUIRE_FALSE(chain.ok());
  CHECK(chain.error().code == ErrorCode::kStageOrder);
  CHECK(chain.error().message.find("'two' needs article") != std::string::npos);
}

TEST_CASE("a layer is written by one stage") {
  const Result<Chain> chain = Chain::make(stages_of({{"one", only(Layer::kPage), only(Layer::kArticle)},
                                                     {"again", only(Layer::kPage), only(Layer::kArticle)}}));
  REQUIRE_FALSE(chain.ok());
  CHECK(chain.error().code == ErrorCode::kStageOrder);
}

TEST_CASE("a stage that refuses stops the page and is named") {
  Result<Chain> chain = Chain::make(stages_of({{"one", only(Layer::kPage), only(Layer::kArticle), true},
                                               {"two", only(Layer::kArticle), only(Layer::kWords)}}));
  REQUIRE(chain.ok());
  Document document;
  Scratch scratch;
  const auto failed = chain->run(document, scratch);
  REQUIRE(failed.has_value());
  CHECK(failed->stage == "one");
  CHECK(failed->error.code == ErrorCode::kPageNoArticle);
  CHECK(document.text.empty());
}

// 0, 1, 2 ... below `count`; nobody may pull while another does.
class Numbers {
 public:
  explicit Numbers(size_t count) : count_(count) {}
  std::optional<size_t> operator()() {
    CHECK_FALSE(busy_.exchange(true));
    const std::optional<size_t> next = next_ < count_ ? std::optional(next_++) : std::nullopt;
    busy_ = false;
    return next;
  }
  size_t pulled() const { return next_; }

 private:
  size_t count_;
  std::atomic<size_t> next_ = 0;
  std::atomic<bool> busy_ = false;
};

size_t weightless(size_t) { return 0; }

TEST_CASE("results come in order from any number of threads") {
  for (const unsigned threads : {1u, 2u, 7u}) {
    Numbers numbers(500);
    std::vector<size_t> seen;
    map_in_order<size_t>(
        threads, Window{16}, std::ref(numbers), weightless, [](size_t i, Scratch&) { return i * i; },
        [&](size_t value) {
          CHECK(value == seen.size() * seen.size());
          seen.push_back(value);
          return true;
        });
    CHECK(seen.size() == 500);
  }
}

TEST_CASE("a stream without items ends at once") {
  for (const unsigned threads : {1u, 3u}) {
    Numbers numbers(0);
    map_in_order<int>(
        threads, Window{}, std::ref(numbers), weightless, [](size_t, Scratch&) { return 0; },
        [](int) {
          FAIL("nothing to sink");
          return true;
        });
  }
}

TEST_CASE("a sink that has had enough stops the workers") {
  Numbers numbers(100000);
  size_t sunk = 0;
  map_in_order<int>(
      3, Window{8}, std::ref(numbers), weightless, [](size_t, Scratch&) { return 0; },
      [&](int) { return ++sunk < 10; });
  CHECK(sunk == 10);
  CHECK(numbers.pulled() < 30);
}

TEST_CASE("no more is pulled than the window holds, by number and by weight") {
  for (const bool by_weight : {false, true}) {
    Numbers numbers(200);
    size_t sunk = 0;
    map_in_order<size_t>(
        4, by_weight ? Window{1000, 50} : Window{5, 1000}, std::ref(numbers),
        [](size_t) { return size_t{10}; }, [](size_t i, Scratch&) { return i; },
        [&](size_t) {
          CHECK(numbers.pulled() <= sunk + 5);
          ++sunk;
          return true;
        });
    CHECK(sunk == 200);
  }
}

TEST_CASE("an item heavier than the window still passes") {
  Numbers numbers(20);
  size_t sunk = 0;
  map_in_order<size_t>(
      4, Window{16, 10}, std::ref(numbers), [](size_t) { return size_t{1000}; },
      [](size_t i, Scratch&) { return i; },
      [&](size_t) {
        ++sunk;
        return true;
      });
  CHECK(sunk == 20);
}

// Numbers meet others with the same last digit and join where they differ by ten.
struct NumberStage {
  struct Row {
    int value;
    std::string order;
  };
  using Group = std::vector<int>;
  std::vector<std::string> keys(const Row& row) const { return {std::to_string(row.value % 10)}; }
  std::vector<Link> decide(std::span<const Row* const> block) const {
    std::vector<Link> links;
    for (uint32_t a = 0; a < block.size(); ++a)
      for (uint32_t b = a + 1; b < block.size(); ++b)
        if (std::abs(block[a]->value - block[b]->value) == 10) links.push_back({a, b, "ten apart"});
    return links;
  }
  Group fold(std::span<const Row* const> group, std::span<const Link> links) const {
    Group out;
    for (const Row* row : group) out.push_back(row->value);
    CHECK(links.size() + 1 == group.size());
    return out;
  }
};

TEST_CASE("corpus groups are connected components, whatever the order of rows") {
  std::vector<NumberStage::Row> rows;
  for (const int value : {3, 13, 23, 43, 4, 14, 99})
    rows.push_back({value, std::string(value < 10 ? "0" : "") + std::to_string(value)});
  const std::vector<std::vector<int>> expected = {{3, 13, 23}, {4, 14}, {43}, {99}};
  CHECK(run_corpus_stage(NumberStage{}, rows) == expected);
  std::reverse(rows.begin(), rows.end());
  CHECK(run_corpus_stage(NumberStage{}, rows) == expected);
  CHECK(run_corpus_stage(NumberStage{}, rows, {.keep_singles = false}).size() == 2);
}

// All rows are one thing; the group is the number of links that `fold` sees.
template <bool kAll>
struct OneThingStage {
  using Row = NumberStage::Row;
  using Group = size_t;
  static constexpr bool kAllLinks = kAll;
  std::vector<std::string> keys(const Row&) const { return {"all"}; }
  std::vector<Link> decide(std::span<const Row* const> block) const {
    std::vector<Link> links;
    for (uint32_t a = 0; a < block.size(); ++a)
      for (uint32_t b = a + 1; b < block.size(); ++b) links.push_back({a, b, "the same"});
    return links;
  }
  Group fold(std::span<const Row* const>, std::span<const Link> links) const { return links.size(); }
};

TEST_CASE("a group is told the links that united it, or all where it asks for them") {
  std::vector<NumberStage::Row> rows;
  for (int i = 0; i < 20; ++i) rows.push_back({i, std::string(1, char('a' + i))});
  CHECK(run_corpus_stage(OneThingStage<false>{}, rows) == std::vector<size_t>{19});
  CHECK(run_corpus_stage(OneThingStage<true>{}, rows) == std::vector<size_t>{190});
}

TEST_CASE("an oversized block is cut into runs that overlap") {
  std::vector<NumberStage::Row> rows;
  for (int i = 0; i < 100; ++i)
    rows.push_back({i * 10, std::string(1, char('0' + i / 10)) + char('0' + i % 10)});
  const auto groups = run_corpus_stage(NumberStage{}, rows, {.block_cap = 8});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].size() == 100);
}

}  // namespace
}  // namespace hearsay
