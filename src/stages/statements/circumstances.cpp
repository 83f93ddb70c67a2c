#include "stages/statements/circumstances.h"

#include "stages/statements/noun_phrase.h"
#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kChannelPrepositions =
    word_set("in during at on by via through after before following over from speaking");
constexpr auto kChannelNouns = word_set(
    "statement statements interview interviews speech address letter message messages post tweet tweets "
    "comment comments remark remarks "
    "briefing conference presser call telephone phone conversation email e-mail mail broadcast video hearing "
    "report article column "
    "op-ed memo note communique communiqué twitter facebook telegram instagram x television tv radio blog "
    "editorial sermon testimony "
    "parliament session debate podcast webcast release announcement phone-call teleconference "
    "videoconference");
// Occasions: a channel only where the cue's clause has no content of its own there.
constexpr auto kOccasions = word_set(
    "meeting summit talks visit ceremony rally event forum gathering vote vigil funeral panel tour trip");
constexpr auto kWeekdays = word_set("monday tuesday wednesday thursday friday saturday sunday");
constexpr auto kTimeLead = word_set("on in at late early earlier last this by since");
constexpr auto kHearers = word_set(
    "reporters journalists media press lawmakers parliament agency newspaper correspondents audience crowd "
    "supporters reporter "
    "correspondent deputies senators congress");

// "in [a statement]" at `at`: the noun phrase, empty where none.
Range channel_at(const PageWords& r, uint32_t at, uint32_t limit, bool occasions) {
  if (at + 1 >= limit || !kChannelPrepositions.contains(r[at].lower)) return {};
  const Range phrase = noun_phrase_after(r, at + 1, limit);
  if (phrase.empty()) return {};
  uint32_t head_end = r.first_with({phrase.begin, phrase.end}, kPreposition);
  if (head_end == phrase.begin) head_end = phrase.end;
  bool found = false;
  for (uint32_t i = phrase.begin; i < head_end; ++i)
    found = found || kChannelNouns.contains(r[i].lower) || (occasions && kOccasions.contains(r[i].lower));
  if (!found) return {};
  uint32_t end = phrase.end;
  // "with the paper", "to the nation", "posted on X", "carried by the agency"
  for (int parts = 0; parts < 3 && end + 1 < limit; ++parts) {
    uint32_t next = end;
    if (r[next].lower == "posted" || r[next].lower == "published" || r[next].lower == "issued" ||
        r[next].lower == "released" || r[next].lower == "carried" || r[next].lower == "aired" ||
        r[next].lower == "broadcast")
      ++next;
    if (next + 1 >= limit || !(r[next].is(kPreposition)) || r[next].lower == "that" ||
        r[next].lower == "after" || r[next].lower == "before")
      break;
    if (r[next + 1].time != kNone || kTimeLead.contains(r[next + 1].lower)) break;
    const Range more = noun_phrase_after(r, next + 1, limit);
    if (more.empty()) break;
    end = more.end;
  }
  return {phrase.begin, end};
}

}  // namespace

bool is_channel(const PageWords& r, Range words) {
  for (uint32_t i = words.begin; i < words.end && !r[i].is(kPreposition); ++i)
    if (r[i].lower == "conference" || r[i].lower == "briefing" || r[i].lower == "rally" ||
        r[i].lower == "summit" || r[i].lower == "meeting")
      return true;
  return false;
}

uint32_t skip_circumstances(const PageWords& r, uint32_t at, uint32_t limit, Circumstances& out) {
  uint32_t p = at;
  while (p < limit) {
    const WordView& w = r[p];
    if (w.time != kNone && w.mention == kNone) {
      const Range time = r.times[w.time];
      if (out.when.empty()) out.when = time;
      p = std::max(p + 1, time.end);
      continue;
    }
    const auto names_time = [&](uint32_t i) {
      return (r[i].time != kNone && r[i].mention == kNone) ||
             (r[i].capital && kWeekdays.contains(r[i].lower));
    };
    if (names_time(p)) {  // a weekday that no expression of time covers
      ++p;
      continue;
    }
    if (kTimeLead.contains(w.lower) && p + 1 < limit && names_time(p + 1)) {
      ++p;
      continue;
    }
    if (w.is(kAdverb) && w.mention == kNone && !w.is(kNegation) && w.lower != "no" && w.lower != "here" &&
        w.lower != "there" && w.lower != "all" && w.lower != "only" && w.lower != "even" &&
        !w.is(kSubjectPronoun)) {
      ++p;
      continue;
    }
    if (w.lower == "to" && p + 1 < limit) {
      const Range hearer = noun_phrase_after(r, p + 1, limit);
      bool fits = false;
      for (uint32_t i = hearer.begin; i < hearer.end; ++i)
        fits = fits || kHearers.contains(r[i].lower) ||
               (r[i].mention != kNone && r[i].capital && i == hearer.begin);
      if (fits && !r[p + 1].is(kFinite)) {
        if (out.addressee.empty()) out.addressee = hearer;
        p = hearer.end;
        continue;
      }
    }
    // "only that", "merely that"
    if (p + 1 < limit && w.lower == "only" && r[p + 1].lower == "that") {
      ++p;
      continue;
    }
    const Range channel = channel_at(r, p, limit, true);
    if (!channel.empty()) {
      // after, before or following something it was said on another way
      if (out.channel.empty() && w.lower != "after" && w.lower != "before" && w.lower != "following")
        out.channel = channel;
      p = channel.end;
      continue;
    }
    break;
  }
  return p;
}

void circumstances_before(const PageWords& r, uint32_t clause_begin, uint32_t cue, Circumstances& out) {
  for (uint32_t i = clause_begin; i < cue; ++i) {
    if (out.channel.empty()) {
      const Range channel = channel_at(r, i, cue, false);
      if (!channel.empty() && r[i].lower != "after" && r[i].lower != "before" && r[i].lower != "following")
        out.channel = channel;
    }
    if (out.when.empty() && r[i].time != kNone &&
        (r[i].mention == kNone || r.times[r[i].time].contains(r.mentions[r[i].mention])) &&
        r.times[r[i].time].end <= cue)
      out.when = r.times[r[i].time];
  }
}

}  // namespace hearsay::statements
