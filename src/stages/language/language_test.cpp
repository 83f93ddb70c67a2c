#include <catch2/catch.hpp>

#include "stages/language/detect.h"
#include "stages/language/translation_note.h"

using namespace hearsay;

namespace {
std::string code(std::string_view text) { return detect_language(text, {}).code; }
}  // namespace

TEST_CASE("languages of news", "[language]") {
  CHECK(code("The foreign minister said that the talks would go on after the delegations had met the "
             "observers in the capital.") == "en");
  CHECK(code("Der Außenminister sagte, die Gespräche würden nach dem Treffen der Delegationen mit den "
             "Beobachtern in der Hauptstadt fortgesetzt.") == "de");
  CHECK(code("La Mongolie a accusé jeudi la Zambie d’avoir manqué à sa parole et de n’avoir pas séparé les "
             "rebelles de la brigade.") == "fr");
  CHECK(code("Министр иностранных дел заявил, что переговоры продолжатся после встречи делегаций с "
             "наблюдателями в столице страны.") == "ru");
  CHECK(code("قال وزير الخارجية إن المحادثات ستستمر بعد لقاء الوفود مع المراقبين في العاصمة") == "ar");
  CHECK(code("שר החוץ אמר כי השיחות יימשכו לאחר פגישת המשלחות עם המשקיפים בעיר הבירה") == "he");
  CHECK(code("外交部长说，代表团在首都会见观察员之后，会谈将继续进行。双方都表示愿意遵守停火协议。") == "zh");
}

TEST_CASE("short English is English whatever names it holds", "[language]") {
  CHECK(code("Orlan denied that the army had fired on the town.") == "en");
  CHECK(code("Morwen told Orlan that Lusaka was ready to send officers to the Ylva river.") == "en");
}

TEST_CASE("what can't be told is not guessed", "[language]") {
  CHECK(code("") == "und");
  CHECK(code("1865581 3634403 21") == "und");
  CHECK_FALSE(detect_language("Orlan denied it.", {}).reliable);
}

TEST_CASE("a long text of another language with English names stays what it is", "[language]") {
  CHECK(code("Le ministre a rejeté l'accord. « The show must go on », a-t-il dit, avant de quitter la salle "
             "où les délégués l'attendaient depuis le matin.") == "fr");
}

TEST_CASE("notes of translation", "[language]") {
  CHECK(find_translation_note("A headline\n\nTranslated from the Russian by Ivo Sandren").kind ==
        Translation::kByOutlet);
  CHECK(find_translation_note("A headline\n\nTranslated from the Russian by Ivo Sandren").from == "ru");
  CHECK(find_translation_note("This article was originally published in French and has been translated.")
            .from == "fr");
  CHECK(find_translation_note("This is a machine translation from Mongolian.").kind == Translation::kMachine);
  CHECK(find_translation_note("(Machine translation)").kind == Translation::kMachine);
}

TEST_CASE("being translated is not a note", "[language]") {
  CHECK(find_translation_note("Orlan spoke in Mongolian; his words were translated by an aide.").kind ==
        Translation::kUnknown);
  CHECK(find_translation_note("Success in the talks has not translated into peace.").kind ==
        Translation::kUnknown);
  CHECK(find_translation_note("The ministry relies on machine translation, an official said.").kind ==
        Translation::kUnknown);
  CHECK(find_translation_note("The article in the agreement was translated badly, he said.").kind ==
        Translation::kUnknown);
}
