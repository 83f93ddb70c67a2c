#include "stages/statements/verb_group.h"

#include <catch2/catch.hpp>

#include "stages/statements/written_page.h"

using namespace hearsay;
using namespace hearsay::statements;

namespace {

VerbShape shape(const std::string& sentence, std::string_view verb) {
  const Document document = written_page({sentence});
  PageWords page;
  page.build(document, {});
  FormMemory memory;
  for (uint32_t i = 0; i < page.size(); ++i)
    if (page.reading.word(i) == verb)
      for (const WordForm& form : memory.forms(page[i].lower))
        if (form.verb) return verb_group(page, i, form.bits, 0).shape;
  return VerbShape::kUnreal;
}

}  // namespace

TEST_CASE("sayings that took place") {
  CHECK(shape("The mayor denied it.", "denied") == VerbShape::kFinite);
  CHECK(shape("The mayor has repeatedly denied it.", "denied") == VerbShape::kFinite);
  CHECK(shape("The mayor is asking for help.", "asking") == VerbShape::kFinite);
  CHECK(shape("The mayor went on to claim it.", "claim") == VerbShape::kFinite);
  CHECK(shape("It was announced by the mayor.", "announced") == VerbShape::kPassive);
  CHECK(shape("It's expected that boats will sail.", "expected") == VerbShape::kPassive);
  CHECK(shape("The mayor left, saying nothing.", "saying") == VerbShape::kGerund);
}

TEST_CASE("sayings that did not take place") {
  CHECK(shape("The mayor has not denied it.", "denied") == VerbShape::kUnreal);
  CHECK(shape("The mayor never denied it.", "denied") == VerbShape::kUnreal);
  CHECK(shape("The mayor will announce it.", "announce") == VerbShape::kUnreal);
  CHECK(shape("The mayor could announce it.", "announce") == VerbShape::kUnreal);
  CHECK(shape("The mayor came to announce it.", "announce") == VerbShape::kUnreal);
  CHECK(shape("The mayor didn't announce it.", "announce") == VerbShape::kUnreal);
}
