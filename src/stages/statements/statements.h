// statements: who says what to whom, with source, cue, content, act and chain.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_statements_stage(const Knowledge& knowledge);

}  // namespace hearsay
