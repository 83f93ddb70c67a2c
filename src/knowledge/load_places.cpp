#include <array>
#include <optional>

#include "base/format.h"
#include "knowledge/world.h"

namespace hearsay {

namespace {

struct CodedRegion {
  std::string_view name;
  RegionKind kind;
};
constexpr std::array<CodedRegion, 9> kRegionKinds = {{{"continent", RegionKind::kContinent},
                                                      {"area", RegionKind::kArea},
                                                      {"bloc", RegionKind::kBloc},
                                                      {"former", RegionKind::kFormer},
                                                      {"occupied", RegionKind::kOccupied},
                                                      {"disputed", RegionKind::kDisputed},
                                                      {"breakaway", RegionKind::kBreakaway},
                                                      {"waters", RegionKind::kWaters},
                                                      {"site", RegionKind::kSite}}};

std::optional<RegionKind> region_kind(std::string_view name) {
  for (const CodedRegion& coded : kRegionKinds) {
    if (coded.name == name) return coded.kind;
  }
  return std::nullopt;
}

// Places without a number are in the table because news names them: as good as the middle of the table.
constexpr uint32_t kUnknownPopulation = 25000;

bool is_also(std::string_view field) { return field.empty() || field == "word" || field == "person"; }

bool on_globe(std::optional<double> latitude, std::optional<double> longitude) {
  return latitude && longitude && *latitude >= -90 && *latitude <= 90 && *longitude >= -180 &&
         *longitude <= 180;
}

}  // namespace

Result<void> Knowledge::World::load_cities() {
  Result<TableReader> rows = this->rows("cities", {"geonameid", "name", "ascii", "names", "iso2", "admin1",
                                                   "lat", "lon", "population", "also"});
  if (!rows) return rows.error();
  constexpr size_t kAbout = 35000;
  cities.reserve(kAbout);
  city_index.reserve(2 * kAbout);
  std::vector<uint32_t> weights;
  weights.reserve(kAbout);
  while (rows->next()) {
    const std::optional<uint64_t> id = rows->count_at(0), people = rows->count_at(8);
    const std::optional<double> latitude = rows->number_at(6), longitude = rows->number_at(7);
    if (!id || *id > UINT32_MAX || !people || *people > UINT32_MAX)
      return rows->error("geonameid or population is not a number");
    if (!on_globe(latitude, longitude)) return rows->error("lat or lon is not on the globe");
    const Country* country = this->country((*rows)[4]);
    if (!country) return rows->error(fmt::format("unknown country \"{}\"", (*rows)[4]));
    const auto index = static_cast<uint32_t>(cities.size());
    cities.push_back({static_cast<uint32_t>(*id), static_cast<uint32_t>(*people), (*rows)[1], country,
                      (*rows)[5], *latitude, *longitude, (*rows)[9] == "word", (*rows)[9] == "person"});
    if (!is_also((*rows)[9])) return rows->error(fmt::format("unknown \"also\": \"{}\"", (*rows)[9]));
    weights.push_back(*people > 0 ? static_cast<uint32_t>(*people) : kUnknownPopulation);
    // The name in ASCII says the same as the name, and is quicker to read.
    city_index.add((*rows)[2].empty() ? (*rows)[1] : (*rows)[2], index);
    std::string_view names = (*rows)[3];
    while (!names.empty()) {
      const size_t end = std::min(names.find('|'), names.size());
      city_index.add(names.substr(0, end), index);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  city_index.build(weights);
  return rows->finish();
}

Result<void> Knowledge::World::load_subdivisions() {
  Result<TableReader> rows = this->rows("subdivisions", {"code", "name", "names", "type", "iso2", "also"});
  if (!rows) return rows.error();
  while (rows->next()) {
    const Country* country = this->country((*rows)[4]);
    if (!country) return rows->error(fmt::format("unknown country \"{}\"", (*rows)[4]));
    const auto index = static_cast<uint32_t>(subdivisions.size());
    const std::vector<std::string_view> names = split_list((*rows)[2]);
    subdivisions.push_back({(*rows)[0], names.empty() ? (*rows)[1] : names.front(), (*rows)[3], country,
                            (*rows)[5] == "word", (*rows)[5] == "person"});
    if (!is_also((*rows)[5])) return rows->error(fmt::format("unknown \"also\": \"{}\"", (*rows)[5]));
    subdivision_index.add((*rows)[1], index);
    for (const std::string_view name : names) subdivision_index.add(name, index);
  }
  subdivision_index.build();
  return rows->finish();
}

Result<void> Knowledge::World::load_regions() {
  Result<TableReader> rows =
      this->rows("regions", {"name", "names", "demonyms", "countries", "kind", "lat", "lon"});
  if (!rows) return rows.error();
  struct Word {
    std::string_view text;
    size_t region;
    bool demonym;
  };
  std::vector<Word> words;
  while (rows->next()) {
    Region region{.name = (*rows)[0]};
    const std::optional<RegionKind> kind = region_kind((*rows)[4]);
    if (!kind) return rows->error(fmt::format("unknown kind \"{}\"", (*rows)[4]));
    region.kind = *kind;
    if (!(*rows)[3].empty()) {
      region.country = country((*rows)[3]);
      if (!region.country) return rows->error(fmt::format("unknown country \"{}\"", (*rows)[3]));
    }
    if (!(*rows)[5].empty() || !(*rows)[6].empty()) {
      const std::optional<double> latitude = rows->number_at(5), longitude = rows->number_at(6);
      if (!on_globe(latitude, longitude)) return rows->error("lat or lon is not on the globe");
      region.latitude = *latitude;
      region.longitude = *longitude;
      region.has_point = true;
    }
    words.push_back({region.name, region_entries.size(), false});
    for (const std::string_view name : split_list((*rows)[1]))
      words.push_back({name, region_entries.size(), false});
    for (const std::string_view name : split_list((*rows)[2]))
      words.push_back({name, region_entries.size(), true});
    region_entries.push_back(region);
  }
  if (Result<void> end = rows->finish(); !end) return end;
  for (const Word& word : words) {
    region_index.add(word.text, static_cast<uint32_t>(regions.size()));
    regions.push_back({&region_entries[word.region], word.demonym});
  }
  region_index.build();
  return {};
}

}  // namespace hearsay
