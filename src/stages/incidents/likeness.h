// When two reported events may be one happening: times, places and parties that agree.
#pragma once

#include <string>
#include <string_view>

#include "record/corpus.h"

namespace hearsay {

// How two values compare: kSame needs both to be known.
enum class Likeness { kDifferent, kUnknown, kCompatible, kSame };

// kSame: one day, or intervals of at most three days that overlap; kCompatible: wider intervals that overlap.
[[nodiscard]] Likeness compare_times(const EventRow& a, const EventRow& b);

// kSame: one gazetteer entry, or the same words; kCompatible: one is the country that the other lies in.
[[nodiscard]] Likeness compare_places(const EventRow& a, const EventRow& b);

// By telling words of the names first, then by code: kSame where a telling word is shared, kCompatible where
// only the codes agree.
[[nodiscard]] Likeness compare_parties(std::string_view words_a, std::string_view code_a,
                                       std::string_view words_b, std::string_view code_b);

// Whether the words tell one party from another: "the Tarn market" does, "12 people" does not.
[[nodiscard]] bool is_telling_party(std::string_view words);

// Days of the event: its own time, else the days before publication in which news is news. Empty where
// neither is known.
[[nodiscard]] Interval days_of(const EventRow& row);

}  // namespace hearsay
