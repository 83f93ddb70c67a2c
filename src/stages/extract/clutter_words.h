// The words of what stands around an article: controls, labels over lists of other stories, notices, credits,
// captions. General words of news pages in a dozen languages; never the name of an outlet, an agency's style
// of one site, or a person.
//
// All take a line in folded form (`fold`), white space normalised; long lines (over `kLongestClutter` bytes)
// are never clutter.
#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay {

inline constexpr size_t kLongestClutter = 400;

// A control by itself: "Share", "Log in or register", "Copy link", "Subscribe", "Skip to main content",
// "Loading".
[[nodiscard]] bool is_control(std::string_view folded);

// A label over a list of other stories or services: "Related stories", "Read more", "More on this story",
// "Podcasts".
[[nodiscard]] bool is_list_label(std::string_view folded);

// A label after which readers speak: "12 comments", "Leave a reply", "To participate in the discussion".
[[nodiscard]] bool is_comment_label(std::string_view folded);

// A line that points at another story: "Read also: ...", "Related: ...", "More: ...".
[[nodiscard]] bool is_pointer(std::string_view folded);

// A notice in whole sentences: cookies, copyright, newsletters, apps, terms.
[[nodiscard]] bool is_notice(std::string_view folded);

// Words of notices anywhere in the line, long lines too: a hint, no more.
[[nodiscard]] bool hints_at_notice(std::string_view folded);

// A credit of a picture: "(c) X / Y", "Photo: X", "Photograph by X", "X/Agency via Y".
[[nodiscard]] bool is_picture_credit(std::string_view folded);

// The words of a picture: "In this ... photo", "File photo", "Image caption, ..."; or any line that ends with
// a picture credit.
[[nodiscard]] bool is_caption(std::string_view folded);

// The outlet's own note that it changed the story: "Correction: ...", "This article was amended on ...".
[[nodiscard]] bool is_correction(std::string_view folded);

}  // namespace hearsay
