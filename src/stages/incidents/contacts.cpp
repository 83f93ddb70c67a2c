#include "stages/incidents/contacts.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "stages/incidents/likeness.h"

namespace hearsay {
namespace {

constexpr int kBucketDays = 7;
constexpr int kMaximalDays = 10;  // a contact dated no better than this is not joined with another

struct Party {
  std::string name, code;
  RowId shared = 0;
};

Party side(const EventRow& row, int which) {
  return which == 0
             ? Party{row.actor_name.empty() ? row.actor : row.actor_name, row.actor_code, row.actor_shared}
             : Party{row.recipient_name.empty() ? row.recipient : row.recipient_name, row.recipient_code,
                     row.recipient_shared};
}

std::string country_or_name(const Party& party) {
  return party.code.empty() ? fold(party.name) : party.code.substr(0, party.code.find(' '));
}

// One party: the same shared actor, or names that share a telling word; or else one country, where one of the
// two names is the state's or a body's and not another person's.
Likeness same_party(const Party& a, const Party& b) {
  if (a.shared && a.shared == b.shared) return Likeness::kSame;
  return compare_parties(a.name, a.code, b.name, b.code);
}

// Whose readout a speaker's words are: a party's own, or that of its country; "" for third parties.
std::string side_of_speaker(const EventRow& row, const Party& a, const Party& b) {
  const Party speaker{row.speaker, row.speaker_code, row.speaker_shared};
  if (speaker.name.empty()) return "";
  for (const Party* party : {&a, &b})
    if (same_party(speaker, *party) == Likeness::kSame) return party->name;
  for (const Party* party : {&a, &b})
    if (!speaker.code.empty() && !party->code.empty() && country_or_name(speaker) == country_or_name(*party))
      return party->name;
  return "";
}

bool channels_agree(Channel a, Channel b) {
  const auto loose = [](Channel c) { return c == Channel::kUnknown || c == Channel::kTalks; };
  return a == b || loose(a) || loose(b);
}

std::optional<std::string> same_contact(const EventRow& a, const EventRow& b) {
  if (!channels_agree(a.channel, b.channel)) return std::nullopt;
  const Likeness time = compare_times(a, b);
  if (time == Likeness::kDifferent || time == Likeness::kUnknown) return std::nullopt;
  const bool in_story = a.story && a.story == b.story;
  if (time != Likeness::kSame && !in_story && a.document != b.document) return std::nullopt;
  for (const int cross : {0, 1}) {
    const Likeness first = same_party(side(a, 0), side(b, cross)),
                   second = same_party(side(a, 1), side(b, 1 - cross));
    if (first == Likeness::kSame && second == Likeness::kSame)
      return std::string(time == Likeness::kSame ? "same parties, same day" : "same parties, times agree");
  }
  return std::nullopt;
}

}  // namespace

bool tells_of_contact(const EventRow& row) {
  // "discussed the proposal": a phrase that names no actor is no party.
  const auto is_party = [](const Party& party) {
    return !party.name.empty() && (party.shared || !party.code.empty());
  };
  return row.type == EventType::kConsult && is_party(side(row, 0)) && is_party(side(row, 1));
}

std::vector<std::string> ContactStage::keys(const EventRow& row) const {
  std::string a = country_or_name(side(row, 0)), b = country_or_name(side(row, 1));
  if (b < a) std::swap(a, b);
  const Interval days = days_of(row);
  const auto from = parse_iso_day(days.from), to = parse_iso_day(days.to);
  std::vector<std::string> keys;
  if (!from || !to || *to - *from > kMaximalDays) return keys;
  for (int bucket = *from / kBucketDays; bucket <= *to / kBucketDays; ++bucket)
    keys.push_back(a + "|" + b + "|" + std::to_string(bucket));
  return keys;
}

std::vector<Link> ContactStage::decide(std::span<const EventRow* const> block) const {
  std::vector<Link> links;
  for (uint32_t a = 0; a < block.size(); ++a)
    for (uint32_t b = a + 1; b < block.size(); ++b)
      if (auto reason = same_contact(*block[a], *block[b])) links.push_back({a, b, std::move(*reason)});
  return links;
}

Contact ContactStage::fold(std::span<const EventRow* const> group, std::span<const Link> links) const {
  Contact out;
  out.id = group[0]->id;
  out.status = group[0]->status;
  const Party a = side(*group[0], 0), b = side(*group[0], 1);
  out.a = a.name;
  out.b = b.name;
  out.a_shared = a.shared;
  out.b_shared = b.shared;
  for (const EventRow* row : group) {
    out.events.push_back(row->event);
    if (out.channel == Channel::kUnknown ||
        (out.channel == Channel::kTalks && row->channel != Channel::kUnknown))
      out.channel = row->channel;
    if (row->status == Status::kActual) out.status = Status::kActual;
    if (out.place.empty()) out.place = row->where;
    const Interval told = row->when;
    if (!told.empty()) {
      if (out.when.empty())
        out.when = told;
      else if (overlap(out.when, told)) {
        if (out.when.from.empty() || (!told.from.empty() && told.from > out.when.from))
          out.when.from = told.from;
        if (out.when.to.empty() || (!told.to.empty() && told.to < out.when.to)) out.when.to = told.to;
      }
    }
    if (!row->outlet.empty() &&
        std::find(out.reported_by.begin(), out.reported_by.end(), row->outlet) == out.reported_by.end())
      out.reported_by.push_back(row->outlet);
    if (!row->said_by) continue;
    const bool known = std::any_of(out.readouts.begin(), out.readouts.end(),
                                   [&](const Readout& r) { return r.statement == row->said_by; });
    if (!known) out.readouts.push_back({side_of_speaker(*row, a, b), row->said_by, row->document});
  }
  for (const Link& link : links)
    out.joins.push_back({group[link.a]->event, group[link.b]->event, link.reason});
  return out;
}

}  // namespace hearsay
