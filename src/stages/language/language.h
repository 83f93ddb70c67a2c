// language: which language the body is in, and whether it is a translation.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_language_stage(const Knowledge& knowledge);

}  // namespace hearsay
