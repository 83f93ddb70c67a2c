#include "base/charset.h"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("labels are those of the web", "[charset]") {
  CHECK(encoding_by_label(" Latin1 ").value() == "windows-1252");
  CHECK(encoding_by_label("UTF8").value() == "UTF-8");
  CHECK(encoding_by_label("koi8-r").value() == "KOI8-R");
  CHECK_FALSE(encoding_by_label("klingon").has_value());
  CHECK_FALSE(encoding_by_label("").has_value());
  CHECK_FALSE(encoding_by_label("iso-2022-kr").has_value());  // one of the dangerous ones
}

TEST_CASE("bytes become UTF-8", "[charset]") {
  CHECK(decode("R\xF6ttgen \x93quoted\x94", "iso-8859-1").value() == "Röttgen “quoted”");
  CHECK(decode("\xCC\xE8\xF0", "windows-1251").value() == "Мир");
  CHECK(decode(std::string_view("M\0i\0r\0", 6), "utf-16le").value() == "Mir");
  CHECK(decode("\x93\xFA\x96\x7B", "shift_jis").value() == "日本");
  CHECK(decode("a\xFF\x62", "utf-8").value() == "a\xEF\xBF\xBD\x62");
  CHECK(decode("", "windows-1252").value().empty());
  CHECK_FALSE(decode("a", "no such").has_value());
}

TEST_CASE("a long text is decoded whole", "[charset]") {
  const std::string bytes(100'000, '\xE9');
  const std::string text = decode(bytes, "windows-1252").value();
  CHECK(text.size() == 200'000);
  CHECK(text.substr(199'998) == "é");
}

TEST_CASE("a cut sequence becomes a replacement character", "[charset]") {
  CHECK(decode("\x93\xFA\x96", "shift_jis").value() == "日\xEF\xBF\xBD");
}

TEST_CASE("byte order marks", "[charset]") {
  CHECK(byte_order_mark("\xEF\xBB\xBFtext").encoding == "UTF-8");
  CHECK(byte_order_mark("\xEF\xBB\xBFtext").length == 3);
  CHECK(byte_order_mark("\xFF\xFEt").encoding == "UTF-16LE");
  CHECK(byte_order_mark("text").encoding.empty());
}

TEST_CASE("an undeclared encoding is guessed", "[charset]") {
  const std::string russian =
      "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xE8\xED\xEE\xF1\xF2\xF0\xE0\xED\xED\xFB\xF5 \xE4\xE5\xEB "
      "\xE7\xE0\xFF\xE2\xE8\xEB, "
      "\xF7\xF2\xEE \xEF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB \xEF\xF0\xEE\xE4\xEE\xEB\xE6\xE0\xF2\xF1\xFF.";
  CHECK(guess_encoding(russian) == "windows-1251");
  CHECK(guess_encoding("").empty());
}
