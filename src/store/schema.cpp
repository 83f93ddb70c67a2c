#include "store/schema.h"

#include <array>

#include "base/format.h"
#include "store/schema_sql.h"

namespace hearsay {

std::span<const Migration> migrations() {
  static const std::array<Migration, 5> kMigrations = {{
      {1, kSchemaPages},
      {2, kSchemaCorpus},
      {3, kSchemaPeople},
      {4, kSchemaSearch},
      {5, kSchemaCompany},
  }};
  return kMigrations;
}

int schema_version() { return migrations().back().version; }

Result<void> migrate(const Database& database, std::span<const Migration> steps) {
  const Result<int64_t> version = database.integer("PRAGMA user_version");
  if (!version.ok()) return version.error();
  const Result<int64_t> application = database.integer("PRAGMA application_id");
  if (!application.ok()) return application.error();
  const Result<int64_t> tables = database.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables.ok()) return tables.error();
  const bool is_new = *version == 0 && *application == 0 && *tables == 0;
  if (!is_new && *application != kApplicationId)
    return Error{ErrorCode::kRecordNotARecord, "not a record of hearsay"};
  if (!steps.empty() && *version > steps.back().version)
    return Error{ErrorCode::kRecordTooNew,
                 fmt::format("written by a later version of hearsay (schema {}, this one knows {})", *version,
                             steps.back().version)};
  for (const Migration& step : steps) {
    if (step.version <= *version) continue;
    const Result<void> done = database.execute(
        fmt::format("BEGIN IMMEDIATE; {} PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;",
                    step.sql, kApplicationId, step.version));
    if (!done.ok()) {
      (void)database.execute("ROLLBACK");
      return Error{done.error().code, fmt::format("bringing the record to schema {} failed: {}", step.version,
                                                  done.error().message)};
    }
  }
  return {};
}

}  // namespace hearsay
