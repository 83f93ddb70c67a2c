// hearsay rejections: pages that could not be read, and why. A page that was read after all is not listed.
#include "query/list_query.h"
#include "query/sql_parts.h"

namespace hearsay {

ListQuery rejections_list() {
  ListQuery q;
  q.name = "rejections";
  q.from = "rejection r";
  q.key = "r.id";
  q.at_key = "r.id = :row";
  q.where = "r.resolved IS NULL";
  q.order = "r.input, r.input_offset, r.stage, r.code, r.id";
  q.columns = {
      text_column("input", "r.input").shown("INPUT").wide(),
      integer_column("offset", "r.input_offset"),
      text_column("stage", "r.stage").shown("STAGE"),
      text_column("code", "r.code").shown("CODE"),
      text_column("message", "r.message").shown("WHY").wide(),
      id_column("sha256", "r.sha256"),
      text_column("read", "(SELECT started FROM run WHERE run.id = r.run)"),
  };
  q.filters = {
      words_rule(FilterName::kType, "r.code = lower(:type)"),
      {FilterName::kText,
       FilterKind::kFullText,
       "has_words(r.input || ' ' || r.code || ' ' || r.message, :text_words)",
       {}},
  };
  return q;
}

}  // namespace hearsay
