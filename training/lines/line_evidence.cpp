// Prints what the engine sees of the lines of plain-text files, for training: names of files on standard
// input, one a line; on standard output, with --columns the names of the columns, else for each file, in the
// machine's byte order,
//   uint32 lines, then for each line: uint32 begin, uint32 end (bytes of the file), uint32 kept (bit 0 by the
//   rules, bit 1 by the whole), float32 x columns
// Files must be UTF-8 without a byte order mark. With --context: on standard input for each page uint32 lines
// and their scores (double), on standard output for each line what with_context puts behind its row
// (float32). With --scores FILE...: lines with the models' scores, to be read.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>

#include "stages/extract/body_lines.h"
#include "stages/extract/line_context.h"
#include "stages/extract/line_evidence.h"
#include "stages/extract/line_model.h"
#include "stages/extract/text_rules.h"

namespace {

template <class Value>
void put(const Value* values, size_t count) {
  std::fwrite(values, sizeof(Value), count, stdout);
}

void print_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  hearsay::TextRules rules = hearsay::rule_text(text);
  const std::vector<float> rows = hearsay::line_evidence(rules);
  const std::vector<bool> ruled = rules.keep;
  hearsay::weigh_lines(rules);
  const auto count = static_cast<uint32_t>(rules.lines.size());
  put(&count, 1);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t head[] = {rules.lines[i].source.begin, rules.lines[i].source.end,
                             uint32_t(ruled[i]) + 2 * uint32_t(rules.keep[i])};
    put(head, 3);
    put(rows.data() + i * hearsay::kEvidenceColumns, hearsay::kEvidenceColumns);
  }
}

void print_contexts() {
  uint32_t count = 0;
  while (std::fread(&count, sizeof count, 1, stdin) == 1) {
    std::vector<double> scores(count);
    if (std::fread(scores.data(), sizeof(double), count, stdin) != count) return;
    const std::vector<float> rows = hearsay::with_context({}, 0, scores);
    put(rows.data(), rows.size());
  }
}

// For reading by eye.
void print_scores(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  hearsay::TextRules rules = hearsay::rule_text(text);
  const std::vector<bool> ruled = rules.keep;
  const hearsay::LineScores scores = hearsay::LineModel::builtin().scores(rules);
  hearsay::weigh_lines(rules);
  for (size_t i = 0; i < rules.lines.size(); ++i)
    std::printf("%c%c%c kind %2d  body %5.1f  title %6.1f  %s\n", i == rules.title ? 'T' : ' ',
                ruled[i] ? 'r' : ' ', rules.keep[i] ? '+' : ' ', int(rules.lines[i].kind), scores.body[i],
                scores.title[i], rules.lines[i].text.substr(0, 120).c_str());
}

void print_names(std::span<const std::string_view> names) {
  for (const std::string_view name : names) std::printf("%.*s\n", int(name.size()), name.data());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view option = argc > 1 ? argv[1] : "";
  if (option == "--columns") {
    print_names(hearsay::evidence_columns());
  } else if (option == "--context-columns") {
    print_names(hearsay::kContextColumns);
  } else if (option == "--context") {
    print_contexts();
  } else if (option == "--scores") {
    for (int i = 2; i < argc; ++i) print_scores(argv[i]);
  } else {
    std::string name;
    while (std::getline(std::cin, name)) print_file(name);
  }
  return 0;
}
