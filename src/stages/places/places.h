// places: names of places, with gazetteer id, coordinates, country and precision where they can be told.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_places_stage(const Knowledge& knowledge);

}  // namespace hearsay
