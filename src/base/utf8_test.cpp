#include "base/utf8.h"

#include <catch2/catch.hpp>

namespace hearsay {
namespace {

TEST_CASE("Folding takes case and accents away") {
  CHECK(fold("") == "");
  CHECK(fold("The BRIDGE at 9") == "the bridge at 9");
  CHECK(fold("Rötgen Łódź Straße Æro Œuvre Øst Đorđe İstanbul ısı") ==
        "rotgen lodz strasse aero oeuvre ost dorde istanbul isi");
  CHECK(fold("l’été ‘x’ “y” – z…") == "l'ete 'x' “y” – z...");
  CHECK(fold("Йод Ёлка ЇЖАК Άθήνα") == "иод елка іжак αθηνα");
  CHECK(fold("ガ 東京 ﬁ Ａ") == "カ 東京 fi a");
  CHECK(fold("e\u0301") == "e");
}

TEST_CASE("UTF-8 is checked wherever in a run of ASCII the other bytes stand") {
  for (size_t before = 0; before < 20; ++before) {
    const std::string ascii(before, 'a');
    CHECK(is_valid_utf8(ascii));
    CHECK(is_valid_utf8(ascii + "é" + ascii));
    CHECK(is_valid_utf8(ascii + "\uFFFD"));
    CHECK_FALSE(is_valid_utf8(ascii + "\xC3"));
    CHECK_FALSE(is_valid_utf8(ascii + "\x80" + ascii));
    CHECK_FALSE(is_valid_utf8(ascii + "\xED\xA0\x80" + ascii));
  }
}

}  // namespace
}  // namespace hearsay
