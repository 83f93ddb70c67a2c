#include "knowledge/knowledge.h"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace hearsay;
namespace fs = std::filesystem;

namespace {

const Knowledge& world() { return Knowledge::builtin(); }

std::string iso3(const Country* country) { return country ? std::string(country->iso3) : "none"; }

// A folder of its own that is removed in the end.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("hearsay_knowledge_test_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(std::string_view name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string load_error(const fs::path& folder) {
  const Result<Knowledge> loaded = Knowledge::load(folder);
  return loaded.ok() ? "ok" : loaded.error().message;
}

}  // namespace

TEST_CASE("every table of the program keeps the house rules") {
  const Result<Knowledge> loaded = Knowledge::load();
  INFO((loaded.ok() ? std::string() : loaded.error().message));
  REQUIRE(loaded.ok());
  CHECK(loaded->tables().size() >= 10);
}

TEST_CASE("countries are found by names, demonyms, capitals and what stands for the government") {
  CHECK(iso3(world().country("SY")) == "SYR");
  CHECK(iso3(world().country("SYR")) == "SYR");
  CHECK(iso3(world().country("XX")) == "none");
  CHECK(iso3(world().country_by_name("U.S.")) == "USA");
  CHECK(iso3(world().country_by_name("US")) == "USA");
  CHECK(iso3(world().country_by_name("us")) == "none");
  CHECK(iso3(world().country_by_name("Syrian Arab Republic")) == "SYR");
  CHECK(iso3(world().country_by_name("Cote d\xE2\x80\x99Ivoire")) == "CIV");
  CHECK(iso3(world().country_by_name("turkey")) == "none");
  CHECK(iso3(world().country_by_name("Turkiye")) == "TUR");
  CHECK(iso3(world().country_by_demonym("Briton")) == "GBR");
  CHECK(iso3(world().country_by_demonym("Russians")) == "RUS");
  CHECK(iso3(world().country_by_demonym("Russia")) == "none");
  CHECK(iso3(world().country_by_capital("Damascus")) == "SYR");
  CHECK(iso3(world().country_by_capital("Kremlin")) == "none");
  CHECK(iso3(world().country_by_capital("Douglas")) == "none");  // a dependency's
  CHECK(iso3(world().country_by_metonym("Kremlin")) == "RUS");
  CHECK(iso3(world().country_by_metonym("Damascus")) == "SYR");
}

TEST_CASE("a name of two countries means the larger one first") {
  const Found<CountryWord> found = world().country_words("Congolese");
  REQUIRE(found.size() >= 2);
  CHECK(found[0].country->iso3 == "COD");
  CHECK(iso3(world().country_by_demonym("Dominican")) == "DOM");
}

TEST_CASE("a country shows its own words and a dependency the state it belongs to") {
  CHECK(world().country("KOR")->adjective == "South Korean");
  CHECK(world().country("USA")->adjective == "American");
  CHECK(world().country("CYP")->adjective == "Cypriot");
  CHECK(world().country("NLD")->name == "Netherlands");
  CHECK(world().country("GRL")->code() == "DNK");
  CHECK(world().country("HKG")->code() == "HKG");
  CHECK(world().country("PSE")->sovereign == nullptr);
}

TEST_CASE("every country has a name, a code and, where people live in it, a demonym or a sovereign") {
  size_t without = 0;
  for (const char* code :
       {"SYR", "RUS", "USA", "UKR", "IRN", "IRQ", "TUR", "FRA", "DEU", "COD", "PRK", "VEN", "MMR", "SDN"}) {
    const Country* country = world().country(code);
    REQUIRE(country);
    if (country->adjective.empty() || country->capital.empty()) ++without;
  }
  CHECK(without == 0);
}

TEST_CASE("the longest name in a text is found at a word") {
  const std::string_view text =
      "Troops of the Democratic Republic of the Congo and the Republic of the Congo's army met.";
  const Found<CountryWord> first = world().country_words(text, text.find("Democratic"));
  REQUIRE(first);
  CHECK(first[0].country->iso3 == "COD");
  CHECK(first.length() == std::string_view("Democratic Republic of the Congo").size());
  const Found<CountryWord> second = world().country_words(text, text.find("Republic of the Congo's"));
  REQUIRE(second);
  CHECK(second[0].country->iso3 == "COG");
}

