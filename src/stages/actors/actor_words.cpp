#include "stages/actors/actor_words.h"

#include <array>

#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kGenericPeople = word_set(
    "side partner counterpart colleague expert specialist leadership team delegation mission group unit "
    "faction party partner ally opponent "
    "critic supporter backer mediator observer monitor member participant representative negotiator person "
    "individual national compatriot "
    "population public community nation country state authority force troop crew staff personnel volunteer "
    "worker employee guest host "
    "politician resident inhabitant neighbour neighbor relative family survivor witness victim hostage "
    "captive prisoner detainee passenger "
    "hardliner moderate radical extremist loyalist defector recruit agent body organisation organization "
    "charity agency");
constexpr auto kStateNouns = word_set("side partner colleague leadership counterpart authority ally");
constexpr auto kArmedThings = word_set(
    "warplane jet aircraft plane helicopter gunship drone artillery tank warship navy airforce missile gun "
    "fleet bomber mortar");

struct BodyWord {
  std::string_view word, sector;
};
constexpr std::array<BodyWord, 92> kBodyWords = {{
    {"ministry", "GOV"},    {"department", "GOV"},   {"authority", "GOV"},    {"administration", "GOV"},
    {"bureau", "GOV"},      {"commission", "GOV"},   {"government", "GOV"},   {"office", "GOV"},
    {"secretariat", "GOV"}, {"treasury", "GOV"},     {"cabinet", "GOV"},      {"embassy", "GOV"},
    {"agency", "GOV"},      {"service", "GOV"},      {"directorate", "GOV"},  {"presidency", "GOV"},
    {"council", "GOV"},     {"municipality", "GOV"}, {"front", "REB"},        {"brigade", "REB"},
    {"brigades", "REB"},    {"battalion", "REB"},    {"battalions", "REB"},   {"militia", "REB"},
    {"legion", "REB"},      {"resistance", "REB"},   {"faction", "REB"},      {"guards", "REB"},
    {"fighters", "REB"},    {"rebels", "REB"},       {"warriors", "REB"},     {"army", "MIL"},
    {"forces", "MIL"},      {"command", "MIL"},      {"division", "MIL"},     {"corps", "MIL"},
    {"navy", "MIL"},        {"staff", "MIL"},        {"guard", "MIL"},        {"fleet", "MIL"},
    {"regiment", "MIL"},    {"parliament", "LEG"},   {"congress", "LEG"},     {"senate", "LEG"},
    {"assembly", "LEG"},    {"committee", "LEG"},    {"chamber", "LEG"},      {"court", "JUD"},
    {"tribunal", "JUD"},    {"prosecutor", "JUD"},   {"party", "PTY"},        {"alliance", "PTY"},
    {"coalition", "PTY"},   {"bloc", "PTY"},         {"movement", "OPP"},     {"opposition", "OPP"},
    {"foundation", "SOC"},  {"institute", "SOC"},    {"observatory", "SOC"},  {"association", "SOC"},
    {"society", "SOC"},     {"network", "SOC"},      {"watch", "SOC"},        {"centre", "SOC"},
    {"center", "SOC"},      {"forum", "SOC"},        {"initiative", "SOC"},   {"campaign", "SOC"},
    {"federation", "SOC"},  {"organisation", "SOC"}, {"organization", "SOC"}, {"league", "SOC"},
    {"crescent", "SOC"},    {"union", "LAB"},        {"mission", "GOV"},      {"university", "EDU"},
    {"college", "EDU"},     {"school", "EDU"},       {"academy", "EDU"},      {"hospital", "MED"},
    {"clinic", "MED"},      {"company", "BUS"},      {"corporation", "BUS"},  {"corp.", "BUS"},
    {"inc.", "BUS"},        {"ltd.", "BUS"},         {"bank", "BUS"},         {"group", "BUS"},
    {"airlines", "BUS"},    {"industries", "BUS"},   {"church", "REL"},       {"police", "COP"},
}};

constexpr auto kMediaWords = word_set(
    "post times gazette herald tribune news radio tv television journal telegraph press chronicle courier "
    "ledger weekly daily broadcasting "
    "guardian mirror independent magazine newspaper agency review monitor");

constexpr auto kQuantities = word_set(
    "one two three four five six seven eight nine ten many some most several few none all both each half "
    "majority number dozens hundreds "
    "thousands tens scores handful group members rest part plenty any either another lot lots couple percent "
    "dozen hundred thousand third quarter");

constexpr auto kSpeech = word_set(
    "say tell add note stress warn claim announce ask deny urge accuse insist reply argue explain declare "
    "state comment complain admit "
    "acknowledge confirm recall vow pledge promise threaten demand reject condemn criticise criticize "
    "respond remark emphasise emphasize "
    "write tweet speak testify believe think lament joke conclude predict blame praise describe dismiss "
    "repeat reiterate insist");

constexpr auto kParticles = word_set(
    "al el bin ibn ben bint abu abd abdel abdul ul ur van von der den de da di do dos du la le las los del "
    "della san y e af ould");
constexpr auto kPlacePrepositions = word_set(
    "in at near outside inside from across around throughout within into over via off through along towards "
    "toward between");

constexpr auto kMale = word_set(
    "mr. mr sir king prince spokesman chairman father brother son husband boy man emperor sultan emir lord "
    "gentleman congressman businessman policeman he him his himself uncle duke grandfather widower");
constexpr auto kFemale = word_set(
    "mrs. mrs ms. ms miss madam queen princess spokeswoman chairwoman mother sister daughter wife girl woman "
    "empress lady congresswoman businesswoman policewoman actress she her hers herself aunt duchess nun "
    "grandmother widow");

}  // namespace

bool is_generic_people(std::string_view lemma) { return kGenericPeople.contains(lemma); }
bool stands_for_state(std::string_view lemma) { return kStateNouns.contains(lemma); }
bool is_armed_thing(std::string_view lemma) { return kArmedThings.contains(lemma); }

std::string_view sector_of_body_word(std::string_view lower) {
  for (const BodyWord& b : kBodyWords) {
    if (b.word == lower) return b.sector;
  }
  return {};
}

bool is_media_word(std::string_view lower) { return kMediaWords.contains(lower); }
bool is_quantity(std::string_view lower) { return kQuantities.contains(lower); }
bool is_speech_verb(std::string_view lemma) { return kSpeech.contains(lemma); }
bool is_name_particle(std::string_view lower) { return kParticles.contains(lower); }
bool is_place_preposition(std::string_view lower) { return kPlacePrepositions.contains(lower); }

Gender gender_of_word(std::string_view lower) {
  if (kMale.contains(lower)) return Gender::kMale;
  if (kFemale.contains(lower)) return Gender::kFemale;
  return Gender::kUnknown;
}

}  // namespace hearsay
