#include "stages/statements/source.h"

#include <algorithm>

#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kUnnamed = word_set(
    "source sources official officials diplomat diplomats witness witnesses resident residents person people "
    "insider insiders aide "
    "aides survivor survivors analyst analysts expert experts observer observers critic critics local locals "
    "someone somebody "
    "commentator commentators investigator investigators");
constexpr auto kBehalf = word_set("of for at from in");

// Where the head of the phrase ends: before the first preposition that no mention spans.
uint32_t head_end(const PageWords& r, Range words) {
  for (uint32_t i = words.begin + 1; i < words.end; ++i) {
    if (r[i].is_comma()) return i;
    if (!r[i].is(kPreposition)) continue;
    const uint32_t m = r[i].mention;
    if (m != kNone && r.mentions[m].begin < i && r.mentions[m].end > i) continue;
    return i;
  }
  return words.end;
}

// The mention that names whoever the phrase names: it holds the head's last word, or a name behind a comma.
uint32_t mention_of(const PageWords& r, Range words) {
  if (words.empty()) return kNone;
  const uint32_t end = head_end(r, words);
  uint32_t best = kNone;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const uint32_t m = r[i].mention;
    if (m == kNone || r.document->mentions[m].actor == kNone) continue;
    const Range range = r.mentions[m];
    const bool holds_head = range.contains(end - 1);
    const bool apposition = end < words.end && r[end].is_comma() && range.begin > end;
    if (!holds_head && !apposition) continue;
    if (best == kNone || (apposition && r.document->mentions[m].form <= MentionForm::kTitledName)) best = m;
  }
  return best;
}

std::string plain_name(const PageWords& r, Range words) {
  Range range = words;
  while (range.size() > 1 && r[range.begin].is(kDeterminer)) ++range.begin;
  return std::string(r.text(range));
}

}  // namespace

Identity identity_of(const PageWords& r, Range words) {
  Identity identity;
  if (words.empty()) return identity;
  const Document& document = *r.document;
  const uint32_t end = head_end(r, words);
  const std::string_view head = r[end - 1].lower;
  if (const uint32_t m = mention_of(r, words); m != kNone) {
    identity.actor = document.mentions[m].actor;
    const Actor& actor = document.actors[identity.actor];
    identity.name = actor.name;
    switch (actor.kind) {
      case ActorKind::kOffice:
        identity.kind = SourceKind::kOffice;
        break;
      case ActorKind::kGroup:
        identity.kind = SourceKind::kGroup;
        break;
      default:
        identity.kind = SourceKind::kNamed;
        break;
    }
    const std::string_view first = r[words.begin].lower;
    const bool indefinite = first == "a" || first == "an" || first == "one" || first == "another" ||
                            first == "some" || r[words.begin].kind == WordKind::kNumber ||
                            !r[words.begin].is(kDeterminer | kPossessive);
    uint32_t noun = r.first_with({words.begin + 1, words.end}, kPreposition | kRelative) - 1;
    if (kUnnamed.contains(r[noun].lower) && !r[noun].capital &&
        (indefinite || document.mentions[m].form == MentionForm::kNominal))
      identity.kind = SourceKind::kUnnamed;
  } else if (r[words.begin].is(kPronoun) && words.size() == 1) {
    identity.kind = SourceKind::kNamed;
  } else {
    identity.name = plain_name(r, words);
    bool document_noun = is_document_noun(head);
    if (document_noun)
      identity.kind = SourceKind::kDocument;
    else if (kUnnamed.contains(head))
      identity.kind = SourceKind::kUnnamed;
    else if (is_office_noun(head))
      identity.kind = SourceKind::kOffice;
    else if (r[end - 1].capital)
      identity.kind = SourceKind::kNamed;
    else
      identity.kind = SourceKind::kGroup;
  }
  // "a spokesman for the ministry", "a source at the agency"
  if (end + 1 < words.end && kBehalf.contains(r[end].lower)) {
    const Range body{end + 1, words.end};
    for (uint32_t i = body.begin; i < body.end; ++i) {
      const uint32_t m = r[i].mention;
      if (m == kNone || document.mentions[m].actor == kNone || document.mentions[m].actor == identity.actor)
        continue;
      const ActorKind kind = document.actors[document.mentions[m].actor].kind;
      if (kind != ActorKind::kBody && kind != ActorKind::kState && kind != ActorKind::kGroup) continue;
      identity.on_behalf_of = r.mentions[m];
      identity.on_behalf_of_actor = document.mentions[m].actor;
      identity.on_behalf_of_name = document.actors[identity.on_behalf_of_actor].name;
      break;
    }
  }
  return identity;
}

bool is_open(const PageWords& r, Range words, const Identity& identity) {
  return words.size() == 1 && r[words.begin].is(kPronoun) && identity.actor == kNone;
}

bool is_first_person(const PageWords& r, Range words) {
  if (words.size() != 1) return false;
  const std::string_view w = r[words.begin].lower;
  return w == "we" || w == "i" || w == "our" || w == "my" || w == "us" || w == "me";
}

bool is_press(const PageWords& r, Range words) {
  if (words.empty()) return false;
  const Document& document = *r.document;
  const uint32_t end = head_end(r, words);
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const uint32_t m = r[i].mention;
    if (m != kNone && document.mentions[m].actor != kNone &&
        document.actors[document.mentions[m].actor].kind == ActorKind::kOutlet &&
        (r.mentions[m].contains(end - 1) || i < end))
      return true;
  }
  for (uint32_t i = words.begin; i < words.end; ++i)
    if (r[i].outlet && (i < end || r[i - 1].lower == "with" || r[i - 1].lower == "of")) return true;
  for (uint32_t i = words.begin; i < end; ++i)
    if (is_press_noun(r[i].lower) &&
        (r[end - 1].capital || r[i].lower == "newspaper" || r[i].lower == "tabloid" ||
         r[i].lower == "broadcaster" ||
         (i > words.begin && r[i].lower == "agency" && r[i - 1].lower == "news")))
      return true;
  return false;
}

}  // namespace hearsay::statements
