// Reader::verify: hashes and words, computed anew.
#include <algorithm>

#include "base/compress.h"
#include "base/format.h"
#include "base/utf8.h"
#include "store/attempt.h"
#include "store/columns.h"
#include "store/document_content.h"
#include "store/reader_state.h"
#include "store/span_check.h"

namespace hearsay {
namespace {

constexpr size_t kMaxPage = size_t{1} << 30;

std::string_view bytes_of(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// A table whose rows have spans: the columns that name a row in a message, and the names of its spans in the
// order of its columns.
struct SpanTable {
  std::string name, document;  // `document`: the column that names the document
  std::vector<std::string> keys, spans;
};

template <class Row>
SpanTable table_of(const char* name, std::vector<std::string> keys) {
  return {name, "document", std::move(keys), columns_of<Row>().spans};
}

const std::vector<SpanTable>& span_tables() {
  static const std::vector<SpanTable> kTables = {
      {"document", "id", {}, columns_of<Document>().spans},
      table_of<Paragraph>("paragraph", {"number"}),
      table_of<Credit>("credit", {"number"}),
      table_of<TimeExpression>("time", {"number"}),
      table_of<PlaceMention>("place", {"number"}),
      table_of<Office>("office", {"actor", "number"}),
      table_of<ActorMention>("mention", {"number"}),
      table_of<Statement>("statement", {"id_hex(sid)"}),
      table_of<Event>("event", {"id_hex(sid)"}),
      table_of<EventMention>("event_mention", {"event", "number"}),
      table_of<Count>("event_count", {"event", "mention", "number"}),
      {"claim_voice", "document", {"claim", "position"}, {"span"}},
      {"agreement_mention", "document", {"agreement", "position"}, {"span"}},
      {"ledger_entry", "document", {"agreement", "position"}, {"span"}},
      {"gloss", "document", {"id"}, {"span"}},
  };
  return kTables;
}

struct Parts {
  std::string title, body, captions;
  [[nodiscard]] const std::string& at(Part part) const {
    return part == Part::kTitle ? title : part == Part::kBody ? body : captions;
  }
};

Result<std::vector<Sql>> prepare_span_checks(const Database& database) {
  std::vector<Sql> checks;
  for (const SpanTable& table : span_tables()) {
    std::vector<std::string> columns = table.keys;
    for (const std::string& span : table.spans)
      for (const char* end : {"_part", "_begin", "_end"}) columns.push_back(span + end);
    columns.emplace_back("words_check");
    HEARSAY_TAKE(sql, database.prepare(fmt::format("SELECT {} FROM {} WHERE {} = ?", joined(columns, ", "),
                                                   table.name, table.document)));
    checks.push_back(std::move(sql));
  }
  return checks;
}

// The first complaint about the rows of one table, or "".
Result<std::string> check_spans(Sql& sql, const SpanTable& table, RowId document, const Parts& parts,
                                uint64_t& spans) {
  sql.reset();
  sql.bind(1, document);
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return std::string();
    const auto row = [&] {
      std::string name = table.name;
      for (int i = 0; i < static_cast<int>(table.keys.size()); ++i) name += " " + sql.text(i);
      return name;
    };
    SpanCheck check;
    int column = static_cast<int>(table.keys.size());
    for (const std::string& name : table.spans) {
      const bool empty = sql.is_null(column) && sql.is_null(column + 1) && sql.is_null(column + 2);
      const std::optional<Sql::PartSpan> at = sql.part_span(column);
      column += 3;
      if (empty) {
        check.add_none();
        continue;
      }
      ++spans;
      if (!at || at->span.empty() || at->span.end > parts.at(at->part).size() ||
          !on_boundary(parts.at(at->part), at->span.begin) || !on_boundary(parts.at(at->part), at->span.end))
        return fmt::format("{}: {} is not a range of the text", row(), name);
      check.add(at->part, at->span, words_of(parts.at(at->part), at->span));
    }
    if (check.value() != sql.integer(column))
      return fmt::format("{}: its words are not those that were recorded", row());
  }
}

}  // namespace

Result<Verified> Reader::verify(RowId id, std::optional<std::string_view> page_bytes) const {
  const Database& database = impl_->database;
  Verified verified;
  HEARSAY_TAKE(
      row, database.prepare("SELECT d.sha256, d.text_sha256, d.content_hash, t.title, t.body, t.captions, "
                            "(SELECT count(*) FROM redaction r WHERE r.document = d.id) "
                            "FROM document d LEFT JOIN document_text t ON t.document = d.id WHERE d.id = ?"));
  HEARSAY_TAKE(found, row.bind(1, id).step());
  if (!found) return Error{ErrorCode::kNoSuchId, fmt::format("the record has no document {}", id)};
  const std::string sha256_stored = row.text(0), text_sha256 = row.text(1), hash_stored = row.text(2);
  const Parts parts{row.text(3), row.text(4), row.text(5)};
  verified.redacted = row.integer(6) > 0;
  row.reset();
  const std::string name = fmt::format(
      "document {}", to_hex(reinterpret_cast<const uint8_t*>(sha256_stored.data()), sha256_stored.size()));

  HEARSAY_TAKE(page, database.prepare("SELECT size, zstd FROM page WHERE document = ?"));
  HEARSAY_TAKE(kept, page.bind(1, id).step());
  if (kept && !verified.redacted) {
    const Result<std::string> bytes = zstd_decompress(page.view(1), kMaxPage);
    if (!bytes.ok() || bytes_of(sha256(*bytes)) != sha256_stored ||
        static_cast<int64_t>(bytes->size()) != page.integer(0))
      return Error{ErrorCode::kHashMismatch,
                   fmt::format("{}: the stored page is not the one that was read", name)};
    verified.page = Verified::Page::kChecked;
  }
  if (page_bytes) {
    if (bytes_of(sha256(*page_bytes)) != sha256_stored)
      return Error{ErrorCode::kHashMismatch,
                   fmt::format("{}: the page given is not the one that was read", name)};
    verified.page = Verified::Page::kChecked;
  }
  if (verified.redacted) return verified;

  std::string text;
  for (const std::string* part : {&parts.title, &parts.body, &parts.captions}) {
    if (part->empty()) continue;
    if (!text.empty()) text += "\n\n";
    text += *part;
  }
  if (bytes_of(sha256(text)) != text_sha256)
    return Error{ErrorCode::kHashMismatch, fmt::format("{}: its text has been changed", name)};
  if (impl_->span_checks.empty()) {
    HEARSAY_TAKE(checks, prepare_span_checks(database));
    impl_->span_checks = std::move(checks);
  }
  for (size_t i = 0; i < span_tables().size(); ++i) {
    HEARSAY_TAKE(complaint, check_spans(impl_->span_checks[i], span_tables()[i], id, parts, verified.spans));
    impl_->span_checks[i].reset();
    if (!complaint.empty()) return Error{ErrorCode::kWordsMismatch, fmt::format("{}, {}", name, complaint)};
  }
  const Result<StoredDocument> stored = impl_->loader->load(id);
  if (!stored.ok())
    return Error{ErrorCode::kWordsMismatch, fmt::format("{}: {}", name, stored.error().message)};
  if (bytes_of(content_hash(stored->document)).substr(0, 16) != hash_stored)
    return Error{ErrorCode::kWordsMismatch,
                 fmt::format("{}: what was found in it has been changed, though not its words", name)};
  return verified;
}

}  // namespace hearsay
