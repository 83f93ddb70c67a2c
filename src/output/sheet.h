// What `show` prints of one thing: a heading, fields with their labels, sections with items, sentences;
// wrapped to the terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "output/styled_text.h"

namespace hearsay {

class Sheet {
 public:
  Sheet(size_t width, Paint paint) : width_(width < 40 ? 40 : width), paint_(paint) {}

  [[nodiscard]] Paint paint() const { return paint_; }

  void heading(const std::string& text);
  // A field; nothing where there is no text.
  void field(std::string_view label, const StyledText& text);
  void field(std::string_view label, const std::string& text);
  // Sentences and other words of a page, set off from what is said about them.
  void quote(const StyledText& text);
  void section(const std::string& title);
  void item(const StyledText& text);
  // Below an item, further in.
  void under(const StyledText& text);
  void plain(const StyledText& text);
  void gap();

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void lines(const StyledText& text, size_t first_indent, size_t indent, const StyledText& lead);
  size_t width_;
  Paint paint_;
  std::string out_;
};

// A piece of a page made fit to print: on one line, without what commands a terminal.
[[nodiscard]] Run plain_run(std::string_view text);
[[nodiscard]] Run run(std::string_view text, Tone tone);

// The first digits of an id, enough for `show`.
[[nodiscard]] std::string short_id(std::string_view hex);

// Reading JSON objects of thing_json.h. Absent and null give "", an empty list, an empty interval.
[[nodiscard]] const Json& at(const Json& object, const char* key);
[[nodiscard]] std::string text_at(const Json& object,
                                  const char* key);  // of a span its words; of a list all, joined by ", "
[[nodiscard]] std::string interval_at(const Json& object, const char* key);  // readable
[[nodiscard]] bool flag_at(const Json& object, const char* key);

}  // namespace hearsay
