#include "stages/places/place_words.h"

#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kExactNouns = word_set(
    "city cities town towns village villages hamlet hamlets settlement settlements airport airfield hospital "
    "bridge square street avenue prison "
    "jail mosque church cathedral monastery temple synagogue checkpoint crossing barracks port harbour "
    "harbor seaport station stadium dam "
    "factory refinery mine fortress citadel castle palace tower hotel cemetery camp camps airbase base "
    "market bazaar school clinic hill "
    "municipality capital");
constexpr auto kNearNouns = word_set(
    "suburb suburbs neighbourhood neighborhood neighbourhoods neighborhoods quarter outskirts countryside "
    "area enclave pocket ghetto");
constexpr auto kDistrictNouns =
    word_set("district districts county counties canton commune borough subdistrict ward");
constexpr auto kProvinceNouns = word_set(
    "province provinces governorate governorates oblast prefecture region regions emirate state states "
    "department territory republic");
constexpr auto kLineNouns = word_set(
    "river valley strait straits lake bay gulf coast border highway road motorway sea desert canal delta "
    "plain plains plateau peninsula "
    "mountains mountain mount hills pass ridge corridor front frontline basin forest island islands "
    "archipelago cape channel");
constexpr auto kTakesOf = word_set(
    "city cities town towns village villages hamlet settlement suburb suburbs neighbourhood neighborhood "
    "district districts province provinces "
    "governorate region regions county port valley island islands state oblast prefecture municipality "
    "enclave camp capital outskirts "
    "countryside area peninsula canton commune quarter strait gulf territory north south east west "
    "north-east north-west south-east south-west "
    "northeast northwest southeast southwest centre center part parts side residents inhabitants mayor "
    "governor siege bombardment shelling "
    "market streets airport hospital");
constexpr auto kLocatives = word_set(
    "in near outside inside at from to around across through over into towards toward throughout within via "
    "off beyond along between north south "
    "east west northeast northwest southeast southwest north-east north-west south-east south-west "
    "surrounding entering leaving reached of");
constexpr auto kSureLocatives =
    word_set("in near outside inside across throughout within surrounding around");
constexpr auto kDirections = word_set(
    "eastern western northern southern central north-eastern north-western south-eastern south-western "
    "northeastern northwestern southeastern "
    "southwestern east west north south northeast northwest southeast southwest upper lower greater inner "
    "outer downtown rural coastal mainland");
constexpr auto kBodyNouns = word_set(
    "university college institute school academy post times herald tribune news gazette journal telegraph "
    "daily radio television tv agency "
    "bank group company corporation corp. inc. ltd. airlines airways police army forces brigade brigades "
    "council party union association "
    "federation club fc united city-state museum ministry court parliament foundation center centre office "
    "bureau department front movement "
    "committee commission consensus accord accords agreement treaty protocol conference process summit "
    "declaration talks statement convention "
    "prize group's stock exchange orchestra press monitor examiner globe chronicle mail star sun standard "
    "observer independent");

}  // namespace

Precision precision_of_noun(std::string_view w) {
  if (kExactNouns.contains(w)) return Precision::kExact;
  if (kNearNouns.contains(w)) return Precision::kNear;
  if (kDistrictNouns.contains(w)) return Precision::kDistrict;
  if (kProvinceNouns.contains(w)) return Precision::kProvince;
  if (kLineNouns.contains(w)) return Precision::kLine;
  return Precision::kUnknown;
}

bool takes_of(std::string_view w) { return kTakesOf.contains(w); }
bool is_locative(std::string_view w) { return kLocatives.contains(w); }
bool is_sure_locative(std::string_view w) { return kSureLocatives.contains(w); }
bool is_direction(std::string_view w) { return kDirections.contains(w); }
bool is_body_noun(std::string_view w) { return kBodyNouns.contains(w); }

}  // namespace hearsay
