#include "stages/copies/copies.h"

#include "stages/copies/signature.h"

namespace hearsay {
namespace {

class CopiesStage final : public DocStage {
 public:
  std::string_view name() const override { return "copies"; }
  Layers needs() const override { return only(Layer::kArticle); }
  Layers gives() const override { return only(Layer::kSignature); }
  Result<void> run(Document& document, Scratch&) const override {
    document.signature = sign(document);
    return {};
  }
};

}  // namespace

std::unique_ptr<const DocStage> make_copies_stage() { return std::make_unique<CopiesStage>(); }

}  // namespace hearsay
