// SQL functions that every connection has; database.h says what they do.
#pragma once

struct sqlite3;

namespace hearsay {

void add_sql_functions(sqlite3* handle);

}  // namespace hearsay
