#include "stages/events/merge.h"

#include <algorithm>

namespace hearsay::events {
namespace {

// Of a page with more events than any report has: how far back an event is looked for, and how many mentions
// it may have. Without these the work grows with the square of the page.
constexpr size_t kGroupsBack = 200, kMostMentions = 64;

// What of the drafts of one event is known so far.
struct Group {
  std::vector<uint32_t> drafts;  // in order of their triggers
  uint32_t lead = 0;             // the draft that tells most
};

bool same_party(const Role& a, const Role& b) {
  if (a.actor != kNone && a.actor == b.actor) return true;
  return !a.code.empty() && a.code == b.code;
}

bool roles_agree(const Role& a, const Role& b) {
  return a.empty() || b.empty() || same_party(a, b) || a.code.empty() || b.code.empty();
}

bool times_agree(const When& a, const When& b) {
  return a.interval.empty() || b.interval.empty() || overlap(a.interval, b.interval);
}

bool places_agree(const Document& d, uint32_t a, uint32_t b) {
  if (a == kNone || b == kNone || a == b) return true;
  const PlaceMention &p = d.places[a], &q = d.places[b];
  if (d.words_of(p.span) == d.words_of(q.span)) return true;
  if (p.gazetteer_id != 0 && p.gazetteer_id == q.gazetteer_id) return true;
  // A country and a place inside it do not exclude each other.
  return !p.country.empty() && p.country == q.country && (p.precision >= 7 || q.precision >= 7);
}

// Two tolls of one kind are two deeds, or two voices that must not be mixed.
bool counts_agree(const Draft& a, const Draft& b) {
  for (const Count& x : a.counts)
    for (const Count& y : b.counts)
      if (x.kind == y.kind && (x.low != y.low || x.high != y.high)) return false;
  return true;
}

bool is_speech(const Draft& d) { return d.speech != kNone; }

class Merger {
 public:
  Merger(const PageView& view, const std::vector<Draft>& drafts)
      : view_(view), d_(view.document()), drafts_(drafts) {}

  std::vector<Group> run() {
    std::vector<Group> groups;
    for (uint32_t i = 0; i < drafts_.size(); ++i) {
      Group* home = nullptr;
      // The latest one first: "the attack" is the one told of last.
      const size_t last = groups.size() - std::min(groups.size(), kGroupsBack);
      for (size_t g = groups.size(); g-- > last && home == nullptr;)
        if (belongs(groups[g], drafts_[i])) home = &groups[g];
      if (home == nullptr) {
        groups.push_back({{i}, i});
      } else {
        home->drafts.push_back(i);
        if (tells_more(drafts_[i], drafts_[home->lead])) home->lead = i;
      }
    }
    return groups;
  }

 private:
  bool belongs(const Group& group, const Draft& draft) const {
    if (group.drafts.size() >= kMostMentions) return false;
    for (const uint32_t member : group.drafts)
      if (!agree(drafts_[member], draft)) return false;
    const Draft& lead = drafts_[group.lead];
    return linked(lead, draft);
  }

  bool agree(const Draft& a, const Draft& b) const {
    if (a.type != b.type || is_speech(a) != is_speech(b)) return false;
    if (is_speech(a))
      return same_speaker(a, b) && roles_agree(a.recipient, b.recipient) && times_agree(a.when, b.when);
    if (!roles_agree(a.actor, b.actor) || !roles_agree(a.recipient, b.recipient)) return false;
    if (!times_agree(a.when, b.when) || !places_agree(d_, a.place, b.place) || !counts_agree(a, b))
      return false;
    const bool kinds = a.mode != b.mode && !a.mode.empty() && !b.mode.empty();
    if (kinds && (a.type != EventType::kAssault || a.mode == "abduct" || b.mode == "abduct")) return false;
    // What is planned is not what was done; but "the meeting" may be the one ahead.
    if (b.definite) return true;
    return (a.status == Status::kActual || a.status == Status::kNegated) ==
           (b.status == Status::kActual || b.status == Status::kNegated);
  }

  bool same_speaker(const Draft& a, const Draft& b) const {
    if (a.actor.actor != kNone && a.actor.actor == b.actor.actor) return true;
    const std::string& name = d_.statements[a.speech].source_name;
    return !name.empty() && name == d_.statements[b.speech].source_name;
  }

