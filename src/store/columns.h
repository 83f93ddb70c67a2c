// Visitor of layout.h: the names of a row's columns, and the SQL that follows from them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/group_layout.h"

namespace hearsay {

class Columns {
 public:
  void span(const std::string& name, Span) {
    for (const char* end : {"_part", "_begin", "_end"}) names.push_back(name + end);
    spans.push_back(name);
  }
  void range(const std::string& name, Span) {
    for (const char* end : {"_begin", "_end"}) names.push_back(name + end);
  }
  void interval(const std::string& name, const Interval&) {
    for (const char* end : {"_from", "_to"}) names.push_back(name + end);
  }
  void text(const char* name, const std::string&) { names.emplace_back(name); }
  void texts(const char* name, const std::vector<std::string>&) { names.emplace_back(name); }
  void flag(const char* name, bool) { names.emplace_back(name); }
  template <class E>
  void enumeration(const char* name, E, E) {
    names.emplace_back(name);
  }
  void number(const char* name, int64_t) { names.emplace_back(name); }
  void open_number(const char* name, int64_t) { names.emplace_back(name); }
  void real(const char* name, double) { names.emplace_back(name); }
  void optional_real(const char* name, const std::optional<double>&) { names.emplace_back(name); }
  void id(const char* name, const Id&) { names.emplace_back(name); }
  void ref(const char* name, uint32_t, RowKind) { names.emplace_back(name); }
  void index(const char* name, uint32_t) { names.emplace_back(name); }
  void row(const char* name, RowId) { names.emplace_back(name); }
  void number_in_document(const char* name, RowId) { names.emplace_back(name); }
  void pair(const char* document, const char* number, RowId) {
    names.emplace_back(document);
    names.emplace_back(number);
  }
  void subject(const std::string&) {
    names.emplace_back("incident");
    names.emplace_back("agreement");
  }

  std::vector<std::string> names;
  std::vector<std::string> spans;  // names of those that are spans
};

template <class Row>
[[nodiscard]] Columns columns_of() {
  Columns columns;
  const Row row;
  layout::describe(columns, row);
  return columns;
}

[[nodiscard]] inline std::string joined(const std::vector<std::string>& names, std::string_view between,
                                        std::string_view behind = "") {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += between;
    out += name;
    out += behind;
  }
  return out;
}

// INSERT of all columns: `first`, those of the row, `last`.
template <class Row>
[[nodiscard]] std::string insert_sql(const std::string& table, std::vector<std::string> first,
                                     const std::vector<std::string>& last) {
  std::vector<std::string>& names = first;
  const std::vector<std::string> own = columns_of<Row>().names;
  names.insert(names.end(), own.begin(), own.end());
  names.insert(names.end(), last.begin(), last.end());
  return "INSERT INTO " + table + "(" + joined(names, ", ") + ") VALUES (" +
         joined(std::vector<std::string>(names.size(), "?"), ", ") + ")";
}

// UPDATE of `first`, the row's columns and `last`, where the columns of `keys` have the values bound behind
// those.
template <class Row>
[[nodiscard]] std::string update_sql(const std::string& table, std::vector<std::string> first,
                                     const std::vector<std::string>& last,
                                     const std::vector<std::string>& keys) {
  std::vector<std::string>& names = first;
  const std::vector<std::string> own = columns_of<Row>().names;
  names.insert(names.end(), own.begin(), own.end());
  names.insert(names.end(), last.begin(), last.end());
  return "UPDATE " + table + " SET " + joined(names, ", ", " = ?") + " WHERE " +
         joined(keys, " AND ", " = ?");
}

// SELECT of `first` and the row's columns.
template <class Row>
[[nodiscard]] std::string select_sql(const std::string& table, std::vector<std::string> first,
                                     const std::string& rest) {
  const std::vector<std::string> own = columns_of<Row>().names;
  first.insert(first.end(), own.begin(), own.end());
  return "SELECT " + joined(first, ", ") + " FROM " + table + " " + rest;
}

}  // namespace hearsay
