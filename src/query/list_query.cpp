#include "query/list_query.h"

#include <algorithm>

namespace hearsay {

std::span<const ListQuery> list_queries() {
  static const std::vector<ListQuery> kQueries = {
      documents_list(),  statements_list(), events_list(), actors_list(),
      stories_list(),    incidents_list(),  claims_list(), disputes_list(),
      agreements_list(), contacts_list(),   copies_list(), rejections_list(),
  };
  return kQueries;
}

const ListQuery* find_list(std::string_view name) {
  for (const ListQuery& query : list_queries())
    if (query.name == name) return &query;
  return nullptr;
}

const ListQuery* find_list(RowKind kind) {
  for (const ListQuery& query : list_queries())
    if (query.kind == kind) return &query;
  return nullptr;
}

}  // namespace hearsay
