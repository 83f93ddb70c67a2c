#include "stages/extract/document_kind.h"

#include <algorithm>
#include <map>

#include "base/url.h"
#include "base/utf8.h"
#include "stages/extract/line_features.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr size_t kWordsOfTurn = 15;  // mean, of what speakers say in turn
constexpr size_t kWordsOfItem = 30;  // mean, of a list's items
constexpr uint32_t kStubWords = 40;  // fewer are the head of an article, or a flash

bool any_of(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

bool begins_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.starts_with(phrase); });
}

bool ends_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.ends_with(phrase); });
}

bool is_opinion(const Draft& draft, std::string_view title, std::string_view section, std::string_view path) {
  if (any_of(draft.schema_type, {"OpinionNewsArticle"})) return true;
  if (begins_any(section,
                 {"opinion",  "commentary", "comment",   "editorial", "columnists",  "viewpoint",  "op-ed",
                  "letters",  "meinung",    "kommentar", "kolumne",   "gastbeitrag", "leserbrief", "tribune",
                  "columnas", "opinione",   "opiniao",   "opinie",    "ledare",      "мнени"}))
    return true;
  if (any_of(path, {"/opinion/",    "/opinions/",  "/commentary/", "/commentisfree/", "/editorial/",
                    "/editorials/", "/op-ed/",     "/oped/",       "/columnists/",    "/letters/",
                    "/meinung/",    "/kommentar/", "/kommentare/", "/kolumne/",       "/kolumnen/",
                    "/debatte/",    "/tribune/",   "/columnas/",   "/opinione/",      "/opiniao/"}))
    return true;
  return begins_any(title, {"opinion:", "opinion |", "editorial:", "commentary:", "comment:", "op-ed:",
                            "column:", "letter to the editor", "kommentar:", "kolumne:", "gastbeitrag:",
                            "leitartikel:", "leserbrief:", "meinung:", "tribune:", "opinion :"}) ||
         ends_any(title, {"| opinion", "- opinion", "(opinion)", "| commentary", "| editorial",
                          "- ein kommentar", "- kommentar", "| meinung"}) ||
         any_of(fold(draft.page_title),
                {"| opinion", "| commentary", "| editorial", "| meinung", "| kommentar"});
}

bool is_live(const Draft& draft, std::string_view title) {
  return any_of(draft.schema_type, {"LiveBlogPosting"}) ||
         begins_any(title, {"live:", "live |", "live -", "live updates", "as it happened", "liveblog",
                            "live blog", "newsblog", "liveticker", "live-ticker",
                            "en directo:", "en direct:", "direct:", "diretta:", "ao vivo:"}) ||
         any_of(title, {"live updates", "as it happened", "live blog", "liveblog", "live-blog", "live ticker",
                        "liveticker", "live-ticker", "news-ticker", "newsticker", "newsblog", " live: "});
}

// A label in capitals or a name before a colon: "Q:", "MODERATOR:", "Mr. Roe:". Empty where there is none.
std::string_view speaker_label(std::string_view paragraph) {
  const size_t colon = paragraph.substr(0, 40).find(':');
  if (colon == std::string_view::npos || colon < 1 || colon + 2 > paragraph.size() ||
      paragraph[colon + 1] != ' ')
    return {};
  const std::string_view label = paragraph.substr(0, colon);
  const LineFeatures f = measure(label);
  return f.words >= 1 && f.words <= 4 && f.letters >= 1 && f.digits == 0 &&
                 (f.capitals == f.letters || f.capital_share() > 0.99) && f.function_words == 0
             ? label
             : std::string_view();
}

constexpr auto kNoSpeaker = word_set(
    "fact facts myth myths tip tips note pro pros con cons date time place price result example step "
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag "
    "samstag "
    "sonntag fakt mythos tipp hinweis preis datum ort zeit");

