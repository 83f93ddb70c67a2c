#include "store/reader.h"

#include <algorithm>
#include <tuple>

#include "base/compress.h"
#include "base/format.h"
#include "store/attempt.h"
#include "store/id_lookup.h"
#include "store/reader_state.h"

namespace hearsay {
namespace {

constexpr size_t kMaxPage = size_t{1} << 30;  // what was stored was read under a tighter limit
constexpr size_t kListed = 10;                // candidates named in an error

auto key(const Capture& c) {
  return std::tie(c.path, c.address, c.time, c.canonical, c.warc_file, c.offset, c.length);
}

struct GroupTable {
  RowKind kind;
  const char* name;
};
constexpr GroupTable kGroups[] = {
    {RowKind::kCopyGroup, "copy_group"}, {RowKind::kSharedActor, "shared_actor"},
    {RowKind::kStory, "story"},          {RowKind::kIncident, "incident"},
    {RowKind::kClaim, "claim"},          {RowKind::kDispute, "dispute"},
    {RowKind::kAgreement, "agreement"},  {RowKind::kContact, "contact"}};

constexpr const char* kWithdrawalColumns =
    "SELECT w.id, w.kind, w.sid, w.document, w.reason, w.successor, w.content, r.started FROM withdrawal w "
    "JOIN run r ON r.id = w.run ";

Result<Withdrawal> take_withdrawal(const Sql& sql) {
  Withdrawal w;
  w.row = sql.integer(0);
  const int64_t kind = sql.integer(1), reason = sql.integer(4);
  if (kind < 0 || kind > static_cast<int64_t>(RowKind::kContact) || reason < 0 ||
      reason > static_cast<int64_t>(WithdrawReason::kRedacted))
    return Error{ErrorCode::kRecordNotARecord, fmt::format("the record is damaged: withdrawal {}", w.row)};
  w.kind = static_cast<RowKind>(kind);
  w.id = sql.id(2);
  w.document = sql.integer(3);
  w.reason = static_cast<WithdrawReason>(reason);
  if (!sql.is_null(5)) w.successor = sql.id(5);
  w.content = sql.text(6);
  w.when = sql.text(7);
  return w;
}

}  // namespace

Reader::Reader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::string& path) {
  HEARSAY_TAKE(database, Database::open_read_only(path));
  auto impl = std::make_unique<Impl>(std::move(database));
  HEARSAY_TAKE(loader, DocumentLoader::make(impl->database));
  impl->loader = std::move(loader);
  return Reader(std::move(impl));
}

const Database& Reader::database() const { return impl_->database; }

Result<Document> Reader::load(RowId id, LoadPage page) const {
  HEARSAY_TAKE(stored, impl_->loader->load(id));
  HEARSAY_TAKE(captures, impl_->loader->captures(id));
  const auto first = std::min_element(captures.begin(), captures.end(), [](const auto& a, const auto& b) {
    return key(a.capture) < key(b.capture);
  });
  if (first != captures.end()) {
    stored.document.page.name = first->name;
    stored.document.page.capture = first->capture;
  }
  if (page == LoadPage::kYes) {
    HEARSAY_TAKE(sql, impl_->database.prepare("SELECT zstd FROM page WHERE document = ?"));
    HEARSAY_TAKE(kept, sql.bind(1, id).step());
    if (kept) {
      Result<std::string> bytes = zstd_decompress(sql.view(0), kMaxPage);
      if (!bytes.ok())
        return Error{ErrorCode::kRecordNotARecord,
                     fmt::format("the stored page of document {}: {}", id, bytes.error().message)};
      stored.document.page.bytes = std::move(*bytes);
    }
  }
  return std::move(stored.document);
}

Result<std::vector<Capture>> Reader::captures(RowId document) const {
  HEARSAY_TAKE(named, impl_->loader->captures(document));
  std::vector<Capture> captures;
  for (auto& one : named) captures.push_back(std::move(one.capture));
  std::sort(captures.begin(), captures.end(),
            [](const Capture& a, const Capture& b) { return key(a) < key(b); });
  return captures;
}

Result<Reader::Rows> Reader::rows(RowId document) const {
  Rows rows;
  const std::pair<std::vector<RowId>*, const char*> all[] = {
      {&rows.actors, "SELECT number FROM actor WHERE document = ? ORDER BY position"},
      {&rows.statements, "SELECT number FROM statement WHERE document = ? ORDER BY position"},
      {&rows.events, "SELECT number FROM event WHERE document = ? ORDER BY position"}};
  for (const auto& [list, text] : all) {
    HEARSAY_TAKE(sql, impl_->database.prepare(text));
    sql.bind(1, document);
    for (;;) {
      HEARSAY_TAKE(more, sql.step());
      if (!more) break;
      list->push_back(make_row_id(document, static_cast<uint32_t>(sql.integer(0))));
    }
  }
  return rows;
}

