#include "stages/events/speech_events.h"

#include <algorithm>

#include "stages/events/grammar.h"
#include "stages/events/roles.h"
#include "text/word_set.h"

namespace hearsay::events {
namespace {

constexpr auto kYield = word_set(
    "ceasefire cease-fire truce release withdraw withdrawal halt stop end lift cease cessation free pause "
    "pull leave surrender disarm lay "
    "sanctions siege curfew hostages prisoners detainees bombing bombardment fighting hostilities");
constexpr auto kMeet = word_set(
    "talks meeting meet negotiate negotiations negotiation dialogue talk summit conference session debate");
constexpr auto kAssist = word_set(
    "help aid assistance support assist cooperate cooperation weapons arms money funds troops join protect "
    "provide send supply back "
    "intervene sign");
constexpr auto kViolence = word_set(
    "attack attacks strike strikes war military force retaliate retaliation respond response kill destroy "
    "bomb weapons missile missiles "
    "nuclear consequences crush punish harsh blood fire");
constexpr auto kRelations =
    word_set("cooperation relations ties talks contacts engagement negotiations suspend ambassador dialogue");
constexpr auto kRestrict =
    word_set("sanctions sanction embargo visa tariffs blockade boycott restrictions strike ban");
constexpr auto kSeize = word_set("occupy annex seize invade capture territory");
constexpr auto kAllege = word_set(
    "violated violating violation violations attacked attacking killed killing bombed bombing shelled "
    "targeting targeted committed lied "
    "lying supporting backing arming sponsoring breached breaching responsible behind crimes stealing spying "
    "funding fired launched");

bool any_word(const PageView& view, std::pair<uint32_t, uint32_t> range, const auto& set) {
  for (uint32_t i = range.first; i < range.second; ++i)
    if (set.contains(view.lower(i))) return true;
  return false;
}

std::string_view mode_of(const PageView& view, EventType type, const Statement& s) {
  const auto content = view.words_in(s.content);
  switch (type) {
    case EventType::kRequest:
    case EventType::kReject:
      if (any_word(view, content, kMeet)) return "meet";
      if (any_word(view, content, kYield)) return "yield";
      if (any_word(view, content, kAssist)) return "assist";
      return "change";
    case EventType::kAccuse: {
      if (s.detail == ActDetail::kCondemn) return "disapprove";
      const std::string_view cue = view.document().words_of(s.cue);
      const bool allege = cue.find("accus") != std::string_view::npos ||
                          cue.find("alleg") != std::string_view::npos ||
                          cue.find("blam") != std::string_view::npos ||
                          cue.find("claim") != std::string_view::npos || any_word(view, content, kAllege);
      return allege ? "allege" : "disapprove";
    }
    case EventType::kThreaten:
      if (any_word(view, content, kRelations)) return "relations";
      if (any_word(view, content, kRestrict)) return "restrict";
      if (any_word(view, content, kSeize)) return "territory";
      if (any_word(view, content, kViolence)) return "violence";
      return {};
    default:
      return {};
  }
}

std::string_view country_of(std::string_view code) { return code.substr(0, code.find(' ')); }

// The first actor of the content with a code that is not the source's.
Role other_party(const PageView& view, const Statement& s, const Role& source) {
  const Document& d = view.document();
  const auto [first, end] = view.words_in(s.content);
  Role best;
  int best_rank = 0;
  for (uint32_t i = first; i < end; ++i) {
    const uint32_t m = view.mention(i);
    if (m == kNone || !s.content.contains(d.mentions[m].span)) continue;
    const ActorMention& mention = d.mentions[m];
    if (mention.actor != kNone &&
        (mention.actor == source.actor || d.actors[mention.actor].kind == ActorKind::kPlace ||
         d.actors[mention.actor].kind == ActorKind::kOutlet))
      continue;
    if (mention.form == MentionForm::kPronoun && mention.code.empty()) continue;
    Role role{mention.span, mention.actor, mention.code};
    if (role.code.empty() && mention.actor != kNone) role.code = d.actors[mention.actor].code;
    if (role.code.empty() || (role.code == source.code && role.actor == kNone)) continue;
    // One's own side is seldom the one asked or blamed while another is named.
    const bool own = country_of(role.code) == country_of(source.code);
    const bool victim = s.act == Act::kAccuse && role.code.ends_with(" CVL");
    const int rank = own || victim ? 1 : 2;
    if (rank > best_rank) best = std::move(role), best_rank = rank;
  }
  return best;
}

// Whom the cue's own grammar names: the object between cue and content ("accused X of"), the subject of a
// passive cue ("X was accused of"), of a noun who "faced" it.
Role cue_party(const PageView& view, const Statement& s, uint32_t first, uint32_t end, uint32_t sentence) {
  const Document& d = view.document();
  if (sentence >= d.words.sentences.size()) return {};
  const Grammar grammar(view, d.words.sentences[sentence]);
  uint32_t verb = first;
  while (verb < end && !is_verb(view.word_class(verb))) ++verb;
  Phrase phrase;
  if (verb < end) {
    const VerbGroup group = grammar.group(verb);
    if (group.passive) {
      phrase = grammar.subject(verb).phrase;
    } else {
      phrase = grammar.object(end, grammar.scope(verb));
      if (!phrase.empty() && !s.content.empty() && view.span(phrase.begin, phrase.end).end > s.content.begin)
        phrase = {};
    }
  } else if (first > grammar.sentence().begin) {
    for (uint32_t j = first; j-- > grammar.sentence().begin && first - j < 8;) {
      if (view.lemma(j) != "face" && view.lemma(j) != "draw") continue;
      phrase = grammar.subject(j).phrase;
      break;
    }
  }
  if (phrase.empty()) return {};
  Role role = role_of(view, phrase, s.parent);
  if (role.span.overlaps(s.source)) return {};
  // Words without a code are kept where they can only be the one meant.
  const bool named = !role.code.empty() || (verb < end && view.capital(phrase.head));
  return named ? role : Role{};
}

bool is_hearer(const Role& role) { return role.code.find("JRN") != std::string::npos; }

}  // namespace

std::optional<EventType> speech_type(const Statement& s) {
  switch (s.act) {
    case Act::kAccuse:
      return EventType::kAccuse;
    case Act::kDemand:
      return EventType::kRequest;
    case Act::kThreaten:
      return EventType::kThreaten;
    case Act::kPromise:
      return EventType::kAgree;
    case Act::kReject:
      return EventType::kReject;
    case Act::kSupport:
      return EventType::kSupport;
    case Act::kAdmit:
      return s.detail == ActDetail::kFault || s.detail == ActDetail::kApologise
                 ? std::optional(EventType::kConcede)
                 : std::nullopt;
    case Act::kAssert:
    case Act::kDeny:
      break;
  }
  return std::nullopt;
}

void find_speech_events(const PageView& view, std::vector<Draft>& out) {
  const Document& d = view.document();
  for (uint32_t i = 0; i < d.statements.size(); ++i) {
    const Statement& s = d.statements[i];
    const auto type = speech_type(s);
    if (!type || s.cue.empty()) continue;
    const auto [first, end] = view.words_in(s.cue);
    if (first == end) continue;
    Draft draft;
    draft.type = *type;
    draft.first = first;
    draft.end = end;
    draft.word = first;
    const auto sentence = std::partition_point(d.words.sentences.begin(), d.words.sentences.end(),
                                               [&](const Sentence& one) { return one.last_word <= first; });
    draft.sentence = static_cast<uint32_t>(sentence - d.words.sentences.begin());
    draft.actor = source_role(d, s);
    draft.recipient = addressee_role(d, s);
    // A reporter who is told is nobody's target.
    if (is_hearer(draft.recipient) || (*type == EventType::kAccuse && draft.recipient.code.empty()))
      draft.recipient = {};
    if (draft.recipient.empty()) draft.recipient = cue_party(view, s, first, end, draft.sentence);
    draft.definite = !draft.recipient.empty();
    if (draft.recipient.empty()) draft.recipient = other_party(view, s, draft.actor);
    draft.mode = mode_of(view, *type, s);
    draft.when = s.when;
    draft.said_by = s.parent;
    draft.speech = i;
    out.push_back(std::move(draft));
  }
}

void find_targets(std::vector<Draft>& drafts, size_t speech_events) {
  for (size_t i = 0; i < speech_events; ++i) {
    Draft& speech = drafts[i];
    if (speech.type != EventType::kAccuse) continue;
    if (speech.definite) continue;  // the words name the accused
    for (size_t k = speech_events; k < drafts.size(); ++k) {
      const Draft& deed = drafts[k];
      if (deed.dropped || deed.said_by != speech.speech || deed.actor.code.empty()) continue;
      const bool hostile = deed.type == EventType::kAssault || deed.type == EventType::kCoerce ||
                           deed.type == EventType::kSanction || deed.type == EventType::kMobilize ||
                           deed.type == EventType::kReject;
      if (!hostile || deed.actor.actor == speech.actor.actor) continue;
      speech.recipient = deed.actor;
      break;
    }
  }
}

}  // namespace hearsay::events
