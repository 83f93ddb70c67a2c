#include "query/record_view.h"

#include "query/sql_parts.h"
#include "store/attempt.h"

namespace hearsay {
namespace {

const std::vector<Child>& actor_children() {
  static const std::vector<Child> kChildren = [] {
    Child shared;
    shared.name = "shared";
    shared.shape = Child::Shape::kObject;
    shared.from =
        "FROM shared_actor_member m JOIN shared_actor g ON g.id = m.shared_actor WHERE m.document = " +
        row_document_sql() + " AND m.actor = " + row_number_sql();
    shared.columns = {
        id_column("id", "g.sid"), text_column("name", "g.name"),
        integer_column("pages", "(SELECT count(*) FROM shared_actor_member o WHERE o.shared_actor = g.id)")};
    Child statements;
    statements.name = "statements";
    statements.from =
        "FROM statement s LEFT JOIN document_text t ON t.document = s.document WHERE s.document = " +
        row_document_sql() + " AND s.source_actor = " + row_number_sql() + " ORDER BY s.position";
    statements.columns = {id_column("id", "s.sid"), enum_column("act", "s.act", names_of(Act::kAdmit)),
                          text_column("content", words_sql("s.content", "t"))};
    return std::vector<Child>{document_child("document", row_document_sql()), shared, statements};
  }();
  return kChildren;
}

Json json_of(const Withdrawal& w) {
  Json json{{"kind", to_string(w.kind)},
            {"id", w.id.hex()},
            {"withdrawn", to_string(w.reason)},
            {"when", w.when},
            {"successor", w.successor ? Json(w.successor->hex()) : Json(nullptr)}};
  Json content = Json::parse(w.content, nullptr, false);
  json["row"] = content.is_discarded() ? Json(nullptr) : std::move(content);
  return json;
}

}  // namespace

Result<const RecordView::Loaded*> RecordView::document(RowId row) {
  if (loaded_ && loaded_->row == row) return static_cast<const Loaded*>(&*loaded_);
  loaded_.reset();
  HEARSAY_TAKE(document, reader_.load(row));
  HEARSAY_TAKE(rows, reader_.rows(row));
  HEARSAY_TAKE(captures, reader_.captures(row));
  loaded_ = Loaded{row,
                   std::move(document),
                   std::move(rows.actors),
                   std::move(rows.statements),
                   std::move(rows.events),
                   std::move(captures)};
  return static_cast<const Loaded*>(&*loaded_);
}

Result<Json> RecordView::object(const ListQuery& list, RowId key) {
  auto found = objects_.find(list.name);
  if (found == objects_.end()) {
    HEARSAY_TAKE(reader, ObjectReader::make(database(), list));
    found = objects_.emplace(list.name, std::move(reader)).first;
  }
  return found->second.read(key);
}

Result<Json> RecordView::actor_object(RowId actor) {
  HEARSAY_TAKE(reader, ObjectReader::make(database(), actor_children()));
  return reader.read(actor);
}

Result<std::vector<SourceLink>> RecordView::chain(const Loaded& loaded, uint32_t statement) const {
  const Statement& s = loaded.document.statements[statement];
  HEARSAY_TAKE(
      origin, origin_of(database(), loaded.row, loaded.document, s.content.empty() ? s.sentence : s.content));
  return source_chain(loaded.document, statement, origin);
}

Result<std::vector<std::string>> RecordView::shared_actors(const Loaded& loaded) const {
  std::vector<std::string> ids(loaded.actors.size());
  HEARSAY_TAKE(
      sql, database().prepare("SELECT m.actor, id_hex(g.sid) FROM shared_actor_member m JOIN shared_actor g "
                              "ON g.id = m.shared_actor WHERE m.document = ?"));
  sql.bind(1, loaded.row);
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return ids;
    for (size_t i = 0; i < ids.size(); ++i)
      if (number_of(loaded.actors[i]) == sql.integer(0)) ids[i] = sql.text(1);
  }
}

Result<Json> RecordView::withdrawn(RowId document) const {
  HEARSAY_TAKE(list, reader_.withdrawals(document));
  Json json = Json::array();
  for (const Withdrawal& w : list) json.push_back(json_of(w));
  return json;
}

Result<Json> RecordView::withdrawal(RowId row) const {
  HEARSAY_TAKE(found, reader_.withdrawal(row));
  Json json = json_of(found);
  if (found.document != 0) {
    const std::vector<Child> page_child = {document_child("document", ":row")};
    HEARSAY_TAKE(reader, ObjectReader::make(database(), page_child));
    HEARSAY_TAKE(page, reader.read(found.document));
    json.update(page);
  }
  return json;
}

Result<std::vector<RowId>> RecordView::documents_by_name() const {
  std::vector<RowId> rows;
  HEARSAY_TAKE(sql, database().prepare("SELECT d.id FROM document d ORDER BY " + page_name_sql("d.id") +
                                       ", " + page_path_sql("d.id") + ", d.sha256"));
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return rows;
    rows.push_back(sql.integer(0));
  }
}

}  // namespace hearsay
