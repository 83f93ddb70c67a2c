#include "stages/actors/actors.h"

#include <catch2/catch.hpp>

#include <string>

#include "knowledge/knowledge.h"
#include "stages/actors/person_names.h"
#include "text/quote_marks.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace hearsay {
namespace {

// Paragraphs with their words layer, as `analyse` makes it; no places.
Document laid_out(const std::vector<std::string>& paragraphs) {
  Document d;
  lay_out_text(d, "", paragraphs, {}, {}, {});
  std::vector<Token> tokens;
  std::vector<uint32_t> firsts;
  for (const Paragraph& p : d.article.paragraphs) {
    firsts.push_back(static_cast<uint32_t>(tokens.size()));
    tokenize(d.text, p.span.begin, p.span.end, tokens);
  }
  std::vector<QuotedRange> quotes;
  pair_quotes(d.text, tokens, firsts, quotes);
  for (const Token& t : tokens)
    d.words.words.push_back({{t.begin, t.end}, static_cast<WordKind>(t.kind), t.capital, false});
  for (size_t p = 0; p < firsts.size(); ++p) {
    std::vector<uint32_t> ends;
    const uint32_t last = p + 1 < firsts.size() ? firsts[p + 1] : static_cast<uint32_t>(tokens.size());
    split_sentences(d.text, tokens, firsts[p], last, ends);
    uint32_t first = firsts[p];
    for (const uint32_t end : ends) {
      d.words.words[first].sentence_start = true;
      d.words.sentences.push_back(
          {{tokens[first].begin, tokens[end - 1].end}, first, end, static_cast<uint32_t>(p), Part::kBody});
      first = end;
    }
  }
  return d;
}

Document read(const std::vector<std::string>& paragraphs) {
  Document d = laid_out(paragraphs);
  Scratch scratch;
  REQUIRE(make_actors_stage(Knowledge::builtin())->run(d, scratch));
  uint32_t end = 0;
  for (const ActorMention& m : d.mentions) {
    CHECK(m.actor < d.actors.size());
    CHECK(m.span.begin >= end);  // in order, without overlap
    end = m.span.end;
  }
  return d;
}

// "words/CODE" of every mention.
std::string mentions_of(const std::string& text) {
  const Document d = read({text});
  std::string out;
  for (const ActorMention& m : d.mentions) {
    if (!out.empty()) out += "; ";
    out += std::string(d.words_of(m.span)) + "/" + m.code;
  }
  return out;
}

// "name: mention, mention; name: ..." in order of the first mention.
std::string actors_of(const std::vector<std::string>& paragraphs) {
  const Document d = read(paragraphs);
  std::string out;
  for (uint32_t a = 0; a < d.actors.size(); ++a) {
    if (!out.empty()) out += "; ";
    out += d.actors[a].name + ":";
    for (const ActorMention& m : d.mentions) {
      if (m.actor == a) out += " [" + std::string(d.words_of(m.span)) + "]";
    }
  }
  return out;
}

const Actor& only_actor(const Document& d) {
  REQUIRE(d.actors.size() == 1);
  return d.actors[0];
}

}  // namespace

TEST_CASE("a mention covers titles, nationality and what the office belongs to") {
  CHECK(mentions_of("Mongolian Foreign Minister Sevan Orlan left.") ==
        "Mongolian Foreign Minister Sevan Orlan/MNG GOV");
  CHECK(mentions_of("Zambia's foreign minister, Adela Morwen, left.") ==
        "Zambia's foreign minister, Adela Morwen/ZMB GOV");
  CHECK(mentions_of("Lt. Gen. Viktor Sorn of the Mongolian army's General Staff left.") ==
        "Lt. Gen. Viktor Sorn of the Mongolian army's General Staff/MNG MIL");
  CHECK(mentions_of("A spokesman for the Zambian foreign ministry left.") ==
        "A spokesman for the Zambian foreign ministry/ZMB GOV");
  CHECK(mentions_of("A doctor at the Zambian hospital left.") == "A doctor at the Zambian hospital/ZMB MED");
  CHECK(mentions_of("One of the Mongolian officials left.") == "One of the Mongolian officials/MNG GOV");
}

TEST_CASE("an apposition says what somebody is") {
  const Document d = read({"Riva Hadil, a Zambian opposition leader, left."});
  CHECK(d.actors[0].name == "Riva Hadil");
  CHECK(d.actors[0].code == "ZMB OPP");
  REQUIRE(d.actors[0].offices.size() == 1);
  CHECK(d.actors[0].offices[0].title == "opposition leader");
}

TEST_CASE("states act under many names") {
  CHECK(actors_of({"Mongolia left. The Mongolian side waited. Ulaanbaatar denied it."}) ==
        "Mongolia: [Mongolia] [The Mongolian side] [Ulaanbaatar]");
  CHECK(mentions_of("Soldiers waited in Mongolia.") == "Soldiers/MNG MIL; Mongolia/MNG");
}

TEST_CASE("a nationality before a noun that acts not is the state's") {
  CHECK(mentions_of("Mongolian air strikes went on.") == "Mongolian/MNG GOV");
  CHECK(mentions_of("Mongolian troops went on.") == "Mongolian troops/MNG MIL");
  CHECK(mentions_of("Mongolian warplanes came.") == "Mongolian warplanes/MNG MIL");
}

