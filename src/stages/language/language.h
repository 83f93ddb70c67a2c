// language: which language the body is in, and whether it is a translation.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// Never refuses a page. A language that the detector is not sure of is "und", save English in texts too short
// for it. A page counts as a translation only where it says so ("Translated by ...", "machine translation");
// otherwise it is unknown whether it is one. `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_language_stage(const Knowledge& knowledge);

}  // namespace hearsay
