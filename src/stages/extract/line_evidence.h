// What speaks for and against a line being body: measures of the line, of its neighbours, and of where it
// stands on its page, as one row of numbers. Training and running read the same rows.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "stages/extract/text_rules.h"

namespace hearsay {

// Of the line itself.
inline constexpr std::array kOwnColumns = std::to_array<std::string_view>({
    "words",        "word_bytes",     "capitals",      "capital_share", "digits",
    "marks",        "function_share", "determiners",   "brackets",      "ends_sentence",
    "ends_colon",   "ends_ellipsis",  "ends_question", "begins_lower",  "begins_quote",
    "begins_digit", "commas",         "sentences",     "separators",    "address",
    "copyright",    "clock",          "notice",        "main_script",   "repeats",
    "blank_before", "blank_after",    "kind",          "prose",         "ruled",
    "heading",      "bullet",         "links",         "image",         "ends_in_brackets",
    "colon_early",  "currency",       "shouted",
});
// Of where it stands.
inline constexpr std::array kPlaceColumns = std::to_array<std::string_view>({
    "page_lines",      "page_prose",     "place",           "from_title",         "title_known",
    "headed_by_title", "prose_before",   "prose_share",     "from_prose",         "to_prose",
    "from_first",      "to_last",        "density",         "density_share",      "near_prose",
    "short_before",    "short_after",    "from_label",      "from_comments",      "from_date",
    "from_heading",    "recurs",         "recurs_in_title", "prose_words",        "far_short_before",
    "far_short_after", "density_before", "density_after",   "wide_density_share", "near_dates",
    "near_clutter",    "page_blanks",    "prose_above",     "prose_below",
});
// Of the lines around it, from three before to three after; absent lines have -1 everywhere.
inline constexpr std::array kNeighbourColumns = std::to_array<std::string_view>(
    {"words", "function_share", "capital_share", "ends_sentence", "kind", "ruled", "blank_before", "links"});
inline constexpr int kNeighbours = 3;

inline constexpr size_t kEvidenceColumns =
    kOwnColumns.size() + kPlaceColumns.size() + 2 * kNeighbours * kNeighbourColumns.size();

// The names of all columns, in the order of a row: own, place, then "words-3", ..., "links+3".
[[nodiscard]] const std::vector<std::string_view>& evidence_columns();

// kEvidenceColumns numbers for each line, one row behind the other.
[[nodiscard]] std::vector<float> line_evidence(const TextRules& rules);

}  // namespace hearsay
