#include "query/claim_parts.h"

#include "base/format.h"
#include "query/sql_parts.h"

namespace hearsay {

Child voices_child() {
  Child child;
  child.name = "voices";
  child.from =
      "FROM claim_voice v JOIN claim vc ON vc.id = v.claim LEFT JOIN document_text t ON t.document = "
      "v.document "
      "LEFT JOIN statement s ON s.document = v.document AND s.number = v.statement WHERE v.claim = :row "
      "ORDER BY v.position";
  child.columns = {
      text_column("speaker", "v.speaker"),
      id_column("speaker_shared", "(SELECT g.sid FROM shared_actor g WHERE g.id = v.speaker_shared)"),
      text_column("outlet", "v.outlet"),
      text_column("origin", "v.origin"),
      flag_column("denies", "v.denies"),
      flag_column("is_party", "v.is_party"),
      interval_column("said", "v.said"),
      text_column("text", "v.text"),
      text_column("document", page_name_sql("v.document")),
      text_column("path", page_path_sql("v.document")),
      id_column("statement", "s.sid"),
      id_column("event", "(SELECT e.sid FROM event e WHERE e.document = v.document AND e.number = v.event)"),
      span_column("words", "v.span", "t"),
      text_column(
          "sentence",
          "coalesce(nullif(" + words_sql("s.sentence", "t") + ", ''), (SELECT " +
              words_sql("m.sentence", "t") +
              " FROM event e JOIN event_mention m ON m.document = e.document AND m.event = e.number AND "
              "m.number = "
              "e.principal WHERE e.document = v.document AND e.number = v.event), "
              "(SELECT m.sentence FROM agreement_mention m WHERE m.agreement = vc.agreement AND m.document = "
              "v.document AND m.span_part = v.span_part AND m.span_begin = v.span_begin), '')"),
  };
  return child;
}

std::string voices_sql(const std::string& claim, int denies) {
  return fmt::format(
      "(SELECT json_group_array(w) FROM (SELECT {} AS w FROM claim_voice v WHERE v.claim = {} AND v.denies = "
      "{} GROUP BY 1 "
      "ORDER BY min(v.position)))",
      voice_sql("v"), claim, denies);
}

std::string claim_documents_sql(const std::string& claim) {
  return fmt::format("SELECT v.document FROM claim_voice v WHERE v.claim = {}", claim);
}

std::vector<Column> subject_columns(const std::string& table) {
  return {
      id_column("incident", fmt::format("(SELECT i.sid FROM incident i WHERE i.id = {}.incident)", table)),
      id_column("agreement",
                fmt::format("(SELECT a.sid FROM agreement a WHERE a.id = {}.agreement)", table))};
}

}  // namespace hearsay
