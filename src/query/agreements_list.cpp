// hearsay agreements: truces, deals and undertakings, each with its ledger of what is alleged about it.
#include "base/format.h"
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {
namespace {

std::string texts(const char* table) {
  return fmt::format(
      "(SELECT json_group_array(w) FROM (SELECT x.{1} AS w FROM {0} x WHERE x.agreement = a.id ORDER BY "
      "x.position))",
      table, std::string_view(table) == "agreement_term" ? "words" : "name");
}

// Who alleges, for people: the speaker, else the outlet of the page.
std::string alleger() {
  return "CASE WHEN l.alleged_by <> '' THEN l.alleged_by ELSE (SELECT " + outlet_sql("d") +
         " FROM document d WHERE d.id = l.document) END";
}

// "violation by the rebels, says Lavrov, The Gazette", a line for each kind and accused; reached first.
std::string ledger_summary() {
  return fmt::format(
      "(SELECT json_group_array(w) FROM (SELECT {0} || CASE WHEN accused <> '' THEN CASE kind WHEN {2} THEN "
      "' by ' "
      "ELSE ' on ' END || accused ELSE '' END || ', says ' || group_concat(voice, ', ') AS w FROM ("
      "SELECT l.kind AS kind, l.accused AS accused, {1} AS voice, min(l.position) AS first FROM ledger_entry "
      "l "
      "WHERE l.agreement = a.id GROUP BY 1, 2, 3 ORDER BY first) GROUP BY kind, accused ORDER BY kind <> "
      "{3}, min(first)))",
      enum_sql("kind", names_of(LedgerKind::kCollapse)), alleger(), static_cast<int>(LedgerKind::kViolation),
      static_cast<int>(LedgerKind::kReached));
}

Child ledger_child() {
  Child child;
  child.name = "ledger";
  child.from =
      "FROM ledger_entry l JOIN document d ON d.id = l.document LEFT JOIN document_text t ON t.document = "
      "l.document "
      "LEFT JOIN statement s ON s.document = l.document AND s.number = l.statement "
      "WHERE l.agreement = :row ORDER BY l.position";
  child.columns = {
      enum_column("kind", "l.kind", names_of(LedgerKind::kCollapse)),
      text_column("alleged_by", "l.alleged_by"),
      text_column("accused", "l.accused"),
      text_column("act", "l.act"),
      text_column("term", "l.term"),
      text_column("place", "l.place"),
      interval_column("when", "l.when"),
      enum_column("answer", "l.answer", names_of(Answer::kNoComment)),
      id_column("answer_statement",
                "(SELECT r.sid FROM statement r WHERE r.document = l.answer_document AND r.number = "
                "l.answer_statement)"),
      text_column("answer_words",
                  "coalesce((SELECT " + words_sql("r.sentence", "rt") +
                      " FROM statement r JOIN document_text rt ON rt.document = r.document "
                      "WHERE r.document = l.answer_document AND r.number = l.answer_statement), '')"),
      numbers_column("origins", "json_array(l.origins_low, l.origins_high)"),
      text_column("finding", "l.finding"),
      text_column("outlet", "d.outlet"),
      interval_column("published", "d.published"),
      text_column("document", page_name_sql("l.document")),
      text_column("path", page_path_sql("l.document")),
      id_column("statement", "s.sid"),
      id_column("event", "(SELECT e.sid FROM event e WHERE e.document = l.document AND e.number = l.event)"),
      span_column("words", "l.span", "t"),
      text_column("sentence", "coalesce(nullif(" + words_sql("s.sentence", "t") +
                                  ", ''), (SELECT m.sentence FROM agreement_mention m WHERE m.agreement = "
                                  "l.agreement AND m.document = l.document AND "
                                  "m.span_part = l.span_part AND m.span_begin = l.span_begin), (SELECT " +
                                  words_sql("p.sentence", "t") +
                                  " FROM event e JOIN event_mention p ON p.document = e.document AND p.event "
                                  "= e.number AND p.number = e.principal "
                                  "WHERE e.document = l.document AND e.number = l.event), '')"),
  };
  return child;
}

Child mentions_child() {
  Child child;
  child.name = "mentions";
  child.from =
      "FROM agreement_mention m JOIN document d ON d.id = m.document LEFT JOIN document_text t ON t.document "
      "= m.document "
      "WHERE m.agreement = :row ORDER BY m.position";
  child.columns = {
      text_column("name", "m.name"),
      enum_column("bears", "m.bears", names_of(LedgerKind::kCollapse)),
      interval_column("dated", "m.dated"),
      flag_column("dated_effective", "m.dated_effective"),
      text_column("alleged_by", "m.alleged_by"),
      text_column("accused", "m.accused"),
      text_column("outlet", "m.outlet"),
      text_column("origin", "m.origin"),
      interval_column("said", "m.said"),
      interval_column("published", "d.published"),
      text_column("document", page_name_sql("m.document")),
      text_column("path", page_path_sql("m.document")),
      id_column("statement",
                "(SELECT s.sid FROM statement s WHERE s.document = m.document AND s.number = m.statement)"),
      id_column("event", "(SELECT e.sid FROM event e WHERE e.document = m.document AND e.number = m.event)"),
      span_column("words", "m.span", "t"),
      text_column("sentence", "m.sentence"),
  };
  return child;
}

}  // namespace

ListQuery agreements_list() {
  const std::string day = "coalesce(a.announced_from, a.announced_to, a.effective_from, a.effective_to)";
  const std::string documents = "SELECT m.document FROM agreement_mention m WHERE m.agreement = ";
  ListQuery q;
  q.name = "agreements";
  q.kind = RowKind::kAgreement;
  q.from = "agreement a";
  q.key = "a.id";
  q.at_key = "a.id = :row";
  q.order = fmt::format("{0} IS NULL, {0}, a.name, a.sid", day);
  q.columns = {
      id_column("id", "a.sid").shown("ID"),
      text_column("name", "a.name").shown("NAME"),
      enum_column("kind", "a.kind", names_of(AgreementKind::kMechanism)).shown("KIND"),
      list_column("parties", texts("agreement_party")).shown("PARTIES"),
      interval_column("announced", "a.announced").shown("ANNOUNCED"),
      interval_column("effective", "a.effective").shown("IN FORCE"),
      text_column("place", "a.place"),
      list_column("ledger_summary", ledger_summary()).only(kRows).shown("LEDGER").wide().in_lines(),
      list_column("names", texts("agreement_name")),
      text_column("mediator", "a.mediator"),
      interval_column("ended", "a.ended"),
      list_column("terms", texts("agreement_term")),
      list_column("bears",
                  "(SELECT json_group_array(w) FROM (SELECT " +
                      enum_sql("l.kind", names_of(LedgerKind::kCollapse)) +
                      " AS w FROM ledger_entry l WHERE l.agreement = a.id GROUP BY l.kind ORDER BY l.kind))"),
      integer_column("pages",
                     "(SELECT count(DISTINCT m.document) FROM agreement_mention m WHERE m.agreement = a.id)"),
  };
  Child disputes;
  disputes.name = "disputes";
  disputes.from = "FROM dispute p WHERE p.agreement = :row ORDER BY p.id";
  disputes.columns = {
      id_column("id", "p.sid"), enum_column("kind", "p.kind", names_of(DisputeKind::kOccurrence)),
      enum_column("state", "p.state", names_of(DisputeState::kSettled)), text_column("text", "p.text")};
  Child joins;
  joins.name = "joins";
  joins.from = fmt::format("FROM member_join j WHERE j.kind = {} AND j.owner = :row ORDER BY j.position",
                           static_cast<int>(RowKind::kAgreement));
  joins.columns = {text_column("reason", "j.reason")};
  q.children = {ledger_child(), mentions_child(), disputes, documents_child(documents + ":row"), joins};
  const auto some_mention = [](const std::string& condition) {
    return "EXISTS (SELECT 1 FROM agreement_mention m WHERE m.agreement = a.id AND (" + condition + "))";
  };
  const auto some_entry = [](const std::string& condition) {
    return "EXISTS (SELECT 1 FROM ledger_entry l LEFT JOIN statement s ON s.document = l.document AND "
           "s.number = l.statement "
           "WHERE l.agreement = a.id AND (" +
           condition + "))";
  };
  q.filters = {
      words_rule(FilterName::kBy,
                 "has_words(a.mediator, :by) OR EXISTS (SELECT 1 FROM agreement_party x WHERE x.agreement = "
                 "a.id AND has_words(x.name, :by)) OR " +
                     some_entry("has_words(l.alleged_by || ' ' || " +
                                actor_words_sql("s.document", "s.source_actor") + ", :by)")),
      words_rule(FilterName::kTo, some_entry("has_words(l.accused, :to)")),
      words_rule(FilterName::kAbout, some_mention("has_words(m.sentence || ' ' || m.name, :about) OR " +
                                                  mentions_sql("m.document", "m.span"))),
      {FilterName::kStatus, FilterKind::kEnum, some_entry("l.kind = :status"),
       names_of(LedgerKind::kCollapse)},
      enum_rule(FilterName::kType, "a.kind", names_of(AgreementKind::kMechanism)),
      words_rule(FilterName::kPlace,
                 "has_words(a.place, :place) OR " + some_mention("has_words(m.place, :place)")),
      {FilterName::kText,
       FilterKind::kFullText,
       some_mention("has_words(m.sentence || ' ' || m.name, :text_words)"),
       {}},
      {FilterName::kSaid, FilterKind::kClock, some_mention(overlaps_sql("m.said", "said")), {}},
      {FilterName::kHappened,
       FilterKind::kClock,
       fmt::format("({}) OR ({}) OR ({}) OR {}", overlaps_sql("a.announced", "happened"),
                   overlaps_sql("a.effective", "happened"), overlaps_sql("a.ended", "happened"),
                   some_entry(overlaps_sql("l.when", "happened"))),
       {}},
  };
  for (FilterRule& rule : page_rules(documents + "a.id")) q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
