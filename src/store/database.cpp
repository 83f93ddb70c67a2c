#include "store/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/format.h"
#include "store/schema.h"
#include "store/sql_functions.h"

namespace hearsay {
namespace {

Error failed(sqlite3* handle, std::string_view where) {
  const int code = sqlite3_errcode(handle);
  const ErrorCode ours = code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ErrorCode::kRecordNotARecord
                         : code == SQLITE_BUSY || code == SQLITE_LOCKED  ? ErrorCode::kRecordBusy
                                                                         : ErrorCode::kRecordFailed;
  return {ours, fmt::format("{}: {}", where, sqlite3_errmsg(handle))};
}

// So that every character of a path stands for itself.
std::string uri_of(const std::string& path, std::string_view parameters) {
  // An absolute path behind an empty authority: "//x" in front would be read as the name of a machine.
  std::string uri = "file://";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '?' || c == '#' || c == '%')
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      uri += c;
  }
  return uri + "?" + std::string(parameters);
}

}  // namespace

// ---- statements ---------------------------------------------------------------------------------

Sql::~Sql() { sqlite3_finalize(statement_); }
Sql::Sql(Sql&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
Sql& Sql::operator=(Sql&& other) noexcept {
  std::swap(statement_, other.statement_);
  return *this;
}

Sql& Sql::bind(int index, int64_t value) {
  sqlite3_bind_int64(statement_, index, value);
  return *this;
}
Sql& Sql::bind(int index, double value) {
  sqlite3_bind_double(statement_, index, value);
  return *this;
}
Sql& Sql::bind(int index, std::string_view text) {
  // A null pointer would bind NULL.
  sqlite3_bind_text64(statement_, index, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}
Sql& Sql::bind_blob(int index, std::string_view bytes) {
  sqlite3_bind_blob64(statement_, index, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  return *this;
}
Sql& Sql::bind_lasting(int index, std::string_view text) {
  sqlite3_bind_text64(statement_, index, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
  return *this;
}
Sql& Sql::bind_lasting_blob(int index, std::string_view bytes) {
  sqlite3_bind_blob64(statement_, index, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
  return *this;
}
Sql& Sql::bind_null(int index) {
  sqlite3_bind_null(statement_, index);
  return *this;
}
int Sql::parameter(const char* name) const { return sqlite3_bind_parameter_index(statement_, name); }

Result<bool> Sql::step() {
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return failed(sqlite3_db_handle(statement_), "the record");
  }
}

Result<void> Sql::run() {
  for (;;) {
    const Result<bool> row = step();
    if (!row.ok()) {
      reset();
      return row.error();
    }
    if (!*row) break;
  }
  reset();
  return {};
}

void Sql::reset() { sqlite3_reset(statement_); }

int Sql::columns() const { return sqlite3_column_count(statement_); }
bool Sql::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
int64_t Sql::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Sql::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Sql::view(int column) const& {
  const void* bytes = sqlite3_column_type(statement_, column) == SQLITE_BLOB
                          ? sqlite3_column_blob(statement_, column)
                          : sqlite3_column_text(statement_, column);
  return bytes ? std::string_view(static_cast<const char*>(bytes),
                                  static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string_view();
}

std::string Sql::text(int column) const { return std::string(view(column)); }

Id Sql::id(int column) const {
  Id id;
  const std::string_view bytes = view(column);
  if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

Interval Sql::interval(int column) const { return {text(column), text(column + 1)}; }

std::optional<Sql::PartSpan> Sql::part_span(int column) const {
  if (is_null(column)) return std::nullopt;
  const int64_t part = integer(column);
  if (part < 0 || part > 2) return std::nullopt;
  return PartSpan{static_cast<Part>(part),
                  {static_cast<uint32_t>(integer(column + 1)), static_cast<uint32_t>(integer(column + 2))}};
}

// ---- connections --------------------------------------------------------------------------------

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), access_(other.access_) {}
Database& Database::operator=(Database&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(access_, other.access_);
  return *this;
}
Database::~Database() { sqlite3_close_v2(handle_); }

Result<Database> Database::open(const std::string& name, int flags, Access access) {
  sqlite3* handle = nullptr;
  const int status = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle, access);
  if (status != SQLITE_OK)
    return Error{ErrorCode::kRecordFailed, handle ? sqlite3_errmsg(handle) : "out of memory"};
  sqlite3_busy_timeout(handle, 10'000);
  // The record may come from anybody: nothing in its schema may call functions with side effects.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  add_sql_functions(handle);
  return database;
}

Result<Database> Database::open_read_only(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return Error{ErrorCode::kRecordNotFound,
                 fmt::format("{}: there is no record; `hearsay read` makes one", path)};
  // A record in a folder that can't be written to has no place for the files that WAL mode needs; but then
  // nobody writes to it. With a WAL left behind by a killed writer the file alone is not the whole record.
  const std::uintmax_t wal_size = std::filesystem::file_size(path + "-wal", error);
  const bool has_wal = !error && wal_size > 0;
  for (const char* parameters : {"mode=ro", "mode=ro&immutable=1"}) {
    Result<Database> database =
        open(uri_of(path, parameters), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, Access::kRead);
    if (!database.ok())
      return Error{database.error().code, fmt::format("{}: {}", path, database.error().message)};
    const Result<int64_t> version = database->integer("PRAGMA user_version");
    if (!version.ok() && sqlite3_errcode(database->handle_) == SQLITE_CANTOPEN && !has_wal &&
        parameters == std::string_view("mode=ro"))
      continue;
    if (!version.ok())
      return Error{version.error().code, fmt::format("{}: {}", path, version.error().message)};
    const Result<int64_t> application = database->integer("PRAGMA application_id");
    if (!application.ok() || *application != kApplicationId)
      return Error{ErrorCode::kRecordNotARecord, fmt::format("{}: not a record of hearsay", path)};
    if (*version > schema_version())
      return Error{ErrorCode::kRecordTooNew,
                   fmt::format("{}: written by a later version of hearsay (schema {}, this one knows {})",
                               path, *version, schema_version())};
    if (*version < schema_version())
      return Error{
          ErrorCode::kRecordFailed,
          fmt::format("{}: written by an older version of hearsay; `hearsay read` brings it up to date",
                      path)};
    if (Result<void> set = database->execute("PRAGMA cache_size = -32000"); !set.ok()) return set.error();
    return database;
  }
  return Error{ErrorCode::kRecordFailed, fmt::format("{}: can't be opened", path)};
}

Result<Database> Database::open_read_write(const std::string& path) {
  Result<Database> database = open(
      uri_of(path, "mode=rwc"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, Access::kWrite);
  if (!database.ok())
    return Error{database.error().code, fmt::format("{}: {}", path, database.error().message)};
  // WAL: readers go on while a batch is written, and a commit appends instead of writing everything twice.
  // SQLite up to 3.51.2 has a fault in resetting the WAL that needs two connections writing at the same time;
  // a record has one writer (Writer::open holds a lock), which keeps clear of it. NORMAL: a power cut may
  // lose the last commits, never the file's integrity.
  const Result<void> set = database->execute(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000;"
      "PRAGMA temp_store = FILE");
  if (!set.ok()) return Error{set.error().code, fmt::format("{}: {}", path, set.error().message)};
  return database;
}

Result<Sql> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int status = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  Sql result(statement);
  if (status != SQLITE_OK) {
    const Error error = failed(handle_, "the record");
    // A statement that does not compile against our own schema is our fault, not the file's.
    return Error{status == SQLITE_ERROR ? ErrorCode::kInternal : error.code,
                 fmt::format("{} in: {}", error.message, sql)};
  }
  if (!statement) return Error{ErrorCode::kInternal, "an empty statement"};
  if (access_ == Access::kRead && !sqlite3_stmt_readonly(statement))
    return Error{ErrorCode::kInternal,
                 fmt::format("a statement that writes, on a connection for reading: {}", sql)};
  return result;
}

Result<void> Database::execute(const std::string& sql) const {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return failed(handle_, "the record");
  return {};
}

Result<int64_t> Database::integer(std::string_view sql) const {
  Result<Sql> statement = prepare(sql);
  if (!statement.ok()) return statement.error();
  const Result<bool> row = statement->step();
  if (!row.ok()) return row.error();
  return *row ? statement->integer(0) : 0;
}

void Database::put_to_rest() const {
  sqlite3_busy_timeout(handle_, 0);
  (void)execute("PRAGMA journal_mode = DELETE");
}

int64_t Database::last_row_id() const { return sqlite3_last_insert_rowid(handle_); }
int64_t Database::changes() const { return sqlite3_changes64(handle_); }

}  // namespace hearsay
