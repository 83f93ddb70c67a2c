#include "stages/extract/extract.h"

#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

class ExtractStage final : public DocStage {
 public:
  explicit ExtractStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "extract"; }
  Layers needs() const override { return only(Layer::kPage); }
  Layers gives() const override { return only(Layer::kArticle); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)knowledge_;
    std::vector<std::string> blocks;
    std::string block;
    for (size_t at = 0; at <= document.page.bytes.size();) {
      size_t end = document.page.bytes.find('\n', at);
      if (end == std::string::npos) end = document.page.bytes.size();
      const std::string line = document.page.bytes.substr(at, end - at);
      if (!line.empty()) block += (block.empty() ? "" : " ") + line;
      else if (!block.empty()) blocks.push_back(std::exchange(block, {}));
      at = end + 1;
    }
    if (!block.empty()) blocks.push_back(block);
    std::string title;
    if (!blocks.empty()) {
      title = blocks.front();
      blocks.erase(blocks.begin());
    }
    if (!blocks.empty() && parse_iso_day(blocks.front())) {
      document.article.published = {{blocks.front(), blocks.front()}, DateEvidence::kTextLine, blocks.front(), {}};
      blocks.erase(blocks.begin());
    }
    lay_out_text(document, title, blocks, {}, {}, {});
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_extract_stage(const Knowledge& knowledge) { return std::make_unique<ExtractStage>(knowledge); }

}  // namespace hearsay
