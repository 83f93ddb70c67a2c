// What a Writer holds: the connection, the run, and the tools that write with them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/file_lock.h"
#include "store/document_loader.h"
#include "store/document_writer.h"
#include "store/full_text.h"
#include "store/id_lookup.h"
#include "store/recode.h"
#include "store/withdrawals.h"
#include "store/writer.h"

namespace hearsay {

struct Writer::Impl {
  Impl(FileLock held, Database opened) : lock(std::move(held)), database(std::move(opened)) {}
  // Whatever is in flight is rolled back as the connection goes.
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  FileLock lock;  // goes last
  Database database;
  WriterOptions options;
  RowId run = 0;
  std::set<RowId> same_runs;  // with the same four hashes as this one, itself included
  RowId next_document = 1;
  std::vector<bool> decided;    // by document: a put of this run has decided what it holds
  bool has_rejections = false;  // some are on the list
  bool has_redactions = false;
  bool in_transaction = false;
  size_t in_flight = 0;         // documents put since the last commit
  std::optional<Error> broken;  // what made the writer unfit

  std::optional<DocumentWriter> writer;
  std::optional<DocumentLoader> loader;
  std::optional<Withdrawals> withdrawals;
  std::optional<FullText> full_text;
  std::optional<IdLookup> ids;
  Sql find_document, find_page, find_redaction, insert_page, insert_rejection, resolve_rejection;

  [[nodiscard]] Result<void> prepare();
  [[nodiscard]] Result<void> begin();  // a transaction, unless there is one
  [[nodiscard]] Result<void> commit();
  // Takes the batch in flight back and makes every further call fail.
  Error give_up(Error error);
  // Nothing is written without a run, or after a failure.
  [[nodiscard]] Result<void> check_fit() const;

  // Runs `work` in a transaction of its own. kInternal undoes it and leaves the writer fit; other errors
  // don't.
  template <class Work>
  [[nodiscard]] auto alone(Work work) -> decltype(work()) {
    if (Result<void> fit = check_fit(); !fit.ok()) return fit.error();
    if (Result<void> done = commit(); !done.ok()) return done.error();
    if (Result<void> done = begin(); !done.ok()) return done.error();
    auto result = work();
    if (result.ok()) {
      if (Result<void> done = commit(); !done.ok()) return done.error();
    } else {
      const Error error = give_up(result.error());
      if (error.code == ErrorCode::kInternal) broken.reset();
    }
    return result;
  }

  [[nodiscard]] Result<PutReport> put(const Document& document);
  [[nodiscard]] Result<void> add(const Document& document, const Sha256& hash, PutReport& report);
  [[nodiscard]] Result<void> put_again(const Document& document, const Sha256& hash,
                                       const Sha256& stored_hash, RowId stored_run, PutReport& report);
  [[nodiscard]] Result<bool> is_redacted(RowId id);
  [[nodiscard]] Result<void> keep_page(RowId id, const Page& page);
};

}  // namespace hearsay
