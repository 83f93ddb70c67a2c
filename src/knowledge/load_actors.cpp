#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/format.h"
#include "knowledge/world.h"

namespace hearsay {

namespace {

// PLOVER manual, "Sector Codes".
constexpr std::array<std::string_view, 25> kSectors = {
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED",
    "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK"};
// The same, "Non-state international actors".
constexpr std::array<std::string_view, 7> kInternational = {"EUR", "IGO", "IMG", "ISM", "MNC", "NGO", "UNO"};

template <size_t Size>
bool has(const std::array<std::string_view, Size>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

struct CodedWord {
  std::string_view name;
  SectorWordKind kind;
};
constexpr std::array<CodedWord, 5> kSectorKinds = {{{"office", SectorWordKind::kOffice},
                                                    {"group", SectorWordKind::kGroup},
                                                    {"body", SectorWordKind::kBody},
                                                    {"modifier", SectorWordKind::kModifier},
                                                    {"honorific", SectorWordKind::kHonorific}}};

// Whether a phrase of the sector table names several: by its last word, or its first before "of" ("members of
// parliament").
bool names_several(std::string_view phrase) {
  const size_t of = phrase.find(" of ");
  std::string_view word = phrase.substr(0, of == std::string_view::npos ? phrase.size() : of);
  if (const size_t blank = word.rfind(' '); blank != std::string_view::npos) word.remove_prefix(blank + 1);
  for (const std::string_view ending : {"men", "people", "children", "police", "personnel", "mujahideen"}) {
    if (word.ends_with(ending)) return true;
  }
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is") && !word.ends_with("corps");
}

// The names of an entry with a column of names and one of weak names; `entries` must not grow after this.
template <class Entry>
void add_names(const std::vector<Entry>& entries,
               const std::vector<std::pair<std::string_view, std::string_view>>& lists,
               std::vector<NameOf<Entry>>& names, PhraseIndex& index) {
  for (size_t i = 0; i < entries.size(); ++i) {
    const auto plain = static_cast<uint32_t>(names.size());
    names.push_back({&entries[i], false});
    names.push_back({&entries[i], true});
    const std::vector<std::string_view> weak = split_list(lists[i].second);
    const auto add = [&](std::string_view name) {
      const bool is_weak = std::find(weak.begin(), weak.end(), name) != weak.end();
      index.add(name, plain + is_weak);
    };
    add(entries[i].name);
    for (const std::string_view name : split_list(lists[i].first)) add(name);
    for (const std::string_view name : weak) {
      if (name != entries[i].name) add(name);
    }
  }
  index.build();
}

}  // namespace

bool Knowledge::World::is_code(std::string_view code) const {
  const std::vector<std::string_view> parts = split_list(code, ' ');
  if (parts.empty() || parts.size() > 2) return false;
  const bool place = country(parts[0]) != nullptr && parts[0].size() == 3;
  if (parts.size() == 1) return place || has(kInternational, parts[0]) || has(kSectors, parts[0]);
  if (parts[0] == "IGO" && parts[1] == "UNO") return true;
  return (place || has(kInternational, parts[0])) && has(kSectors, parts[1]);
}

Result<void> Knowledge::World::load_peoples() {
  Result<TableReader> rows = this->rows("peoples", {"name", "forms", "kind", "country"});
  if (!rows) return rows.error();
  while (rows->next()) {
    People people{.name = (*rows)[0]};
    if ((*rows)[2] != "ethnic" && (*rows)[2] != "religious")
      return rows->error(fmt::format("unknown kind \"{}\"", (*rows)[2]));
    people.religious = (*rows)[2] == "religious";
    if (!(*rows)[3].empty()) {
      people.country = country((*rows)[3]);
      if (!people.country) return rows->error(fmt::format("unknown country \"{}\"", (*rows)[3]));
    }
    const auto index = static_cast<uint32_t>(peoples.size());
    people_index.add(people.name, index);
    for (const std::string_view form : split_list((*rows)[1])) people_index.add(form, index);
    peoples.push_back(people);
  }
  people_index.build();
  return rows->finish();
}

Result<void> Knowledge::World::load_organisations() {
  Result<TableReader> rows = this->rows("organisations", {"name", "names", "weak", "code", "kind"});
  if (!rows) return rows.error();
  std::vector<std::pair<std::string_view, std::string_view>> lists;
  while (rows->next()) {
    if (!is_code((*rows)[3])) return rows->error(fmt::format("unknown code \"{}\"", (*rows)[3]));
    organisation_entries.push_back({(*rows)[0], (*rows)[3], (*rows)[4]});
    lists.emplace_back((*rows)[1], (*rows)[2]);
  }
  add_names(organisation_entries, lists, organisations, organisation_index);
  return rows->finish();
}

Result<void> Knowledge::World::load_armed_groups() {
  Result<TableReader> rows = this->rows("armed_groups", {"name", "names", "weak", "code"});
  if (!rows) return rows.error();
  std::vector<std::pair<std::string_view, std::string_view>> lists;
  while (rows->next()) {
    if (!is_code((*rows)[3])) return rows->error(fmt::format("unknown code \"{}\"", (*rows)[3]));
    armed_group_entries.push_back({(*rows)[0], (*rows)[3]});
    lists.emplace_back((*rows)[1], (*rows)[2]);
  }
  add_names(armed_group_entries, lists, armed_groups, armed_group_index);
  return rows->finish();
}

Result<void> Knowledge::World::load_sectors() {
  Result<TableReader> rows = this->rows("sectors", {"phrase", "forms", "sector", "kind", "flags"});
  if (!rows) return rows.error();
  while (rows->next()) {
    SectorWord word{.phrase = (*rows)[0], .sector = (*rows)[2]};
    const auto* kind = std::find_if(kSectorKinds.begin(), kSectorKinds.end(),
                                    [&](const CodedWord& k) { return k.name == (*rows)[3]; });
    if (kind == kSectorKinds.end()) return rows->error(fmt::format("unknown kind \"{}\"", (*rows)[3]));
    word.kind = kind->kind;
    if (word.kind == SectorWordKind::kHonorific
            ? !word.sector.empty()
            : !has(kSectors, word.sector) && !has(kInternational, word.sector)) {
      return rows->error(fmt::format("unknown sector \"{}\"", word.sector));
    }
    PhraseIndex::Letters letters = PhraseIndex::Letters::kAnyCase;
    for (const std::string_view flag : split_list((*rows)[4], ' ')) {
      if (flag == "title")
        word.title = true;
      else if (flag == "abbr")
        word.abbreviation = true;
      else if (flag == "relational")
        word.relational = true;
      else if (flag == "modifier")
        word.modifier = true;
      else if (flag == "weak")
        word.weak = true;
      else if (flag != "cased")
        return rows->error(fmt::format("unknown flag \"{}\"", flag));
      if (flag == "abbr" || flag == "cased") letters = PhraseIndex::Letters::kAsWritten;
    }
    const auto add = [&](std::string_view form) {
      word.plural = letters == PhraseIndex::Letters::kAnyCase && names_several(form);
      sector_index.add(form, static_cast<uint32_t>(sectors.size()), letters);
      sectors.push_back(word);
    };
    add(word.phrase);
    for (const std::string_view form : split_list((*rows)[1])) add(form);
  }
  sector_index.build();
  return rows->finish();
}

Result<void> Knowledge::World::load_given_names() {
  Result<TableReader> rows = this->rows("given_names", {"name", "word"});
  if (!rows) return rows.error();
  while (rows->next()) {
    given_name_index.add((*rows)[0], static_cast<uint32_t>(given_names.size()));
    given_names.push_back({(*rows)[0], (*rows)[1] == "word"});
  }
  given_name_index.build();
  return rows->finish();
}

Result<void> Knowledge::World::load_outlets() {
  Result<TableReader> rows = this->rows("outlets", {"name", "names", "weak", "hosts", "country", "kind"});
  if (!rows) return rows.error();
  std::vector<std::pair<std::string_view, std::string_view>> lists;
  std::vector<std::string_view> hosts;
  while (rows->next()) {
    Outlet outlet{.name = (*rows)[0], .kind = (*rows)[5]};
    if (!(*rows)[4].empty()) {
      outlet.country = country((*rows)[4]);
      if (!outlet.country) return rows->error(fmt::format("unknown country \"{}\"", (*rows)[4]));
    }
    for (const std::string_view kind : split_list(outlet.kind, ' ')) {
      if (kind == "wire")
        outlet.wire = true;
      else if (kind == "state")
        outlet.state = true;
      else if (kind == "party")
        outlet.party = true;
      else if (kind != "daily" && kind != "weekly" && kind != "broadcaster" && kind != "online") {
        return rows->error(fmt::format("unknown kind \"{}\"", kind));
      }
    }
    outlet_entries.push_back(outlet);
    lists.emplace_back((*rows)[1], (*rows)[2]);
    hosts.push_back((*rows)[3]);
  }
  if (Result<void> end = rows->finish(); !end) return end;
  add_names(outlet_entries, lists, outlets, outlet_index);
  for (size_t i = 0; i < hosts.size(); ++i) {
    for (const std::string_view host : split_list(hosts[i])) {
      if (!outlets_by_host.emplace(host, &outlet_entries[i]).second) {
        return Error{ErrorCode::kBadTable, fmt::format("{}: the host {} stands at two outlets",
                                                       tables.find("outlets")->file, host)};
      }
    }
  }
  return {};
}

}  // namespace hearsay
