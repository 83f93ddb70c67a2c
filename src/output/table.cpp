#include "output/table.h"

#include <algorithm>

#include "base/display_width.h"
#include "output/readable_interval.h"

namespace hearsay {
namespace {

constexpr size_t kHeldRows = 500;
constexpr size_t kGap = 2;
constexpr std::string_view kMark = "- ";
constexpr size_t kIdDigits = 10;  // tells 100,000 rows apart; `show` takes them
constexpr size_t kLinesOfText = 5;
constexpr size_t kLinesOfList = 12;
constexpr size_t kNarrowest = 8;     // of a column that is wrapped
constexpr size_t kLongestWord = 14;  // that is not parted, where there is room

bool is_number(CellType type) { return type == CellType::kInteger || type == CellType::kReal; }
bool can_wrap(const Column& column) {
  return column.type == CellType::kText || column.type == CellType::kList ||
         column.type == CellType::kInterval || column.type == CellType::kEnum;
}

// Width of the longest word.
size_t longest_word(const StyledText& text) {
  size_t longest = 0;
  for (const Run& run : text)
    for (size_t begin = 0; begin < run.text.size();) {
      const size_t end = std::min(run.text.find(' ', begin), run.text.size());
      longest = std::max(longest, display_width(std::string_view(run.text).substr(begin, end - begin)));
      begin = end + 1;
    }
  return longest;
}

}  // namespace

Table::Table(const std::vector<Column>& columns, size_t width, Paint paint, Sink sink)
    : columns_(columns), width_(std::max<size_t>(width, 40)), paint_(paint), sink_(std::move(sink)) {}

Table::Lines Table::lines_of(const Column& column, const Cell& cell) const {
  if (const auto* id = std::get_if<IdCell>(&cell)) return {{{id->hex.substr(0, kIdDigits), Tone::kFaint}}};
  if (const auto* interval = std::get_if<Interval>(&cell))
    return {{{readable_days(*interval), Tone::kPlain}}};
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    Lines lines;
    for (const std::string& element : *list) {
      const std::string line = printable_line(element);
      if (column.line_each || lines.empty())
        lines.push_back({{line, Tone::kPlain}});
      else
        lines[0][0].text += ", " + line;
    }
    return lines;
  }
  return {{{printable_line(text_of(cell)), Tone::kPlain}}};
}

void Table::add(const std::vector<Cell>& cells) {
  std::vector<Lines> row;
  for (size_t i = 0; i < columns_.size(); ++i) row.push_back(lines_of(columns_[i], cells[i]));
  if (laid_out_) return print(row);
  held_.push_back(std::move(row));
  if (held_.size() == kHeldRows) finish();
}

void Table::finish() {
  if (held_.empty()) return;
  choose_widths();
  laid_out_ = true;
  for (const std::vector<Lines>& row : held_)
    for (const Lines& lines : wrapped(row)) apart_ = apart_ || lines.size() > 1;
  print_header();
  for (const std::vector<Lines>& row : held_) print(row);
  held_.clear();
}

