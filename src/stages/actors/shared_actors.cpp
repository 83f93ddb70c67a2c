#include "stages/actors/shared_actors.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace hearsay {
namespace {

std::string_view country_of(std::string_view code) { return code.substr(0, code.find(' ')); }

bool codes_agree(const ActorRow& a, const ActorRow& b) {
  const std::string_view ca = country_of(a.code), cb = country_of(b.code);
  return ca.empty() || cb.empty() || ca == cb;
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// An initial stands for the name; "Sergei" for "Sergey".
bool same_given_name(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a.empty() || b.empty() || a[0] != b[0]) return false;
  if (a.size() == 1 || b.size() == 1) return true;
  return std::min(a.size(), b.size()) >= 4 && edit_distance(a, b) <= 1;
}

bool has_capital(std::string_view name) {
  for (size_t at = 0; at < name.size();)
    if (is_upper(next_code_point(name, at))) return true;
  return false;
}

std::string key_of(std::string_view name) {
  std::string key;
  for (const std::string& word : name_words(name)) {
    if (word == "the") continue;
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

bool is_lone_surname(const ActorRow& row) { return name_words(row.name).size() == 1; }

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words(1);
  const std::string folded = fold(name);
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    if (is_letter(c) || is_digit(c) || c == '\'') {
      words.back().append(folded, begin, at - begin);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool same_person_name(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = name_words(a), y = name_words(b);
  if (x.empty() || y.empty()) return false;
  if (x.back() != y.back() && !(std::min(x.back().size(), y.back().size()) >= 6 &&
                                x.back()[0] == y.back()[0] && edit_distance(x.back(), y.back()) <= 1))
    return false;
  // The given names that both have, first against first; middle names may be left out.
  return x.size() == 1 || y.size() == 1 || same_given_name(x.front(), y.front());
}

std::vector<std::string> SharedActorStage::keys(const ActorRow& row) const {
  if (row.kind == ActorKind::kState)
    return row.code.empty() ? std::vector<std::string>{}
                            : std::vector<std::string>{"s:" + std::string(country_of(row.code))};
  if (!has_capital(row.name)) return {};
  const std::vector<std::string> words = name_words(row.name);
  if (words.empty()) return {};
  if (row.kind == ActorKind::kPerson) return {"p:" + words.back().substr(0, 5)};
  return {"n:" + key_of(row.name)};
}

std::vector<Link> SharedActorStage::decide(std::span<const ActorRow* const> block) const {
  std::vector<Link> links;
  if (!block.empty() && block[0]->kind == ActorKind::kState) {
    for (uint32_t i = 1; i < block.size(); ++i) links.push_back({i - 1, i, "same state"});
    return links;
  }
  for (uint32_t a = 0; a < block.size(); ++a)
    for (uint32_t b = a + 1; b < block.size(); ++b) {
      const ActorRow& x = *block[a];
      const ActorRow& y = *block[b];
      if (x.kind != y.kind || x.document == y.document) continue;
      if (x.kind != ActorKind::kPerson) {
        if (codes_agree(x, y) && key_of(x.name) == key_of(y.name)) links.push_back({a, b, "same name"});
      } else if (codes_agree(x, y) && same_person_name(x.name, y.name) && !is_lone_surname(x) &&
                 !is_lone_surname(y)) {
        links.push_back({a, b,
                         name_words(x.name) == name_words(y.name) ? "same full name"
                                                                  : "same surname, given names agree"});
      }
    }
  // A lone surname: only where all full names of the block that it can stand for are one person's.
  for (uint32_t a = 0; a < block.size(); ++a) {
    if (block[a]->kind != ActorKind::kPerson || !is_lone_surname(*block[a])) continue;
    std::vector<uint32_t> full, lone;
    for (uint32_t b = 0; b < block.size(); ++b) {
      const ActorRow& other = *block[b];
      if (b == a || other.kind != ActorKind::kPerson || !same_person_name(block[a]->name, other.name) ||
          !codes_agree(*block[a], other))
        continue;
      (is_lone_surname(other) ? lone : full).push_back(b);
    }
    const bool one_person = std::all_of(full.begin(), full.end(), [&](uint32_t b) {
      return same_person_name(block[full.front()]->name, block[b]->name) &&
             codes_agree(*block[full.front()], *block[b]);
    });
    const bool with_code = !block[a]->code.empty();
    if (!full.empty() && one_person && with_code && !block[full.front()]->code.empty()) {
      links.push_back({std::min(a, full.front()), std::max(a, full.front()),
                       "surname and country, one person of that name"});
    } else if (full.empty() && with_code) {
      for (const uint32_t b : lone)
        if (b > a && block[b]->code == block[a]->code) links.push_back({a, b, "same surname, same code"});
    }
  }
  return links;
}

SharedActor SharedActorStage::fold(std::span<const ActorRow* const> group,
                                   std::span<const Link> links) const {
  SharedActor out;
  out.id = group[0]->id;
  out.kind = group[0]->kind;
  std::map<std::string, size_t> names, codes;
  for (const ActorRow* row : group) {
    out.actors.push_back(row->actor);
    out.is_private = out.is_private || row->is_private;
    names[row->name] += std::max<uint32_t>(1, row->mentions);
    if (!row->code.empty()) codes[row->code] += std::max<uint32_t>(1, row->mentions);
    for (const std::string& name : row->names)
      if (std::find(out.names.begin(), out.names.end(), name) == out.names.end()) out.names.push_back(name);
    for (const Office& office : row->offices) {
      const bool known = std::any_of(out.offices.begin(), out.offices.end(), [&](const Office& o) {
        return hearsay::fold(o.title) == hearsay::fold(office.title) &&
               hearsay::fold(o.body) == hearsay::fold(office.body);
      });
      if (!known) out.offices.push_back(office);
    }
  }
  // A person with a public office on one page has one on all.
  if (!out.offices.empty()) out.is_private = false;
  // The fullest name, then the most used, then the first by alphabet.
  const auto better = [&](const auto& a, const auto& b) {
    const size_t wa = out.kind == ActorKind::kPerson ? name_words(a.first).size() : 0,
                 wb = out.kind == ActorKind::kPerson ? name_words(b.first).size() : 0;
    return std::pair(wa, a.second) < std::pair(wb, b.second);
  };
  out.name = std::max_element(names.begin(), names.end(), better)->first;
  if (!codes.empty())
    out.code = std::max_element(codes.begin(), codes.end(), [](const auto& a, const auto& b) {
                 return a.second < b.second;
               })->first;
  for (const Link& link : links)
    out.joins.push_back({group[link.a]->actor, group[link.b]->actor, link.reason});
  return out;
}

}  // namespace hearsay
