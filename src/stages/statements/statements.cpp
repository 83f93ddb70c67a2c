#include "stages/statements/statements.h"

namespace hearsay {
namespace {

class StatementsStage final : public DocStage {
 public:
  explicit StatementsStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "statements"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords | Layer::kTimes | Layer::kActors; }
  Layers gives() const override { return only(Layer::kStatements); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)document;
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_statements_stage(const Knowledge& knowledge) { return std::make_unique<StatementsStage>(knowledge); }

}  // namespace hearsay
