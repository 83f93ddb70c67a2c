#include "stages/copies/copies.h"

namespace hearsay {
namespace {

class CopiesStage final : public DocStage {
 public:
  explicit CopiesStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "copies"; }
  Layers needs() const override { return Layer::kArticle | Layer::kLanguage; }
  Layers gives() const override { return only(Layer::kSignature); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)document;
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_copies_stage(const Knowledge& knowledge) { return std::make_unique<CopiesStage>(knowledge); }

}  // namespace hearsay
