// The schema's SQL, in the order of its migrations.
#pragma once

#include <string_view>

namespace hearsay {

extern const std::string_view kSchemaPages;
extern const std::string_view kSchemaCorpus;
extern const std::string_view kSchemaPeople;
extern const std::string_view kSchemaSearch;
extern const std::string_view kSchemaCompany;

}  // namespace hearsay
