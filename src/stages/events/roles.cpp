#include "stages/events/roles.h"

#include <algorithm>

#include "stages/events/inflection.h"
#include "text/word_set.h"

namespace hearsay::events {
namespace {

constexpr auto kLocatives =
    word_set("in at near on outside inside across around over above throughout within off into along");
constexpr auto kFirstPersons = word_set("i we us me our my ours ourselves");

const MarkerSet kBy = marker_of("by"), kBetween = marker_of("between"), kOf = marker_of("of");

std::string code_of(const Document& d, uint32_t mention) {
  const ActorMention& m = d.mentions[mention];
  if (!m.code.empty() || m.actor == kNone) return m.code;
  return d.actors[m.actor].code;
}

bool is_place_only(const Document& d, uint32_t mention) {
  const ActorMention& m = d.mentions[mention];
  return m.actor != kNone && d.actors[m.actor].kind == ActorKind::kPlace;
}

Role mention_role(const Document& d, uint32_t mention) {
  return {d.mentions[mention].span, d.mentions[mention].actor, code_of(d, mention)};
}

// The first mention that stands inside a span or around it.
uint32_t mention_of_span(const PageView& view, Span span) {
  const auto [first, end] = view.words_in(span);
  uint32_t best = kNone;
  for (uint32_t i = first; i < end; ++i) {
    const uint32_t m = view.narrow_mention(i);
    if (m != kNone) {
      best = m;
      break;
    }
  }
  return best;
}

class RoleFinder {
 public:
  RoleFinder(const PageView& view, const Grammar& grammar, const Lexicon& lexicon)
      : view_(view),
        grammar_(grammar),
        armed_(lexicon.class_named("armed")),
        party_(lexicon.class_named("party")) {}

  void run(Draft& draft) const {
    if (draft.sense->is_verb) {
      verb_roles(draft);
    } else {
      noun_roles(draft);
    }
    if (draft.is_noun() && draft.actor.empty()) draft.actor = owner_of_content(draft);
    if (draft.place == kNone) draft.place = place_in_clause(draft);
  }

 private:
  Role role(const Phrase& phrase, const Draft& draft) const { return role_of(view_, phrase, draft.said_by); }

  Role role(const Subject& subject, const Draft& draft) const {
    const uint32_t content = draft.said_by;
    switch (subject.controller) {
      case Controller::kPhrase:
        return role(subject.phrase, draft);
      case Controller::kSource:
        return content == kNone ? Role{}
                                : source_role(view_.document(), view_.document().statements[content]);
      case Controller::kAddressee:
        return content == kNone ? Role{}
                                : addressee_role(view_.document(), view_.document().statements[content]);
      case Controller::kNone:
        break;
    }
    return {};
  }

  // "threatened sanctions", "promised aid", "called on X for talks": what is threatened or promised is the
  // speaker's own deed.
  Role owner_of_content(const Draft& draft) const {
    if (draft.said_by == kNone || draft.sense->actor.none()) return {};
    const Document& d = view_.document();
    const Statement& s = d.statements[draft.said_by];
    const Phrase phrase = view_.phrase_at(draft.first);
    const uint32_t begin = phrase.empty() ? draft.first : phrase.begin;
    if (view_.span(begin, begin + 1).begin > s.content.begin) return {};
    switch (s.act) {
      case Act::kDemand:
        return s.addressee.empty() ? Role{} : addressee_role(d, s);
      case Act::kPromise:
      case Act::kThreaten:
      case Act::kReject:
        return source_role(d, s);
      default:
        return {};
    }
  }

  void set_recipient(Draft& draft, const Phrase& phrase) const {
    draft.recipient = role(phrase, draft);
    draft.recipient_phrase = phrase;
  }

