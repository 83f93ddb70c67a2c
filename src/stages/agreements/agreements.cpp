#include "stages/agreements/agreements.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr int kSameDealDays = 10;  // dates of one deal may be told so far apart
constexpr int kUndertakingDays = 60;

std::string_view country_of(std::string_view code) { return code.substr(0, code.find(' ')); }

std::set<std::string> countries(const AgreementRow& row) {
  std::set<std::string> out;
  for (const std::string& code : row.parties) out.emplace(country_of(code));
  return out;
}

// Ceasefires go with deals of no particular kind; all else goes with its own.
bool kinds_go_together(AgreementKind a, AgreementKind b) {
  const auto loose = [](AgreementKind k) {
    return k == AgreementKind::kCeasefire || k == AgreementKind::kMechanism;
  };
  return a == b || (loose(a) && loose(b));
}

bool stands_apart(const AgreementRow& row) {
  const std::string name = fold(row.name);
  for (const char* word : {"previous", "earlier", "first", "another", "similar", "past"})
    if (name.find(word) != std::string::npos) return true;
  // "a ceasefire" that is only wished for is none that exists.
  return (row.bears == LedgerKind::kOffer || row.bears == LedgerKind::kDemand) &&
         (name.starts_with("a ") || name.starts_with("any ") || name.starts_with("no "));
}

std::optional<int> days_between(const Interval& a, const Interval& b) {
  const auto af = parse_iso_day(a.from), at = parse_iso_day(a.to), bf = parse_iso_day(b.from),
             bt = parse_iso_day(b.to);
  if (!af || !at || !bf || !bt) return std::nullopt;
  return std::max({0, *af - *bt, *bf - *at});
}

std::vector<std::string> stems(std::string_view words) {
  std::vector<std::string> out(1);
  const std::string folded = fold(words);
  for (const char c : folded) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  std::erase_if(out, [](const std::string& word) { return word.size() < 5; });
  for (std::string& word : out) word.resize(std::min<size_t>(word.size(), 6));
  return out;
}

int shared_stems(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = stems(a), y = stems(b);
  int shared = 0;
  for (const std::string& word : std::set<std::string>(x.begin(), x.end()))
    shared += std::find(y.begin(), y.end(), word) != y.end();
  return shared;
}

std::optional<std::string> same_agreement(const AgreementRow& a, const AgreementRow& b) {
  if (!kinds_go_together(a.kind, b.kind) || stands_apart(a) || stands_apart(b)) return std::nullopt;
  const bool one_page = a.document == b.document, one_story = a.story && a.story == b.story;
  const std::set<std::string> ca = countries(a), cb = countries(b);
  std::vector<std::string> both;
  std::set_intersection(ca.begin(), ca.end(), cb.begin(), cb.end(), std::back_inserter(both));
  if (!ca.empty() && !cb.empty() && both.empty()) return std::nullopt;
  const bool parties_agree = both.size() >= 2 || (both.size() == 1 && ca == cb);
  if (!a.place.empty() && !b.place.empty() && fold(a.place) != fold(b.place) && !parties_agree)
    return std::nullopt;
  const bool places_agree = !a.place.empty() && fold(a.place) == fold(b.place);

  std::optional<int> days = days_between(a.dated, b.dated);
  if (days && *days > kSameDealDays) return std::nullopt;

  if (a.kind == AgreementKind::kUndertaking) {
    if (both.empty()) return std::nullopt;
    const auto published = days_between(a.published, b.published);
    if (published && *published > kUndertakingDays) return std::nullopt;
    if (!a.term.empty() && !b.term.empty() && shared_stems(a.term, b.term) == 0) return std::nullopt;
    if (!one_page && !one_story && shared_stems(a.sentence, b.sentence) < 3) return std::nullopt;
    return "same giver" + std::string(one_page ? ", same page" : one_story ? ", same story" : ", same words");
  }
  if (one_page) {
    // On one page "the truce" is the one that the page is about, unless its place or parties say otherwise.
    // A place on one side and parties on the other say nothing about each other: such a pair joins only
    // through a third mention.
    const auto only_place = [](const AgreementRow& row) { return !row.place.empty() && row.parties.empty(); };
    const auto only_parties = [](const AgreementRow& row) {
      return row.place.empty() && !row.parties.empty();
    };
    if ((only_place(a) && only_parties(b)) || (only_place(b) && only_parties(a))) return std::nullopt;
    return std::string(parties_agree ? "same parties, same page" : "same page, nothing tells them apart");
  }
  if (parties_agree && days)
    return *days == 0 ? "same parties, same date"
                      : "same parties, dates " + std::to_string(*days) + " days apart";
  if (one_story && (parties_agree || places_agree))
    return std::string(parties_agree ? "same parties, same story" : "same place, same story");
  if (one_story && days && (ca.empty() || cb.empty())) return std::string("same story, dates agree");
  return std::nullopt;
}

