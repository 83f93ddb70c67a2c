// What a page's reader (HTML or plain text) hands to the rest of the stage: its parts, and everything that
// may bear on its date, outlet and authors, undecided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/document.h"
#include "stages/extract/written_date.h"

namespace hearsay {

struct DraftParagraph {
  std::string text;  // trimmed, white space normalised
  ParagraphKind kind = ParagraphKind::kParagraph;
  Span page;  // bytes of the page as read; empty where unknown
};

// By the words beside it. "Now: ..." and "Today is ..." speak of the day when the page was fetched.
enum class DateRole : uint8_t { kUnlabelled, kPublished, kModified, kNow };

// Where a date was found. The order is that of trust, all else being equal.
enum class DatePlace : uint8_t {
  kMarkup,      // JSON-LD, meta tags, <time>
  kUnderTitle,  // a line between the title and the body
  kAboveTitle,  // a line before the title: the article's own or the masthead's
  kAddress,     // the page's URL
  kBelowBody,   // a line after the body
};

struct DateCandidate {
  WrittenDate date;  // with a year and a day
  DateRole role = DateRole::kUnlabelled;
  DatePlace place = DatePlace::kMarkup;
  uint8_t rank = 0;         // within a place: 0 is the most telling
  bool with_title = false;  // the line repeats the title, or stands right beside it
  bool shown = false;       // markup that the page also shows: <time>
  bool bare = false;        // the line is the date and hardly a word more
  std::string words;        // of the markup or the line
};

struct Draft {
  std::string title;
  std::string page_title;  // <title>, whole: "Headline | Opinion | Outlet"
  std::vector<DraftParagraph> body;
  std::vector<std::string> captions;
  std::vector<DateCandidate> dates;
  // Bounds where nothing tells the day. Of the address: the month in which it was filed. Of the picture that
  // stands for the page: it was there no later.
  std::optional<WrittenDate> address_month, picture_month;
  std::string address_month_words, picture_month_words;
  bool month_first = false,
       day_first = false;  // how numbers are written where the page is at home; both false: unknown
  std::string outlet, outlet_evidence;
  std::vector<std::string>
      authors;  // as the markup, or a text page's line, credits: "By Jane Doe and John Roe"
  std::vector<std::string>
      shown_authors;                  // as an HTML page credits in what it shows; asked where `authors` fail
  bool marked_up = false;             // HTML: `authors` come from fields that hold names only
  std::vector<std::string> agencies;  // organisations that the markup names as authors
  std::string address, canonical;     // absolute URLs, empty where unknown
  std::string schema_type;            // of the article's JSON-LD: "OpinionNewsArticle"
  std::string section;                // "Opinion", "World"
  std::vector<std::string> notes;     // corrections
  std::vector<std::string> tail;      // lines right under the text that may credit agencies
};

}  // namespace hearsay
