#include "stages/events/events.h"

#include "stages/events/event_finder.h"
#include "stages/events/tables.h"

namespace hearsay {
namespace {

class EventsStage final : public DocStage {
 public:
  explicit EventsStage(const Knowledge& knowledge)
      : lexicon_(events::tables_of(knowledge, faults_), faults_), finder_(lexicon_) {}
  std::string_view name() const override { return "events"; }
  Layers needs() const override {
    return Layer::kArticle | Layer::kWords | Layer::kTimes | Layer::kPlaces | Layer::kActors |
           Layer::kStatements;
  }
  Layers gives() const override { return only(Layer::kEvents); }

  Result<void> run(Document& document, Scratch& scratch) const override {
    finder_.find(document, scratch.get<events::EventBuffers>());
    return {};
  }

 private:
  // A test holds that the shipped tables have none. A broken table of an override folder is refused by
  // Knowledge::load.
  std::vector<std::string> faults_;
  events::Lexicon lexicon_;
  events::EventFinder finder_;
};

}  // namespace

std::unique_ptr<const DocStage> make_events_stage(const Knowledge& knowledge) {
  return std::make_unique<EventsStage>(knowledge);
}

}  // namespace hearsay
