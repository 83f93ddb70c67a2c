#include "input/page_fields.h"

#include "base/utf8.h"
#include "input/page_names.h"

namespace hearsay {
namespace {

constexpr size_t kLongestId = 200;
constexpr size_t kMostAuthors = 50;

bool is_space_only(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

// A tag in the first words: text fields often hold HTML.
bool begins_with_markup(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || text[first] != '<' || first + 1 == text.size()) return false;
  const char next = text[first + 1];
  return next == '!' || ((next | 32) >= 'a' && (next | 32) <= 'z');
}

}  // namespace

void PageFields::add(std::string_view field, std::string_view value) {
  const std::optional<FieldMap::Match> match = map_->find(field);
  if (!match) return;
  if (match->part == FieldPart::kText || match->part == FieldPart::kHtml) has_text_field_ = true;
  if (is_space_only(value)) return;
  Part& part = parts_[static_cast<size_t>(match->part)];
  if (!part.values.empty() && part.rank < match->rank) return;
  if (part.rank != match->rank || match->part != FieldPart::kAuthor) part.values.clear();
  if (part.values.size() >= kMostAuthors) return;
  part.rank = match->rank;
  part.field = field;
  part.values.emplace_back(value);
}

std::string PageFields::value(FieldPart which) const {
  return part(which).values.empty() ? "" : part(which).values.front();
}

bool PageFields::is_blank() const {
  return part(FieldPart::kText).values.empty() && part(FieldPart::kHtml).values.empty() &&
         part(FieldPart::kTitle).values.empty() && part(FieldPart::kUrl).values.empty();
}

std::string PageFields::id() const {
  const std::string id = value(FieldPart::kId);
  return id.size() > kLongestId ? "" : shown_path(id);
}

Page PageFields::page() const {
  Page page;
  page.bytes = value(FieldPart::kHtml);
  page.format = PageFormat::kHtml;
  if (page.bytes.empty()) {
    page.bytes = value(FieldPart::kText);
    page.format = begins_with_markup(page.bytes) ? PageFormat::kHtml : PageFormat::kText;
  }
  page.charset = "utf-8";
  page.capture.address = value(FieldPart::kUrl);
  page.stated.title = value(FieldPart::kTitle);
  page.stated.outlet = value(FieldPart::kOutlet);
  page.stated.language = value(FieldPart::kLanguage);
  page.stated.authors = part(FieldPart::kAuthor).values;
  page.stated.published = {part(FieldPart::kDate).field, value(FieldPart::kDate)};
  page.stated.modified = {part(FieldPart::kModified).field, value(FieldPart::kModified)};
  return page;
}

}  // namespace hearsay
