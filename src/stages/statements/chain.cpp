#include "stages/statements/chain.h"

#include <algorithm>
#include <utility>

#include "stages/statements/circumstances.h"
#include "stages/statements/noun_phrase.h"
#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kCarrying =
    word_set("report write say quote cite publish run carry add state announce tell note");

// Both speak for one state: "Russia is ready", its minister says.
bool same_state(const PageWords& r, Range a, Range b) {
  const auto code = [&](Range words) -> std::string_view {
    for (uint32_t i = words.begin; i < words.end; ++i)
      if (r[i].mention != kNone && r.document->mentions[r[i].mention].code.size() >= 3)
        return r.document->mentions[r[i].mention].code;
    return {};
  };
  const std::string_view x = code(a), y = code(b);
  return !x.empty() && !y.empty() && x.substr(0, 3) == y.substr(0, 3);
}

// A draft's words from first to last: content, cue and source.
Range whole(const Draft& d) {
  Range all = d.content;
  const auto take = [&](Range r) {
    if (r.empty()) return;
    all.begin = std::min(all.begin, r.begin);
    all.end = std::max(all.end, r.end);
  };
  take(d.cue_words);
  if (!d.source_inherited) take(d.source);
  return all;
}

// The drafts, in their order, among which one is looked for that goes with draft `i`: no report has as many
// in one sentence or quotation, and on pages that do the work would grow with the square of the page.
std::pair<uint32_t, uint32_t> near(size_t i, size_t count) {
  constexpr size_t kNear = 300;
  return {static_cast<uint32_t>(i - std::min(i, kNear)), static_cast<uint32_t>(std::min(i + kNear, count))};
}

bool order(const Draft& a, const Draft& b) {
  if (a.content.begin != b.content.begin) return a.content.begin < b.content.begin;
  if (a.content.end != b.content.end) return a.content.end > b.content.end;
  return a.cue_words.begin < b.cue_words.begin;
}

// "..., quoted by RIA Novosti" / "as quoted by" behind the source or the cue.
void read_quoted_by(const PageWords& r, Draft& d) {
  if (d.cue_words.empty() || !d.via.empty()) return;
  const Range sentence = r.sentence(d.cue_words.begin);
  uint32_t at = std::max(d.cue_words.end, d.source_inherited ? 0u : d.source.end);
  const uint32_t horizon = std::min(sentence.end, at + 8);
  for (; at + 2 < horizon; ++at) {
    if (r[at].lower != "quoted" && r[at].lower != "cited" && r[at].lower != "carried" &&
        r[at].lower != "reported")
      continue;
    if (r[at + 1].lower != "by") continue;
    const Range name = noun_phrase_after(r, at + 2, sentence.end);
    if (!name.empty() && (is_press(r, name) || r[name.begin].capital)) d.via = name;
    return;
  }
}

// "WP, citing officials, wrote" / "Tass reported, citing a source".
void read_citing(const PageWords& r, Draft& d) {
  if (d.source.empty() || d.cue_words.empty() || d.source_inherited) return;
  const Range sentence = r.sentence(d.cue_words.begin);
  const auto cited = [&](uint32_t at) -> Range {
    if (at + 2 >= sentence.end || !(r[at].is_comma() || r[at].is_dash()) ||
        !(r[at + 1].lower == "citing" || r[at + 1].lower == "quoting"))
      return {};
    return noun_phrase_after(r, at + 2, sentence.end);
  };
  // ", citing officials wrote": the outlet stands before the comma
  if (d.source.begin > sentence.begin + 2 &&
      (r[d.source.begin - 1].lower == "citing" || r[d.source.begin - 1].lower == "quoting") &&
      r[d.source.begin - 2].is_comma()) {
    const Range outlet = noun_phrase_before(r, d.source.begin - 2, sentence.begin);
    if (!outlet.empty()) d.via = outlet;
    return;
  }
  Range inner = cited(d.source.end);
  if (inner.empty()) inner = cited(d.cue_words.end);
  if (inner.empty() && !d.content_before) inner = cited(d.content.end);
  if (inner.empty() || !(is_press(r, d.source) || r[d.source.begin].capital)) return;
  if (is_document_noun(r[inner.end - 1].lower) && r[inner.begin].is(kPossessive)) return;
  d.via = d.source;
  d.source = inner;
}

}  // namespace

namespace {

// The name of the outlet inside a phrase such as "the agency's reporter"; the phrase itself where no name is
// known.
Range outlet_in(const PageWords& r, Range words) {
  for (uint32_t i = words.begin; i < words.end; ++i) {
    if (!r[i].outlet) continue;
    uint32_t end = i;
    while (end < words.end && r[end].outlet) ++end;
    return {i, end};
  }
  return words;
}

}  // namespace

