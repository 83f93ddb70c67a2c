#include "record/document.h"

#include <map>

namespace hearsay {

Part Document::part_of(Span span) const {
  if (!article.title.empty() && span.begin < article.title.end) return Part::kTitle;
  if (!article.captions.empty() && span.begin >= article.captions.begin) return Part::kCaption;
  return Part::kBody;
}

Span Document::range_of(Part part) const {
  return part == Part::kTitle ? article.title : part == Part::kBody ? article.body : article.captions;
}

Span Document::in_part(Span span) const {
  if (span.empty()) return {};
  const uint32_t base = range_of(part_of(span)).begin;
  return {span.begin - base, span.end - base};
}

void lay_out_text(Document& document, std::string_view title, const std::vector<std::string>& paragraphs,
                  const std::vector<ParagraphKind>& kinds, const std::vector<Span>& page_ranges,
                  const std::vector<std::string>& captions) {
  std::string& text = document.text;
  Article& article = document.article;
  text.clear();
  article.paragraphs.clear();
  article.title = article.body = article.captions = {};
  const auto append = [&](std::string_view part) {
    if (!text.empty()) text += "\n\n";
    const Span span{static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + part.size())};
    text += part;
    return span;
  };
  if (!title.empty()) article.title = append(title);
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    Paragraph paragraph;
    paragraph.span = append(paragraphs[i]);
    if (i < kinds.size()) paragraph.kind = kinds[i];
    if (i < page_ranges.size()) paragraph.page = page_ranges[i];
    article.paragraphs.push_back(paragraph);
  }
  if (!article.paragraphs.empty())
    article.body = {article.paragraphs.front().span.begin, article.paragraphs.back().span.end};
  for (const std::string& caption : captions) {
    const Span span = append(caption);
    article.captions = {article.captions.empty() ? span.begin : article.captions.begin, span.end};
  }
  article.text_sha256 = sha256(text);
}

namespace {

Id id_of(const Document& document, std::string_view kind, Span sentence, Span words,
         std::map<Id, uint64_t>& seen) {
  IdHasher base;
  base.add(kind).add(std::string_view(reinterpret_cast<const char*>(document.page.sha256.data()),
                                      document.page.sha256.size()));
  base.add(document.words_of(sentence)).add(document.words_of(words));
  const uint64_t occurrence = seen[base.finish()]++;
  return base.add(occurrence).finish();
}

}  // namespace

void assign_statement_ids(Document& document) {
  std::map<Id, uint64_t> seen;
  for (Statement& s : document.statements)
    s.id = id_of(document, "statement", s.sentence, s.content.empty() ? s.cue : s.content, seen);
}

void assign_event_ids(Document& document) {
  std::map<Id, uint64_t> seen;
  for (Event& e : document.events)
    e.id = id_of(document, "event", e.mentions.front().sentence, e.mentions.front().trigger, seen);
}

void assign_actor_ids(Document& document) {
  std::map<Id, uint64_t> seen;
  std::vector<bool> done(document.actors.size());
  for (const ActorMention& m : document.mentions) {
    if (m.actor >= done.size() || done[m.actor]) continue;
    done[m.actor] = true;
    document.actors[m.actor].id = id_of(document, "actor", m.span, m.span, seen);
  }
}

}  // namespace hearsay
