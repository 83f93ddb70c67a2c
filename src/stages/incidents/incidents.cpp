#include "stages/incidents/incidents.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "stages/incidents/likeness.h"

namespace hearsay {
namespace {

constexpr int kBucketDays = 7;

bool is_speech(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kRequest:
    case EventType::kAccuse:
    case EventType::kReject:
    case EventType::kThreaten:
    case EventType::kSupport:
      return true;
    default:
      return false;
  }
}

// Week numbers that the days touch; a wide interval touches none.
std::vector<int> buckets_of(const Interval& days) {
  const auto from = parse_iso_day(days.from), to = parse_iso_day(days.to);
  std::vector<int> buckets;
  if (!from || !to || *to - *from > 2 * kBucketDays) return buckets;
  for (int bucket = *from / kBucketDays; bucket <= *to / kBucketDays; ++bucket) buckets.push_back(bucket);
  return buckets;
}

bool share_a_toll(const EventRow& a, const EventRow& b) {
  for (const Count& x : a.counts)
    for (const Count& y : b.counts)
      if (x.kind == y.kind && x.low == y.low && x.high == y.high && x.low > 2) return true;
  return false;
}

bool tolls_differ(const EventRow& a, const EventRow& b) {
  for (const Count& x : a.counts)
    for (const Count& y : b.counts)
      if (x.kind == y.kind && (x.low != y.low || x.high != y.high)) return true;
  return false;
}

std::optional<std::string> same_incident(const EventRow& a, const EventRow& b) {
  if (a.type != b.type) return std::nullopt;
  // "Nineteen people died when rockets hit the market": one sentence that tells of one happening in two
  // words.
  if (a.document == b.document && a.sentence == b.sentence && a.said_by == b.said_by &&
      a.status == b.status && !tolls_differ(a, b) && compare_places(a, b) != Likeness::kDifferent &&
      (a.when.empty() || b.when.empty() || overlap(a.when, b.when)))
    return "told in one sentence";
  const Likeness time = compare_times(a, b), place = compare_places(a, b);
  const Likeness recipient = compare_parties(a.recipient, a.recipient_code, b.recipient, b.recipient_code);
  if (time == Likeness::kDifferent || time == Likeness::kUnknown || place == Likeness::kDifferent ||
      recipient == Likeness::kDifferent)
    return std::nullopt;
  std::string reason = time == Likeness::kSame ? "same day" : "times agree";
  int agree = 0;
  const auto add = [&](bool holds, const char* what) {
    if (!holds) return;
    ++agree;
    reason += std::string(", ") + what;
  };
  add(place == Likeness::kSame, "same place");
  add(recipient == Likeness::kSame, "same target");
  add(share_a_toll(a, b), "same toll");
  add(a.story && a.story == b.story && fold(a.trigger) == fold(b.trigger), "same words in one story");
  // Two targets named in words that have nothing in common are more likely two.
  const bool two_targets =
      recipient == Likeness::kUnknown && is_telling_party(a.recipient) && is_telling_party(b.recipient);
  add(!two_targets && a.story && a.story == b.story && time == Likeness::kSame && place == Likeness::kSame,
      "one story");
  const bool sharp = time == Likeness::kSame || (a.story && a.story == b.story);
  if (agree < (two_targets ? 3 : 2) || !sharp) return std::nullopt;
  return reason;
}

void add_distinct(std::vector<std::string>& list, const std::string& words) {
  if (words.empty()) return;
  const std::string key = fold(words);
  if (std::none_of(list.begin(), list.end(), [&](const std::string& known) { return fold(known) == key; }))
    list.push_back(words);
}

}  // namespace

bool tells_of_incident(const EventRow& row) {
  return !is_speech(row.type) && row.type != EventType::kConsult &&
         (row.status == Status::kActual || row.status == Status::kNegated);
}

