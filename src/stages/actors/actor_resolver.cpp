#include "stages/actors/actor_resolver.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "stages/actors/person_names.h"
#include "stages/actors/resolver.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kDiplomats = word_set("minister secretary ambassador envoy negotiator diplomat delegate");
constexpr auto kLeaders = word_set("president minister premier king leader chief chancellor prince");

}  // namespace

std::string actor_code(const std::string& country, const std::string& sector) {
  if (country.empty()) return sector;
  return sector.empty() ? country : country + " " + sector;
}

bool stands_in(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '-';
    const bool ends =
        at + word.size() == text.size() || text[at + word.size()] == ' ' || text[at + word.size()] == '-';
    if (begins && ends) return true;
  }
  return false;
}

void ActorResolver::run() {
  actor_of_.assign(candidates_.size(), kNone);
  armed_ = tells_of_arms();
  for (uint32_t n = 0; n < candidates_.size(); ++n) {
    Candidate& c = candidates_[n];
    const uint32_t actor = resolve(n, c);
    actor_of_[n] = actor;
    if (actor == kNone) continue;
    mention(n, c, actor);
  }
  complete();
}

uint32_t ActorResolver::resolve(uint32_t n, Candidate& c) {
  if (c.apposition_of != kNone && actor_of_[c.apposition_of] != kNone)
    return apposition(c, actor_of_[c.apposition_of]);
  switch (c.kind) {
    case CandidateKind::kPerson:
      return person(c);
    case CandidateKind::kOffice:
      return office(n, c);
    case CandidateKind::kBody:
      return body(c);
    case CandidateKind::kGroup:
      return group(n, c);
    case CandidateKind::kState:
      return state(c);
    case CandidateKind::kOutlet:
      return outlet(c);
    case CandidateKind::kPronoun: {
      const uint32_t a = pronoun(c);
      if (a != kNone && known_[a].gender == Gender::kUnknown) known_[a].gender = c.gender;
      return a;
    }
    case CandidateKind::kName:
      return unknown(c);
  }
  return kNone;
}

uint32_t ActorResolver::add(ActorKind kind, std::string name, Known known) {
  const uint32_t a = static_cast<uint32_t>(d_.actors.size());
  Actor actor;
  actor.kind = kind;
  d_.actors.push_back(std::move(actor));
  known_.push_back(std::move(known));
  set_name(a, std::move(name));
  index(known_[a].key, a);
  index(known_[a].head, a);
  return a;
}

void ActorResolver::set_name(uint32_t a, std::string name) {
  known_[a].folded = fold(without_article(name));
  index(d_.actors[a].kind == ActorKind::kPerson ? surname_of(name) : known_[a].folded, a);
  d_.actors[a].name = std::move(name);
}

void ActorResolver::add_written(uint32_t a, std::string words) {
  std::vector<std::string>& names = d_.actors[a].names;
  if (words.empty() || std::find(names.begin(), names.end(), words) != names.end()) return;
  known_[a].folded_names.push_back(fold(without_article(words)));
  index(known_[a].folded_names.back(), a);
  names.push_back(std::move(words));
}

void ActorResolver::index(const std::string& folded, uint32_t a) {
  if (folded.empty()) return;
  std::vector<uint32_t>& actors = called_[folded];
  if (actors.empty() || std::find(actors.begin(), actors.end(), a) == actors.end()) actors.push_back(a);
}

const std::vector<uint32_t>& ActorResolver::called(const std::string& folded) const {
  static const std::vector<uint32_t> kNobody;
  const auto found = called_.find(folded);
  return found == called_.end() ? kNobody : found->second;
}

std::string ActorResolver::phrase(const Candidate& c) const {
  return d_.text.substr(r_.shape(c.first).begin, r_.shape(c.last - 1).end - r_.shape(c.first).begin);
}

