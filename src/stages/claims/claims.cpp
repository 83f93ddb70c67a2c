#include "stages/claims/claims.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.h"

namespace hearsay {
namespace {

std::string_view country_of(std::string_view code) { return code.substr(0, code.find(' ')); }

struct Range {
  std::string kind;
  int64_t low = -1, high = -1;  // -1: open
};

// "killed 12", "killed 12..", "killed 12..19".
std::optional<Range> parse_range(std::string_view value) {
  const size_t space = value.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  Range range{std::string(value.substr(0, space)), -1, -1};
  const std::string numbers(value.substr(space + 1));
  const size_t dots = numbers.find("..");
  const auto number = [](const std::string& digits) {
    return digits.empty() ? int64_t{-1} : static_cast<int64_t>(std::stoll(digits));
  };
  range.low = number(numbers.substr(0, dots));
  range.high = dots == std::string::npos ? range.low : number(numbers.substr(dots + 2));
  return range;
}

// "reached 2016-09-09..2016-09-09", or without the first word.
struct Dated {
  std::string what;
  Interval interval;
};
Dated parse_dated(std::string_view value) {
  Dated dated;
  if (const size_t space = value.find(' '); space != std::string_view::npos) {
    dated.what = value.substr(0, space);
    value.remove_prefix(space + 1);
  }
  const size_t dots = value.find("..");
  dated.interval = {std::string(value.substr(0, dots)),
                    dots == std::string_view::npos ? "" : std::string(value.substr(dots + 2))};
  return dated;
}

bool agents_differ(const std::string& a, const std::string& b) {
  const auto is_code = [](const std::string& v) {
    return v.size() >= 3 &&
           std::all_of(v.begin(), v.begin() + 3, [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  if (is_code(a) != is_code(b)) return false;  // a name without a code may be anybody
  if (!is_code(a)) return a != b && a.find(b) == std::string::npos && b.find(a) == std::string::npos;
  if (country_of(a) != country_of(b)) return true;
  // "SYR" and "SYR MIL" may be one; so may a government and its army.
  const auto sector = [](const std::string& code) {
    return code.size() > 4 ? code.substr(4) : std::string();
  };
  const auto state = [](const std::string& s) {
    return s == "GOV" || s == "MIL" || s == "COP" || s == "SPY";
  };
  const std::string x = sector(a), y = sector(b);
  return !x.empty() && !y.empty() && x != y && !(state(x) && state(y));
}

bool conflict(const Claim& a, const Claim& b) {
  switch (a.aspect) {
    case DisputeKind::kDate: {
      const Dated x = parse_dated(a.value), y = parse_dated(b.value);
      return !overlap(x.interval, y.interval) && !x.interval.empty() && !y.interval.empty();
    }
    case DisputeKind::kNumber: {
      const auto x = parse_range(a.value), y = parse_range(b.value);
      if (!x || !y || x->kind != y->kind) return false;
      const auto below = [](const Range& p, const Range& q) {
        return p.high >= 0 && q.low >= 0 && p.high < q.low;
      };
      return below(*x, *y) || below(*y, *x);
    }
    case DisputeKind::kAgent:
      return agents_differ(a.value, b.value);
    case DisputeKind::kPlace:
      return a.value.find(b.value) == std::string::npos && b.value.find(a.value) == std::string::npos;
    case DisputeKind::kOccurrence:
      return false;
  }
  return false;
}

std::string voices_in_words(const Claim& claim, bool denying) {
  std::vector<std::string> names;
  for (const ClaimRow& voice : claim.voices) {
    if (voice.denies != denying) continue;
    std::string name = !voice.speaker.empty()  ? voice.speaker
                       : !voice.outlet.empty() ? voice.outlet
                       : voice.statement       ? "an unnamed source"
                                               : "an unknown outlet";
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) out += (i ? ", " : "") + names[i];
  return out;
}

Id dispute_id(const Claim& first) {
  IdHasher hasher;
  return hasher.add("dispute")
      .add(std::string_view(reinterpret_cast<const char*>(first.id.bytes.data()), first.id.bytes.size()))
      .finish();
}

// The first day on which somebody asserts it.
std::optional<int32_t> first_said(const Claim& claim) {
  std::optional<int32_t> first;
  for (const ClaimRow& voice : claim.voices)
    if (const auto day = parse_iso_day(voice.said.to.empty() ? voice.said.from : voice.said.to);
        day && (!first || *day < *first))
      first = day;
  return first;
}

}  // namespace

std::vector<std::string> ClaimStage::keys(const ClaimRow& row) const {
  return {row.subject + "|" + std::string(to_string(row.aspect)) + "|" + row.value};
}

std::vector<Link> ClaimStage::decide(std::span<const ClaimRow* const> block) const {
  std::vector<Link> links;
  for (uint32_t i = 1; i < block.size(); ++i) links.push_back({i - 1, i, "same proposition"});
  return links;
}

Claim ClaimStage::fold(std::span<const ClaimRow* const> group, std::span<const Link>) const {
  Claim claim;
  claim.id = group[0]->id;
  claim.subject = group[0]->subject;
  claim.value = group[0]->value;
  claim.text = group[0]->text;
  claim.aspect = group[0]->aspect;
  std::set<std::string> known, outside;
  int32_t unnamed = 0;
  for (const ClaimRow* row : group) {
    claim.voices.push_back(*row);
    if (row->denies) continue;
    const std::string origin = row->speaker_shared ? "a" + std::to_string(row->speaker_shared)
                               : row->speaker.empty() && row->statement == 0 && row->copy_group
                                   ? "c" + std::to_string(row->copy_group)
                               : row->origin.empty() ? ""
                                                     : "n" + hearsay::fold(row->origin);
    if (origin.empty()) {
      ++unnamed;
    } else {
      known.insert(origin);
      if (!row->is_party) outside.insert(origin);
    }
  }
  claim.origins_low = static_cast<int32_t>(known.size()) + (known.empty() && unnamed ? 1 : 0);
  claim.origins_high = static_cast<int32_t>(known.size()) + unnamed;
  claim.outside = static_cast<int32_t>(outside.size());
  return claim;
}

std::vector<std::string> DisputeStage::keys(const Row& row) const {
  return {row.claim.subject + "|" + std::string(to_string(row.claim.aspect))};
}

std::vector<Link> DisputeStage::decide(std::span<const Row* const> block) const {
  std::vector<Link> links;
  for (uint32_t a = 0; a < block.size(); ++a)
    for (uint32_t b = a + 1; b < block.size(); ++b)
      if (conflict(block[a]->claim, block[b]->claim)) links.push_back({a, b, ""});
  return links;
}

Dispute DisputeStage::fold(std::span<const Row* const> group, std::span<const Link> links) const {
  Dispute out;
  out.id = dispute_id(group[0]->claim);
  out.subject = group[0]->claim.subject;
  out.kind = group[0]->claim.aspect;
  for (const Row* row : group) {
    out.claims.push_back(row->claim.id);
    out.text +=
        (out.text.empty() ? "" : "; ") + row->claim.text + " (" + voices_in_words(row->claim, false) + ")";
  }
  if (out.kind == DisputeKind::kNumber) {
    // A toll that grew: of every two that conflict, the later is the higher, and they were not given on one
    // day.
    const bool grew = std::all_of(links.begin(), links.end(), [&](const Link& link) {
      const auto x = parse_range(group[link.a]->claim.value), y = parse_range(group[link.b]->claim.value);
      const auto dx = first_said(group[link.a]->claim), dy = first_said(group[link.b]->claim);
      return x && y && dx && dy && *dx != *dy &&
             (*dx < *dy) == (x->high >= 0 && y->low >= 0 && x->high < y->low);
    });
    if (grew) {
      out.state = DisputeState::kExplained;
      out.reason = "a toll that grew";
    }
  } else if (out.kind == DisputeKind::kDate) {
    const bool announced_against_in_force = std::all_of(links.begin(), links.end(), [&](const Link& link) {
      const Dated x = parse_dated(group[link.a]->claim.value), y = parse_dated(group[link.b]->claim.value);
      return !x.what.empty() && !y.what.empty() && x.what != y.what;
    });
    if (announced_against_in_force) {
      out.state = DisputeState::kExplained;
      out.reason = "reached on one day, in force from another";
    }
  }
  return out;
}

bool is_disputed(const Claim& claim) {
  const auto denies = [](const ClaimRow& voice) { return voice.denies; };
  return std::any_of(claim.voices.begin(), claim.voices.end(), denies) &&
         !std::all_of(claim.voices.begin(), claim.voices.end(), denies);
}

Dispute dispute_of(const Claim& claim) {
  Dispute out;
  IdHasher hasher;
  out.id =
      hasher.add("denial")
          .add(std::string_view(reinterpret_cast<const char*>(claim.id.bytes.data()), claim.id.bytes.size()))
          .finish();
  out.subject = claim.subject;
  out.kind = claim.aspect;
  out.claims = {claim.id};
  out.text = claim.text + ": asserted by " + voices_in_words(claim, false) + ", denied by " +
             voices_in_words(claim, true);
  return out;
}

}  // namespace hearsay
