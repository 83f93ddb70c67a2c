// extract: from a page as read to clean parts: title, body paragraphs, captions; dates, byline, outlet with
// their evidence.
#pragma once

#include <memory>

#include "pipeline/doc_stage.h"
#include "stages/extract/limits.h"

namespace hearsay {

class Knowledge;

// `knowledge` must outlive the stage. Refuses pages with kInputTooLarge, kPageEmpty, kPageBinary,
// kPageTooDeep, kPageTooManyAttributes, kPageTooManyNodes, kPageTooSlow, kPageTooLong, kPageNoArticle.
//
// Besides the article it completes what the page says of itself in its capture: address and canonical
// address, where these are empty.
[[nodiscard]] std::unique_ptr<const DocStage> make_extract_stage(const Knowledge& knowledge);
[[nodiscard]] std::unique_ptr<const DocStage> make_extract_stage(const Knowledge& knowledge,
                                                                 const PageLimits& limits);

}  // namespace hearsay
