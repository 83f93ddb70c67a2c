// hearsay disputes: claims that can't all hold, with who says which.
#include "base/format.h"
#include "query/claim_parts.h"
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {
namespace {

// "the truce was reached on 3 March: Orlan, The Gazette; denied by Morwen", a line for each claim.
std::string sides() {
  const auto names = [](int denies) {
    return fmt::format(
        "(SELECT group_concat(w, ', ') FROM (SELECT {} AS w FROM claim_voice v WHERE v.claim = c.id AND "
        "v.denies = {} "
        "GROUP BY 1 ORDER BY min(v.position)))",
        voice_sql("v"), denies);
  };
  return fmt::format(
      "(SELECT json_group_array(w) FROM (SELECT c.text || ': ' || coalesce({0}, 'nobody') || coalesce('; "
      "denied by ' || {1}, '') AS w "
      "FROM dispute_claim x JOIN claim c ON c.id = x.claim WHERE x.dispute = p.id ORDER BY x.position))",
      names(0), names(1));
}

}  // namespace

ListQuery disputes_list() {
  const std::string documents =
      "SELECT v.document FROM dispute_claim x JOIN claim_voice v ON v.claim = x.claim WHERE x.dispute = ";
  const std::string first =
      "(SELECT min(coalesce(v.said_from, v.said_to)) FROM dispute_claim x JOIN claim_voice v ON v.claim = "
      "x.claim WHERE x.dispute = p.id)";
  const auto some_voice = [](const std::string& condition) {
    return "EXISTS (SELECT 1 FROM dispute_claim x JOIN claim c ON c.id = x.claim JOIN claim_voice v ON "
           "v.claim = c.id "
           "LEFT JOIN document_text t ON t.document = v.document WHERE x.dispute = p.id AND (" +
           condition + "))";
  };
  ListQuery q;
  q.name = "disputes";
  q.kind = RowKind::kDispute;
  q.from = "dispute p";
  q.key = "p.id";
  q.at_key = "p.id = :row";
  q.order = fmt::format("{0} IS NULL, {0}, p.sid", first);
  q.columns = {
      id_column("id", "p.sid").shown("ID"),
      enum_column("kind", "p.kind", names_of(DisputeKind::kOccurrence)).shown("KIND"),
      enum_column("state", "p.state", names_of(DisputeState::kSettled)).shown("STATE"),
      list_column("sides", sides()).only(kRows).shown("WHO SAYS WHAT").wide().in_lines(),
      text_column("text", "p.text"),
      text_column("reason", "p.reason").shown("WHY"),
  };
  for (const Column& column : subject_columns("p")) q.columns.push_back(column);
  Child claims;
  claims.name = "claims";
  claims.from =
      "FROM dispute_claim x JOIN claim c ON c.id = x.claim WHERE x.dispute = :row ORDER BY x.position";
  claims.key = "c.id";
  claims.columns = {id_column("id", "c.sid"), text_column("value", "c.value"), text_column("text", "c.text"),
                    numbers_column("origins", "json_array(c.origins_low, c.origins_high)"),
                    integer_column("outside", "c.outside")};
  claims.children = {voices_child()};
  q.children = {claims, documents_child(documents + ":row")};
  const std::string voice_words = "coalesce(" + words_sql("v.span", "t") + ", '')";
  q.filters = {
      words_rule(FilterName::kBy, some_voice("has_words(v.speaker || ' ' || " +
                                             shared_words_sql("v.speaker_shared") + ", :by)")),
      words_rule(FilterName::kAbout,
                 "has_words(p.text, :about) OR " +
                     some_voice("has_words(c.text || ' ' || v.text || ' ' || " + voice_words +
                                ", :about) OR " + mentions_sql("v.document", "v.span"))),
      enum_rule(FilterName::kStatus, "p.state", names_of(DisputeState::kSettled)),
      enum_rule(FilterName::kType, "p.kind", names_of(DisputeKind::kOccurrence)),
      words_rule(
          FilterName::kPlace,
          "EXISTS (SELECT 1 FROM incident i WHERE i.id = p.incident AND (has_words(i.place, :place) OR "
          "i.country = upper(:place))) OR "
          "EXISTS (SELECT 1 FROM agreement a WHERE a.id = p.agreement AND has_words(a.place, :place))"),
      {FilterName::kText,
       FilterKind::kFullText,
       "has_words(p.text, :text_words) OR " +
           some_voice("has_words(v.text || ' ' || " + voice_words + ", :text_words)"),
       {}},
      {FilterName::kSaid, FilterKind::kClock, some_voice(overlaps_sql("v.said", "said")), {}},
      {FilterName::kHappened,
       FilterKind::kClock,
       "EXISTS (SELECT 1 FROM incident i WHERE i.id = p.incident AND " + overlaps_sql("i.when", "happened") +
           ")",
       {}},
  };
  for (FilterRule& rule : page_rules(documents + "p.id")) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
