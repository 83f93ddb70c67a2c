#include "text/sentences.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "text/quote_marks.h"
#include "text/tokenizer.h"

namespace hearsay {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, static_cast<uint32_t>(text.size()), tokens);
  std::vector<QuotedRange> quotes;
  pair_quotes(text, tokens, {0}, quotes);
  std::vector<uint32_t> ends;
  split_sentences(text, tokens, 0, static_cast<uint32_t>(tokens.size()), ends);
  std::vector<std::string> out;
  uint32_t from = 0;
  for (const uint32_t to : ends) {
    out.emplace_back(text.substr(tokens[from].begin, tokens[to - 1].end - tokens[from].begin));
    from = to;
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a full stop before a capital ends a sentence") {
  CHECK(split("The army left. The rebels came. Why? Nobody knows!") ==
        Strings{"The army left.", "The rebels came.", "Why?", "Nobody knows!"});
}

TEST_CASE("abbreviations do not end a sentence before a name") {
  CHECK(split("Lt. Gen. Viktor A. Sorn met U.S. Secretary Tal on Sept. 9 at St. Orvel. It rained.").size() ==
        2);
  CHECK(split("They met in the U.S. The talks failed.").size() == 2);
  CHECK(split("He came at 7 p.m. It rained.").size() == 2);
  CHECK(split("He came at 7 p.m. Tuesday to Orvel Inc. and left.").size() == 1);
}

TEST_CASE("closing marks belong to the sentence that they close") {
  CHECK(split("\"We will stay.\" The minister left. \"Stop!\" he said.") ==
        Strings{"\"We will stay.\"", "The minister left.", "\"Stop!\" he said."});
  CHECK(split("“We will stay.” The minister left.") == Strings{"“We will stay.”", "The minister left."});
  CHECK(split("(It was late.) They left.") == Strings{"(It was late.)", "They left."});
}

TEST_CASE("a question and the words that report it are one sentence") {
  CHECK(split("\"Why now?\" Orlan asked reporters. Nobody answered.").size() == 2);
  CHECK(split("\"Why now?\" Orlan left. He was angry.").size() == 3);
}

TEST_CASE("what looks like an end and is none") {
  CHECK(split("It rose by 2.5 percent to 1.200 in the St. Orvel area.").size() == 1);
  CHECK(split("They waited ... and waited. then left.").size() == 1);
  CHECK(split("1. Open the road. 2. Stop all fire.") == Strings{"1. Open the road.", "2. Stop all fire."});
  CHECK(split("The minister (he is new. He knows nobody) left.").size() == 1);
}

TEST_CASE("the end of the text ends the last sentence") {
  CHECK(split("A heading without a stop") == Strings{"A heading without a stop"});
  CHECK(split("").empty());
}

}  // namespace hearsay
