#include "stages/actors/actor_resolver.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "stages/actors/person_names.h"
#include "stages/actors/story_country.h"
#include "text/lemma.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

// What the resolver knows of an actor beyond the record's own type.
struct Known {
  std::string key;       // bodies and groups: by which another phrase is the same
  std::string head;      // of a body or group: "ministry", "rebel"
  std::string country, sector, fixed;
  std::vector<std::string> titles;  // in lower case
  Gender gender = Gender::kUnknown;
  bool plural = false, aged = false, sector_weak = false;
  uint32_t last_mention = 0;  // index into the order of mentions
  int mentions = 0;
};

constexpr auto kPublicSectors = word_set("GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF ELI PRE REL JRN SOC BUS CRM IGO UNO EUR NGO IMG");
// Sectors whose country is the page's where none is named. The others ("experts", "critics") may be of anywhere.
constexpr auto kNationalSectors = word_set("GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF CVL MED REF AGR LAB EDU PRE ELI CRM");
// Alone, with "the", these mean what was named last.
constexpr auto kAnaphoric = word_set("group organisation organization body agency faction unit charity team force");
// "It is clear", "it seems": nobody.
constexpr auto kImpersonal = word_set("be seem appear become happen look remain follow matter turn cost take rain");
constexpr auto kDiplomats = word_set("minister secretary ambassador envoy negotiator diplomat delegate");
constexpr auto kLeaders = word_set("president minister premier king leader chief chancellor prince");

std::string join(const std::string& country, const std::string& sector) {
  if (country.empty()) return sector;
  return sector.empty() ? country : country + " " + sector;
}

bool holds_word(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '-';
    const bool ends = at + word.size() == text.size() || text[at + word.size()] == ' ' || text[at + word.size()] == '-';
    if (begins && ends) return true;
  }
  return false;
}

class Resolver {
 public:
  Resolver(Document& d, const Reading& r, const Knowledge& k, std::vector<Candidate>& c) : d_(d), r_(r), k_(k), candidates_(c), story_(d, c) {}

  void run() {
    actor_of_.assign(candidates_.size(), kNone);
    for (uint32_t n = 0; n < candidates_.size(); ++n) {
      Candidate& c = candidates_[n];
      const uint32_t actor = resolve(n, c);
      actor_of_[n] = actor;
      if (actor == kNone) continue;
      mention(n, c, actor);
    }
    complete();
  }

 private:
  uint32_t resolve(uint32_t n, Candidate& c) {
    if (c.apposition_of != kNone && actor_of_[c.apposition_of] != kNone) return apposition(c, actor_of_[c.apposition_of]);
    switch (c.kind) {
      case CandidateKind::kPerson: return person(c);
      case CandidateKind::kOffice: return office(n, c);
      case CandidateKind::kBody: return body(c);
      case CandidateKind::kGroup: return group(n, c);
      case CandidateKind::kState: return state(c);
      case CandidateKind::kOutlet: return outlet(c);
      case CandidateKind::kPronoun: return pronoun(n, c);
      case CandidateKind::kName: return unknown(c);
    }
    return kNone;
  }

  // ---- actors ----

  uint32_t add(ActorKind kind, std::string name, Known known) {
    Actor actor;
    actor.kind = kind;
    actor.name = std::move(name);
    d_.actors.push_back(std::move(actor));
    known_.push_back(std::move(known));
    return static_cast<uint32_t>(d_.actors.size() - 1);
  }

