// company, phase B: when a page that says little or nothing of its date was published, by the pages that go
// with it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "record/corpus.h"

namespace hearsay {

struct PageDate {
  RowId document = 0;
  std::string order;
  Interval published;  // as the page says
};

// Dates for the pages whose own interval is open or longer than a day, where others of the record bear a day:
//  - the same page fetched again, or in another version: it was published once, so what its captures say
//  holds
//    of all;
//  - copies of the same report: an agency's copy is printed within days;
//  - other pages of its story, where two or more reports of it, no copies of each other, are dated within
//    days of each other.
// In this order, the first that tells anything. Each lies inside of the page's own interval; where the
// company speaks against that, there is none. `groups` and `stories` name documents of `pages`.
[[nodiscard]] std::vector<NarrowedDate> narrow_dates(std::span<const PageDate> pages,
                                                     std::span<const CopyGroup> groups,
                                                     std::span<const Story> stories);

}  // namespace hearsay
