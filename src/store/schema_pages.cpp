// Tables of phase A: runs, pages, documents and what stands in them.
//
// Names that recur:
//   X_part, X_begin, X_end   a span: 0 title, 1 body, 2 caption; bytes relative to that part, i.e. into the
//                            column title, body or captions of document_text. All three NULL: no words.
//   X_from, X_to             an interval of ISO dates or date-times. NULL: open.
//   number                   see row_id.h. `position` is the row's place in the document's list.
//   sid                      the stable public id, 16 bytes, unique within its document.
//   words_check              CRC-32 over the row's spans and the words under them, for `verify`.
//   run                      the run that wrote the row as it is.
// Enumerations are the integers of record/types.h; lists of strings are JSON arrays, NULL where empty. Text
// columns are '' where there is nothing to say.
#include "store/schema_sql.h"

namespace hearsay {

const std::string_view kSchemaPages = R"sql(
CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  engine TEXT NOT NULL, model TEXT NOT NULL, knowledge TEXT NOT NULL, options TEXT NOT NULL,  -- hashes or versions
  sure_threshold REAL,  -- scores from which on a row is sure; NULL where no stage gives scores
  started TEXT NOT NULL, ended TEXT  -- ISO date-times; NULL: killed, or still running
) STRICT;

CREATE TABLE document(
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK(length(sha256) = 32),  -- of the page's bytes as read
  text_sha256 BLOB NOT NULL,
  content_hash BLOB NOT NULL,  -- of everything that the engine found in it: "has anything changed?" in one comparison
  run INTEGER NOT NULL REFERENCES run(id),
  format INTEGER NOT NULL,     -- 0 html, 1 text
  kind INTEGER NOT NULL,
  outlet TEXT NOT NULL, outlet_part INTEGER, outlet_begin INTEGER, outlet_end INTEGER, outlet_evidence TEXT NOT NULL,
  published_from TEXT, published_to TEXT, published_evidence INTEGER NOT NULL, published_words TEXT NOT NULL,
  published_part INTEGER, published_begin INTEGER, published_end INTEGER,
  modified_from TEXT, modified_to TEXT, modified_evidence INTEGER NOT NULL, modified_words TEXT NOT NULL,
  modified_part INTEGER, modified_begin INTEGER, modified_end INTEGER,
  retrieved_from TEXT, retrieved_to TEXT, retrieved_evidence INTEGER NOT NULL, retrieved_words TEXT NOT NULL,
  retrieved_part INTEGER, retrieved_begin INTEGER, retrieved_end INTEGER,
  correction TEXT NOT NULL,    -- the outlet's own note
  language TEXT NOT NULL, language_reliable INTEGER NOT NULL, translation INTEGER NOT NULL, translated_from TEXT NOT NULL,
  words INTEGER NOT NULL,      -- of the body: runs of letters and digits
  words_check INTEGER NOT NULL
) STRICT;

-- Texts and pages stand apart, so that a record can be handed on without them.
CREATE TABLE document_text(
  document INTEGER PRIMARY KEY REFERENCES document(id),
  title TEXT NOT NULL, body TEXT NOT NULL, captions TEXT NOT NULL
) STRICT;

CREATE TABLE page(
  document INTEGER PRIMARY KEY REFERENCES document(id),
  size INTEGER NOT NULL,       -- bytes as read
  zstd BLOB NOT NULL
) STRICT;

-- Little-endian arrays: 32-bit minhash values; a 64-bit hash for each paragraph, 0 for those too short to tell.
CREATE TABLE signature(
  document INTEGER PRIMARY KEY REFERENCES document(id),
  minhash BLOB NOT NULL, paragraphs BLOB NOT NULL
) STRICT;

