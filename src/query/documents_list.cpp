// hearsay documents: the pages, by date of publication.
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {

ListQuery documents_list() {
  const std::string title_sql = "coalesce(nullif(t.title, ''), " + page_name_sql("d.id") + ")";
  const std::string group = "(SELECT cm.copy_group FROM copy_member cm WHERE cm.document = d.id)";
  ListQuery q;
  q.name = "documents";
  q.kind = RowKind::kDocument;
  q.from =
      "document d LEFT JOIN document_text t ON t.document = d.id LEFT JOIN narrowed_date nd ON nd.document = "
      "d.id";
  q.key = "d.id";
  q.at_key = "d.id = :row";
  q.order = document_order_sql("d");
  q.columns = {
      id_column("sha256", "d.sha256").only(kRows).shown("ID"),
      interval_column("published", "d.published").only(kRows).shown("PUBLISHED"),
      text_column("outlet", "CASE WHEN d.outlet <> '' THEN d.outlet ELSE 'unknown' END")
          .only(kTable)
          .shown("OUTLET"),
      text_column("outlet", "d.outlet").only(kRows),
      enum_column("kind", "d.kind", names_of(DocumentKind::kList)).only(kRows).shown("KIND"),
      text_column("language", "d.language").only(kRows).shown("LANG"),
      text_column("headline", title_sql).only(kTable).shown("TITLE").wide(),
      text_column("title", "t.title").only(kRows),
      integer_column("statement_count", "(SELECT count(*) FROM statement s WHERE s.document = d.id)")
          .shown("SAID"),
      integer_column("event_count", "(SELECT count(*) FROM event e WHERE e.document = d.id)").shown("DONE"),
      integer_column("copies", "(SELECT count(*) FROM copy_member o WHERE o.copy_group = " + group +
                                   " AND o.document <> d.id)")
          .shown("COPIES"),
      text_column("name", page_name_sql("d.id")).only(kRows),
      text_column("path", page_path_sql("d.id")).only(kRows),
      integer_column("words", "d.words"),
      id_column("copy_group", "(SELECT g.sid FROM copy_group g WHERE g.id = " + group + ")").only(kJson),
      enum_column("copy_kind",
                  "(SELECT cm.kind FROM copy_member cm WHERE cm.document = d.id AND cm.copy_of IS NOT NULL)",
                  names_of(CopyKind::kRevision))
          .only(kJson),
      interval_column("published_narrowed", "nd.published").only(kJson),
      text_column("published_narrowed_why", "nd.reason").only(kJson),
      id_column(
          "story",
          "(SELECT y.sid FROM story_member ym JOIN story y ON y.id = ym.story WHERE ym.document = d.id)")
          .only(kJson),
  };
  Child company = documents_child("SELECT nc.company FROM narrowed_date_company nc WHERE nc.document = :row");
  company.name = "published_narrowed_by";
  q.children = {
      company,
      document_child("copy_of",
                     "SELECT cm.copy_of FROM copy_member cm WHERE cm.document = :row AND cm.kind NOT IN (" +
                         std::to_string(static_cast<int>(CopyKind::kRecapture)) + ", " +
                         std::to_string(static_cast<int>(CopyKind::kRevision)) + ")"),
      document_child("revises",
                     "SELECT cm.copy_of FROM copy_member cm WHERE cm.document = :row AND cm.kind = " +
                         std::to_string(static_cast<int>(CopyKind::kRevision))),
      document_child("recapture_of",
                     "SELECT cm.copy_of FROM copy_member cm WHERE cm.document = :row AND cm.kind = " +
                         std::to_string(static_cast<int>(CopyKind::kRecapture))),
  };
  q.filters = {
      words_rule(FilterName::kAbout,
                 "has_words(coalesce(t.title, '') || ' ' || coalesce(t.body, '') || ' ' || "
                 "coalesce(t.captions, ''), :about) OR "
                 "EXISTS (SELECT 1 FROM actor da WHERE da.document = d.id AND has_words(" +
                     actor_names_sql("da.document", "da.number") + ", :about))"),
      enum_rule(FilterName::kType, "d.kind", names_of(DocumentKind::kList)),
      words_rule(FilterName::kPlace,
                 "EXISTS (SELECT 1 FROM place dp WHERE dp.document = d.id AND (has_words(" +
                     words_sql("dp.span", "t") + ", :place) OR dp.country = upper(:place)))"),
      {FilterName::kText,
       FilterKind::kFullText,
       "d.id IN (SELECT rowid FROM document_search WHERE document_search MATCH :text)",
       {}},
  };
  for (FilterRule& rule : page_rules("d.id")) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
