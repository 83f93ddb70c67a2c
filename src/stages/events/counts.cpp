#include "stages/events/counts.h"

#include <algorithm>
#include <optional>

#include "stages/events/inflection.h"
#include "stages/events/number_words.h"
#include "text/word_set.h"

namespace hearsay::events {
namespace {

constexpr auto kDead = word_set("dead killed deaths fatalities martyrs slain");
constexpr auto kHurt = word_set("injured wounded hurt injuries wounds");

std::optional<CountKind> toll_kind(std::string_view lower) {
  if (kDead.contains(lower) || lower == "death" || lower == "martyr") return CountKind::kKilled;
  if (kHurt.contains(lower) || lower == "injury") return CountKind::kInjured;
  if (lower == "missing") return CountKind::kMissing;
  return std::nullopt;
}

bool is_casualty(CountKind kind) {
  return kind == CountKind::kKilled || kind == CountKind::kInjured || kind == CountKind::kMissing;
}

Count make_count(const PageView& view, CountKind kind, const Number& number) {
  Count count;
  count.kind = kind;
  count.low = number.low;
  count.high = number.high;
  count.span = view.span(number.begin, number.end);
  return count;
}

void add_count(Draft& draft, Count count) {
  for (const Count& known : draft.counts)
    if (known.kind == count.kind) return;
  draft.counts.push_back(std::move(count));
}

class CountFinder {
 public:
  CountFinder(const PageView& view, const Grammar& grammar, const Lexicon& lexicon)
      : view_(view),
        grammar_(grammar),
        person_(lexicon.class_named("person")),
        armed_(lexicon.class_named("armed")) {}

  void run(Draft& draft) const {
    const Sense& sense = *draft.sense;
    const Bounds scope = grammar_.scope(draft.word);
    if (sense.is_verb) {
      if (sense.count && *sense.count != CountKind::kAttacks && *sense.count != CountKind::kViolations)
        victims(draft, scope, *sense.count);
      if (sense.count == CountKind::kProtesters) protesters(draft, scope);
      if (sense.count == CountKind::kViolations) times(draft);
    } else if (sense.count) {
      noun_count(draft, *sense.count);
    }
    tolls(draft, scope);
  }

 private:
  // "civilians", "children": the counted noun with its adjectives.
  void name_counted(Count& count, const Phrase& phrase, uint32_t from) const {
    if (from < phrase.end && phrase.head >= from) {
      uint32_t begin = from;
      while (begin < phrase.head &&
             (view_.word_class(begin) == WordClass::kDeterminer || view_.lower(begin) == "of" ||
              view_.word_class(begin) == WordClass::kNumber))
        ++begin;
      const Span words = view_.span(begin, phrase.head + 1);
      count.of_whom = std::string(view_.document().words_of(words));
    }
  }

  // The number of the phrase, and of each further one joined by "and" ("two civilians and three soldiers").
  void victims(Draft& draft, Bounds scope, CountKind kind) const {
    Phrase phrase = draft.recipient_phrase;
    if (phrase.empty()) return;
    // Of a list the first member; the others are added below.
    const Phrase member = view_.phrase_at(phrase.begin);
    if (!member.empty() && member.end < phrase.end && view_.lower(member.end) != "of") phrase = member;
    const auto number = number_of(view_, grammar_, phrase, scope);
    if (!number) return;
    Count count = make_count(view_, kind, *number);
    name_counted(count, phrase, number->end);
    // A list in front of a passive ("two women and a child were killed") ends at the phrase, one behind
    // begins with it.
    uint32_t left = phrase.begin, right = phrase.end;
    for (int steps = 0; steps < 3; ++steps) {
      uint32_t j = right;
      if (scope.has(j) && view_.lower(j) == ",") ++j;
      if (!(scope.has(j) && view_.lower(j) == "and")) break;
      const Phrase next = view_.phrase_at(j + 1);
      if (next.empty() || next.begin != j + 1 || next.overlaps_word(draft.word)) break;
      const auto more = number_of(view_, grammar_, next, scope);
      if (!more || !counts_people(next) || verb_behind(next.end, scope, draft.word)) break;
      add_to(count, *more);
      right = next.end;
    }
    if (draft.passive || draft.sense->recipient.subject) {
      for (int steps = 0; steps < 3; ++steps) {
        if (left < scope.begin + 2 || view_.lower(left - 1) != "and") break;
        const Phrase before = view_.phrase_at(left - 2);
        if (before.empty()) break;
        const auto more = number_of(view_, grammar_, before, scope);
        if (!more || !counts_people(before)) break;
        add_to(count, *more);
        left = before.begin;
      }
    }
    add_count(draft, std::move(count));
  }