  void verb_roles(Draft& draft) const {
    const Sense& sense = *draft.sense;
    const Bounds scope = grammar_.scope(draft.word);
    const Phrase inside = view_.phrase_at(draft.word);
    uint32_t behind = draft.behind;
    if (!inside.empty() && inside.begin < draft.word && inside.end > draft.word + 1) {
      // "the besieged city"
      set_recipient(draft, inside);
      return read_after(draft, inside.end, scope, false);
    }
    const Subject subject = grammar_.subject(draft.word);
    if (sense.mode == "visit" && view_.word_class(draft.word) == WordClass::kIng &&
        draft.word > scope.begin && is_verb(view_.word_class(draft.word - 1))) {
      // "told visiting Minister Y": the guest is the one behind.
      const Phrase guest = grammar_.object(behind, scope);
      draft.actor = role(guest, draft);
      const Subject host = grammar_.subject(draft.word - 1);
      if (host.controller == Controller::kPhrase) set_recipient(draft, host.phrase);
      return;
    }
    if (draft.passive) {
      if (sense.recipient.object && subject.controller == Controller::kPhrase)
        set_recipient(draft, subject.phrase);
      read_after(draft, behind, scope, true);
      // "the army was put on alert": who is moved is who moves.
      if (sense.type == EventType::kMobilize && draft.actor.empty()) draft.actor = role(subject, draft);
      return;
    }
    if (sense.actor.subject && !is_thing(subject)) draft.actor = role(subject, draft);
    if (sense.type == EventType::kConsult && subject.controller == Controller::kPhrase)
      both_parties(draft, subject.phrase);
    if (sense.recipient.subject && subject.controller == Controller::kPhrase)
      set_recipient(draft, subject.phrase);
    const Phrase object = grammar_.object(behind, scope);
    if (!object.empty()) {
      const bool after_own =
          behind > draft.first && (marker_of(view_.lower(behind - 1)) & sense.recipient.markers) != 0;
      if (sense.recipient.object || after_own) set_recipient(draft, object);
      behind = object.end;
      if (draft.recipient_phrase.empty()) draft.recipient_phrase = object;
    }
    read_after(draft, behind, scope, false);
    if (draft.recipient.empty()) before_relative(draft, scope);
  }

  // "units with whom it cooperates"
  void before_relative(Draft& draft, Bounds scope) const {
    const uint32_t begin = grammar_.group(draft.word).begin;
    for (uint32_t j = begin; j-- > scope.begin + 1 && begin - j < 8;) {
      if (view_.word_class(j) != WordClass::kWh) continue;
      if ((marker_of(view_.lower(j - 1)) & draft.sense->recipient.markers) == 0) return;
      const Phrase antecedent = grammar_.phrase_before(j - 1, scope);
      if (!antecedent.empty()) set_recipient(draft, antecedent);
      return;
    }
  }

  // "A and B met": the second name is the other party.
  void both_parties(Draft& draft, const Phrase& subject) const {
    for (uint32_t k = subject.begin; k < subject.end; ++k) {
      if (view_.word_class(k) != WordClass::kConjunction) continue;
      const Phrase first = view_.phrase_at(subject.begin), second = view_.phrase_at(k + 1);
      if (first.empty() || second.empty()) return;
      const Role a = role(first, draft), b = role(second, draft);
      if (a.actor == kNone || b.actor == kNone || a.actor == b.actor) return;
      draft.actor = a;
      draft.recipient = b;
      return;
    }
  }

  // "Six shells hit the posts": a weapon does nothing by itself.
  bool is_thing(const Subject& subject) const {
    if (subject.controller != Controller::kPhrase || view_.narrow_mention(subject.phrase.head) != kNone)
      return false;
    const WordEntry* entry = view_.entry(subject.phrase.head);
    return entry != nullptr && !entry->weapon_mode.empty();
  }

