// Writes the rows of one document. The caller holds a transaction and has found the document sound
// (soundness.h).
#pragma once

#include <string>
#include <vector>

#include "store/database.h"
#include "store/layout.h"
#include "store/numbers.h"

namespace hearsay {

class DocumentWriter {
 public:
  [[nodiscard]] static Result<DocumentWriter> make(const Database& database);

  // A new document: all but captures and page.
  [[nodiscard]] Result<void> insert(RowId id, const Document& document, const Sha256& content_hash,
                                    RowId run);

  // What `update` did to the rows with ids: indexes into the lists of the old and the new document.
  struct Changes {
    std::vector<uint32_t> gone;   // in the old one
    std::vector<uint32_t> added;  // in the new one
  };
  struct Update {
    Changes actors, statements, events;
    Numbers numbers;  // of the new document
  };
  // Which rows an update keeps (those with the same id), drops and adds, and the numbers that follow.
  [[nodiscard]] static Update compare(const Document& old, const Numbers& old_numbers, const Document& fresh);

  // Brings the stored document to `fresh`. Rows that are the same are not touched.
  [[nodiscard]] Result<void> update(RowId id, const Document& old, const Numbers& old_numbers,
                                    const Document& fresh, const Update& update, const Sha256& content_hash,
                                    RowId run);

  [[nodiscard]] Result<void> insert_capture(RowId id, int64_t number, const Page& page, RowId run);

 private:
  struct At;  // the document being written
  DocumentWriter() = default;

  [[nodiscard]] Result<void> write_text(const At& at);
  [[nodiscard]] Result<void> write_paragraphs(const At& at);
  [[nodiscard]] Result<void> write_credits(const At& at);
  [[nodiscard]] Result<void> write_times(const At& at);
  [[nodiscard]] Result<void> write_places(const At& at);
  [[nodiscard]] Result<void> write_mentions(const At& at);
  enum class How { kInsert, kUpdate };
  [[nodiscard]] Result<void> write_actor(const At& at, uint32_t index, How how);
  [[nodiscard]] Result<void> write_actor_details(const At& at, uint32_t index);
  [[nodiscard]] Result<void> write_statement(const At& at, uint32_t index, How how);
  [[nodiscard]] Result<void> write_event(const At& at, uint32_t index, How how);
  [[nodiscard]] Result<void> write_event_mentions(const At& at, uint32_t index);
  [[nodiscard]] static Result<void> remove(Sql& sql, RowId id, uint32_t number);
  [[nodiscard]] Result<void> remove_actor_details(RowId id, uint32_t number);
  [[nodiscard]] Result<void> remove_event_details(RowId id, uint32_t number);

  Sql document_, text_, signature_, capture_, paragraph_, credit_, time_, place_, actor_, actor_name_,
      office_, mention_, statement_, event_, event_mention_, event_count_;
  Sql update_document_, update_actor_, update_statement_, update_event_;
  Sql clear_paragraphs_, clear_credits_, clear_times_, clear_places_, clear_mentions_;
  Sql remove_actor_, remove_actor_names_, remove_offices_, remove_statement_, remove_event_,
      remove_event_mentions_, remove_event_counts_;
};

}  // namespace hearsay
