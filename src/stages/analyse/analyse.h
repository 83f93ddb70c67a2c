// analyse: words, sentences and quotations of title, body and captions.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage.
[[nodiscard]] std::unique_ptr<const DocStage> make_analyse_stage(const Knowledge& knowledge);

}  // namespace hearsay
