#include "stages/extract/stated_parts.h"

#include "base/utf8.h"
#include "stages/extract/line_features.h"
#include "stages/extract/text_page.h"

namespace hearsay {
namespace {

constexpr size_t kLongestTitle = 2000;  // bytes

std::string one_line(std::string_view text) { return normal_space(first_bytes(text, kLongestTitle)); }

// Bytes of the page, counted in a text that begins with `shift` bytes of another's.
Span without_shift(Span span, size_t shift) {
  if (span.empty() || span.begin < shift) return {};
  return {static_cast<uint32_t>(span.begin - shift), static_cast<uint32_t>(span.end - shift)};
}

void add_date(Draft& draft, const StatedDate& stated, DateRole role) {
  if (const std::optional<WrittenDate> date = parse_date(stated.value); date && date->is_day()) {
    DateCandidate candidate;
    candidate.date = *date;
    candidate.role = role;
    candidate.place = DatePlace::kMarkup;
    candidate.words = stated.field + " " + one_line(stated.value);
    draft.dates.insert(draft.dates.begin(), std::move(candidate));
  }
}

}  // namespace

Draft read_stated_text(const PageText& text, const Stated& stated) {
  const Offsets offsets = text.offsets_known ? Offsets::kKnown : Offsets::kUnknown;
  const std::string title = one_line(stated.title);
  if (title.empty()) return read_text_page(text.text, text.offset, offsets);
  const std::string above = title + "\n\n";
  Draft draft = read_text_page(above + text.text, text.offset, offsets);
  // Wherever the reader found its title: ours is the one, and it is no part of the body.
  for (DraftParagraph& paragraph : draft.body) paragraph.page = without_shift(paragraph.page, above.size());
  while (!draft.body.empty() && fold(draft.body.front().text) == fold(title))
    draft.body.erase(draft.body.begin());
  draft.title = title;
  return draft;
}

void add_stated(Draft& draft, const Stated& stated, PageExtent extent) {
  const std::string title = one_line(stated.title);
  if (!title.empty() && (draft.title.empty() || extent == PageExtent::kFragment)) draft.title = title;
  const std::string outlet = one_line(stated.outlet);
  if (!outlet.empty() && (draft.outlet.empty() || draft.outlet_evidence == "url")) {
    draft.outlet = outlet;
    draft.outlet_evidence = "markup";
  }
  // In a fragment, what looks like a byline may be anything.
  if (extent == PageExtent::kFragment && !stated.authors.empty()) draft.authors.clear();
  if (draft.authors.empty())
    for (const std::string& author : stated.authors) draft.authors.push_back(one_line(author));
  add_date(draft, stated.modified, DateRole::kModified);
  add_date(draft, stated.published, DateRole::kPublished);
}

}  // namespace hearsay
