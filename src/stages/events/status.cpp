#include "stages/events/status.h"

#include <algorithm>

#include "stages/events/inflection.h"
#include "text/word_set.h"

namespace hearsay::events {
namespace {

constexpr auto kFutureModals = word_set("will 'll ’ll shall must should");
constexpr auto kConditions = word_set("if unless whether");
// Verbs after which an infinitive has happened.
constexpr auto kCarriedOut =
    word_set("manage continue begin start go come use proceed help lead cause serve happen dare get");
// What is brought to an end is under way.
constexpr auto kEnders = word_set(
    "halt stop end cease suspend condemn denounce resume continue witness follow after amid despite");

int rank(Status s) {
  return s == Status::kNegated ? 3 : s == Status::kHypothetical ? 2 : s == Status::kFuture ? 1 : 0;
}

class StatusFinder {
 public:
  StatusFinder(const PageView& view, const Grammar& grammar, const Draft& draft)
      : view_(view), grammar_(grammar), draft_(draft), scope_(grammar.scope(draft.word)) {}

  Status run() const {
    Status status = draft_.status;
    raise(status, draft_.is_noun() ? noun_status() : verb_status());
    if (under_condition() || (status == Status::kFuture && condition_follows()))
      raise(status, Status::kHypothetical);
    raise(status, statement_status(status));
    return status;
  }

 private:
  static void raise(Status& status, Status other) {
    if (rank(other) > rank(status)) status = other;
  }

  // The status that the phrases of event_status.tsv give which end right before word `end`, or which are one
  // word in [begin, end).
  Status phrase_status(uint32_t begin, uint32_t end, bool adjacent) const {
    Status found = Status::kActual;
    for (uint32_t i = begin; i < end; ++i) {
      const WordEntry* entry = view_.entry(i);
      if (entry == nullptr) continue;
      for (const StatusPhrase* phrase : entry->statuses) {
        const uint32_t last = i + static_cast<uint32_t>(phrase->words.size());
        if (last > end || (adjacent && last != end)) continue;
        if (draft_.is_noun() && phrase->words.back() == "to") continue;  // "due to an attack"
        bool matched = true;
        for (size_t k = 1; k < phrase->words.size(); ++k)
          matched = matched && view_.lower(i + static_cast<uint32_t>(k)) == phrase->words[k];
        if (matched) {
          raise(found, phrase->status);
          break;
        }
      }
    }
    return found;
  }

  Status group_status(const VerbGroup& group) const {
    if (group.negated) return Status::kNegated;
    if (group.modal == kNone) return Status::kActual;
    return kFutureModals.contains(view_.lower(group.modal)) ? Status::kFuture : Status::kHypothetical;
  }

  Status verb_status() const {
    const uint32_t verb = draft_.word;
    VerbGroup group = grammar_.group(verb);
    Status status = group_status(group);
    const uint32_t begin = group.begin;
    const WordClass form = view_.word_class(verb);
    // "to have signed" is done.
    if (group.to && !group.have) raise(status, infinitive_status(begin));
    // "Y will attack and seize": the second verb stands under the first one's auxiliary.
    if (!group.to && group.modal == kNone && (form == WordClass::kBase || form == WordClass::kPresent) &&
        begin > scope_.begin && view_.word_class(begin - 1) == WordClass::kConjunction) {
      for (uint32_t j = begin - 1; j-- > scope_.begin && begin - j < 14;) {
        if (!is_verb(view_.word_class(j))) continue;
        const VerbGroup first = grammar_.group(j);
        raise(status, group_status(first));
        if (first.to) raise(status, infinitive_status(first.begin));
        break;
      }
    }
    if (form == WordClass::kIng && !group.be)
      raise(status, phrase_status(std::max(scope_.begin, begin > 4 ? begin - 4 : 0), begin, true));
    if (form == WordClass::kIng && !group.be && begin > scope_.begin && view_.lower(begin - 1) == "from")
      raise(status, Status::kHypothetical);
    if (view_.lower(begin > 0 ? begin - 1 : 0) == "without" && begin > scope_.begin)
      raise(status, Status::kNegated);
    if (no_one(grammar_.object(draft_.end, scope_)) ||
        (draft_.passive && no_one(grammar_.subject(verb).phrase)))
      raise(status, Status::kNegated);
    return status;
  }

