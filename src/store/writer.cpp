#include "store/writer.h"

#include <algorithm>
#include <utility>

#include "base/compress.h"
#include "base/format.h"
#include "store/attempt.h"
#include "store/document_content.h"
#include "store/group_saver.h"
#include "store/narrowed_dates.h"
#include "store/schema.h"
#include "store/soundness.h"
#include "store/writer_state.h"

namespace hearsay {
namespace {

std::string_view bytes_of(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

Error about(const std::string& path, Error error) {
  if (!error.message.starts_with(path)) error.message = fmt::format("{}: {}", path, error.message);
  return error;
}

bool same(const Capture& a, const Capture& b) {
  return a.address == b.address && a.canonical == b.canonical && a.time == b.time && a.path == b.path &&
         a.warc_file == b.warc_file && a.offset == b.offset && a.length == b.length;
}

}  // namespace

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() {
  if (impl_) (void)close();
}

Result<Writer> Writer::open(const std::string& path, const WriterOptions& options) {
  Result<std::optional<FileLock>> lock = FileLock::acquire(path + "-lock");
  if (!lock.ok()) return lock.error();
  if (!lock->has_value())
    return Error{ErrorCode::kRecordBusy, fmt::format("{}: another process writes to this record", path)};
  Result<Database> database = Database::open_read_write(path);
  if (!database.ok()) return database.error();
  auto impl = std::make_unique<Impl>(std::move(**lock), std::move(*database));
  impl->options = options;
  if (Result<void> done = migrate(impl->database, migrations()); !done.ok()) return about(path, done.error());
  if (Result<void> done = impl->prepare(); !done.ok()) return about(path, done.error());
  return Writer(std::move(impl));
}

Result<void> Writer::begin_run(const RunInfo& run) {
  Impl& w = *impl_;
  if (w.broken) return *w.broken;
  if (w.run) return Error{ErrorCode::kInternal, "the writer is in a run already"};
  HEARSAY_TAKE(insert,
               w.database.prepare(
                   "INSERT INTO run(engine, model, knowledge, options, started) VALUES (?, ?, ?, ?, ?)"));
  insert.bind(1, std::string_view(run.engine))
      .bind(2, std::string_view(run.model))
      .bind(3, std::string_view(run.knowledge));
  HEARSAY_TRY(insert.bind(4, std::string_view(run.options)).bind(5, std::string_view(run.started)).run());
  w.run = w.database.last_row_id();
  HEARSAY_TAKE(sql,
               w.database.prepare(
                   "SELECT id FROM run WHERE engine = ? AND model = ? AND knowledge = ? AND options = ?"));
  sql.bind(1, std::string_view(run.engine))
      .bind(2, std::string_view(run.model))
      .bind(3, std::string_view(run.knowledge));
  sql.bind(4, std::string_view(run.options));
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return {};
    w.same_runs.insert(sql.integer(0));
  }
}

Result<void> Writer::end_run(const std::string& ended) {
  Impl& w = *impl_;
  HEARSAY_TRY(w.check_fit());
  HEARSAY_TRY(w.commit());
  HEARSAY_TAKE(sql, w.database.prepare("UPDATE run SET ended = ? WHERE id = ?"));
  HEARSAY_TRY(sql.bind(1, std::string_view(ended)).bind(2, w.run).run());
  w.run = 0;
  w.same_runs.clear();
  w.decided.clear();
  return {};
}

Result<PutReport> Writer::put(const Document& document) {
  Impl& w = *impl_;
  HEARSAY_TRY(w.check_fit());
  HEARSAY_TRY(check_soundness(document));
  Result<PutReport> report = w.put(document);
  if (!report.ok()) return w.give_up(report.error());
  if (++w.in_flight >= w.options.documents_per_commit) HEARSAY_TRY(w.commit());
  return report;
}

Result<void> Writer::reject(const Rejection& rejection) {
  Impl& w = *impl_;
  HEARSAY_TRY(w.check_fit());
  HEARSAY_TRY(w.begin());
  w.insert_rejection.bind(1, std::string_view(rejection.input))
      .bind(2, rejection.offset)
      .bind(3, std::string_view(rejection.stage));
  w.insert_rejection.bind(4, to_string(rejection.code)).bind(5, std::string_view(rejection.message));
  rejection.sha256 ? w.insert_rejection.bind_blob(6, bytes_of(*rejection.sha256))
                   : w.insert_rejection.bind_null(6);
  if (Result<void> done = w.insert_rejection.bind(7, w.run).run(); !done.ok()) return w.give_up(done.error());
  w.has_rejections = true;
  return {};
}

Result<void> Writer::commit() {
  if (impl_->broken) return *impl_->broken;
  return impl_->commit();
}

Result<void> Writer::build_indexes(const Progress& progress) {
  Impl& w = *impl_;
  if (w.broken) return *w.broken;
  HEARSAY_TRY(w.commit());
  if (Result<void> done = w.full_text->build(progress); !done.ok()) return w.give_up(done.error());
  if (Result<void> done = w.ids->build(); !done.ok()) return w.give_up(done.error());
  return {};
}

template <class Group>
Result<std::vector<RowId>> Writer::save_groups(const std::vector<Group>& groups) {
  Impl& w = *impl_;
  return w.alone([&] { return GroupSaver(w.database, *w.withdrawals, w.run).save(groups); });
}
Result<std::vector<RowId>> Writer::save(const std::vector<CopyGroup>& groups) { return save_groups(groups); }
Result<std::vector<RowId>> Writer::save(const std::vector<SharedActor>& groups) {
  return save_groups(groups);
}
Result<std::vector<RowId>> Writer::save(const std::vector<Story>& groups) { return save_groups(groups); }
Result<std::vector<RowId>> Writer::save(const std::vector<Incident>& groups) { return save_groups(groups); }
Result<std::vector<RowId>> Writer::save(const std::vector<Agreement>& groups) { return save_groups(groups); }
Result<std::vector<RowId>> Writer::save(const std::vector<Contact>& groups) { return save_groups(groups); }

Result<void> Writer::save(const std::vector<NarrowedDate>& dates) {
  Impl& w = *impl_;
  return w.alone([&] { return save_narrowed_dates(w.database, w.run, dates); });
}

Result<Writer::SavedClaims> Writer::save(const std::vector<Claim>& claims,
                                         const std::vector<Dispute>& disputes) {
  Impl& w = *impl_;
  return w.alone([&]() -> Result<SavedClaims> {
    GroupSaver saver(w.database, *w.withdrawals, w.run);
    HEARSAY_TAKE(claim_rows, saver.save(claims));
    HEARSAY_TAKE(dispute_rows, saver.save(disputes, claims, claim_rows));
    return SavedClaims{std::move(claim_rows), std::move(dispute_rows)};
  });
}

Result<void> Writer::close() {
  Result<void> result;
  if (impl_ && !impl_->broken) {
    result = impl_->commit();
    // Lets SQLite learn the tables' sizes where it lacks them.
    if (result.ok()) result = impl_->database.execute("PRAGMA analysis_limit = 1000; PRAGMA optimize");
    if (result.ok()) impl_->database.put_to_rest();
  }
  impl_.reset();
  return result;
}

// ---- inside -------------------------------------------------------------------------------------

Result<void> Writer::Impl::prepare() {
  HEARSAY_TAKE(made_writer, DocumentWriter::make(database));
  writer = std::move(made_writer);
  HEARSAY_TAKE(made_loader, DocumentLoader::make(database));
  loader = std::move(made_loader);
  HEARSAY_TAKE(made_withdrawals, Withdrawals::make(database));
  withdrawals = std::move(made_withdrawals);
  HEARSAY_TAKE(made_full_text, FullText::make(database));
  full_text = std::move(made_full_text);
  HEARSAY_TAKE(made_ids, IdLookup::make(database));
  ids = std::move(made_ids);
  const std::pair<Sql*, const char*> all[] = {
      {&find_document, "SELECT id, content_hash, run FROM document WHERE sha256 = ?"},
      {&find_page, "SELECT 1 FROM page WHERE document = ?"},
      {&find_redaction, "SELECT 1 FROM redaction WHERE document = ?"},
      {&insert_page, "INSERT INTO page(document, size, zstd) VALUES (?, ?, ?)"},
      {&insert_rejection,
       "INSERT INTO rejection(input, input_offset, stage, code, message, sha256, run) VALUES (?, ?, ?, ?, ?, "
       "?, ?) "
       "ON CONFLICT DO UPDATE SET resolved = NULL WHERE resolved IS NOT NULL"},
      {&resolve_rejection,
       "UPDATE rejection SET resolved = ?1 WHERE resolved IS NULL AND "
       "(sha256 = ?2 OR (sha256 IS NULL AND input = ?3 AND input_offset = ?4))"},
  };
  for (const auto& [slot, sql] : all) {
    HEARSAY_TAKE(statement, database.prepare(sql));
    *slot = std::move(statement);
  }
  HEARSAY_TAKE(last, database.integer("SELECT max(id) FROM document"));
  next_document = last + 1;
  HEARSAY_TAKE(rejections,
               database.integer("SELECT EXISTS (SELECT 1 FROM rejection WHERE resolved IS NULL)"));
  has_rejections = rejections != 0;
  HEARSAY_TAKE(redactions, database.integer("SELECT EXISTS (SELECT 1 FROM redaction)"));
  has_redactions = redactions != 0;
  return {};
}

Result<void> Writer::Impl::begin() {
  if (in_transaction) return {};
  HEARSAY_TRY(database.execute("BEGIN IMMEDIATE"));
  in_transaction = true;
  return {};
}

Result<void> Writer::Impl::commit() {
  if (!in_transaction) return {};
  if (Result<void> done = database.execute("COMMIT"); !done.ok()) return give_up(done.error());
  in_transaction = false;
  in_flight = 0;
  return {};
}

Error Writer::Impl::give_up(Error error) {
  (void)database.execute("ROLLBACK");  // fails where SQLite has done it already
  in_transaction = false;
  broken = error;
  return error;
}

Result<void> Writer::Impl::check_fit() const {
  if (broken) return *broken;
  if (!run) return Error{ErrorCode::kInternal, "nothing is written outside of a run"};
  return {};
}

Result<PutReport> Writer::Impl::put(const Document& document) {
  HEARSAY_TRY(begin());
  const Sha256 hash = content_hash(document);
  PutReport report;
  HEARSAY_TAKE(known, find_document.bind_lasting_blob(1, bytes_of(document.page.sha256)).step());
  Sha256 stored_hash{};
  RowId stored_run = 0;
  if (known) {
    report.document = find_document.integer(0);
    const std::string_view stored = find_document.view(1);
    std::copy_n(stored.begin(), std::min<size_t>(stored.size(), 16), stored_hash.begin());
    stored_run = find_document.integer(2);
  }
  find_document.reset();
  if (known)
    HEARSAY_TRY(put_again(document, hash, stored_hash, stored_run, report));
  else
    HEARSAY_TRY(add(document, hash, report));

  if (decided.size() <= static_cast<size_t>(report.document))
    decided.resize(static_cast<size_t>(report.document) * 3 / 2 + 1024);
  decided[static_cast<size_t>(report.document)] = true;
  if (has_rejections) {
    const Capture& capture = document.page.capture;
    resolve_rejection.bind(1, run)
        .bind_blob(2, bytes_of(document.page.sha256))
        .bind(3, std::string_view(capture.path));
    HEARSAY_TRY(resolve_rejection.bind(4, std::max<int64_t>(capture.offset, 0)).run());
  }
  return report;
}

Result<void> Writer::Impl::add(const Document& document, const Sha256& hash, PutReport& report) {
  report.outcome = PutReport::Outcome::kAdded;
  report.document = next_document++;
  HEARSAY_TRY(writer->insert(report.document, document, hash, run));
  HEARSAY_TRY(writer->insert_capture(report.document, 0, document.page, run));
  return keep_page(report.document, document.page);
}

Result<void> Writer::Impl::put_again(const Document& document, const Sha256& hash, const Sha256& stored_hash,
                                     RowId stored_run, PutReport& report) {
  const RowId id = report.document;
  HEARSAY_TAKE(captures, loader->captures(id));
  const bool new_capture = std::none_of(captures.begin(), captures.end(), [&](const auto& known) {
    return same(known.capture, document.page.capture);
  });
  if (new_capture) {
    report.outcome = PutReport::Outcome::kCaptureAdded;
    HEARSAY_TRY(writer->insert_capture(id, static_cast<int64_t>(captures.size()), document.page, run));
  }
  // Words that a person has taken out don't come back with the next read.
  HEARSAY_TAKE(redacted, is_redacted(id));
  if (redacted) return {};
  HEARSAY_TRY(keep_page(id, document.page));
  // What is read from a page may depend on the address it was found at. The first capture decides; the next
  // ones, read by the same engine, add nothing but themselves. Otherwise two captures would undo each other's
  // rows for ever.
  if (static_cast<size_t>(id) < decided.size() && decided[static_cast<size_t>(id)]) return {};
  if (new_capture && same_runs.count(stored_run)) return {};
  if (std::equal(hash.begin(), hash.begin() + 16, stored_hash.begin())) return {};
  HEARSAY_TAKE(old, loader->load(id));
  const RecodeTools tools{database, *writer, *withdrawals, *full_text, *ids};
  HEARSAY_TAKE(withdrawn, recode(tools, id, old, document, hash, run));
  report.outcome = PutReport::Outcome::kRecoded;
  report.withdrawn = withdrawn;
  return {};
}

Result<bool> Writer::Impl::is_redacted(RowId id) {
  if (!has_redactions) return false;
  HEARSAY_TAKE(redacted, find_redaction.bind(1, id).step());
  find_redaction.reset();
  return redacted;
}

Result<void> Writer::Impl::keep_page(RowId id, const Page& page) {
  if (options.pages == StorePages::kNo) return {};
  HEARSAY_TAKE(kept, find_page.bind(1, id).step());
  find_page.reset();
  if (kept) return {};
  const std::string compressed = zstd_compress(page.bytes);
  return insert_page.bind(1, id)
      .bind(2, static_cast<int64_t>(page.bytes.size()))
      .bind_lasting_blob(3, compressed)
      .run();
}

}  // namespace hearsay
