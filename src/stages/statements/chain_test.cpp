#include "stages/statements/chain.h"

#include <catch2/catch.hpp>

#include "stages/statements/written_page.h"

using namespace hearsay;
using namespace hearsay::statements;

TEST_CASE("an agency that reports a statement becomes its via") {
  const Document document = read_page({"The crew stressed its readiness to sail, Reuters reported."});
  REQUIRE(document.statements.size() == 1);
  CHECK(words_of(document.text, document.statements[0].source) == "The crew");
  CHECK(words_of(document.text, document.statements[0].via) == "Reuters");
}

TEST_CASE("an agency that reports a fact of its own is the source") {
  const Document document = read_page({"Reuters reported that the lock was shut."});
  REQUIRE(document.statements.size() == 1);
  CHECK(words_of(document.text, document.statements[0].source) == "Reuters");
  CHECK(document.statements[0].via.empty());
}

TEST_CASE("somebody who is no outlet carries nothing: a chain of two statements") {
  const Document document = read_page({"The mayor said the guild had promised to sail."});
  REQUIRE(document.statements.size() == 2);
  CHECK(document.statements[0].via.empty());
  CHECK(document.statements[1].parent == 0);
  CHECK(document.statements[0].parent == kNone);
}

TEST_CASE("whoever is cited speaks, and the paper carries it") {
  const Document document = read_page({"The Guardian, citing two guards, wrote that the gate was shut."});
  REQUIRE(document.statements.size() == 1);
  CHECK(words_of(document.text, document.statements[0].source) == "two guards");
  CHECK(words_of(document.text, document.statements[0].via) == "The Guardian");
}

TEST_CASE("the speaker's own voice is no second statement") {
  for (const char* text : {"The crew said it was ready to sail.", "\"I think it will rain,\" the pilot said.",
                           "\"We hope to sail,\" the pilot said."}) {
    INFO(text);
    CHECK(read_page({text}).statements.size() == 1);
  }
}

TEST_CASE("what the speaker said earlier is one") {
  CHECK(read_page({"\"We urged the board to pay last week,\" the pilot said."}).statements.size() == 2);
}
