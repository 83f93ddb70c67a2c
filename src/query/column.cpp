#include "query/column.h"

#include "query/sql_parts.h"

namespace hearsay {
namespace {

int width_in_select(CellType type) {
  return type == CellType::kInterval ? 2 : type == CellType::kSpan ? 4 : 1;
}

std::vector<std::string> texts(std::string_view array) {
  std::vector<std::string> result;
  const Json json = Json::parse(array, nullptr, false);
  if (!json.is_array()) return result;
  for (const Json& element : json)
    if (element.is_string()) result.push_back(element.get<std::string>());
  return result;
}

std::vector<int64_t> numbers(std::string_view array) {
  std::vector<int64_t> result;
  const Json json = Json::parse(array, nullptr, false);
  if (!json.is_array()) return result;
  for (const Json& element : json)
    if (element.is_number_integer()) result.push_back(element.get<int64_t>());
  return result;
}

Cell read_cell(const Sql& sql, const Column& column, int at) {
  switch (column.type) {
    case CellType::kText:
      return sql.text(at);
    case CellType::kInteger:
      return sql.is_null(at) ? Cell() : Cell(sql.integer(at));
    case CellType::kReal:
      return sql.is_null(at) ? Cell() : Cell(sql.real(at));
    case CellType::kFlag:
      return sql.integer(at) != 0;
    case CellType::kInterval:
      return sql.interval(at);
    case CellType::kList:
      return texts(sql.view(at));
    case CellType::kNumbers:
      return numbers(sql.view(at));
    case CellType::kId: {
      const std::string_view bytes = sql.view(at);
      return IdCell{to_hex(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size())};
    }
    case CellType::kSpan: {
      const std::optional<Sql::PartSpan> span = sql.part_span(at);
      return span ? Cell(SpanCell{span->part, span->span, sql.text(at + 3)}) : Cell();
    }
    case CellType::kEnum: {
      // A damaged file may hold any number.
      const int64_t value = sql.integer(at);
      return sql.is_null(at) || value < 0 || value >= column.names.count
                 ? Cell()
                 : Cell(std::string(column.names.name(value)));
    }
  }
  return {};
}

Column make(std::string name, CellType type, std::string sql) {
  Column column;
  column.name = std::move(name);
  column.type = type;
  column.sql = std::move(sql);
  return column;
}

}  // namespace

Column Column::shown(std::string as) const {
  Column column = *this;
  column.header = std::move(as);
  column.where |= kTable;
  return column;
}

Column Column::only(unsigned places) const {
  Column column = *this;
  column.where = places;
  return column;
}

Column Column::wide() const {
  Column column = *this;
  column.weight = 3;
  return column;
}

Column Column::in_lines() const {
  Column column = *this;
  column.line_each = true;
  return column;
}

Column text_column(std::string name, std::string sql) {
  return make(std::move(name), CellType::kText, std::move(sql));
}
Column integer_column(std::string name, std::string sql) {
  return make(std::move(name), CellType::kInteger, std::move(sql));
}
Column real_column(std::string name, std::string sql) {
  return make(std::move(name), CellType::kReal, std::move(sql));
}
Column flag_column(std::string name, std::string sql) {
  return make(std::move(name), CellType::kFlag, std::move(sql));
}
Column interval_column(std::string name, const std::string& prefix) {
  return interval_column(std::move(name), prefix + "_from", prefix + "_to");
}
Column interval_column(std::string name, const std::string& from, const std::string& to) {
  return make(std::move(name), CellType::kInterval, from + ", " + to);
}
Column list_column(std::string name, std::string sql) {
  return make(std::move(name), CellType::kList, std::move(sql));
}
Column numbers_column(std::string name, std::string sql) {
  return make(std::move(name), CellType::kNumbers, std::move(sql));
}
Column id_column(std::string name, std::string sql) {
  return make(std::move(name), CellType::kId, std::move(sql));
}
Column span_column(std::string name, const std::string& prefix, const std::string& text_table) {
  return make(std::move(name), CellType::kSpan,
              prefix + "_part, " + prefix + "_begin, " + prefix + "_end, " + words_sql(prefix, text_table));
}
Column enum_column(std::string name, std::string sql, EnumNames names) {
  Column column = make(std::move(name), CellType::kEnum, std::move(sql));
  column.names = names;
  return column;
}

std::string select_list(const std::vector<Column>& columns) {
  std::string sql;
  for (const Column& column : columns) {
    if (!sql.empty()) sql += ", ";
    sql += column.sql;
  }
  return sql;
}

std::vector<Cell> read_cells(const Sql& sql, const std::vector<Column>& columns, int first) {
  std::vector<Cell> cells;
  cells.reserve(columns.size());
  for (const Column& column : columns) {
    cells.push_back(read_cell(sql, column, first));
    first += width_in_select(column.type);
  }
  return cells;
}

}  // namespace hearsay
