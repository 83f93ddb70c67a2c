// Phase A's stages in their order: the one place that names them.
#pragma once

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// The whole chain from page to events. `knowledge` must outlive it.
[[nodiscard]] Result<Chain> make_chain(const Knowledge& knowledge);

}  // namespace hearsay