  static void add_to(Count& count, const Number& more) {
    count.low = count.low < 0 || more.low < 0 ? -1 : count.low + more.low;
    count.high = count.high < 0 || more.high < 0 ? -1 : count.high + more.high;
  }

  bool counts_people(const Phrase& phrase) const {
    const WordEntry* entry = view_.entry(phrase.head);
    return (entry != nullptr && (entry->classes.test(person_) || entry->classes.test(armed_))) ||
           view_.word_class(phrase.head) == WordClass::kNumber || view_.narrow_mention(phrase.head) != kNone;
  }

  // "... and 273 others injured": the second phrase has a verb of its own.
  bool verb_behind(uint32_t i, Bounds scope, uint32_t own) const {
    for (uint32_t j = i; scope.has(j) && j < i + 3; ++j) {
      if (j == own) return false;
      const WordClass c = view_.word_class(j);
      if (is_verb(c) || is_auxiliary(c) || toll_kind(view_.lower(j))) return true;
      if (c != WordClass::kAdverb) return false;
    }
    return false;
  }

  void protesters(Draft& draft, Bounds scope) const {
    const Subject subject = grammar_.subject(draft.word);
    if (subject.controller != Controller::kPhrase) return;
    const Phrase counted = grammar_.counted(subject.phrase, scope);
    const auto number = number_of(view_, grammar_, counted, scope);
    if (!number || number->high == 1) return;
    Count count = make_count(view_, CountKind::kProtesters, *number);
    name_counted(count, counted, number->end);
    add_count(draft, std::move(count));
  }

  // "violated the truce 14 times"
  void times(Draft& draft) const {
    const Bounds clause = grammar_.clause(draft.word);
    for (uint32_t i = draft.end; i + 1 < clause.end; ++i) {
      const auto number = plain_number(view_, i, clause.end);
      if (!number || number->end >= clause.end || view_.lower(number->end) != "times") continue;
      add_count(draft, make_count(view_, CountKind::kViolations, *number));
      return;
    }
  }

  // "604 violations", "17 massacres", "three air strikes"; of "killing of 12 civilians" the number of the
  // victims.
  void noun_count(Draft& draft, CountKind kind) const {
    const Bounds scope = grammar_.scope(draft.word);
    if (kind != CountKind::kAttacks && kind != CountKind::kViolations && kind != CountKind::kProtesters) {
      const auto number = number_of(view_, grammar_, draft.recipient_phrase, scope);
      if (number) {
        Count count = make_count(view_, kind, *number);
        name_counted(count, draft.recipient_phrase, number->end);
        add_count(draft, std::move(count));
      }
      return;
    }
    if (kind == CountKind::kProtesters) return;
    const Phrase phrase = view_.phrase_at(draft.first);
    if (phrase.empty()) return;
    for (uint32_t i = phrase.begin; i < draft.first; ++i) {
      const auto number = plain_number(view_, i, draft.first);
      if (!number || view_.time(i) != kNone) continue;
      if (number->high <= 1) return;
      // A number of attacks matters where it counts breaches or a campaign; a plain "two attacks" is kept as
      // well.
      Count count = make_count(view_, kind, *number);
      add_count(draft, std::move(count));
      return;
    }
  }

