// What the tables of knowledge/ say, one type for each kind of entry. The head of each table describes its
// columns.
//
// Every view points into the bytes of the Knowledge that gave the entry and lives as long as it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// countries.tsv. Dependencies (Greenland, Guam) are entries of their own with a `sovereign`.
struct Country {
  std::string_view iso3{}, iso2{};     // ISO 3166: "SYR", "SY"; Kosovo is XKX, XK
  std::string_view name{};             // "Syria"
  std::string_view adjective{};        // "Syrian"; empty where the tables have none
  std::string_view capital{};          // "Damascus"; empty where there is none
  std::string_view continent{};        // AF AN AS EU NA OC SA
  const Country* sovereign = nullptr;  // the state to which PLOVER counts a dependency; none for a state
  uint32_t population = 0;

  // The code of RECORD.md: the sovereign's for a dependency.
  [[nodiscard]] std::string_view code() const { return sovereign ? sovereign->iso3 : iso3; }
};

enum class CountryWordKind : uint8_t {
  kName,       // "Russia", "Russian Federation", "U.S."
  kAdjective,  // "Russian", "British"
  kNoun,       // one person: "Briton", "Russian"
  kPeople,     // many: "Russians", "British"
  kCapital,    // "Moscow"; in news it also stands for the government
  kMetonym,    // "Kremlin", "White House": stands for the government
};

// A word for a country. The same word may be several: "Russian" is an adjective and a noun.
struct CountryWord {
  const Country* country = nullptr;
  CountryWordKind kind = CountryWordKind::kName;
};

// cities.tsv: GeoNames.
struct City {
  uint32_t geonameid = 0;
  uint32_t population = 0;
  std::string_view name{};
  const Country* country = nullptr;
  std::string_view admin1{};           // GeoNames' code of the province, "TX"; not the one of ISO 3166-2
  double latitude = 0, longitude = 0;  // degrees, WGS 84
  bool is_word = false;    // also an English word ("Split"): a capital alone does not make it a place
  bool is_person = false;  // also a given name ("Victoria")
};

// subdivisions.tsv: ISO 3166-2.
struct Subdivision {
  std::string_view code{};  // "SY-HL"
  std::string_view name{};  // in English where the table has it: "Aleppo"
  std::string_view type{};  // "Governorate"
  const Country* country = nullptr;
  bool is_word = false, is_person = false;  // as of a city: "Central", "Virginia"
};

enum class RegionKind : uint8_t {
  kContinent,
  kArea,
  kBloc,
  kFormer,
  kOccupied,
  kDisputed,
  kBreakaway,
  kWaters,
  kSite
};

// regions.tsv: "Middle East", "West Bank", "Crimea", "Strait of Hormuz".
struct Region {
  std::string_view name{};
  RegionKind kind = RegionKind::kArea;
  const Country* country = nullptr;  // to whose code events there go; none where it is several or nobody's
  double latitude = 0, longitude = 0;
  bool has_point = false;
};

// A word for a region: its name, or a demonym ("Crimean", "Gazans").
struct RegionWord {
  const Region* region = nullptr;
  bool demonym = false;
};

// peoples.tsv: "Kurds", "Sunni", "Druze".
struct People {
  std::string_view name{};
  bool religious = false;            // a faith, not an ethnic group
  const Country* country = nullptr;  // where the name belongs to one state
};

// organisations.tsv.
struct Organisation {
  std::string_view name{};
  std::string_view code{};  // as RECORD.md has it: "IGO UNO", "NGO", "USA SPY"
  std::string_view kind{};  // igo, court, ngo, national, party, company ...
};

// armed_groups.tsv.
struct ArmedGroup {
  std::string_view name{};
  std::string_view code{};  // "SYR REB", "IMG", "MEX CRM"
};

// A name of an organisation, group or outlet. `weak`: it also means something else ("IS", "Time"), and needs
// a word beside it.
template <class Entry>
struct NameOf {
  const Entry* entry = nullptr;
  bool weak = false;
};

// outlets.tsv.
struct Outlet {
  std::string_view name{};
  const Country* country = nullptr;  // none: of no one country
  bool wire = false;                 // a news agency
  bool state = false;                // owned or run by a state
  bool party = false;                // of a party or an armed group
  std::string_view kind{};           // as in the table: "wire state"
};

enum class SectorWordKind : uint8_t {
  kOffice,     // a person's post: "foreign minister"
  kGroup,      // people: "rebels", "residents"
  kBody,       // an institution: "parliament"
  kModifier,   // stands before one of these: "former", "rebel-held"
  kHonorific,  // "Mr.", "Sheikh": says nothing of the sector
};

// sectors.tsv: a word or phrase for what somebody is, and the PLOVER sector that goes with it.
struct SectorWord {
  std::string_view phrase{};  // as the table has it, in the singular and in lower case
  std::string_view sector{};  // "GOV"; empty for an honorific. NGO and IGO stand in the place of a country
  SectorWordKind kind = SectorWordKind::kOffice;
  bool title = false;  // may stand before a name: "Foreign Minister Ann Orlan"
  bool abbreviation = false;
  bool relational =
      false;  // takes the sector of the body it belongs to; `sector` where no body is named: "spokesman"
  bool modifier = false;  // also stands before another word: "rebel commander"
  bool weak = false;      // also an ordinary word: "general", "state"
  bool plural = false;    // this form names several
};

// given_names.tsv.
struct GivenName {
  std::string_view name{};
  bool is_word = false;  // also an English word: "Grace"
};

}  // namespace hearsay