TEST_CASE("cities come with their country, the largest first") {
  const Found<City> aleppo = world().cities("Aleppo");
  REQUIRE(aleppo);
  CHECK(aleppo[0].country->iso3 == "SYR");
  CHECK(aleppo[0].latitude == Approx(36.2).margin(0.1));
  CHECK(aleppo[0].longitude == Approx(37.2).margin(0.1));
  for (const char* name :
       {"Deir Ezzor", "Deir al-Zour", "Raqqa", "al-Bab", "Al Bab", "Kobani", "Palmyra", "Idlib"}) {
    INFO(name);
    REQUIRE(world().cities(name));
    CHECK(world().cities(name)[0].country->iso3 == "SYR");
  }
  CHECK(world().cities("Kiev")[0].geonameid == world().cities("Kyiv")[0].geonameid);
  const Found<City> london = world().cities("London");
  REQUIRE(london.size() >= 2);
  CHECK(london[0].country->iso3 == "GBR");
  CHECK(london[0].population > london[1].population);
  CHECK(world().cities("Bogotá")[0].geonameid == world().cities("Bogota")[0].geonameid);
  CHECK_FALSE(world().cities("nice"));
  REQUIRE(world().cities("Nice"));
  CHECK(world().cities("Nice")[0].is_word);
  CHECK_FALSE(aleppo[0].is_word);
  CHECK(world().cities("Florence")[0].is_person);
}

TEST_CASE("provinces and regions") {
  CHECK(world().subdivisions("Deir ez-Zor")[0].code == "SY-DY");
  CHECK(world().subdivisions("Khyber Pakhtunkhwa")[0].country->iso3 == "PAK");
  CHECK(world().subdivisions("Aleppo")[0].name == "Aleppo");
  const Found<RegionWord> bank = world().regions("West Bank");
  REQUIRE(bank);
  CHECK(bank[0].region->country->iso3 == "PSE");
  CHECK(bank[0].region->kind == RegionKind::kOccupied);
  CHECK_FALSE(bank[0].demonym);
  CHECK(world().regions("Gazans")[0].demonym);
  CHECK(world().regions("Middle East")[0].region->country == nullptr);
  CHECK(world().regions("Transnistria")[0].region->kind == RegionKind::kBreakaway);
}

TEST_CASE("bodies and armed groups have the codes of the record") {
  const auto code = [](std::string_view name) {
    return std::string(world().organisations(name) ? world().organisations(name)[0].entry->code : "none");
  };
  CHECK(code("UN Security Council") == "IGO UNO");
  CHECK(code("U.N.") == "IGO UNO");
  CHECK(code("EU") == "EUR");
  CHECK(code("NATO") == "IGO");
  CHECK(code("Doctors Without Borders") == "NGO");
  CHECK(code("Médecins Sans Frontières") == "NGO");
  CHECK(code("IDF") == "ISR MIL");
  CHECK(code("who") == "none");
  const auto group = [](std::string_view name) {
    return std::string(world().armed_groups(name) ? world().armed_groups(name)[0].entry->code : "none");
  };
  CHECK(group("Jabhat Al-Nusra") == "SYR REB");
  CHECK(group("ISIL") == "IMG");
  CHECK(group("al-Shabab") == "SOM REB");
  CHECK(group("Hezbollah") == "LBN REB");
  CHECK(group("is") == "none");
  CHECK(world().armed_groups("IS")[0].weak);
  CHECK_FALSE(world().armed_groups("ISIS")[0].weak);
}

TEST_CASE("words for what somebody is give the sector") {
  const Found<SectorWord> minister = world().sectors("Foreign Minister Ann Orlan", 0);
  REQUIRE(minister);
  CHECK(minister.length() == std::string_view("Foreign Minister").size());
  CHECK(minister[0].sector == "GOV");
  CHECK(minister[0].title);
  CHECK(minister[0].kind == SectorWordKind::kOffice);
  CHECK_FALSE(minister[0].plural);
  CHECK(world().sectors("foreign ministers")[0].plural);
  CHECK(world().sectors("foreign ministers")[0].phrase == "foreign minister");
  CHECK(world().sectors("Lt. Gen.")[0].sector == "MIL");
  CHECK(world().sectors("Lt. Gen.")[0].abbreviation);
  CHECK_FALSE(world().sectors("gen"));
  CHECK(world().sectors("policemen")[0].sector == "COP");
  CHECK(world().sectors("spokeswoman")[0].relational);
  CHECK(world().sectors("rebel commander")[0].sector == "REB");
  CHECK(world().sectors("Mr.")[0].kind == SectorWordKind::kHonorific);
  CHECK(world().sectors("Mr.")[0].sector.empty());
  CHECK(world().sectors("defence ministry")[0].sector == world().sectors("Defense Ministry")[0].sector);
}

