#include "store/group_plan.h"

#include <catch2/catch.hpp>

namespace hearsay {
namespace {

Id id(uint8_t n) {
  Id id;
  id.bytes[0] = n;
  return id;
}

std::vector<Id> ids(std::initializer_list<int> numbers) {
  std::vector<Id> list;
  for (const int n : numbers) list.push_back(id(static_cast<uint8_t>(n)));
  return list;
}

// What the record holds after a plan has been carried out.
std::vector<StoredGroup> carry_out(const GroupPlan& plan, const std::vector<StoredGroup>& stored,
                                   const std::vector<std::vector<Id>>& fresh) {
  std::vector<StoredGroup> out;
  RowId next = 100;
  for (const StoredGroup& group : stored) next = std::max(next, group.row + 1);
  for (size_t i = 0; i < fresh.size(); ++i)
    out.push_back({plan.fresh[i].continues ? stored[*plan.fresh[i].continues].row : next++, plan.fresh[i].id,
                   plan.fresh[i].named_by, fresh[i]});
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
  return out;
}

struct History {
  std::vector<StoredGroup> stored;
  GroupPlan plan;
  void state(const std::vector<std::vector<Id>>& fresh) {
    plan = plan_groups(RowKind::kStory, stored, fresh);
    stored = carry_out(plan, stored, fresh);
  }
  [[nodiscard]] const StoredGroup& with(int member) const {
    for (const StoredGroup& group : stored)
      if (std::find(group.members.begin(), group.members.end(), id(static_cast<uint8_t>(member))) !=
          group.members.end())
        return group;
    throw std::runtime_error("no such group");
  }
};

}  // namespace

TEST_CASE("a group keeps row and id while it holds the member it was named by") {
  History h;
  h.state({ids({1, 2}), ids({3})});
  CHECK(h.plan.gone.empty());
  const StoredGroup first = h.with(1), second = h.with(3);
  CHECK(first.id != second.id);
  CHECK(first.id != id(1));  // a thing and its first member are two things

  h.state({ids({1, 2}), ids({3})});
  CHECK(h.plan.gone.empty());
  CHECK(h.with(1).id == first.id);

  // An earlier page comes in front; another group grows.
  h.state({ids({9, 1, 2}), ids({3, 4})});
  CHECK(h.plan.gone.empty());
  CHECK(h.with(9).id == first.id);
  CHECK(h.with(9).row == first.row);
  CHECK(h.with(4).id == second.id);
}

TEST_CASE("of two groups that become one the older stays, the other is merged into it") {
  History h;
  h.state({ids({1, 2}), ids({3, 4})});
  const StoredGroup first = h.with(1), second = h.with(3);
  h.state({ids({3, 4, 1, 2})});
  CHECK(h.with(4).id == first.id);
  REQUIRE(h.plan.gone.size() == 1);
  CHECK(h.plan.gone[0].reason == WithdrawReason::kMerged);
  CHECK(h.plan.gone[0].stored == 1);
  CHECK(h.plan.gone[0].successor == size_t{0});
  // Parted again, the second one gets its old id back.
  h.state({ids({1, 2}), ids({3, 4})});
  CHECK(h.plan.gone.empty());
  CHECK(h.with(1).id == first.id);
  CHECK(h.with(3).id == second.id);
}

TEST_CASE("a group that breaks up goes on where its naming member is") {
  History h;
  h.state({ids({1, 2, 3})});
  const StoredGroup first = h.with(1);
  h.state({ids({2, 3}), ids({1})});
  CHECK(h.plan.gone.empty());
  CHECK(h.with(1).id == first.id);
  CHECK(h.with(2).id != first.id);
}

TEST_CASE("without its naming member a group goes on in one piece, and is split in two") {
  History h;
  h.state({ids({1, 2, 3})});
  const StoredGroup first = h.with(1);
  SECTION("one piece") {
    h.state({ids({2, 3})});
    CHECK(h.plan.gone.empty());
    CHECK(h.with(2).id == first.id);
    // The member comes back, elsewhere: its group must not take the id that is in use.
    h.state({ids({2, 3}), ids({1})});
    CHECK(h.with(2).id == first.id);
    CHECK(h.with(1).id != first.id);
  }
  SECTION("two pieces") {
    h.state({ids({2}), ids({3})});
    REQUIRE(h.plan.gone.size() == 1);
    CHECK(h.plan.gone[0].reason == WithdrawReason::kSplit);
    CHECK(h.plan.gone[0].successor == size_t{0});
  }
  SECTION("none") {
    h.state({ids({7})});
    REQUIRE(h.plan.gone.size() == 1);
    CHECK(h.plan.gone[0].reason == WithdrawReason::kRecoded);
    CHECK_FALSE(h.plan.gone[0].successor);
  }
}

TEST_CASE("groups of two kinds with the same first member have two ids") {
  const auto story = plan_groups(RowKind::kStory, {}, {ids({1})}),
             incident = plan_groups(RowKind::kIncident, {}, {ids({1})});
  CHECK(story.fresh[0].id != incident.fresh[0].id);
  CHECK(story.fresh[0].id == plan_groups(RowKind::kStory, {}, {ids({1, 2})}).fresh[0].id);
}

}  // namespace hearsay
