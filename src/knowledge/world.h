// The loaded tables behind a Knowledge. Filled by the load_* functions, in this order, and never changed
// afterwards.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/table_set.h"

namespace hearsay {

struct Knowledge::World {
  TableSet tables;

  std::vector<Country> countries;
  std::unordered_map<std::string_view, const Country*> countries_by_code;
  std::vector<CountryWord> country_words;
  PhraseIndex country_index;

  std::vector<City> cities;
  PhraseIndex city_index;
  std::vector<Subdivision> subdivisions;
  PhraseIndex subdivision_index;
  std::vector<Region> region_entries;
  std::vector<RegionWord> regions;
  PhraseIndex region_index;

  std::vector<People> peoples;
  PhraseIndex people_index;
  std::vector<Organisation> organisation_entries;
  std::vector<NameOf<Organisation>> organisations;
  PhraseIndex organisation_index;
  std::vector<ArmedGroup> armed_group_entries;
  std::vector<NameOf<ArmedGroup>> armed_groups;
  PhraseIndex armed_group_index;
  std::vector<SectorWord> sectors;
  PhraseIndex sector_index;
  std::vector<GivenName> given_names;
  PhraseIndex given_name_index;

  std::vector<Outlet> outlet_entries;
  std::vector<NameOf<Outlet>> outlets;
  PhraseIndex outlet_index;
  std::unordered_map<std::string_view, const Outlet*> outlets_by_host;

  [[nodiscard]] Result<void> load_countries();
  [[nodiscard]] Result<void> load_cities();
  [[nodiscard]] Result<void> load_subdivisions();
  [[nodiscard]] Result<void> load_regions();
  [[nodiscard]] Result<void> load_peoples();
  [[nodiscard]] Result<void> load_organisations();
  [[nodiscard]] Result<void> load_armed_groups();
  [[nodiscard]] Result<void> load_sectors();
  [[nodiscard]] Result<void> load_given_names();
  [[nodiscard]] Result<void> load_outlets();
  // The tables that only stages read: the house rules alone.
  [[nodiscard]] Result<void> check_others() const;

  [[nodiscard]] Result<TableReader> rows(std::string_view name,
                                         std::span<const std::string_view> columns) const;
  [[nodiscard]] Result<TableReader> rows(std::string_view name,
                                         std::initializer_list<std::string_view> columns) const {
    return rows(name, std::span(columns.begin(), columns.size()));
  }
  // By alpha-3 or alpha-2; none for an unknown code.
  [[nodiscard]] const Country* country(std::string_view code) const;
  // Whether the code is one that RECORD.md allows: IGO UNO, NGO, a country and a sector ...
  [[nodiscard]] bool is_code(std::string_view code) const;
};

}  // namespace hearsay