  // The prepositional phrases behind a trigger, up to the next clause.
  void read_after(Draft& draft, uint32_t from, Bounds scope, bool agent) const {
    const Sense& sense = *draft.sense;
    MarkerSet actor = sense.actor.markers, recipient = sense.recipient.markers;
    if (agent) actor |= kBy;
    uint32_t j = from;
    for (int steps = 0; steps < 40 && scope.has(j); ++steps) {
      const WordClass c = view_.word_class(j);
      const MarkerSet marker = marker_of(view_.lower(j));
      const Phrase next = scope.has(j + 1) ? object_phrase(j + 1, scope) : Phrase{};
      if (c == WordClass::kStop || c == WordClass::kWh || c == WordClass::kSubordinator ||
          c == WordClass::kModal)
        return;
      if (marker != 0 && (c == WordClass::kPreposition || c == WordClass::kTo || c == WordClass::kAdverb) &&
          !next.empty()) {
        if (marker == kBetween) {
          if ((actor & kBetween) != 0 || (recipient & kBetween) != 0)
            take_pair(draft, next, scope, (recipient & kBetween) != 0);
          j = next.end;
          continue;
        }
        // "talks of the ministers"; of "talks on the future of the country" it belongs to the future.
        const bool timed = view_.time(next.head) != kNone || (marker == kOf && j != from);
        if ((actor & marker) != 0 && draft.actor.empty() && !timed) {
          Role found = role(next, draft);
          // "by telephone", "by the weekend": no agent.
          if (marker != kBy || !found.code.empty() || found.actor != kNone ||
              view_.entry(next.head) != nullptr)
            draft.actor = std::move(found);
        } else if ((recipient & marker) != 0 && draft.recipient.empty() && !timed) {
          set_recipient(draft, next);
        }
        if (draft.place == kNone) draft.place = located(j, next);
        j = next.end;
        continue;
      }
      if (c == WordClass::kPreposition && !next.empty()) {
        if (draft.place == kNone) draft.place = located(j, next);
        j = next.end;
        continue;
      }
      if (view_.time(j) != kNone || c == WordClass::kAdverb || c == WordClass::kOpen ||
          c == WordClass::kClose || c == WordClass::kPreposition) {
        ++j;
        continue;
      }
      if (c == WordClass::kComma && view_.lower(j) == "," && scope.has(j + 1) &&
          view_.place(j + 1) != kNone) {
        j = view_.phrase_at(j + 1).empty() ? j + 2 : view_.phrase_at(j + 1).end;
        continue;
      }
      if (c == WordClass::kConjunction && !next.empty() && next.begin == j + 1) {
        j = next.end;
        continue;
      }
      if (view_.lower(j) == "targeting" && !next.empty()) {
        if (draft.recipient.empty()) set_recipient(draft, next);
        j = next.end;
        continue;
      }
      if (c == WordClass::kParticiple && draft.is_noun() && j == from && scope.has(j + 1)) {
        // "sanctions imposed by", "a deal brokered on 9 September"
        actor |= kBy;
        ++j;
        continue;
      }
      return;
    }
  }

  Phrase object_phrase(uint32_t i, Bounds scope) const {
    uint32_t j = i;
    while (scope.has(j) &&
           (view_.word_class(j) == WordClass::kAdverb || view_.word_class(j) == WordClass::kOpen) &&
           view_.phrase_at(j).empty())
      ++j;
    const Phrase p = scope.has(j) ? view_.phrase_at(j) : Phrase{};
    return !p.empty() && p.begin == j ? grammar_.counted(p, scope) : Phrase{};
  }

  void take_pair(Draft& draft, const Phrase& first, Bounds scope, bool third_party) const {
    const Phrase second = scope.has(first.end) && view_.word_class(first.end) == WordClass::kConjunction
                              ? view_.phrase_at(first.end + 1)
                              : Phrase{};
    if (third_party) {
      if (draft.recipient.empty()) set_recipient(draft, first);
      return;
    }
    if (draft.actor.empty()) draft.actor = role(first, draft);
    if (draft.recipient.empty() && !second.empty()) set_recipient(draft, second);
  }

