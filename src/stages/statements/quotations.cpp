#include "stages/statements/quotations.h"

#include <algorithm>

#include "stages/statements/circumstances.h"
#include "stages/statements/noun_phrase.h"

namespace hearsay::statements {
namespace {

bool ends_sentence(std::string_view w) {
  return w == "." || w == "!" || w == "?" || w == "…" || w == "..." || w == ",";
}

uint32_t paragraph_of(const PageWords& r, uint32_t word) {
  return r.document->words.sentences[r[word].sentence].paragraph;
}
Part part_of(const PageWords& r, uint32_t word) { return r.document->words.sentences[r[word].sentence].part; }

constexpr uint32_t kParagraphsKept = 2;

// The draft that spoke last before the quotation, in the same part and at most so many paragraphs earlier.
const Draft* speaker_before(const Drafting& page, const QuotedWords& q) {
  const PageWords& r = page.reading;
  const Draft* best = nullptr;
  uint32_t best_at = 0;
  for (const Draft& draft : page.drafts) {
    const uint32_t at = draft.cue_words.empty() ? draft.content.begin : draft.cue_words.begin;
    if (at >= q.outer.begin || draft.source.empty() || r[at].quotation != kNone) continue;
    if (draft.cue != nullptr && draft.cue->kind != CueKind::kVerb && draft.cue->kind != CueKind::kPreposition)
      continue;
    if (draft.passive || draft.sense == nullptr || draft.sense->cue_class == CueClass::kThought) continue;
    if (part_of(r, at) != part_of(r, q.inner.begin)) continue;
    if (best == nullptr || at >= best_at) best = &draft, best_at = at;
  }
  if (best == nullptr) return nullptr;
  const uint32_t last = std::max(best_at, best->content.empty() ? 0u : best->content.end - 1);
  const uint32_t from = paragraph_of(r, std::min(last, q.outer.begin)), here = paragraph_of(r, q.inner.begin);
  if (from == kNone || here == kNone) return from == here ? best : nullptr;
  return here - from <= kParagraphsKept ? best : nullptr;
}

}  // namespace

void read_loose_quotations(Drafting& page) {
  const PageWords& r = page.reading;
  for (const QuotedWords& q : r.quotations) {
    const bool described = q.outer.end < r.size() && r[q.outer.end].lower == ":" && !q.name_like;
    if (!(q.speech || described) || q.inner.size() < 3) continue;
    bool held = false;
    for (const Draft& draft : page.drafts)
      held = held ||
             (draft.content.overlaps(q.inner) && !(described && draft.content.size() > q.inner.size() + 4) &&
              (draft.cue_words.empty() || !q.inner.contains(draft.cue_words.begin)));
    if (held) continue;
    const Range first = r.sentence(q.inner.begin), last = r.sentence(q.inner.end - 1);
    Draft draft;
    draft.content = r.trimmed(q.inner);
    draft.from_quotation = true;
    draft.content_before = true;
    if (draft.content.empty()) continue;

    // NAME: "..."
    if (q.outer.begin > first.begin && r[q.outer.begin - 1].lower == ":") {
      const Range name = noun_phrase_before(r, q.outer.begin - 1, first.begin);
      if (!name.empty() && name.begin == first.begin && name.size() <= 8) {
        draft.source = name;
        draft.cue_words = {};
        page.drafts.push_back(draft);
        continue;
      }
    }
    // "..." NAME in an interview with
    const uint32_t after = q.outer.end;
    if (after < last.end && !ends_sentence(r[after].lower)) {
      const Range name =
          noun_phrase_after(r, r[after].is_comma() || r[after].is_dash() ? after + 1 : after, last.end);
      if (!name.empty() && r[name.begin].capital) {
        Circumstances found;
        const uint32_t next = skip_circumstances(r, name.end, last.end, found);
        if (!found.channel.empty() && (next >= last.end || !r[next].is_word())) {
          draft.source = name;
          draft.circumstances = found;
          draft.cue_words = {found.channel.begin - 1, found.channel.begin + 1};
          page.drafts.push_back(draft);
          continue;
        }
      }
    }
    // "...": that is how X described it
    if (after < last.end && r[after].lower == ":" && q.outer.begin == first.begin) {
      const Draft* describer = nullptr;
      for (const Draft& other : page.drafts)
        if (!other.cue_words.empty() && other.cue_words.begin > after && other.cue_words.begin < last.end &&
            !other.source.empty() &&
            (describer == nullptr || other.cue_words.begin < describer->cue_words.begin))
          describer = &other;
      if (describer != nullptr) {
        draft.source = describer->source;
        draft.source_inherited = true;
        draft.cue = describer->cue;
        draft.sense = describer->sense;
        draft.cue_words = describer->cue_words;
        page.drafts.push_back(draft);
        continue;
      }
    }
    // alone in its sentences
    const bool opens = q.outer.begin == first.begin;
    const bool closes = q.outer.end >= last.end || (q.outer.end + 1 >= last.end && !r[q.outer.end].is_word());
    if (!opens || !closes || !ends_sentence(r[q.inner.end - 1].lower)) continue;
    const Draft* speaker = speaker_before(page, q);
    if (speaker == nullptr) continue;
    draft.cue = speaker->cue;
    draft.sense = speaker->sense;
    draft.source = speaker->source;
    draft.source_inherited = true;
    draft.circumstances.addressee = speaker->circumstances.addressee;
    // the cue is shared where it broke the quotation, within one paragraph
    if (speaker->content_before &&
        paragraph_of(r, speaker->content.begin) == paragraph_of(r, q.inner.begin)) {
      draft.cue_words = speaker->cue_words;
    } else {
      draft.cue = nullptr;
      draft.sense = nullptr;
      draft.circumstances = {};
    }
    page.drafts.push_back(draft);
  }
}

}  // namespace hearsay::statements
