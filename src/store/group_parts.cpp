// What the kinds of groups have in common when they are written: ids of members, texts of documents, rows of
// strings and joins.
#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "store/attempt.h"
#include "store/group_saver.h"

namespace hearsay {
namespace {

constexpr size_t kTextsKept = 64;

}  // namespace

Error unsound_groups(std::string_view what) {
  return {ErrorCode::kInternal, fmt::format("the groups do not hold together: {}", what)};
}

Result<Sql*> GroupSaver::prepared(const std::string& sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return &found->second;
  HEARSAY_TAKE(statement, database_.prepare(sql));
  return &statements_.emplace(sql, std::move(statement)).first->second;
}

Result<Id> GroupSaver::id_of(RowKind kind, RowId row) {
  const bool is_document = kind == RowKind::kDocument;
  HEARSAY_TAKE(sql, prepared(is_document ? "SELECT substr(sha256, 1, 16) FROM document WHERE id = ?"
                                         : fmt::format("SELECT sid FROM {} WHERE document = ? AND number = ?",
                                                       to_string(kind))));
  if (is_document)
    sql->bind(1, row);
  else
    sql->bind(1, document_of(row)).bind(2, int64_t{number_of(row)});
  HEARSAY_TAKE(found, sql->step());
  const Id id = found ? sql->id(0) : Id{};
  sql->reset();
  if (!found)
    return unsound_groups(fmt::format("the record has no {} with the row id {}", to_string(kind), row));
  return id;
}

Result<std::vector<Id>> GroupSaver::ids_of(RowKind kind, const std::vector<RowId>& rows) {
  std::vector<Id> ids;
  for (const RowId row : rows) {
    HEARSAY_TAKE(id, id_of(kind, row));
    ids.push_back(id);
  }
  return ids;
}

Result<const Document*> GroupSaver::text_of(RowId document, Span span) {
  auto found = std::find_if(texts_.begin(), texts_.end(),
                            [&](const CachedText& text) { return text.document == document; });
  if (found == texts_.end()) {
    HEARSAY_TAKE(sql, prepared("SELECT title, body, captions FROM document_text WHERE document = ?"));
    HEARSAY_TAKE(has_text, sql->bind(1, document).step());
    if (!has_text) return unsound_groups(fmt::format("the record has no text of document {}", document));
    if (texts_.size() >= kTextsKept) texts_.pop_back();
    CachedText text;
    text.document = document;
    int part = 0;
    for (Span* range : {&text.text.article.title, &text.text.article.body, &text.text.article.captions}) {
      const std::string_view words = sql->view(part++);
      if (words.empty()) continue;
      if (!text.text.text.empty()) text.text.text += "\n\n";
      const auto begin = static_cast<uint32_t>(text.text.text.size());
      text.text.text += words;
      *range = {begin, static_cast<uint32_t>(text.text.text.size())};
    }
    sql->reset();
    texts_.push_front(std::move(text));
  } else if (found != texts_.begin()) {
    texts_.splice(texts_.begin(), texts_, found);
  }
  const Document& d = texts_.front().text;
  if (!span.empty() && (!d.range_of(d.part_of(span)).contains(span) || !on_boundary(d.text, span.begin) ||
                        !on_boundary(d.text, span.end)))
    return unsound_groups(
        fmt::format("[{}, {}) is not a range of document {}", span.begin, span.end, document));
  return &d;
}

Result<void> GroupSaver::check_home(RowId document, RowId row) {
  if (row && document_of(row) != document)
    return unsound_groups(fmt::format("row {} is not of document {}", row, document));
  return {};
}

Result<void> GroupSaver::put_texts(const char* table, const char* owner_name, const char* column, RowId owner,
                                   const std::vector<std::string>& texts) {
  HEARSAY_TAKE(sql, prepared(fmt::format("INSERT INTO {}({}, position, {}) VALUES (?, ?, ?)", table,
                                         owner_name, column)));
  int64_t position = 0;
  for (const std::string& text : texts)
    HEARSAY_TRY(sql->bind(1, owner).bind(2, position++).bind(3, std::string_view(text)).run());
  return {};
}

Result<void> GroupSaver::put_members(const char* table, const char* owner_name, const char* member_name,
                                     RowId owner, const std::vector<RowId>& rows) {
  HEARSAY_TAKE(sql, prepared(fmt::format("INSERT INTO {}({}, position, document, {}) VALUES (?, ?, ?, ?)",
                                         table, owner_name, member_name)));
  int64_t position = 0;
  for (const RowId row : rows) {
    sql->bind(1, owner).bind(2, position++).bind(3, document_of(row)).bind(4, int64_t{number_of(row)});
    HEARSAY_TRY(sql->run());
  }
  return {};
}

Result<void> GroupSaver::put_joins(RowKind kind, RowId owner, const std::vector<Join>& joins) {
  HEARSAY_TAKE(
      sql,
      prepared("INSERT INTO member_join(kind, owner, position, a, b, reason) VALUES (?, ?, ?, ?, ?, ?)"));
  int64_t position = 0;
  for (const Join& join : joins) {
    sql->bind(1, static_cast<int64_t>(kind))
        .bind(2, owner)
        .bind(3, position++)
        .bind(4, join.a)
        .bind(5, join.b);
    HEARSAY_TRY(sql->bind(6, std::string_view(join.reason)).run());
  }
  return {};
}

}  // namespace hearsay