  uint32_t located(uint32_t preposition, const Phrase& phrase) const {
    if (!kLocatives.contains(view_.lower(preposition)) && view_.lower(preposition) != "of" &&
        view_.lower(preposition) != "to" && view_.lower(preposition) != "against")
      return kNone;
    for (uint32_t k = phrase.end; k-- > phrase.begin;)
      if (view_.place(k) != kNone) return view_.place(k);
    return kNone;
  }

  void noun_roles(Draft& draft) const {
    const Sense& sense = *draft.sense;
    const Bounds scope = grammar_.scope(draft.word);
    const Phrase phrase = view_.phrase_at(draft.first);
    const uint32_t begin = phrase.empty() ? draft.first : phrase.begin;
    if (sense.actor.before || sense.recipient.before) read_before(draft, begin);
    read_after(draft, std::max(draft.end, phrase.empty() ? 0 : phrase.end), scope, false);
    governing_verb(draft, begin, scope);
    following_verb(draft, std::max(draft.end, phrase.empty() ? 0 : phrase.end), scope);
    if (draft.actor.empty() && sense.type == EventType::kConsult) fronted_actor(draft, begin);
    if (draft.actor.empty() && sense.type == EventType::kConsult) ready_actor(draft, begin, scope);
    if (draft.place == kNone)
      for (uint32_t k = begin; k < draft.first; ++k)
        if (view_.place(k) != kNone &&
            (view_.narrow_mention(k) == kNone || is_place_only(view_.document(), view_.narrow_mention(k))))
          draft.place = view_.place(k);
    if (sense.actor.subject && draft.actor.empty()) {
      // "X is in contact with", "the forces are on high alert"
      for (uint32_t j = draft.first; j-- > scope.begin && draft.first - j < 7;) {
        const WordClass c = view_.word_class(j);
        if (is_auxiliary(c) || is_verb(c)) {
          draft.actor = role(grammar_.subject(j), draft);
          break;
        }
      }
    }
  }

  // "In a phone conversation with X on Friday, Y said"
  void fronted_actor(Draft& draft, uint32_t begin) const {
    const Bounds sentence = grammar_.sentence();
    if (begin != sentence.begin + 1 || view_.word_class(sentence.begin) != WordClass::kPreposition) return;
    for (uint32_t j = draft.end; j + 1 < sentence.end; ++j) {
      if (view_.word_class(j) != WordClass::kComma) {
        if (is_finite_verb(view_.word_class(j))) return;
        continue;
      }
      const Phrase next = view_.phrase_at(j + 1);
      if (!next.empty() && next.begin == j + 1) draft.actor = role_of(view_, next, view_.content(j + 1));
      return;
    }
  }

  // "X is open to dialogue", "X returned to talks", "X is ready for a meeting"
  void ready_actor(Draft& draft, uint32_t begin, Bounds scope) const {
    if (begin <= scope.begin + 1) return;
    const std::string_view link = view_.lower(begin - 1);
    if (link != "to" && link != "for" && link != "in") return;
    for (uint32_t j = begin - 1; j-- > scope.begin && begin - j < 5;) {
      const WordClass c = view_.word_class(j);
      if (is_verb(c) || is_auxiliary(c)) {
        const Subject subject = grammar_.subject(j);
        if (subject.controller != Controller::kNone) draft.actor = role(subject, draft);
        return;
      }
      if (c != WordClass::kAdjective && c != WordClass::kAdverb) return;
    }
  }

  // A word of an actor that no mention covers ("terrorist attacks"): the first mention of the page that has
  // it.
  uint32_t mention_by_word(uint32_t word) const {
    const std::string_view wanted = view_.lower(word);
    if (wanted.size() < 5) return kNone;
    for (uint32_t i = 0; i < view_.size(); ++i) {
      const uint32_t m = view_.narrow_mention(i);
      if (m == kNone || !view_.lower(i).starts_with(wanted)) continue;
      if (!code_of(view_.document(), m).empty() && !is_place_only(view_.document(), m)) return m;
    }
    return kNone;
  }

