#include "stages/events/triggers.h"

#include "stages/events/inflection.h"
#include "text/word_set.h"

namespace hearsay::events {
namespace {

constexpr auto kFates = word_set(
    "hold begin start come take go remain last stay enter expire collapse crumble fail unravel resume agree "
    "reach announce declare broker "
    "arrange establish sign violate break negotiate impose extend");
constexpr auto kDuring = word_set("under during since despite amid after before");
constexpr auto kTellingModifiers =
    word_set("besieged blockaded encircled kidnapped abducted detained jailed imprisoned arrested displaced");

class Finder {
 public:
  Finder(const PageView& view, const Grammar& grammar, const Lexicon& lexicon, uint32_t sentence)
      : view_(view),
        grammar_(grammar),
        sentence_(sentence),
        in_(grammar.sentence()),
        person_(lexicon.class_named("person")),
        place_(lexicon.class_named("place")),
        territory_(lexicon.class_named("territory")),
        nature_(lexicon.class_named("nature")),
        building_(lexicon.class_named("building")),
        labour_(lexicon.class_named("labour")),
        money_(lexicon.class_named("money")),
        deal_(lexicon.class_named("deal")),
        fight_(lexicon.class_named("fight")) {}

  void run(std::vector<Draft>& out) {
    uint32_t blocked = in_.begin;
    for (uint32_t i = in_.begin; i < in_.end;) {
      const WordEntry* entry = view_.entry(i);
      if (entry != nullptr) blocked = std::max(blocked, near_miss_end(i, *entry));
      Draft draft;
      if (entry == nullptr || i < blocked || (blocked_.begin <= i && i < blocked_.end) ||
          !(noun_trigger(i, *entry, draft) || verb_trigger(i, *entry, draft))) {
        ++i;
        continue;
      }
      draft.sentence = sentence_;
      draft.type = draft.sense->type;
      draft.mode = draft.sense->mode;
      draft.channel = draft.sense->channel;
      draft.said_by = view_.content(draft.word);
      i = draft.behind;
      if (draft.sense->is_verb) block_object(draft, out);
      out.push_back(std::move(draft));
    }
  }

 private:
  bool follows(uint32_t i, const std::vector<std::string>& words) const {
    for (size_t k = 0; k < words.size(); ++k)
      if (i + k >= in_.end || view_.lower(static_cast<uint32_t>(i + k)) != words[k]) return false;
    return true;
  }

  uint32_t near_miss_end(uint32_t i, const WordEntry& entry) const {
    uint32_t end = 0;
    for (const std::vector<std::string>* phrase : entry.misses)
      if (follows(i, *phrase)) end = std::max(end, i + static_cast<uint32_t>(phrase->size()));
    return end;
  }

  // "violated the truce", "signed a deal", "cut ties": the object is part of what the verb says. What is
  // fought on or stopped is a deed of its own ("halted the attack").
  void block_object(Draft& draft, std::vector<Draft>& out) {
    const Sense& sense = *draft.sense;
    const ClassSet& wanted = sense.asks_object ? sense.wanted : sense.wanted_subject;
    if (object_.empty() || (!sense.asks_object && !sense.asks_subject)) return;
    const WordEntry* entry = view_.entry(object_.head);
    if (entry == nullptr || (entry->classes & wanted).none() || entry->classes.test(fight_)) return;
    if (object_.begin > draft.first) {
      blocked_ = object_;
      // "reached a deal", "held talks": verb and object name it together.
      const bool together = sense.type != EventType::kAssault && sense.type != EventType::kCoerce &&
                            sense.type != EventType::kAid && sense.type != EventType::kMobilize;
      if (together && sense.rest.empty() && object_.head + 1 - draft.first <= 7) draft.end = object_.head + 1;
      return;
    }
    // "the truce was violated", "a ceasefire took effect"
    while (!out.empty() && out.back().sentence == sentence_ && out.back().sense != nullptr &&
           object_.begin <= out.back().first && out.back().end <= object_.end)
      out.pop_back();
  }

  // ---- nouns ----

