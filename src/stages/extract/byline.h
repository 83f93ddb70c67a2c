// Who a page credits: persons by name, and the agencies whose copy it carries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// "By Jane Doe", "Von Jens Maier", "By JOHN ROE and MARY POE, Foreign Desk": a line that credits and says
// nothing else.
[[nodiscard]] bool is_byline(std::string_view line);

struct Credits {
  std::vector<std::string> persons;   // and desks: "Jane Doe", "Newsdesk", a reader's nickname
  std::vector<std::string> agencies;  // and other organisations
};

// How far a credit is to be trusted to hold names only.
enum class CreditSource : uint8_t {
  kLine,    // of the page's text: only what looks like names is taken
  kMarkup,  // a field that the markup calls the author: nicknames and desks count
};

// Takes a credit apart: the word "by" and its kin, places, offices, degrees, addresses and times left out. An
// organisation is known by a word such as "Agency", by capitals only, or by standing as one word behind a
// person.
[[nodiscard]] Credits split_credit(std::string_view credit, CreditSource source = CreditSource::kLine);

// "Newsdesk", "Editorial Team": people of the outlet without their names.
[[nodiscard]] bool is_desk(std::string_view name);

// The rest of a line from where it credits somebody, without the word itself: "Jane Doe" of "Posted on 3
// March by Jane Doe". Empty where it credits nobody.
[[nodiscard]] std::string_view credit_within(std::string_view line);

// Whether a line of its own is the word before a name: "By", "Written by", "Autor:".
[[nodiscard]] bool is_credit_label(std::string_view line);

// The agency in the dateline that opens a report: "MOSCOW (Sputnik) - ...", "GENEVA, March 5 (Meridian) --
// ...". Empty where there is none.
[[nodiscard]] std::string dateline_agency(std::string_view paragraph);

// The length of the dateline, its dash included; 0 where the paragraph opens with none.
[[nodiscard]] size_t dateline_length(std::string_view paragraph);

// A last line that only names a source: "Source: Tass", "- AFP", "(Reuters)". Empty where the line is
// anything else.
[[nodiscard]] std::string closing_agency(std::string_view line);

}  // namespace hearsay
