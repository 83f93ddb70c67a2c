#include "stages/extract/document_kind.h"

#include <algorithm>

#include "base/url.h"
#include "base/utf8.h"
#include "stages/extract/line_features.h"

namespace hearsay {
namespace {

constexpr uint32_t kStubWords = 40;  // fewer are the head of an article, or a flash

bool any_of(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

bool begins_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.starts_with(phrase); });
}

bool is_opinion(const Draft& draft, std::string_view title, std::string_view section, std::string_view path) {
  if (any_of(draft.schema_type, {"OpinionNewsArticle"})) return true;
  if (begins_any(section, {"opinion", "commentary", "comment", "editorial", "columnists", "viewpoint",
                           "op-ed", "meinung", "kommentar", "tribune", "columnas"}))
    return true;
  if (any_of(path, {"/opinion/", "/opinions/", "/commentary/", "/editorial/", "/op-ed/", "/meinung/",
                    "/kommentare/"}))
    return true;
  return begins_any(title, {"opinion:", "opinion |",
                            "editorial:", "commentary:", "comment:", "op-ed:", "column:", "kommentar:"});
}

// A label in capitals or a name before a colon: "Q:", "MODERATOR:", "Mr. Roe:".
bool has_speaker_label(std::string_view paragraph) {
  const size_t colon = paragraph.substr(0, 40).find(':');
  if (colon == std::string_view::npos || colon < 1 || colon + 2 > paragraph.size() ||
      paragraph[colon + 1] != ' ')
    return false;
  const LineFeatures f = measure(paragraph.substr(0, colon));
  return f.words >= 1 && f.words <= 4 && f.letters >= 1 &&
         (f.capitals == f.letters || f.capital_share() > 0.99) && f.function_words == 0;
}

bool begins_with_clock(std::string_view paragraph) {
  const auto digit = [&](size_t at) {
    return at < paragraph.size() && paragraph[at] >= '0' && paragraph[at] <= '9';
  };
  const size_t hour = digit(0) ? (digit(1) ? 2 : 1) : 0;
  return hour > 0 && hour < paragraph.size() && (paragraph[hour] == ':' || paragraph[hour] == '.') &&
         digit(hour + 1) && digit(hour + 2) && !digit(hour + 3);
}

}  // namespace

DocumentKind kind_of_page(const Draft& draft) {
  const std::string title = fold(draft.title);
  const std::string section = fold(draft.section);
  const auto url = parse_url(draft.canonical.empty() ? draft.address : draft.canonical);
  const std::string path = url ? to_lower(url->path) : "";

  uint32_t words = 0;
  size_t questions = 0, labels = 0, clocks = 0, items = 0;
  for (const DraftParagraph& paragraph : draft.body) {
    const LineFeatures f = measure(paragraph.text);
    words += f.words;
    questions += paragraph.text.ends_with('?') && f.words <= 45 && !f.begins_with_quote;
    labels += has_speaker_label(paragraph.text);
    clocks += begins_with_clock(paragraph.text);
    items += paragraph.kind == ParagraphKind::kListItem || paragraph.kind == ParagraphKind::kTableRow;
  }
  const size_t paragraphs = draft.body.size();

  if (any_of(draft.schema_type, {"LiveBlogPosting"}) ||
      begins_any(title, {"live:", "live |", "live -", "live updates", "as it happened"}) ||
      title.find("live updates") != std::string::npos || title.find("as it happened") != std::string::npos ||
      (clocks >= 4 && clocks * 5 >= paragraphs))
    return DocumentKind::kLive;
  if (is_opinion(draft, title, section, path)) return DocumentKind::kOpinion;
  if (any_of(title, {"transcript", "full text of", "read the full text"}) ||
      (labels >= 6 && labels * 2 >= paragraphs))
    return DocumentKind::kTranscript;
  // Questions that stand alone, each with its answer.
  if (any_of(title, {"interview:", "an interview with", "interview with", "q&a"})
          ? questions >= 2
          : questions >= 4 && questions * 4 >= paragraphs)
    return DocumentKind::kInterview;
  for (size_t i = 0; i < std::min<size_t>(paragraphs, 3); ++i) {
    const std::string head = fold(draft.body[i].text.substr(0, 200));
    if (any_of(head, {"for immediate release", "/prnewswire/", "(business wire)", "(globe newswire)"}) ||
        begins_any(head, {"press release", "pressemitteilung", "communique de presse"}))
      return DocumentKind::kPressRelease;
  }
  if (begins_any(section, {"press release", "press-release"}) ||
      any_of(path, {"/press-release", "/pressrelease"}))
    return DocumentKind::kPressRelease;
  if (items >= 5 && items * 3 >= paragraphs * 2) return DocumentKind::kList;
  if (words < kStubWords) return DocumentKind::kStub;
  return DocumentKind::kReport;
}

}  // namespace hearsay
