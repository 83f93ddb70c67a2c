// ./do bench text_parts [FOLDER...]
//
// Where the time of extracting scraped text goes: reads every .txt page of the folders (the seeds unless said
// otherwise) on one thread, over and over for two seconds of processor time, and prints the share of each
// part. "the rest of extract" is what the whole stage takes beyond the parts (character set, dates, authors,
// laying the text out).
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "input/page_reader.h"
#include "knowledge/knowledge.h"
#include "pipeline/doc_stage.h"
#include "stages/extract/body_lines.h"
#include "stages/extract/extract.h"
#include "stages/extract/line_evidence.h"
#include "stages/extract/text_lines.h"
#include "stages/extract/text_rules.h"

namespace {

using namespace hearsay;

constexpr double kSeconds = 2;

// Of the processor: a busy machine does not count.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Work>
void timed(double& sum, Work work) {
  const double begin = now();
  work();
  sum += now() - begin;
}

void print(const char* name, double seconds, double whole, size_t pages) {
  std::printf("%-28s %7.3f ms a page  %5.1f %%\n", name, 1e3 * seconds / static_cast<double>(pages),
              100 * seconds / whole);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> folders(argv + 1, argv + argc);
  if (folders.empty()) folders.push_back("../shared/seeds");
  std::vector<Page> pages;
  size_t bytes = 0;
  for (const InputFile& file : list_inputs(folders).files) {
    if (!file.path.ends_with(".txt")) continue;
    auto page = open_reader(file, InputOptions{})->next();
    if (!page || !*page) continue;
    bytes += (*page)->bytes.size();
    pages.push_back(std::move(page->value()));
  }
  if (pages.empty()) {
    std::fprintf(stderr, "skipped: no .txt pages in the folders\n");
    return 3;
  }
  const auto extract = make_extract_stage(Knowledge::builtin());
  Scratch scratch;
  double cut = 0, rules = 0, evidence = 0, weighed = 0, whole = 0;
  size_t count = 0;
  for (const double begin = now(); now() - begin < kSeconds;) {
    for (const Page& page : pages) {
      ++count;
      timed(cut, [&] { (void)cut_lines(page.bytes); });
      TextRules found;
      timed(rules, [&] { found = rule_text(page.bytes); });
      timed(evidence, [&] { (void)line_evidence(found); });
      timed(weighed, [&] { weigh_lines(found); });
      Document document;
      document.page = page;
      timed(whole, [&] { (void)extract->run(document, scratch); });
    }
  }
  std::printf("%zu pages, %.1f KB on average, one thread: %.0f pages/s\n", pages.size(),
              static_cast<double>(bytes) / 1e3 / static_cast<double>(pages.size()),
              static_cast<double>(count) / whole);
  print("cutting and joining lines", cut, whole, count);
  print("rules", rules - cut, whole, count);
  print("evidence", evidence, whole, count);
  print("models", weighed - evidence, whole, count);
  print("the rest of extract", whole - rules - weighed, whole, count);
  return 0;
}
