// How the things of record/corpus.h lie in the tables of schema_corpus.cpp: layout.h continued, for the
// visitors Columns, Binder and Printer. These have moreover
//   row(name, RowId)                  a row of another table; 0: NULL
//   number_in_document(name, RowId)   an actor, statement or event of the row's own document; 0: NULL
//   pair(document, number, RowId)     one of any document; 0: both NULL
//   subject("incident:17")            columns incident and agreement
#pragma once

#include "store/layout.h"

namespace hearsay::layout {

template <class V, Of<CopyGroup> R>
void describe(V& v, R& r) {
  v.text("origin", r.origin);
}

// The first member of a group copies nothing.
template <class V, Of<CopyMember> R>
void describe(V& v, R& r) {
  v.row("document", r.document);
  v.row("copy_of", r.of);
  v.enumeration("kind", r.kind, CopyKind::kRevision);
  v.real("shared", r.shared);
  v.text("reason", r.reason);
}

template <class V, Of<SharedActor> R>
void describe(V& v, R& r) {
  v.text("name", r.name);
  v.enumeration("kind", r.kind, ActorKind::kUnknown);
  v.text("code", r.code);
  v.flag("private", r.is_private);
}

template <class V, Of<Story> R>
void describe(V& v, R& r) {
  v.text("title", r.title);
  v.interval("published", r.interval);
}

template <class V, Of<Incident> R>
void describe(V& v, R& r) {
  v.enumeration("type", r.type, EventType::kAssault);
  v.text("title", r.title);
  v.interval("when", r.when);
  v.text("place", r.where);
  v.text("country", r.where_country);
  v.number("gazetteer_id", r.gazetteer_id);
}

template <class V, Of<Agreement> R>
void describe(V& v, R& r) {
  v.text("name", r.name);
  v.enumeration("kind", r.kind, AgreementKind::kMechanism);
  v.text("mediator", r.mediator);
  v.text("place", r.place);
  v.interval("announced", r.announced);
  v.interval("effective", r.effective);
  v.interval("ended", r.ended);
}

template <class V, Of<AgreementRow> R>
void describe(V& v, R& r) {
  v.id("sid", r.id);
  v.row("document", r.document);
  v.number_in_document("statement", r.statement);
  v.number_in_document("event", r.event);
  v.row("story", r.story);
  v.row("copy_group", r.copy_group);
  v.span("span", r.span);
  v.text("name", r.name);
  v.text("sentence", r.sentence);
  v.enumeration("kind", r.kind, AgreementKind::kMechanism);
  v.enumeration("bears", r.bears, LedgerKind::kCollapse);
  v.texts("parties", r.parties);
  v.texts("party_words", r.party_words);
  v.text("mediator", r.mediator);
  v.text("place", r.place);
  v.interval("dated", r.dated);
  v.flag("dated_effective", r.dated_effective);
  v.text("term", r.term);
  v.text("act", r.act);
  v.text("alleged_by", r.alleged_by);
  v.text("accused", r.accused);
  v.text("alleged_by_code", r.alleged_by_code);
  v.text("accused_code", r.accused_code);
  v.text("outlet", r.outlet);
  v.text("origin", r.origin);
  v.interval("said", r.said);
  v.interval("published", r.published);
}

template <class V, Of<LedgerEntry> R>
void describe(V& v, R& r) {
  v.enumeration("kind", r.kind, LedgerKind::kCollapse);
  v.row("document", r.document);
  v.number_in_document("statement", r.statement);
  v.number_in_document("event", r.event);
  v.span("span", r.span);
  v.text("term", r.term);
  v.text("act", r.act);
  v.text("place", r.place);
  v.interval("when", r.when);
  v.text("alleged_by", r.alleged_by);
  v.text("accused", r.accused);
  v.enumeration("answer", r.answer, Answer::kNoComment);
  v.pair("answer_document", "answer_statement", r.answer_statement);
  v.number("origins_low", r.origins_low);
  v.number("origins_high", r.origins_high);
  v.text("finding", r.finding);
}

template <class V, Of<Claim> R>
void describe(V& v, R& r) {
  v.subject(r.subject);
  v.enumeration("aspect", r.aspect, DisputeKind::kOccurrence);
  v.text("value", r.value);
  v.text("text", r.text);
  v.number("origins_low", r.origins_low);
  v.number("origins_high", r.origins_high);
  v.number("outside", r.outside);
}

template <class V, Of<ClaimRow> R>
void describe(V& v, R& r) {
  v.id("sid", r.id);
  v.row("document", r.document);
  v.number_in_document("statement", r.statement);
  v.number_in_document("event", r.event);
  v.row("copy_group", r.copy_group);
  v.flag("denies", r.denies);
  v.text("text", r.text);
  v.text("speaker", r.speaker);
  v.row("speaker_shared", r.speaker_shared);
  v.text("outlet", r.outlet);
  v.text("origin", r.origin);
  v.flag("is_party", r.is_party);
  v.interval("said", r.said);
  v.span("span", r.span);
}

template <class V, Of<Dispute> R>
void describe(V& v, R& r) {
  v.subject(r.subject);
  v.enumeration("kind", r.kind, DisputeKind::kOccurrence);
  v.enumeration("state", r.state, DisputeState::kSettled);
  v.text("text", r.text);
  v.text("reason", r.reason);
}

template <class V, Of<Contact> R>
void describe(V& v, R& r) {
  v.enumeration("channel", r.channel, Channel::kTalks);
  v.text("a", r.a);
  v.text("b", r.b);
  v.row("a_shared", r.a_shared);
  v.row("b_shared", r.b_shared);
  v.interval("when", r.when);
  v.enumeration("status", r.status, Status::kHypothetical);
  v.text("place", r.place);
}

template <class V, Of<Readout> R>
void describe(V& v, R& r) {
  v.text("side", r.side);
  v.row("document", r.document);
  v.number_in_document("statement", r.statement);
}

}  // namespace hearsay::layout
