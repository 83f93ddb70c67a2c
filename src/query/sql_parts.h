// Pieces of SQL that several lists share. All are made of names of the schema; no value of a user ever comes
// here.
#pragma once

#include <string>
#include <vector>

#include "query/filter.h"
#include "query/list_query.h"

namespace hearsay {

// The words of the span PREFIX_part, PREFIX_begin, PREFIX_end in a row of document_text.
[[nodiscard]] std::string words_sql(const std::string& prefix, const std::string& text_table);

// Name (id in exports) and path of a document's first capture.
[[nodiscard]] std::string page_name_sql(const std::string& document);
[[nodiscard]] std::string page_path_sql(const std::string& document);

// Outlet of a row of `document`, for people: "unknown: NAME" where no words name it.
[[nodiscard]] std::string outlet_sql(const std::string& document_table);

// Who speaks in a row with `speaker`, `outlet` and `document`, for people: the speaker, else the outlet in
// its own voice.
[[nodiscard]] std::string voice_sql(const std::string& table);

// The name of an enumeration's value, as an expression.
[[nodiscard]] std::string enum_sql(const std::string& value, const EnumNames& names);

// An interval for people: one day, FROM..TO, or ''.
[[nodiscard]] std::string interval_sql(const std::string& prefix);

// "20 to 30 killed, at least 5 injured", from rows `k` of a table of counts with their condition.
[[nodiscard]] std::string counts_sql(const std::string& from);
// [low, high] of a count; of a bound left open the one that is named, twice (RECORD.md, Rulings).
[[nodiscard]] Column count_range_column(const std::string& table);

// All names, in one text, of an actor of a document and of the shared actor that it belongs to; with the
// titles of their offices.
[[nodiscard]] std::string actor_names_sql(const std::string& document, const std::string& actor);
[[nodiscard]] std::string actor_words_sql(const std::string& document, const std::string& actor);
// Of a shared actor.
[[nodiscard]] std::string shared_names_sql(const std::string& shared_actor);
[[nodiscard]] std::string shared_words_sql(const std::string& shared_actor);
// The row id of the shared actor of a document's actor, or NULL.
[[nodiscard]] std::string shared_of_sql(const std::string& document, const std::string& actor);

// All the sentences of an event's mentions, in one text.
[[nodiscard]] std::string event_sentences_sql(const std::string& document, const std::string& event);

// Whether an actor is mentioned, by whatever words, inside the span PREFIX of `document`, and has the name
// :about.
[[nodiscard]] std::string mentions_sql(const std::string& document, const std::string& prefix);
// The same in any sentence of an event's mentions.
[[nodiscard]] std::string event_mentions_sql(const std::string& document, const std::string& event);

// Whether the interval PREFIX_from, PREFIX_to and that of a clock may share a day. An unknown interval shares
// none.
[[nodiscard]] std::string overlaps_sql(const std::string& prefix, const std::string& clock);

[[nodiscard]] FilterRule words_rule(FilterName name, std::string condition);
[[nodiscard]] FilterRule clock_rule(FilterName name, const std::string& prefix);
[[nodiscard]] FilterRule enum_rule(FilterName name, const std::string& value, EnumNames names);

// --outlet, --story and --published over the documents that `documents`, a select of row ids, gives.
[[nodiscard]] std::vector<FilterRule> page_rules(const std::string& documents);

// The pages involved, as JSON lists them under "documents"; `documents` is a select of row ids.
[[nodiscard]] Child documents_child(const std::string& documents);
// One page, under `name`; `document` is a row id.
[[nodiscard]] Child document_child(std::string name, const std::string& document);
[[nodiscard]] std::vector<Column> document_columns();

// Order of documents: by first day published, name, hash.
[[nodiscard]] std::string document_order_sql(const std::string& document_table);

// :row taken apart into document and number (row_id.h), or put together.
[[nodiscard]] std::string row_document_sql(const std::string& row = ":row");
[[nodiscard]] std::string row_number_sql(const std::string& row = ":row");
[[nodiscard]] std::string packed_sql(const std::string& document, const std::string& number);

}  // namespace hearsay