  // "leaving 12 dead and 30 injured", "with 5 killed", "the death toll ... 30", "no casualties were
  // reported".
  void tolls(Draft& draft, Bounds scope) const {
    if (draft.type != EventType::kAssault) return;
    const Bounds clause = grammar_.clause(draft.word);
    for (uint32_t i = clause.begin; i < clause.end; ++i) {
      const std::string_view word = view_.lower(i);
      const bool leaves = word == "leaving" || word == "left" || word == "leave" || word == "leaves";
      const bool with = word == "with" && i > draft.first;
      if (leaves || with) leaves_dead(draft, i + 1, scope);
      if (word == "toll" && i > clause.begin && view_.lower(i - 1) == "death")
        death_toll(draft, i + 1, scope);
      if ((word == "casualties" || word == "injuries" || word == "deaths" || word == "fatalities") &&
          view_.phrase_at(i).end > 0)
        no_casualties(draft, i);
    }
  }

  void leaves_dead(Draft& draft, uint32_t from, Bounds scope) const {
    uint32_t j = from;
    for (int steps = 0; steps < 3; ++steps) {
      Phrase phrase = grammar_.object(j, scope);
      if (phrase.empty()) return;
      const auto kind = scope.has(phrase.end) ? toll_kind(view_.lower(phrase.end)) : std::nullopt;
      const auto inner = toll_kind(view_.lower(phrase.head));
      if (!kind && !inner) return;
      if (const auto number = number_of(view_, grammar_, phrase, scope)) {
        Count count = make_count(view_, kind ? *kind : *inner, *number);
        if (kind) name_counted(count, phrase, number->end);
        add_count(draft, std::move(count));
        if (draft.recipient.empty()) draft.recipient_phrase = phrase;
      }
      j = phrase.end + (kind ? 1 : 0);
      if (!(scope.has(j) && (view_.lower(j) == "and" || view_.lower(j) == ","))) return;
      ++j;
      if (scope.has(j) && view_.lower(j) == "and") ++j;
    }
  }

  // The first number behind "death toll" in its clause.
  void death_toll(Draft& draft, uint32_t from, Bounds scope) const {
    for (uint32_t i = from; scope.has(i) && i < from + 24; ++i) {
      const WordClass c = view_.word_class(i);
      if (c == WordClass::kStop) return;
      if (view_.time(i) != kNone) continue;
      const Phrase phrase = view_.phrase_at(i);
      if (phrase.empty() || phrase.begin != i) continue;
      const auto number = number_of(view_, grammar_, phrase, scope);
      if (number && number->low != 1 && number->end - number->begin > 0 &&
          (view_.word_class(number->end - 1) == WordClass::kNumber || number->high != number->low)) {
        if (draft.mode.empty() || draft.first <= from)
          add_count(draft, make_count(view_, CountKind::kKilled, *number));
        return;
      }
    }
  }

  void no_casualties(Draft& draft, uint32_t i) const {
    const Phrase phrase = view_.phrase_at(i);
    if (phrase.empty() || view_.lower(phrase.begin) != "no") return;
    const Number zero{0, 0, phrase.begin, phrase.begin + 1};
    const std::string_view word = view_.lower(i);
    if (word != "injuries") add_count(draft, make_count(view_, CountKind::kKilled, zero));
    if (word == "casualties" || word == "injuries")
      add_count(draft, make_count(view_, CountKind::kInjured, zero));
  }

