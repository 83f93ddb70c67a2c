#include "base/display_width.h"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("width in columns") {
  CHECK(display_width("") == 0);
  CHECK(display_width("said") == 4);
  CHECK(display_width("Rötgen") == 6);
  CHECK(display_width("Ro\xCC\x88tgen") == 6);  // the accent as a mark of its own
  CHECK(display_width("Лавров") == 6);
  CHECK(display_width("東京") == 4);  // wide
  CHECK(display_width("ｱ") == 1);     // half-width
  CHECK(display_width("한국") == 4);
  CHECK(display_width("\u1112\u1161\u11AB") == 2);  // the same syllable in three letters
  CHECK(display_width("😀") == 2);
  CHECK(display_width("👍🏽") == 2);                // with a colour of skin
  CHECK(display_width("👨‍👩‍👧") == 2);  // a family, joined
  CHECK(display_width("🇺🇾🇿🇲") == 4);                // two flags
  CHECK(display_width("❤\uFE0F") == 2);             // told to be an emoji
  CHECK(display_width("“…”") == 3);
  CHECK(display_width("\x1b[31mred") == 7);  // without its escape character
}

TEST_CASE("cutting does not part what hangs together") {
  const std::string_view letters = "a東b";
  CHECK(fitting_prefix(letters, 0) == 0);
  CHECK(fitting_prefix(letters, 1) == 1);
  CHECK(fitting_prefix(letters, 2) == 1);
  CHECK(fitting_prefix(letters, 3) == 4);
  CHECK(fitting_prefix(letters, 9) == 5);
  const std::string_view accent = "o\xCC\x88x";
  CHECK(fitting_prefix(accent, 1) == 3);
  const std::string_view flags = "🇺🇾🇿🇲";
  CHECK(fitting_prefix(flags, 3) == 8);
}

TEST_CASE("a page can't command the terminal") {
  CHECK(printable_line("\x1b[2J\x1b]0;title\x07he  said\n\tno ") == "[2J]0;titlehe said no");
  CHECK(printable("  he\n") == " he ");
  CHECK(printable_line("  he\n") == "he");
  CHECK(printable_line("safe \u202Egnp.exe\u202C name") == "safe gnp.exe name");
  CHECK(printable_line("\u009B31mx") == "31mx");
  CHECK(printable_line("\xFF!") == "\uFFFD!");
  CHECK(printable_line("10\u00A0000") == "10\u00A0000");
}