void settle_carriers(const PageWords& r, std::vector<Draft>& drafts) {
  for (Draft& d : drafts) {
    if (d.frame == Frame::kObjSaying) {  // "the agency quoted X as saying": X speaks, the agency carries
      d.via = d.source;
      d.source = d.circumstances.addressee;
      d.circumstances.addressee = {};
      continue;
    }
    if (is_channel(r, d.circumstances.addressee)) {
      if (d.circumstances.channel.empty()) d.circumstances.channel = d.circumstances.addressee;
    }
    read_quoted_by(r, d);
    read_citing(r, d);
    // "told the agency", "in an interview with the newspaper"
    if (d.via.empty() && !d.circumstances.addressee.empty() && is_press(r, d.circumstances.addressee)) {
      // the page's own outlet carries nothing to itself; where that is not known, only an agency is taken for
      // another
      const Credit& own = r.document->article.outlet;
      const Range name = outlet_in(r, d.circumstances.addressee);
      bool wire = false;
      for (uint32_t i = name.begin; i < name.end; ++i) wire = wire || r[i].wire;
      if (own.name.empty() ? wire : r.text(name).find(own.name) == std::string_view::npos) d.via = name;
    }
    if (d.via.empty() && !d.circumstances.channel.empty()) {
      for (uint32_t i = d.circumstances.channel.begin; i + 1 < d.circumstances.channel.end; ++i) {
        if (!r[i].is(kPreposition) || r[i].lower == "of") continue;
        const Range name = noun_phrase_after(r, i + 1, d.circumstances.channel.end);
        if (!name.empty() && is_press(r, name)) d.via = outlet_in(r, name);
      }
    }
  }
  std::stable_sort(drafts.begin(), drafts.end(), order);

  std::vector<bool> dropped(drafts.size(), false);
  for (size_t i = 0; i < drafts.size(); ++i) {
    const Draft& carrier = drafts[i];
    if (carrier.cue == nullptr || carrier.source.empty() || !is_press(r, carrier.source)) continue;
    // only behind its content: "the agency reported that X said" makes two statements
    const bool carries = carrier.content_before && carrier.cue->kind == CueKind::kVerb &&
                         kCarrying.contains(carrier.cue->lemma);
    if (!carries) continue;
    // the statement it carries fills its content, source and cue included
    size_t best = drafts.size();
    const auto [first, last] = near(i, drafts.size());
    for (size_t j = first; j < last; ++j) {
      if (i == j || dropped[j] || drafts[j].source.empty() || drafts[j].cue_words.empty() ||
          drafts[j].passive)
        continue;
      if (drafts[j].cue != nullptr && drafts[j].cue->kind != CueKind::kVerb &&
          drafts[j].cue->kind != CueKind::kPreposition)
        continue;
      const Range all = whole(drafts[j]);
      if (!carrier.content.contains(all) || drafts[j].cue_words == carrier.cue_words) continue;
      if (all.begin > carrier.content.begin + 1 || 2 * drafts[j].content.size() < carrier.content.size())
        continue;
      if (best == drafts.size() || drafts[j].content.size() > drafts[best].content.size()) best = j;
    }
    if (best == drafts.size()) continue;
    if (drafts[best].via.empty()) drafts[best].via = carrier.source;
    dropped[i] = true;
  }
  // one saying found twice
  for (size_t i = 0; i < drafts.size(); ++i) {
    const auto [first, last] = near(i, drafts.size());
    for (size_t j = first; j < last; ++j) {
      if (i == j || dropped[i] || dropped[j]) continue;
      const bool same_content = drafts[i].content == drafts[j].content;
      const bool same_cue =
          !drafts[i].cue_words.empty() && drafts[i].cue_words.begin == drafts[j].cue_words.begin;
      // "said in a statement that": the noun says no more than the verb
      const auto noun = [&](size_t k) {
        return drafts[k].cue != nullptr && drafts[k].cue->kind == CueKind::kNoun && drafts[k].source.empty();
      };
      if (same_content && noun(j) && !noun(i)) {
        dropped[j] = true;
        continue;
      }
      if (drafts[i].cue != nullptr && drafts[i].cue->kind == CueKind::kAdverb &&
          drafts[j].content.contains(drafts[i].cue_words)) {
        dropped[i] = true;  // inside somebody's content "allegedly" is that speaker's caution
        break;
      }
      if (same_content && (same_cue || drafts[i].source == drafts[j].source)) dropped[std::max(i, j)] = true;
    }
  }
  std::vector<Draft> kept;
  kept.reserve(drafts.size());
  for (size_t i = 0; i < drafts.size(); ++i)
    if (!dropped[i]) kept.push_back(drafts[i]);
  drafts = std::move(kept);
}