  bool stands_as_noun(uint32_t first, uint32_t end) const {
    const uint32_t last = end - 1;
    const WordClass c = view_.word_class(last);
    if (is_noun(c)) return true;
    if (end - first > 1) return !is_finite_verb(view_.word_class(first)) || is_noun(view_.word_class(last));
    if (c != WordClass::kIng && !is_verb(c) && c != WordClass::kAdjective) return false;
    // "the shelling of", "heavy bombing": a noun whatever the tagger made of it.
    const WordClass before = first > in_.begin ? view_.word_class(first - 1) : WordClass::kStart;
    const std::string_view after = end < in_.end ? view_.lower(end) : std::string_view{};
    const bool owned = before == WordClass::kDeterminer || before == WordClass::kPossessive ||
                       before == WordClass::kClitic || before == WordClass::kAdjective;
    if (c == WordClass::kIng) {
      const bool named = is_noun(before) && view_.phrase_at(first - 1).end >= first &&
                         (end >= in_.end || view_.phrase_at(end).begin != end);
      return owned || named || ((after == "of" || after == "by") && !is_auxiliary(before));
    }
    if (c == WordClass::kAdjective)
      return owned && end < in_.end && !is_noun(view_.word_class(end)) &&
             view_.word_class(end) != WordClass::kAdjective;
    return owned && (after == "on" || after == "of" || after == "by" || after == "against");
  }

  bool noun_trigger(uint32_t i, const WordEntry& entry, Draft& draft) {
    uint32_t refused = refused_;
    for (const SenseUse& use : entry.nouns) {
      if (!follows(i + 1, use.sense->rest)) continue;
      const uint32_t end = i + 1 + static_cast<uint32_t>(use.sense->rest.size());
      if (end <= refused_) continue;  // a part of a longer name that was no event
      if (!stands_as_noun(i, end)) continue;
      // "attack helicopter", "ceasefire monitors": the first of two nouns only says what kind of thing the
      // second is.
      if (names_something_else(i, end)) continue;
      if (!need_met(*use.sense, i, end)) {
        refused = std::max(refused, end);
        continue;
      }
      draft.sense = use.sense;
      draft.forms = use.forms;
      draft.first = i;
      draft.end = end;
      draft.behind = end;
      draft.word = end - 1;
      // "exchange of fire", "delivery of aid": the phrase is that of the first noun.
      for (uint32_t k = i; k < end; ++k)
        if (view_.lower(k) == "of" || view_.lower(k) == "in") {
          draft.word = i;
          break;
        }
      draft.definite = is_definite(i);
      return true;
    }
    refused_ = refused;
    return false;
  }

  bool names_something_else(uint32_t first, uint32_t end) const {
    const Phrase phrase = view_.phrase_at(end - 1);
    if (phrase.empty() || phrase.end <= end) return false;
    const WordClass next = view_.word_class(end);
    if (next == WordClass::kClitic) return true;  // "the attack's victims"
    (void)first;
    return is_noun(next) && view_.time(end) == kNone;
  }

  bool in_sentence(size_t object_class) const {
    for (uint32_t j = in_.begin; j < in_.end; ++j)
      if (const WordEntry* entry = view_.entry(j); entry != nullptr && entry->classes.test(object_class))
        return true;
    return false;
  }

  bool is_definite(uint32_t first) const {
    if (first > in_.begin && view_.lower(first - 1) == "such") return true;
    const Phrase phrase = view_.phrase_at(first);
    const uint32_t begin = phrase.empty() ? first : phrase.begin;
    const std::string_view word = view_.lower(begin);
    if (word == "the" || word == "this" || word == "that" || word == "these" || word == "those") return true;
    return first > in_.begin + 1 && view_.word_class(first - 1) == WordClass::kClitic &&
           view_.time(first - 2) != kNone;
  }

