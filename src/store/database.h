// A connection to the record and its statements: the one wrapper around SQLite. `src/query` asks its
// questions through it.
//
// SQL functions that every connection has:
//   span_words(part, begin, end, title, body, captions)
//                           the words of a span, given the columns of document_text
//   fold(text)              lower case without accents, as base/utf8.h does it
//   has_words(text, words)  1 where every word of `words` is a word of `text`, both folded
//   id_hex(sid)             the public id of a row, as hexadecimal digits
//   id_prefix(sid)          its first four bytes as a number: the column id_lookup.prefix
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/sha256.h"
#include "record/interval.h"
#include "record/span.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay {

// One prepared statement. Bind from 1, step until it says false, read columns from 0. Not copyable, one
// thread.
class Sql {
 public:
  Sql() = default;
  ~Sql();
  Sql(Sql&& other) noexcept;
  Sql& operator=(Sql&& other) noexcept;

  // Strings and blobs are copied, but for what is `lasting`: that must live until it is bound anew.
  Sql& bind(int index, int64_t value);
  Sql& bind(int index, double value);
  Sql& bind(int index, std::string_view text);
  Sql& bind_blob(int index, std::string_view bytes);
  Sql& bind_lasting(int index, std::string_view text);
  Sql& bind_lasting_blob(int index, std::string_view bytes);
  Sql& bind_null(int index);
  // The index of a parameter written ":name" in the SQL; 0 where there is none.
  [[nodiscard]] int parameter(const char* name) const;

  // True: a row stands ready. False: there is no further one. kRecordFailed with SQLite's words otherwise.
  [[nodiscard]] Result<bool> step();
  // Steps through a statement that gives no rows, and resets it.
  [[nodiscard]] Result<void> run();
  // Ready to be stepped again; the parameters keep their values.
  void reset();

  // Of the present row. A NULL reads as 0, 0.0, "" and nothing. Views live until the next step, reset or end
  // of the statement.
  [[nodiscard]] int columns() const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view view(int column) const&;
  std::string_view view(int column) && = delete;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] Id id(int column) const;              // of a 16-byte blob; all zero where it is none
  [[nodiscard]] Interval interval(int column) const;  // of two columns
  // Of three columns, part, begin, end: offsets relative to the part. Nothing where they are NULL.
  struct PartSpan {
    Part part = Part::kBody;
    Span span;
  };
  [[nodiscard]] std::optional<PartSpan> part_span(int column) const;

 private:
  friend class Database;
  explicit Sql(sqlite3_stmt* statement) : statement_(statement) {}
  sqlite3_stmt* statement_ = nullptr;
};

// A connection. One thread at a time.
class Database {
 public:
  // For reading. Sees what has been committed when a statement's first step is made. kRecordNotFound,
  // kRecordNotARecord, kRecordTooNew; kRecordFailed for one written by an older version (the next `hearsay
  // read` brings it up to date).
  [[nodiscard]] static Result<Database> open_read_only(const std::string& path);

  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  // One statement. On a connection for reading, one that would write is refused (kInternal).
  [[nodiscard]] Result<Sql> prepare(std::string_view sql) const;

  // What follows is for the store itself: `src/query` only reads.
  [[nodiscard]] static Result<Database> open_read_write(
      const std::string& path);                                      // creates the file, sets the pragmas
  [[nodiscard]] Result<void> execute(const std::string& sql) const;  // several statements, no rows
  [[nodiscard]] Result<int64_t> integer(
      std::string_view sql) const;  // first column of the first row; 0 without rows
  // At the end of writing: makes the record one file again, with nothing beside it. Does nothing where
  // somebody reads it at this moment; then the next writer's end will.
  void put_to_rest() const;
  [[nodiscard]] int64_t last_row_id() const;
  [[nodiscard]] int64_t changes() const;  // rows written by the last statement

 private:
  enum class Access { kRead, kWrite };
  Database(sqlite3* handle, Access access) : handle_(handle), access_(access) {}
  [[nodiscard]] static Result<Database> open(const std::string& name, int flags, Access access);
  sqlite3* handle_ = nullptr;
  Access access_ = Access::kRead;
};

}  // namespace hearsay
