#include "store/withdrawals.h"

#include "store/attempt.h"

namespace hearsay {

Result<Withdrawals> Withdrawals::make(const Database& database) {
  Withdrawals w;
  HEARSAY_TAKE(add,
               database.prepare(
                   "INSERT INTO withdrawal(kind, sid, document, run, reason, successor, content, written_by) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
  HEARSAY_TAKE(
      revive,
      database.prepare("UPDATE withdrawal SET revived = ? WHERE sid = ? AND kind = ? AND revived IS NULL"));
  w.add_ = std::move(add);
  w.revive_ = std::move(revive);
  return w;
}

Result<void> Withdrawals::add(const Gone& gone, RowId run) {
  add_.bind(1, static_cast<int64_t>(gone.kind)).bind_blob(2, bytes_of(gone.id));
  gone.document ? add_.bind(3, gone.document) : add_.bind_null(3);
  add_.bind(4, run).bind(5, static_cast<int64_t>(gone.reason));
  gone.successor ? add_.bind_blob(6, bytes_of(*gone.successor)) : add_.bind_null(6);
  return add_.bind(7, std::string_view(gone.content)).bind(8, gone.written_by).run();
}

Result<void> Withdrawals::revive(RowKind kind, const Id& id, RowId run) {
  return revive_.bind(1, run).bind_blob(2, bytes_of(id)).bind(3, static_cast<int64_t>(kind)).run();
}

}  // namespace hearsay
