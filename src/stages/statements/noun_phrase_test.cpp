#include "stages/statements/noun_phrase.h"

#include <catch2/catch.hpp>

#include "stages/statements/written_page.h"

using namespace hearsay;
using namespace hearsay::statements;

namespace {

uint32_t index_of(const PageWords& page, std::string_view word) {
  for (uint32_t i = 0; i < page.size(); ++i)
    if (page.reading.word(i) == word) return i;
  return page.size();
}

std::string before(const std::string& sentence, std::string_view verb) {
  const Document document = written_page({sentence});
  PageWords page;
  page.build(document, {});
  return std::string(page.text(noun_phrase_before(page, index_of(page, verb), 0)));
}

std::string after(const std::string& sentence, std::string_view verb, Attached attached = Attached::kAny) {
  const Document document = written_page({sentence});
  PageWords page;
  page.build(document, {});
  return std::string(page.text(noun_phrase_after(page, index_of(page, verb) + 1, page.size(), attached)));
}

}  // namespace

TEST_CASE("the phrase in front of a verb") {
  CHECK(before("The head of the river guard said no.", "said") == "The head of the river guard");
  CHECK(before("On Tuesday the mayor said no.", "said") == "the mayor");
  CHECK(before("Captain Silke Norr, 54, said no.", "said") == "Captain Silke Norr");
  CHECK(before("Ondre Falk, a pilot from the coast, said no.", "said") == "Ondre Falk");
  CHECK(before("The trade minister, Pavla Hrast, said no.", "said") == "The trade minister, Pavla Hrast");
  CHECK(before("The mayor on Friday said no.", "said") == "The mayor");
  CHECK(before("Local pilots and river guards said no.", "said") == "Local pilots and river guards");
  CHECK(before("He met the mayor and Falk said no.", "said") == "Falk");
  CHECK(before("She who waits said no.", "said") != "who");
}

TEST_CASE("no phrase in front of a verb") {
  CHECK(before("Said the fox.", "Said").empty());
  CHECK(before("The said paper burned.", "said").empty());
  CHECK(before("It rained, said the fox.", "said").empty());
  CHECK(before("Then quickly said no.", "said").empty());
}

TEST_CASE("the phrase behind a verb") {
  CHECK(after("He told the shippers' union that it rained.", "told") == "the shippers' union");
  CHECK(after("He told reporters the lock was shut.", "told") == "reporters");
  CHECK(after("He told media 40 barges were waiting.", "told") == "media");
  CHECK(after("He told the board in a letter that it rained.", "told", Attached::kOf) == "the board");
  CHECK(after("He told the head of the guard that it rained.", "told", Attached::kOf) ==
        "the head of the guard");
  CHECK(after("He told her that it rained.", "told") == "her");
}

TEST_CASE("no phrase behind a verb") {
  CHECK(after("He said that it rained.", "said").empty());
  CHECK(after("He said and left.", "said").empty());
  CHECK(after("He said.", "said").empty());
}
