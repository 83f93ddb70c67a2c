// The questions that can be asked: one for each list, with its columns, its filters, its order, and all that
// JSON says of a row.
//
// Each list stands in a file of its own (statements_list.cpp ...). `list_queries()` has them all; a test goes
// over it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/column.h"
#include "query/filter.h"
#include "store/row_id.h"

namespace hearsay {

// What hangs on a row, for JSON: selected with the row's key bound to :row.
struct Child {
  enum class Shape {
    kObjects,  // a list of objects
    kObject,   // one object, null where there is none
    kTexts,    // a list of the first column
    kMap       // an object: the first column's text -> the second column; of several with one key the first
  };
  std::string name;
  Shape shape = Shape::kObjects;
  std::string from;  // "FROM ... WHERE ... ORDER BY ..."
  std::vector<Column> columns;
  std::string key;  // bound to :row in `children`; "" where there are none
  std::vector<Child> children;
};

struct ListQuery {
  std::string_view name;        // "statements"
  std::optional<RowKind> kind;  // nothing: the rows have no id
  std::string from;             // tables with their joins
  std::string key;              // a row's key: one integer
  std::string at_key;           // finds the row whose key is :row
  std::string where;            // of the list; a row that is asked for by its key need not meet it. "": all
  std::string order;
  std::vector<Column> columns;
  std::vector<Child> children;
  std::vector<FilterRule> filters;
};

// In the order of the command's help.
[[nodiscard]] std::span<const ListQuery> list_queries();
// Null where there is no such list.
[[nodiscard]] const ListQuery* find_list(std::string_view name);
[[nodiscard]] const ListQuery* find_list(RowKind kind);

// One for each file.
[[nodiscard]] ListQuery documents_list();
[[nodiscard]] ListQuery statements_list();
[[nodiscard]] ListQuery events_list();
[[nodiscard]] ListQuery actors_list();
[[nodiscard]] ListQuery stories_list();
[[nodiscard]] ListQuery incidents_list();
[[nodiscard]] ListQuery claims_list();
[[nodiscard]] ListQuery disputes_list();
[[nodiscard]] ListQuery agreements_list();
[[nodiscard]] ListQuery contacts_list();
[[nodiscard]] ListQuery copies_list();
[[nodiscard]] ListQuery rejections_list();

}  // namespace hearsay