TEST_CASE("surnames and titles lead back to the full name") {
  CHECK(actors_of({"Mongolian Foreign Minister Sevan Orlan met Zambian envoy Adela Morwen.",
                   "Orlan smiled. The minister left. Morwen stayed. The Zambian envoy waited."}) ==
        "Sevan Orlan: [Mongolian Foreign Minister Sevan Orlan] [Orlan] [The minister]; "
        "Adela Morwen: [Zambian envoy Adela Morwen] [Morwen] [The Zambian envoy]");
}

TEST_CASE("a title may come before its name") {
  CHECK(actors_of({"The Zambian foreign minister left.", "Zambian Foreign Minister Adela Morwen smiled."}) ==
        "Adela Morwen: [The Zambian foreign minister] [Zambian Foreign Minister Adela Morwen]");
}

TEST_CASE("two persons of one surname stay two") {
  const Document d = read(
      {"President Hector Balmora met General Ines Balmora.", "Hector Balmora left. Ines Balmora stayed."});
  CHECK(actors_of({"President Hector Balmora met General Ines Balmora.",
                   "Hector Balmora left. Ines Balmora stayed."}) ==
        "Hector Balmora: [President Hector Balmora] [Hector Balmora]; Ines Balmora: [General Ines Balmora] "
        "[Ines Balmora]");
  CHECK(d.actors.size() == 2);
}

TEST_CASE("pronouns mean whom they fit") {
  CHECK(actors_of({"Mongolian Foreign Minister Sevan Orlan left. He said he was tired."}) ==
        "Sevan Orlan: [Mongolian Foreign Minister Sevan Orlan] [He] [he]");
  // She is no spokesman.
  CHECK(actors_of({"Mongolian spokesman Sevan Orlan left. She said so."}) ==
        "Sevan Orlan: [Mongolian spokesman Sevan Orlan]");
  // "It is clear" is nobody.
  CHECK(actors_of({"Mongolia left. It is clear that it rains."}) == "Mongolia: [Mongolia]");
}

TEST_CASE("invented bodies are known by their last word") {
  CHECK(actors_of({"The rebel Northern Dawn Front left. The Front denied it. Its spokeswoman, Lia Tamberg, "
                   "laughed."}) ==
        "Northern Dawn Front: [The rebel Northern Dawn Front] [The Front]; Lia Tamberg: [Its spokeswoman, "
        "Lia Tamberg]");
  const Document d =
      read({"The Zambian rebel Northern Dawn Front left. Its spokeswoman, Lia Tamberg, laughed."});
  CHECK(d.actors[0].code == "ZMB REB");
  CHECK(d.actors[1].code == "ZMB REB");
  CHECK(d.actors[1].part_of == 0);
}

TEST_CASE("an acronym in brackets is another name") {
  CHECK(actors_of({"The Orvel Relief Network (ORN) left. ORN said so."}) ==
        "Orvel Relief Network: [The Orvel Relief Network (ORN)] [ORN]");
}

TEST_CASE("outlets are actors of their own") {
  CHECK(actors_of({"He told the Copperline Post so. The Post printed it."}) ==
        "Copperline Post: [the Copperline Post] [The Post]");
  CHECK(only_actor(read({"The newspaper Copperline reported it."})).kind == ActorKind::kOutlet);
}

TEST_CASE("what is no actor") {
  CHECK(mentions_of("Shells fell on Wednesday in March.") == "");
  CHECK(mentions_of("Meanwhile the road was closed.") == "");
  CHECK(mentions_of("They head north to guard the road.") == "");
  CHECK(mentions_of("It was a general rule.") == "");
  CHECK(mentions_of("Both were party to the agreement.") == "");
  CHECK(mentions_of("The war has killed many.") == "");
}

TEST_CASE("a verb is no part of a phrase") {
  CHECK(mentions_of("The general condemned Mongolia.") == "The general/MNG MIL; Mongolia/MNG GOV");
  CHECK(mentions_of("They have released Mongolian soldiers.") == "Mongolian soldiers/MNG MIL");
}

TEST_CASE("teachers and witnesses are private, ministers are not") {
  CHECK(only_actor(read({"The teacher Pilar Ontes left."})).is_private);
  CHECK(only_actor(read({"Pilar Ontes, 29, said so."})).is_private);
  CHECK_FALSE(only_actor(read({"Foreign Minister Pilar Ontes left."})).is_private);
}

TEST_CASE("whether two names are one person's") {
  CHECK(may_be_one_person("Sergey Orlan", "Sergei Orlan"));
  CHECK(may_be_one_person("Orlan", "Sevan Orlan"));
  CHECK(may_be_one_person("Sevan T. Orlan", "Sevan Orlan"));
  CHECK(may_be_one_person("al-Marun", "Basil Marun"));
  CHECK_FALSE(may_be_one_person("Sevan Orlan", "Adela Orlan"));
  CHECK_FALSE(may_be_one_person("Sevan Orlan", "Sevan Morwen"));
  CHECK(surname_of("Bashir al-Marun") == "marun");
  CHECK(surname_of("") == "");
}

TEST_CASE("a page without words has no actors, a long one ends in time") {
  CHECK(actors_of({""}).empty());
  std::vector<std::string> many;
  for (int i = 0; i < 300; ++i)
    many.push_back("Minister Aba" + std::to_string(i) + " Tor" + std::to_string(i) +
                   " told the general that the minister and he had left.");
  CHECK(read(many).actors.size() >= 300);
}

}  // namespace hearsay
