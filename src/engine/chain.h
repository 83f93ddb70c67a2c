// Phase A's stages in their order: the one place that names them.
#pragma once

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// Its first two stages: from page to article and language.
[[nodiscard]] Result<Chain> make_article_chain(const Knowledge& knowledge);

// The whole chain from page to events. `knowledge` must outlive them.
[[nodiscard]] Result<Chain> make_chain(const Knowledge& knowledge);

}  // namespace hearsay
