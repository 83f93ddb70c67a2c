#include "query/object_reader.h"

#include "base/format.h"

namespace hearsay {

// A child, ready to be asked.
struct ObjectReader::Part {
  const Child* child = nullptr;
  Sql sql;
  std::vector<Part> parts;

  static Result<std::vector<Part>> make(const Database& database, const std::vector<Child>& children) {
    std::vector<Part> parts;
    for (const Child& child : children) {
      const std::string key = child.key.empty() ? "" : ", " + child.key;
      Result<Sql> sql =
          database.prepare(fmt::format("SELECT {}{} {}", select_list(child.columns), key, child.from));
      if (!sql.ok()) return sql.error();
      Result<std::vector<Part>> inner = make(database, child.children);
      if (!inner.ok()) return inner.error();
      parts.push_back({&child, std::move(*sql), std::move(*inner)});
    }
    return parts;
  }

  static Result<void> add(std::vector<Part>& parts, RowId key, Json& object) {
    for (Part& part : parts) {
      Result<Json> value = part.read(key);
      if (!value.ok()) return value.error();
      object[part.child->name] = std::move(*value);
    }
    return {};
  }

  Result<Json> read(RowId key) {
    using Shape = Child::Shape;
    Json value = child->shape == Shape::kObject ? Json(nullptr)
                 : child->shape == Shape::kMap  ? Json::object()
                                                : Json::array();
    sql.reset();
    sql.bind(sql.parameter(":row"), key);
    for (;;) {
      const Result<bool> row = sql.step();
      if (!row.ok()) return row.error();
      if (!*row) break;
      const std::vector<Cell> cells = read_cells(sql, child->columns);
      if (child->shape == Shape::kTexts) {
        value.push_back(json_of(cells[0]));
        continue;
      }
      if (child->shape == Shape::kMap) {
        if (const std::string name = text_of(cells[0]); !value.contains(name))
          value[name] = json_of(cells[1]);
        continue;
      }
      Json object = Json::object();
      for (size_t i = 0; i < cells.size(); ++i) object[child->columns[i].name] = json_of(cells[i]);
      if (!parts.empty()) {
        const Result<void> added = add(parts, sql.integer(sql.columns() - 1), object);
        if (!added.ok()) return added.error();
      }
      if (child->shape == Shape::kObject) {
        value = std::move(object);
        break;
      }
      value.push_back(std::move(object));
    }
    sql.reset();
    return value;
  }
};

ObjectReader::ObjectReader() = default;
ObjectReader::ObjectReader(ObjectReader&&) noexcept = default;
ObjectReader& ObjectReader::operator=(ObjectReader&&) noexcept = default;
ObjectReader::~ObjectReader() = default;

Result<ObjectReader> ObjectReader::make(const Database& database, const ListQuery& list) {
  Result<ObjectReader> reader = make(database, list.children);
  if (!reader.ok()) return reader;
  Result<RowReader> row = RowReader::make(database, list, kJson);
  if (!row.ok()) return row.error();
  reader->row_ = std::make_unique<RowReader>(std::move(*row));
  return reader;
}

Result<ObjectReader> ObjectReader::make(const Database& database, const std::vector<Child>& children) {
  Result<std::vector<Part>> parts = Part::make(database, children);
  if (!parts.ok()) return parts.error();
  ObjectReader reader;
  reader.parts_ = std::move(*parts);
  return reader;
}

Result<Json> ObjectReader::read(RowId key) {
  Json object = Json::object();
  if (row_) {
    const Result<std::vector<Cell>> cells = row_->read(key);
    if (!cells.ok()) return cells.error();
    for (size_t i = 0; i < cells->size(); ++i) object[row_->columns()[i].name] = json_of((*cells)[i]);
  }
  if (Result<void> added = Part::add(parts_, key, object); !added.ok()) return added.error();
  return object;
}

}  // namespace hearsay
