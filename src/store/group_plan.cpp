#include "store/group_plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace hearsay {
namespace {

struct HashOfId {
  size_t operator()(const Id& id) const {
    size_t hash = 0;
    for (size_t i = 0; i < sizeof hash; ++i) hash = hash << 8 | id.bytes[i];
    return hash;  // ids are hashes already
  }
};

std::string_view bytes_of(const Id& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

}  // namespace

GroupPlan plan_groups(RowKind kind, const std::vector<StoredGroup>& stored,
                      const std::vector<std::vector<Id>>& fresh) {
  GroupPlan plan;
  plan.fresh.resize(fresh.size());
  std::unordered_map<Id, size_t, HashOfId> group_of;
  for (size_t i = 0; i < fresh.size(); ++i)
    for (const Id& member : fresh[i]) group_of.emplace(member, i);

  std::set<Id> taken;
  for (size_t s = 0; s < stored.size(); ++s) {
    const StoredGroup& old = stored[s];
    std::optional<size_t> target;
    WithdrawReason reason = WithdrawReason::kRecoded;
    if (const auto named = group_of.find(old.named_by); named != group_of.end()) {
      target = named->second;
    } else {
      std::set<size_t> went_to;
      for (const Id& member : old.members) {
        const auto found = group_of.find(member);
        if (found == group_of.end()) continue;
        if (!target) target = found->second;
        went_to.insert(found->second);
      }
      if (went_to.size() > 1) reason = WithdrawReason::kSplit;
    }
    if (target && reason != WithdrawReason::kSplit) {
      GroupPlan::Fresh& now = plan.fresh[*target];
      if (!now.continues) {
        now.continues = s;
        now.id = old.id;
        // Where the naming member is gone, the next time goes by one that is there.
        now.named_by = group_of.count(old.named_by) ? old.named_by : fresh[*target].front();
        taken.insert(old.id);
        continue;
      }
      reason = WithdrawReason::kMerged;
    }
    plan.gone.push_back({s, reason, target});
  }

  for (size_t i = 0; i < fresh.size(); ++i) {
    GroupPlan::Fresh& now = plan.fresh[i];
    if (now.continues) continue;
    now.named_by = fresh[i].front();
    // Another group may go by that name: one that was named by this member and went on without it.
    for (uint64_t again = 0;; ++again) {
      IdHasher hasher;
      hasher.add(to_string(kind)).add(bytes_of(now.named_by));
      if (again) hasher.add(again);
      now.id = hasher.finish();
      if (taken.insert(now.id).second) break;
    }
  }
  return plan;
}

}  // namespace hearsay
