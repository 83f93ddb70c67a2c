// Numbers as news writes them: "12", "1,200", "2.3 million", "twenty-one", "dozens", "at least 40", "no".
#pragma once

#include <cstdint>
#include <optional>

#include "stages/events/grammar.h"

namespace hearsay::events {

// [low, high], -1 for an open end; words [begin, end) of the page that say so.
struct Number {
  int64_t low = 0, high = 0;
  uint32_t begin = 0, end = 0;
};

// The number that begins at word i, without the words that bound it ("at least"); nothing where none does.
// "dozens" is [24, 99], "hundreds" [200, 999], "thousands" [2000, 9999], "tens of thousands" [20000, 99999],
// "hundreds of thousands" [200000, 999999].
[[nodiscard]] std::optional<Number> plain_number(const PageView& view, uint32_t i, uint32_t end);

// The number that a phrase gives its noun, with its bounds: "at least 12 people" is [12, open], "up to 30"
// [open, 30], "10 to 15" [10, 15], "no civilians" [0, 0], "a woman" and one person's name [1, 1]. Nothing for
// "civilians", "several" and years.
[[nodiscard]] std::optional<Number> number_of(const PageView& view, const Grammar& grammar,
                                              const Phrase& phrase, Bounds scope);

}  // namespace hearsay::events
