// Prints pages as the body's model sees them: names of files on standard input, one JSON object a page on
// standard output, and the rows of all pages, one behind the other, as 32-bit floats into the file that is
// named.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/json.h"
#include "stages/extract/block_context.h"
#include "stages/extract/block_features.h"
#include "stages/extract/html_metadata.h"
#include "stages/extract/html_title.h"
#include "stages/extract/page_text.h"

namespace {

using namespace hearsay;

class Printer {
 public:
  Printer(const char* rows, const char* scores) : rows_(rows, std::ios::binary) {
    if (scores == nullptr) return;
    scores_.open(scores, std::ios::binary);
    second_ = true;
  }

  Json names() const {
    Json names = Json::array();
    for (const std::string_view name : second_ ? block_context_names() : block_feature_names())
      names.push_back(name);
    return {{"names", names}};
  }

  Json page(const std::string& file) {
    Json page{{"file", file}, {"blocks", Json::array()}};
    std::ifstream in(file, std::ios::binary);
    Page read;
    read.bytes.assign(std::istreambuf_iterator<char>(in), {});
    read.format = PageFormat::kHtml;
    const Result<PageText> text = page_text(read);
    if (!text) return page;
    const Result<HtmlTree> tree = HtmlTree::parse(text->text, PageLimits{});
    if (!tree) return page;
    const HtmlMetadata metadata = read_metadata(*tree, "");
    const PageBlocks blocks = cut_blocks(*tree);
    const HtmlTitle title = find_title(*tree, blocks, metadata);
    const StatedParts stated{title.text, title.block, metadata.article_body, metadata.description};
    const RuledBody ruled = rule_body(*tree, blocks, title.block, metadata.article_body);
    std::vector<float> values = block_features(*tree, blocks, stated, ruled);
    if (second_) {
      std::vector<double> scores(blocks.blocks.size());
      scores_.read(reinterpret_cast<char*>(scores.data()),
                   static_cast<std::streamsize>(scores.size() * sizeof(double)));
      values = block_context(*tree, blocks, values, scores);
    }
    rows_.write(reinterpret_cast<const char*>(values.data()),
                static_cast<std::streamsize>(values.size() * sizeof(float)));
    for (size_t b = 0; b < blocks.blocks.size(); ++b)
      page["blocks"].push_back({blocks.blocks[b].text, static_cast<int>(ruled.uses[b])});
    return page;
  }

  bool finish() { return bool(rows_.flush()) && (!second_ || bool(scores_)); }

 private:
  std::ofstream rows_;
  std::ifstream scores_;
  bool second_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fputs("usage: training_page_features ROWS_FILE [SCORES_FILE] < names of pages\n", stderr);
    return 64;
  }
  Printer printer(argv[1], argc > 2 ? argv[2] : nullptr);
  std::cout << printer.names().dump() << '\n';
  for (std::string file; std::getline(std::cin, file);)
    std::cout << printer.page(file).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  return printer.finish() ? 0 : 1;
}