  // "killed no one", "no civilians were hurt": a toll of zero, kept as a negation.
  bool no_one(const Phrase& phrase) const {
    return !phrase.empty() && (view_.lower(phrase.begin) == "no" || view_.lower(phrase.begin) == "nobody" ||
                               view_.lower(phrase.begin) == "none");
  }

  // What stands before "to": "plans to", "refused to", "ordered the army to".
  Status infinitive_status(uint32_t to) const {
    // A content that begins with "to" stands under its cue: "refused | to release".
    uint32_t lowest = scope_.begin;
    if (to == scope_.begin && draft_.said_by != kNone) {
      const Statement& s = view_.document().statements[draft_.said_by];
      if (!s.cue.empty() && s.cue.end <= s.content.begin && s.content.begin - s.cue.end <= 2)
        lowest = std::min(lowest, view_.words_in(s.cue).first);
    }
    const uint32_t from = std::max(lowest, to > 3 ? to - 3 : 0);
    const Status listed = phrase_status(from, to + 1, true);
    if (listed != Status::kActual) {
      // "does not plan to": the negation of the governing verb.
      if (to > scope_.begin && is_verb(view_.word_class(to - 1))) {
        Status outer = group_status(grammar_.group(to - 1));
        if (outer == Status::kNegated && listed != Status::kNegated) return Status::kNegated;
        raise(outer, listed);
        return outer;
      }
      return listed;
    }
    if (to > scope_.begin && is_verb(view_.word_class(to - 1))) {
      const Status outer = group_status(grammar_.group(to - 1));
      if (kCarriedOut.contains(view_.lemma(to - 1))) return outer;
      return rank(outer) > 0 ? outer : Status::kFuture;
    }
    // "ordered the army to", "forces sent to": ahead, as seen from there.
    const Phrase before = to > scope_.begin ? view_.phrase_at(to - 1) : Phrase{};
    if (!before.empty() && before.begin > scope_.begin && is_verb(view_.word_class(before.begin - 1))) {
      const std::string_view lemma = view_.lemma(before.begin - 1);
      if (kCarriedOut.contains(lemma) || lemma == "force" || lemma == "compel" || lemma == "help")
        return group_status(grammar_.group(before.begin - 1));
    }
    return Status::kFuture;
  }

  Status noun_status() const {
    const Phrase phrase = view_.phrase_at(draft_.first);
    const uint32_t begin = phrase.empty() ? draft_.first : phrase.begin;
    Status status = Status::kActual;
    if (view_.lower(begin) == "no" || view_.lower(begin) == "any")
      raise(status, view_.lower(begin) == "no" ? Status::kNegated : Status::kHypothetical);
    // inside the phrase: "a planned offensive", "possible strikes"
    raise(status, phrase_status(begin, draft_.first, false));
    // before it: "calls for a ceasefire", "fear of attacks"
    if (begin > scope_.begin) {
      const uint32_t from = std::max(scope_.begin, begin > 4 ? begin - 4 : 0);
      if (!kEnders.contains(view_.lemma(begin - 1))) raise(status, phrase_status(from, begin, true));
    }
    // the verb that it is the object of: "will launch an attack", "to hold talks"
    const uint32_t verb = governing_verb(begin);
    if (verb != kNone) {
      const VerbGroup group = grammar_.group(verb);
      const std::string_view lemma = view_.lemma(verb);
      const bool ends = kEnders.contains(lemma);
      if (!ends && !draft_.definite) {
        raise(status, group_status(group));
        if (group.to) raise(status, infinitive_status(group.begin));
      }
    }
    // its own predicate: "talks will be held", "the ceasefire has not held"
    const uint32_t end = std::max(draft_.end, phrase.empty() ? 0 : phrase.end);
    if (!draft_.definite || draft_.type == EventType::kConsult) {
      for (uint32_t j = end; scope_.has(j) && j < end + 8; ++j) {
        const WordClass c = view_.word_class(j);
        if (c == WordClass::kModal) {
          raise(status, kFutureModals.contains(view_.lower(j)) ? Status::kFuture : Status::kHypothetical);
          break;
        }
        if (c == WordClass::kBe && scope_.has(j + 1) &&
            (view_.lower(j + 1) == "scheduled" || view_.lower(j + 1) == "planned" ||
             view_.lower(j + 1) == "expected" || view_.lower(j + 1) == "due")) {
          raise(status, Status::kFuture);
          break;
        }
        if (is_auxiliary(c) || is_finite_verb(c) || c == WordClass::kStop || c == WordClass::kComma ||
            c == WordClass::kWh || c == WordClass::kSubordinator)
          break;
      }
    }
    return status;
  }

