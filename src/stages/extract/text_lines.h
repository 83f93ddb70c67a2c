// The lines of a plain text page, and what each looks like by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/span.h"
#include "stages/extract/draft.h"
#include "stages/extract/line_features.h"
#include "stages/extract/line_markup.h"

namespace hearsay {

enum class LineKind : uint8_t {
  kProse,       // a sentence or more
  kShort,       // letters, but not enough to tell: a headline, a heading, a standfirst, a short answer
  kItem,        // begins with a bullet
  kDate,        // a date and little else
  kDatedTitle,  // a headline with its date at the end
  kByline,
  kCaption,
  kCredit,    // of a picture
  kLabel,     // over a list of other stories
  kComments,  // over what readers wrote
  kPointer,   // "Read also: ..."
  kNote,      // the outlet's correction
  kClutter,
};

struct TextLine {
  std::string text;    // white space normalised
  std::string folded;  // of short lines
  Span source;         // in the text cut
  LineFeatures features;
  LineMarkup markup;  // what was taken out of `text`
  LineKind kind = LineKind::kShort;
  std::vector<WrittenDate>
      dates;  // of kDate and kDatedTitle lines: those with year and day, in bytes of `text`
  bool blank_before = false, blank_after = false;
  uint32_t repeats = 0;  // how many other lines have the same words
};

// Cuts text into its lines, joins those of hard-wrapped paragraphs, and leaves out blank ones.
[[nodiscard]] std::vector<TextLine> cut_lines(std::string_view text);

// Gives each line its kind. `site` is the outlet's name where the page's own lines give it away ("... - Name"
// on several), else empty.
void classify_lines(std::vector<TextLine>& lines, std::string& site);

// A date and little else.
[[nodiscard]] bool is_date_line(std::string_view line);

// "- Name", "| Name" at the end of a line, without the mark; empty where there is none.
[[nodiscard]] std::string_view suffix_of(std::string_view line);

// The role of a date by the words beside it: "Updated", "Published". Folded line.
[[nodiscard]] DateRole role_of_line(std::string_view folded);

}  // namespace hearsay
