// The record as `output` sees it: whole documents, objects of JSON, chains of sources, what an id names.
// Keeps what was asked for last, since rows of one document come one after the other. One thread at a time.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "query/list_query.h"
#include "query/object_reader.h"
#include "query/source_chain.h"
#include "record/corpus.h"
#include "record/document.h"
#include "store/reader.h"

namespace hearsay {

class RecordView {
 public:
  explicit RecordView(const Reader& reader) : reader_(reader) {}  // which must outlive it

  [[nodiscard]] const Database& database() const { return reader_.database(); }

  struct Loaded {
    RowId row = 0;
    Document document;
    std::vector<RowId> actors, statements, events;  // row ids, parallel to the document's
    std::vector<Capture> captures;                  // all, the document's own first
  };
  // Lives until the next call.
  [[nodiscard]] Result<const Loaded*> document(RowId row);

  // All that the list says of a row. kNoSuchId.
  [[nodiscard]] Result<Json> object(const ListQuery& list, RowId key);
  // All that is said of an actor of one document beyond the document.
  [[nodiscard]] Result<Json> actor_object(RowId actor);

  [[nodiscard]] Result<std::vector<SourceLink>> chain(const Loaded& loaded, uint32_t statement) const;

  // The ids of the shared actors of a document's actors, "" where there is none; parallel to Loaded::actors.
  [[nodiscard]] Result<std::vector<std::string>> shared_actors(const Loaded& loaded) const;

  // What is no longer found in a document, as JSON objects: kind, id, reason, when, successor (or null), and
  // the row as it was.
  [[nodiscard]] Result<Json> withdrawn(RowId document) const;
  [[nodiscard]] Result<Json> withdrawal(RowId row) const;

  // Documents by name, path, hash: an order that does not depend on how they came.
  [[nodiscard]] Result<std::vector<RowId>> documents_by_name() const;

  // As Reader::find.
  [[nodiscard]] Result<FoundRow> find(std::string_view id) const { return reader_.find(id); }

 private:
  const Reader& reader_;
  std::optional<Loaded> loaded_;
  std::map<std::string_view, ObjectReader> objects_;  // by list's name
};

}  // namespace hearsay