// Every column gets its natural width where the sum fits. Else those that can be wrapped share what the
// others leave: each gets its least width, the rest goes to those that want more, by weight.
void Table::choose_widths() {
  const size_t n = columns_.size();
  std::vector<size_t> natural(n), least(n);
  for (size_t i = 0; i < n; ++i) {
    const size_t header = display_width(columns_[i].header);
    size_t word = 0;
    natural[i] = header;
    for (const std::vector<Lines>& row : held_)
      for (const StyledText& line : row[i]) {
        natural[i] = std::max(natural[i], width_of(line) + (row[i].size() > 1 ? kMark.size() : 0));
        word = std::max(word, std::min(longest_word(line), kLongestWord));
      }
    // Dates break behind "..".
    if (columns_[i].type == CellType::kInterval) word = 12;
    if (columns_[i].weight > 1) word = std::max<size_t>(word, 20);
    least[i] =
        can_wrap(columns_[i]) ? std::min(natural[i], std::max({header, kNarrowest, word})) : natural[i];
  }
  const size_t gaps = kGap * (n - 1);
  // A narrow terminal parts words too.
  for (const size_t most : {20, 14, 10, 8, 6, 4}) {
    size_t needed = gaps;
    for (const size_t width : least) needed += width;
    if (needed <= width_) break;
    for (size_t i = 0; i < n; ++i)
      if (can_wrap(columns_[i])) least[i] = std::min(least[i], most);
  }
  widths_ = least;
  size_t used = gaps;
  for (const size_t width : widths_) used += width;
  while (used < width_) {
    size_t weights = 0;
    for (size_t i = 0; i < n; ++i)
      if (widths_[i] < natural[i]) weights += columns_[i].weight;
    if (weights == 0) break;
    const size_t room = width_ - used;
    size_t given = 0;
    for (size_t i = 0; i < n; ++i) {
      if (widths_[i] >= natural[i]) continue;
      const size_t share =
          std::min(natural[i] - widths_[i], std::max<size_t>(room * columns_[i].weight / weights, 1));
      if (given + share > room) continue;
      widths_[i] += share;
      given += share;
    }
    if (given == 0) break;
    used += given;
  }
}

std::vector<Table::Lines> Table::wrapped(const std::vector<Lines>& row) const {
  std::vector<Lines> cells(row.size());
  for (size_t i = 0; i < row.size(); ++i) {
    for (const StyledText& line : row[i]) {
      // Of several, each shows where it begins.
      const bool marked = row[i].size() > 1 && widths_[i] > kMark.size();
      const std::vector<StyledText> parts = wrap(line, widths_[i] - (marked ? kMark.size() : 0));
      for (size_t p = 0; p < parts.size(); ++p) {
        StyledText part = parts[p];
        if (marked)
          part.insert(part.begin(),
                      {p == 0 ? std::string(kMark) : std::string(kMark.size(), ' '), Tone::kFaint});
        cells[i].push_back(std::move(part));
      }
    }
    cut_lines(cells[i], columns_[i].line_each ? kLinesOfList : kLinesOfText, widths_[i]);
  }
  return cells;
}

void Table::print_header() {
  std::string line;
  std::string rule;
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) line.append(kGap, ' '), rule.append(kGap, ' ');
    const std::string header = columns_[i].header.substr(0, fitting_prefix(columns_[i].header, widths_[i]));
    const size_t pad = widths_[i] - display_width(header);
    const bool right = is_number(columns_[i].type);
    line += std::string(right ? pad : 0, ' ') + painted({{header, Tone::kStrong}}, paint_);
    if (!right && i + 1 < columns_.size()) line.append(pad, ' ');
    for (size_t c = 0; c < widths_[i]; ++c) rule += "─";
  }
  sink_(line + "\n");
  sink_(painted({{rule, Tone::kFaint}}, paint_) + "\n");
}

void Table::print(const std::vector<Lines>& row) {
  const std::vector<Lines> cells = wrapped(row);
  size_t height = 1;
  for (const Lines& lines : cells) height = std::max(height, lines.size());
  std::string out;
  if (apart_ && !first_) out += "\n";
  first_ = false;
  for (size_t l = 0; l < height; ++l) {
    std::string line;
    size_t behind = 0;  // columns of space not yet written: none is left at a line's end
    for (size_t i = 0; i < cells.size(); ++i) {
      const StyledText text = l < cells[i].size() ? cells[i][l] : StyledText();
      const size_t width = width_of(text), pad = widths_[i] - std::min(widths_[i], width);
      const bool right = is_number(columns_[i].type);
      if (width > 0) {
        line.append(behind + (right ? pad : 0), ' ');
        line += painted(text, paint_);
        behind = right ? 0 : pad;
      } else {
        behind += widths_[i];
      }
      behind += kGap;
    }
    out += line + "\n";
  }
  sink_(out);
}

}  // namespace hearsay