CREATE TABLE capture(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  name TEXT NOT NULL,          -- the document's id in exports: the file's name without .gz, .html ...
  path TEXT NOT NULL, address TEXT NOT NULL, canonical TEXT NOT NULL, time TEXT NOT NULL,
  warc_file TEXT NOT NULL, warc_offset INTEGER, warc_length INTEGER,
  run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraph(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  page_begin INTEGER, page_end INTEGER,  -- in the page's bytes, where known
  kind INTEGER NOT NULL,
  words INTEGER NOT NULL,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE credit(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  role INTEGER NOT NULL CHECK(role IN (0, 1)),  -- 0 byline: a person, 1 via: an agency credited
  name TEXT NOT NULL,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE time(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  kind INTEGER NOT NULL,       -- 0 date, 1 time, 2 duration, 3 set
  value_from TEXT, value_to TEXT,
  resolved_by_page INTEGER NOT NULL,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE place(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  gazetteer_id INTEGER NOT NULL,  -- GeoNames, 0: none
  latitude REAL NOT NULL, longitude REAL NOT NULL,
  country TEXT NOT NULL,
  precision INTEGER NOT NULL,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sid BLOB NOT NULL CHECK(length(sid) = 16),
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  code TEXT NOT NULL,
  part_of INTEGER,
  private INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number),
  FOREIGN KEY(document, part_of) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX actor_sid ON actor(document, sid);

CREATE TABLE actor_name(  -- as written, in order of first use
  document INTEGER NOT NULL, actor INTEGER NOT NULL, number INTEGER NOT NULL,
  name TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, actor, number),
  FOREIGN KEY(document, actor) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE office(
  document INTEGER NOT NULL, actor INTEGER NOT NULL, number INTEGER NOT NULL,
  title TEXT NOT NULL, body TEXT NOT NULL,
  held_from TEXT, held_to TEXT,
  source TEXT NOT NULL,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, actor, number),
  FOREIGN KEY(document, actor) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE mention(  -- the words that name an actor
  document INTEGER NOT NULL, number INTEGER NOT NULL,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  actor INTEGER,
  form INTEGER NOT NULL,
  code TEXT NOT NULL,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number),
  FOREIGN KEY(document, actor) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE statement(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sid BLOB NOT NULL CHECK(length(sid) = 16),
  act INTEGER NOT NULL CHECK(act BETWEEN 0 AND 8), detail INTEGER NOT NULL, form INTEGER NOT NULL,
  sentence_part INTEGER, sentence_begin INTEGER, sentence_end INTEGER,
  source_part INTEGER, source_begin INTEGER, source_end INTEGER,
  cue_part INTEGER, cue_begin INTEGER, cue_end INTEGER,
  content_part INTEGER, content_begin INTEGER, content_end INTEGER,
  addressee_part INTEGER, addressee_begin INTEGER, addressee_end INTEGER,
  via_part INTEGER, via_begin INTEGER, via_end INTEGER,
  channel_part INTEGER, channel_begin INTEGER, channel_end INTEGER,
  condition_part INTEGER, condition_begin INTEGER, condition_end INTEGER,
  deadline_part INTEGER, deadline_begin INTEGER, deadline_end INTEGER,
  on_behalf_of_part INTEGER, on_behalf_of_begin INTEGER, on_behalf_of_end INTEGER,
  when_part INTEGER, when_begin INTEGER, when_end INTEGER,
  when_from TEXT, when_to TEXT,
  deadline_from TEXT, deadline_to TEXT,
  source_kind INTEGER NOT NULL,
  source_name TEXT NOT NULL, addressee_name TEXT NOT NULL, via_name TEXT NOT NULL, on_behalf_of_name TEXT NOT NULL,
  source_actor INTEGER, addressee_actor INTEGER, on_behalf_of_actor INTEGER,
  parent INTEGER,   -- the statement whose content this one stands inside
  answers INTEGER,  -- the statement of this document that it denies, confirms, rejects or replies to
  score REAL,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number),
  FOREIGN KEY(document, source_actor) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, addressee_actor) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, on_behalf_of_actor) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, parent) REFERENCES statement(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, answers) REFERENCES statement(document, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX statement_sid ON statement(document, sid);

CREATE TABLE event(
  document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sid BLOB NOT NULL CHECK(length(sid) = 16),
  type INTEGER NOT NULL CHECK(type BETWEEN 0 AND 15), mode TEXT NOT NULL, contexts TEXT,
  actor_part INTEGER, actor_begin INTEGER, actor_end INTEGER,
  recipient_part INTEGER, recipient_begin INTEGER, recipient_end INTEGER,
  where_part INTEGER, where_begin INTEGER, where_end INTEGER,
  actor INTEGER, recipient INTEGER,
  actor_code TEXT NOT NULL, recipient_code TEXT NOT NULL,
  place INTEGER,
  principal INTEGER NOT NULL,  -- its principal mention's number
  speech INTEGER,              -- the statement that this speech event is made from
  channel INTEGER NOT NULL,
  score REAL,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, number),
  FOREIGN KEY(document, actor) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, recipient) REFERENCES actor(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, place) REFERENCES place(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, speech) REFERENCES statement(document, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX event_sid ON event(document, sid);

CREATE TABLE event_mention(  -- never none; an event's voices are its mentions' said_by with their status
  document INTEGER NOT NULL, event INTEGER NOT NULL, number INTEGER NOT NULL,
  sentence_part INTEGER, sentence_begin INTEGER, sentence_end INTEGER,
  trigger_part INTEGER, trigger_begin INTEGER, trigger_end INTEGER,
  said_by INTEGER,  -- innermost statement; NULL: the outlet's own voice
  status INTEGER NOT NULL CHECK(status BETWEEN 0 AND 3),
  when_part INTEGER, when_begin INTEGER, when_end INTEGER,
  when_from TEXT, when_to TEXT,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, event, number),
  FOREIGN KEY(document, event) REFERENCES event(document, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(document, said_by) REFERENCES statement(document, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE event_count(
  document INTEGER NOT NULL, event INTEGER NOT NULL, mention INTEGER NOT NULL, number INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  low INTEGER, high INTEGER,  -- NULL: open
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  of_whom TEXT NOT NULL,
  period_from TEXT, period_to TEXT,
  words_check INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, event, mention, number),
  FOREIGN KEY(document, event, mention) REFERENCES event_mention(document, event, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- A page that could not be read.
CREATE TABLE rejection(
  id INTEGER PRIMARY KEY,
  input TEXT NOT NULL, input_offset INTEGER NOT NULL,
  stage TEXT NOT NULL,
  code TEXT NOT NULL,   -- to_string(ErrorCode)
  message TEXT NOT NULL,
  sha256 BLOB,          -- of the page's bytes, where they could be read
  run INTEGER NOT NULL REFERENCES run(id),
  resolved INTEGER REFERENCES run(id)  -- the run that read these bytes after all; such rows are not listed
) STRICT;
CREATE UNIQUE INDEX rejection_once ON rejection(input, input_offset, stage, code, ifnull(sha256, x''));
CREATE INDEX rejection_sha256 ON rejection(sha256);

-- What a later run no longer finds, as it last was.
CREATE TABLE withdrawal(
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,               -- RowKind
  sid BLOB NOT NULL,
  document INTEGER REFERENCES document(id),  -- NULL for what stands across documents
  run INTEGER NOT NULL REFERENCES run(id),   -- the one that did not find it
  reason INTEGER NOT NULL,             -- WithdrawReason
  successor BLOB,                      -- sid
  content TEXT NOT NULL,               -- JSON: the row with its words
  written_by INTEGER NOT NULL REFERENCES run(id),  -- the row's own run
  revived INTEGER REFERENCES run(id)   -- a still later run that found it again; such rows are history
) STRICT;
CREATE UNIQUE INDEX withdrawal_once ON withdrawal(sid, kind) WHERE revived IS NULL;
CREATE INDEX withdrawal_document ON withdrawal(document) WHERE document IS NOT NULL;
)sql";

}  // namespace hearsay
