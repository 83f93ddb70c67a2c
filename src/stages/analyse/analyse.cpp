#include "stages/analyse/analyse.h"

namespace hearsay {
namespace {

class AnalyseStage final : public DocStage {
 public:
  explicit AnalyseStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "analyse"; }
  Layers needs() const override { return Layer::kArticle | Layer::kLanguage; }
  Layers gives() const override { return only(Layer::kWords); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)document;
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_analyse_stage(const Knowledge& knowledge) { return std::make_unique<AnalyseStage>(knowledge); }

}  // namespace hearsay
