// What sort of page it is, by signs that pages themselves give; `report` where there is none.
#pragma once

#include "stages/extract/draft.h"

namespace hearsay {

[[nodiscard]] DocumentKind kind_of_page(const Draft& draft);

}  // namespace hearsay
