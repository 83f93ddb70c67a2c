// actors, phase A: who is named on the page: persons, offices, groups, bodies and states, with every mention.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_actors_stage(const Knowledge& knowledge);

}  // namespace hearsay
