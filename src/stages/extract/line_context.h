// What the first scores of all lines of a page say about each of them: the second model weighs a line by its
// company.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

inline constexpr std::array kContextColumns = std::to_array<std::string_view>({
    "score",   "score-1",  "score-2", "score-3", "score-4",     "score+1",    "score+2",      "score+3",
    "score+4", "mean_2",   "mean_5",  "mean_12", "mean_before", "mean_after", "share_before", "from_begin",
    "to_end",  "expected", "surest",  "run",     "run_share",   "from_sure",  "to_sure",      "body_share",
});

// Each row of `evidence` (`columns` numbers for each line) with kContextColumns numbers behind it. `scores`
// are log-odds.
[[nodiscard]] std::vector<float> with_context(std::span<const float> evidence, size_t columns,
                                              std::span<const double> scores);

}  // namespace hearsay
