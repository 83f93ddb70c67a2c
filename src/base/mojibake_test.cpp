#include "base/mojibake.h"

#include <catch2/catch.hpp>

namespace hearsay {
namespace {

std::string repaired(std::string text, size_t* count = nullptr) {
  const size_t found = repair_mojibake(text);
  if (count) *count = found;
  return text;
}

TEST_CASE("characters that were decoded wrongly are set right") {
  CHECK(repaired("the townâ€™s mayor") == "the town’s mayor");
  CHECK(repaired("a cafÃ© owner") == "a café owner");
  CHECK(repaired("12Â°C and Â£40") == "12°C and £40");
  CHECK(repaired("Ð¿Ñ€Ð¸Ð²ÐµÑ‚") == "привет");
  CHECK(repaired("â‚¬ 40") == "€ 40");
}

TEST_CASE("what was decoded wrongly twice is set right") {
  CHECK(repaired("the townÃ¢â‚¬â„¢s mayor") == "the town’s mayor");
  CHECK(repaired("a cafÃƒÂ© owner") == "a café owner");
}

TEST_CASE("the number of characters is counted") {
  size_t count = 0;
  (void)repaired("itâ€™s the cafÃ©â€™s", &count);
  CHECK(count == 3);
  (void)repaired("nothing to do: café, “Größe”", &count);
  CHECK(count == 0);
}

TEST_CASE("what people write is left alone") {
  for (const char* text : {"CAFÉ… et “À”", "déjà\xC2\xA0»", "déterminé”\xC2\xA0»", "a “MAÇÔ – b",
                           "IRMÃ” e NÃO", "Ångström – “Ä”", "Â« non »", "l’âge", "plain", "", "Ã", "â€"})
    CHECK(repaired(text) == text);
}

TEST_CASE("doubtful signs are repaired in a text that is full of sure ones") {
  CHECK(repaired("â€œOneâ€™s cafÃ©â€\xC2\x9D and Ã\xC2\xA0 la carte") == "“One’s café” and à la carte");
  CHECK(repaired("one Ã\xC2\xA0 la carte") == "one Ã\xC2\xA0 la carte");
}

}  // namespace
}  // namespace hearsay