void add_distinct(std::vector<std::string>& list, const std::string& words) {
  if (words.empty()) return;
  const std::string key = fold(words);
  if (std::none_of(list.begin(), list.end(), [&](const std::string& known) { return fold(known) == key; }))
    list.push_back(words);
}

bool is_allegation(LedgerKind kind) { return kind == LedgerKind::kViolation || kind == LedgerKind::kRefusal; }

}  // namespace

std::vector<std::string> AgreementStage::keys(const AgreementRow& row) const {
  const std::string family =
      row.kind == AgreementKind::kMechanism ? "ceasefire" : std::string(to_string(row.kind));
  std::vector<std::string> keys = {family + "|d" + std::to_string(row.document)};
  if (row.story) keys.push_back(family + "|s" + std::to_string(row.story));
  const std::set<std::string> parties = countries(row);
  if (parties.size() >= 2 || (row.kind == AgreementKind::kUndertaking && !parties.empty())) {
    const std::string day = !row.dated.from.empty() ? row.dated.from : row.published.to;
    const auto days = parse_iso_day(day);
    // Each pair of parties, so that two mentions meet though one names a third.
    for (auto x = parties.begin(); days && x != parties.end(); ++x)
      for (auto y = row.kind == AgreementKind::kUndertaking ? x : std::next(x); y != parties.end(); ++y)
        for (const int month : {*days / 30, *days / 30 + 1})
          keys.push_back(family + "|" + *x + "+" + *y + "|" + std::to_string(month));
  }
  return keys;
}

std::vector<Link> AgreementStage::decide(std::span<const AgreementRow* const> block) const {
  std::vector<Link> links;
  for (uint32_t a = 0; a < block.size(); ++a)
    for (uint32_t b = a + 1; b < block.size(); ++b)
      if (auto reason = same_agreement(*block[a], *block[b])) links.push_back({a, b, std::move(*reason)});
  return links;
}

