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
                  "captions FROM document_text "
                  "WHERE document BETWEEN {0} AND {1};"
                  "INSERT INTO statement_search(rowid, source, content) SELECT s.document << {2} | s.number, "
                  "span_words(s.source_part, s.source_begin, s.source_end, t.title, t.body, t.captions), "
                  "span_words(s.content_part, s.content_begin, s.content_end, t.title, t.body, t.captions) "
                  "FROM statement s JOIN document_text t ON t.document = s.document WHERE s.document BETWEEN "
                  "{0} AND {1};",
                  first, last, kNumberBits)));
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
