#include "stages/statements/headlines.h"

#include <algorithm>

namespace hearsay::statements {
namespace {

constexpr uint32_t kLongestName = 6;
constexpr uint32_t kShortestContent = 3;

// The whole range is one mention of somebody who can speak.
bool names_a_speaker(const PageWords& r, Range words) {
  if (words.empty() || words.size() > kLongestName) return false;
  const uint32_t m = r[words.end - 1].mention;
  if (m == kNone || !(r.mentions[m] == words) || r.document->mentions[m].actor == kNone) return false;
  const ActorKind kind = r.document->actors[r.document->mentions[m].actor].kind;
  return kind != ActorKind::kPlace && kind != ActorKind::kUnknown && kind != ActorKind::kOutlet;
}

}  // namespace

void read_headlines(Drafting& page) {
  const PageWords& r = page.reading;
  for (const Sentence& sentence : r.document->words.sentences) {
    if (sentence.part != Part::kTitle) continue;
    const Range whole{sentence.first_word, sentence.last_word};
    uint32_t colon = whole.end;
    for (uint32_t i = whole.begin; i < whole.end; ++i)
      if (r[i].lower == ":") {
        if (colon != whole.end) return;  // two colons: no telling which
        colon = i;
      }
    if (colon == whole.end) continue;
    const Range before = r.trimmed({whole.begin, colon}), behind = r.trimmed({colon + 1, whole.end});
    bool taken = false;
    for (const Draft& draft : page.drafts)
      taken = taken || (!draft.cue_words.empty() && whole.contains(draft.cue_words.begin) &&
                        !behind.contains(draft.cue_words.begin));
    if (taken) continue;
    Draft draft;
    draft.frame = Frame::kQuote;
    if (names_a_speaker(r, before) && behind.size() >= kShortestContent) {
      draft.source = before;
      draft.content = behind;
    } else if (names_a_speaker(r, behind) && before.size() >= kShortestContent && r.has_verb(before)) {
      draft.source = behind;
      draft.content = before;
      draft.content_before = true;
    } else {
      continue;
    }
    page.drafts.push_back(draft);
  }
}

}  // namespace hearsay::statements