  uint32_t governing_verb(uint32_t begin) const {
    for (uint32_t j = begin; j-- > scope_.begin && begin - j <= 3;) {
      const WordClass c = view_.word_class(j);
      if (is_verb(c)) return j;
      if (c != WordClass::kAdverb && c != WordClass::kPreposition && c != WordClass::kOpen) return kNone;
    }
    return kNone;
  }

  // "if", "unless" before it in its sentence, without the comma that ends the condition: "if X attacks, Y
  // will answer" holds for both halves, "Y attacked, asked whether" for neither.
  bool under_condition() const {
    for (uint32_t j = draft_.first; j-- > scope_.begin;) {
      if (kConditions.contains(view_.lower(j))) {
        uint32_t commas = 0;
        for (uint32_t k = j; k < draft_.first; ++k) commas += view_.word_class(k) == WordClass::kComma;
        return commas == 0;
      }
      if (view_.word_class(j) == WordClass::kStop || view_.lower(j) == ";") return false;
    }
    return false;
  }

  // "will attack if", "would answer unless"
  bool condition_follows() const {
    for (uint32_t j = draft_.end; scope_.has(j) && j < draft_.end + 14; ++j) {
      if (view_.lower(j) == "if" || view_.lower(j) == "unless") return true;
      if (view_.word_class(j) == WordClass::kStop || view_.lower(j) == ";") return false;
    }
    return false;
  }

  // Whether a verb's own form leaves its time open, so that the act it stands under decides.
  bool open_form() const {
    if (draft_.is_noun()) return !draft_.definite;
    const VerbGroup group = grammar_.group(draft_.word);
    const WordClass form = view_.word_class(draft_.word);
    if (draft_.passive && !group.be) return false;
    return group.to || group.modal != kNone || form == WordClass::kBase || form == WordClass::kIng ||
           form == WordClass::kPresent || form == WordClass::kPresentS;
  }

  Status statement_status(Status so_far) const {
    if (draft_.said_by == kNone) return Status::kActual;
    const Statement& s = view_.document().statements[draft_.said_by];
    const bool finite_past = !open_form();
    switch (s.act) {
      case Act::kDeny: {
        if (draft_.is_noun() && draft_.definite) return Status::kActual;
        return so_far == Status::kNegated ? Status::kActual : Status::kNegated;
      }
      case Act::kDemand:
        return finite_past || is_ended() ? Status::kActual : Status::kFuture;
      case Act::kPromise:
        return finite_past || is_ended() ? Status::kActual : Status::kFuture;
      case Act::kThreaten:
        return finite_past || is_ended() ? Status::kActual : Status::kHypothetical;
      case Act::kReject: {
        if (finite_past || is_ended()) return Status::kActual;
        // "refused to release": the deed itself is not done.
        const bool refused = !draft_.is_noun() && grammar_.group(draft_.word).begin <= scope_.begin + 1;
        return refused                     ? Status::kNegated
               : so_far == Status::kActual ? Status::kHypothetical
                                           : Status::kActual;
      }
      default:
        return Status::kActual;
    }
  }

  // "stop the bombing": the bombing goes on.
  bool is_ended() const {
    if (!draft_.is_noun()) return false;
    const Phrase phrase = view_.phrase_at(draft_.first);
    const uint32_t begin = phrase.empty() ? draft_.first : phrase.begin;
    const uint32_t verb = governing_verb(begin);
    if (verb != kNone) return kEnders.contains(view_.lemma(verb));
    return begin > scope_.begin + 1 && view_.lower(begin - 1) == "to" && view_.lower(begin - 2) == "end";
  }

  const PageView& view_;
  const Grammar& grammar_;
  const Draft& draft_;
  Bounds scope_;
};

}  // namespace

Status status_of(const PageView& view, const Grammar& grammar, const Draft& draft) {
  return StatusFinder(view, grammar, draft).run();
}

}  // namespace hearsay::events
