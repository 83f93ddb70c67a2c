#include <algorithm>

#include "base/utf8.h"
#include "stages/actors/person_names.h"
#include "stages/actors/resolver.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

// Sectors whose country is the page's where none is named. The others ("experts", "critics") may be of
// anywhere.
constexpr auto kNationalSectors =
    word_set("GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF CVL MED REF AGR LAB EDU PRE ELI CRM");
// Alone, with "the", these mean what was named last.
constexpr auto kAnaphoric =
    word_set("group organisation organization body agency faction unit charity team force");

}  // namespace

bool is_national_sector(std::string_view sector) { return kNationalSectors.contains(sector); }

std::string ActorResolver::body_key(const Candidate& c) {
  if (!c.entry.empty()) return fold(c.entry);
  return plain_key(fold(without_article(c.name)));
}

std::string ActorResolver::plain_key(std::string name) {
  if (name.starts_with("ministry of ")) {
    std::string rest = name.substr(12);
    for (const std::string_view tail : {" affairs", " of "}) {
      const size_t at = rest.find(tail);
      if (at != std::string::npos) rest.resize(at);
    }
    return rest + " ministry";
  }
  const size_t defense = name.find("defense");
  if (defense != std::string::npos) name.replace(defense, 7, "defence");
  return name;
}

std::string ActorResolver::bare_key(const Candidate& c) const {
  std::string key = body_key(c);
  // The nationality goes: it stands apart.
  for (const Country* country : {k_.country(c.country)}) {
    if (!country) continue;
    for (const std::string& word : {fold(country->adjective), fold(country->name)}) {
      if (!word.empty() && key.starts_with(word + " ")) key = key.substr(word.size() + 1);
      if (!word.empty() && key.starts_with(word + "'s ")) key = key.substr(word.size() + 3);
    }
  }
  if (key.starts_with("us ") || key.starts_with("uk ")) key = key.substr(3);
  if (key.starts_with("u.s. ") || key.starts_with("u.k. ")) key = key.substr(5);
  return plain_key(key);
}

uint32_t ActorResolver::body(Candidate& c) {
  const bool generic = c.entry.empty() && (!c.title_case() || word_count(c.name) == 1);
  const std::string key = bare_key(c);
  uint32_t best = kNone;
  const std::string folded = fold(without_article(c.name));
  for (const uint32_t a : candidates_for(key, folded)) {
    const Actor& actor = d_.actors[a];
    if (actor.kind != ActorKind::kBody && actor.kind != ActorKind::kGroup && actor.kind != ActorKind::kOutlet)
      continue;
    const Known& k = known_[a];
    if (!agree(k.country, c.country)) continue;
    const bool same = k.key == key || has_name(a, folded);
    // "the ministry" after "the Orlish foreign ministry"
    const bool short_for =
        generic && c.definite && !same && !k.head.empty() && k.head == key && c.country.empty();
    if (!same && !short_for) continue;
    if (best == kNone || known_[a].last_mention > known_[best].last_mention) best = a;
  }
  if (best == kNone && c.anaphoric) return kNone;
  if (best == kNone) {
    Known known;
    known.key = key;
    known.head = c.head;
    if (c.country.empty() && c.code.empty()) c.country = country_of_person(c.body);
    if (c.country.empty() && c.code.empty() && is_national_sector(c.sector)) c.country = default_country(c);
    // Whose it is may have been said before: "the government" of the page's country.
    for (const uint32_t a : called(key)) {
      const bool body = generic && d_.actors[a].kind == ActorKind::kBody;
      if (body && known_[a].key == key && known_[a].country == c.country) return learned(a, c);
    }
    best = add(ActorKind::kBody, without_article(c.name.empty() ? phrase(c) : c.name), known);
  } else if (word_count(c.name) > word_count(d_.actors[best].name) && known_[best].key == key) {
    set_name(best, without_article(c.name));
  }
  return learned(best, c);
}

// Actors whose key, name or head is one of the two, each once.
std::vector<uint32_t> ActorResolver::candidates_for(const std::string& key, const std::string& folded) const {
  std::vector<uint32_t> actors = called(key);
  if (folded != key) {
    for (const uint32_t a : called(folded)) {
      if (std::find(actors.begin(), actors.end(), a) == actors.end()) actors.push_back(a);
    }
  }
  return actors;
}

uint32_t ActorResolver::learned(uint32_t a, const Candidate& c) {
  learn(a, c);
  add_written(a, c.alias);
  return a;
}

bool ActorResolver::has_name(uint32_t a, const std::string& folded) const {
  if (folded.empty()) return false;
  const std::vector<std::string>& names = known_[a].folded_names;
  return known_[a].folded == folded || std::find(names.begin(), names.end(), folded) != names.end();
}

bool ActorResolver::tells_of_arms() const {
  static constexpr auto kArms =
      word_set("kill wound soldier troop militant fighter gunman insurgent artillery militia airstrike");
  for (const Candidate& c : candidates_) {
    if (c.sector == "MIL" || c.code.ends_with(" MIL") || c.code.ends_with(" REB")) return true;
    if (c.sector == "REB" && c.head != "rebel") return true;
  }
  for (uint32_t i = 0; i < r_.size(); ++i) {
    if (kArms.contains(r_.lemma(i))) return true;
  }
  return false;
}

