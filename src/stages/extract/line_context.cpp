#include "stages/extract/line_context.h"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

constexpr float kAbsent = -9;  // the score of a line that is not there
constexpr float kMost = 9;     // scores beyond are all the same
constexpr float kFar = 100;
constexpr double kSure = 0.8;
constexpr size_t kBridge = 3;  // lines that part no run of body lines

// Lines of body with no more than a few others between, and their worth.
std::vector<double> worth_of_runs(const std::vector<double>& chances) {
  std::vector<double> worth(chances.size());
  for (size_t begin = 0; begin < chances.size();) {
    if (chances[begin] <= 0.5) {
      ++begin;
      continue;
    }
    size_t end = begin + 1;
    double sum = chances[begin];
    for (size_t i = end; i < chances.size() && i < end + kBridge + 1; ++i)
      if (chances[i] > 0.5) sum += chances[i], end = i + 1;
    std::fill(worth.begin() + static_cast<ptrdiff_t>(begin), worth.begin() + static_cast<ptrdiff_t>(end),
              sum);
    begin = end;
  }
  return worth;
}

}  // namespace

std::vector<float> with_context(std::span<const float> evidence, size_t columns,
                                std::span<const double> scores) {
  const size_t n = scores.size(), width = columns + kContextColumns.size();
  std::vector<double> chances(n), sums(n + 1);
  size_t first = n, last = 0;
  double surest = 0;
  size_t body = 0;
  for (size_t i = 0; i < n; ++i) {
    chances[i] = 1 / (1 + std::exp(-scores[i]));
    sums[i + 1] = sums[i] + chances[i];
    surest = std::max(surest, chances[i]);
    if (chances[i] <= 0.5) continue;
    ++body;
    first = std::min(first, i);
    last = i;
  }
  const std::vector<double> runs = worth_of_runs(chances);
  const double longest = n == 0 ? 0 : *std::max_element(runs.begin(), runs.end());
  std::vector<float> to_sure(n, kFar);
  float far = kFar;
  for (size_t i = n; i-- > 0;) {
    to_sure[i] = far;
    far = chances[i] > kSure ? 1 : std::min(kFar, far + 1);
  }
  // Over lines [begin, end) without the line itself; the page's ends count as lines that are no body.
  const auto mean = [&](size_t i, size_t before, size_t after) {
    const size_t begin = i > before ? i - before : 0, end = std::min(n, i + after + 1);
    return static_cast<float>((sums[end] - sums[begin] - chances[i]) / double(before + after));
  };
  const auto distance = [](size_t from, size_t to) {
    return std::clamp(static_cast<float>(to) - static_cast<float>(from), -kFar, kFar);
  };
  std::vector<float> rows(n * width);
  float from_sure = kFar;
  for (size_t i = 0; i < n; ++i) {
    float* to = std::copy_n(evidence.data() + i * columns, columns, rows.data() + i * width);
    const auto score = [&](ptrdiff_t step) {
      const ptrdiff_t at = static_cast<ptrdiff_t>(i) + step;
      return at < 0 || at >= static_cast<ptrdiff_t>(n)
                 ? kAbsent
                 : std::clamp(static_cast<float>(scores[static_cast<size_t>(at)]), kAbsent, kMost);
    };
    for (const ptrdiff_t step : {0, -1, -2, -3, -4, 1, 2, 3, 4}) *to++ = score(step);
    *to++ = mean(i, 2, 2);
    *to++ = mean(i, 5, 5);
    *to++ = mean(i, 12, 12);
    *to++ = mean(i, 6, 0);
    *to++ = mean(i, 0, 6);
    *to++ = sums[n] > 0 ? static_cast<float>(sums[i] / sums[n]) : 0;
    *to++ = body == 0 ? -kFar : distance(first, i);
    *to++ = body == 0 ? -kFar : distance(i, last);
    *to++ = static_cast<float>(std::log2(1 + sums[n]));
    *to++ = static_cast<float>(surest);
    *to++ = static_cast<float>(std::min(runs[i], double(kFar)));
    *to++ = longest > 0 ? static_cast<float>(runs[i] / longest) : 0;
    *to++ = from_sure;
    *to++ = to_sure[i];
    *to++ = static_cast<float>(double(body) / double(n));
    from_sure = chances[i] > kSure ? 1 : std::min(kFar, from_sure + 1);
  }
  return rows;
}

}  // namespace hearsay
