#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/format.h"
#include "knowledge/world.h"

namespace hearsay {

namespace {

struct CodedKind {
  std::string_view name;
  CountryWordKind kind;
};
constexpr std::array<CodedKind, 6> kWordKinds = {{{"alias", CountryWordKind::kName},
                                                  {"adjective", CountryWordKind::kAdjective},
                                                  {"noun", CountryWordKind::kNoun},
                                                  {"people", CountryWordKind::kPeople},
                                                  {"capital", CountryWordKind::kCapital},
                                                  {"metonym", CountryWordKind::kMetonym}}};

// The adjective to print is the one most like the name: "South Korean", not "Korean"; and no abbreviation.
bool is_likelier(std::string_view adjective, const Country& country) {
  const auto likeness = [&](std::string_view word) {
    const auto end = std::mismatch(word.begin(), word.end(), country.name.begin(), country.name.end()).first;
    return end - word.begin();
  };
  if (adjective.size() < 3 || adjective.find('.') != std::string_view::npos) return false;
  return country.adjective.empty() || likeness(adjective) > likeness(country.adjective);
}

}  // namespace

// A country's rows stand together, as the table is sorted by its code.
Result<void> Knowledge::World::load_countries() {
  Result<TableReader> rows = this->rows("countries", {"iso3", "kind", "value"});
  if (!rows) return rows.error();
  std::vector<std::pair<std::string_view, size_t>>
      phrases;  // of each word of country_words: its text, its country
  std::vector<CountryWordKind> kinds;
  std::vector<std::pair<size_t, std::string_view>> dependencies;
  const auto add_word = [&](std::string_view text, CountryWordKind kind) {
    phrases.emplace_back(text, countries.size() - 1);
    kinds.push_back(kind);
  };
  while (rows->next()) {
    const std::string_view code = (*rows)[0], kind = (*rows)[1], value = (*rows)[2];
    if (code.size() != 3) return rows->error("not an ISO 3166 alpha-3 code");
    if (value.empty()) return rows->error("no value");
    if (countries.empty() || countries.back().iso3 != code) countries.push_back({.iso3 = code});
    Country& country = countries.back();
    if (kind == "name") {
      country.name = value;
      add_word(value, CountryWordKind::kName);
    } else if (kind == "iso2") {
      country.iso2 = value;
    } else if (kind == "continent") {
      country.continent = value;
    } else if (kind == "population") {
      const std::optional<uint64_t> people = rows->count_at(2);
      if (!people || *people > UINT32_MAX) return rows->error("not a number of people");
      country.population = static_cast<uint32_t>(*people);
    } else if (kind == "sovereign") {
      dependencies.emplace_back(countries.size() - 1, value);
    } else {
      const auto* found = std::find_if(kWordKinds.begin(), kWordKinds.end(),
                                       [&](const CodedKind& k) { return k.name == kind; });
      if (found == kWordKinds.end()) return rows->error(fmt::format("unknown kind \"{}\"", kind));
      add_word(value, found->kind);
      if (found->kind == CountryWordKind::kCapital && country.capital.empty()) country.capital = value;
    }
  }
  if (Result<void> end = rows->finish(); !end) return end;

  for (const Country& country : countries) {
    if (country.name.empty() || country.iso2.size() != 2) {
      return Error{ErrorCode::kBadTable, fmt::format("{}: {} has no name or no iso2",
                                                     tables.find("countries")->file, country.iso3)};
    }
    countries_by_code[country.iso3] = &country;
    countries_by_code[country.iso2] = &country;
  }
  for (const auto& [index, code] : dependencies) {
    countries[index].sovereign = country(code);
    if (!countries[index].sovereign) {
      return Error{ErrorCode::kBadTable,
                   fmt::format("{}: {} belongs to {}, which is no country", tables.find("countries")->file,
                               countries[index].iso3, code)};
    }
  }
  for (size_t i = 0; i < phrases.size(); ++i) {
    Country& country = countries[phrases[i].second];
    if (kinds[i] == CountryWordKind::kAdjective && is_likelier(phrases[i].first, country))
      country.adjective = phrases[i].first;
  }
  std::vector<uint32_t> weights;
  for (size_t i = 0; i < phrases.size(); ++i) {
    const Country& country = countries[phrases[i].second];
    country_words.push_back({&country, kinds[i]});
    // The capitals of dependencies are mostly persons' names ("Douglas", "Stanley") and speak for no
    // government.
    if (!country.sovereign || kinds[i] != CountryWordKind::kCapital)
      country_index.add(phrases[i].first, static_cast<uint32_t>(i));
    weights.push_back(country.population);
  }
  country_index.build(weights);
  return {};
}

const Country* Knowledge::World::country(std::string_view code) const {
  const auto found = countries_by_code.find(code);
  return found == countries_by_code.end() ? nullptr : found->second;
}

}  // namespace hearsay
