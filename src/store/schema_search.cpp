// Full text, and look-up by public id. Both are built in batches after the pages are in (full_text.h,
// id_lookup.h): random order and word lists cost too much row by row.
#include "store/schema_sql.h"

namespace hearsay {

const std::string_view kSchemaSearch = R"sql(
CREATE VIRTUAL TABLE document_search USING fts5(
  title, body, captions, content='document_text', content_rowid='document', tokenize='unicode61 remove_diacritics 2');

-- rowid: document << 20 | number. Contentless: the words are spans of document_text.
CREATE VIRTUAL TABLE statement_search USING fts5(
  source, content, content='', tokenize='unicode61 remove_diacritics 2');

-- First four bytes of the sids of actors, statements and events, big-endian: "the ids that begin with these digits" is a range.
CREATE TABLE id_lookup(
  prefix INTEGER NOT NULL, kind INTEGER NOT NULL, document INTEGER NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY(prefix, kind, document, number)
) STRICT, WITHOUT ROWID;

-- How far each index ('text', 'ids') has come: documents up to `upto` are in it, save those in search_pending.
CREATE TABLE search_progress(name TEXT PRIMARY KEY, upto INTEGER NOT NULL) STRICT;
INSERT INTO search_progress VALUES ('text', 0), ('ids', 0);
CREATE TABLE search_pending(
  name TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document(id),
  PRIMARY KEY(name, document)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace hearsay
