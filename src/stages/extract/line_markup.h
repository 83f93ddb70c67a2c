// Markdown that a scraper left in a line: links with their targets, headings, bullets, emphasis, images.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

struct LineMarkup {
  uint8_t heading = 0;      // number of # before a heading
  bool bullet = false;      // "* "
  bool quote = false;       // "> "
  uint32_t links = 0;       // that hold words
  uint32_t link_bytes = 0;  // of the line's text, inside links
  uint32_t images = 0;
  bool only_images = false;  // the words are images' alternative texts
};

// Whether a page is written in Markdown: some of its lines hold links or headings as nobody else writes them.
[[nodiscard]] bool is_marked(std::string_view page);

// The words of a line of such a page. Images go; where a line is nothing else, their alternative texts are
// its words. `line` has its white space normalised, and so has what is returned, which may be empty.
[[nodiscard]] std::string without_markup(std::string_view line, LineMarkup& markup);

}  // namespace hearsay
