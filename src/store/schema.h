// The record's tables. Their SQL stands in schema_pages.cpp (what phase A finds), schema_corpus.cpp (what
// phase B makes of it), schema_company.cpp (dates by the company that pages keep), schema_people.cpp (what
// people add) and schema_search.cpp (full text and look-up by id); it is the reference for queries.
#pragma once

#include <span>
#include <string_view>

#include "store/database.h"

namespace hearsay {

// One step from version - 1 to version.
struct Migration {
  int version = 0;
  std::string_view sql;
};

inline constexpr int64_t kApplicationId = 0x48656172;  // "Hear", in the file's header

// In order. A released migration is never changed; a change of the schema is a new one.
[[nodiscard]] std::span<const Migration> migrations();
[[nodiscard]] int schema_version();  // of the last

// Brings a record (or an empty file) to the last of `steps`, each step in a transaction of its own.
// kRecordTooNew where the file's version is beyond it, kRecordNotARecord where the file is not ours.
[[nodiscard]] Result<void> migrate(const Database& database, std::span<const Migration> steps);

}  // namespace hearsay
