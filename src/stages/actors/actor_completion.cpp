#include <algorithm>

#include "base/utf8.h"
#include "stages/actors/person_names.h"
#include "stages/actors/resolver.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kPublicSectors =
    word_set("GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF ELI PRE REL JRN SOC BUS CRM IGO UNO EUR NGO IMG");

}  // namespace

std::string ActorResolver::code_of(const Candidate& c) {
  if (!c.code.empty()) return c.code;
  if (c.kind == CandidateKind::kPronoun) return {};
  if (c.kind == CandidateKind::kState && c.located) return c.country;
  return c.country.empty() ? std::string{} : actor_code(c.country, c.sector);
}

void ActorResolver::complete() {
  belonging();
  for (uint32_t a = 0; a < d_.actors.size(); ++a) {
    Actor& actor = d_.actors[a];
    Known& k = known_[a];
    if (k.fixed.empty() && k.country.empty() && needs_country(a)) k.country = country_for(a);
    // Others are of the place where they are said to be, and of no other.
    const bool someone = actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kOffice ||
                         actor.kind == ActorKind::kGroup;
    if (k.fixed.empty() && k.country.empty() && !k.sector.empty() && someone && k.first_mention != kNone)
      k.country = story_.near(candidates_[mention_candidate_[k.first_mention]].sentence,
                              d_.mentions[k.first_mention].span.begin);
    actor.code = !k.fixed.empty() ? k.fixed : actor_code(k.country, k.sector);
    if (actor.kind == ActorKind::kPerson) {
      const bool unknown = k.sector.empty() && k.fixed.empty();
      actor.is_private = unknown ? k.aged : k.fixed.empty() && !kPublicSectors.contains(k.sector);
    }
  }
  for (size_t m = 0; m < d_.mentions.size(); ++m) {
    ActorMention& mention = d_.mentions[m];
    if (mention.code.empty() || mention.code.size() < d_.actors[mention.actor].code.size()) {
      const Candidate& c = candidates_[mention_candidate_[m]];
      const bool place = c.kind == CandidateKind::kState && c.located;
      if (!place) mention.code = d_.actors[mention.actor].code;
    }
  }
  states_of_offices();
  sort_mentions();
}

bool ActorResolver::needs_country(uint32_t a) const {
  const ActorKind kind = d_.actors[a].kind;
  if (kind == ActorKind::kOutlet || kind == ActorKind::kState || kind == ActorKind::kUnknown) return false;
  return is_national_sector(known_[a].sector);
}

std::string ActorResolver::country_for(uint32_t a) const {
  // The ministry of the same field, where the page names but one: a foreign minister and "the Orlish foreign
  // ministry".
  for (const std::string& title : known_[a].titles) {
    for (const uint32_t b : national_bodies_) {  // "foreign ministry spokesman"
      if (stands_in(title, known_[b].key)) return known_[b].country;
    }
    const size_t minister = title.find(" minister");
    if (minister == std::string::npos) continue;
    size_t field = 0;
    for (const std::string_view rank : {"deputy ", "first ", "vice ", "acting ", "assistant ", "junior "}) {
      if (std::string_view(title).substr(field).starts_with(rank)) field += rank.size();
    }
    if (field >= minister) continue;
    std::string found;
    for (const uint32_t b : national_bodies_) {
      if (known_[b].key != title.substr(field, minister - field) + " ministry") continue;
      if (!found.empty() && found != known_[b].country) {
        found.clear();
        break;
      }
      found = known_[b].country;
    }
    if (!found.empty()) return found;
  }
  if (const uint32_t m = known_[a].first_mention; m != kNone) {
    const std::string near =
        story_.near(candidates_[mention_candidate_[m]].sentence, d_.mentions[m].span.begin);
    if (!near.empty()) return near;
  }
  return story_.of_page();
}

void ActorResolver::belonging() {
  static constexpr size_t kMostBodies =
      64;  // a page that names more is a list, and tells nothing of whose each is
  for (uint32_t a = 0; a < d_.actors.size() && national_bodies_.size() < kMostBodies; ++a) {
    const Known& k = known_[a];
    if (d_.actors[a].kind == ActorKind::kBody && word_count(k.key) > 1 && !k.country.empty())
      national_bodies_.push_back(a);
  }
  for (uint32_t a = 0; a < d_.actors.size(); ++a) {
    Actor& actor = d_.actors[a];
    if (actor.kind == ActorKind::kState || actor.kind == ActorKind::kOutlet) continue;
    Known& k = known_[a];
    if (k.owner != kNone) actor.part_of = k.owner;
    for (const Office& office : actor.offices) {
      if (office.body.empty()) continue;
      // By its name, or by its last word: "the Front's leader"; "the military's General Staff" is the
      // military's.
      std::string body = fold(without_article(office.body));
      if (called(body).empty()) {
        const size_t owner = std::min(body.find("'s "), body.find("s' "));
        if (owner != std::string::npos) body.resize(owner);
      }
      for (const uint32_t b : called(body)) {
        const ActorKind kind = d_.actors[b].kind;
        if (b == a || (kind != ActorKind::kBody && kind != ActorKind::kGroup && kind != ActorKind::kOutlet))
          continue;
        actor.part_of = b;
        break;
      }
    }
    if (actor.part_of == kNone || !(k.sector_weak || k.country.empty()) || !k.fixed.empty()) continue;
    const Known& of = known_[actor.part_of];
    if (k.sector_weak && !of.fixed.empty() && k.country.empty())
      k.fixed = of.fixed;
    else if (k.sector_weak && !of.sector.empty())
      k.sector = of.sector;
    if (k.country.empty())
      k.country = of.country.empty() ? of.fixed.substr(0, of.fixed.find(' ')) : of.country;
  }
}

void ActorResolver::states_of_offices() {
  static constexpr auto kOfState = word_set("GOV MIL LEG JUD SPY COP");
  std::map<std::string, uint32_t> states;
  for (uint32_t a = 0; a < d_.actors.size(); ++a) {
    if (d_.actors[a].kind == ActorKind::kState) states.emplace(known_[a].country, a);
  }
  for (uint32_t a = 0; a < d_.actors.size(); ++a) {
    Actor& actor = d_.actors[a];
    if (actor.kind == ActorKind::kState || actor.kind == ActorKind::kOutlet || actor.part_of != kNone)
      continue;
    const size_t space = actor.code.find(' ');
    if (space == std::string::npos || !kOfState.contains(std::string_view(actor.code).substr(space + 1)))
      continue;
    const auto found = states.find(actor.code.substr(0, space));
    if (found != states.end()) actor.part_of = found->second;
  }
}

void ActorResolver::sort_mentions() {
  std::stable_sort(d_.mentions.begin(), d_.mentions.end(), [](const ActorMention& x, const ActorMention& y) {
    return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
  });
}

}  // namespace hearsay