  // "Russian air strikes", "Russia's attack on", "US-led coalition raids": the nearest actor before the
  // trigger in its phrase.
  void read_before(Draft& draft, uint32_t begin) const {
    for (uint32_t k = draft.first; k-- > begin;) {
      const uint32_t m = view_.narrow_mention(k);
      Role found;
      if (m != kNone && !is_place_only(view_.document(), m)) {
        found = mention_role(view_.document(), m);
      } else if (view_.word_class(k) == WordClass::kPossessive) {
        found = role({k, k + 1, k, true}, draft);
        if (found.code.empty()) continue;
      } else if (view_.entry(k) != nullptr &&
                 (view_.entry(k)->classes.test(armed_) || view_.entry(k)->classes.test(party_)) &&
                 draft.actor.empty()) {
        const uint32_t other = mention_by_word(k);
        if (other == kNone) continue;
        found = mention_role(view_.document(), other);
        found.span = view_.span(k, k + 1);
      } else {
        continue;
      }
      if (draft.sense->actor.before) {
        if (draft.actor.empty()) {
          // "regime and Russian air strikes": the first of two gives the code.
          if (begin > grammar_.sentence().begin + 1 &&
              view_.word_class(begin - 1) == WordClass::kConjunction && k == begin) {
            const Phrase first = view_.phrase_at(begin - 2);
            const uint32_t other = first.empty() ? kNone : view_.narrow_mention(first.head);
            if (other != kNone && !is_place_only(view_.document(), other))
              found = mention_role(view_.document(), other);
          }
          draft.actor = std::move(found);
        }
        // "the Lavrov-Kerry talks", "US-Russian deal": two names before the noun are both sides.
        else if (draft.recipient.empty() && (draft.sense->actor.markers & kBetween) != 0 &&
                 found.actor != draft.actor.actor) {
          draft.recipient = std::move(draft.actor);
          draft.actor = std::move(found);
        }
        if ((draft.sense->actor.markers & kBetween) == 0) return;
      } else if (draft.recipient.empty()) {
        draft.recipient = std::move(found);
        return;
      }
    }
  }

  // "launched an attack", "suffered an attack": the subject of a light verb takes its part.
  void governing_verb(Draft& draft, uint32_t begin, Bounds scope) const {
    uint32_t j = begin;
    int steps = 0;
    while (j > scope.begin && steps < 7) {
      const WordClass c = view_.word_class(j - 1);
      // "held a 50-minute meeting", "opened direct, high-level talks"
      const bool skipped =
          c == WordClass::kAdverb || c == WordClass::kOpen || c == WordClass::kPreposition ||
          c == WordClass::kDeterminer || c == WordClass::kAdjective || c == WordClass::kNumber ||
          view_.time(j - 1) != kNone ||
          (c == WordClass::kComma && j - 1 > scope.begin && view_.word_class(j - 2) == WordClass::kAdjective);
      if (!skipped) break;
      --j, ++steps;
    }
    // "took part in talks": the preposition belongs to what stands before it.
    if (j < begin && j > scope.begin && view_.word_class(j) == WordClass::kPreposition &&
        !view_.phrase_at(j - 1).empty())
      return;
    if (j <= scope.begin) return;
    for (uint32_t v = j; v-- > scope.begin && j - v <= 3;) {
      const WordEntry* entry = view_.entry(v);
      if (entry == nullptr || entry->lights.empty() ||
          !(is_verb(view_.word_class(v)) || is_auxiliary(view_.word_class(v)))) {
        if (!view_.phrase_at(v).empty()) return;
        continue;
      }
      for (const LightUse& use : entry->lights) {
        uint32_t k = v + 1;
        bool matched = true;
        for (const std::string& word : use.verb->rest) matched = matched && view_.lower(k++) == word;
        if (!matched || k > begin) continue;
        if (use.verb->rest.empty() && k != begin && view_.word_class(k) == WordClass::kPreposition) continue;
        apply_light(draft, *use.verb, v, false);
        return;
      }
    }
  }

