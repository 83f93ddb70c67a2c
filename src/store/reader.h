// Reading the record: whole documents, things by their id, and the rows that phase B works on. Read-only; any
// number of readers, each used by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/corpus.h"
#include "record/document.h"
#include "record/rejection.h"
#include "store/corpus_rows.h"
#include "store/database.h"
#include "store/row_id.h"

namespace hearsay {

enum class LoadPage { kNo, kYes };

// What is found under an id.
struct FoundRow {
  RowKind kind = RowKind::kDocument;
  RowId row = 0;         // 0: withdrawn
  std::string id;        // whole, as hexadecimal digits: 64 of a document, 32 of all else
  RowId withdrawal = 0;  // row of the table `withdrawal`, where it is withdrawn
};

// A row that is no longer found.
struct Withdrawal {
  RowId row = 0;  // of the table `withdrawal`
  RowKind kind = RowKind::kStatement;
  Id id;
  RowId document = 0;  // 0: it stood across documents
  WithdrawReason reason = WithdrawReason::kRecoded;
  std::optional<Id> successor;
  std::string content;  // JSON object: the row's columns, and the words of each span
  std::string when;     // start of the run that did not find it
};

// What `verify` went over.
struct Verified {
  enum class Page { kChecked, kNotChecked } page = Page::kNotChecked;
  uint64_t spans = 0;     // whose words were compared
  bool redacted = false;  // words were taken out: text and words can't be compared
};

class Reader {
 public:
  // As Database::open_read_only.
  [[nodiscard]] static Result<Reader> open(const std::string& path);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // For queries. Lives as long as the reader.
  [[nodiscard]] const Database& database() const;

  // The document as the engine made it, but for the layer `words`, which is not kept. Its page has no bytes
  // unless they were kept and are asked for; its capture is the first by path, address and time. kNoSuchId;
  // kRecordNotARecord for damaged rows.
  [[nodiscard]] Result<Document> load(RowId document, LoadPage page = LoadPage::kNo) const;
  // All captures, sorted by path, address, time.
  [[nodiscard]] Result<std::vector<Capture>> captures(RowId document) const;
  // Where things stand in a loaded document: their row ids, parallel to actors, statements, events.
  struct Rows {
    std::vector<RowId> actors, statements, events;
  };
  [[nodiscard]] Result<Rows> rows(RowId document) const;

  // Row ids of all documents, in the order in which they came.
  [[nodiscard]] Result<std::vector<RowId>> documents() const;
  [[nodiscard]] Result<std::vector<Withdrawal>> withdrawals(RowId document) const;
  [[nodiscard]] Result<Withdrawal> withdrawal(RowId row) const;

  // What has this id: its hexadecimal digits, or the first of them, six at least. kNoSuchId where there is
  // nothing, or more than one thing; then the message lists them. Live rows go before withdrawn ones.
  [[nodiscard]] Result<FoundRow> find(std::string_view id) const;

  // Whether everything that was put is in the full-text index; if not, searches miss the latest documents.
  [[nodiscard]] Result<bool> full_text_is_complete() const;

  // Recomputes the text's hash, the words under every span of every row that points into the document, what
  // was found as a whole, and the page's hash: of the stored page, or of `page_bytes` where they are given.
  // kHashMismatch or kWordsMismatch names the first place that differs. docs/decisions/verify.md says what
  // this can and can't notice.
  [[nodiscard]] Result<Verified> verify(RowId document,
                                        std::optional<std::string_view> page_bytes = std::nullopt) const;

  // Rows for phase B, one after the other, in the order of row ids; the row lives until the function returns.
  // False ends it.
  template <class Row>
  using Each = std::function<bool(Row&&)>;
  [[nodiscard]] Result<void> each_document(const Each<DocumentRow>& each) const;
  [[nodiscard]] Result<void> each_actor(const Each<ActorRow>& each) const;
  [[nodiscard]] Result<void> each_story_row(
      const Each<StoryRow>& each) const;  // `weights` empty: they need all rows
  [[nodiscard]] Result<void> each_statement(const Each<StatementRow>& each) const;
  [[nodiscard]] Result<void> each_event(const Each<EventRow>& each) const;

 private:
  struct Impl;
  explicit Reader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
