// extract: from a page as read to clean parts: title, body paragraphs, captions; dates, byline, outlet with their evidence.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_extract_stage(const Knowledge& knowledge);

}  // namespace hearsay
