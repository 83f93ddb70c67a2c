#include "stages/places/places.h"

#include "stages/places/place_finder.h"

namespace hearsay {
namespace {

class PlacesStage final : public DocStage {
 public:
  explicit PlacesStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "places"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords; }
  Layers gives() const override { return only(Layer::kPlaces); }

  Result<void> run(Document& document, Scratch& scratch) const override {
    document.places.clear();
    if (document.words.words.empty()) return {};
    Reading& reading = scratch.get<Reading>();
    reading.read(document.text, document.words.words);
    NameLookups& names = scratch.get<NameLookups>();
    names.begin(document, reading, knowledge_);
    const PlaceEvidence evidence = gather_place_evidence(document, reading, knowledge_, names);
    for (const Sentence& sentence : document.words.sentences)
      find_places(document, reading, knowledge_, names, evidence, sentence, document.places);
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_places_stage(const Knowledge& knowledge) {
  return std::make_unique<PlacesStage>(knowledge);
}

}  // namespace hearsay