  bool somebody(const Phrase& phrase) const {
    if (phrase.empty()) return false;
    const WordEntry* entry = view_.entry(phrase.head);
    return view_.mention(phrase.head) != kNone || phrase.pronoun ||
           view_.word_class(phrase.head) == WordClass::kNumber ||
           (entry != nullptr && entry->classes.test(person_)) ||
           view_.word_class(phrase.head) == WordClass::kName;
  }

  bool need_met(const Sense& sense, uint32_t first, uint32_t end) const {
    switch (sense.need) {
      case Need::kNothing:
        return true;
      case Need::kNoun:
        return is_noun(view_.word_class(end - 1)) || view_.word_class(end - 1) == WordClass::kIng;
      case Need::kAgainst:
        return end < in_.end && view_.lower(end) == "against";
      case Need::kHuman: {
        if (end >= in_.end || view_.lower(end) != "of") return false;
        return somebody(grammar_.counted(view_.phrase_at(end + 1), in_));
      }
      case Need::kTold:
        return told(first, end);
      case Need::kLabour:
        return in_sentence(labour_);
      case Need::kPlace:
      case Need::kRole:
      case Need::kNamed:
      case Need::kDated:
        break;
    }
    // Something named stands before it in its phrase, or after a preposition behind it.
    const Phrase phrase = view_.phrase_at(first);
    bool named = false, placed = false, dated = false, between = false;
    for (uint32_t k = phrase.empty() ? first : phrase.begin; k < first; ++k) {
      named = named || view_.narrow_mention(k) != kNone;
      placed = placed || view_.place(k) != kNone;
      dated = dated || view_.time(k) != kNone;
    }
    if (!phrase.empty() && phrase.begin > in_.begin && view_.time(phrase.begin - 1) != kNone) dated = true;
    uint32_t steps = 0;
    for (uint32_t k = end; k < in_.end && steps < 8; ++k, ++steps) {
      const WordClass c = view_.word_class(k);
      if (c == WordClass::kStop || is_finite_verb(c) || c == WordClass::kWh || is_auxiliary(c)) break;
      named = named || view_.narrow_mention(k) != kNone;
      placed = placed || view_.place(k) != kNone;
      dated = dated || view_.time(k) != kNone;
      between = between || view_.lower(k) == "between";
      // "the destruction of hospitals"
      const WordEntry* entry = view_.entry(k);
      named = named || (steps < 4 && view_.lower(end) == "of" && entry != nullptr &&
                        (entry->classes.test(person_) || entry->classes.test(building_)));
    }
    if (sense.need == Need::kPlace) return placed;
    if (sense.need == Need::kDated) return dated || between;
    return named || placed;
  }

  // Whether something is said to become of it: "a truce took hold", "called for a ceasefire", not "language
  // on a ceasefire".
  bool told(uint32_t first, uint32_t end) const {
    const Phrase phrase = view_.phrase_at(first);
    uint32_t begin = phrase.empty() ? first : phrase.begin;
    const uint32_t after = std::max(end, phrase.end);
    for (uint32_t j = after; j < in_.end && j < after + 6; ++j) {
      const WordClass c = view_.word_class(j);
      if (is_verb(c) && kFates.contains(view_.lemma(j))) return true;
      if (!is_auxiliary(c) && c != WordClass::kAdverb && c != WordClass::kNegation && c != WordClass::kWh &&
          c != WordClass::kPreposition && c != WordClass::kPronoun && view_.phrase_at(j).empty() &&
          view_.time(j) == kNone && c != WordClass::kSubordinator)
        break;
    }
    for (int steps = 0; begin > in_.begin && steps < 4; ++steps) {
      const uint32_t j = begin - 1;
      const WordEntry* entry = view_.entry(j);
      if (is_verb(view_.word_class(j))) return entry != nullptr && !entry->lights.empty();
      if (entry != nullptr && !entry->statuses.empty()) return true;
      if (j > in_.begin && status_ends_at(j)) return true;
      const WordClass c = view_.word_class(j);
      if (c != WordClass::kAdverb && c != WordClass::kOpen && c != WordClass::kAdjective &&
          c != WordClass::kPreposition)
        return false;
      if (c == WordClass::kPreposition && j > in_.begin && kDuring.contains(view_.lower(j))) return true;
      begin = j;
    }
    return false;
  }

