// Who a page credits: persons by name, and the agencies whose copy it carries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// "By Jane Doe", "Von Jens Maier", "By JOHN ROE and MARY POE, Foreign Desk": a line that credits and says
// nothing else.
[[nodiscard]] bool is_byline(std::string_view line);

struct Credits {
  std::vector<std::string> persons;
  std::vector<std::string> agencies;
};

// Takes a credit apart: the word "by" and its kin, places, offices, addresses and times left out. A name of
// one word, in capitals only, or with a word such as "Agency" is an organisation's: persons on news pages
// have two names.
[[nodiscard]] Credits split_credit(std::string_view credit);

// The agency in the dateline that opens a report: "MOSCOW (Sputnik) - ...", "GENEVA, March 5 (Meridian) --
// ...". Empty where there is none.
[[nodiscard]] std::string dateline_agency(std::string_view paragraph);

// The length of the dateline, its dash included; 0 where the paragraph opens with none.
[[nodiscard]] size_t dateline_length(std::string_view paragraph);

// A last line that only names a source: "Source: Tass", "- AFP", "(Reuters)". Empty where the line is
// anything else.
[[nodiscard]] std::string closing_agency(std::string_view line);

}  // namespace hearsay
