// hearsay actors: persons, offices, groups, bodies and states over all pages, those of most pages first.
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {
namespace {

Child offices_child() {
  Child child;
  child.name = "offices";
  child.from = "FROM shared_actor_office o WHERE o.shared_actor = :row ORDER BY o.position";
  child.columns = {text_column("title", "o.title"), text_column("body", "o.body"),
                   interval_column("held", "o.held"), text_column("source", "o.source")};
  return child;
}

Child identifiers_child() {
  Child child;
  child.name = "identifiers";
  child.from = "FROM shared_actor_identifier i WHERE i.shared_actor = :row ORDER BY i.scheme, i.value";
  child.columns = {text_column("scheme", "i.scheme"), text_column("value", "i.value"),
                   text_column("source", "i.source")};
  return child;
}

Child members_child() {
  Child child;
  child.name = "members";
  child.from =
      "FROM shared_actor_member m JOIN actor a ON a.document = m.document AND a.number = m.actor "
      "WHERE m.shared_actor = :row ORDER BY m.position";
  child.columns = {
      id_column("id", "a.sid"), text_column("document", page_name_sql("m.document")),
      text_column("name", "a.name"),
      list_column("names",
                  "(SELECT json_group_array(name) FROM (SELECT n.name FROM actor_name n WHERE n.document = "
                  "a.document "
                  "AND n.actor = a.number ORDER BY n.number))"),
      integer_column(
          "mentions",
          "(SELECT count(*) FROM mention x WHERE x.document = a.document AND x.actor = a.number)")};
  return child;
}

Child joins_child() {
  const auto member = [](const std::string& row) {
    return "(SELECT a.sid FROM actor a WHERE a.document = " + row_document_sql(row) +
           " AND a.number = " + row_number_sql(row) + ")";
  };
  Child child;
  child.name = "joins";
  child.from =
      "FROM member_join j WHERE j.kind = " + std::to_string(static_cast<int>(RowKind::kSharedActor)) +
      " AND j.owner = :row ORDER BY j.position";
  child.columns = {id_column("a", member("j.a")), id_column("b", member("j.b")),
                   text_column("reason", "j.reason")};
  return child;
}

}  // namespace

ListQuery actors_list() {
  const std::string documents = "SELECT m.document FROM shared_actor_member m WHERE m.shared_actor = a.id";
  const std::string pages_sql =
      "(SELECT count(DISTINCT m.document) FROM shared_actor_member m WHERE m.shared_actor = a.id)";
  const std::string statements_sql =
      "(SELECT count(*) FROM shared_actor_member m JOIN statement s ON s.document = m.document AND "
      "s.source_actor = m.actor "
      "WHERE m.shared_actor = a.id)";
  ListQuery q;
  q.name = "actors";
  q.kind = RowKind::kSharedActor;
  q.from = "shared_actor a";
  q.key = "a.id";
  q.at_key = "a.id = :row";
  q.order = pages_sql + " DESC, " + statements_sql + " DESC, a.name, a.sid";
  q.columns = {
      id_column("id", "a.sid").shown("ID"),
      text_column("name", "a.name").shown("NAME").wide(),
      enum_column("kind", "a.kind", names_of(ActorKind::kUnknown)).shown("KIND"),
      text_column("code", "a.code").shown("CODE"),
      list_column(
          "office_titles",
          "(SELECT json_group_array(w) FROM (SELECT o.title || CASE WHEN o.body <> '' THEN ', ' || o.body "
          "ELSE '' END AS w "
          "FROM shared_actor_office o WHERE o.shared_actor = a.id GROUP BY 1 ORDER BY min(o.position)))")
          .only(kRows)
          .shown("OFFICES")
          .wide(),
      list_column("names",
                  "(SELECT json_group_array(name) FROM (SELECT n.name FROM shared_actor_name n WHERE "
                  "n.shared_actor = a.id "
                  "ORDER BY n.position))")
          .shown("NAMED")
          .wide(),
      integer_column("pages", pages_sql).shown("PAGES"),
      integer_column("statements", statements_sql).shown("SAID"),
      flag_column("private", "a.private"),
      id_column("part_of", "(SELECT b.sid FROM shared_actor b WHERE b.id = a.part_of)"),
  };
  q.children = {offices_child(), identifiers_child(),
                documents_child("SELECT m.document FROM shared_actor_member m WHERE m.shared_actor = :row"),
                members_child(), joins_child()};
  const std::string words = "a.name || ' ' || " + shared_words_sql("a.id");
  q.filters = {
      words_rule(FilterName::kBy, "has_words(" + words + ", :by)"),
      words_rule(FilterName::kAbout, "has_words(" + words + ", :about)"),
      enum_rule(FilterName::kType, "a.kind", names_of(ActorKind::kUnknown)),
      {FilterName::kText, FilterKind::kFullText, "has_words(" + words + ", :text_words)", {}},
  };
  for (FilterRule& rule : page_rules(documents)) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
