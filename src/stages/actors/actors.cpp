#include "stages/actors/actors.h"

#include "stages/actors/actor_resolver.h"

namespace hearsay {
namespace {

class ActorsStage final : public DocStage {
 public:
  explicit ActorsStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "actors"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords | Layer::kPlaces; }
  Layers gives() const override { return only(Layer::kActors); }

  Result<void> run(Document& document, Scratch& scratch) const override {
    document.actors.clear();
    document.mentions.clear();
    const Words& words = document.words;
    if (words.words.empty()) return {};
    Reading& reading = scratch.get<Reading>();
    reading.read(document.text, words.words);
    ElementReader elements(document, reading, knowledge_, scratch.get<ElementMemory>());
    std::vector<Candidate> candidates;
    const auto read_part = [&](bool title) {
      elements.set_title(title);
      for (uint32_t s = 0; s < words.sentences.size(); ++s) {
        if ((words.sentences[s].part == Part::kTitle) == title)
          find_candidates(document, reading, knowledge_, elements, words.sentences[s], s, candidates);
      }
    };
    // The text first: it says who the names of the headline are.
    read_part(false);
    decide_names(document, reading, knowledge_, candidates);
    for (const Candidate& c : candidates) {
      if (c.kind != CandidateKind::kPerson && !c.title_case()) continue;
      for (size_t at = 0; at < c.name.size();) {
        const size_t end = std::min(c.name.find(' ', at), c.name.size());
        elements.add_known_name(std::string_view(c.name).substr(at, end - at));
        at = end + 1;
      }
    }
    read_part(true);
    decide_names(document, reading, knowledge_, candidates);
    resolve_actors(document, reading, knowledge_, candidates);
    return {};
  }

 private:
  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<const DocStage> make_actors_stage(const Knowledge& knowledge) {
  return std::make_unique<ActorsStage>(knowledge);
}

}  // namespace hearsay
