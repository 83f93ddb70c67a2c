// hearsay copies: pages that carry the same report, whole or in part; and pages fetched again.
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {

ListQuery copies_list() {
  const std::string documents = "SELECT m.document FROM copy_member m WHERE m.copy_group = g.id";
  const std::string first =
      "(SELECT d.published_from FROM copy_member m JOIN document d ON d.id = m.document WHERE m.copy_group = "
      "g.id ORDER BY m.position "
      "LIMIT 1)";
  const std::string kind_sql = enum_sql("m.kind", names_of(CopyKind::kRevision));
  ListQuery q;
  q.name = "copies";
  q.kind = RowKind::kCopyGroup;
  q.from = "copy_group g";
  q.key = "g.id";
  q.at_key = "g.id = :row";
  q.order = first + " IS NULL, " + first + ", g.sid";
  q.columns = {
      id_column("id", "g.sid").shown("ID"),
      text_column("origin_shown", "CASE WHEN g.origin <> '' THEN g.origin ELSE 'unknown' END")
          .only(kTable)
          .shown("ORIGIN"),
      text_column("origin", "g.origin"),
      integer_column("page_count", "(SELECT count(*) FROM copy_member m WHERE m.copy_group = g.id)")
          .shown("PAGES"),
      list_column("pages", "(SELECT json_group_array(w) FROM (SELECT " + page_name_sql("m.document") +
                               " || ' (' || CASE WHEN d.outlet <> '' THEN d.outlet ELSE 'unknown outlet' END "
                               "|| ')' || CASE WHEN m.copy_of IS NULL "
                               "THEN '' ELSE ': ' || " +
                               kind_sql +
                               " || ', ' || CAST(round(100 * m.shared) AS INTEGER) || ' % of it in ' || " +
                               page_name_sql("m.copy_of") +
                               " END AS w FROM copy_member m JOIN document d ON d.id = m.document WHERE "
                               "m.copy_group = g.id ORDER BY m.position))")
          .only(kRows)
          .shown("PAGES AND WHAT THEY SHARE")
          .wide()
          .in_lines(),
  };
  Child members;
  members.name = "members";
  members.from =
      "FROM copy_member m JOIN document d ON d.id = m.document LEFT JOIN document_text t ON t.document = "
      "m.document "
      "WHERE m.copy_group = :row ORDER BY m.position";
  members.columns = document_columns();
  members.columns.push_back(text_column("of", page_name_sql("m.copy_of")));
  members.columns.push_back(
      enum_column("kind", "CASE WHEN m.copy_of IS NOT NULL THEN m.kind END", names_of(CopyKind::kRevision)));
  members.columns.push_back(real_column("shared", "CASE WHEN m.copy_of IS NOT NULL THEN m.shared END"));
  members.columns.push_back(text_column("reason", "m.reason"));
  q.children = {members};
  q.filters = {
      words_rule(FilterName::kBy, "has_words(g.origin, :by)"),
      words_rule(FilterName::kAbout,
                 "EXISTS (SELECT 1 FROM copy_member m LEFT JOIN document_text t ON t.document = m.document "
                 "WHERE m.copy_group = g.id AND "
                 "(has_words(coalesce(t.title, '') || ' ' || coalesce(t.body, ''), :about) OR EXISTS (SELECT "
                 "1 FROM actor da WHERE "
                 "da.document = m.document AND has_words(" +
                     actor_names_sql("da.document", "da.number") + ", :about))))"),
      {FilterName::kType, FilterKind::kEnum,
       "EXISTS (SELECT 1 FROM copy_member m WHERE m.copy_group = g.id AND m.copy_of IS NOT NULL AND m.kind = "
       ":type)",
       names_of(CopyKind::kRevision)},
      {FilterName::kText,
       FilterKind::kFullText,
       "EXISTS (SELECT 1 FROM document_search WHERE document_search MATCH :text AND rowid IN (" + documents +
           "))",
       {}},
  };
  for (FilterRule& rule : page_rules(documents)) {
    if (rule.name == FilterName::kOutlet)
      rule.condition += " OR (:outlet <> '' AND has_words(g.origin, :outlet))";
    q.filters.push_back(std::move(rule));
  }
  return q;
}

}  // namespace hearsay