  // "an attack was carried out by X", "attacks launched by X".
  void following_verb(Draft& draft, uint32_t end, Bounds scope) const {
    uint32_t j = end;
    while (scope.has(j) && (is_auxiliary(view_.word_class(j)) || view_.word_class(j) == WordClass::kAdverb))
      ++j;
    if (j == end || !scope.has(j)) return;
    const WordEntry* entry = view_.entry(j);
    if (entry == nullptr || view_.word_class(j) != WordClass::kParticiple) return;
    for (const LightUse& use : entry->lights) {
      if ((use.forms & kParticipleForm) == 0) continue;
      uint32_t k = j + 1;
      bool matched = true;
      for (const std::string& word : use.verb->rest) matched = matched && view_.lower(k++) == word;
      if (!matched) continue;
      if (use.verb->role == LightRole::kActor && draft.actor.empty() && scope.has(k) &&
          view_.lower(k) == "by") {
        const Phrase agent = object_phrase(k + 1, scope);
        if (!agent.empty()) draft.actor = role(agent, draft);
      }
      if (use.verb->status) draft.status = *use.verb->status;
      return;
    }
  }

  void apply_light(Draft& draft, const LightVerb& verb, uint32_t at, bool) const {
    if (verb.status) draft.status = *verb.status;
    const Subject subject = grammar_.subject(at);
    if (grammar_.group(at).passive) return;
    if (verb.role == LightRole::kActor && draft.actor.empty() && !draft.sense->actor.none())
      draft.actor = role(subject, draft);
    if (verb.role == LightRole::kRecipient && draft.recipient.empty() &&
        subject.controller == Controller::kPhrase)
      set_recipient(draft, subject.phrase);
  }

  // "in Aleppo, ...", or the nearest place in the clause that a preposition brings in.
  uint32_t place_in_clause(const Draft& draft) const {
    const Bounds clause = grammar_.clause(draft.word);
    const auto brought_in = [&](uint32_t i) {
      const Phrase phrase = view_.phrase_at(i);
      const uint32_t begin = phrase.empty() ? i : phrase.begin;
      return begin > grammar_.sentence().begin && kLocatives.contains(view_.lower(begin - 1));
    };
    for (uint32_t i = draft.end; i < clause.end; ++i)
      if (view_.place(i) != kNone && view_.content(i) == draft.said_by && brought_in(i))
        return view_.place(i);
    for (uint32_t i = draft.first; i-- > clause.begin;)
      if (view_.place(i) != kNone && view_.content(i) == draft.said_by && brought_in(i))
        return view_.place(i);
    return kNone;
  }

