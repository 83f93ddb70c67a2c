#include <map>
#include <set>

#include "base/utf8.h"
#include "stages/actors/actor_resolver.h"
#include "stages/actors/person_names.h"
#include "text/lexicon.h"

namespace hearsay {
namespace {

// What the page shows of one name that no table knows.
struct Evidence {
  int persons = 0;  // titled, aged, said to be somebody
  int speaks = 0;   // subject of a verb of saying
  int acts = 0;     // subject of another verb
  int reports = 0;  // subject of "reported", "wrote": an outlet's verbs
  int mentions = 0;
};

class Decider {
 public:
  Decider(const Document& d, const Reading& r, const Knowledge& k, std::vector<Candidate>& c)
      : d_(d), r_(r), k_(k), candidates_(c) {}

  void run() {
    gather();
    for (Candidate& c : candidates_) {
      if (c.kind == CandidateKind::kName) decide(c);
    }
  }

 private:
  void gather() {
    for (size_t n = 0; n < candidates_.size(); ++n) {
      const Candidate& c = candidates_[n];
      if (c.apposition_of != kNone && candidates_[c.apposition_of].kind == CandidateKind::kName)
        ++seen_[fold(candidates_[c.apposition_of].name)].persons;
      if (c.kind == CandidateKind::kPerson) {
        persons_.insert(fold(c.name));
        surnames_.insert(surname_of(c.name));
      }
      const bool named = c.kind == CandidateKind::kBody || c.kind == CandidateKind::kGroup ||
                         c.kind == CandidateKind::kOutlet;
      if (named && c.title_case() && (c.entry.empty() ? c.head_named : true)) add_body(c.name);
      if (!c.alias.empty()) aliases_.emplace(fold(c.alias), c.name);
      if (c.kind != CandidateKind::kName) continue;
      Evidence& e = seen_[fold(c.name)];
      ++e.mentions;
      if (c.aged) ++e.persons;
      if (speech_around(c))
        ++e.speaks;
      else if (c.subject)
        ++e.acts;
      if (reports(c)) ++e.reports;
    }
    for (const Candidate& c : candidates_) {
      if (c.kind != CandidateKind::kName || !is_full_name(c)) continue;
      persons_.insert(fold(c.name));
      surnames_.insert(surname_of(c.name));
    }
  }

  bool speech_around(const Candidate& c) const {
    uint32_t k = c.last;
    while (k < r_.size() && (r_[k] == WordClass::kAdverb || is_auxiliary(r_[k]))) ++k;
    if (is_verb(r_[k]) && is_speech_verb(r_.lemma(k))) return true;
    // "..., said Orvel"
    return c.first > 0 && is_verb(r_[c.first - 1]) && is_speech_verb(r_.lemma(c.first - 1)) &&
           r_.lemma(c.first - 1) != "tell" && r_.lemma(c.first - 1) != "ask" &&
           r_.lemma(c.first - 1) != "urge" && r_.lemma(c.first - 1) != "accuse" &&
           r_.lemma(c.first - 1) != "warn";
  }
  bool reports(const Candidate& c) const {
    const std::string_view verb = r_.lemma(c.last);
    if (verb == "report" || verb == "write" || verb == "cite" || verb == "quote" || verb == "publish")
      return true;
    // "told Orvel", "..., Orvel reported"
    return c.first > 0 && r_.lemma(c.first - 1) == "tell" && word_count(c.name) == 1;
  }

  // Two to four capitalised words that read as a person's.
  bool is_full_name(const Candidate& c) const {
    const size_t count = word_count(c.name);
    if (count < 2 || count > 5) return false;
    const Evidence& e = seen_.at(fold(c.name));
    if (e.persons > 0) return true;
    if (surnames_.contains(surname_of(c.name)) && !common_words(c)) return true;
    const std::string_view first = first_word(c.name);
    if (const GivenName* given = k_.given_name(first); given && (!given->is_word || e.speaks > 0))
      return true;
    if (e.reports > 0 && e.speaks == 0) return false;
    if (common_words(c)) return false;
    return e.speaks > 0 || (e.acts > 0 && count <= 3) || !c.country.empty() || (e.mentions > 1 && count <= 3);
  }