// Paragraphs that begin with a speaker who speaks more than once; none where fewer than two speak in turn.
size_t spoken_paragraphs(const Draft& draft) {
  struct Turns {
    size_t count = 0, words = 0;
  };
  std::map<std::string_view, Turns> turns;
  for (const DraftParagraph& paragraph : draft.body) {
    // "Date: ...", "Price: ..." stand in lists and tables.
    if (paragraph.kind == ParagraphKind::kListItem || paragraph.kind == ParagraphKind::kTableRow) continue;
    const std::string_view label = speaker_label(paragraph.text);
    if (label.empty() || kNoSpeaker.contains(fold(label))) continue;
    ++turns[label].count;
    turns[label].words += measure(paragraph.text).words;
  }
  size_t speakers = 0, spoken = 0, words = 0;
  for (const auto& [label, turn] : turns)
    if (turn.count >= 2) ++speakers, spoken += turn.count, words += turn.words;
  return speakers >= 2 && words >= spoken * kWordsOfTurn ? spoken : 0;
}

bool begins_with_clock(std::string_view paragraph) {
  const auto digit = [&](size_t at) {
    return at < paragraph.size() && paragraph[at] >= '0' && paragraph[at] <= '9';
  };
  const size_t hour = digit(0) ? (digit(1) ? 2 : 1) : 0;
  if (hour == 0 || hour >= paragraph.size() || !digit(hour + 1) || !digit(hour + 2) || digit(hour + 3))
    return false;
  const int hours = hour == 2 ? (paragraph[0] - '0') * 10 + paragraph[1] - '0' : paragraph[0] - '0';
  if (hours > 23 || paragraph[hour + 1] > '5') return false;
  if (paragraph[hour] == ':') return true;
  // "20.15 Uhr", but not "20.12.2031" and no sum.
  return paragraph[hour] == '.' && begins_any(fold(paragraph.substr(hour + 3, 8)),
                                              {" uhr", "h ", " h", "pm", "am", " gmt", " bst", " cet"});
}