  const PageView& view_;
  const Grammar& grammar_;
  size_t armed_, party_;
};

}  // namespace

Role span_role(const PageView& view, Span span) {
  if (span.empty()) return {};
  Role role{span, kNone, {}};
  const uint32_t mention = mention_of_span(view, span);
  if (mention != kNone) {
    role.actor = view.document().mentions[mention].actor;
    role.code = code_of(view.document(), mention);
  }
  return role;
}

Role source_role(const Document& d, const Statement& s) {
  Role role{s.source, s.source_actor, {}};
  // Of two actors in one phrase the first gives the code.
  const bool several = d.words_of(s.source).find(" and ") != std::string_view::npos;
  for (const ActorMention& m : d.mentions)
    if (m.span.overlaps(s.source) && (s.source_actor == kNone || m.actor == s.source_actor ||
                                      (several && m.span.begin == s.source.begin))) {
      role.actor = m.actor;
      role.code = m.code;
      if (role.actor == kNone) role.actor = m.actor;
      break;
    }
  if (role.code.empty() && role.actor != kNone) role.code = d.actors[role.actor].code;
  return role;
}

Role addressee_role(const Document& d, const Statement& s) {
  Role role{s.addressee, s.addressee_actor, {}};
  for (const ActorMention& m : d.mentions)
    if (m.span.overlaps(s.addressee)) {
      role.code = m.code;
      if (role.actor == kNone) role.actor = m.actor;
      break;
    }
  if (role.code.empty() && role.actor != kNone) role.code = d.actors[role.actor].code;
  return role;
}

Role role_of(const PageView& view, const Phrase& phrase, uint32_t said_by) {
  if (phrase.empty()) return {};
  const Document& d = view.document();
  Role role{view.span(phrase.begin, phrase.end), kNone, {}};
  if (said_by != kNone && kFirstPersons.contains(view.lower(phrase.head))) {
    const Role source = source_role(d, d.statements[said_by]);
    role.actor = source.actor;
    role.code = source.code;
    return role;
  }
  uint32_t mention = view.narrow_mention(phrase.head);
  // "A and B": the first.
  if (mention != kNone && d.mentions[mention].span.begin > role.span.begin) {
    for (uint32_t k = phrase.begin; k + 1 < phrase.head; ++k) {
      if (view.word_class(k + 1) != WordClass::kConjunction || view.narrow_mention(k) == kNone ||
          view.narrow_mention(k) == mention)
        continue;
      mention = view.narrow_mention(k);
      break;
    }
  }
  if (mention == kNone)
    for (uint32_t k = phrase.end; k-- > phrase.begin && mention == kNone;) mention = view.narrow_mention(k);
  if (mention != kNone) {
    role.actor = d.mentions[mention].actor;
    role.code = code_of(d, mention);
    const Span wide = d.mentions[mention].span;
    if (wide.contains(role.span)) role.span = wide;
  }
  if (role.code.empty()) {
    for (uint32_t k = phrase.end; k-- > phrase.begin;) {
      if (view.place(k) == kNone) continue;
      role.code = d.places[view.place(k)].country;
      break;
    }
  }
  return role;
}

void find_roles(const PageView& view, const Grammar& grammar, const Lexicon& lexicon,
                std::vector<Draft>& drafts, size_t first) {
  const RoleFinder finder(view, grammar, lexicon);
  for (size_t i = first; i < drafts.size(); ++i)
    if (drafts[i].sense != nullptr) finder.run(drafts[i]);
  std::erase_if(drafts, [](const Draft& draft) {
    return draft.sense != nullptr && draft.sense->needs_recipient && draft.recipient.empty();
  });
}

void find_call_parties(const PageView& view, const Grammar& grammar, Draft& draft) {
  if (!draft.actor.empty()) return;
  const Document& d = view.document();
  const Span sentence = d.words.sentences[draft.sentence].span;
  const Span trigger = view.span(draft.first, draft.end);
  for (const Statement& s : d.statements) {
    if (s.cue.empty() || !sentence.contains(s.cue) || s.addressee.empty() || s.content.contains(trigger))
      continue;
    draft.actor = source_role(d, s);
    draft.recipient = addressee_role(d, s);
    return;
  }
  for (uint32_t j = draft.first; j-- > grammar.sentence().begin;) {
    if (!is_verb(view.word_class(j))) continue;
    const Subject subject = grammar.subject(j);
    if (subject.controller != Controller::kPhrase) return;
    draft.actor = role_of(view, subject.phrase, draft.said_by);
    uint32_t k = j + 1;
    if (view.lower(k) == "with" || view.lower(k) == "to") ++k;
    const Phrase object = grammar.object(k, grammar.scope(j));
    if (!object.empty() && object.end <= draft.first) draft.recipient = role_of(view, object, draft.said_by);
    return;
  }
}

}  // namespace hearsay::events
