#include "stages/events/events.h"

namespace hearsay {
namespace {

class EventsStage final : public DocStage {
 public:
  explicit EventsStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "events"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords | Layer::kTimes | Layer::kPlaces | Layer::kActors | Layer::kStatements; }
  Layers gives() const override { return only(Layer::kEvents); }
  Result<void> run(Document& document, Scratch&) const override {
    (void)document;
    (void)knowledge_;
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_events_stage(const Knowledge& knowledge) { return std::make_unique<EventsStage>(knowledge); }

}  // namespace hearsay
