// copies, phase A: the signature by which pages that carry the same report find each other.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_copies_stage(const Knowledge& knowledge);

}  // namespace hearsay
