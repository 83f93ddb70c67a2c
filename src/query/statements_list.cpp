// hearsay statements: who said what to whom, by the day it was said, or else published.
#include "base/format.h"
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {
namespace {

// The fullest name, else the words.
std::string named(const std::string& role) {
  return fmt::format("coalesce(nullif(s.{0}_name, ''), {1})", role, words_sql("s." + role, "t"));
}

Child answers_child() {
  Child child;
  child.name = "answers_elsewhere";
  child.from =
      "FROM statement_answer x LEFT JOIN statement a ON a.document = x.answered_document AND a.number = "
      "x.answered_statement "
      "WHERE x.document = " +
      row_document_sql() + " AND x.statement = " + row_number_sql() + " ORDER BY x.position";
  child.columns = {id_column("statement", "a.sid"),
                   text_column("document", page_name_sql("x.answered_document")),
                   id_column("claim", "(SELECT c.sid FROM claim c WHERE c.id = x.claim)")};
  return child;
}

Child outcomes_child() {
  Child child;
  child.name = "outcomes";
  child.from = "FROM statement_outcome o WHERE o.document = " + row_document_sql() +
               " AND o.statement = " + row_number_sql() + " ORDER BY o.position";
  child.columns = {text_column("document", page_name_sql("o.outcome_document")),
                   id_column("statement",
                             "(SELECT a.sid FROM statement a WHERE a.document = o.outcome_document AND "
                             "a.number = o.outcome_statement)"),
                   id_column("event",
                             "(SELECT a.sid FROM event a WHERE a.document = o.outcome_document AND a.number "
                             "= o.outcome_event)")};
  return child;
}

// Statements of the same document that hang together with this one: `condition` is on the row `i`.
Child related_child(const char* name, Child::Shape shape, const std::string& condition) {
  Child child;
  child.name = name;
  child.shape = shape;
  child.from = "FROM statement i LEFT JOIN document_text t ON t.document = i.document WHERE i.document = " +
               row_document_sql() + " AND " + condition + " ORDER BY i.position";
  child.columns = {
      id_column("id", "i.sid"),
      text_column("source", "coalesce(nullif(i.source_name, ''), " + words_sql("i.source", "t") + ")"),
      enum_column("act", "i.act", names_of(Act::kAdmit)),
      text_column("content", words_sql("i.content", "t"))};
  return child;
}

// The number that a column of this statement holds.
std::string own(const char* column) {
  return fmt::format("(SELECT o.{} FROM statement o WHERE o.document = {} AND o.number = {})", column,
                     row_document_sql(), row_number_sql());
}

Child events_child() {
  Child child;
  child.name = "events";
  child.from =
      "FROM event e JOIN event_mention p ON p.document = e.document AND p.event = e.number AND p.number = "
      "e.principal "
      "LEFT JOIN document_text t ON t.document = e.document WHERE e.document = " +
      row_document_sql() + " AND (e.speech = " + row_number_sql() +
      " OR EXISTS (SELECT 1 FROM event_mention m WHERE m.document = e.document "
      "AND m.event = e.number AND m.said_by = " +
      row_number_sql() + ")) ORDER BY e.position";
  child.columns = {id_column("id", "e.sid"), enum_column("type", "e.type", names_of(EventType::kAssault)),
                   text_column("trigger", words_sql("p.trigger", "t")),
                   enum_column("status", "p.status", names_of(Status::kHypothetical)),
                   flag_column("is_the_saying", "e.speech IS NOT NULL AND e.speech = " + row_number_sql())};
  return child;
}

}  // namespace

ListQuery statements_list() {
  const std::string day = "coalesce(s.when_from, s.when_to, d.published_from, d.published_to)";
  const std::string no_day = "s.when_from IS NULL AND s.when_to IS NULL";
  const std::string to_sql = named("addressee"), via_sql = named("via");
  const std::string content_sql = words_sql("s.content", "t");
  ListQuery q;
  q.name = "statements";
  q.kind = RowKind::kStatement;
  q.from =
      "statement s JOIN document d ON d.id = s.document LEFT JOIN document_text t ON t.document = s.document";
  q.key = packed_sql("s.document", "s.number");
  q.at_key = "s.document = " + row_document_sql() + " AND s.number = " + row_number_sql();
  q.order = fmt::format("{0} IS NULL, {0}, {1}, s.position", day, document_order_sql("d"));
  q.columns = {
      id_column("id", "s.sid").only(kRows).shown("ID"),
      interval_column("date", fmt::format("CASE WHEN {} THEN d.published_from ELSE s.when_from END", no_day),
                      fmt::format("CASE WHEN {} THEN d.published_to ELSE s.when_to END", no_day))
          .only(kTable)
          .shown("DATE"),
      text_column("who", fmt::format("coalesce(nullif({}, ''), '(nobody named)') || CASE WHEN {} <> '' THEN "
                                     "' → ' || {} ELSE '' END || "
                                     "CASE WHEN {} <> '' THEN ', via ' || {} ELSE '' END",
                                     named("source"), to_sql, to_sql, via_sql, via_sql))
          .only(kTable)
          .shown("WHO"),
      text_column("deed", fmt::format("{} || CASE WHEN s.detail > 0 THEN ' (' || {} || ')' ELSE '' END",
                                      enum_sql("s.act", names_of(Act::kAdmit)),
                                      enum_sql("s.detail", names_of(ActDetail::kRetract))))
          .only(kTable)
          .shown("ACT"),
      text_column("what", fmt::format("CASE s.form WHEN {0} THEN '“' || {1} || '”' ELSE {1} END",
                                      static_cast<int>(Form::kDirect), content_sql))
          .only(kTable)
          .shown("WHAT")
          .wide(),
      text_column("page", outlet_sql("d")).only(kTable).shown("OUTLET"),
      interval_column("said", "s.when").only(kRows),
      interval_column("published", "d.published"),
      text_column("source", words_sql("s.source", "t")).only(kRows),
      text_column("source_name", "s.source_name").only(kRows),
      enum_column("source_kind", "s.source_kind", names_of(SourceKind::kNone)).only(kRows),
      text_column("source_code",
                  "coalesce((SELECT a.code FROM actor a WHERE a.document = s.document AND a.number = "
                  "s.source_actor), '')"),
      text_column("on_behalf_of", "s.on_behalf_of_name").only(kRows),
      text_column("cue", words_sql("s.cue", "t")).only(kRows),
      enum_column("act", "s.act", names_of(Act::kAdmit)).only(kRows),
      enum_column("detail", "s.detail", names_of(ActDetail::kRetract)).only(kRows),
      text_column("addressee", words_sql("s.addressee", "t")).only(kRows),
      text_column("addressee_name", "s.addressee_name").only(kRows),
      text_column("content", content_sql).only(kRows),
      enum_column("form", "s.form", names_of(Form::kIndirect)).only(kRows),
      text_column("via", via_sql).only(kRows),
      text_column("channel", words_sql("s.channel", "t")).only(kRows),
      text_column("condition", words_sql("s.condition", "t")).only(kRows),
      text_column("deadline", words_sql("s.deadline", "t")).only(kRows),
      id_column("parent",
                "(SELECT o.sid FROM statement o WHERE o.document = s.document AND o.number = s.parent)")
          .only(kRows),
      real_column("score", "s.score").only(kRows),
      text_column("outlet", "d.outlet"),
      text_column("name", page_name_sql("d.id")).only(kRows),
      text_column("path", page_path_sql("d.id")).only(kRows),
      text_column("title", "t.title").only(kRows),
      id_column("source_shared", "(SELECT g.sid FROM shared_actor g WHERE g.id = " +
                                     shared_of_sql("s.document", "s.source_actor") + ")")
          .only(kJson),
      id_column("addressee_shared", "(SELECT g.sid FROM shared_actor g WHERE g.id = " +
                                        shared_of_sql("s.document", "s.addressee_actor") + ")")
          .only(kJson),
      id_column("story",
                "(SELECT y.sid FROM story_member ym JOIN story y ON y.id = ym.story WHERE ym.document = "
                "s.document)")
          .only(kJson),
  };
  q.children = {document_child("document", row_document_sql()),
                related_child("inside", Child::Shape::kObject, "i.number = " + own("parent")),
                related_child("holds", Child::Shape::kObjects, "i.parent = " + row_number_sql()),
                related_child("answered", Child::Shape::kObject, "i.number = " + own("answers")),
                related_child("answered_by", Child::Shape::kObjects, "i.answers = " + row_number_sql()),
                answers_child(),
                outcomes_child(),
                events_child()};
  const auto speaks = [](const std::string& role, const std::string& actor, const std::string& filter) {
    return fmt::format("has_words({} || ' ' || s.{}_name || ' ' || {}, :{})", words_sql("s." + role, "t"),
                       role, actor_words_sql("s.document", actor), filter);
  };
  q.filters = {
      words_rule(FilterName::kBy, speaks("source", "s.source_actor", "by")),
      words_rule(FilterName::kTo, speaks("addressee", "s.addressee_actor", "to")),
      words_rule(FilterName::kAbout,
                 fmt::format("has_words({} || ' ' || {}, :about) OR {} OR {}", words_sql("s.sentence", "t"),
                             words_sql("s.content", "t"), mentions_sql("s.document", "s.sentence"),
                             mentions_sql("s.document", "s.content"))),
      enum_rule(FilterName::kAct, "s.act", names_of(Act::kAdmit)),
      enum_rule(FilterName::kForm, "s.form", names_of(Form::kIndirect)),
      {FilterName::kText,
       FilterKind::kFullText,
       fmt::format("{} IN (SELECT rowid FROM statement_search WHERE statement_search MATCH :text)",
                   packed_sql("s.document", "s.number")),
       {}},
      clock_rule(FilterName::kSaid, "s.when"),
  };
  for (FilterRule& rule : page_rules("d.id")) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
