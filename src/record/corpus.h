// The record across documents: the rows that phase B reads and the things that it makes of them.
//
// A row refers to what the store holds by its integer row id (`RowId`); a made thing lists its members by row
// id, in the order of publication, and takes its public id from its first member. `order` sorts rows by
// publication: first day published
// ("9999" where unknown), the document's hash, the position in the document; it is the same wherever the
// pages are read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "record/document.h"

namespace hearsay {

using RowId = int64_t;  // 0: none

// Why a made thing holds two members together: row ids, and the reason in words.
struct Join {
  RowId a = 0, b = 0;
  std::string reason;
};

// ---- copies
// ------------------------------------------------------------------------------------------------------------

struct DocumentRow {
  RowId document = 0;
  std::string order;
  Id id;  // from the page's hash
  Interval published;
  std::string title, outlet, language;
  std::vector<std::string> via, byline;
  std::vector<std::string> addresses;  // URL and canonical URL of every capture
  Signature signature;
  Sha256 text_sha256{};
  uint32_t words = 0;                     // of the body
  std::vector<uint32_t> paragraph_words;  // words of each paragraph, parallel to signature.paragraphs
};

struct CopyMember {
  RowId document = 0;
  RowId of = 0;  // the member that it copies or revises; 0 for the first
  CopyKind kind = CopyKind::kCopy;
  double shared = 1;  // share of this page's body that stands in `of`, 0 ... 1
  std::string reason;
};

struct CopyGroup {
  std::string origin;            // the agency or outlet whose report it is; "" where unknown
  std::vector<RowId> documents;  // all members, the first is the earliest
  std::vector<CopyMember> members;
};

// When a page was published, by the pages that go with it: inside of what the page itself says, never instead
// of it.
struct NarrowedDate {
  RowId document = 0;
  Interval published;
  std::string reason;          // in words
  std::vector<RowId> company;  // the dated pages that it rests on, in order of publication
};

// ---- shared actors
// -----------------------------------------------------------------------------------------------------

struct ActorRow {
  RowId actor = 0, document = 0;
  std::string order;
  Id id;
  std::string name;
  std::vector<std::string> names;
  ActorKind kind = ActorKind::kUnknown;
  std::string code;
  std::vector<Office> offices;
  bool is_private = false;
  uint32_t mentions = 0;
};

struct SharedActor {
  Id id;
  std::string name;
  std::vector<std::string> names;
  ActorKind kind = ActorKind::kUnknown;
  std::string code;
  std::vector<Office> offices;
  bool is_private = false;
  std::vector<RowId> actors;
  std::vector<Join> joins;
};

// ---- stories
// -----------------------------------------------------------------------------------------------------------

struct StoryRow {
  RowId document = 0;
  std::string order;
  Id id;
  Interval published;
  std::string title;
  RowId copy_of = 0;  // first document of its copy group, 0 where none
  std::vector<std::string>
      terms;  // folded names of actors and places, most mentioned first, with "title:" words after
  std::vector<double> weights;  // parallel: how telling, by rarity over the record
};

struct Story {
  Id id;
  std::string title;  // headline of its first document
  Interval interval;  // first to last publication
  std::vector<RowId> documents;
  std::vector<Join> joins;
};

// ---- incidents
// ---------------------------------------------------------------------------------------------------------

struct EventRow {
  RowId event = 0, document = 0, story = 0, copy_group = 0;
  std::string order;
  Id id;
  EventType type = EventType::kConsult;
  std::string mode, trigger, sentence;  // words
  std::string actor, recipient;         // words, "" where nobody is named
  std::string actor_code, recipient_code;
  RowId actor_shared = 0, recipient_shared = 0;
  std::string actor_name, recipient_name;  // fullest name known
  Interval when, published;
  std::string where;  // words
  std::string where_country;
  int64_t gazetteer_id = 0;
  Status status = Status::kActual;
  Channel channel = Channel::kUnknown;
  std::vector<Count> counts;
  RowId said_by = 0;                  // statement; 0: the outlet's own voice
  std::string speaker, speaker_code;  // of said_by: fullest name, and its code; "" where nobody is named
  RowId speaker_shared = 0;
  std::string outlet;
  std::string origin;  // first voice, followed through parent, via and copies: a speaker, agency or outlet
};

struct Incident {
  Id id;
  EventType type = EventType::kAssault;
  std::string title;  // what, whom, where, when, in the words of its first member
  Interval when;      // what all that give a time have in common, or the whole range where they differ
  std::string where, where_country;
  int64_t gazetteer_id = 0;
  std::vector<Count> counts;                    // [lowest, highest] over all members, for each kind
  std::vector<std::string> actors, recipients;  // distinct, as named
  std::vector<std::string> differ;  // fields on which the members differ: "actor", "when", "killed" ...
  std::vector<RowId> events;
  std::vector<Join> joins;
};

// ---- claims and disputes
// -----------------------------------------------------------------------------------------------

// One voice for or against a proposition.
struct ClaimRow {
  std::string subject;  // what it is about: "incident:<row id>" or "agreement:<row id>"
  std::string order;
  Id id;
  DisputeKind aspect = DisputeKind::kOccurrence;  // which question of the subject it answers
  std::string value;  // normalised answer: "2016-09-09", "killed 20", "SYR GOV", "yes" ...
  std::string text;   // the proposition in words, for the reader
  RowId document = 0, statement = 0, event = 0, copy_group = 0;
  bool denies = false;
  std::string speaker;  // fullest name; "" for the outlet's own voice
  RowId speaker_shared = 0;
  std::string outlet;
  std::string
      origin;  // first voice, followed through parent, via and copies; outlet or agency for an own voice
  bool is_party = false;  // the speaker is a party to the incident
  Interval said;          // when it was said or, for the outlet's own voice, published
  Span span;              // words it rests on, in the document's buffer
};

struct Claim {
  Id id;
  std::string subject, value, text;
  DisputeKind aspect = DisputeKind::kOccurrence;
  int32_t origins_low = 0, origins_high = 0;
  int32_t outside = 0;  // origins that are no party
  std::vector<ClaimRow> voices;
};

struct Dispute {
  Id id;
  std::string subject, text;
  DisputeKind kind = DisputeKind::kDate;
  DisputeState state = DisputeState::kOpen;
  std::string reason;      // why explained or settled
  std::vector<Id> claims;  // two or more that can't all hold
};

// ---- agreements and contacts
// -------------------------------------------------------------------------------------------

// One place in a document that speaks of a deal, or of what bears on it.
struct AgreementRow {
  RowId document = 0, story = 0, statement = 0, event = 0, copy_group = 0;
  std::string order;
  Id id;
  Span span;         // the words, in the document's buffer
  std::string name;  // as written: "the September 12 Russian-US ceasefire deal"
  std::string sentence;
  AgreementKind kind = AgreementKind::kCeasefire;
  LedgerKind bears = LedgerKind::kReached;
  std::vector<std::string> parties;      // codes or names
  std::vector<std::string> party_words;  // as written
  std::string mediator, place;
  Interval dated;                   // the date that these words give to the deal
  bool dated_effective = false;     // the date is of its taking effect, not of its announcement
  std::string term;                 // words of the term at stake
  std::string act;                  // the act alleged
  std::string alleged_by, accused;  // names; "" for the outlet's own voice / nobody named
  std::string alleged_by_code, accused_code;
  std::string outlet, origin;
  Interval said, published;
};

struct LedgerEntry {
  LedgerKind kind = LedgerKind::kReached;
  RowId document = 0, statement = 0, event = 0;
  Span span;
  std::string term, act, place;
  Interval when;
  std::string alleged_by, accused;
  Answer answer = Answer::kNoneFound;
  RowId answer_statement = 0;
  int32_t origins_low = 1, origins_high = 1;
  std::string finding;  // what a named third body is reported to have found
};

struct Agreement {
  Id id;
  std::string name;                // as first named
  std::vector<std::string> names;  // as each source uses it
  AgreementKind kind = AgreementKind::kCeasefire;
  std::vector<std::string> parties;
  std::string mediator, place;
  Interval announced, effective, ended;
  std::vector<std::string> terms;
  std::vector<LedgerEntry> ledger;
  std::vector<AgreementRow> mentions;
  std::vector<Join> joins;
};

struct Readout {
  std::string side;
  RowId statement = 0, document = 0;
};

struct Contact {
  Id id;
  Channel channel = Channel::kUnknown;
  std::string a, b;  // who with whom, fullest names
  RowId a_shared = 0, b_shared = 0;
  Interval when;
  Status status = Status::kActual;
  std::string place;
  std::vector<std::string> reported_by;  // outlets or speakers
  std::vector<Readout> readouts;
  std::vector<RowId> events;
  std::vector<Join> joins;
};

}  // namespace hearsay
