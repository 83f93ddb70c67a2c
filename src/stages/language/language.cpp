#include "stages/language/language.h"

namespace hearsay {
namespace {

class LanguageStage final : public DocStage {
 public:
  explicit LanguageStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "language"; }
  Layers needs() const override { return only(Layer::kArticle); }
  Layers gives() const override { return only(Layer::kLanguage); }
  Result<void> run(Document& document, Scratch&) const override {
    document.language.code = "en";
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_language_stage(const Knowledge& knowledge) { return std::make_unique<LanguageStage>(knowledge); }

}  // namespace hearsay