std::string ActorResolver::without_article(std::string text) {
  for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

uint32_t ActorResolver::byte(const Candidate& c) const { return r_.shape(c.first).begin; }

void ActorResolver::learn(uint32_t a, const Candidate& c) {
  Known& k = known_[a];
  if (k.country.empty()) k.country = c.country;
  if (k.fixed.empty()) k.fixed = c.code;
  if ((k.sector.empty() || k.sector_weak) && !c.sector.empty()) {
    k.sector = c.sector;
    k.sector_weak = c.relational;
  }
  if (k.gender == Gender::kUnknown) k.gender = c.gender;
  k.aged = k.aged || c.aged;
  if (c.owner != kNone) k.owner = c.owner;
  // "the administration of US President Orvel": "the Orvel administration" later is of the same country.
  if (c.kind == CandidateKind::kBody && !c.body.empty()) index(surname_of(c.body), a);
  if (c.title.empty()) return;
  const std::string title = to_lower(c.title);
  if (std::find(k.titles.begin(), k.titles.end(), title) != k.titles.end()) return;
  if (k.titles.empty() && d_.actors[a].kind == ActorKind::kPerson) titled_.push_back(a);
  k.titles.push_back(title);
  if (d_.actors[a].kind == ActorKind::kGroup || d_.actors[a].kind == ActorKind::kBody) return;
  Office office;
  office.title = c.title;
  office.body = c.body;
  office.source = "text";
  office.span = {r_.shape(c.first).begin, r_.shape(c.last - 1).end};
  d_.actors[a].offices.push_back(std::move(office));
}

uint32_t ActorResolver::person(Candidate& c) {
  if (c.owned && !c.title.empty()) take_owner(c);
  uint32_t best = kNone;
  bool exact = false;
  if (const uint32_t named = nicknamed(c); named != kNone) return named;
  const std::string folded = fold(c.name);
  for (const uint32_t a : called(surname_of(c.name))) {
    if (d_.actors[a].kind != ActorKind::kPerson || !may_be_one_person(d_.actors[a].name, c.name)) continue;
    const bool same = known_[a].folded == folded;
    // Two of one surname: the one whose name it is, else whose title it is, else the one spoken of last.
    if (exact && !same) continue;
    if (best == kNone || (same && !exact) || better(a, best, c)) best = a;
    exact = exact || same;
  }
  if (const auto nickname = nicknames_.find(folded); best == kNone && nickname != nicknames_.end())
    best = nickname->second;
  if (best == kNone && word_count(c.name) == 1) best = by_first_name(c.name);
  if (best == kNone) {
    best = add(ActorKind::kPerson, c.name, {});
  } else if (c.name.size() > d_.actors[best].name.size() &&
             word_count(c.name) >= word_count(d_.actors[best].name)) {
    set_name(best, c.name);
  }
  index(fold(first_word(c.name)), best);
  learn(best, c);
  return best;
}

uint32_t ActorResolver::nicknamed(const Candidate& c) {
  bool said = c.first > 1 && r_.lower(c.first - 1) == "as" && r_.lower(c.first - 2) == "known";
  for (uint32_t i = c.first; i < c.last; ++i)
    said = said || r_.lower(i) == "nickname" || r_.lower(i) == "alias";
  if (!said || history_.empty() || candidates_[history_.back().candidate].sentence != c.sentence)
    return kNone;
  const uint32_t a = history_.back().actor;
  if (d_.actors[a].kind != ActorKind::kPerson) return kNone;
  nicknames_.emplace(fold(c.name), a);
  return a;
}

bool ActorResolver::better(uint32_t a, uint32_t than, const Candidate& c) const {
  if (!c.head.empty()) {
    const bool fits = has_title(known_[a], c.head), other = has_title(known_[than], c.head);
    if (fits != other) return fits;
  }
  return known_[a].last_mention > known_[than].last_mention;
}

uint32_t ActorResolver::by_first_name(std::string_view name) const {
  uint32_t found = kNone;
  const std::string folded = fold(name);
  for (const uint32_t a : called(folded)) {
    if (d_.actors[a].kind != ActorKind::kPerson || word_count(d_.actors[a].name) < 2) continue;
    if (fold(first_word(d_.actors[a].name)) != folded) continue;
    if (found != kNone) return kNone;
    found = a;
  }
  return found;
}

bool ActorResolver::has_title(const Known& k, std::string_view head) {
  return std::any_of(k.titles.begin(), k.titles.end(),
                     [&](const std::string& t) { return stands_in(t, head); });
}

uint32_t ActorResolver::apposition(Candidate& c, uint32_t a) {
  if (d_.actors[a].kind == ActorKind::kUnknown) d_.actors[a].kind = ActorKind::kPerson;
  if (c.owned) take_owner(c);
  learn(a, c);
  return a;
}

uint32_t ActorResolver::owner_of(const Candidate& c) const {
  const std::string_view w = r_.lower(c.first);
  const bool person = w == "his" || w == "her" || w == "my";
  for (size_t m = history_.size(); m-- > 0 && m + 12 > history_.size();) {
    const Candidate& other = candidates_[history_[m].candidate];
    if (byte(other) >= byte(c) || c.sentence - other.sentence > 2 || (other.modifier && !person)) continue;
    const ActorKind kind = d_.actors[history_[m].actor].kind;
    if (w == "its" && kind == ActorKind::kGroup && other.plural) continue;
    if (person ? kind == ActorKind::kPerson || kind == ActorKind::kOffice
               : kind == ActorKind::kState || kind == ActorKind::kBody || kind == ActorKind::kGroup)
      return history_[m].actor;
  }
  return kNone;
}

void ActorResolver::take_owner(Candidate& c) {
  const uint32_t owner = owner_of(c);
  if (owner == kNone || !c.code.empty()) return;
  const Known& k = known_[owner];
  const bool own_sector = !c.sector.empty() && !c.relational;
  if (!k.fixed.empty() && c.country.empty()) {
    if (!own_sector)
      c.code = k.fixed;
    else
      c.country = k.fixed.substr(0, k.fixed.find(' '));
  } else {
    if (c.country.empty()) c.country = k.country;
    if (!own_sector && !k.sector.empty()) c.sector = k.sector;
  }
  if (!own_sector) c.relational = false;
  c.owner = owner;
}

uint32_t ActorResolver::office(uint32_t n, Candidate& c) {
  if (c.definite && !c.owned) {
    if (const uint32_t a = titled_before(c); a != kNone) {
      if (!c.country.empty()) learn(a, c);
      return a;
    }
    if (const uint32_t a = titled_later(n, c); a != kNone) return a;
    const std::vector<uint32_t>& same = called(c.head);
    for (size_t s = same.size(); s-- > 0;) {
      const uint32_t a = same[s];
      if (d_.actors[a].kind == ActorKind::kOffice && known_[a].head == c.head &&
          agree(known_[a].country, c.country)) {
        learn(a, c);
        return a;
      }
    }
  }
  Known known;
  known.head = c.head;
  if (c.owned) take_owner(c);
  const uint32_t a =
      add(ActorKind::kOffice, c.definite || c.name.empty() ? without_article(phrase(c)) : phrase(c), known);
  learn(a, c);
  return a;
}

bool ActorResolver::agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

bool ActorResolver::same_body(uint32_t a, const Candidate& c) const {
  if (c.body.empty() || k_.country_words(std::string_view(c.body))) return true;
  const std::string body = fold(without_article(c.body));
  for (const Office& office : d_.actors[a].offices) {
    const std::string other = fold(without_article(office.body));
    if (other.empty() || stands_in(other, body) || stands_in(body, other)) return true;
  }
  return false;
}

bool ActorResolver::fits_title(uint32_t a, const Candidate& c) const {
  const Known& k = known_[a];
  if (!same_body(a, c)) return false;
  const std::string code_country = k.fixed.substr(0, k.fixed.find(' '));
  if (!agree(k.country.empty() ? code_country : k.country, c.country)) return false;
  if (c.gender != Gender::kUnknown && k.gender != Gender::kUnknown && c.gender != k.gender) return false;
  // "the Russian foreign minister" is no defence minister.
  const std::string title = to_lower(c.title);
  for (const std::string& t : k.titles) {
    if (t == title || stands_in(t, title) || stands_in(title, t)) return true;
    if (stands_in(t, c.head) && word_count(title) == 1) return true;
    if (c.head == "general" && t.find("gen.") != std::string::npos) return true;
    if (c.head == "diplomat" || c.head == "envoy") {
      const std::string last = t.substr(t.rfind(' ') == std::string::npos ? 0 : t.rfind(' ') + 1);
      if (kDiplomats.contains(last) && (last != "minister" || t.find("foreign") != std::string::npos))
        return true;
    }
    if (c.head == "leader" || c.head == "premier" || c.head == "politician") {
      const std::string last = t.substr(t.rfind(' ') == std::string::npos ? 0 : t.rfind(' ') + 1);
      if (kLeaders.contains(last) && !c.country.empty() && k.country == c.country) return true;
    }
  }
  return false;
}

uint32_t ActorResolver::titled_before(Candidate& c) const {
  static constexpr size_t kMost = 200;  // of the latest; a page that names more is a list of holders
  uint32_t best = kNone;
  for (size_t t = titled_.size(); t-- > 0 && titled_.size() - t <= kMost;) {
    const uint32_t a = titled_[t];
    if (!fits_title(a, c)) continue;
    if (best == kNone || known_[a].last_mention > known_[best].last_mention) best = a;
  }
  return best;
}

uint32_t ActorResolver::titled_later(uint32_t n, Candidate& c) {
  static constexpr size_t kMost = 50;  // more of one title are a list of holders, and none is meant
  if (!titles_gathered_) {
    titles_gathered_ = true;
    for (uint32_t m = 0; m < candidates_.size(); ++m) {
      const Candidate& other = candidates_[m];
      if (other.kind != CandidateKind::kPerson || other.title.empty()) continue;
      titled_candidates_[to_lower(other.title)].push_back(m);
      if (word_count(other.title) > 1) titled_candidates_[other.head].push_back(m);
    }
  }
  const auto titled = titled_candidates_.find(word_count(c.title) > 1 ? to_lower(c.title) : c.head);
  if (titled == titled_candidates_.end() || titled->second.size() > kMost) return kNone;
  std::optional<uint32_t> found;
  for (const uint32_t m : titled->second) {
    if (!agree(candidates_[m].country, c.country)) continue;
    if (found && !may_be_one_person(candidates_[*found].name, candidates_[m].name)) return kNone;
    if (!found) found = m;
  }
  if (!found || *found < n) return kNone;
  return person(candidates_[*found]);
}

void ActorResolver::mention(uint32_t n, const Candidate& c, uint32_t a) {
  ActorMention m;
  m.span = {r_.shape(c.first).begin, r_.shape(c.last - 1).end};
  m.actor = a;
  switch (c.kind) {
    case CandidateKind::kPronoun:
      m.form = MentionForm::kPronoun;
      break;
    case CandidateKind::kPerson:
      m.form =
          c.title.empty() && c.first + 0 == name_first(c) ? MentionForm::kName : MentionForm::kTitledName;
      break;
    case CandidateKind::kOffice:
      m.form = c.indefinite ? MentionForm::kNominal : MentionForm::kTitle;
      break;
    case CandidateKind::kName:
    case CandidateKind::kOutlet:
    case CandidateKind::kState:
      m.form = MentionForm::kName;
      break;
    default:
      m.form = c.title_case() || !c.entry.empty() ? MentionForm::kName : MentionForm::kNominal;
  }
  if (c.kind == CandidateKind::kState && c.name.empty()) m.form = MentionForm::kNominal;
  m.code = code_of(c);
  Known& k = known_[a];
  k.last_mention = static_cast<uint32_t>(history_.size()) + 1;
  ++k.mentions;
  history_.push_back({n, a});
  if (k.first_mention == kNone) k.first_mention = static_cast<uint32_t>(d_.mentions.size());
  d_.mentions.push_back(std::move(m));
  mention_candidate_.push_back(n);
  if (c.kind == CandidateKind::kPronoun) return;
  if (c.kind != CandidateKind::kState || !c.name.empty()) add_written(a, phrase(c));
}

uint32_t ActorResolver::name_first(const Candidate& c) const {
  const std::string words = phrase(c);
  return words == c.name ? c.first : c.first + 1;
}

void resolve_actors(Document& document, const Reading& reading, const Knowledge& knowledge,
                    std::vector<Candidate>& candidates) {
  document.actors.clear();
  document.mentions.clear();
  ActorResolver(document, reading, knowledge, candidates).run();
  assign_actor_ids(document);
}

}  // namespace hearsay
