// times: expressions of time, resolved against the publication date.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_times_stage(const Knowledge& knowledge);

}  // namespace hearsay