  // "calls | for": a phrase of event_status.tsv that ends with word j.
  bool status_ends_at(uint32_t j) const {
    for (uint32_t i = j > in_.begin + 2 ? j - 2 : in_.begin; i < j; ++i) {
      const WordEntry* entry = view_.entry(i);
      if (entry == nullptr) continue;
      for (const StatusPhrase* phrase : entry->statuses)
        if (phrase->words.size() == j - i + 1 && view_.lower(j) == phrase->words.back()) return true;
    }
    return false;
  }

  // ---- verbs ----

  bool stands_as_verb(uint32_t i, uint8_t forms, size_t rest) const {
    const WordClass c = view_.word_class(i);
    if (is_verb(c)) return true;
    // "were wounded", which the tagger may take for an adjective.
    // "choosing to side with": the tagger may see a noun behind a preposition.
    if ((forms & kBaseForm) != 0 && rest > 0 && i > in_.begin && view_.lower(i - 1) == "to" &&
        c == WordClass::kNoun)
      return true;
    if ((forms & kParticipleForm) != 0 && (c == WordClass::kAdjective || c == WordClass::kNoun))
      return grammar_.group(i).be;
    return false;
  }

  // The end of the trigger's words when they follow the verb at once, or stand behind its object ("took
  // dozens hostage"); 0: no.
  uint32_t match(uint32_t i, const Sense& sense, bool& apart) const {
    apart = false;
    if (follows(i + 1, sense.rest)) return i + 1 + static_cast<uint32_t>(sense.rest.size());
    // "put the army on alert", "took dozens hostage"; not "met X | in Y".
    if (sense.rest.empty() || (sense.rest.size() == 1 && marker_of(sense.rest.front()) != 0)) return 0;
    const Phrase object = grammar_.object(i + 1, grammar_.scope(i));
    if (object.empty() || object.end - i > 10) return 0;
    // "captive" may have been taken into the phrase.
    for (uint32_t k = object.begin + 1; k <= object.end; ++k) {
      if (!follows(k, sense.rest)) continue;
      apart = true;
      return i + 1;
    }
    return 0;
  }

  bool fits(const Phrase& phrase, const ClassSet& wanted, const ClassSet& unwanted, bool party,
            bool asks) const {
    if (phrase.empty()) return !asks;
    ClassSet classes;
    const WordEntry* entry = view_.entry(phrase.head);
    if (entry != nullptr) classes = entry->classes;
    const bool named = view_.narrow_mention(phrase.head) != kNone || phrase.pronoun;
    if (view_.word_class(phrase.begin) == WordClass::kMark) {
      classes.set(money_);
    } else if (view_.word_class(phrase.head) == WordClass::kNumber) {
      classes.set(person_);
    }
    // "the ceasefire agreement" is a truce too.
    if (classes.test(deal_) && phrase.head > phrase.begin)
      if (const WordEntry* modifier = view_.entry(phrase.head - 1); modifier != nullptr)
        classes |= modifier->classes;
    if (view_.place(phrase.head) != kNone) classes.set(place_), classes.set(territory_);
    if ((classes & unwanted).any()) return false;
    if (!asks) return true;
    return (classes & wanted).any() || (party && named);
  }

  // Whether a participle without auxiliary is passive ("the city besieged since May fell") or the tagger took
  // a past for one
  // ("troops shot into").
  bool reduced(uint32_t i, uint32_t end, uint8_t forms, const Sense& sense) const {
    if ((forms & kPastForm) == 0) return true;
    if (!sense.recipient.object) return false;
    const Bounds clause = grammar_.clause(i);
    if (!grammar_.object(end, clause).empty()) return false;
    for (uint32_t j = clause.begin; j < clause.end; ++j)
      if (j != i && (is_finite_verb(view_.word_class(j)) || is_auxiliary(view_.word_class(j)))) return true;
    return false;
  }