  std::string phrase(const Candidate& c) const {
    return d_.text.substr(r_.shape(c.first).begin, r_.shape(c.last - 1).end - r_.shape(c.first).begin);
  }
  static std::string without_article(std::string text) {
    for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
      if (text.starts_with(article)) return text.substr(article.size());
    }
    return text;
  }
  uint32_t byte(const Candidate& c) const { return r_.shape(c.first).begin; }

  void learn(uint32_t a, const Candidate& c) {
    Known& k = known_[a];
    if (k.country.empty()) k.country = c.country;
    if (k.fixed.empty()) k.fixed = c.code;
    if ((k.sector.empty() || k.sector_weak) && !c.sector.empty()) {
      k.sector = c.sector;
      k.sector_weak = c.relational;
    }
    if (k.gender == Gender::kUnknown) k.gender = c.gender;
    k.aged = k.aged || c.aged;
    if (c.title.empty()) return;
    const std::string title = to_lower(c.title);
    if (std::find(k.titles.begin(), k.titles.end(), title) != k.titles.end()) return;
    k.titles.push_back(title);
    if (d_.actors[a].kind == ActorKind::kGroup || d_.actors[a].kind == ActorKind::kBody) return;
    Office office;
    office.title = c.title;
    office.body = c.body;
    office.source = "text";
    office.span = {r_.shape(c.first).begin, r_.shape(c.last - 1).end};
    d_.actors[a].offices.push_back(std::move(office));
  }

  uint32_t person(Candidate& c) {
    uint32_t best = kNone;
    bool exact = false;
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      if (d_.actors[a].kind != ActorKind::kPerson || !may_be_one_person(d_.actors[a].name, c.name)) continue;
      const bool same = fold(d_.actors[a].name) == fold(c.name);
      // Two of one surname: the one whose name it is, else whose title it is, else the one spoken of last.
      if (exact && !same) continue;
      if (best == kNone || (same && !exact) || better(a, best, c)) best = a;
      exact = exact || same;
    }
    if (best == kNone && word_count(c.name) == 1) best = by_first_name(c.name);
    if (best == kNone) {
      best = add(ActorKind::kPerson, c.name, {});
    } else if (c.name.size() > d_.actors[best].name.size() && word_count(c.name) >= word_count(d_.actors[best].name)) {
      d_.actors[best].name = c.name;
    }
    learn(best, c);
    return best;
  }

  bool better(uint32_t a, uint32_t than, const Candidate& c) const {
    if (!c.head.empty()) {
      const bool fits = has_title(known_[a], c.head), other = has_title(known_[than], c.head);
      if (fits != other) return fits;
    }
    return known_[a].last_mention > known_[than].last_mention;
  }

  uint32_t by_first_name(std::string_view name) const {
    uint32_t found = kNone;
    const std::string folded = fold(name);
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      if (d_.actors[a].kind != ActorKind::kPerson || word_count(d_.actors[a].name) < 2) continue;
      if (fold(first_word(d_.actors[a].name)) != folded) continue;
      if (found != kNone) return kNone;
      found = a;
    }
    return found;
  }

  static bool has_title(const Known& k, std::string_view head) {
    return std::any_of(k.titles.begin(), k.titles.end(), [&](const std::string& t) { return holds_word(t, head); });
  }

  uint32_t apposition(Candidate& c, uint32_t a) {
    if (d_.actors[a].kind == ActorKind::kPerson || d_.actors[a].kind == ActorKind::kUnknown) d_.actors[a].kind = ActorKind::kPerson;
    if (c.owned && c.country.empty()) c.country = owner_country(c);
    learn(a, c);
    return a;
  }

  // The country of whoever "his", "its" in front of an office points to: the last state, body or person spoken of.
  std::string owner_country(const Candidate& c) const {
    for (size_t m = history_.size(); m-- > 0 && m + 8 > history_.size();) {
      const Known& k = known_[history_[m].actor];
      if (byte(candidates_[history_[m].candidate]) >= byte(c)) continue;
      if (!k.fixed.empty()) return k.fixed.substr(0, k.fixed.find(' '));
      if (!k.country.empty()) return k.country;
    }
    return {};
  }

  // ---- "the minister", "a doctor", "his spokesman" ----

  uint32_t office(uint32_t n, Candidate& c) {
    if (c.definite && !c.owned) {
      if (const uint32_t a = titled_before(c); a != kNone) return a;
      if (const uint32_t a = titled_later(n, c); a != kNone) return a;
      for (uint32_t a = static_cast<uint32_t>(d_.actors.size()); a-- > 0;) {
        if (d_.actors[a].kind == ActorKind::kOffice && known_[a].head == c.head && agree(known_[a].country, c.country)) {
          learn(a, c);
          return a;
        }
      }
    }
    Known known;
    known.head = c.head;
    if (c.owned && c.country.empty() && c.code.empty()) c.country = owner_country(c);
    const uint32_t a = add(ActorKind::kOffice, c.definite || c.name.empty() ? without_article(phrase(c)) : phrase(c), known);
    learn(a, c);
    return a;
  }

  static bool agree(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

  bool fits_title(uint32_t a, const Candidate& c) const {
    const Known& k = known_[a];
    const std::string code_country = k.fixed.substr(0, k.fixed.find(' '));
    if (!agree(k.country.empty() ? code_country : k.country, c.country)) return false;
    if (c.gender != Gender::kUnknown && k.gender != Gender::kUnknown && c.gender != k.gender) return false;
    // "the Russian foreign minister" is no defence minister.
    const std::string title = to_lower(c.title);
    for (const std::string& t : k.titles) {
      if (t == title || holds_word(t, title) || holds_word(title, t)) return true;
      if (holds_word(t, c.head) && word_count(title) == 1) return true;
      if (c.head == "general" && t.find("gen.") != std::string::npos) return true;
      if (c.head == "diplomat" || c.head == "envoy") {
        const std::string last = t.substr(t.rfind(' ') == std::string::npos ? 0 : t.rfind(' ') + 1);
        if (kDiplomats.contains(last) && (last != "minister" || t.find("foreign") != std::string::npos)) return true;
      }
      if (c.head == "leader" || c.head == "premier" || c.head == "politician") {
        const std::string last = t.substr(t.rfind(' ') == std::string::npos ? 0 : t.rfind(' ') + 1);
        if (kLeaders.contains(last) && !c.country.empty() && k.country == c.country) return true;
      }
    }
    return false;
  }

  uint32_t titled_before(Candidate& c) const {
    uint32_t best = kNone;
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      if (d_.actors[a].kind != ActorKind::kPerson || !fits_title(a, c)) continue;
      if (best == kNone || known_[a].last_mention > known_[best].last_mention) best = a;
    }
    return best;
  }

  // Named only later: "the Russian foreign minister said ... Minister Tal added". Only where one person alone fits.
  uint32_t titled_later(uint32_t n, Candidate& c) {
    if (c.country.empty() || word_count(c.title) < 2) return kNone;
    const std::string title = to_lower(c.title);
    std::optional<uint32_t> found;
    for (uint32_t m = n + 1; m < candidates_.size(); ++m) {
      const Candidate& later = candidates_[m];
      if (later.kind != CandidateKind::kPerson || later.title.empty() || to_lower(later.title) != title || !agree(later.country, c.country)) continue;
      if (found && !may_be_one_person(candidates_[*found].name, later.name)) return kNone;
      if (!found) found = m;
    }
    if (!found) return kNone;
    return person(candidates_[*found]);
  }

  // ---- bodies, groups, states, outlets ----

  // "foreign ministry" for "Ministry of Foreign Affairs", without nationality and article.
  static std::string body_key(const Candidate& c) {
    if (!c.entry.empty()) return fold(c.entry);
    std::string name = fold(without_article(c.name));
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
  std::string bare_key(const Candidate& c) const {
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
    return key;
  }

  uint32_t body(Candidate& c) {
    const bool generic = c.entry.empty() && !c.title_case();
    const std::string key = bare_key(c);
    uint32_t best = kNone;
    for (uint32_t a = static_cast<uint32_t>(d_.actors.size()); a-- > 0;) {
      const Actor& actor = d_.actors[a];
      if (actor.kind != ActorKind::kBody && actor.kind != ActorKind::kGroup && actor.kind != ActorKind::kOutlet) continue;
      const Known& k = known_[a];
      if (!agree(k.country, c.country)) continue;
      const bool same = k.key == key || (!c.name.empty() && fold(actor.name) == fold(c.name)) || has_name(actor, c.name);
      // "the ministry" after "the Orlish foreign ministry"
      const bool short_for = generic && c.definite && !same && !k.head.empty() && k.head == key && c.country.empty();
      if (!same && !short_for) continue;
      if (best == kNone || known_[a].last_mention > known_[best].last_mention) best = a;
    }
    if (best == kNone) {
      Known known;
      known.key = key;
      known.head = c.head;
      if (c.country.empty() && c.code.empty() && kNationalSectors.contains(c.sector)) c.country = default_country(c);
      // Whose it is may have been said before: "the government" of the page's country.
      for (uint32_t a = 0; a < d_.actors.size() && generic; ++a) {
        if (d_.actors[a].kind == ActorKind::kBody && known_[a].key == key && known_[a].country == c.country) return learned(a, c);
      }
      best = add(ActorKind::kBody, without_article(c.name.empty() ? phrase(c) : c.name), known);
    } else if (word_count(c.name) > word_count(d_.actors[best].name) && known_[best].key == key) {
      d_.actors[best].name = without_article(c.name);
    }
    return learned(best, c);
  }

  uint32_t learned(uint32_t a, const Candidate& c) {
    learn(a, c);
    if (!c.alias.empty() && !has_name(d_.actors[a], c.alias)) d_.actors[a].names.push_back(c.alias);
    return a;
  }

  static bool has_name(const Actor& actor, const std::string& name) {
    if (name.empty()) return false;
    const std::string folded = fold(without_article(name));
    return std::any_of(actor.names.begin(), actor.names.end(), [&](const std::string& n) { return fold(without_article(n)) == folded; });
  }

  uint32_t group(uint32_t n, Candidate& c) {
    const std::string key = c.entry.empty() ? bare_key(c) : fold(c.entry);
    const bool named = !c.entry.empty() || c.title_case();
    uint32_t best = kNone;
    for (uint32_t a = static_cast<uint32_t>(d_.actors.size()); a-- > 0;) {
      const Actor& actor = d_.actors[a];
      const Known& k = known_[a];
      if (actor.kind != ActorKind::kGroup && !(named && actor.kind == ActorKind::kBody)) continue;
      if (!agree(k.country, c.country) && c.code.empty()) continue;
      const bool same = k.key == key || has_name(actor, c.name);
      const bool short_for = !named && c.definite && !c.owned && c.country.empty() && !k.head.empty() && k.head == c.head;
      if (!same && !short_for) continue;
      if (best == kNone || known_[a].last_mention > known_[best].last_mention) best = a;
    }
    if (c.owned) best = kNone;
    if (c.definite && !named && c.country.empty() && (c.head == "country" || c.head == "nation")) return last_of({ActorKind::kState}, n);
    if (best == kNone && c.definite && !c.owned && !named && c.sector.empty() && c.country.empty() && kAnaphoric.contains(c.head)) {
      // "the group", "the organisation": the last one named.
      best = last_of({ActorKind::kGroup, ActorKind::kBody}, n);
      if (best != kNone) return best;
    }
    if (best == kNone) {
      Known known;
      known.key = key;
      known.head = c.head;
      known.plural = c.plural;
      if (c.owned && c.country.empty() && c.code.empty()) c.country = owner_country(c);
      if (c.country.empty() && c.code.empty() && kNationalSectors.contains(c.sector)) c.country = default_country(c);
      best = add(ActorKind::kGroup, without_article(c.name.empty() ? phrase(c) : c.name), known);
    }
    return learned(best, c);
  }

  std::string default_country(const Candidate& c) const {
    std::string near = story_.near(c.sentence, byte(c));
    return near.empty() ? story_.of_page() : near;
  }

  uint32_t state(Candidate& c) {
    if (c.country.empty()) return kNone;
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      if (d_.actors[a].kind == ActorKind::kState && known_[a].country == c.country) return a;
    }
    const Country* country = k_.country(c.country);
    Known known;
    known.country = c.country;
    known.sector = "GOV";
    return add(ActorKind::kState, country ? std::string(country->name) : c.name, known);
  }

  uint32_t outlet(Candidate& c) {
    const std::string key = c.entry.empty() ? fold(without_article(c.name)) : fold(c.entry);
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      if (d_.actors[a].kind != ActorKind::kOutlet) continue;
      if (known_[a].key == key || has_name(d_.actors[a], c.name)) return learned(a, c);
    }
    Known known;
    known.key = key;
    known.sector = "JRN";
    known.head = c.head;
    return learned(add(ActorKind::kOutlet, c.entry.empty() ? without_article(c.name) : c.entry, known), c);
  }

  // A name of which the page says too little: kept only where it comes again or says something.
  uint32_t unknown(Candidate& c) {
    if (c.modifier || c.name.size() < 3) return kNone;
    int seen = 0;
    for (const Candidate& other : candidates_) seen += other.kind == CandidateKind::kName && other.name == c.name;
    if (seen < 2 && !c.subject) return kNone;
    const std::string key = fold(c.name);
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      if (d_.actors[a].kind == ActorKind::kUnknown && known_[a].key == key) return a;
    }
    Known known;
    known.key = key;
    return learned(add(ActorKind::kUnknown, c.name, known), c);
  }

  // ---- pronouns ----

  uint32_t last_of(std::initializer_list<ActorKind> kinds, uint32_t n) const {
    const uint32_t sentence = candidates_[n].sentence;
    for (size_t m = history_.size(); m-- > 0;) {
      const Candidate& c = candidates_[history_[m].candidate];
      if (sentence - c.sentence > 3) break;
      if (c.modifier) continue;
      if (std::find(kinds.begin(), kinds.end(), d_.actors[history_[m].actor].kind) != kinds.end()) return history_[m].actor;
    }
    return kNone;
  }

  // He and she: the subject of the sentence so far, else of the one before; of fitting gender. Where several could be meant
  // and none is a subject, nobody.
  uint32_t pronoun(uint32_t n, Candidate& c) {
    const bool person = c.head == "he" || c.head == "she" || c.head == "him" || c.head == "her";
    const auto fits = [&](const Mentioned& m) {
      const Actor& actor = d_.actors[m.actor];
      const Known& k = known_[m.actor];
      if (candidates_[m.candidate].modifier) return false;
      if (person) {
        if (actor.kind != ActorKind::kPerson && !(actor.kind == ActorKind::kOffice && !k.plural)) return false;
        return c.gender == Gender::kUnknown || k.gender == Gender::kUnknown || c.gender == k.gender;
      }
      if (c.head == "they" || c.head == "them") return actor.kind == ActorKind::kGroup && (candidates_[m.candidate].plural || k.plural);
      return actor.kind == ActorKind::kState || actor.kind == ActorKind::kBody || (actor.kind == ActorKind::kGroup && !k.plural);
    };
    if (c.head == "it" && !acts(c)) return kNone;
    if (person && !history_.empty()) {
      // "the leader Orvel that he ...", "Orvel, who said he ..."
      const Mentioned& close = history_.back();
      const Candidate& before = candidates_[close.candidate];
      if (before.sentence == c.sentence && fits(close) && c.first - before.last <= 1 && r_.lower(before.last) == "that") return close.actor;
    }
    for (uint32_t back = 0; back <= 2; ++back) {
      if (back > c.sentence) break;
      const uint32_t sentence = c.sentence - back;
      uint32_t subject = kNone, last = kNone;
      int others = 0;
      for (const Mentioned& m : history_) {
        const Candidate& other = candidates_[m.candidate];
        if (other.sentence != sentence || !fits(m)) continue;
        if (c.head == "him" || c.head == "them" || (c.head == "her")) {
          // Its own clause's subject is not the object.
          if (other.sentence == c.sentence && other.subject && r_.shape(c.first).begin - byte(other) < 40) continue;
        }
        if (other.subject && subject == kNone) subject = m.actor;
        if (last != kNone && last != m.actor) ++others;
        last = m.actor;
      }
      const uint32_t chosen = subject != kNone ? subject : others == 0 ? last : kNone;
      if (chosen == kNone) {
        if (last != kNone) return kNone;  // several, none the subject
        continue;
      }
      if (known_[chosen].gender == Gender::kUnknown) known_[chosen].gender = c.gender;
      return chosen;
    }
    (void)n;
    return kNone;
  }

  // "It" before a verb of its own, not "it is", "it seems".
  bool acts(const Candidate& c) const {
    uint32_t k = c.last;
    while (k < r_.size() && (r_[k] == WordClass::kAdverb || r_[k] == WordClass::kHave || r_[k] == WordClass::kModal || r_[k] == WordClass::kDo || r_[k] == WordClass::kNegation)) ++k;
    if (r_[k] == WordClass::kBe) return is_verb(r_[k + 1]) && r_[k + 1] == WordClass::kIng;
    return is_verb(r_[k]) && !kImpersonal.contains(r_.lemma(k));
  }

  // ---- mentions and the end ----

  void mention(uint32_t n, const Candidate& c, uint32_t a) {
    ActorMention m;
    m.span = {r_.shape(c.first).begin, r_.shape(c.last - 1).end};
    m.actor = a;
    switch (c.kind) {
      case CandidateKind::kPronoun: m.form = MentionForm::kPronoun; break;
      case CandidateKind::kPerson: m.form = c.title.empty() && c.first + 0 == name_first(c) ? MentionForm::kName : MentionForm::kTitledName; break;
      case CandidateKind::kOffice: m.form = c.indefinite ? MentionForm::kNominal : MentionForm::kTitle; break;
      case CandidateKind::kName: case CandidateKind::kOutlet: case CandidateKind::kState: m.form = MentionForm::kName; break;
      default: m.form = c.title_case() || !c.entry.empty() ? MentionForm::kName : MentionForm::kNominal;
    }
    if (c.kind == CandidateKind::kState && c.name.empty()) m.form = MentionForm::kNominal;
    m.code = code_of(c);
    Known& k = known_[a];
    k.last_mention = static_cast<uint32_t>(history_.size()) + 1;
    ++k.mentions;
    history_.push_back({n, a});
    d_.mentions.push_back(std::move(m));
    mention_candidate_.push_back(n);
    if (c.kind == CandidateKind::kPronoun) return;
    const std::string words = c.kind == CandidateKind::kState && c.name.empty() ? std::string{} : phrase(c);
    std::vector<std::string>& names = d_.actors[a].names;
    if (!words.empty() && std::find(names.begin(), names.end(), words) == names.end()) names.push_back(words);
  }

  uint32_t name_first(const Candidate& c) const {
    const std::string words = phrase(c);
    return words == c.name ? c.first : c.first + 1;
  }

  // What the phrase itself says; filled up from its actor at the end.
  static std::string code_of(const Candidate& c) {
    if (!c.code.empty()) return c.code;
    if (c.kind == CandidateKind::kPronoun) return {};
    if (c.kind == CandidateKind::kState && c.located) return c.country;
    return c.country.empty() ? std::string{} : join(c.country, c.sector);
  }

  void complete() {
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      Actor& actor = d_.actors[a];
      Known& k = known_[a];
      if (k.fixed.empty() && k.country.empty() && needs_country(a)) k.country = country_for(a);
      actor.code = !k.fixed.empty() ? k.fixed : join(k.country, k.sector);
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
    belonging();
    sort_mentions();
  }

  bool needs_country(uint32_t a) const {
    const ActorKind kind = d_.actors[a].kind;
    if (kind == ActorKind::kOutlet || kind == ActorKind::kState || kind == ActorKind::kUnknown) return false;
    return kNationalSectors.contains(known_[a].sector);
  }

  // Whose a titled person or an unnamed official is, where no words say so.
  std::string country_for(uint32_t a) const {
    // The ministry of the same field, where the page names but one: a foreign minister and "the Orlish foreign ministry".
    for (const std::string& title : known_[a].titles) {
      const size_t minister = title.find(" minister");
      if (minister == std::string::npos) continue;
      std::string found;
      for (uint32_t b = 0; b < d_.actors.size(); ++b) {
        const bool ministry = d_.actors[b].kind == ActorKind::kBody && known_[b].key == title.substr(0, minister) + " ministry";
        if (!ministry || known_[b].country.empty()) continue;
        if (!found.empty() && found != known_[b].country) {
          found.clear();
          break;
        }
        found = known_[b].country;
      }
      if (!found.empty()) return found;
    }
    for (size_t m = 0; m < d_.mentions.size(); ++m) {
      if (d_.mentions[m].actor != a) continue;
      const std::string near = story_.near(candidates_[mention_candidate_[m]].sentence, d_.mentions[m].span.begin);
      if (!near.empty()) return near;
      break;
    }
    return story_.of_page();
  }

  // Offices and bodies belong to the state, or to the body named in their title.
  void belonging() {
    std::map<std::string, uint32_t> states, bodies;
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      if (d_.actors[a].kind == ActorKind::kState) states.emplace(known_[a].country, a);
      if (d_.actors[a].kind == ActorKind::kBody || d_.actors[a].kind == ActorKind::kGroup || d_.actors[a].kind == ActorKind::kOutlet) {
        bodies.emplace(fold(d_.actors[a].name), a);
        for (const std::string& name : d_.actors[a].names) bodies.emplace(fold(without_article(name)), a);
      }
    }
    static constexpr auto kOfState = word_set("GOV MIL LEG JUD SPY COP");
    for (uint32_t a = 0; a < d_.actors.size(); ++a) {
      Actor& actor = d_.actors[a];
      if (actor.kind == ActorKind::kState || actor.kind == ActorKind::kOutlet) continue;
      for (const Office& office : actor.offices) {
        const auto found = bodies.find(fold(without_article(office.body)));
        if (found != bodies.end() && found->second != a) actor.part_of = found->second;
      }
      if (actor.part_of != kNone || !kOfState.contains(known_[a].sector)) continue;
      const auto found = states.find(known_[a].country);
      if (found != states.end()) actor.part_of = found->second;
    }
  }

  void sort_mentions() {
    std::stable_sort(d_.mentions.begin(), d_.mentions.end(), [](const ActorMention& x, const ActorMention& y) {
      return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
    });
  }

  struct Mentioned {
    uint32_t candidate = 0, actor = 0;
  };

  Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  std::vector<Candidate>& candidates_;
  StoryCountry story_;
  std::vector<Known> known_;
  std::vector<uint32_t> actor_of_, mention_candidate_;
  std::vector<Mentioned> history_;
};

}  // namespace

void resolve_actors(Document& document, const Reading& reading, const Knowledge& knowledge, std::vector<Candidate>& candidates) {
  document.actors.clear();
  document.mentions.clear();
  Resolver(document, reading, knowledge, candidates).run();
  assign_actor_ids(document);
}

}  // namespace hearsay
