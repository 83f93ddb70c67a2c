// Tables of phase B: what is made of many documents. schema_pages.cpp explains the names that recur.
//
// Each thing has a row in a table of its own, its members in another. Its `sid` is made from its first member
// and kept; `named_by` is the key of that member, `content_hash` says whether a new run makes the same of it.
// A member that phase A withdraws leaves its groups at once; the groups themselves are put right when phase B
// runs next. Row ids are never used again (AUTOINCREMENT): "points at row 50" must not come to mean another
// thing.
#include "store/schema_sql.h"

namespace hearsay {

const std::string_view kSchemaCorpus = R"sql(
CREATE TABLE copy_group(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  origin TEXT NOT NULL  -- the agency or outlet whose report it is; '' where unknown
) STRICT;
CREATE TABLE copy_member(
  copy_group INTEGER NOT NULL REFERENCES copy_group(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id),
  copy_of INTEGER REFERENCES document(id),  -- the member that it copies or revises; NULL for the first
  kind INTEGER,         -- CopyKind
  shared REAL,          -- share of its body that stands in `copy_of`
  reason TEXT NOT NULL,
  PRIMARY KEY(copy_group, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX copy_member_document ON copy_member(document);

CREATE TABLE shared_actor(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  name TEXT NOT NULL, kind INTEGER NOT NULL, code TEXT NOT NULL, private INTEGER NOT NULL,
  part_of INTEGER REFERENCES shared_actor(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX shared_actor_part_of ON shared_actor(part_of);
CREATE TABLE shared_actor_member(
  shared_actor INTEGER NOT NULL REFERENCES shared_actor(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  document INTEGER NOT NULL, actor INTEGER NOT NULL,
  PRIMARY KEY(shared_actor, position),
  FOREIGN KEY(document, actor) REFERENCES actor(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shared_actor_member_actor ON shared_actor_member(document, actor);
CREATE TABLE shared_actor_name(
  shared_actor INTEGER NOT NULL REFERENCES shared_actor(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY(shared_actor, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE shared_actor_office(
  shared_actor INTEGER NOT NULL REFERENCES shared_actor(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  title TEXT NOT NULL, body TEXT NOT NULL, held_from TEXT, held_to TEXT, source TEXT NOT NULL,
  PRIMARY KEY(shared_actor, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE shared_actor_identifier(  -- in outside registers
  shared_actor INTEGER NOT NULL REFERENCES shared_actor(id) ON DELETE CASCADE,
  scheme TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY(shared_actor, scheme, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE story(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  title TEXT NOT NULL, published_from TEXT, published_to TEXT  -- first to last publication
) STRICT;
CREATE TABLE story_member(
  story INTEGER NOT NULL REFERENCES story(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id),
  PRIMARY KEY(story, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX story_member_document ON story_member(document);

CREATE TABLE incident(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  type INTEGER NOT NULL, title TEXT NOT NULL,
  when_from TEXT, when_to TEXT,
  place TEXT NOT NULL, country TEXT NOT NULL, gazetteer_id INTEGER NOT NULL
) STRICT;
CREATE TABLE incident_event(
  incident INTEGER NOT NULL REFERENCES incident(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  document INTEGER NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY(incident, position),
  FOREIGN KEY(document, event) REFERENCES event(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX incident_event_event ON incident_event(document, event);
CREATE TABLE incident_count(  -- lowest and highest over all members
  incident INTEGER NOT NULL REFERENCES incident(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  kind INTEGER NOT NULL, low INTEGER, high INTEGER, of_whom TEXT NOT NULL, period_from TEXT, period_to TEXT,
  PRIMARY KEY(incident, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE incident_party(
  incident INTEGER NOT NULL REFERENCES incident(id) ON DELETE CASCADE,
  role INTEGER NOT NULL CHECK(role IN (0, 1)),  -- 0 actor, 1 recipient
  position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY(incident, role, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE incident_difference(  -- fields on which the members differ
  incident INTEGER NOT NULL REFERENCES incident(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY(incident, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  name TEXT NOT NULL, kind INTEGER NOT NULL, mediator TEXT NOT NULL, place TEXT NOT NULL,
  announced_from TEXT, announced_to TEXT, effective_from TEXT, effective_to TEXT, ended_from TEXT, ended_to TEXT
) STRICT;
CREATE TABLE agreement_name(
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY(agreement, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_party(
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY(agreement, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_term(
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY(agreement, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_mention(  -- one place in a document that speaks of it
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  sid BLOB NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id), statement INTEGER, event INTEGER,
  story INTEGER REFERENCES story(id) ON DELETE SET NULL, copy_group INTEGER REFERENCES copy_group(id) ON DELETE SET NULL,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  name TEXT NOT NULL, sentence TEXT NOT NULL,
  kind INTEGER NOT NULL, bears INTEGER NOT NULL,
  parties TEXT, party_words TEXT,  -- JSON arrays
  mediator TEXT NOT NULL, place TEXT NOT NULL,
  dated_from TEXT, dated_to TEXT, dated_effective INTEGER NOT NULL,
  term TEXT NOT NULL, act TEXT NOT NULL,
  alleged_by TEXT NOT NULL, accused TEXT NOT NULL, alleged_by_code TEXT NOT NULL, accused_code TEXT NOT NULL,
  outlet TEXT NOT NULL, origin TEXT NOT NULL,
  said_from TEXT, said_to TEXT, published_from TEXT, published_to TEXT,
  words_check INTEGER NOT NULL,
  PRIMARY KEY(agreement, position),
  FOREIGN KEY(document, statement) REFERENCES statement(document, number) ON DELETE CASCADE,
  FOREIGN KEY(document, event) REFERENCES event(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_mention_document ON agreement_mention(document);
CREATE INDEX agreement_mention_story ON agreement_mention(story);
CREATE INDEX agreement_mention_copy_group ON agreement_mention(copy_group);
CREATE TABLE ledger_entry(  -- what bears on an agreement
  agreement INTEGER NOT NULL REFERENCES agreement(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id), statement INTEGER, event INTEGER,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  term TEXT NOT NULL, act TEXT NOT NULL, place TEXT NOT NULL,
  when_from TEXT, when_to TEXT,
  alleged_by TEXT NOT NULL, accused TEXT NOT NULL,
  answer INTEGER NOT NULL, answer_document INTEGER, answer_statement INTEGER,
  origins_low INTEGER NOT NULL, origins_high INTEGER NOT NULL,
  finding TEXT NOT NULL,
  words_check INTEGER NOT NULL,
  PRIMARY KEY(agreement, position),
  FOREIGN KEY(document, statement) REFERENCES statement(document, number) ON DELETE CASCADE,
  FOREIGN KEY(document, event) REFERENCES event(document, number) ON DELETE CASCADE,
  FOREIGN KEY(answer_document, answer_statement) REFERENCES statement(document, number) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_entry_document ON ledger_entry(document);
CREATE INDEX ledger_entry_answer ON ledger_entry(answer_document, answer_statement);

CREATE TABLE claim(  -- one proposition about an incident, an agreement or a statement's content
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  incident INTEGER REFERENCES incident(id) ON DELETE SET NULL,
  agreement INTEGER REFERENCES agreement(id) ON DELETE SET NULL,
  document INTEGER, statement INTEGER,
  aspect INTEGER NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL,
  origins_low INTEGER NOT NULL, origins_high INTEGER NOT NULL,
  outside INTEGER NOT NULL,  -- origins that are no party to it
  FOREIGN KEY(document, statement) REFERENCES statement(document, number) ON DELETE SET NULL
) STRICT;
CREATE INDEX claim_incident ON claim(incident);
CREATE INDEX claim_agreement ON claim(agreement);
CREATE INDEX claim_statement ON claim(document, statement);
CREATE TABLE claim_voice(
  claim INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  sid BLOB NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id), statement INTEGER, event INTEGER,
  copy_group INTEGER REFERENCES copy_group(id) ON DELETE SET NULL,
  denies INTEGER NOT NULL,
  text TEXT NOT NULL,
  speaker TEXT NOT NULL, speaker_shared INTEGER REFERENCES shared_actor(id) ON DELETE SET NULL,
  outlet TEXT NOT NULL, origin TEXT NOT NULL,
  is_party INTEGER NOT NULL,
  said_from TEXT, said_to TEXT,
  span_part INTEGER, span_begin INTEGER, span_end INTEGER,
  words_check INTEGER NOT NULL,
  PRIMARY KEY(claim, position),
  FOREIGN KEY(document, statement) REFERENCES statement(document, number) ON DELETE CASCADE,
  FOREIGN KEY(document, event) REFERENCES event(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_voice_document ON claim_voice(document);
CREATE INDEX claim_voice_copy_group ON claim_voice(copy_group);
CREATE INDEX claim_voice_speaker ON claim_voice(speaker_shared);
CREATE TABLE claim_outlet(  -- outlets that report neither: 'silent' or 'not-covered'
  claim INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  outlet TEXT NOT NULL, stance TEXT NOT NULL CHECK(stance IN ('silent', 'not-covered')),
  PRIMARY KEY(claim, outlet)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  incident INTEGER REFERENCES incident(id) ON DELETE SET NULL,
  agreement INTEGER REFERENCES agreement(id) ON DELETE SET NULL,
  kind INTEGER NOT NULL, state INTEGER NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX dispute_incident ON dispute(incident);
CREATE INDEX dispute_agreement ON dispute(agreement);
CREATE TABLE dispute_claim(
  dispute INTEGER NOT NULL REFERENCES dispute(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  PRIMARY KEY(dispute, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_claim_claim ON dispute_claim(claim);

CREATE TABLE contact(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sid BLOB NOT NULL UNIQUE, named_by BLOB NOT NULL, content_hash BLOB NOT NULL, run INTEGER NOT NULL REFERENCES run(id),
  channel INTEGER NOT NULL,
  a TEXT NOT NULL, b TEXT NOT NULL,
  a_shared INTEGER REFERENCES shared_actor(id) ON DELETE SET NULL,
  b_shared INTEGER REFERENCES shared_actor(id) ON DELETE SET NULL,
  when_from TEXT, when_to TEXT,
  status INTEGER NOT NULL, place TEXT NOT NULL
) STRICT;
CREATE INDEX contact_a ON contact(a_shared);
CREATE INDEX contact_b ON contact(b_shared);
CREATE TABLE contact_event(
  contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  document INTEGER NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY(contact, position),
  FOREIGN KEY(document, event) REFERENCES event(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_event_event ON contact_event(document, event);
CREATE TABLE contact_reporter(
  contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY(contact, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_readout(  -- each side's account
  contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  side TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document(id), statement INTEGER,
  PRIMARY KEY(contact, position),
  FOREIGN KEY(document, statement) REFERENCES statement(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_readout_document ON contact_readout(document);

-- Why a thing holds two members together. `owner` is the row in the table of `kind` (RowKind); a and b are row ids of members
-- (row_id.h): documents of a copy group or story, actors, events; of an agreement what its stage compared.
CREATE TABLE member_join(
  kind INTEGER NOT NULL, owner INTEGER NOT NULL, position INTEGER NOT NULL,
  a INTEGER NOT NULL, b INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY(kind, owner, position)
) STRICT, WITHOUT ROWID;

-- Across documents: the statement or claim that a statement denies, confirms, rejects or replies to; and what became of a threat,
-- promise or demand, as somebody's words.
CREATE TABLE statement_answer(
  document INTEGER NOT NULL, statement INTEGER NOT NULL, position INTEGER NOT NULL,
  answered_document INTEGER, answered_statement INTEGER, claim INTEGER REFERENCES claim(id) ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, statement, position),
  FOREIGN KEY(document, statement) REFERENCES statement(document, number) ON DELETE CASCADE,
  FOREIGN KEY(answered_document, answered_statement) REFERENCES statement(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_answer_answered ON statement_answer(answered_document, answered_statement);
CREATE INDEX statement_answer_claim ON statement_answer(claim);
CREATE TABLE statement_outcome(
  document INTEGER NOT NULL, statement INTEGER NOT NULL, position INTEGER NOT NULL,
  outcome_document INTEGER NOT NULL, outcome_statement INTEGER, outcome_event INTEGER,
  run INTEGER NOT NULL REFERENCES run(id),
  PRIMARY KEY(document, statement, position),
  FOREIGN KEY(document, statement) REFERENCES statement(document, number) ON DELETE CASCADE,
  FOREIGN KEY(outcome_document, outcome_statement) REFERENCES statement(document, number) ON DELETE CASCADE,
  FOREIGN KEY(outcome_document, outcome_event) REFERENCES event(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_outcome_outcome ON statement_outcome(outcome_document);
)sql";

}  // namespace hearsay
