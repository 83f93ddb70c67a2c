// hearsay incidents: what several events, in one page or many, tell of; what they agree on and where they
// differ.
#include "base/format.h"
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {
namespace {

std::string party_list(int role) {
  return fmt::format(
      "(SELECT json_group_array(name) FROM (SELECT p.name FROM incident_party p WHERE p.incident = i.id AND "
      "p.role = {} ORDER BY "
      "p.position))",
      role);
}

Child events_child() {
  const auto named = [](const char* role) {
    return fmt::format(
        "coalesce(nullif((SELECT a.name FROM actor a WHERE a.document = e.document AND a.number = e.{0}), "
        "''), {1})",
        role, words_sql(std::string("e.") + role, "t"));
  };
  Child counts;
  counts.name = "counts";
  counts.shape = Child::Shape::kMap;
  counts.from =
      "FROM event_count k JOIN event e ON e.document = k.document AND e.number = k.event AND e.principal = "
      "k.mention WHERE "
      "k.document = " +
      row_document_sql() + " AND k.event = " + row_number_sql() + " ORDER BY k.number";
  counts.columns = {enum_column("kind", "k.kind", names_of(CountKind::kAttacks)), count_range_column("k")};
  Child child;
  child.name = "events";
  child.from =
      "FROM incident_event x JOIN event e ON e.document = x.document AND e.number = x.event "
      "JOIN event_mention p ON p.document = e.document AND p.event = e.number AND p.number = e.principal "
      "LEFT JOIN document_text t ON t.document = e.document LEFT JOIN statement s ON s.document = e.document "
      "AND s.number = p.said_by "
      "JOIN document d ON d.id = e.document WHERE x.incident = :row ORDER BY x.position";
  child.key = packed_sql("e.document", "e.number");
  child.columns = {
      id_column("id", "e.sid"),
      text_column("document", page_name_sql("e.document")),
      text_column("outlet", "d.outlet"),
      interval_column("published", "d.published"),
      text_column("actor", named("actor")),
      text_column("recipient", named("recipient")),
      text_column("actor_code", "e.actor_code"),
      text_column("recipient_code", "e.recipient_code"),
      text_column("where", words_sql("e.where", "t")),
      interval_column("when", "p.when"),
      enum_column("status", "p.status", names_of(Status::kHypothetical)),
      id_column("said_by", "s.sid"),
      text_column("speaker", "coalesce(nullif(s.source_name, ''), " + words_sql("s.source", "t") + ", '')"),
      text_column("trigger", words_sql("p.trigger", "t")),
      text_column("sentence", words_sql("p.sentence", "t"))};
  child.children = {counts};
  return child;
}

Child claims_child(const char* name, const char* table, const std::vector<Column>& columns) {
  Child child;
  child.name = name;
  child.from = fmt::format("FROM {} c WHERE c.incident = :row ORDER BY c.id", table);
  child.columns = columns;
  return child;
}

}  // namespace

ListQuery incidents_list() {
  const std::string documents = "SELECT x.document FROM incident_event x WHERE x.incident = i.id";
  const auto some_event = [](const std::string& condition) {
    return "EXISTS (SELECT 1 FROM incident_event x JOIN event_mention m ON m.document = x.document AND "
           "m.event = x.event "
           "WHERE x.incident = i.id AND " +
           condition + ")";
  };
  ListQuery q;
  q.name = "incidents";
  q.kind = RowKind::kIncident;
  q.from = "incident i";
  q.key = "i.id";
  q.at_key = "i.id = :row";
  q.order = "i.when_from IS NULL AND i.when_to IS NULL, coalesce(i.when_from, i.when_to), i.title, i.sid";
  q.columns = {
      id_column("id", "i.sid").shown("ID"),
      interval_column("when", "i.when").shown("WHEN"),
      enum_column("type", "i.type", names_of(EventType::kAssault)).shown("TYPE"),
      text_column("where", "i.place").shown("WHERE"),
      list_column("recipients", party_list(1)).shown("TARGET"),
      list_column("actors", party_list(0)).shown("BLAMED OR NAMED"),
      text_column("count", counts_sql("incident_count k WHERE k.incident = i.id"))
          .only(kRows)
          .shown("COUNTS"),
      list_column("differ",
                  "(SELECT json_group_array(field) FROM (SELECT f.field FROM incident_difference f WHERE "
                  "f.incident = i.id "
                  "ORDER BY f.position))")
          .shown("WHAT DIFFERS"),
      integer_column("pages",
                     "(SELECT count(DISTINCT x.document) FROM incident_event x WHERE x.incident = i.id)")
          .shown("PAGES"),
      text_column("title", "i.title"),
      text_column("country", "i.country"),
      integer_column("gazetteer_id", "nullif(i.gazetteer_id, 0)"),
  };
  Child counts;
  counts.name = "counts";
  counts.shape = Child::Shape::kMap;
  counts.from = "FROM incident_count k WHERE k.incident = :row ORDER BY k.position";
  counts.columns = {enum_column("kind", "k.kind", names_of(CountKind::kAttacks)), count_range_column("k")};
  Child details;
  details.name = "count_details";
  details.from = counts.from;
  details.columns = {enum_column("kind", "k.kind", names_of(CountKind::kAttacks)),
                     integer_column("low", "k.low"), integer_column("high", "k.high"),
                     text_column("of_whom", "k.of_whom"), interval_column("period", "k.period")};
  Child joins;
  const auto member = [](const std::string& row) {
    return "(SELECT e.sid FROM event e WHERE e.document = " + row_document_sql(row) +
           " AND e.number = " + row_number_sql(row) + ")";
  };
  joins.name = "joins";
  joins.from = fmt::format("FROM member_join j WHERE j.kind = {} AND j.owner = :row ORDER BY j.position",
                           static_cast<int>(RowKind::kIncident));
  joins.columns = {id_column("a", member("j.a")), id_column("b", member("j.b")),
                   text_column("reason", "j.reason")};
  q.children = {counts,
                details,
                events_child(),
                claims_child("claims", "claim", {id_column("id", "c.sid"), text_column("text", "c.text")}),
                claims_child("disputes", "dispute",
                             {id_column("id", "c.sid"),
                              enum_column("kind", "c.kind", names_of(DisputeKind::kOccurrence)),
                              text_column("text", "c.text")}),
                documents_child("SELECT x.document FROM incident_event x WHERE x.incident = :row"),
                joins};
  const std::string sentences = event_sentences_sql("x.document", "x.event");
  q.filters = {
      words_rule(FilterName::kBy,
                 "EXISTS (SELECT 1 FROM incident_party p WHERE p.incident = i.id AND p.role = 0 AND "
                 "has_words(p.name, :by)) OR "
                 "EXISTS (SELECT 1 FROM incident_event x JOIN event e ON e.document = x.document AND "
                 "e.number = x.event WHERE "
                 "x.incident = i.id AND has_words(" +
                     actor_words_sql("e.document", "e.actor") + ", :by))"),
      words_rule(FilterName::kTo,
                 "EXISTS (SELECT 1 FROM incident_party p WHERE p.incident = i.id AND p.role = 1 AND "
                 "has_words(p.name, :to)) OR "
                 "EXISTS (SELECT 1 FROM incident_event x JOIN event e ON e.document = x.document AND "
                 "e.number = x.event WHERE "
                 "x.incident = i.id AND has_words(" +
                     actor_words_sql("e.document", "e.recipient") + ", :to))"),
      words_rule(FilterName::kAbout,
                 "EXISTS (SELECT 1 FROM incident_event x WHERE x.incident = i.id AND (has_words(" +
                     sentences + ", :about) OR " + event_mentions_sql("x.document", "x.event") + "))"),
      enum_rule(FilterName::kType, "i.type", names_of(EventType::kAssault)),
      {FilterName::kStatus, FilterKind::kEnum, some_event("m.status = :status"),
       names_of(Status::kHypothetical)},
      words_rule(FilterName::kPlace, "has_words(i.place, :place) OR i.country = upper(:place)"),
      {FilterName::kText,
       FilterKind::kFullText,
       "EXISTS (SELECT 1 FROM incident_event x WHERE x.incident = i.id AND has_words(" + sentences +
           ", :text_words))",
       {}},
      clock_rule(FilterName::kHappened, "i.when"),
  };
  for (FilterRule& rule : page_rules(documents)) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
