#include "text/quote_marks.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "text/tokenizer.h"

namespace hearsay {
namespace {

using Strings = std::vector<std::string>;

// The inner words of each quotation of paragraphs that are separated by a blank line.
Strings quoted(std::string_view text) {
  std::vector<Token> tokens;
  std::vector<uint32_t> firsts;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find("\n\n", at), text.size());
    firsts.push_back(static_cast<uint32_t>(tokens.size()));
    tokenize(text, static_cast<uint32_t>(at), static_cast<uint32_t>(end), tokens);
    at = end + 2;
  }
  std::vector<QuotedRange> quotes;
  pair_quotes(text, tokens, firsts, quotes);
  Strings out;
  for (const QuotedRange& q : quotes) {
    CHECK(q.outer_begin <= q.inner_begin);
    CHECK(q.inner_begin < q.inner_end);
    CHECK(q.inner_end <= q.outer_end);
    out.emplace_back(text.substr(q.inner_begin, q.inner_end - q.inner_begin));
  }
  return out;
}

}  // namespace

TEST_CASE("double marks of every kind") {
  CHECK(quoted("\"We wait,\" he said. \"We hope.\"") == Strings{"We wait,", "We hope."});
  CHECK(quoted("“We wait,” he said. “We hope.”") == Strings{"We wait,", "We hope."});
  CHECK(quoted("«We wait», he said, „we hope“.") == Strings{"We wait", "we hope"});
  CHECK(quoted("``We wait,'' he said.") == Strings{"We wait,"});
  CHECK(quoted("''We wait,'' he said.") == Strings{"We wait,"});
}

TEST_CASE("single words in marks are quotations too") {
  CHECK(quoted("the so-called \"moderates\" left") == Strings{"moderates"});
}

TEST_CASE("an apostrophe is no quotation mark") {
  CHECK(quoted("the rebels' side and the army's").empty());
  CHECK(quoted("in the '90s and rock 'n' roll").empty());
  CHECK(quoted("it’s the rebels’ fault, he didn’t say").empty());
}

TEST_CASE("single marks quote where they can be nothing else") {
  CHECK(quoted("He called them ‘moderate’ rebels.") == Strings{"moderate"});
  CHECK(quoted("The 'terrorists' in the town and the 'rebels' said") == Strings{"terrorists", "rebels"});
  CHECK(quoted("'We stay at the rebels' side,' he said.") == Strings{"We stay at the rebels' side,"});
}

TEST_CASE("single marks inside double ones are no quotation of their own") {
  CHECK(quoted("“to separate ‘moderate’ rebels from others,” he said") ==
        Strings{"to separate ‘moderate’ rebels from others,"});
}

TEST_CASE("inches are no quotation") { CHECK(quoted("a 12\" gun and a 5\" shell were found").empty()); }

TEST_CASE("a paragraph that opens anew continues the quotation") {
  CHECK(quoted("\"We wait. \n\n\"We hope,\" he said. \"So.\"") == Strings{"We wait. \n\n\"We hope,", "So."});
  CHECK(quoted("“We wait.\n\n“We hope,” he said.") == Strings{"We wait.\n\n“We hope,"});
}

TEST_CASE("an unclosed quotation ends with its paragraph") {
  CHECK(quoted("He said: “We wait.\n\nThey left.") == Strings{"We wait."});
  CHECK(quoted("He said: \"We wait.\n\nThey \"left\".") == Strings{"We wait.", "left"});
}

TEST_CASE("a closing mark without an opening one begins with its paragraph") {
  CHECK(quoted("We wait and hope,” Orlan said. “Soon.”") == Strings{"We wait and hope,", "Soon."});
  CHECK(quoted("“Yes,” she said. We hope.”") == Strings{"Yes,", "We hope."});
  CHECK(quoted("The word ” stands alone").empty());
}

TEST_CASE("one closing mark closes two that were opened before it") {
  CHECK(quoted("“I would say in two words: “old snow” – she said.\n\nThey left.") ==
        Strings{"I would say in two words: “old snow", "old snow"});
}

TEST_CASE("a quotation inside a quotation") {
  CHECK(quoted("“He told me “go home” and left,” she said.") ==
        Strings{"He told me “go home” and left,", "go home"});
}

}  // namespace hearsay
