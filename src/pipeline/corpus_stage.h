// Phase B: stages over many documents, as three pure functions, so that one machine and a cluster run the
// same code.
//
// A stage type S has
//   using Row = ...;    what phase A (or an earlier stage of phase B) wrote about one thing; `Row::order` (a
//   string such as
//                       published day + document hash + position) puts rows in the order of publication
//   using Group = ...;  the row that a group of things becomes
//   std::vector<std::string> keys(const Row&) const;          the blocks in which a row may meet others
//   std::vector<Link> decide(std::span<const Row* const> block) const;   which pairs of a block belong
//   together, and why Group fold(std::span<const Row* const> group, std::span<const Link> links) const; links
//   index into `group` static constexpr bool kAllLinks = true;   only where `fold` must see every link of a
//   group. Else it sees those that united it, one
//                       fewer than members: a thousand rows of one name have half a million links, and a tree
//                       says the same.
// No function sees all rows at once, keeps state, or depends on the order in which blocks come.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace hearsay {

// Two members of a block (or group) that belong together: indexes, and the reason in words.
struct Link {
  uint32_t a = 0, b = 0;
  std::string reason;
};

struct CorpusOptions {
  size_t block_cap = 400;  // a block with more rows is cut into consecutive runs of this size, each with half
                           // of the one before
  bool keep_singles = true;  // whether a row that met nobody makes a group of its own
};

template <class Stage>
[[nodiscard]] constexpr bool wants_all_links() {
  if constexpr (requires { Stage::kAllLinks; }) return Stage::kAllLinks;
  return false;
}

// The executor: blocks by key, caps oversized ones, unites linked rows (connected components) and folds.
// Groups come in the order of their first member, members in the order of `order`. Deterministic for the same
// set of rows in any order.
template <class Stage>
std::vector<typename Stage::Group> run_corpus_stage(const Stage& stage, std::vector<typename Stage::Row> rows,
                                                    const CorpusOptions& options = {}) {
  using Row = typename Stage::Row;
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.order < b.order; });

  std::vector<std::pair<std::string, uint32_t>> keyed;
  for (uint32_t i = 0; i < rows.size(); ++i)
    for (std::string& key : stage.keys(rows[i])) keyed.emplace_back(std::move(key), i);
  std::sort(keyed.begin(), keyed.end());
  keyed.erase(std::unique(keyed.begin(), keyed.end()), keyed.end());

  std::vector<uint32_t> parent(rows.size());
  std::iota(parent.begin(), parent.end(), 0u);
  const auto root = [&](uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::vector<Link> links;
  std::vector<const Row*> block;
  std::vector<uint32_t> members;
  const auto meet = [&](size_t begin, size_t end) {
    block.clear();
    members.clear();
    for (size_t i = begin; i < end; ++i) {
      members.push_back(keyed[i].second);
      block.push_back(&rows[keyed[i].second]);
    }
    for (Link& link : stage.decide(std::span<const Row* const>(block))) {
      link.a = members[link.a];
      link.b = members[link.b];
      const uint32_t a = root(link.a), b = root(link.b);
      if (a == b && !wants_all_links<Stage>()) continue;
      parent[std::max(a, b)] = std::min(a, b);
      links.push_back(std::move(link));
    }
  };
  for (size_t begin = 0, end; begin < keyed.size(); begin = end) {
    end = begin;
    while (end < keyed.size() && keyed[end].first == keyed[begin].first) ++end;
    if (end - begin < 2) continue;
    const size_t cap = std::max<size_t>(options.block_cap, 2);
    if (end - begin <= cap) {
      meet(begin, end);
      continue;
    }
    for (size_t at = begin; at < end; at += cap / 2) {
      meet(at, std::min(at + cap, end));
      if (at + cap >= end) break;
    }
  }

  std::vector<std::vector<uint32_t>> groups(rows.size());
  for (uint32_t i = 0; i < rows.size(); ++i) groups[root(i)].push_back(i);
  std::vector<std::vector<Link>> links_of(rows.size());
  for (Link& link : links) links_of[root(link.a)].push_back(std::move(link));

  std::vector<typename Stage::Group> out;
  std::unordered_map<uint32_t, uint32_t> local;
  for (uint32_t i = 0; i < rows.size(); ++i) {
    if (groups[i].empty() || (groups[i].size() == 1 && !options.keep_singles)) continue;
    std::vector<const Row*> group;
    local.clear();
    for (const uint32_t member : groups[i]) {
      local[member] = static_cast<uint32_t>(group.size());
      group.push_back(&rows[member]);
    }
    for (Link& link : links_of[i]) {
      link.a = local[link.a];
      link.b = local[link.b];
    }
    std::sort(links_of[i].begin(), links_of[i].end(), [](const Link& x, const Link& y) {
      return std::tie(x.a, x.b, x.reason) < std::tie(y.a, y.b, y.reason);
    });
    links_of[i].erase(std::unique(links_of[i].begin(), links_of[i].end(),
                                  [](const Link& x, const Link& y) {
                                    return x.a == y.a && x.b == y.b && x.reason == y.reason;
                                  }),
                      links_of[i].end());
    out.push_back(stage.fold(std::span<const Row* const>(group), std::span<const Link>(links_of[i])));
  }
  return out;
}

}  // namespace hearsay