  // Agreement is not enough: something must say that the two are the same.
  bool linked(const Draft& lead, const Draft& draft) const {
    if (is_speech(lead))
      return same_party(lead.recipient, draft.recipient) || lead.recipient.empty() || draft.recipient.empty();
    const bool actors = same_party(lead.actor, draft.actor),
               recipients = same_party(lead.recipient, draft.recipient);
    const bool places = lead.place != kNone && draft.place != kNone;
    const bool times = !lead.when.interval.empty() && lead.when.interval == draft.when.interval;
    if (draft.type == EventType::kConsult)
      return (actors && recipients) ||
             (draft.definite && (lead.channel == draft.channel || draft.channel == Channel::kUnknown)) ||
             (actors && times);
    if (draft.definite && draft.counts.empty()) return true;
    // A toll that nothing ties to the deed told before is a deed of its own.
    if (!draft.counts.empty() && lead.counts.empty() && !places && !times) return false;
    if (actors && recipients) return true;
    if (draft.type == EventType::kRetreat || draft.type == EventType::kSupport)
      return lead.mode == draft.mode;
    return (actors || recipients) && (places || times || lead.mode == draft.mode);
  }

  static int weight(const Draft& d) {
    return 2 * !d.actor.code.empty() + 2 * !d.recipient.code.empty() + static_cast<int>(d.counts.size()) +
           (d.place != kNone) + !d.when.interval.empty();
  }
  static bool tells_more(const Draft& a, const Draft& b) { return weight(a) > weight(b); }

  const PageView& view_;
  const Document& d_;
  const std::vector<Draft>& drafts_;
};

EventMention mention_of(const PageView& view, const Draft& draft) {
  EventMention mention;
  mention.sentence = view.document().words.sentences[draft.sentence].span;
  mention.trigger = view.span(draft.first, draft.end);
  mention.said_by = draft.said_by;
  mention.status = draft.status;
  mention.when = draft.when;
  mention.counts = draft.counts;
  return mention;
}

Event event_of(const PageView& view, const Group& group, const std::vector<Draft>& drafts) {
  const Document& d = view.document();
  Event event;
  event.type = drafts[group.drafts.front()].type;
  for (size_t k = 0; k < group.drafts.size(); ++k) {
    const Draft& draft = drafts[group.drafts[k]];
    event.mentions.push_back(mention_of(view, draft));
    if (draft.said_by == kNone && event.mentions[event.principal].said_by != kNone)
      event.principal = static_cast<uint32_t>(k);
    if (event.mode.empty()) event.mode = draft.mode;
    if (event.channel == Channel::kUnknown) event.channel = draft.channel;
    for (const std::string& context : draft.contexts)
      if (std::find(event.contexts.begin(), event.contexts.end(), context) == event.contexts.end())
        event.contexts.push_back(context);
  }
  std::sort(event.contexts.begin(), event.contexts.end());
  // The principal mention's own roles and place; what it leaves open the others fill, the one that tells most
  // first.
  const auto fill = [&](const Draft& draft) {
    if (event.actor.empty() || (event.actor_code.empty() && !draft.actor.code.empty())) {
      event.actor = draft.actor.span;
      event.actor_index = draft.actor.actor;
      event.actor_code = draft.actor.code;
    }
    if (event.recipient.empty() || (event.recipient_code.empty() && !draft.recipient.code.empty())) {
      event.recipient = draft.recipient.span;
      event.recipient_index = draft.recipient.actor;
      event.recipient_code = draft.recipient.code;
    }
    if (event.place == kNone && draft.place != kNone) {
      event.place = draft.place;
      event.where = d.places[draft.place].span;
    }
    if (event.speech == kNone) event.speech = draft.speech;
  };
  fill(drafts[group.drafts[event.principal]]);
  fill(drafts[group.lead]);
  for (const uint32_t i : group.drafts) fill(drafts[i]);
  EventMention& main = event.mentions[event.principal];
  for (const EventMention& other : event.mentions) {
    if (&other == &main || other.said_by != main.said_by) continue;
    if (main.when.interval.empty()) main.when = other.when;
    for (const Count& count : other.counts) {
      const bool known = std::any_of(main.counts.begin(), main.counts.end(),
                                     [&](const Count& c) { return c.kind == count.kind; });
      if (!known) main.counts.push_back(count);
    }
  }
  return event;
}

}  // namespace

void merge_drafts(const PageView& view, std::vector<Draft>& drafts, Document& document) {
  std::erase_if(drafts, [](const Draft& draft) { return draft.dropped; });
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.first < b.first; });
  document.events.clear();
  for (const Group& group : Merger(view, drafts).run())
    document.events.push_back(event_of(view, group, drafts));
  assign_event_ids(document);
}

}  // namespace hearsay::events
