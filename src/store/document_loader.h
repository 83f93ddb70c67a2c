// Reads the rows of one document back into a Document.
#pragma once

#include "store/database.h"
#include "store/numbers.h"
#include "store/row_id.h"

namespace hearsay {

struct StoredDocument {
  Document document;
  Numbers numbers;
};

class DocumentLoader {
 public:
  [[nodiscard]] static Result<DocumentLoader> make(const Database& database);

  // All but page bytes, captures and the layer `words`. kNoSuchId; kRecordNotARecord naming table and column
  // for damaged rows.
  [[nodiscard]] Result<StoredDocument> load(RowId id);

  // In the order in which they came, with the names of their pages.
  struct NamedCapture {
    std::string name;
    Capture capture;
  };
  [[nodiscard]] Result<std::vector<NamedCapture>> captures(RowId id);

 private:
  DocumentLoader() = default;
  template <class Row, class Take>
  [[nodiscard]] Result<void> each(Sql& sql, const char* table, int keys, const Document& document, Take take);

  RowId id_ = 0;
  Sql document_, text_, signature_, capture_, paragraph_, credit_, time_, place_, actor_, actor_name_,
      office_, mention_, statement_, event_, event_mention_, event_count_;
};

}  // namespace hearsay
