// What the lists of claims and of disputes have in common: the voices of a claim.
#pragma once

#include <string>

#include "query/list_query.h"

namespace hearsay {

// The voices of the claim :row, for JSON.
[[nodiscard]] Child voices_child();

// A JSON array of those who assert (0) or deny (1) the claim with the row id `claim`, each once, in order of
// publication.
[[nodiscard]] std::string voices_sql(const std::string& claim, int denies);

// The row ids of the documents in which the claim is heard.
[[nodiscard]] std::string claim_documents_sql(const std::string& claim);

// What the claim or dispute `table` is about: ids of its incident and its agreement.
[[nodiscard]] std::vector<Column> subject_columns(const std::string& table);

}  // namespace hearsay
