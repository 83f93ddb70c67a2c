// Rows as a table for a terminal: columns as wide as their words where there is room, else wrapped; long
// cells cut with "…".
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "output/styled_text.h"
#include "query/column.h"

namespace hearsay {

class Table {
 public:
  using Sink = std::function<void(std::string_view)>;

  // `columns` must outlive it. `width`: columns of the terminal.
  Table(const std::vector<Column>& columns, size_t width, Paint paint, Sink sink);

  // Parallel to the columns. The first rows are held back, since the columns' widths follow from them.
  void add(const std::vector<Cell>& cells);
  // Prints what was held back. Nothing, not even a header, where there was no row.
  void finish();

 private:
  using Lines = std::vector<StyledText>;  // of one cell, before they are wrapped

  [[nodiscard]] Lines lines_of(const Column& column, const Cell& cell) const;
  void choose_widths();
  [[nodiscard]] std::vector<Lines> wrapped(const std::vector<Lines>& row) const;
  void print_header();
  void print(const std::vector<Lines>& row);

  const std::vector<Column>& columns_;
  size_t width_;
  Paint paint_;
  Sink sink_;
  std::vector<std::vector<Lines>> held_;
  std::vector<size_t> widths_;
  bool laid_out_ = false;
  bool apart_ = false;  // rows take several lines: an empty line between them
  bool first_ = true;
};

}  // namespace hearsay
