// A document: one page, its cleaned text, and what the stages found in it, layer by layer.
//
// The document owns one UTF-8 text (title, body and captions in one buffer); everything else is a Span into
// it. Each layer is written by exactly one stage and is read-only from then on; a layer points into an
// earlier one by index (kNone: at nothing).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "record/interval.h"
#include "record/span.h"
#include "record/types.h"

namespace hearsay {

// ---- page: as input gives it
// -------------------------------------------------------------------------------------------

// One sighting of the page: where and when it was fetched, and the file that holds it.
struct Capture {
  std::string address;    // URL, as the page or its container says; empty where unknown
  std::string canonical;  // canonical URL from the page's own markup
  std::string time;       // ISO date-time of the crawl, where known
  std::string
      path;  // the file as named by the user, relative folders kept; inside a container also the place in it
  std::string warc_file;  // container, with the record's place in it; offset and length are bytes, -1 where
                          // there is none
  int64_t offset = -1;
  int64_t length = -1;
};

enum class PageFormat : uint8_t { kHtml, kText };

// A date as a page's container writes it: {"pubDate", "Tue, 04 Mar 2031 09:00:00 GMT"}.
struct StatedDate {
  std::string field, value;
};

// What the container of a page says of it: a feed's entry, a line of JSONL, a row of CSV. As written there,
// in UTF-8, unchecked; empty where it says nothing. Addresses stand in the capture.
struct Stated {
  std::string title, outlet, language;
  std::vector<std::string> authors;
  StatedDate published, modified;
};

struct Page {
  std::string name;   // the document's id in exports; input/README.md says how it is made
  std::string bytes;  // as read (after unpacking)
  PageFormat format = PageFormat::kText;
  std::string charset;  // label declared by the transport, as in `Content-Type: text/html; charset=koi8-r`;
                        // empty: none
  Sha256 sha256{};      // of `bytes`
  Capture capture;
  Stated stated;
};

// ---- article: written by `extract`
// -------------------------------------------------------------------------------------

struct Paragraph {
  Span span;
  Span page;  // range in Page::bytes where the extractor knows it, else empty
  ParagraphKind kind = ParagraphKind::kParagraph;
};

// A name that the page credits: an author, an agency, the outlet. The span is empty where the name comes from
// markup.
struct Credit {
  std::string name;
  Span span;
};

struct Article {
  Span title, body, captions;         // the parts of Document::text; captions are separated by one blank line
  std::vector<Paragraph> paragraphs;  // of the body, in order
  Credit outlet;
  std::string outlet_evidence;  // "markup", "url", "text" or ""
  std::vector<Credit> byline;   // persons
  std::vector<Credit> via;      // agencies credited
  DocumentKind kind = DocumentKind::kReport;
  DatedInterval published, modified, retrieved;
  std::string correction;  // the outlet's own note
  uint32_t repaired = 0;   // characters that somebody had decoded wrongly before the page was served, set
                           // right here; not stored
  Sha256 text_sha256{};    // of Document::text
};

// ---- language: written by `language`
// -----------------------------------------------------------------------------------

struct Language {
  std::string code;  // ISO 639-1 such as "en"; "und" where it can't be told
  bool reliable = false;
  Translation translation = Translation::kUnknown;
  std::string translated_from;
  [[nodiscard]] bool is_english() const { return code == "en"; }
};

// ---- signature: written by `copies`
// ------------------------------------------------------------------------------------

// MinHash over word 5-grams of the body (Broder 1997); and the hash of each paragraph's folded words, for
// partial copies.
struct Signature {
  std::vector<uint32_t> minhash;
  std::vector<uint64_t> paragraphs;  // parallel to Article::paragraphs, 0 for those too short to tell
};

// ---- words: written by `analyse`
// ---------------------------------------------------------------------------------------

enum class WordKind : uint8_t { kWord, kNumber, kPunctuation, kOpenQuote, kCloseQuote };

struct Word {
  Span span;
  WordKind kind = WordKind::kWord;
  bool capital = false;  // begins with a capital letter
  bool sentence_start = false;
};

struct Sentence {
  Span span;
  uint32_t first_word = 0, last_word = 0;  // [first, last)
  uint32_t paragraph = kNone;              // index into Article::paragraphs; kNone in title and captions
  Part part = Part::kBody;
};

// A stretch between double quotation marks; `inner` leaves the marks out. It may run over several sentences,
// and over paragraphs that each open with a mark anew.
struct Quotation {
  Span outer, inner;
};

struct Words {
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;
};

// ---- times, places, actors
// ---------------------------------------------------------------------------------------------

enum class TimeKind : uint8_t { kDate, kTime, kDuration, kSet };

struct TimeExpression {
  Span span;
  TimeKind kind = TimeKind::kDate;
  Interval value;                 // resolved against the publication date; empty where it can't be
  bool resolved_by_page = false;  // true: needed the publication date ("Wednesday"); false: stands by itself
};

struct PlaceMention {
  Span span;
  int64_t gazetteer_id = 0;            // GeoNames id, 0 where none
  double latitude = 0, longitude = 0;  // degrees, WGS 84; both 0 where they are not known
  std::string country;                 // ISO 3166-1 alpha-3
  uint8_t precision = 0;               // 1 exact ... 7 country or wider; 0 unknown
};

struct Office {
  std::string title, body;  // "foreign minister", "Russia"
  Interval held;
  std::string source;
  Span span;
};

struct ActorMention {
  Span span;
  uint32_t actor = kNone;
  MentionForm form = MentionForm::kName;
  std::string code;  // of this mention: "RUS GOV"
};

struct Actor {
  Id id;                           // hash of the document id and the first mention's words and occurrence
  std::string name;                // fullest name in the document, titles left out
  std::vector<std::string> names;  // as written, in order of first use
  ActorKind kind = ActorKind::kUnknown;
  std::string code;  // country + PLOVER sector
  std::vector<Office> offices;
  uint32_t part_of = kNone;  // index of another actor of this document
  bool is_private = false;   // a person without public office
};

// ---- statements: written by `statements`
// -------------------------------------------------------------------------------

struct When {
  Interval interval;
  Span span;
};

struct Statement {
  Id id;
  Span sentence;  // the sentence (or sentences) that hold it
  Span source, cue, content, addressee, via, channel, condition, deadline, on_behalf_of;
  std::string source_name;  // the fullest name in the document; "" where the text names nobody
  std::string addressee_name;
  std::string via_name;
  std::string on_behalf_of_name;
  SourceKind source_kind = SourceKind::kNone;
  uint32_t source_actor = kNone, addressee_actor = kNone, on_behalf_of_actor = kNone;
  Form form = Form::kIndirect;
  Act act = Act::kAssert;
  ActDetail detail = ActDetail::kNone;
  When when;
  Interval deadline_value;
  uint32_t parent = kNone;  // index of the statement whose content this one stands inside
  uint32_t answers =
      kNone;  // index of the statement of this document that it denies, confirms, rejects or replies to
  std::optional<double> score;  // empty until a stage gives calibrated scores
};

// ---- events: written by `events`
// ---------------------------------------------------------------------------------------

struct Count {
  CountKind kind = CountKind::kKilled;
  int64_t low = 0, high = 0;  // -1: open
  Span span;
  std::string of_whom;  // "civilians", "children", "fighters"; "" where not said
  Interval period;
};

struct EventMention {
  Span sentence, trigger;
  uint32_t said_by =
      kNone;  // innermost statement inside whose content the mention stands; kNone: the outlet's own voice
  Status status = Status::kActual;
  When when;
  std::vector<Count> counts;
};

struct Event {
  Id id;
  EventType type = EventType::kConsult;
  std::string mode;
  std::vector<std::string> contexts;
  Span actor, recipient, where;
  uint32_t actor_index = kNone, recipient_index = kNone;  // into Document::actors
  std::string actor_code, recipient_code;
  uint32_t place = kNone;              // index into Document::places
  std::vector<EventMention> mentions;  // never empty
  uint32_t principal = 0;   // index into mentions: the outlet's own voice where it has one, else the first
  uint32_t speech = kNone;  // the statement that this speech event is made from
  Channel channel = Channel::kUnknown;  // of a CONSULT
  std::optional<double> score;
};

// ---- the whole
// ---------------------------------------------------------------------------------------------------------

struct Document {
  Page page;
  std::string text;  // title, body, captions, separated by one blank line; absent parts leave nothing behind
  Article article;
  Language language;
  Signature signature;
  Words words;
  std::vector<TimeExpression> times;
  std::vector<PlaceMention> places;
  std::vector<Actor> actors;
  std::vector<ActorMention> mentions;  // in order of their begin
  std::vector<Statement> statements;   // in order of their content's begin
  std::vector<Event> events;           // in order of their first trigger

  [[nodiscard]] std::string_view words_of(Span span) const& { return hearsay::words_of(text, span); }
  std::string_view words_of(Span span) && = delete;

  [[nodiscard]] Part part_of(Span span) const;
  [[nodiscard]] Span range_of(Part part) const;
  // The span with offsets relative to the part that holds it.
  [[nodiscard]] Span in_part(Span span) const;
};

// Puts the parts together: fills Document::text, the ranges of Article and the hash. Paragraph spans are laid
// out in order; `page_ranges` and `kinds` are parallel to `paragraphs` or empty. Paragraphs must be valid
// UTF-8, trimmed and not empty.
void lay_out_text(Document& document, std::string_view title, const std::vector<std::string>& paragraphs,
                  const std::vector<ParagraphKind>& kinds, const std::vector<Span>& page_ranges,
                  const std::vector<std::string>& captions);

// RECORD.md, "Identity and change": ids from the document's hash, the words of the sentence, the words of the
// content (or trigger), and which occurrence of these it is. Called by the stage that writes the layer, last.
void assign_statement_ids(Document& document);
void assign_event_ids(Document& document);
void assign_actor_ids(Document& document);

}  // namespace hearsay