  const PageView& view_;
  const Grammar& grammar_;
  size_t person_, armed_;
};

bool casualty_verb(const Draft& draft) {
  return draft.sense != nullptr && draft.sense->is_verb && draft.type == EventType::kAssault &&
         draft.sense->count && is_casualty(*draft.sense->count) && !draft.sense->actor.markers;
}

// Only a toll ("killed", "wounded", "died") may join another deed; "stabbed", "assassinated" say how and stay
// what they are.
bool bare_toll(const Draft& draft) {
  if (draft.sense == nullptr || !draft.sense->mode.empty()) return false;
  return casualty_verb(draft) || (draft.is_noun() && draft.type == EventType::kAssault &&
                                  draft.sense->count == CountKind::kKilled && draft.sense->actor.none());
}

void take_over(Draft& into, Draft& from) {
  for (Count& count : from.counts) add_count(into, std::move(count));
  if (!from.recipient.empty() &&
      (into.recipient.empty() || into.recipient.code.size() <= 3 || !from.recipient.code.empty())) {
    into.recipient = from.recipient;
    into.recipient_phrase = from.recipient_phrase;
  }
  if (into.actor.empty()) into.actor = from.actor;
  if (into.place == kNone) into.place = from.place;
  from.dropped = true;
}

}  // namespace

void find_counts(const PageView& view, const Grammar& grammar, const Lexicon& lexicon,
                 std::vector<Draft>& drafts, size_t first) {
  const CountFinder finder(view, grammar, lexicon);
  for (size_t i = first; i < drafts.size(); ++i)
    if (drafts[i].sense != nullptr) finder.run(drafts[i]);
}

void join_elaborations(const PageView& view, const Grammar& grammar, std::vector<Draft>& drafts,
                       size_t first) {
  for (size_t i = first; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.dropped || draft.sense == nullptr) continue;
    for (size_t k = first; k < i; ++k) {
      Draft& earlier = drafts[k];
      if (earlier.dropped || earlier.type != draft.type || earlier.said_by != draft.said_by) continue;
      // "in contact ... via satellite phone": the channel of the contact beside it
      if (draft.type == EventType::kConsult && draft.is_noun() &&
          grammar.clause(draft.word).has(earlier.word)) {
        const bool channel_only = draft.sense->actor.none() && draft.sense->recipient.none();
        const bool earlier_channel =
            earlier.is_noun() && earlier.sense->actor.none() && earlier.sense->recipient.none();
        if (channel_only) {
          earlier.channel = draft.channel;
          earlier.mode = draft.mode;
          draft.dropped = true;
        } else if (earlier_channel) {
          take_over(earlier, draft);
        }
        if (draft.dropped) break;
      }
      // "renewed its bombardment with a missile salvo"
      if (draft.is_noun() && draft.type == EventType::kAssault && !bare_toll(earlier) &&
          draft.actor.empty()) {
        const Phrase phrase = view.phrase_at(draft.first);
        const uint32_t begin = phrase.empty() ? draft.first : phrase.begin;
        if (begin > 0 && view.lower(begin - 1) == "with" && grammar.clause(draft.word).has(earlier.word)) {
          if (earlier.mode.empty()) earlier.mode = draft.mode;
          draft.dropped = true;
          break;
        }
      }
      // "shells fired by rebels on the town injured two"
      if (!earlier.is_noun()) {
        if (earlier.passive && bare_toll(draft) && !draft.passive &&
            grammar.group(earlier.word).begin == earlier.word && grammar.clause(draft.word).has(earlier.word))
          take_over(earlier, draft);
        // "provided $2 million in humanitarian assistance"
        if (draft.is_noun() && !bare_toll(earlier) && draft.actor.empty() && draft.first - earlier.end < 9 &&
            grammar.clause(earlier.word).has(draft.word))
          take_over(earlier, draft);
        if (draft.dropped) break;
        continue;
      }
      if (draft.is_noun()) {
        // one list of nouns
        bool list = draft.first - earlier.end <= 4;
        for (uint32_t j = earlier.end; j < draft.first && list; ++j) {
          const WordClass c = view.word_class(j);
          list = c == WordClass::kComma || c == WordClass::kConjunction || c == WordClass::kAdjective ||
                 c == WordClass::kNoun;
        }
        if (list && draft.first > earlier.end) take_over(earlier, draft);
      } else if (!draft.passive && draft.type == EventType::kAssault && draft.mode == "abduct") {
        // "launched an attack that ... took 40 captive"
        const Subject subject = grammar.subject(draft.word);
        if (subject.controller == Controller::kPhrase && subject.phrase.begin <= earlier.first &&
            earlier.end <= subject.phrase.end)
          draft.actor = earlier.actor;
      } else if (!draft.passive && draft.type == EventType::kAssault && !bare_toll(draft)) {
        const VerbGroup group = grammar.group(draft.word);
        const Subject subject = grammar.subject(draft.word);
        const bool by_noun = subject.controller == Controller::kPhrase &&
                             subject.phrase.begin <= earlier.first && earlier.end <= subject.phrase.end;
        const bool purpose = group.to && group.begin == earlier.end;
        if (by_noun || purpose) {
          if (by_noun) draft.actor = {};
          take_over(earlier, draft);
        }
      }
      if (draft.dropped) break;
    }
  }
}