  bool common_words(const Candidate& c) const {
    for (uint32_t i = c.first; i < c.last; ++i) {
      if (r_.shape(i).capital && find_word(r_.lower(i)) && !k_.given_name(r_.word(i))) return true;
    }
    return false;
  }

  void decide(Candidate& c) {
    const std::string name = fold(c.name);
    if (persons_.contains(name) || (word_count(c.name) > 1 && is_full_name(c))) {
      c.kind = CandidateKind::kPerson;
      return;
    }
    if (surnames_.contains(surname_of(c.name)) && word_count(c.name) == 1) {
      c.kind = CandidateKind::kPerson;
      return;
    }
    if (const auto alias = aliases_.find(name); alias != aliases_.end()) {
      c.kind = CandidateKind::kBody;
      c.name = alias->second;
      return;
    }
    if (const std::string* body = body_with(c)) {
      c.kind = CandidateKind::kBody;  // the resolver finds which
      c.name = *body;
      return;
    }
    if (const std::string_view outlet = d_.article.outlet.name;
        !outlet.empty() && holds_word(fold(outlet), name)) {
      c.kind = CandidateKind::kOutlet;
      c.name = std::string(outlet);
      c.sector = "JRN";
      return;
    }
    const Evidence& e = seen_[name];
    if (c.definite && !c.owned && word_count(c.name) == 1) {
      // "the Orvel": no person.
      if (is_media_word(name)) {
        c.kind = CandidateKind::kOutlet;
        c.sector = "JRN";
      }
      return;
    }
    if (word_count(c.name) == 1) {
      // A first name used alone: "Abel", after "Abel Tal".
      if (const auto full = persons_.lower_bound(name + " ");
          full != persons_.end() && full->starts_with(name + " ")) {
        c.kind = CandidateKind::kPerson;
        return;
      }
      if (e.reports > 0) {
        c.kind = CandidateKind::kOutlet;
        c.sector = "JRN";
      } else if (e.speaks > 0 || (e.acts > 1 && !find_word(name)) || (e.persons > 0)) {
        c.kind = CandidateKind::kPerson;
      }
    } else if (e.reports > 0 && e.speaks == 0) {
      c.kind = CandidateKind::kOutlet;
      c.sector = "JRN";
    }
  }

  static bool holds_word(const std::string& text, const std::string& word) {
    const size_t at = text.find(word);
    if (at == std::string::npos || word.size() < 3) return false;
    const bool begins = at == 0 || text[at - 1] == ' ',
               ends = at + word.size() == text.size() || text[at + word.size()] == ' ';
    return begins && ends;
  }

  // The whole name of a body, and what it may be called for short: its words up to or from some capital. The
  // last one named has them.
  void add_body(const std::string& name) {
    const std::string folded = fold(name);
    bodies_[folded] = name;
    if (folded.size() != name.size()) return;  // letters that fold to another length: no short forms
    for (size_t at = folded.find(' '); at != std::string::npos; at = folded.find(' ', at + 1)) {
      if (name[at + 1] >= 'A' && name[at + 1] <= 'Z') bodies_[folded.substr(at + 1)] = name;
      if (name[0] >= 'A' && name[0] <= 'Z') bodies_[folded.substr(0, at)] = name;
    }
  }

  // "The Front" after "the Northern Dawn Front", "Meridian" after "Meridian Press Agency".
  const std::string* body_with(const Candidate& c) const {
    const auto found = bodies_.find(fold(c.name));
    return found == bodies_.end() ? nullptr : &found->second;
  }

  const Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  std::vector<Candidate>& candidates_;
  std::map<std::string, Evidence> seen_;
  std::set<std::string> persons_, surnames_;
  std::map<std::string, std::string> bodies_;  // how each may be called: its name
  std::map<std::string, std::string> aliases_;
};

}  // namespace

void decide_names(const Document& document, const Reading& reading, const Knowledge& knowledge,
                  std::vector<Candidate>& candidates) {
  Decider(document, reading, knowledge, candidates).run();
}

}  // namespace hearsay
