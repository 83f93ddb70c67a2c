// How the record's types lie in the tables of schema_pages.cpp: for each type one list of its fields.
// Whatever is done with rows (naming columns, binding, reading, checking, comparing, printing) is a visitor
// of these lists, so that no field is forgotten.
//
// A visitor has
//   span(name, Span)             words in the text: name_part, name_begin, name_end
//   range(name, Span)            bytes of the page: name_begin, name_end
//   interval(name, Interval)     name_from, name_to
//   text(name, std::string)
//   texts(name, std::vector<std::string>)       a JSON array
//   flag(name, bool)
//   enumeration(name, E, last)                  last: E's last value
//   number(name, unsigned or signed integer)
//   open_number(name, int64_t)                  -1: NULL
//   real(name, double), optional_real(name, std::optional<double>)
//   id(name, Id)
//   ref(name, index, kind)       index into Document::actors or ::statements, kNone: NULL; stored as the
//                                number of that row
//   index(name, index)           index of a row whose number is its index; kNone: NULL
#pragma once

#include <concepts>
#include <type_traits>

#include "record/document.h"
#include "store/row_id.h"

namespace hearsay::layout {

template <class R, class T>
concept Of = std::same_as<std::remove_const_t<R>, T>;

template <class V, Of<DatedInterval> R>
void describe_dated(V& v, const char* name, const char* evidence, const char* words, R& r) {
  v.interval(name, r.interval);
  v.enumeration(evidence, r.evidence, DateEvidence::kStory);
  v.text(words, r.words);
  v.span(name, r.span);
}

// Of a document, what stands in its own row.
template <class V, Of<Document> R>
void describe(V& v, R& r) {
  v.enumeration("format", r.page.format, PageFormat::kText);
  v.enumeration("kind", r.article.kind, DocumentKind::kList);
  v.text("outlet", r.article.outlet.name);
  v.span("outlet", r.article.outlet.span);
  v.text("outlet_evidence", r.article.outlet_evidence);
  describe_dated(v, "published", "published_evidence", "published_words", r.article.published);
  describe_dated(v, "modified", "modified_evidence", "modified_words", r.article.modified);
  describe_dated(v, "retrieved", "retrieved_evidence", "retrieved_words", r.article.retrieved);
  v.text("correction", r.article.correction);
  v.text("language", r.language.code);
  v.flag("language_reliable", r.language.reliable);
  v.enumeration("translation", r.language.translation, Translation::kUnknown);
  v.text("translated_from", r.language.translated_from);
}

template <class V, Of<Capture> R>
void describe(V& v, R& r) {
  v.text("path", r.path);
  v.text("address", r.address);
  v.text("canonical", r.canonical);
  v.text("time", r.time);
  v.text("warc_file", r.warc_file);
  v.open_number("warc_offset", r.offset);
  v.open_number("warc_length", r.length);
}

template <class V, Of<Paragraph> R>
void describe(V& v, R& r) {
  v.span("span", r.span);
  v.range("page", r.page);
  v.enumeration("kind", r.kind, ParagraphKind::kTableRow);
}

template <class V, Of<Credit> R>
void describe(V& v, R& r) {
  v.text("name", r.name);
  v.span("span", r.span);
}

template <class V, Of<TimeExpression> R>
void describe(V& v, R& r) {
  v.span("span", r.span);
  v.enumeration("kind", r.kind, TimeKind::kSet);
  v.interval("value", r.value);
  v.flag("resolved_by_page", r.resolved_by_page);
}

template <class V, Of<PlaceMention> R>
void describe(V& v, R& r) {
  v.span("span", r.span);
  v.number("gazetteer_id", r.gazetteer_id);
  v.real("latitude", r.latitude);
  v.real("longitude", r.longitude);
  v.text("country", r.country);
  v.number("precision", r.precision);
}

// Names and offices have tables of their own.
template <class V, Of<Actor> R>
void describe(V& v, R& r) {
  v.id("sid", r.id);
  v.text("name", r.name);
  v.enumeration("kind", r.kind, ActorKind::kUnknown);
  v.text("code", r.code);
  v.ref("part_of", r.part_of, RowKind::kActor);
  v.flag("private", r.is_private);
}

template <class V, Of<Office> R>
void describe(V& v, R& r) {
  v.text("title", r.title);
  v.text("body", r.body);
  v.interval("held", r.held);
  v.text("source", r.source);
  v.span("span", r.span);
}

template <class V, Of<ActorMention> R>
void describe(V& v, R& r) {
  v.span("span", r.span);
  v.ref("actor", r.actor, RowKind::kActor);
  v.enumeration("form", r.form, MentionForm::kPronoun);
  v.text("code", r.code);
}

template <class V, Of<Statement> R>
void describe(V& v, R& r) {
  v.id("sid", r.id);
  v.enumeration("act", r.act, Act::kAdmit);
  v.enumeration("detail", r.detail, ActDetail::kRetract);
  v.enumeration("form", r.form, Form::kIndirect);
  v.span("sentence", r.sentence);
  v.span("source", r.source);
  v.span("cue", r.cue);
  v.span("content", r.content);
  v.span("addressee", r.addressee);
  v.span("via", r.via);
  v.span("channel", r.channel);
  v.span("condition", r.condition);
  v.span("deadline", r.deadline);
  v.span("on_behalf_of", r.on_behalf_of);
  v.span("when", r.when.span);
  v.interval("when", r.when.interval);
  v.interval("deadline", r.deadline_value);
  v.enumeration("source_kind", r.source_kind, SourceKind::kNone);
  v.text("source_name", r.source_name);
  v.text("addressee_name", r.addressee_name);
  v.text("via_name", r.via_name);
  v.text("on_behalf_of_name", r.on_behalf_of_name);
  v.ref("source_actor", r.source_actor, RowKind::kActor);
  v.ref("addressee_actor", r.addressee_actor, RowKind::kActor);
  v.ref("on_behalf_of_actor", r.on_behalf_of_actor, RowKind::kActor);
  v.ref("parent", r.parent, RowKind::kStatement);
  v.ref("answers", r.answers, RowKind::kStatement);
  v.optional_real("score", r.score);
}

// Mentions and their counts have tables of their own.
template <class V, Of<Event> R>
void describe(V& v, R& r) {
  v.id("sid", r.id);
  v.enumeration("type", r.type, EventType::kAssault);
  v.text("mode", r.mode);
  v.texts("contexts", r.contexts);
  v.span("actor", r.actor);
  v.span("recipient", r.recipient);
  v.span("where", r.where);
  v.ref("actor", r.actor_index, RowKind::kActor);
  v.ref("recipient", r.recipient_index, RowKind::kActor);
  v.text("actor_code", r.actor_code);
  v.text("recipient_code", r.recipient_code);
  v.index("place", r.place);
  v.number("principal", r.principal);
  v.ref("speech", r.speech, RowKind::kStatement);
  v.enumeration("channel", r.channel, Channel::kTalks);
  v.optional_real("score", r.score);
}

template <class V, Of<EventMention> R>
void describe(V& v, R& r) {
  v.span("sentence", r.sentence);
  v.span("trigger", r.trigger);
  v.ref("said_by", r.said_by, RowKind::kStatement);
  v.enumeration("status", r.status, Status::kHypothetical);
  v.span("when", r.when.span);
  v.interval("when", r.when.interval);
}

template <class V, Of<Count> R>
void describe(V& v, R& r) {
  v.enumeration("kind", r.kind, CountKind::kAttacks);
  v.open_number("low", r.low);
  v.open_number("high", r.high);
  v.span("span", r.span);
  v.text("of_whom", r.of_whom);
  v.interval("period", r.period);
}

}  // namespace hearsay::layout