// Whether one of these words stands in the text; both folded.
bool has_word(std::string_view folded, std::initializer_list<std::string_view> words) {
  for (size_t at = 0; at < folded.size();) {
    size_t end = at;
    while (end < folded.size() &&
           (static_cast<unsigned char>(folded[end]) >= 0x80 || (folded[end] >= 'a' && folded[end] <= 'z')))
      ++end;
    for (const std::string_view word : words)
      if (folded.substr(at, end - at) == word) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

struct Questions {
  size_t asked = 0;     // paragraphs that end with a question
  size_t of_you = 0;    // of these, such as speak to somebody
  size_t answered = 0;  // of those that follow them, such as speak of the speaker
};

// A list of frequent questions asks too, but nobody answers for himself.
Questions count_questions(const Draft& draft) {
  Questions questions;
  for (size_t i = 0; i < draft.body.size(); ++i) {
    const std::string& text = draft.body[i].text;
    const LineFeatures f = measure(text);
    if (!text.ends_with('?') || f.words > 60 || f.begins_with_quote) continue;
    ++questions.asked;
    const std::string asked = fold(text);
    questions.of_you += has_word(
        asked, {"you",  "your",  "sie", "ihr",   "ihre", "ihnen", "du",   "dein", "deine", "dir", "euch",
                "vous", "votre", "tu",  "usted", "su",   "lei",   "voce", "u",    "вы",    "вас", "ваш"});
    if (i + 1 == draft.body.size()) continue;
    questions.answered +=
        has_word(fold(first_bytes(draft.body[i + 1].text, 600)),
                 {"i",        "my",  "me",    "we",     "our", "us", "ich", "mir",  "mich",  "mein", "meine",
                  "wir",      "uns", "unser", "unsere", "je",  "j",  "moi", "nous", "notre", "yo",   "mi",
                  "nosotros", "io",  "noi",   "eu",     "nos", "ik", "wij", "я",    "мы",    "мне",  "нас"});
  }
  return questions;
}

bool is_press_release(const Draft& draft, std::string_view title, std::string_view section,
                      std::string_view path) {
  const size_t paragraphs = draft.body.size();
  for (size_t i = 0; i < std::min<size_t>(paragraphs, 3); ++i) {
    const std::string head = fold(first_bytes(draft.body[i].text, 200));
    if (any_of(head, {"for immediate release", "/prnewswire/", "(business wire)", "(globe newswire)",
                      "(globenewswire)", "/newswire/", "(ots)", "(ots/", "(iwr-pressedienst)", "(lifepr)",
                      "(pressebox)"}) ||
        begins_any(head, {"press release", "pressemitteilung", "medienmitteilung", "communique de presse",
                          "comunicado de prensa", "comunicato stampa", "persbericht", "пресс-релиз"}))
      return true;
  }
  for (size_t i = paragraphs - std::min<size_t>(paragraphs, 6); i < paragraphs; ++i) {
    const std::string head = fold(first_bytes(draft.body[i].text, 60));
    if (begins_any(head, {"press contact", "media contact", "media inquiries", "media enquiries",
                          "pressekontakt", "ansprechpartner fur die presse", "ansprechpartner fur die medien",
                          "contact presse", "contacts presse", "contacto de prensa", "notes to editors"}))
      return true;
  }
  return begins_any(section, {"press release", "press-release", "pressemitteilung", "medienmitteilung"}) ||
         begins_any(title, {"press release:", "pressemitteilung:", "medienmitteilung:"}) ||
         any_of(path, {"/press-release", "/pressrelease", "/press_release", "/pressemitteilung",
                       "/pressemeldung", "/medienmitteilung", "/communiques-de-presse", "/comunicados"});
}

}  // namespace

DocumentKind kind_of_page(const Draft& draft) {
  const std::string title = fold(draft.title);
  const std::string section = fold(draft.section);
  const auto url = parse_url(draft.canonical.empty() ? draft.address : draft.canonical);
  const std::string path = url ? to_lower(url->path) : "";

  uint32_t words = 0;
  size_t clocks = 0, clock_words = 0, items = 0, item_words = 0;
  for (const DraftParagraph& paragraph : draft.body) {
    const uint32_t length = measure(paragraph.text).words;
    words += length;
    if (begins_with_clock(paragraph.text)) ++clocks, clock_words += length;
    if (paragraph.kind == ParagraphKind::kListItem || paragraph.kind == ParagraphKind::kTableRow)
      ++items, item_words += length;
  }
  const size_t paragraphs = draft.body.size();

  if (is_live(draft, title) ||
      (clocks >= 4 && clocks * 5 >= paragraphs && clock_words >= clocks * kWordsOfTurn))
    return DocumentKind::kLive;
  if (is_opinion(draft, title, section, path)) return DocumentKind::kOpinion;
  const size_t spoken = spoken_paragraphs(draft);
  const Questions questions = count_questions(draft);
  const bool titled = any_of(title, {"interview", "q&a", "im gesprach", "entretien avec", "entrevista",
                                     "intervista", "интервью"}) ||
                      any_of(section, {"interview", "entrevista", "intervista"});
  const bool answers = questions.of_you * 2 >= questions.asked && questions.answered * 2 >= questions.asked;
  if (any_of(title, {"transcript", "full text of", "read the full text", "im wortlaut", "mitschrift"}) ||
      (spoken >= 6 && spoken * 2 >= paragraphs && questions.asked * 4 < paragraphs))
    return DocumentKind::kTranscript;
  // Questions that stand alone, each with its answer.
  if (titled ? questions.asked >= 2 || spoken >= 4
             : answers && questions.asked >= 4 && questions.asked * 5 >= paragraphs)
    return DocumentKind::kInterview;
  if (spoken >= 6 && spoken * 2 >= paragraphs) return DocumentKind::kTranscript;
  if (is_press_release(draft, title, section, path)) return DocumentKind::kPressRelease;
  // Some pages set each of their paragraphs as an item.
  if (items >= 5 && items * 3 >= paragraphs * 2 && item_words <= items * kWordsOfItem)
    return DocumentKind::kList;
  if (words < kStubWords) return DocumentKind::kStub;
  return DocumentKind::kReport;
}

}  // namespace hearsay
