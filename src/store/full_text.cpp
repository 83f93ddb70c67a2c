#include "store/full_text.h"

#include <algorithm>
#include <vector>

#include "base/format.h"
#include "store/attempt.h"

namespace hearsay {
namespace {

constexpr RowId kBatch = 2000;  // documents

}  // namespace

Result<FullText> FullText::make(const Database& database) {
  FullText f(database);
  const std::pair<Sql*, const char*> all[] = {
      {&f.is_in_,
       "SELECT ?1 <= (SELECT upto FROM search_progress WHERE name = 'text') AND "
       "NOT EXISTS (SELECT 1 FROM search_pending WHERE name = 'text' AND document = ?1)"},
      {&f.remove_text_,
       "INSERT INTO document_search(document_search, rowid, title, body, captions) VALUES ('delete', ?, ?, "
       "?, ?)"},
      {&f.remove_statement_,
       "INSERT INTO statement_search(statement_search, rowid, source, content) VALUES ('delete', ?, ?, ?)"},
      {&f.text_, "SELECT title, body, captions FROM document_text WHERE document = ?"},
      {&f.statements_,
       "SELECT document, number, source_part, source_begin, source_end, content_part, content_begin, "
       "content_end FROM statement WHERE document BETWEEN ? AND ? ORDER BY document, number"},
      {&f.put_statement_, "INSERT INTO statement_search(rowid, source, content) VALUES (?, ?, ?)"},
      {&f.wait_, "INSERT INTO search_pending(name, document) VALUES ('text', ?)"},
  };
  for (const auto& [slot, sql] : all) {
    HEARSAY_TAKE(statement, database.prepare(sql));
    *slot = std::move(statement);
  }
  return f;
}

Result<void> FullText::remove(RowId document, const StoredDocument& old) {
  HEARSAY_TAKE(row, is_in_.bind(1, document).step());
  const bool is_in = row && is_in_.integer(0) != 0;
  is_in_.reset();
  if (!is_in) return {};
  // The index has no words of its own: it forgets only what it is told, word for word.
  const Document& d = old.document;
  remove_text_.bind(1, document)
      .bind_lasting(2, d.words_of(d.article.title))
      .bind_lasting(3, d.words_of(d.article.body));
  HEARSAY_TRY(remove_text_.bind_lasting(4, d.words_of(d.article.captions)).run());
  for (size_t i = 0; i < d.statements.size(); ++i) {
    remove_statement_.bind(1, make_row_id(document, old.numbers.statements[i]))
        .bind_lasting(2, d.words_of(d.statements[i].source));
    HEARSAY_TRY(remove_statement_.bind_lasting(3, d.words_of(d.statements[i].content)).run());
  }
  return wait_.bind(1, document).run();
}

Result<void> FullText::add(RowId first, RowId last) {
  HEARSAY_TRY(database_->execute(
      fmt::format("INSERT INTO document_search(rowid, title, body, captions) SELECT document, title, body, "
                  "captions FROM document_text WHERE document BETWEEN {} AND {}",
                  first, last)));
  return add_statements(first, last);
}

// The text is read once a document, not once a statement: long texts have thousands.
Result<void> FullText::add_statements(RowId first, RowId last) {
  statements_.bind(1, first).bind(2, last);
  RowId document = 0;
  bool has_text = false;
  for (;;) {
    HEARSAY_TAKE(more, statements_.step());
    if (!more) break;
    if (statements_.integer(0) != document) {
      document = statements_.integer(0);
      text_.reset();
      HEARSAY_TAKE(found, text_.bind(1, document).step());
      has_text = found;
    }
    const auto words = [&](int column) -> std::string_view {
      const std::optional<Sql::PartSpan> at = statements_.part_span(column);
      if (!at || !has_text) return {};
      const std::string_view part = text_.view(static_cast<int>(at->part));
      return at->span.end <= part.size() ? part.substr(at->span.begin, at->span.size()) : std::string_view();
    };
    put_statement_.bind(1, make_row_id(document, static_cast<uint32_t>(statements_.integer(1))))
        .bind_lasting(2, words(2));
    HEARSAY_TRY(put_statement_.bind_lasting(3, words(5)).run());
  }
  statements_.reset();
  text_.reset();
  return {};
}

Result<void> FullText::build(const Progress& progress) {
  HEARSAY_TAKE(upto, database_->integer("SELECT upto FROM search_progress WHERE name = 'text'"));
  HEARSAY_TAKE(last, database_->integer("SELECT max(id) FROM document"));
  std::vector<RowId> waiting;
  {
    HEARSAY_TAKE(sql, database_->prepare("SELECT document FROM search_pending WHERE name = 'text'"));
    for (;;) {
      HEARSAY_TAKE(more, sql.step());
      if (!more) break;
      waiting.push_back(sql.integer(0));
    }
  }
  const auto total = static_cast<uint64_t>(std::max<RowId>(last - upto, 0)) + waiting.size();
  uint64_t done = 0;
  for (RowId first = upto + 1; first <= last; first += kBatch) {
    const RowId end = std::min(first + kBatch - 1, last);
    HEARSAY_TRY(database_->execute("BEGIN IMMEDIATE"));
    HEARSAY_TRY(add(first, end));
    HEARSAY_TRY(database_->execute(
        fmt::format("UPDATE search_progress SET upto = {} WHERE name = 'text'; COMMIT", end)));
    done += static_cast<uint64_t>(end - first + 1);
    if (progress) progress(done, total);
  }
  for (size_t i = 0; i < waiting.size();) {
    HEARSAY_TRY(database_->execute("BEGIN IMMEDIATE"));
    for (const size_t end = std::min(waiting.size(), i + kBatch); i < end; ++i) {
      HEARSAY_TRY(add(waiting[i], waiting[i]));
      HEARSAY_TRY(database_->execute(
          fmt::format("DELETE FROM search_pending WHERE name = 'text' AND document = {}", waiting[i])));
    }
    HEARSAY_TRY(database_->execute("COMMIT"));
    if (progress) progress(done + i, total);
  }
  return {};
}

}  // namespace hearsay
