// ./do bench page_parts [FOLDER...]
//
// Where the time of `hearsay extract` goes: reads every HTML page of the folders (the pages gold unless said
// otherwise) on one thread and prints the share of each part of the work. The parts are timed by calling them
// one by one; "the rest of extract" is what the whole stage takes beyond them (dates, authors, laying the
// text out).
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "input/page_reader.h"
#include "knowledge/knowledge.h"
#include "output/article_text.h"
#include "pipeline/doc_stage.h"
#include "stages/extract/extract.h"
#include "stages/extract/html_blocks.h"
#include "stages/extract/html_body.h"
#include "stages/extract/html_metadata.h"
#include "stages/extract/html_title.h"
#include "stages/extract/html_tree.h"
#include "stages/extract/page_text.h"
#include "stages/language/language.h"

namespace {

using namespace hearsay;

class Timer {
 public:
  explicit Timer(const char* name) : name_(name) {}

  template <class Work>
  auto time(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    auto result = work();
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
  }

  [[nodiscard]] double seconds() const { return seconds_; }
  void print(double whole, size_t pages) const {
    std::printf("%-28s %7.3f ms a page  %5.1f %%\n", name_, 1e3 * seconds_ / static_cast<double>(pages),
                100 * seconds_ / whole);
  }

 private:
  const char* name_;
  double seconds_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> folders(argv + 1, argv + argc);
  if (folders.empty()) {
    const char* gold = std::getenv("HEARSAY_GOLD");
    folders.push_back(std::string(gold ? gold : "../shared/gold") + "/pages");
  }
  const Knowledge& knowledge = Knowledge::builtin();
  const auto extract = make_extract_stage(knowledge);
  const auto language = make_language_stage(knowledge);
  Timer unpack("reading and unpacking"), decode("character sets"), parse("parsing (lexbor)"),
      metadata("metadata"), blocks("blocks"), title("title"), body("body"), whole("extract"),
      detect("language"), print("JSON");
  Scratch scratch;
  size_t pages = 0, bytes = 0;
  for (const InputFile& file : list_inputs(folders).files) {
    if (file.path.find(".htm") == std::string::npos) continue;
    const auto reader = open_reader(file, InputOptions{});
    auto page = unpack.time([&] { return reader->next(); });
    if (!page || !*page) continue;
    ++pages;
    bytes += (*page)->bytes.size();
    const auto text = decode.time([&] { return page_text(page->value()); });
    if (text) {
      const auto tree = parse.time([&] { return HtmlTree::parse(text->text, PageLimits{}); });
      if (tree) {
        const HtmlMetadata meta = metadata.time([&] { return read_metadata(tree.value(), ""); });
        const PageBlocks cut = blocks.time([&] { return cut_blocks(tree.value()); });
        const HtmlTitle found = title.time([&] { return find_title(tree.value(), cut, meta); });
        body.time([&] {
          return find_body(tree.value(), cut, {found.text, found.block, meta.article_body, meta.description});
        });
      }
    }
    Document document;
    document.page = std::move(page->value());
    if (!whole.time([&] { return extract->run(document, scratch); })) continue;
    (void)detect.time([&] { return language->run(document, scratch); });
    print.time([&] { return article_json(document).dump(-1, ' ', false, Json::error_handler_t::replace); });
  }
  if (pages == 0) {
    std::fprintf(stderr, "skipped: no HTML pages in the folders\n");
    return 3;
  }
  const double all = unpack.seconds() + whole.seconds() + detect.seconds() + print.seconds();
  std::printf("%zu pages, %.0f KB on average, one thread: %.0f pages/s\n", pages,
              static_cast<double>(bytes) / 1e3 / static_cast<double>(pages),
              static_cast<double>(pages) / all);
  unpack.print(all, pages);
  double known = 0;
  for (const Timer* part : {&decode, &parse, &metadata, &blocks, &title, &body}) {
    part->print(all, pages);
    known += part->seconds();
  }
  std::printf("%-28s %7.3f ms a page  %5.1f %%\n", "the rest of extract",
              1e3 * (whole.seconds() - known) / static_cast<double>(pages),
              100 * (whole.seconds() - known) / all);
  detect.print(all, pages);
  print.print(all, pages);
  return 0;
}
