// Tables of what people add. A run reads them and never writes them; they name things by public id, so that
// they outlive rows.
#include "store/schema_sql.h"

namespace hearsay {

const std::string_view kSchemaPeople = R"sql(
CREATE TABLE review(
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,  -- RowKind
  sid BLOB NOT NULL,
  field TEXT NOT NULL,    -- '' for the row as a whole
  verdict TEXT NOT NULL CHECK(verdict IN ('right', 'wrong', 'instead')),
  value TEXT,             -- of 'instead'
  reviewer TEXT NOT NULL, made TEXT NOT NULL, why TEXT NOT NULL,
  confirms INTEGER REFERENCES review(id)  -- the review that this one confirms
) STRICT;
CREATE INDEX review_sid ON review(sid);
CREATE TRIGGER review_stays BEFORE UPDATE ON review BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER review_never_goes BEFORE DELETE ON review BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;

-- Words taken out of text, index and stored page; ids and hashes stay. No span: the whole document.
CREATE TABLE redaction(
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id),
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  why TEXT NOT NULL, redactor TEXT NOT NULL, made TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_document ON redaction(document);

-- A translation or explanation beside the words, never in their place.
CREATE TABLE gloss(
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id),
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  language TEXT NOT NULL, words TEXT NOT NULL, glossed_by TEXT NOT NULL, made TEXT NOT NULL,
  words_check INTEGER NOT NULL
) STRICT;
CREATE INDEX gloss_document ON gloss(document);

-- Joins of actors that a person has undone: the two are never joined again.
CREATE TABLE undone_join(
  id INTEGER PRIMARY KEY,
  a BLOB NOT NULL, b BLOB NOT NULL,  -- sids of actors
  why TEXT NOT NULL, undone_by TEXT NOT NULL, made TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX undone_join_once ON undone_join(a, b);
)sql";

}  // namespace hearsay
