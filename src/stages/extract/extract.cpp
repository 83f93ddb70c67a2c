#include "stages/extract/extract.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/format.h"
#include "base/url.h"
#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "stages/extract/agency_credits.h"
#include "stages/extract/byline.h"
#include "stages/extract/document_kind.h"
#include "stages/extract/draft.h"
#include "stages/extract/html_page.h"
#include "stages/extract/line_features.h"
#include "stages/extract/page_text.h"
#include "stages/extract/publication_date.h"
#include "stages/extract/stated_parts.h"

namespace hearsay {
namespace {

constexpr uint32_t kFewestWords = 3;  // of a body
constexpr size_t kLongestName = 120;  // bytes of somebody credited, or of an outlet

// Sections of papers that agencies fill.
constexpr std::string_view kNewsSections[] = {"world",   "politi",     "international", "nation",
                                              "ausland", "monde",      "mundo",         "mondo",
                                              "econom",  "wirtschaft", "buitenland"};

// "Reuters" is credited by "Reuters Staff"; an outlet is not credited by itself.
bool same_name(std::string_view a, std::string_view b) {
  const std::string x = fold(a), y = fold(b);
  return !x.empty() && !y.empty() && (x.find(y) != std::string::npos || y.find(x) != std::string::npos);
}

std::string key_of_name(std::string_view name) {
  std::string key;
  for (const char c : fold(name))
    if (c != ' ' && c != '.' && c != '-') key.push_back(c);
  return key;
}

Span find_words(const Document& document, std::string_view words) {
  const size_t at = document.text.find(words);
  return at == std::string::npos ? Span{}
                                 : Span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

class ExtractStage final : public DocStage {
 public:
  ExtractStage(const Knowledge& knowledge, const PageLimits& limits)
      : knowledge_(knowledge), limits_(limits) {}
  std::string_view name() const override { return "extract"; }
  Layers needs() const override { return only(Layer::kPage); }
  Layers gives() const override { return only(Layer::kArticle); }

  Result<void> run(Document& document, Scratch&) const override {
    if (document.page.bytes.size() > limits_.bytes)
      return Error{ErrorCode::kInputTooLarge, fmt::format("more than {} bytes", limits_.bytes)};
    const Result<PageText> text = page_text(document.page);
    if (!text) return text.error();
    const bool html = is_html(document.page, text->text);
    if (!html && static_cast<size_t>(std::count(text->text.begin(), text->text.end(), '\n')) > limits_.nodes)
      return Error{ErrorCode::kPageTooManyNodes, fmt::format("more than {} lines", limits_.nodes)};
    Result<Draft> draft = html ? read_html_page(text.value(), document.page.capture.address, limits_)
                               : Result<Draft>(read_stated_text(text.value(), document.page.stated));
    if (!draft) return draft.error();
    add_stated(draft.value(), document.page.stated,
               html && looks_like_html(text->text) ? PageExtent::kWhole : PageExtent::kFragment);
    uint32_t words = 0;
    size_t bytes = 0;
    // Rows of stars, lone joiners: marks alone are no paragraph.
    std::erase_if(draft->body, [&](const DraftParagraph& paragraph) {
      const LineFeatures line = measure(paragraph.text);
      words += line.words;
      bytes += paragraph.text.size();
      return line.letters + line.digits == 0;
    });
    if (bytes > limits_.text)
      return Error{ErrorCode::kPageTooLong,
                   fmt::format("an article of more than {} bytes of text", limits_.text)};
    if (words < kFewestWords)
      return Error{ErrorCode::kPageNoArticle, "nothing on this page reads like an article"};
    fill(document, draft.value());
    document.article.repaired = text->repaired;
    return {};
  }

 private:
  static bool is_html(const Page& page, std::string_view text) {
    if (looks_like_html(text)) return true;
    if (page.format != PageFormat::kHtml) return false;
    for (size_t at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at + 1))
      if ((text[at + 1] | 32) >= 'a' && (text[at + 1] | 32) <= 'z') return true;
    return false;
  }

  void fill(Document& document, Draft& draft) const {
    Article& article = document.article;
    name_outlet(draft);
    const std::string closing = take_closing_agency(draft);
    article.kind = kind_of_page(draft);
    std::vector<std::string> paragraphs;
    std::vector<ParagraphKind> kinds;
    std::vector<Span> ranges;
    for (DraftParagraph& paragraph : draft.body) {
      paragraphs.push_back(std::move(paragraph.text));
      kinds.push_back(paragraph.kind);
      ranges.push_back(paragraph.page);
    }
    std::vector<std::string> at_end;
    if (!paragraphs.empty()) draft.tail.insert(draft.tail.begin(), paragraphs.back());
    for (const std::string& line : draft.tail)
      for (std::string& agency : agencies_at_end(line, knowledge_)) at_end.push_back(std::move(agency));
    const std::string dateline = paragraphs.empty() ? std::string() : dateline_agency(paragraphs.front());
    lay_out_text(document, draft.title, paragraphs, kinds, ranges, draft.captions);
    article.outlet = {std::string(first_bytes(draft.outlet, kLongestName)), {}};
    article.outlet_evidence = draft.outlet_evidence;
    for (const std::string& note : draft.notes)
      article.correction += (article.correction.empty() ? "" : "\n") + note;
    credit(document, draft, dateline, closing, at_end);
    set_dates(document, draft);
    if (document.page.capture.address.empty()) document.page.capture.address = draft.address;
    if (document.page.capture.canonical.empty()) document.page.capture.canonical = draft.canonical;
  }

  // A page that names its outlet by its address alone.
  void name_outlet(Draft& draft) const {
    if (!draft.outlet.empty() && draft.outlet_evidence != "url") return;
    const auto url = parse_url(draft.address.empty() ? draft.canonical : draft.address);
    if (!url) return;
    if (const Outlet* known = knowledge_.outlet_by_host(url->host)) {
      draft.outlet = known->name;
      draft.outlet_evidence = "url";
    }
  }

  // A last paragraph that only names the agency is a credit.
  static std::string take_closing_agency(Draft& draft) {
    if (draft.body.size() < 2) return {};
    std::string agency = closing_agency(draft.body.back().text);
    if (!agency.empty()) draft.body.pop_back();
    return agency;
  }

  // On a page of news one word that is no given name is an agency's, known or not; elsewhere readers and
  // bloggers go by one word.
  bool reads_like_agency(std::string_view name, const Draft& draft) const {
    const LineFeatures f = measure(name);
    const std::string section = fold(draft.section);
    const bool news =
        draft.schema_type == "NewsArticle" || draft.schema_type == "ReportageNewsArticle" ||
        std::any_of(std::begin(kNewsSections), std::end(kNewsSections),
                    [&](std::string_view word) { return section.find(word) != std::string::npos; });
    return news && f.words == 1 && f.capitals == 1 && f.capital_words == 1 && f.digits == 0 &&
           !is_desk(name) && !knowledge_.given_name(name);
  }

  void credit(Document& document, const Draft& draft, const std::string& dateline, const std::string& closing,
              const std::vector<std::string>& at_end) const {
    Article& article = document.article;
    const auto add = [&](std::vector<Credit>& to, const std::string& name, Span span) {
      if (name.empty() || name.size() > kLongestName) return;
      // Somebody's own site bears his name; "Courier" is nobody.
      const bool person = &to == &article.byline;
      if (person
              ? name.find(' ') == std::string::npos && key_of_name(name) == key_of_name(article.outlet.name)
              : same_name(name, article.outlet.name))
        return;
      if (std::any_of(to.begin(), to.end(), [&](const Credit& other) { return same_name(other.name, name); }))
        return;
      to.push_back({name, span});
    };
    const auto add_all = [&](const std::vector<std::string>& authors, CreditSource source) {
      for (const std::string& author : authors) {
        const Credits credits = split_credit(author, source);
        for (const std::string& person : credits.persons) {
          // "Associated Press" has two words, like a person.
          const bool agency = knowledge_.outlets(person) || reads_like_agency(person, draft);
          add(agency ? article.via : article.byline, person, {});
        }
        for (const std::string& agency : credits.agencies) add(article.via, agency, {});
      }
    };
    add_all(draft.authors, draft.marked_up ? CreditSource::kMarkup : CreditSource::kLine);
    // An account's name or a desk in the markup, a person's name in the page's own words.
    const auto full = [](const Credit& credit) { return credit.name.find(' ') != std::string::npos; };
    const bool account = std::none_of(article.byline.begin(), article.byline.end(), full);
    if (account && !draft.shown_authors.empty()) {
      std::vector<Credit> stated = std::move(article.byline);
      article.byline.clear();
      add_all(draft.shown_authors, CreditSource::kMarkup);
      if (!stated.empty() && std::none_of(article.byline.begin(), article.byline.end(), full))
        article.byline = std::move(stated);
    }
    for (const std::string& agency : draft.agencies) add(article.via, normal_space(agency), {});
    add(article.via, dateline, dateline.empty() ? Span{} : find_words(document, dateline));
    add(article.via, closing, {});
    for (const std::string& agency : at_end) add(article.via, agency, find_words(document, agency));
  }

  const Knowledge& knowledge_;
  PageLimits limits_;
};

}  // namespace

std::unique_ptr<const DocStage> make_extract_stage(const Knowledge& knowledge) {
  return make_extract_stage(knowledge, PageLimits{});
}

std::unique_ptr<const DocStage> make_extract_stage(const Knowledge& knowledge, const PageLimits& limits) {
  return std::make_unique<ExtractStage>(knowledge, limits);
}

}  // namespace hearsay