void join_casualties(const PageView& view, std::vector<Draft>& drafts, size_t first) {
  const auto divided = [&](uint32_t from, uint32_t to, bool relative) {
    for (uint32_t i = from; i < to; ++i) {
      const WordClass c = view.word_class(i);
      if (c == WordClass::kStop || view.lower(i) == ";") return true;
      if (c == WordClass::kSubordinator && !(relative && view.lower(i) == "that")) return true;
      if (c == WordClass::kWh && !relative) return true;
    }
    return false;
  };
  // Casualties of one clause: "92 were killed and 273 others injured".
  for (size_t i = first; i < drafts.size(); ++i) {
    if (drafts[i].dropped || !bare_toll(drafts[i])) continue;
    for (size_t k = i + 1; k < drafts.size() && drafts[k].first - drafts[i].end < 14; ++k) {
      Draft& next = drafts[k];
      if (next.dropped) continue;
      if (!bare_toll(next) || next.said_by != drafts[i].said_by || divided(drafts[i].end, next.first, false))
        break;
      bool differs = true;
      for (const Count& a : drafts[i].counts)
        for (const Count& b : next.counts) differs = differs && a.kind != b.kind;
      if (!differs || *next.sense->count == *drafts[i].sense->count) break;
      Role victim = drafts[i].recipient.empty() ? next.recipient : drafts[i].recipient;
      take_over(drafts[i], next);
      drafts[i].recipient = std::move(victim);
    }
  }
  for (size_t i = first; i < drafts.size(); ++i) {
    Draft& toll = drafts[i];
    if (toll.dropped || !bare_toll(toll)) continue;
    Draft* cause = nullptr;
    const WordClass form = view.word_class(toll.word);
    for (size_t k = first; k < drafts.size(); ++k) {
      Draft& other = drafts[k];
      if (k == i || other.dropped || other.type != EventType::kAssault || bare_toll(other) ||
          other.said_by != toll.said_by)
        continue;
      const bool before = other.end <= toll.first;
      if (other.is_noun()) {
        if (!before && !divided(toll.end, other.first, false)) {
          // "were killed in an air strike": a preposition must bring the noun in.
          const Phrase phrase = view.phrase_at(other.first);
          uint32_t begin = phrase.empty() ? other.first : phrase.begin;
          // "in a wave of attacks", "since this round of fighting": what counts is what stands before the
          // whole.
          while (!toll.is_noun() && begin > 1 && view.lower(begin - 1) == "of" &&
                 !view.phrase_at(begin - 2).empty())
            begin = view.phrase_at(begin - 2).begin;
          const std::string_view link = begin > 0 ? view.lower(begin - 1) : std::string_view{};
          if (link == "in" || link == "by" || link == "from" || link == "during" || link == "of" ||
              link == "with" || link == "and" || link == "between" || link == "after" || link == "as")
            cause = &other;
        } else if (before && !divided(other.end, toll.first, true)) {
          cause = &other;
        }
      } else if (before && form == WordClass::kIng && !divided(other.end, toll.first, false)) {
        cause = &other;
      }
      if (cause != nullptr) break;
    }
    if (cause == nullptr) continue;
    const bool told_before = std::any_of(
        drafts.begin(), drafts.begin() + static_cast<std::ptrdiff_t>(first),
        [](const Draft& d) { return d.sense != nullptr && d.type == EventType::kAssault && !d.dropped; });
    if (told_before && cause->is_noun() && cause->definite && !toll.counts.empty() &&
        cause->first > toll.first && cause->counts.empty()) {
      // "died in the attack" tells the toll of an attack told of before: the toll is the news.
      if (toll.actor.empty()) toll.actor = cause->actor;
      if (toll.place == kNone) toll.place = cause->place;
      continue;
    }
    take_over(*cause, toll);
  }
}

}  // namespace hearsay::events
