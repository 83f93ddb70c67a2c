// One function for each kind of thing, and what several of them print: a page, a chain of sources, lists of
// things. Each of the first kind fills a sheet from an object of thing_json.h.
#pragma once

#include "output/marked_sentence.h"
#include "output/sheet.h"

namespace hearsay {

void show_document(Sheet& sheet, const Json& document);
void show_actor(Sheet& sheet, const Json& actor);
void show_shared_actor(Sheet& sheet, const Json& actor);
void show_statement(Sheet& sheet, const Json& statement);
void show_event(Sheet& sheet, const Json& event);
void show_copies(Sheet& sheet, const Json& group);
void show_story(Sheet& sheet, const Json& story);
void show_incident(Sheet& sheet, const Json& incident);
void show_claim(Sheet& sheet, const Json& claim);
void show_dispute(Sheet& sheet, const Json& dispute);
void show_agreement(Sheet& sheet, const Json& agreement);
void show_contact(Sheet& sheet, const Json& contact);

// "page (The Gazette, call-gazette) > via Tass > the Russian side (Russia)"; who is not named is said to be
// so.
[[nodiscard]] StyledText chain_text(const Json& chain);

// "The Gazette", "unknown outlet".
[[nodiscard]] std::string outlet_or_unknown(const Json& object);
// A speaker, or the outlet in its own voice: "The Gazette, in its own voice".
[[nodiscard]] std::string voice_text(const Json& voice);
// "2016-10-01 (text line: “Sat Oct 1, 2016”)": the day and what it rests on; "unknown".
[[nodiscard]] std::string dated_text(const Json& document, const char* which);
// "20 killed, 5 to 8 injured (children)".
[[nodiscard]] std::string counts_text(const Json& details);

// The page on which a thing stands: title, outlet, date with its evidence, file.
void add_page(Sheet& sheet, const Json& document);
// Pages, one a line: date, outlet, title, file, id.
void add_pages(Sheet& sheet, const std::string& title, const Json& documents);
// Why members were put together, each reason once.
void add_joins(Sheet& sheet, const Json& joins);

}  // namespace hearsay
