#include "stages/extract/line_markup.h"

#include <catch2/catch.hpp>

using namespace hearsay;

namespace {

std::string words(std::string_view line) {
  LineMarkup markup;
  return without_markup(line, markup);
}

}  // namespace

TEST_CASE("links leave their words, images nothing", "[markup]") {
  CHECK(words("The [envoy](https://a.example/b_(c)?d=e) said **so** on _Monday_.") ==
        "The envoy said so on Monday.");
  CHECK(words("![a](/b.jpg) He left. [](/x)") == "He left.");
  CHECK(words("[![The bridge at dawn](/b.jpg)](/gallery)") == "The bridge at dawn");
  CHECK(words("He \\[the envoy\\] left at 3\\. He [said] so.") == "He [the envoy] left at 3. He [said] so.");
  CHECK(words("snake_case_names and 2 * 3 * 4 stay") == "snake_case_names and 2 * 3 * 4 stay");
}

TEST_CASE("headings, bullets and quotes are told", "[markup]") {
  LineMarkup heading, bullet, quote, image;
  CHECK(without_markup("## The bridge", heading) == "The bridge");
  CHECK(heading.heading == 2);
  CHECK(without_markup("* [Home](/) and more", bullet) == "Home and more");
  CHECK(bullet.bullet);
  CHECK(bullet.links == 1);
  CHECK(bullet.link_bytes == 4);
  CHECK(without_markup("> > He said so.", quote) == "He said so.");
  CHECK(quote.quote);
  CHECK(without_markup("![The bridge](/b.jpg)", image) == "The bridge");
  CHECK(image.only_images);
  CHECK(words("# ").empty());
}

TEST_CASE("what is no link stays as it is", "[markup]") {
  CHECK(words("He said [so] (twice)") == "He said [so] (twice)");
  CHECK(words("[so](never ends") == "[so](never ends");
  CHECK(words("![so] (twice)") == "so (twice)");
  CHECK(words("]]][[[") == "]]][[[");
}

TEST_CASE("a page is Markdown by several of its lines", "[markup]") {
  CHECK(is_marked("# A\n\n[b](c)\n* [d](e)\n[f](g)\n"));
  CHECK_FALSE(is_marked("He wrote [so](b) once.\n"));
}
