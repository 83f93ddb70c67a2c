#include "store/id_lookup.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "store/attempt.h"
#include "store/withdrawals.h"

namespace hearsay {
namespace {

struct Table {
  RowKind kind;
  const char* name;
};
constexpr std::array<Table, 3> kTables = {
    {{RowKind::kActor, "actor"}, {RowKind::kStatement, "statement"}, {RowKind::kEvent, "event"}}};

int64_t prefix_of(std::string_view id) {
  int64_t prefix = 0;
  for (size_t i = 0; i < 4; ++i) prefix = prefix << 8 | static_cast<unsigned char>(id[i]);
  return prefix;
}

}  // namespace

Result<IdLookup> IdLookup::make(const Database& database) {
  IdLookup l(database);
  HEARSAY_TAKE(remove,
               database.prepare(
                   "DELETE FROM id_lookup WHERE prefix = ? AND kind = ? AND document = ? AND number = ?"));
  HEARSAY_TAKE(wait,
               database.prepare("INSERT OR IGNORE INTO search_pending(name, document) VALUES ('ids', ?)"));
  l.remove_ = std::move(remove);
  l.wait_ = std::move(wait);
  return l;
}

Result<void> IdLookup::remove(RowKind kind, const Id& id, RowId document, uint32_t number) {
  return remove_.bind(1, prefix_of(bytes_of(id)))
      .bind(2, static_cast<int64_t>(kind))
      .bind(3, document)
      .bind(4, int64_t{number})
      .run();
}

Result<void> IdLookup::wait(RowId document) { return wait_.bind(1, document).run(); }

Result<void> IdLookup::build() {
  std::string rows;
  for (const Table& table : kTables) {
    if (!rows.empty()) rows += " UNION ALL ";
    rows += fmt::format(
        "SELECT id_prefix(sid) AS prefix, {0} AS kind, document, number FROM {1} "
        "WHERE document > (SELECT upto FROM search_progress WHERE name = 'ids') UNION ALL "
        "SELECT id_prefix(sid), {0}, document, number FROM {1} "
        "WHERE document IN (SELECT document FROM search_pending WHERE name = 'ids')",
        static_cast<int>(table.kind), table.name);
  }
  return database_->execute(fmt::format(
      "BEGIN IMMEDIATE; INSERT OR IGNORE INTO id_lookup(prefix, kind, document, number) {} ORDER BY 1, 2, 3, "
      "4;"
      "UPDATE search_progress SET upto = (SELECT ifnull(max(id), 0) FROM document) WHERE name = 'ids';"
      "DELETE FROM search_pending WHERE name = 'ids'; COMMIT",
      rows));
}

std::optional<IdRange> id_range(std::string_view digits, size_t bytes) {
  if (digits.size() < 6 || digits.size() > 2 * bytes) return std::nullopt;
  IdRange range{std::string(bytes, '\0'), std::string(bytes, '\xFF')};
  for (size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    const int value = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (value < 0) return std::nullopt;
    const int shift = i % 2 ? 0 : 4;
    for (std::string* end : {&range.first, &range.last}) {
      char& byte = (*end)[i / 2];
      byte = static_cast<char>((static_cast<unsigned char>(byte) & ~(15 << shift)) | value << shift);
    }
  }
  return range;
}

Result<std::vector<LookedUp>> look_up(const Database& database, const IdRange& range) {
  std::vector<LookedUp> found;
  const auto take = [&](Sql& sql, RowKind kind) -> Result<void> {
    for (;;) {
      HEARSAY_TAKE(more, sql.step());
      if (!more) return {};
      found.push_back({kind, make_row_id(sql.integer(0), static_cast<uint32_t>(sql.integer(1))), sql.id(2)});
    }
  };
  for (const Table& table : kTables) {
    HEARSAY_TAKE(known, database.prepare(fmt::format(
                            "SELECT r.document, r.number, r.sid FROM id_lookup l JOIN {1} r ON r.document = "
                            "l.document AND r.number = l.number "
                            "WHERE l.prefix BETWEEN ? AND ? AND l.kind = {0} AND r.sid BETWEEN ? AND ?",
                            static_cast<int>(table.kind), table.name)));
    known.bind(1, prefix_of(range.first))
        .bind(2, prefix_of(range.last))
        .bind_blob(3, range.first)
        .bind_blob(4, range.last);
    HEARSAY_TRY(take(known, table.kind));
    HEARSAY_TAKE(fresh, database.prepare(fmt::format(
                            "SELECT document, number, sid FROM {0} WHERE document > (SELECT upto FROM "
                            "search_progress WHERE name = 'ids') "
                            "AND sid BETWEEN ?1 AND ?2 UNION ALL SELECT document, number, sid FROM {0} "
                            "WHERE document IN (SELECT document FROM search_pending WHERE name = 'ids') AND "
                            "sid BETWEEN ?1 AND ?2",
                            table.name)));
    fresh.bind_blob(1, range.first).bind_blob(2, range.last);
    HEARSAY_TRY(take(fresh, table.kind));
  }
  std::sort(found.begin(), found.end(), [](const LookedUp& a, const LookedUp& b) {
    return std::tie(a.kind, a.row) < std::tie(b.kind, b.row);
  });
  const auto same = [](const LookedUp& a, const LookedUp& b) { return a.kind == b.kind && a.row == b.row; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace hearsay
