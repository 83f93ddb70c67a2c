#include "stages/statements/interviews.h"

namespace hearsay::statements {
namespace {

Range words_of_paragraph(const PageWords& r, uint32_t paragraph) {
  Range range;
  for (const Sentence& s : r.document->words.sentences) {
    if (s.part != Part::kBody || s.paragraph != paragraph) continue;
    if (range.empty()) range.begin = s.first_word;
    range.end = s.last_word;
  }
  return range;
}

bool is_question(const PageWords& r, Range words) { return !words.empty() && r[words.end - 1].lower == "?"; }

bool speaks_for_itself(const PageWords& r, Range words) {
  for (uint32_t i = words.begin; i < words.end; ++i)
    if (r[i].lower == "i" || r[i].lower == "we" || r[i].lower == "our" || r[i].lower == "my") return true;
  return false;
}

Range interviewee(const PageWords& r) {
  for (uint32_t m = 0; m < r.mentions.size(); ++m) {
    const ActorMention& mention = r.document->mentions[m];
    if (mention.actor == kNone || mention.form > MentionForm::kTitledName || r.mentions[m].empty()) continue;
    if (r.document->actors[mention.actor].kind == ActorKind::kPerson &&
        r.document->part_of(mention.span) == Part::kBody)
      return r.mentions[m];
  }
  return {};
}

}  // namespace

void read_interview(Drafting& page) {
  const PageWords& r = page.reading;
  const Article& article = r.document->article;
  if (article.kind != DocumentKind::kInterview) return;
  const Range speaker = interviewee(r);
  if (speaker.empty()) return;
  const uint32_t count = static_cast<uint32_t>(article.paragraphs.size());
  std::vector<Range> words(count);
  for (uint32_t p = 0; p < count; ++p) words[p] = words_of_paragraph(r, p);
  for (uint32_t p = 1; p < count; ++p) {
    if (words[p].empty() || is_question(r, words[p])) continue;
    const bool behind = is_question(r, words[p - 1]);
    const bool before = p + 1 < count && is_question(r, words[p + 1]) && speaks_for_itself(r, words[p]);
    if (!behind && !before) continue;
    Draft draft;
    draft.frame = Frame::kQuote;
    draft.source = speaker;
    draft.source_inherited = true;
    draft.content = r.trimmed(words[p]);
    draft.from_quotation = true;
    page.drafts.push_back(draft);
  }
}

}  // namespace hearsay::statements
