// The full-text index over texts and statements, built in batches.
#pragma once

#include <cstdint>
#include <functional>

#include "store/database.h"
#include "store/document_loader.h"

namespace hearsay {

class FullText {
 public:
  [[nodiscard]] static Result<FullText> make(const Database& database);

  // To be called before a document's text or statements change: takes the old words out, if they are in, and
  // puts the document on the waiting list. Within the caller's transaction.
  [[nodiscard]] Result<void> remove(RowId document, const StoredDocument& old);

  // Takes in what is not in yet, each batch in a transaction of its own.
  using Progress = std::function<void(uint64_t done, uint64_t total)>;
  [[nodiscard]] Result<void> build(const Progress& progress);

 private:
  explicit FullText(const Database& database) : database_(&database) {}
  [[nodiscard]] Result<void> add(RowId first, RowId last);
  [[nodiscard]] Result<void> add_statements(RowId first, RowId last);
  const Database* database_;
  Sql is_in_, remove_text_, remove_statement_, wait_, text_, statements_, put_statement_;
};

}  // namespace hearsay
