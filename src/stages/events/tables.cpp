#include "stages/events/tables.h"

#include <initializer_list>

#include "knowledge/knowledge.h"

namespace hearsay::events {
namespace {

TableRows rows_of(const Knowledge& knowledge, std::string_view name,
                  std::initializer_list<std::string_view> columns, std::vector<std::string>& faults) {
  TableRows out;
  Result<TableReader> rows = knowledge.rows(name, columns);
  if (!rows) {
    faults.push_back(rows.error().message);
    return out;
  }
  while (rows->next()) {
    std::vector<std::string>& row = out.emplace_back();
    for (size_t i = 0; i < columns.size(); ++i) row.emplace_back((*rows)[i]);
  }
  if (const Result<void> end = rows->finish(); !end) faults.push_back(end.error().message);
  return out;
}

}  // namespace

Lexicon::Tables tables_of(const Knowledge& knowledge, std::vector<std::string>& faults) {
  Lexicon::Tables tables;
  tables.verbs =
      rows_of(knowledge, "event_verbs",
              {"trigger", "object", "type", "mode", "actor", "recipient", "count", "channel"}, faults);
  tables.nouns =
      rows_of(knowledge, "event_nouns",
              {"trigger", "needs", "type", "mode", "actor", "recipient", "count", "channel"}, faults);
  tables.objects = rows_of(knowledge, "event_objects", {"class", "word"}, faults);
  tables.light_verbs = rows_of(knowledge, "event_light_verbs", {"verb", "subject", "status"}, faults);
  tables.statuses = rows_of(knowledge, "event_status", {"words", "status"}, faults);
  tables.near_misses = rows_of(knowledge, "event_near_misses", {"phrase"}, faults);
  tables.weapons = rows_of(knowledge, "event_weapons", {"word", "mode"}, faults);
  tables.contexts = rows_of(knowledge, "event_contexts", {"word", "context"}, faults);
  return tables;
}

}  // namespace hearsay::events
