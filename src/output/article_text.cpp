#include "output/article_text.h"

#include <algorithm>

#include "output/document_json.h"
#include "query/cell.h"

namespace hearsay {
namespace {

Json evidence(const DatedInterval& dated) {
  if (dated.evidence == DateEvidence::kNone) return nullptr;
  return {{"kind", to_string(dated.evidence)}, {"words", dated.words}};
}

Json capture_of(const Capture& capture) {
  Json json{{"path", capture.path}, {"url", capture.address}};
  add_warc_record(json, capture);
  return json;
}

// Backslashes before what CommonMark would take for markup inside a paragraph or at its beginning.
std::string escaped(std::string_view words) {
  std::string out;
  for (size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    const bool inside = c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<';
    const bool opens = at == 0 && (c == '#' || c == '>' || c == '+' || c == '-' || c == '=' || c == '~');
    if (inside || opens) out += '\\';
    // "12. May" would open a list.
    const bool numbered = (c == '.' || c == ')') && at > 0 && at <= 9 && at + 1 < words.size() &&
                          words[at + 1] == ' ' &&
                          std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                      [](char d) { return d >= '0' && d <= '9'; });
    if (numbered) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string article_text(const Document& document) {
  std::string out;
  if (const std::string_view title = document.words_of(document.article.title); !title.empty()) {
    out += title;
    out += "\n\n";
  }
  for (const Paragraph& paragraph : document.article.paragraphs) {
    out += document.words_of(paragraph.span);
    out += "\n\n";
  }
  if (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string article_markdown(const Document& document) {
  std::string out;
  if (const std::string_view title = document.words_of(document.article.title); !title.empty())
    out += "# " + escaped(title) + "\n";
  ParagraphKind before = ParagraphKind::kParagraph;
  for (const Paragraph& paragraph : document.article.paragraphs) {
    const std::string words = escaped(document.words_of(paragraph.span));
    const bool runs_on = paragraph.kind == before &&
                         (before == ParagraphKind::kListItem || before == ParagraphKind::kTableRow);
    if (!out.empty() && !runs_on) out += "\n";
    switch (paragraph.kind) {
      case ParagraphKind::kHeading:
        out += "## " + words;
        break;
      case ParagraphKind::kListItem:
        out += "- " + words;
        break;
      case ParagraphKind::kQuotation:
        out += "> " + words;
        break;
      case ParagraphKind::kTableRow:
        out += words + "\\";
        break;  // a hard line break: the columns are not known
      default:
        out += words;
    }
    out += "\n";
    before = paragraph.kind;
  }
  return out;
}

Json article_json(const Document& document) {
  const Article& article = document.article;
  Json json = capture_of(document.page.capture);
  json["canonical"] = document.page.capture.canonical;
  json["title"] = document.words_of(article.title);
  json["text"] = document.words_of(article.body);
  json["authors"] = credits_json(article.byline);
  json["via"] = credits_json(article.via);
  json["outlet"] = article.outlet.name;
  json["language"] = document.language.code;
  json["kind"] = to_string(article.kind);
  json["published"] = json_of(article.published.interval);
  json["published_evidence"] = evidence(article.published);
  json["modified"] = json_of(article.modified.interval);
  json["modified_evidence"] = evidence(article.modified);
  json["retrieved"] = json_of(article.retrieved.interval);
  json["captions"] = document.words_of(article.captions);
  json["correction"] = article.correction;
  json["rejected"] = nullptr;
  return json;
}

Json rejected_json(const Capture& capture, const Error& error) {
  Json json = capture_of(capture);
  for (const char* name : {"title", "text", "outlet", "language"}) json[name] = "";
  json["authors"] = Json::array();
  for (const char* name : {"published", "published_evidence", "modified"}) json[name] = nullptr;
  json["rejected"] = to_string(error.code);
  json["message"] = error.message;
  return json;
}

}  // namespace hearsay
