#include "stages/claims/claim_rows.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

std::string_view country_of(std::string_view code) { return code.substr(0, code.find(' ')); }

std::string range(const Count& count) {
  const auto bound = [](int64_t value) { return value < 0 ? std::string() : std::to_string(value); };
  return count.low == count.high ? bound(count.low) : bound(count.low) + ".." + bound(count.high);
}

std::string readable(const Count& count) {
  if (count.high < 0) return "at least " + std::to_string(count.low);
  if (count.low < 0) return "at most " + std::to_string(count.high);
  return count.low == count.high ? std::to_string(count.low)
                                 : std::to_string(count.low) + " to " + std::to_string(count.high);
}

std::string readable(const Interval& when) {
  const std::string from = when.from.substr(0, 10), to = when.to.substr(0, 10);
  if (from == to) return from;
  if (from.empty()) return "by " + to;
  if (to.empty()) return "from " + from;
  return from + " to " + to;
}

std::string value_of(const Interval& when) { return when.from.substr(0, 10) + ".." + when.to.substr(0, 10); }

// What kind of event, as a noun.
std::string_view happening(EventType type) {
  switch (type) {
    case EventType::kAssault:
      return "attack";
    case EventType::kCoerce:
      return "coercion";
    case EventType::kProtest:
      return "protest";
    case EventType::kMobilize:
      return "deployment";
    case EventType::kRetreat:
      return "withdrawal or release";
    case EventType::kAid:
      return "aid";
    case EventType::kSanction:
      return "sanctions";
    default:
      return "event";
  }
}

ClaimRow voice_of(const EventRow& event, const Incident& incident, RowId row) {
  ClaimRow claim;
  claim.subject = "incident:" + std::to_string(row);
  claim.order = event.order;
  claim.document = event.document;
  claim.event = event.event;
  claim.statement = event.said_by;
  claim.copy_group = event.copy_group;
  claim.speaker = event.speaker;
  claim.speaker_shared = event.speaker_shared;
  claim.outlet = event.outlet;
  claim.origin = !event.origin.empty() ? event.origin : !event.speaker.empty() ? event.speaker : event.outlet;
  claim.said = event.published;
  const auto is_side = [&](const std::string& name) {
    return !event.speaker.empty() && fold(name) == fold(event.speaker);
  };
  claim.is_party = std::any_of(incident.actors.begin(), incident.actors.end(), is_side) ||
                   std::any_of(incident.recipients.begin(), incident.recipients.end(), is_side);
  return claim;
}

void name_claim(ClaimRow& claim, const Id& member) {
  IdHasher hasher;
  hasher.add("claim").add(
      std::string_view(reinterpret_cast<const char*>(member.bytes.data()), member.bytes.size()));
  claim.id = hasher.add(to_string(claim.aspect)).add(claim.value).finish();
}

}  // namespace

std::vector<ClaimRow> claims_of(const Incident& incident, RowId row, std::span<const EventRow> events) {
  std::vector<ClaimRow> out;
  std::vector<std::string> party_codes;
  for (const EventRow& event : events)
    for (const std::string* code : {&event.actor_code, &event.recipient_code})
      if (!code->empty()) party_codes.push_back(*code);
  const std::string where = incident.where.empty() ? "" : " in " + incident.where;
  const std::string what = "the " + std::string(happening(incident.type)) + where;
  for (const EventRow& event : events) {
    const bool denied = event.status == Status::kNegated;
    const auto add = [&](DisputeKind aspect, std::string value, std::string text, bool denies) {
      ClaimRow claim = voice_of(event, incident, row);
      // A side whose country and sector are a party's speaks for it.
      claim.is_party = claim.is_party ||
                       (!event.speaker_code.empty() &&
                        std::any_of(party_codes.begin(), party_codes.end(), [&](const std::string& code) {
                          return code == event.speaker_code ||
                                 (country_of(code) == country_of(event.speaker_code) &&
                                  event.speaker_code.ends_with(" GOV") && code.ends_with(" MIL"));
                        }));
      claim.aspect = aspect;
      claim.value = std::move(value);
      claim.text = std::move(text);
      claim.denies = denies;
      name_claim(claim, event.id);
      out.push_back(std::move(claim));
    };
    // "Shells", "at least 11", "we": words in the actor's place that name nobody.
    const bool names_doer = !event.actor.empty() && (event.actor_shared || !event.actor_code.empty());
    if (!names_doer) {
      add(DisputeKind::kOccurrence, "yes", what + " happened", denied);
    } else {
      // A denial that names a doer denies that this one did it.
      const std::string name = event.actor_name.empty() ? event.actor : event.actor_name;
      add(DisputeKind::kAgent, event.actor_code.empty() ? fold(name) : event.actor_code,
          what + " was done by " + name, denied);
    }
    if (denied) continue;
    for (const Count& count : event.counts)
      add(DisputeKind::kNumber, std::string(to_string(count.kind)) + " " + range(count),
          what + ": " + readable(count) + " " + std::string(to_string(count.kind)) +
              (count.of_whom.empty() ? "" : " (" + count.of_whom + ")"),
          false);
    if (!event.when.empty())
      add(DisputeKind::kDate, value_of(event.when), what + " was on " + readable(event.when), false);
    if (!event.where.empty())
      add(DisputeKind::kPlace, fold(event.where),
          "the " + std::string(happening(incident.type)) + " was in " + event.where, false);
  }
  return out;
}

std::vector<ClaimRow> claims_of(const Agreement& agreement, RowId row) {
  std::vector<ClaimRow> out;
  for (const AgreementRow& mention : agreement.mentions) {
    if (mention.dated.empty()) continue;
    ClaimRow claim;
    claim.subject = "agreement:" + std::to_string(row);
    claim.order = mention.order;
    claim.aspect = DisputeKind::kDate;
    claim.value = std::string(mention.dated_effective ? "effective " : "reached ") + value_of(mention.dated);
    claim.text = agreement.name + (mention.dated_effective ? " took effect on " : " was reached on ") +
                 readable(mention.dated);
    claim.document = mention.document;
    claim.statement = mention.statement;
    claim.event = mention.event;
    claim.copy_group = mention.copy_group;
    claim.speaker = mention.statement ? mention.alleged_by : "";
    claim.outlet = mention.outlet;
    claim.origin = !claim.speaker.empty()    ? claim.speaker
                   : !mention.origin.empty() ? mention.origin
                                             : mention.outlet;
    claim.is_party = !mention.alleged_by_code.empty() &&
                     std::find(agreement.parties.begin(), agreement.parties.end(), mention.alleged_by_code) !=
                         agreement.parties.end();
    claim.said = mention.published;
    claim.span = mention.span;
    name_claim(claim, mention.id);
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace hearsay
