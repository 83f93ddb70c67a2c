#include "output/thing_json.h"

#include <algorithm>

#include "base/format.h"
#include "output/document_json.h"

namespace hearsay {
namespace {

// Index of a row in a parallel list of row ids; kNone where the row is gone.
uint32_t index_of(const std::vector<RowId>& rows, RowId row) {
  const auto found = std::find(rows.begin(), rows.end(), row);
  return found == rows.end() ? kNone : static_cast<uint32_t>(found - rows.begin());
}

Error gone() { return {ErrorCode::kNoSuchId, "the row vanished while it was read; ask again"}; }

Json chain_json(const std::vector<SourceLink>& chain, const Document& document) {
  Json json = Json::array();
  for (const SourceLink& link : chain) {
    Json row{{"kind", to_string(link.kind)}, {"name", link.name.empty() ? Json(nullptr) : Json(link.name)}};
    if (link.kind == SourceLink::Kind::kPage) row["document"] = document.page.name;
    if (!link.words.empty()) row["words"] = link.words;
    if (link.statement) row["statement"] = link.statement->hex();
    json.push_back(std::move(row));
  }
  return json;
}

Json captures_json(const std::vector<Capture>& captures) {
  Json json = Json::array();
  for (const Capture& capture : captures) json.push_back(capture_json(capture));
  return json;
}

// What the list says beside what the document says; the document's own account goes first.
void add_missing(Json& json, Json&& more) {
  for (auto& [key, value] : more.items())
    if (!json.contains(key)) json[key] = std::move(value);
}

// What the dates and the outlet of a thing's page rest on.
void add_evidence(Json& json, const Document& document) {
  const auto page = json.find("document");
  if (page == json.end() || !page->is_object()) return;
  const Json facts = document_facts_json(document);
  for (const char* key : {"outlet_evidence", "published_evidence"}) (*page)[key] = facts[key];
}

Result<Json> document_row(RecordView& view, RowId key) {
  Result<const RecordView::Loaded*> loaded = view.document(key);
  if (!loaded.ok()) return loaded.error();
  Json json = document_facts_json((*loaded)->document);
  json["captures"] = captures_json((*loaded)->captures);
  Result<Json> more = view.object(*find_list(RowKind::kDocument), key);
  if (!more.ok()) return more.error();
  add_missing(json, std::move(*more));
  return json;
}

Result<Json> statement_row(RecordView& view, RowId key) {
  Result<const RecordView::Loaded*> loaded = view.document(document_of(key));
  if (!loaded.ok()) return loaded.error();
  const uint32_t index = index_of((*loaded)->statements, key);
  if (index == kNone) return gone();
  Json json = statement_json((*loaded)->document, index);
  const Result<std::vector<SourceLink>> chain = view.chain(**loaded, index);
  if (!chain.ok()) return chain.error();
  json["chain"] = chain_json(*chain, (*loaded)->document);
  Result<Json> more = view.object(*find_list(RowKind::kStatement), key);
  if (!more.ok()) return more.error();
  add_missing(json, std::move(*more));
  add_evidence(json, (*loaded)->document);
  return json;
}

Result<Json> event_row(RecordView& view, RowId key) {
  Result<const RecordView::Loaded*> loaded = view.document(document_of(key));
  if (!loaded.ok()) return loaded.error();
  const Document& document = (*loaded)->document;
  const uint32_t index = index_of((*loaded)->events, key);
  if (index == kNone) return gone();
  Json json = event_json(document, index);
  // Who tells of it: of each mention the chain of sources, the page alone for its own voice.
  const std::vector<EventMention>& mentions = document.events[index].mentions;
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].said_by == kNone) continue;
    const Result<std::vector<SourceLink>> chain = view.chain(**loaded, mentions[i].said_by);
    if (!chain.ok()) return chain.error();
    json["mentions"][i]["chain"] = chain_json(*chain, document);
  }
  Result<Json> more = view.object(*find_list(RowKind::kEvent), key);
  if (!more.ok()) return more.error();
  add_missing(json, std::move(*more));
  add_evidence(json, document);
  return json;
}

Result<Json> actor_thing(RecordView& view, RowId row) {
  Result<const RecordView::Loaded*> loaded = view.document(document_of(row));
  if (!loaded.ok()) return loaded.error();
  const uint32_t index = index_of((*loaded)->actors, row);
  if (index == kNone) return gone();
  Json json = actor_json((*loaded)->document, index);
  Result<Json> more = view.actor_object(row);
  if (!more.ok()) return more.error();
  add_missing(json, std::move(*more));
  add_evidence(json, (*loaded)->document);
  return json;
}

}  // namespace

Result<Json> row_json(RecordView& view, const ListQuery& list, RowId key) {
  if (list.kind == RowKind::kDocument) return document_row(view, key);
  if (list.kind == RowKind::kStatement) return statement_row(view, key);
  if (list.kind == RowKind::kEvent) return event_row(view, key);
  return view.object(list, key);
}

Result<Json> thing_json(RecordView& view, RowKind kind, RowId row) {
  if (kind == RowKind::kDocument) return exported_json(view, row);
  if (kind == RowKind::kActor) return actor_thing(view, row);
  const ListQuery* list = find_list(kind);
  if (!list) return Error{ErrorCode::kInternal, fmt::format("no list for {}", to_string(kind))};
  return row_json(view, *list, row);
}

Result<Json> exported_json(RecordView& view, RowId row) {
  Result<const RecordView::Loaded*> loaded = view.document(row);
  if (!loaded.ok()) return loaded.error();
  Json json = document_json((*loaded)->document);
  json["captures"] = captures_json((*loaded)->captures);
  const Result<std::vector<std::string>> shared = view.shared_actors(**loaded);
  if (!shared.ok()) return shared.error();
  for (size_t i = 0; i < shared->size(); ++i)
    json["actors"][i]["shared"] = (*shared)[i].empty() ? Json(nullptr) : Json((*shared)[i]);
  Result<Json> more = view.object(*find_list(RowKind::kDocument), row);
  if (!more.ok()) return more.error();
  add_missing(json, std::move(*more));
  Result<Json> withdrawn = view.withdrawn(row);
  if (!withdrawn.ok()) return withdrawn.error();
  json["withdrawn"] = std::move(*withdrawn);
  return json;
}

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}
std::string lines_of(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hearsay
