#include "engine/chain.h"

#include "stages/actors/actors.h"
#include "stages/analyse/analyse.h"
#include "stages/copies/copies.h"
#include "stages/events/events.h"
#include "stages/extract/extract.h"
#include "stages/language/language.h"
#include "stages/places/places.h"
#include "stages/statements/statements.h"
#include "stages/times/times.h"

namespace hearsay {

Result<Chain> make_article_chain(const Knowledge& knowledge) {
  std::vector<std::unique_ptr<const DocStage>> stages;
  stages.push_back(make_extract_stage(knowledge));
  stages.push_back(make_language_stage(knowledge));
  return Chain::make(std::move(stages));
}

Result<Chain> make_chain(const Knowledge& knowledge) {
  std::vector<std::unique_ptr<const DocStage>> stages;
  stages.push_back(make_extract_stage(knowledge));
  stages.push_back(make_language_stage(knowledge));
  stages.push_back(make_copies_stage());
  stages.push_back(make_analyse_stage(knowledge));
  stages.push_back(make_times_stage(knowledge));
  stages.push_back(make_places_stage(knowledge));
  stages.push_back(make_actors_stage(knowledge));
  stages.push_back(make_statements_stage(knowledge));
  stages.push_back(make_events_stage(knowledge));
  return Chain::make(std::move(stages));
}

}  // namespace hearsay
