#include "stages/company/company_dates.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace hearsay {
namespace {

constexpr int32_t kCopySpan = 7;    // days within which the dated copies of a report must lie
constexpr int32_t kCopySlack = 2;   // days by which one more copy may lie outside of them
constexpr int32_t kStorySpan = 10;  // the same of the reports of a story
constexpr int32_t kStorySlack = 7;

struct Days {
  int32_t first = 0, last = 0;
};

class Company {
 public:
  explicit Company(std::span<const PageDate> pages) {
    for (const PageDate& page : pages) pages_.emplace(page.document, &page);
  }

  std::vector<NarrowedDate> narrow(std::span<const CopyGroup> groups, std::span<const Story> stories) {
    for (const CopyGroup& group : groups) {
      for (const RowId document : group.documents) group_of_.emplace(document, &group);
      same_pages(group);
      copies(group);
    }
    for (const Story& story : stories) reports(story);
    const auto order = [&](RowId document) -> const std::string& { return pages_.at(document)->order; };
    for (NarrowedDate& date : dates_)
      std::sort(date.company.begin(), date.company.end(),
                [&](RowId a, RowId b) { return order(a) < order(b); });
    std::sort(dates_.begin(), dates_.end(), [&](const NarrowedDate& a, const NarrowedDate& b) {
      return order(a.document) < order(b.document);
    });
    return std::move(dates_);
  }

 private:
  const PageDate* page(RowId document) const {
    const auto found = pages_.find(document);
    return found == pages_.end() ? nullptr : found->second;
  }

  // The day that a page bears; nothing where it bears none, or more than one.
  static std::optional<int32_t> day_of(const PageDate& page) {
    const auto from = parse_iso_day(page.published.from), to = parse_iso_day(page.published.to);
    return from && to && *from == *to ? from : std::nullopt;
  }

  bool is_open(RowId document) const {
    const PageDate* known = page(document);
    return known != nullptr && !day_of(*known) && !narrowed_.contains(document);
  }

  // The days that these pages bear, and the pages that bear them.
  std::optional<Days> days_of(const std::vector<RowId>& documents, std::vector<RowId>& dated) const {
    std::optional<Days> days;
    for (const RowId document : documents) {
      const PageDate* known = page(document);
      const auto day = known == nullptr ? std::nullopt : day_of(*known);
      if (!day) continue;
      dated.push_back(document);
      days = days ? Days{std::min(days->first, *day), std::max(days->last, *day)} : Days{*day, *day};
    }
    return days;
  }

  // What is left of the page's own interval between these days.
  void add(RowId document, Days days, const char* reason, const std::vector<RowId>& company) {
    const Interval& own = page(document)->published;
    const auto from = parse_iso_day(own.from), to = parse_iso_day(own.to);
    if ((!own.from.empty() && !from) || (!own.to.empty() && !to)) return;
    const int32_t first = from ? std::max(*from, days.first) : days.first;
    const int32_t last = to ? std::min(*to, days.last) : days.last;
    if (first > last) return;  // the company speaks of another time
    if (from && to && first == *from && last == *to) return;
    NarrowedDate date;
    date.document = document;
    // Its own bounds as they are, the hour included.
    date.published.from = from && *from == first ? own.from : iso_date(first);
    date.published.to = to && *to == last ? own.to : iso_date(last);
    date.reason = reason;
    date.company = company;
    dates_.push_back(std::move(date));
    narrowed_.insert(document);
  }

  static bool is_same_page(CopyKind kind) {
    return kind == CopyKind::kRecapture || kind == CopyKind::kRevision;
  }

  // One page under one address: the captures that hang together by recapture and revision.
  void same_pages(const CopyGroup& group) {
    std::unordered_map<RowId, RowId> root;
    const auto find = [&](RowId document) {
      while (root.at(document) != document) document = root.at(document);
      return document;
    };
    for (const RowId document : group.documents) root.emplace(document, document);
    for (const CopyMember& member : group.members)
      if (member.of != 0 && is_same_page(member.kind) && root.contains(member.document) &&
          root.contains(member.of))
        root[find(member.document)] = find(member.of);
    for (const RowId document : group.documents) {
      if (!is_open(document)) continue;
      std::vector<RowId> others, dated;
      for (const RowId other : group.documents)
        if (other != document && find(other) == find(document)) others.push_back(other);
      const auto days = days_of(others, dated);
      if (days && days->last - days->first <= 1)
        add(document, *days, "the same page in another capture bears its date", dated);
    }
  }

  void copies(const CopyGroup& group) {
    std::vector<RowId> dated;
    const auto days = days_of(group.documents, dated);
    if (!days || days->last - days->first > kCopySpan) return;
    std::unordered_map<RowId, CopyKind> kinds;
    for (const CopyMember& member : group.members)
      if (member.of != 0) kinds.emplace(member.document, member.kind);
    for (const RowId document : group.documents) {
      // A part of a report may be quoted years later.
      const auto kind = kinds.find(document);
      if (!is_open(document) || (kind != kinds.end() && kind->second == CopyKind::kPartialCopy)) continue;
      add(document, {days->first - kCopySlack, days->last + kCopySlack},
          "copies of the same report are dated", dated);
    }
  }

  void reports(const Story& story) {
    std::vector<RowId> dated;
    const auto days = days_of(story.documents, dated);
    if (!days || days->last - days->first > kStorySpan) return;
    // Copies of one report are one witness.
    std::unordered_set<const CopyGroup*> groups;
    size_t witnesses = 0;
    for (const RowId document : dated) {
      const auto group = group_of_.find(document);
      witnesses += group == group_of_.end() || groups.insert(group->second).second;
    }
    if (witnesses < 2) return;
    for (const RowId document : story.documents)
      if (is_open(document))
        add(document, {days->first - kStorySlack, days->last + kStorySlack},
            "other reports of the same story are dated", dated);
  }

  std::unordered_map<RowId, const PageDate*> pages_;
  std::unordered_map<RowId, const CopyGroup*> group_of_;
  std::unordered_set<RowId> narrowed_;
  std::vector<NarrowedDate> dates_;
};

}  // namespace

std::vector<NarrowedDate> narrow_dates(std::span<const PageDate> pages, std::span<const CopyGroup> groups,
                                       std::span<const Story> stories) {
  return Company(pages).narrow(groups, stories);
}

}  // namespace hearsay