std::vector<uint32_t> parents_of(const PageWords& r, const std::vector<Draft>& drafts) {
  std::vector<uint32_t> parents(drafts.size(), kNone);
  for (uint32_t i = 0; i < drafts.size(); ++i) {
    // the cue says where a statement stands; a quotation without one stands where its words do
    const Range anchor =
        drafts[i].cue_words.empty() || drafts[i].from_quotation ? drafts[i].content : drafts[i].cue_words;
    const auto [first, last] = near(i, drafts.size());
    for (uint32_t j = first; j < last; ++j) {
      if (i == j || !drafts[j].content.contains(anchor)) continue;
      if (drafts[j].content == drafts[i].content && drafts[j].cue_words.begin > drafts[i].cue_words.begin)
        continue;
      if (!drafts[j].cue_words.empty() && drafts[i].content.contains(drafts[j].cue_words) &&
          drafts[i].content.size() >= drafts[j].content.size())
        continue;
      if (parents[i] == kNone || drafts[j].content.size() < drafts[parents[i]].content.size()) parents[i] = j;
    }
  }
  (void)r;
  // never in a circle
  for (uint32_t i = 0; i < drafts.size(); ++i) {
    uint32_t up = parents[i], steps = 0;
    while (up != kNone && up != i && steps++ < drafts.size()) up = parents[up];
    if (up != kNone) parents[i] = kNone;
  }
  return parents;
}

std::vector<Identity> identities_of(const PageWords& r, const std::vector<Draft>& drafts,
                                    const std::vector<uint32_t>& parents) {
  std::vector<Identity> out(drafts.size());
  for (uint32_t i = 0; i < drafts.size(); ++i) out[i] = identity_of(r, drafts[i].source);
  // pronouns outside quotations: whoever spoke last before them, of one person for "he" and "she"
  std::vector<uint32_t> by_cue(drafts.size());
  for (uint32_t i = 0; i < drafts.size(); ++i) by_cue[i] = i;
  const auto place = [&](uint32_t i) {
    return drafts[i].source.empty() ? drafts[i].content.begin : drafts[i].source.begin;
  };
  std::stable_sort(by_cue.begin(), by_cue.end(), [&](uint32_t a, uint32_t b) { return place(a) < place(b); });
  uint32_t last = kNone;
  for (const uint32_t i : by_cue) {
    const Draft& d = drafts[i];
    if (d.source.empty()) continue;
    // "he" is a person: where the actors layer took a thing or a crowd for him, whoever spoke last is
    // likelier
    const std::string_view pronoun = d.source.size() == 1 ? r[d.source.begin].lower : std::string_view();
    const bool mistaken = (pronoun == "he" || pronoun == "she") && out[i].actor != kNone && last != kNone &&
                          r.document->actors[out[i].actor].kind != ActorKind::kPerson &&
                          out[last].actor != kNone &&
                          r.document->actors[out[last].actor].kind == ActorKind::kPerson;
    if (mistaken) out[i].actor = kNone;
    if ((mistaken || is_open(r, d.source, out[i])) && !is_first_person(r, d.source)) {
      if (r[d.source.begin].quotation == kNone && last != kNone) {
        out[i].name = out[last].name;
        out[i].kind = out[last].kind;
        out[i].actor = out[last].actor;
      }
    } else if (parents[i] == kNone && !is_first_person(r, d.source) && !out[i].name.empty()) {
      last = i;
    }
  }
  for (uint32_t i = 0; i < drafts.size(); ++i) {
    if (!is_first_person(r, drafts[i].source)) continue;
    uint32_t up = parents[i];
    if (up != kNone && !out[up].name.empty())
      out[i].name = out[up].name, out[i].kind = out[up].kind, out[i].actor = out[up].actor;
  }
  return out;
}

bool is_own_voice(const PageWords& r, const Draft& draft, const Identity& speaker, const Draft& parent,
                  const Identity& parent_speaker) {
  if (draft.source.empty() || draft.cue == nullptr || parent.source.empty()) return false;
  const std::string_view word = r[draft.source.begin].lower;
  const bool first = is_first_person(r, draft.source);
  const bool quoted = r[draft.cue_words.begin].quotation != kNone;
  const bool adjective = draft.cue->kind == CueKind::kAdjective;
  if (adjective && !quoted && draft.source.size() == 2 &&
      (word == "his" || word == "her" || word == "its" || word == "their"))
    return true;
  if (adjective && same_state(r, draft.source, parent.source)) return true;
  const bool third = !quoted && draft.source.size() == 1 &&
                     (word == "it" || word == "he" || word == "she" || word == "they" || word == "its" ||
                      word == "his" || word == "her" || word == "their");
  const bool same = (speaker.actor != kNone && speaker.actor == parent_speaker.actor) ||
                    r.text(draft.source) == r.text(parent.source);
  if (!first && !third && !same) return false;
  if (third && speaker.actor != kNone && parent_speaker.actor != kNone &&
      speaker.actor != parent_speaker.actor)
    return false;
  // another saying of the same speaker, retold: "he told reporters", a statement says
  if (!first && draft.cue->kind == CueKind::kVerb && draft.sense != nullptr &&
      draft.sense->cue_class != CueClass::kThought && draft.sense->act == Act::kAssert)
    return false;
  if (parent.cue != nullptr && parent.cue->kind == CueKind::kPreposition && draft.cue->kind == CueKind::kVerb)
    return false;
  // "we urged him last week" tells of a saying in the past
  if (quoted && draft.cue->kind == CueKind::kVerb && r[draft.cue_words.begin].word_class == WordClass::kPast)
    return false;
  return true;
}

}  // namespace hearsay::statements