TEST_CASE("outlets are found by name and by host") {
  CHECK(world().outlets("RIA Novosti")[0].entry->wire);
  CHECK(world().outlets("RIA Novosti")[0].entry->state);
  CHECK(world().outlets("Time")[0].weak);
  REQUIRE(world().outlet_by_host("www.bbc.co.uk"));
  CHECK(world().outlet_by_host("www.bbc.co.uk")->name == "BBC");
  CHECK(world().outlet_by_host("Edition.CNN.com")->name == "CNN");
  CHECK(world().outlet_by_host("example.invalid") == nullptr);
  CHECK(world().outlet_by_host("com") == nullptr);
}

TEST_CASE("peoples and given names") {
  CHECK(world().peoples("Kurdish")[0].name == "Kurds");
  CHECK(world().peoples("Shi'ites")[0].religious);
  REQUIRE(world().given_name("Olga"));
  CHECK(world().given_name("olga") == nullptr);
  CHECK(world().given_name("Mark")->is_word);
}

TEST_CASE("names are found among words") {
  const std::vector<std::string_view> words = {"The", "U.S.", "and", "Saudi", "Arabia", "'s", "king"};
  CHECK(world().country_words(words, 1).length() == 1);
  CHECK(world().country_words(words, 3).length() == 2);
  CHECK(world().country_words(words, 3)[0].country->iso3 == "SAU");
  CHECK_FALSE(world().country_words(words, 2));
  CHECK(world().sectors(words, 6)[0].sector == "GOV");
}

TEST_CASE("a table is there as bytes and with a hash") {
  CHECK(world().table("countries").starts_with("#"));
  CHECK(world().table("nonsense").empty());
  CHECK(world().hash().size() == 64);
  CHECK(world().hash("countries").size() == 64);
  CHECK(world().hash("countries") != world().hash("peoples"));
  CHECK_FALSE(world().rows("nonsense", {"name"}).ok());
  Result<TableReader> rows = world().rows("peoples", {"name", "kind"});
  REQUIRE(rows.ok());
  CHECK(rows->next());
}

TEST_CASE("a folder's tables stand in for the built-in ones") {
  Folder folder;
  folder.write("peoples.tsv", "# source: test\nname\tforms\tkind\tcountry\nOrlani\tOrlanis\tethnic\t\n");
  const Result<Knowledge> changed = Knowledge::load(folder.path());
  REQUIRE(changed.ok());
  CHECK(changed->peoples("Orlanis"));
  CHECK_FALSE(changed->peoples("Kurds"));
  CHECK(changed->country_by_name("Syria"));
  CHECK(world().peoples("Kurds"));
  CHECK(changed->hash() != world().hash());
  CHECK(changed->hash("countries") == world().hash("countries"));
}

TEST_CASE("a bad table in a folder is refused by file and line") {
  Folder folder;
  const std::string path = (folder.path() / "peoples.tsv").string();
  folder.write("peoples.tsv", "# source: test\nname\tforms\tkind\tcountry\nOrlani\t\ttribal\t\n");
  CHECK(load_error(folder.path()) == path + ":3: unknown kind \"tribal\"");
  folder.write("peoples.tsv", "# source: test\nname\tforms\tkind\tcountry\nOrlani\t\tethnic\tQQQ\n");
  CHECK(load_error(folder.path()) == path + ":3: unknown country \"QQQ\"");
  fs::remove(path);
  folder.write("cues.tsv", "cue\tsource\nb\thand\na\thand\n");
  CHECK(load_error(folder.path()) == (folder.path() / "cues.tsv").string() + ":3: not sorted by bytes");
  fs::remove(folder.path() / "cues.tsv");
  folder.write("armed_groups.tsv", "# source: test\nname\tnames\tweak\tcode\nOrlan Front\t\t\tORL REB\n");
  CHECK(load_error(folder.path()).find("unknown code \"ORL REB\"") != std::string::npos);
  fs::remove(folder.path() / "armed_groups.tsv");
  folder.write("cuse.tsv", "cue\tsource\n");
  CHECK(load_error(folder.path()).find("no built-in table has the name \"cuse\"") != std::string::npos);
  CHECK(Knowledge::load(folder.path() / "nowhere").error().code == ErrorCode::kInputNotFound);
}
