// hearsay events: who did what to whom, and who says so. The values are those of the principal mention.
#include "base/format.h"
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {
namespace {

std::string actor_name(const std::string& role) {
  return fmt::format("(SELECT a.name FROM actor a WHERE a.document = e.document AND a.number = e.{})", role);
}

std::string named(const std::string& role) {
  return fmt::format("coalesce(nullif({}, ''), {})", actor_name(role), words_sql("e." + role, "t"));
}

std::string counts() {
  return counts_sql(
      "event_count k WHERE k.document = e.document AND k.event = e.number AND k.mention = e.principal");
}

// Who tells of it, each once: the page itself, speakers; those who deny it are said to.
std::string voices() {
  return fmt::format(
      "(SELECT group_concat(v, '; ') FROM (SELECT CASE WHEN m.status = {} THEN 'denied by ' ELSE '' END || "
      "CASE WHEN m.said_by IS NULL "
      "THEN 'the page' ELSE coalesce(nullif(vs.source_name, ''), nullif({}, ''), 'somebody not named') END "
      "AS v "
      "FROM event_mention m LEFT JOIN statement vs ON vs.document = m.document AND vs.number = m.said_by "
      "WHERE m.document = e.document AND m.event = e.number GROUP BY 1 ORDER BY min(m.number)))",
      static_cast<int>(Status::kNegated), words_sql("vs.source", "t"));
}

Child group_child(const char* name, const char* table, const char* owner) {
  Child child;
  child.name = name;
  child.shape = Child::Shape::kTexts;
  child.from = fmt::format(
      "FROM {0}_event ge JOIN {0} g ON g.id = ge.{1} WHERE ge.document = {2} AND ge.event = {3} ORDER BY "
      "g.id",
      table, owner, row_document_sql(), row_number_sql());
  child.columns = {text_column("id", "id_hex(g.sid)")};
  return child;
}

}  // namespace

ListQuery events_list() {
  const std::string day = "coalesce(p.when_from, p.when_to, d.published_from, d.published_to)";
  ListQuery q;
  q.name = "events";
  q.kind = RowKind::kEvent;
  q.from =
      "event e JOIN event_mention p ON p.document = e.document AND p.event = e.number AND p.number = "
      "e.principal "
      "JOIN document d ON d.id = e.document LEFT JOIN document_text t ON t.document = e.document "
      "LEFT JOIN place w ON w.document = e.document AND w.number = e.place";
  q.key = packed_sql("e.document", "e.number");
  q.at_key = "e.document = " + row_document_sql() + " AND e.number = " + row_number_sql();
  q.order = fmt::format("{0} IS NULL, {0}, {1}, e.position", day, document_order_sql("d"));
  q.columns = {
      id_column("id", "e.sid").only(kRows).shown("ID"),
      interval_column("when", "p.when").only(kRows).shown("WHEN"),
      text_column(
          "what",
          fmt::format("{} || CASE WHEN e.mode <> '' THEN ' ' || e.mode ELSE '' END || ' “' || {} || '”' || "
                      "CASE WHEN {} <> '' THEN ': ' || {} ELSE '' END",
                      enum_sql("e.type", names_of(EventType::kAssault)), words_sql("p.trigger", "t"),
                      counts(), counts()))
          .only(kTable)
          .shown("WHAT")
          .wide(),
      text_column(
          "who",
          fmt::format("coalesce(nullif({0}, ''), '?') || CASE WHEN {1} <> '' THEN ' → ' || {1} ELSE '' END",
                      named("actor"), named("recipient")))
          .only(kTable)
          .shown("WHO → WHOM")
          .wide(),
      text_column("where", words_sql("e.where", "t")).only(kRows).shown("WHERE"),
      enum_column("status", "p.status", names_of(Status::kHypothetical)).only(kRows).shown("STATUS"),
      text_column("voices", voices() + " || ' (' || " + outlet_sql("d") + " || ')'")
          .only(kTable)
          .shown("WHO SAYS SO")
          .wide(),
      enum_column("type", "e.type", names_of(EventType::kAssault)).only(kRows),
      text_column("mode", "e.mode").only(kRows),
      list_column("contexts", "e.contexts").only(kRows),
      text_column("trigger", words_sql("p.trigger", "t")).only(kRows),
      text_column("actor", words_sql("e.actor", "t")).only(kRows),
      text_column("actor_name", "coalesce(" + actor_name("actor") + ", '')"),
      text_column("actor_code", "e.actor_code").only(kRows),
      text_column("recipient", words_sql("e.recipient", "t")).only(kRows),
      text_column("recipient_name", "coalesce(" + actor_name("recipient") + ", '')"),
      text_column("recipient_code", "e.recipient_code").only(kRows),
      text_column("country", "coalesce(w.country, '')").only(kRows),
      integer_column("gazetteer_id", "nullif(w.gazetteer_id, 0)").only(kRows),
      real_column("latitude", "CASE WHEN w.precision BETWEEN 1 AND 6 THEN w.latitude END").only(kRows),
      real_column("longitude", "CASE WHEN w.precision BETWEEN 1 AND 6 THEN w.longitude END").only(kRows),
      integer_column("precision", "nullif(w.precision, 0)").only(kRows),
      text_column("counts", counts()).only(kRows),
      id_column("said_by",
                "(SELECT s.sid FROM statement s WHERE s.document = p.document AND s.number = p.said_by)")
          .only(kRows),
      text_column("said_by_name",
                  "coalesce((SELECT coalesce(nullif(s.source_name, ''), " + words_sql("s.source", "t") +
                      ") FROM statement s WHERE s.document = p.document AND s.number = p.said_by), '')"),
      real_column("score", "e.score").only(kRows),
      interval_column("published", "d.published"),
      text_column("outlet", "d.outlet"),
      text_column("name", page_name_sql("d.id")).only(kRows),
      text_column("path", page_path_sql("d.id")).only(kRows),
      text_column("title", "t.title").only(kRows),
      id_column("actor_shared", "(SELECT g.sid FROM shared_actor g WHERE g.id = " +
                                    shared_of_sql("e.document", "e.actor") + ")")
          .only(kJson),
      id_column("recipient_shared", "(SELECT g.sid FROM shared_actor g WHERE g.id = " +
                                        shared_of_sql("e.document", "e.recipient") + ")")
          .only(kJson),
      id_column("story",
                "(SELECT y.sid FROM story_member ym JOIN story y ON y.id = ym.story WHERE ym.document = "
                "e.document)")
          .only(kJson),
  };
  q.children = {document_child("document", row_document_sql()),
                group_child("incidents", "incident", "incident"),
                group_child("contacts", "contact", "contact")};
  const auto takes_part = [](const std::string& role, const std::string& filter) {
    return fmt::format("has_words({} || ' ' || {}, :{})", words_sql("e." + role, "t"),
                       actor_words_sql("e.document", "e." + role), filter);
  };
  q.filters = {
      words_rule(FilterName::kBy, takes_part("actor", "by")),
      words_rule(FilterName::kTo, takes_part("recipient", "to")),
      words_rule(FilterName::kAbout,
                 fmt::format("has_words({}, :about) OR {}", event_sentences_sql("e.document", "e.number"),
                             event_mentions_sql("e.document", "e.number"))),
      enum_rule(FilterName::kStatus, "p.status", names_of(Status::kHypothetical)),
      enum_rule(FilterName::kType, "e.type", names_of(EventType::kAssault)),
      words_rule(FilterName::kPlace,
                 fmt::format("has_words({} || ' ' || {}, :place) OR w.country = upper(:place)",
                             words_sql("e.where", "t"), "coalesce(" + words_sql("w.span", "t") + ", '')")),
      {FilterName::kText,
       FilterKind::kFullText,
       fmt::format("has_words({}, :text_words)", event_sentences_sql("e.document", "e.number")),
       {}},
      clock_rule(FilterName::kHappened, "p.when"),
  };
  for (FilterRule& rule : page_rules("d.id")) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
