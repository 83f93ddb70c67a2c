// hearsay contacts: meetings, calls and letters; who with whom, and who reports it.
#include "base/format.h"
#include "query/list_query.h"
#include "query/sql_parts.h"
#include "record/types.h"

namespace hearsay {
namespace {

// For people: where neither speaker nor outlet is named, the pages.
std::string reporters() {
  return fmt::format(
      "(SELECT json_group_array(w) FROM (SELECT r.name AS w FROM contact_reporter r WHERE r.contact = c.id "
      "AND r.name <> '' "
      "UNION SELECT {} FROM contact_event x JOIN document d ON d.id = x.document WHERE x.contact = c.id AND "
      "NOT EXISTS "
      "(SELECT 1 FROM contact_reporter r WHERE r.contact = c.id AND r.name <> '')))",
      outlet_sql("d"));
}

Child events_child() {
  Child child;
  child.name = "events";
  child.from =
      "FROM contact_event x JOIN event e ON e.document = x.document AND e.number = x.event "
      "JOIN event_mention p ON p.document = e.document AND p.event = e.number AND p.number = e.principal "
      "JOIN document d ON d.id = e.document LEFT JOIN document_text t ON t.document = e.document "
      "LEFT JOIN statement s ON s.document = e.document AND s.number = p.said_by WHERE x.contact = :row "
      "ORDER BY x.position";
  child.columns = {
      id_column("id", "e.sid"),
      text_column("document", page_name_sql("e.document")),
      text_column("outlet", "d.outlet"),
      interval_column("published", "d.published"),
      interval_column("when", "p.when"),
      enum_column("status", "p.status", names_of(Status::kHypothetical)),
      id_column("said_by", "s.sid"),
      text_column("speaker", "coalesce(nullif(s.source_name, ''), " + words_sql("s.source", "t") + ", '')"),
      text_column("trigger", words_sql("p.trigger", "t")),
      text_column("sentence", words_sql("p.sentence", "t"))};
  return child;
}

Child readouts_child() {
  Child child;
  child.name = "readouts";
  child.from =
      "FROM contact_readout r JOIN document d ON d.id = r.document LEFT JOIN document_text t ON t.document = "
      "r.document "
      "LEFT JOIN statement s ON s.document = r.document AND s.number = r.statement WHERE r.contact = :row "
      "ORDER BY r.position";
  child.columns = {text_column("side", "r.side"),
                   text_column("outlet", "d.outlet"),
                   text_column("document", page_name_sql("r.document")),
                   text_column("path", page_path_sql("r.document")),
                   id_column("statement", "s.sid"),
                   enum_column("act", "s.act", names_of(Act::kAdmit)),
                   text_column("content", "coalesce(" + words_sql("s.content", "t") + ", '')")};
  return child;
}

}  // namespace

ListQuery contacts_list() {
  const std::string documents =
      "SELECT x.document FROM contact_event x WHERE x.contact = {0} UNION SELECT r.document FROM "
      "contact_readout r WHERE r.contact = {0}";
  const std::string day = "coalesce(c.when_from, c.when_to)";
  ListQuery q;
  q.name = "contacts";
  q.kind = RowKind::kContact;
  q.from = "contact c";
  q.key = "c.id";
  q.at_key = "c.id = :row";
  q.order = fmt::format("{0} IS NULL, {0}, c.a, c.b, c.sid", day);
  q.columns = {
      id_column("id", "c.sid").shown("ID"),
      interval_column("when", "c.when").shown("WHEN"),
      enum_column("channel", "c.channel", names_of(Channel::kTalks)).shown("CHANNEL"),
      text_column("a", "c.a").shown("WHO").wide(),
      text_column("b", "c.b").shown("WITH WHOM").wide(),
      enum_column("status", "c.status", names_of(Status::kHypothetical)).shown("STATUS"),
      list_column("reporters", reporters()).only(kTable).shown("REPORTED BY").wide(),
      list_column(
          "reported_by",
          "(SELECT json_group_array(name) FROM (SELECT r.name FROM contact_reporter r WHERE r.contact = "
          "c.id ORDER BY r.position))"),
      integer_column("readout_count", "(SELECT count(*) FROM contact_readout r WHERE r.contact = c.id)")
          .only(kRows)
          .shown("READOUTS"),
      text_column("place", "c.place"),
      id_column("a_shared", "(SELECT g.sid FROM shared_actor g WHERE g.id = c.a_shared)"),
      id_column("b_shared", "(SELECT g.sid FROM shared_actor g WHERE g.id = c.b_shared)"),
  };
  q.children = {readouts_child(), events_child(),
                documents_child(fmt::format(fmt::runtime(documents), ":row"))};
  // A contact has no direction: either may be asked for by either filter.
  const auto either = [](const char* filter) {
    return fmt::format("has_words(c.a || ' ' || {0}, :{2}) OR has_words(c.b || ' ' || {1}, :{2})",
                       shared_words_sql("c.a_shared"), shared_words_sql("c.b_shared"), filter);
  };
  const std::string sentences = event_sentences_sql("x.document", "x.event");
  q.filters = {
      words_rule(FilterName::kBy, either("by")),
      words_rule(FilterName::kTo, either("to")),
      words_rule(FilterName::kAbout,
                 either("about") +
                     " OR EXISTS (SELECT 1 FROM contact_event x WHERE x.contact = c.id AND (has_words(" +
                     sentences + ", :about) OR " + event_mentions_sql("x.document", "x.event") + "))"),
      enum_rule(FilterName::kStatus, "c.status", names_of(Status::kHypothetical)),
      enum_rule(FilterName::kType, "c.channel", names_of(Channel::kTalks)),
      words_rule(FilterName::kPlace, "has_words(c.place, :place)"),
      {FilterName::kText,
       FilterKind::kFullText,
       "EXISTS (SELECT 1 FROM contact_event x WHERE x.contact = c.id AND has_words(" + sentences +
           ", :text_words))",
       {}},
      clock_rule(FilterName::kHappened, "c.when"),
  };
  for (FilterRule& rule : page_rules(fmt::format(fmt::runtime(documents), "c.id")))
    q.filters.push_back(std::move(rule));
  return q;
}

}  // namespace hearsay