std::vector<std::string> IncidentStage::keys(const EventRow& row) const {
  std::vector<std::string> keys;
  const std::string type(to_string(row.type));
  keys.push_back(type + "|d" + std::to_string(row.document));
  if (row.story) keys.push_back(type + "|s" + std::to_string(row.story));
  if (row.where.empty()) return keys;
  const std::string place = row.gazetteer_id ? std::to_string(row.gazetteer_id) : hearsay::fold(row.where);
  for (const int bucket : buckets_of(days_of(row)))
    keys.push_back(type + "|" + place + "|" + std::to_string(bucket));
  return keys;
}

std::vector<Link> IncidentStage::decide(std::span<const EventRow* const> block) const {
  std::vector<Link> links;
  for (uint32_t a = 0; a < block.size(); ++a)
    for (uint32_t b = a + 1; b < block.size(); ++b)
      if (auto reason = same_incident(*block[a], *block[b])) links.push_back({a, b, std::move(*reason)});
  return links;
}

Incident IncidentStage::fold(std::span<const EventRow* const> group, std::span<const Link> links) const {
  Incident out;
  out.id = group[0]->id;
  out.type = group[0]->type;
  std::set<std::string> days, places;
  for (const EventRow* row : group) {
    out.events.push_back(row->event);
    add_distinct(out.actors, row->actor);
    add_distinct(out.recipients, row->recipient);
    if (out.where.empty() || (!out.gazetteer_id && row->gazetteer_id)) {
      if (!row->where.empty()) {
        out.where = row->where;
        out.where_country = row->where_country;
        out.gazetteer_id = row->gazetteer_id;
      }
    }
    if (!row->where.empty()) places.insert(hearsay::fold(row->where));
    if (!row->when.empty()) {
      days.insert(row->when.from + ".." + row->when.to);
      if (out.when.empty()) {
        out.when = row->when;
      } else if (overlap(out.when, row->when)) {
        // What all have in common.
        if (out.when.from.empty() || (!row->when.from.empty() && row->when.from > out.when.from))
          out.when.from = row->when.from;
        if (out.when.to.empty() || (!row->when.to.empty() && row->when.to < out.when.to))
          out.when.to = row->when.to;
      } else {
        if (!row->when.from.empty() && row->when.from < out.when.from) out.when.from = row->when.from;
        if (!row->when.to.empty() && row->when.to > out.when.to) out.when.to = row->when.to;
      }
    }
    for (const Count& count : row->counts) {
      const auto known = std::find_if(out.counts.begin(), out.counts.end(),
                                      [&](const Count& c) { return c.kind == count.kind; });
      if (known == out.counts.end()) {
        out.counts.push_back(count);
        continue;
      }
      if ((known->low != count.low || known->high != count.high) &&
          std::find(out.differ.begin(), out.differ.end(), to_string(count.kind)) == out.differ.end())
        out.differ.emplace_back(to_string(count.kind));
      known->low = known->low < 0 ? count.low : count.low < 0 ? known->low : std::min(known->low, count.low);
      known->high = known->high < 0 || count.high < 0 ? -1 : std::max(known->high, count.high);
    }
  }
  std::set<std::string> blamed;
  for (const EventRow* row : group)
    if (!row->actor_code.empty()) blamed.insert(row->actor_code.substr(0, row->actor_code.find(' ')));
  if (blamed.size() > 1) out.differ.emplace_back("actor");
  if (days.size() > 1) out.differ.emplace_back("when");
  if (places.size() > 1) out.differ.emplace_back("where");
  if (std::any_of(group.begin(), group.end(),
                  [](const EventRow* r) { return r->status == Status::kNegated; }) &&
      std::any_of(group.begin(), group.end(), [](const EventRow* r) { return r->status == Status::kActual; }))
    out.differ.emplace_back("occurrence");

  out.title = group[0]->trigger;
  if (!out.recipients.empty()) out.title += ": " + out.recipients.front();
  if (!out.where.empty()) out.title += ", " + out.where;
  if (!out.when.from.empty()) out.title += ", " + out.when.from.substr(0, 10);
  for (const Link& link : links)
    out.joins.push_back({group[link.a]->event, group[link.b]->event, link.reason});
  return out;
}

}  // namespace hearsay
