#include "output/delimited.h"

namespace hearsay {

std::string delimited_line(const std::vector<std::string>& fields, Delimiter delimiter) {
  std::string line;
  for (size_t i = 0; i < fields.size(); ++i) {
    const std::string& field = fields[i];
    if (delimiter == Delimiter::kTab) {
      if (i > 0) line += '\t';
      for (const char c : field) line += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
      continue;
    }
    if (i > 0) line += ',';
    if (field.find_first_of(",\"\r\n") == field.npos) {
      line += field;
      continue;
    }
    line += '"';
    for (const char c : field) {
      line += c;
      if (c == '"') line += c;
    }
    line += '"';
  }
  return line + (delimiter == Delimiter::kTab ? "\n" : "\r\n");
}

std::string delimited_header(const std::vector<Column>& columns, Delimiter delimiter) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column.name);
  return delimited_line(names, delimiter);
}

std::string delimited_row(const std::vector<Cell>& cells, Delimiter delimiter) {
  std::vector<std::string> fields;
  for (const Cell& cell : cells) fields.push_back(text_of(cell));
  return delimited_line(fields, delimiter);
}

}  // namespace hearsay
