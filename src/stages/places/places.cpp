#include "stages/places/places.h"

namespace hearsay {
namespace {

class PlacesStage final : public DocStage {
 public:
  explicit PlacesStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "places"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords; }
  Layers gives() const override { return only(Layer::kPlaces); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)document;
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_places_stage(const Knowledge& knowledge) { return std::make_unique<PlacesStage>(knowledge); }

}  // namespace hearsay
