#include "query/selection.h"

#include "base/format.h"

namespace hearsay {

Result<Selection> select(const Database& database, const ListQuery& list, const FilterValues& filters,
                         std::optional<uint64_t> limit) {
  const Result<Narrowing> narrowing = narrow(list.name, list.filters, filters);
  if (!narrowing.ok()) return narrowing.error();
  std::string where = list.where;
  if (!narrowing->condition.empty()) where += (where.empty() ? "" : " AND ") + narrowing->condition;
  const std::string sql = fmt::format("SELECT {} FROM {}{}{} ORDER BY {}", list.key, list.from,
                                      where.empty() ? "" : " WHERE ", where, list.order);
  Result<Sql> statement = database.prepare(sql);
  if (!statement.ok()) return statement.error();
  for (const BoundValue& bound : narrowing->values) {
    const int index = statement->parameter(bound.parameter.c_str());
    if (index == 0) continue;
    if (const auto* text = std::get_if<std::string>(&bound.value))
      statement->bind(index, *text);
    else
      statement->bind(index, std::get<int64_t>(bound.value));
  }
  Selection selection;
  selection.full_text = narrowing->full_text;
  for (;;) {
    const Result<bool> row = statement->step();
    if (!row.ok()) return row.error();
    if (!*row) return selection;
    if (limit && selection.keys.size() >= *limit)
      ++selection.left_out;
    else
      selection.keys.push_back(statement->integer(0));
  }
}

}  // namespace hearsay