uint32_t ActorResolver::group(uint32_t n, Candidate& c) {
  if (c.sector == "REB" && c.head == "rebel" && c.entry.empty() && !armed_) c.sector.clear();
  const std::string key = c.entry.empty() ? bare_key(c) : fold(c.entry);
  const bool named = !c.entry.empty() || c.title_case();
  uint32_t best = kNone;
  const std::string folded = fold(without_article(c.name));
  std::vector<uint32_t> actors = candidates_for(key, folded);
  if (!named) actors.insert(actors.end(), called(c.head).begin(), called(c.head).end());
  for (const uint32_t a : actors) {
    const Actor& actor = d_.actors[a];
    const Known& k = known_[a];
    if (actor.kind != ActorKind::kGroup && !(named && actor.kind == ActorKind::kBody)) continue;
    if (!agree(k.country, c.country) && c.code.empty()) continue;
    const bool same = k.key == key || has_name(a, folded);
    const bool short_for =
        !named && c.definite && !c.owned && c.country.empty() && !k.head.empty() && k.head == c.head;
    if (!same && !short_for) continue;
    if (best == kNone || known_[a].last_mention > known_[best].last_mention) best = a;
  }
  if (c.owned) best = kNone;
  if (c.definite && !named && c.country.empty() && (c.head == "country" || c.head == "nation")) {
    if (!c.owned) {
      const auto state = states_.find(story_.of_page());
      if (state != states_.end()) return state->second;
      return last_of({ActorKind::kState}, n);
    }
    take_owner(c);
    return state(c);
  }
  if (best == kNone && c.definite && !c.owned && !named && c.sector.empty() && c.country.empty() &&
      !c.plural && kAnaphoric.contains(c.head)) {
    // "the group", "the organisation": the last one named.
    best =
        c.head == "group" || c.head == "faction" || c.head == "unit" || c.head == "force" || c.head == "team"
            ? last_of({ActorKind::kGroup, ActorKind::kBody}, n)
            : last_named_body(n);
    if (best != kNone) return best;
  }
  if (best == kNone) {
    Known known;
    known.key = key;
    known.head = c.head;
    known.plural = c.plural;
    if (c.owned) take_owner(c);
    if (c.country.empty() && c.code.empty()) c.country = country_of_person(c.body);
    if (c.country.empty() && c.code.empty() && (is_national_sector(c.sector) || c.sector == "JRN"))
      c.country = default_country(c);
    best = add(ActorKind::kGroup, without_article(c.name.empty() ? phrase(c) : c.name), known);
  }
  return learned(best, c);
}

std::string ActorResolver::country_of_person(std::string_view name) const {
  if (name.empty()) return {};
  for (const uint32_t a : called(surname_of(name))) {
    if (!known_[a].country.empty()) return known_[a].country;
  }
  return {};
}

std::string ActorResolver::default_country(const Candidate& c) const {
  std::string near = story_.near(c.sentence, byte(c));
  return near.empty() ? story_.of_page() : near;
}

uint32_t ActorResolver::state(Candidate& c) {
  if (c.country.empty()) return kNone;
  if (const auto found = states_.find(c.country); found != states_.end()) return found->second;
  const Country* country = k_.country(c.country);
  Known known;
  known.country = c.country;
  known.sector = "GOV";
  const uint32_t a = add(ActorKind::kState, country ? std::string(country->name) : c.name, known);
  states_.emplace(c.country, a);
  return a;
}

uint32_t ActorResolver::outlet(Candidate& c) {
  const std::string key = c.entry.empty() ? fold(without_article(c.name)) : fold(c.entry);
  const std::string folded = fold(without_article(c.name));
  for (const uint32_t a : candidates_for(key, folded)) {
    if (d_.actors[a].kind != ActorKind::kOutlet) continue;
    if (known_[a].key == key || has_name(a, folded)) return learned(a, c);
  }
  Known known;
  known.key = key;
  known.sector = "JRN";
  known.head = c.head;
  return learned(add(ActorKind::kOutlet, c.entry.empty() ? without_article(c.name) : c.entry, known), c);
}

uint32_t ActorResolver::unknown(Candidate& c) {
  if (const uint32_t named = nicknamed(c); named != kNone) return named;
  if (const auto nickname = nicknames_.find(fold(c.name)); nickname != nicknames_.end())
    return nickname->second;
  if (c.modifier || c.name.size() < 3) return kNone;
  if (unknown_names_.empty()) {
    for (const Candidate& other : candidates_)
      if (other.kind == CandidateKind::kName) ++unknown_names_[other.name];
  }
  if (unknown_names_[c.name] < 2 && !c.subject) return kNone;
  const std::string key = fold(c.name);
  for (const uint32_t a : called(key)) {
    if (d_.actors[a].kind == ActorKind::kUnknown && known_[a].key == key) return a;
  }
  Known known;
  known.key = key;
  return learned(add(ActorKind::kUnknown, c.name, known), c);
}

}  // namespace hearsay
