#include "stages/times/times.h"

namespace hearsay {
namespace {

class TimesStage final : public DocStage {
 public:
  explicit TimesStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "times"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords; }
  Layers gives() const override { return only(Layer::kTimes); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)document;
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_times_stage(const Knowledge& knowledge) { return std::make_unique<TimesStage>(knowledge); }

}  // namespace hearsay