  // "killed in the floods", "died of cancer": nobody's deed.
  bool caused_by_nature(uint32_t i) const {
    const Bounds clause = grammar_.clause(i);
    for (uint32_t j = clause.begin; j < clause.end; ++j)
      if (const WordEntry* entry = view_.entry(j); entry != nullptr && entry->classes.test(nature_))
        return true;
    return false;
  }

  bool verb_trigger(uint32_t i, const WordEntry& entry, Draft& draft) {
    for (const SenseUse& use : entry.verbs) {
      const Sense& sense = *use.sense;
      bool apart = false;
      const uint32_t end = match(i, sense, apart);
      if (end == 0 || !stands_as_verb(i, use.forms, sense.rest.size())) continue;
      const VerbGroup group = grammar_.group(i);
      const WordClass c = view_.word_class(i);
      const Bounds scope = grammar_.scope(i);
      bool passive = group.passive;
      // "shells fired by", "the city besieged since": a participle without auxiliary behind its noun.
      const bool bare = !group.be && !group.have && group.modal == kNone && group.begin == i;
      const bool by_follows = end < in_.end && view_.lower(end) == "by";
      if (bare && (use.forms & kParticipleForm) != 0 &&
          (c == WordClass::kParticiple || (c == WordClass::kPast && by_follows)))
        passive = by_follows || reduced(i, end, use.forms, sense);
      // "shells were fired at": the shells' sense, not that of "fire at".
      if (passive && !sense.rest.empty() && marker_of(sense.rest.back()) != 0 && !sense.recipient.object)
        continue;
      const Phrase inside = view_.phrase_at(i);
      const bool modifier = !inside.empty() && inside.end > i + 1 && inside.begin < i;
      if (modifier && (c == WordClass::kParticiple || c == WordClass::kIng || c == WordClass::kAdjective ||
                       c == WordClass::kPast)) {
        // Few participles before a noun tell news: "the besieged city", "the kidnapped students".
        if (c == WordClass::kIng || !kTellingModifiers.contains(view_.lower(i))) continue;
        passive = true;
      }
      Phrase object;
      if (modifier) {
        object = inside;
      } else if (passive) {
        const Subject subject = grammar_.subject(i);
        object = subject.phrase;
      } else if (!apart && !sense.recipient.subject) {
        object = grammar_.object(end, scope);
        if (object.empty()) object = grammar_.object_before(i);
      } else if (apart) {
        object = grammar_.object(i + 1, scope);
      }
      if (sense.recipient.subject && !passive) object = grammar_.subject(i).phrase;
      if (sense.no_object && !object.empty()) continue;
      if (!fits(object, sense.wanted, sense.unwanted, sense.party, sense.asks_object)) continue;
      if (sense.type == EventType::kAssault && sense.count && caused_by_nature(i)) continue;
      if (sense.asks_subject &&
          !fits(grammar_.subject(i).phrase, sense.wanted_subject, {}, sense.party_subject, true))
        continue;
      draft.sense = &sense;
      draft.forms = use.forms;
      draft.first = i;
      draft.end = apart ? i + 1 : end;
      draft.behind = draft.end;
      // "met with", "fired into": the preposition belongs to what follows.
      while (draft.end > i + 1 && marker_of(view_.lower(draft.end - 1)) != 0) --draft.end;
      draft.word = i;
      draft.passive = passive;
      object_ = !sense.asks_object && sense.asks_subject ? grammar_.subject(i).phrase : object;
      return true;
    }
    return false;
  }

  const PageView& view_;
  const Grammar& grammar_;
  uint32_t sentence_;
  Bounds in_;
  size_t person_, place_, territory_, nature_, building_, labour_, money_, deal_, fight_;
  uint32_t refused_ = 0;
  Phrase object_;   // of the verb found last
  Phrase blocked_;  // no trigger begins in here
};

}  // namespace

void find_triggers(const PageView& view, const Grammar& grammar, const Lexicon& lexicon, uint32_t sentence,
                   std::vector<Draft>& out) {
  Finder(view, grammar, lexicon, sentence).run(out);
}

}  // namespace hearsay::events