Agreement AgreementStage::fold(std::span<const AgreementRow* const> group,
                               std::span<const Link> links) const {
  Agreement out;
  out.id = group[0]->id;
  out.kind = group[0]->kind;
  std::map<std::string, std::pair<size_t, Interval>> announced, effective;
  for (const AgreementRow* row : group) {
    out.mentions.push_back(*row);
    add_distinct(out.names, row->name);
    if (row->kind != AgreementKind::kMechanism && out.kind == AgreementKind::kMechanism) out.kind = row->kind;
    if (out.mediator.empty()) out.mediator = row->mediator;
    if (out.place.empty()) out.place = row->place;
    if (!row->term.empty()) add_distinct(out.terms, row->term);
    for (size_t i = 0; i < row->parties.size(); ++i) {
      const bool known =
          std::find(out.parties.begin(), out.parties.end(), row->parties[i]) != out.parties.end();
      if (!known) out.parties.push_back(row->parties[i]);
    }
    if (!row->dated.empty()) {
      auto& entry = (row->dated_effective ? effective : announced)[row->dated.from + ".." + row->dated.to];
      ++entry.first;
      entry.second = row->dated;
    }
  }
  // A party named by its country alone beside one with its sector is the same party.
  std::erase_if(out.parties, [&](const std::string& code) {
    return code.find(' ') == std::string::npos &&
           std::any_of(out.parties.begin(), out.parties.end(),
                       [&](const std::string& other) { return other != code && country_of(other) == code; });
  });
  // The date that most mentions give; the first of those that are told equally often. The others are a
  // dispute.
  const auto most_told = [](const auto& dates) {
    Interval best;
    size_t times = 0;
    for (const auto& [key, entry] : dates)
      if (entry.first > times) {
        times = entry.first;
        best = entry.second;
      }
    return best;
  };
  out.announced = most_told(announced);
  out.effective = most_told(effective);
  // The name that tells most: by capitals and figures in it ("the September 12 Russian-US deal"), then by
  // what its sentence adds.
  const auto tells = [](const AgreementRow& row) {
    size_t own = 0;
    bool word_begins = true;
    for (const char c : row.name) {
      own += word_begins && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
      word_begins = c == ' ' || c == '-';
    }
    if (row.name.starts_with("The ") || row.name.starts_with("A ")) --own;
    return 10 * own + 2 * row.parties.size() + (row.place.empty() ? 0 : 1) + (row.dated.empty() ? 0 : 1);
  };
  size_t best = 0;
  for (size_t i = 1; i < group.size(); ++i)
    if (tells(*group[i]) > tells(*group[best])) best = i;
  out.name = group[best]->name;

  for (const AgreementRow* row : group) {
    if (row->bears == LedgerKind::kReached && row->kind != AgreementKind::kUndertaking && row->dated.empty())
      continue;  // a bare mention
    const bool known = std::any_of(out.ledger.begin(), out.ledger.end(), [&](const LedgerEntry& e) {
      return e.kind == row->bears && e.document == row->document && e.alleged_by == row->alleged_by &&
             e.accused == row->accused;
    });
    if (known) continue;
    LedgerEntry entry;
    entry.kind = row->bears;
    entry.document = row->document;
    entry.statement = row->statement;
    entry.event = row->event;
    entry.span = row->span;
    entry.term = row->term;
    entry.act = row->act;
    entry.place = row->place;
    entry.when = row->said.empty() ? row->dated : row->said;
    entry.alleged_by = row->alleged_by;
    entry.accused = row->accused;
    if (is_allegation(row->bears) && !row->accused.empty()) {
      for (const AgreementRow* answer : group) {
        if (answer == row || answer->alleged_by.empty() || !answer->statement) continue;
        const bool own_words = hearsay::fold(answer->alleged_by) == hearsay::fold(row->accused) ||
                               (!row->accused_code.empty() && !answer->alleged_by_code.empty() &&
                                country_of(answer->alleged_by_code) == country_of(row->accused_code));
        if (!own_words) continue;
        if (answer->bears == LedgerKind::kDenial)
          entry.answer = Answer::kFlatDenial;
        else if (is_allegation(answer->bears))
          entry.answer = Answer::kCounterAccusation;
        else
          continue;
        entry.answer_statement = answer->statement;
        if (entry.answer == Answer::kFlatDenial) break;
      }
    }
    out.ledger.push_back(std::move(entry));
  }
  for (const Link& link : links)
    out.joins.push_back({group[link.a]->document, group[link.b]->document, link.reason});
  return out;
}

bool is_telling(const Agreement& agreement) {
  if (!agreement.parties.empty() || !agreement.place.empty() || !agreement.announced.empty() ||
      !agreement.effective.empty())
    return true;
  return std::any_of(agreement.ledger.begin(), agreement.ledger.end(),
                     [](const LedgerEntry& e) { return !e.accused.empty(); });
}

}  // namespace hearsay
