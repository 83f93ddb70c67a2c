// Prints what the engine sees of the lines of plain-text files, for training: names of files on standard
// input, one a line; on standard output, with --columns the names of the columns, else for each file, in the
// machine's byte order,
//   uint32 lines, then for each line: uint32 begin, uint32 end (bytes of the file), uint32 kept (bit 0 by the
//   rules, bit 1 by the whole), float32 x columns
// Files must be UTF-8 without a byte order mark.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "stages/extract/body_lines.h"
#include "stages/extract/line_evidence.h"
#include "stages/extract/text_rules.h"

namespace {

template <class Value>
void put(const Value* values, size_t count) {
  std::fwrite(values, sizeof(Value), count, stdout);
}

void print_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const hearsay::TextRules rules = hearsay::rule_text(text);
  const std::vector<float> rows = hearsay::line_evidence(rules);
  const std::vector<bool> body = hearsay::body_lines(rules);
  const auto count = static_cast<uint32_t>(rules.lines.size());
  put(&count, 1);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t head[] = {rules.lines[i].source.begin, rules.lines[i].source.end,
                             uint32_t(rules.keep[i]) + 2 * uint32_t(body[i])};
    put(head, 3);
    put(rows.data() + i * hearsay::kEvidenceColumns, hearsay::kEvidenceColumns);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "--columns") {
    for (const std::string_view name : hearsay::evidence_columns())
      std::printf("%.*s\n", int(name.size()), name.data());
    return 0;
  }
  std::string name;
  while (std::getline(std::cin, name)) print_file(name);
  return 0;
}
