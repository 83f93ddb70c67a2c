#include "stages/actors/actors.h"

namespace hearsay {
namespace {

class ActorsStage final : public DocStage {
 public:
  explicit ActorsStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "actors"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords | Layer::kPlaces; }
  Layers gives() const override { return only(Layer::kActors); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)document;
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_actors_stage(const Knowledge& knowledge) { return std::make_unique<ActorsStage>(knowledge); }

}  // namespace hearsay
