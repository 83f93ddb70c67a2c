// hearsay claims: propositions, with everybody who asserts or denies them.
#include "base/format.h"
#include "query/claim_parts.h"
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {

ListQuery claims_list() {
  const std::string first =
      "(SELECT min(coalesce(v.said_from, v.said_to)) FROM claim_voice v WHERE v.claim = c.id)";
  const auto some_voice = [](const std::string& condition) {
    return "EXISTS (SELECT 1 FROM claim_voice v LEFT JOIN document_text t ON t.document = v.document WHERE "
           "v.claim = c.id AND (" +
           condition + "))";
  };
  ListQuery q;
  q.name = "claims";
  q.kind = RowKind::kClaim;
  q.from = "claim c";
  q.key = "c.id";
  q.at_key = "c.id = :row";
  q.order = fmt::format("{0} IS NULL, {0}, c.sid", first);
  q.columns = {
      id_column("id", "c.sid").shown("ID"),
      enum_column("aspect", "c.aspect", names_of(DisputeKind::kOccurrence)).shown("ABOUT"),
      text_column("text", "c.text").shown("CLAIM").wide(),
      list_column("asserted_by", voices_sql("c.id", 0)).shown("ASSERTED BY").in_lines(),
      list_column("denied_by", voices_sql("c.id", 1)).shown("DENIED BY").in_lines(),
      text_column("origin_range",
                  "CASE WHEN c.origins_low = c.origins_high THEN c.origins_low ELSE c.origins_low || '-' || "
                  "c.origins_high END")
          .only(kTable)
          .shown("ORIGINS"),
      integer_column("outside", "c.outside").shown("OUTSIDE"),
      integer_column("origins_low", "c.origins_low").only(kRows),
      integer_column("origins_high", "c.origins_high").only(kRows),
      numbers_column("origins", "json_array(c.origins_low, c.origins_high)").only(kJson),
      text_column("value", "c.value"),
      id_column("statement",
                "(SELECT s.sid FROM statement s WHERE s.document = c.document AND s.number = c.statement)"),
  };
  for (const Column& column : subject_columns("c")) q.columns.push_back(column);
  Child outlets;
  outlets.name = "outlets";
  outlets.from = "FROM claim_outlet o WHERE o.claim = :row ORDER BY o.outlet";
  outlets.columns = {text_column("outlet", "o.outlet"), text_column("stance", "o.stance")};
  Child disputes;
  disputes.name = "disputes";
  disputes.shape = Child::Shape::kTexts;
  disputes.from =
      "FROM dispute_claim x JOIN dispute d ON d.id = x.dispute WHERE x.claim = :row ORDER BY d.id";
  disputes.columns = {text_column("id", "id_hex(d.sid)")};
  q.children = {voices_child(), outlets, disputes, documents_child(claim_documents_sql(":row"))};
  const std::string voice_words = words_sql("v.span", "t");
  q.filters = {
      words_rule(FilterName::kBy, some_voice("has_words(v.speaker || ' ' || " +
                                             shared_words_sql("v.speaker_shared") + ", :by)")),
      words_rule(FilterName::kAbout,
                 "has_words(c.text || ' ' || c.value, :about) OR " +
                     some_voice("has_words(v.text || ' ' || coalesce(" + voice_words + ", ''), :about) OR " +
                                mentions_sql("v.document", "v.span"))),
      enum_rule(FilterName::kType, "c.aspect", names_of(DisputeKind::kOccurrence)),
      words_rule(
          FilterName::kPlace,
          "EXISTS (SELECT 1 FROM incident i WHERE i.id = c.incident AND (has_words(i.place, :place) OR "
          "i.country = upper(:place))) OR "
          "EXISTS (SELECT 1 FROM agreement a WHERE a.id = c.agreement AND has_words(a.place, :place))"),
      {FilterName::kText,
       FilterKind::kFullText,
       "has_words(c.text, :text_words) OR " +
           some_voice("has_words(v.text || ' ' || coalesce(" + voice_words + ", ''), :text_words)"),
       {}},
      {FilterName::kSaid, FilterKind::kClock, some_voice(overlaps_sql("v.said", "said")), {}},
  };
  for (FilterRule& rule : page_rules(claim_documents_sql("c.id"))) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
