// copies, phase A: signs each page, so that phase B finds those that carry the same report (copy_groups.h).
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

[[nodiscard]] std::unique_ptr<const DocStage> make_copies_stage();

}  // namespace hearsay
