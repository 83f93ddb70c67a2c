// hearsay stories: the pages that report one happening as it develops.
#include "query/list_query.h"
#include "query/sql_parts.h"

namespace hearsay {

ListQuery stories_list() {
  const std::string documents = "SELECT m.document FROM story_member m WHERE m.story = y.id";
  const std::string outlets_sql =
      "(SELECT json_group_array(w) FROM (SELECT CASE WHEN d.outlet <> '' THEN d.outlet ELSE 'unknown' END AS "
      "w FROM story_member m "
      "JOIN document d ON d.id = m.document WHERE m.story = y.id GROUP BY 1 ORDER BY min(m.position)))";
  ListQuery q;
  q.name = "stories";
  q.kind = RowKind::kStory;
  q.from = "story y";
  q.key = "y.id";
  q.at_key = "y.id = :row";
  q.order = "y.published_from IS NULL, y.published_from, y.title, y.sid";
  q.columns = {
      id_column("id", "y.sid").shown("ID"),
      interval_column("published", "y.published").shown("PUBLISHED"),
      integer_column("pages", "(SELECT count(*) FROM story_member m WHERE m.story = y.id)").shown("PAGES"),
      text_column("title", "y.title").shown("TITLE").wide(),
      list_column("outlets", outlets_sql).shown("OUTLETS"),
  };
  Child joins;
  joins.name = "joins";
  joins.from = "FROM member_join j WHERE j.kind = " + std::to_string(static_cast<int>(RowKind::kStory)) +
               " AND j.owner = :row ORDER BY j.position";
  joins.columns = {text_column("a", page_name_sql("j.a")), text_column("b", page_name_sql("j.b")),
                   text_column("reason", "j.reason")};
  q.children = {documents_child("SELECT m.document FROM story_member m WHERE m.story = :row"), joins};
  q.filters = {
      words_rule(FilterName::kAbout,
                 "EXISTS (SELECT 1 FROM story_member m LEFT JOIN document_text t ON t.document = m.document "
                 "WHERE m.story = y.id AND "
                 "(has_words(coalesce(t.title, '') || ' ' || coalesce(t.body, '') || ' ' || "
                 "coalesce(t.captions, ''), :about) OR "
                 "EXISTS (SELECT 1 FROM actor da WHERE da.document = m.document AND has_words(" +
                     actor_names_sql("da.document", "da.number") + ", :about))))"),
      words_rule(FilterName::kPlace,
                 "EXISTS (SELECT 1 FROM story_member m JOIN place p ON p.document = m.document LEFT JOIN "
                 "document_text t ON "
                 "t.document = m.document WHERE m.story = y.id AND (has_words(" +
                     words_sql("p.span", "t") + ", :place) OR p.country = upper(:place)))"),
      {FilterName::kText,
       FilterKind::kFullText,
       "EXISTS (SELECT 1 FROM document_search WHERE document_search MATCH :text AND rowid IN (" + documents +
           "))",
       {}},
  };
  for (FilterRule& rule : page_rules(documents)) {
    if (rule.name == FilterName::kStory)
      rule.condition =
          "substr(id_hex(y.sid), 1, length(:story_id)) = :story_id OR has_words(y.title, :story)";
    q.filters.push_back(std::move(rule));
  }
  return q;
}

}  // namespace hearsay
