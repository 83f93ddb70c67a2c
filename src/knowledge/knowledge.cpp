#include "knowledge/knowledge.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "knowledge/world.h"

namespace hearsay {

namespace {

// The tables that World loads itself.
constexpr std::array<std::string_view, 10> kLoaded = {
    "armed_groups", "cities",  "countries", "given_names", "organisations",
    "outlets",      "peoples", "regions",   "sectors",     "subdivisions"};

}  // namespace

Knowledge::Knowledge(std::shared_ptr<const World> world) : world_(std::move(world)) {}

const Knowledge& Knowledge::builtin() {
  // A broken table of the program itself does not get this far: the build reads them all.
  static const Knowledge knowledge = load().value();
  return knowledge;
}

Result<Knowledge> Knowledge::load(const std::filesystem::path& folder) {
  Result<TableSet> tables = TableSet::load(folder);
  if (!tables) return tables.error();
  auto world = std::make_shared<World>();
  world->tables = std::move(tables).value();
  using Load = Result<void> (World::*)();
  for (const Load load :
       {&World::load_countries, &World::load_cities, &World::load_subdivisions, &World::load_regions,
        &World::load_peoples, &World::load_organisations, &World::load_armed_groups, &World::load_sectors,
        &World::load_given_names, &World::load_outlets}) {
    if (Result<void> done = (world.get()->*load)(); !done) return done.error();
  }
  if (Result<void> done = world->check_others(); !done) return done.error();
  return Knowledge(std::move(world));
}

Result<void> Knowledge::World::check_others() const {
  for (const auto& [name, table] : tables.all()) {
    if (std::find(kLoaded.begin(), kLoaded.end(), name) != kLoaded.end()) continue;
    Result<TableReader> rows = this->rows(name, {});
    if (!rows) return rows.error();
    while (rows->next()) {
    }
    if (Result<void> end = rows->finish(); !end) return end;
  }
  return {};
}

Result<TableReader> Knowledge::World::rows(std::string_view name,
                                           std::span<const std::string_view> columns) const {
  const TableSet::Table* table = tables.find(name);
  if (!table) return Error{ErrorCode::kBadTable, fmt::format("knowledge/{}.tsv: no such table", name)};
  return TableReader::open(table->bytes, table->file, columns);
}

const Country* Knowledge::country(std::string_view iso) const { return world_->country(iso); }

namespace {

template <class Accept>
const Country* first_of(const Found<CountryWord>& found, Accept accept) {
  for (const CountryWord& word : found) {
    if (accept(word.kind)) return word.country;
  }
  return nullptr;
}

}  // namespace

const Country* Knowledge::country_by_name(std::string_view name) const {
  return first_of(country_words(name), [](CountryWordKind kind) { return kind == CountryWordKind::kName; });
}

const Country* Knowledge::country_by_demonym(std::string_view word) const {
  return first_of(country_words(word), [](CountryWordKind kind) {
    return kind == CountryWordKind::kAdjective || kind == CountryWordKind::kNoun ||
           kind == CountryWordKind::kPeople;
  });
}

const Country* Knowledge::country_by_capital(std::string_view name) const {
  return first_of(country_words(name),
                  [](CountryWordKind kind) { return kind == CountryWordKind::kCapital; });
}

const Country* Knowledge::country_by_metonym(std::string_view name) const {
  return first_of(country_words(name), [](CountryWordKind kind) {
    return kind == CountryWordKind::kCapital || kind == CountryWordKind::kMetonym;
  });
}

const Outlet* Knowledge::outlet_by_host(std::string_view host) const {
  const std::string lower = to_lower(host);
  for (std::string_view rest = lower; rest.find('.') != std::string_view::npos;
       rest.remove_prefix(rest.find('.') + 1)) {
    const auto found = world_->outlets_by_host.find(rest);
    if (found != world_->outlets_by_host.end()) return found->second;
  }
  return nullptr;
}

const GivenName* Knowledge::given_name(std::string_view word) const {
  const PhraseMatch found = world_->given_name_index.find(word);
  return found ? &world_->given_names[found.ids.front()] : nullptr;
}

#define HEARSAY_KNOWLEDGE_LOOKUP(Entry, function, entries, index)                              \
  Found<Entry> Knowledge::function(std::string_view phrase) const {                            \
    return {world_->entries, world_->index.find(phrase)};                                      \
  }                                                                                            \
  Found<Entry> Knowledge::function(std::span<const std::string_view> words, size_t at) const { \
    return {world_->entries, world_->index.match(words, at)};                                  \
  }                                                                                            \
  Found<Entry> Knowledge::function(std::string_view text, size_t begin) const {                \
    return {world_->entries, world_->index.match(text, begin)};                                \
  }

HEARSAY_KNOWLEDGE_LOOKUP(CountryWord, country_words, country_words, country_index)
HEARSAY_KNOWLEDGE_LOOKUP(City, cities, cities, city_index)
HEARSAY_KNOWLEDGE_LOOKUP(Subdivision, subdivisions, subdivisions, subdivision_index)
HEARSAY_KNOWLEDGE_LOOKUP(RegionWord, regions, regions, region_index)
HEARSAY_KNOWLEDGE_LOOKUP(People, peoples, peoples, people_index)
HEARSAY_KNOWLEDGE_LOOKUP(NameOf<Organisation>, organisations, organisations, organisation_index)
HEARSAY_KNOWLEDGE_LOOKUP(NameOf<ArmedGroup>, armed_groups, armed_groups, armed_group_index)
HEARSAY_KNOWLEDGE_LOOKUP(NameOf<Outlet>, outlets, outlets, outlet_index)
HEARSAY_KNOWLEDGE_LOOKUP(SectorWord, sectors, sectors, sector_index)

#undef HEARSAY_KNOWLEDGE_LOOKUP

std::string_view Knowledge::table(std::string_view name) const {
  const TableSet::Table* table = world_->tables.find(name);
  return table ? table->bytes : std::string_view();
}

Result<TableReader> Knowledge::rows(std::string_view name, std::span<const std::string_view> columns) const {
  return world_->rows(name, columns);
}

std::vector<std::string_view> Knowledge::tables() const {
  std::vector<std::string_view> names;
  for (const auto& [name, table] : world_->tables.all()) names.push_back(name);
  return names;
}

std::string Knowledge::hash() const {
  std::string sums;
  for (const auto& [name, table] : world_->tables.all())
    sums += name + ' ' + to_hex(sha256(table.bytes)) + '\n';
  return to_hex(sha256(sums));
}

std::string Knowledge::hash(std::string_view name) const { return to_hex(sha256(table(name))); }

}  // namespace hearsay