Result<std::vector<RowId>> Reader::documents() const {
  std::vector<RowId> ids;
  HEARSAY_TAKE(sql, impl_->database.prepare("SELECT id FROM document ORDER BY id"));
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return ids;
    ids.push_back(sql.integer(0));
  }
}

Result<std::vector<Withdrawal>> Reader::withdrawals(RowId document) const {
  std::vector<Withdrawal> list;
  HEARSAY_TAKE(sql, impl_->database.prepare(std::string(kWithdrawalColumns) +
                                            "WHERE w.document = ? AND w.revived IS NULL ORDER BY w.id"));
  sql.bind(1, document);
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return list;
    HEARSAY_TAKE(one, take_withdrawal(sql));
    list.push_back(std::move(one));
  }
}

Result<Withdrawal> Reader::withdrawal(RowId row) const {
  HEARSAY_TAKE(sql, impl_->database.prepare(std::string(kWithdrawalColumns) + "WHERE w.id = ?"));
  HEARSAY_TAKE(found, sql.bind(1, row).step());
  if (!found) return Error{ErrorCode::kNoSuchId, fmt::format("the record has no withdrawal {}", row)};
  return take_withdrawal(sql);
}

Result<FoundRow> Reader::find(std::string_view id) const {
  const Database& database = impl_->database;
  const std::optional<IdRange> range = id_range(id, 16), document_range = id_range(id, 32);
  if (!document_range)
    return Error{
        ErrorCode::kNoSuchId,
        fmt::format("'{}' is no id: an id is given by its first hexadecimal digits, six at least", id)};

  std::vector<FoundRow> live, withdrawn;
  {
    HEARSAY_TAKE(sql,
                 database.prepare("SELECT id, id_hex(sha256) FROM document WHERE sha256 BETWEEN ? AND ?"));
    sql.bind_blob(1, document_range->first).bind_blob(2, document_range->last);
    for (;;) {
      HEARSAY_TAKE(more, sql.step());
      if (!more) break;
      live.push_back({RowKind::kDocument, sql.integer(0), sql.text(1), 0});
    }
  }
  if (range) {
    HEARSAY_TAKE(rows, look_up(database, *range));
    for (const LookedUp& row : rows) live.push_back({row.kind, row.row, row.id.hex(), 0});
    for (const GroupTable& table : kGroups) {
      HEARSAY_TAKE(sql, database.prepare(fmt::format(
                            "SELECT id, id_hex(sid) FROM {} WHERE sid BETWEEN ? AND ?", table.name)));
      sql.bind_blob(1, range->first).bind_blob(2, range->last);
      for (;;) {
        HEARSAY_TAKE(more, sql.step());
        if (!more) break;
        live.push_back({table.kind, sql.integer(0), sql.text(1), 0});
      }
    }
    HEARSAY_TAKE(sql, database.prepare("SELECT id, kind, id_hex(sid) FROM withdrawal WHERE sid BETWEEN ? AND "
                                       "? AND revived IS NULL ORDER BY id"));
    sql.bind_blob(1, range->first).bind_blob(2, range->last);
    for (;;) {
      HEARSAY_TAKE(more, sql.step());
      if (!more) break;
      HEARSAY_TAKE(one, withdrawal(sql.integer(0)));
      withdrawn.push_back({one.kind, 0, sql.text(2), one.row});
    }
  }
  const std::vector<FoundRow>& candidates = live.empty() ? withdrawn : live;
  if (candidates.size() == 1) return candidates.front();
  if (candidates.empty())
    return Error{ErrorCode::kNoSuchId,
                 fmt::format("nothing in the record has an id that begins with {}", id)};
  std::string list;
  for (size_t i = 0; i < candidates.size() && i < kListed; ++i)
    list += fmt::format("\n  {} {}", candidates[i].id, to_string(candidates[i].kind));
  if (candidates.size() > kListed) list += fmt::format("\n  and {} more", candidates.size() - kListed);
  return Error{ErrorCode::kNoSuchId,
               fmt::format("more than one id begins with {}; give more digits:{}", id, list)};
}

Result<bool> Reader::full_text_is_complete() const {
  HEARSAY_TAKE(waiting,
               impl_->database.integer("SELECT (SELECT ifnull(max(id), 0) FROM document) > (SELECT upto FROM "
                                       "search_progress WHERE name = 'text') "
                                       "OR EXISTS (SELECT 1 FROM search_pending WHERE name = 'text')"));
  return waiting == 0;
}

}  // namespace hearsay
