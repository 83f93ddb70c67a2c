#include "stages/statements/statement_reader.h"

#include <catch2/catch.hpp>

#include "stages/statements/written_page.h"

using namespace hearsay;
using namespace hearsay::statements;

namespace {

StatementReader reader_with(std::initializer_list<std::array<std::string_view, 6>> lines) {
  CueLexicon cues;
  for (const auto& l : lines) REQUIRE(cues.add(l[0], l[1], l[2], l[3], l[4], l[5]));
  cues.seal();
  return StatementReader(std::move(cues), ActLexicon(), OutletNames());
}

std::string words(const Document& document, Span span) { return std::string(words_of(document.text, span)); }

}  // namespace

TEST_CASE("another lexicon finds other statements, and the same ids for those that both find") {
  const std::vector<std::string> page = {"The mayor said the lock was shut.",
                                         "The guild muttered that it rained."};
  ReaderBuffers buffers;
  Document small = written_page(page), large = written_page(page);
  reader_with({{"say", "verb", "assert", "", "that", "say"}}).read(small, buffers);
  reader_with({{"say", "verb", "assert", "", "that", "say"}, {"mutter", "verb", "assert", "", "that", "say"}})
      .read(large, buffers);
  REQUIRE(small.statements.size() == 1);
  REQUIRE(large.statements.size() == 2);
  CHECK(small.statements[0].id == large.statements[0].id);
  CHECK_FALSE(large.statements[0].id == large.statements[1].id);
}

TEST_CASE("without cues there are no statements") {
  ReaderBuffers buffers;
  Document document = written_page({"The mayor said the lock was shut.", "\"It is shut,\" he said."});
  reader_with({}).read(document, buffers);
  CHECK(document.statements.empty());
}

TEST_CASE("a document without words has no statements") {
  ReaderBuffers buffers;
  Document document;
  reader_with({{"say", "verb", "assert", "", "that", "say"}}).read(document, buffers);
  CHECK(document.statements.empty());
}

TEST_CASE("buffers carry nothing from one document to the next") {
  ReaderBuffers shared;
  const StatementReader reader = reader_with({{"say", "verb", "assert", "", "that quote tail", "say"}});
  Document first = written_page({"\"A long saying stands here,\" the mayor said. \"And it goes on.\""});
  reader.read(first, shared);
  Document again = written_page({"The guild said it rained."}), fresh = again;
  reader.read(again, shared);
  ReaderBuffers own;
  reader.read(fresh, own);
  REQUIRE(again.statements.size() == fresh.statements.size());
  for (size_t i = 0; i < again.statements.size(); ++i)
    CHECK(again.statements[i].id == fresh.statements[i].id);
}

TEST_CASE("source, cue and content are spans of the text, and the content leaves the others out") {
  const Document document =
      read_page({"Trade minister Pavla Hrast said on Tuesday that the levy would be lifted in May."});
  REQUIRE(document.statements.size() == 1);
  const Statement& s = document.statements[0];
  CHECK(words(document, s.source) == "Trade minister Pavla Hrast");
  CHECK(words(document, s.cue) == "said");
  CHECK(words(document, s.content) == "the levy would be lifted in May");
  CHECK(words(document, s.sentence) ==
        "Trade minister Pavla Hrast said on Tuesday that the levy would be lifted in May.");
  CHECK(s.form == Form::kIndirect);
}

TEST_CASE("names and kinds of sources come from the actors of the page") {
  Document document =
      written_page({"Trade minister Pavla Hrast said the levy was high.", "She said it would fall."});
  mention(document, "Pavla Hrast", 0, ActorKind::kPerson);
  mention(document, "She", 0, ActorKind::kPerson, MentionForm::kPronoun);
  document.mentions[0].span.begin = 0;  // titles included
  Scratch scratch;
  REQUIRE(make_statements_stage(Knowledge::builtin())->run(document, scratch));
  REQUIRE(document.statements.size() == 2);
  for (const Statement& s : document.statements) {
    CHECK(s.source_name == "Pavla Hrast");
    CHECK(s.source_actor == 0);
    CHECK(s.source_kind == SourceKind::kNamed);
  }
  CHECK(words(document, document.statements[1].source) == "She");
}

TEST_CASE("a source that no words name is empty") {
  const Document document = read_page({"It was announced that the ferry would not run."});
  REQUIRE(document.statements.size() == 1);
  CHECK(document.statements[0].source.empty());
  CHECK(document.statements[0].source_name.empty());
  CHECK(document.statements[0].source_kind == SourceKind::kNone);
  CHECK(document.statements[0].source_actor == kNone);
}

TEST_CASE("statements come in order of their content, and parents point at one that holds them") {
  const Document document = read_page({"Petra Maron said the governor had promised to free the drivers.",
                                       "\"The union told us that the depot is empty,\" Maron said."});
  REQUIRE(document.statements.size() >= 3);
  for (size_t i = 1; i < document.statements.size(); ++i)
    CHECK(document.statements[i - 1].content.begin <= document.statements[i].content.begin);
  for (const Statement& s : document.statements)
    if (s.parent != kNone) {
      REQUIRE(s.parent < document.statements.size());
      CHECK(document.statements[s.parent].content.contains(s.content));
    }
  const Statement promise = statement_of(document, "to free the drivers");
  CHECK(promise.cue.size() > 0);
}

TEST_CASE("hostile text ends: marks, commas and cues without anything between them") {
  std::string cues, commas, marks;
  for (int i = 0; i < 3000; ++i) cues += "said that ", commas += "said, ", marks += "\"said\" ";
  for (const std::string& text : {cues, commas, marks, std::string("\"\"\"\"\"\" said said \" , , , \""),
                                  std::string("said"), std::string("\"said")}) {
    const Document document = read_page({text});
    for (const Statement& s : document.statements) CHECK(s.content.end <= document.text.size());
  }
}
