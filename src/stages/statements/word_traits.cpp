#include "stages/statements/word_traits.h"

#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kDeterminers = word_set(
    "the a an this these those any each every no all both several many few most another such some other "
    "certain various half "
    "either neither");
constexpr auto kPossessives = word_set("its his her their our my your whose 's ’s ' ’");
constexpr auto kPrepositions = word_set(
    "of in on at by for with from to into onto about over under against between among amid during after "
    "before since until "
    "through throughout despite without within toward towards across along around behind beyond near via per "
    "upon outside inside "
    "above below off regarding concerning following including except like unlike versus amongst alongside as "
    "than besides "
    "according amidst");
constexpr auto kNominatives = word_set("he she they we i who");
constexpr auto kSubjectPronouns =
    word_set("it you this that those these everyone everybody nobody one others some many both all");
constexpr auto kPronouns =
    word_set("he she they we i it you him her them us me himself herself themselves itself");
constexpr auto kCoordinators = word_set("and or but nor yet &");
constexpr auto kSubordinators = word_set(
    "that if unless when while because although though since until whether whereas where how why what once "
    "so whatever whenever "
    "wherever provided lest than");
constexpr auto kRelatives = word_set("who which whose whom that");
constexpr auto kModals = word_set("will would can could may might must shall should 'll ’ll 'd ’d cannot");
constexpr auto kBes = word_set("is are was were be been being am 're ’re 'm ’m");
constexpr auto kHaves = word_set("has have had having 've ’ve");
constexpr auto kDos = word_set("do does did doing");
constexpr auto kNegations = word_set("not n't n’t never neither nor no cannot nobody none without");
constexpr auto kAdverbs = word_set(
    "also later earlier then again now just still once even already only too first last always often "
    "sometimes instead "
    "meanwhile however moreover further furthermore therefore thus hence nevertheless nonetheless soon ago "
    "yesterday today tonight "
    "tomorrow ever never not rather quite very so almost perhaps maybe away back here there twice thereby "
    "afterwards "
    "afterward elsewhere likewise besides thereafter long far well indeed otherwise yet reportedly");
constexpr auto kDocumentNouns = word_set(
    "statement report article study survey poll letter document resolution draft text communique communiqué "
    "memo memorandum "
    "charter treaty constitution declaration release post tweet editorial bill law agreement deal ruling "
    "filing indictment "
    "lawsuit complaint transcript message note notice website page book paper readout list statements "
    "reports "
    "documents letters resolutions articles studies polls surveys records record data evidence footage video "
    "images email emails "
    "headline column op-ed analysis review order decree manifesto petition affidavit testimony");
constexpr auto kPressNouns = word_set(
    "newspaper newspapers agency daily weekly magazine tabloid broadcaster channel station television tv "
    "radio portal outlet "
    "outlets media press newswire journal");
constexpr auto kOfficeNouns = word_set(
    "spokesman spokeswoman spokesperson minister president premier chancellor secretary ambassador envoy "
    "diplomat king queen prince "
    "emir sheikh governor mayor senator deputy lawmaker chairman chairwoman chairperson chair chief head "
    "director commander general "
    "colonel major captain admiral lieutenant commissioner representative leader official judge prosecutor "
    "attorney aide adviser "
    "advisor negotiator mediator coordinator speaker executive manager officer inspector superintendent "
    "professor analyst expert "
    "correspondent reporter journalist columnist counterpart predecessor successor editor founder owner "
    "secretary-general bishop pope archbishop imam rabbi patriarch ayatollah congressman congresswoman "
    "councillor councilman");
constexpr auto kPeopleNouns = word_set(
    "officials sources witnesses residents activists analysts experts observers critics survivors police "
    "authorities rebels militants "
    "lawmakers diplomats ministers leaders people doctors medics relatives villagers locals opponents "
    "supporters scientists "
    "researchers economists lawyers prosecutors investigators journalists reporters commentators advocates "
    "campaigners protesters "
    "demonstrators fighters soldiers commanders refugees families neighbours neighbors donors groups "
    "spokesmen envoys negotiators "
    "insurgents troops politicians members teachers workers students employees victims source witness "
    "resident activist relative "
    "man woman someone person aides commentators settlers powers courts states countries nations governments "
    "parties factions groups "
    "organisations organizations");

}  // namespace

Traits traits_of(std::string_view w, WordClass word_class) {
  Traits t = 0;
  if (w == "that" && word_class == WordClass::kDeterminer) return kDeterminer;  // "rejected that condition"
  if (w == "'s" || w == "’s") {  // "it's ready", "he's said": no possessor
    if (word_class == WordClass::kBe) return kBe;
    if (word_class == WordClass::kHave) return kHave;
  }
  if (kDeterminers.contains(w)) t |= kDeterminer;
  if (kPossessives.contains(w)) t |= kPossessive;
  if (kPrepositions.contains(w) && word_class != hearsay::WordClass::kIng) t |= kPreposition;
  if (kNominatives.contains(w)) t |= kSubjectPronoun | kNominative;
  if (kSubjectPronouns.contains(w)) t |= kSubjectPronoun;
  if (kPronouns.contains(w)) t |= kPronoun;
  if (kCoordinators.contains(w)) t |= kCoordinator;
  if (kSubordinators.contains(w)) t |= kSubordinator;
  if (kRelatives.contains(w)) t |= kRelative;
  if (kModals.contains(w)) t |= kModal;
  if (kBes.contains(w)) t |= kBe;
  if (kHaves.contains(w)) t |= kHave;
  if (kDos.contains(w)) t |= kDo;
  if (kNegations.contains(w)) t |= kNegation;
  if (kAdverbs.contains(w)) t |= kAdverb;
  if (t != 0) return t;
  if (w == "close") return 0;  // "sources close to the talks": hardly ever a verb in news
  switch (word_class) {
    case WordClass::kAdverb:
      return kAdverb;
    case WordClass::kPast:
      return kFinite;
    case WordClass::kPresentS:
      return kFinite;
    case WordClass::kPresent:
      return kFinite | kBaseVerb;
    case WordClass::kBase:
      return kBaseVerb;
    case WordClass::kParticiple:
      return kParticipleForm;
    case WordClass::kIng:
      return kIngForm;
    case WordClass::kPreposition:
      return kPreposition;
    default:
      return 0;
  }
}

bool is_document_noun(std::string_view lower) { return kDocumentNouns.contains(lower); }
bool is_press_noun(std::string_view lower) { return kPressNouns.contains(lower); }
bool is_office_noun(std::string_view lower) { return kOfficeNouns.contains(lower); }
bool is_people_noun(std::string_view lower) { return kPeopleNouns.contains(lower); }

}  // namespace hearsay::statements
