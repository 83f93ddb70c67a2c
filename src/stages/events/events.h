// events: who does what to whom, when and where; speech events made from statements, deeds from a verb
// lexicon.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_events_stage(const Knowledge& knowledge);

}  // namespace hearsay
