// Writing the record. One writer at a time over all processes; readers may read meanwhile and see what has
// been committed.
//
//   auto writer = Writer::open("hearsay.db");
//   writer->begin_run(run);
//   writer->put(document); ...  writer->reject(rejection); ...
//   writer->build_indexes();
//   writer->save(copy_groups); ...
//   writer->end_run(now);
//   writer->close();
//
// What is put is committed in batches. A process that is killed loses the batch in flight and nothing else;
// the next run that puts the same pages completes the record to the same content.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/corpus.h"
#include "record/document.h"
#include "record/rejection.h"

namespace hearsay {

// What a run is made of: hashes or versions, nothing that depends on the machine. Two runs with the same four
// agree on everything.
struct RunInfo {
  std::string engine, model, knowledge, options;
  std::string started;  // ISO date-time
};

enum class StorePages { kNo, kYes };

struct WriterOptions {
  StorePages pages = StorePages::kNo;  // store each page's bytes, compressed
  size_t documents_per_commit = 500;
};

struct PutReport {
  enum class Outcome {
    kAdded,
    kUnchanged,
    kCaptureAdded,  // the same bytes under another path, address or time
    kRecoded        // the engine finds something else in it than it did
  } outcome = Outcome::kUnchanged;
  RowId document = 0;
  size_t withdrawn = 0;  // actors, statements and events that are no longer found
};

class Writer {
 public:
  // Creates the record where there is none, brings an older one up to date. kRecordBusy where another writer
  // has it open, kRecordNotARecord, kRecordTooNew, kRecordFailed.
  [[nodiscard]] static Result<Writer> open(const std::string& path, const WriterOptions& options = {});

  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();  // as close(), its error lost

  // Every row names the run that wrote it: called once, before anything else is written.
  [[nodiscard]] Result<void> begin_run(const RunInfo& run);
  [[nodiscard]] Result<void> end_run(const std::string& ended);

  // Stores a page and what was found in it. Where the record holds the same bytes already:
  //  - what the engine finds is the same: nothing is touched;
  //  - it differs: rows with the same id keep their number and are brought up to date, rows no longer found
  //    are withdrawn, new ones are added.
  // The first put of some bytes in a run decides; a second one, from another path, adds its capture alone.
  // A document with redactions only gains captures.
  // kInternal, with nothing written, for a document that does not hold together: a span outside of its part
  // or inside a character, an index that points nowhere, two rows with one id. kRecordFailed: the batch in
  // flight is lost and the writer is of no more use.
  [[nodiscard]] Result<PutReport> put(const Document& document);

  // The same page refused for the same reason is one row. A page that is read after all takes its rejections
  // off the list.
  [[nodiscard]] Result<void> reject(const Rejection& rejection);

  // Makes what was put visible to readers. Happens by itself each `documents_per_commit`.
  [[nodiscard]] Result<void> commit();

  // Full-text index and look-up by id, for the documents that are not in them yet. Until then a look-up by id
  // finds new rows all the same, only slower. `progress` is given documents done and to do, some times a
  // second at most.
  using Progress = std::function<void(uint64_t done, uint64_t total)>;
  [[nodiscard]] Result<void> build_indexes(const Progress& progress = {});

  // Phase B's results, whole: each call states all groups of its kind, and the record is brought to that.
  // Groups that are stored already are not touched; a group that still holds the member it was named by keeps
  // its row and id; what vanished is withdrawn (merged, split or recoded). A new group's id is made from its
  // first member: the `id` of the given things is not used, but for Claim::id, by which Dispute::claims find
  // their claims. Gives the row id of each, in the given order. Members must be in order of publication; a
  // document, actor or incident's event in two groups, or one that the record does not hold, is kInternal and
  // nothing is written. Each call commits. Incidents and agreements before claims (whose `subject` names
  // their row ids), copies and shared actors first.
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<CopyGroup>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<SharedActor>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Story>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Incident>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Agreement>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Contact>& groups);
  [[nodiscard]] Result<void> save(const std::vector<NarrowedDate>& dates);  // after copies and stories
  struct SavedClaims {
    std::vector<RowId> claims, disputes;
  };
  [[nodiscard]] Result<SavedClaims> save(const std::vector<Claim>& claims,
                                         const std::vector<Dispute>& disputes);

  // Commits and closes; the record is one file then. Nothing may be called afterwards.
  [[nodiscard]] Result<void> close();

 private:
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  template <class Group>
  [[nodiscard]] Result<std::vector<RowId>> save_groups(const std::vector<Group>& groups);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
