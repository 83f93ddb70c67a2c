// What the tables say of the name that begins at a word, each table asked at most once a word.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"
#include "text/reading.h"

namespace hearsay {

// A worker keeps one from page to page, for its memory alone.
class NameLookups {
 public:
  // Begins a page: what was asked before is forgotten. The arguments must outlive the questions.
  void begin(const Document& document, const Reading& reading, const Knowledge& knowledge) {
    text_ = document.text;
    reading_ = &reading;
    knowledge_ = &knowledge;
    ++page_;
    if (answers_.size() < reading.size()) answers_.resize(reading.size());
  }

  [[nodiscard]] const Found<CountryWord>& countries(uint32_t i) {
    return ask(i, 0, &Answers::countries, [&](size_t at) { return knowledge_->country_words(text_, at); });
  }
  [[nodiscard]] const Found<City>& cities(uint32_t i) {
    return ask(i, 1, &Answers::cities, [&](size_t at) { return knowledge_->cities(text_, at); });
  }
  [[nodiscard]] const Found<Subdivision>& subdivisions(uint32_t i) {
    return ask(i, 2, &Answers::subdivisions, [&](size_t at) { return knowledge_->subdivisions(text_, at); });
  }
  [[nodiscard]] const Found<RegionWord>& regions(uint32_t i) {
    return ask(i, 3, &Answers::regions, [&](size_t at) { return knowledge_->regions(text_, at); });
  }
  [[nodiscard]] const Found<People>& peoples(uint32_t i) {
    return ask(i, 4, &Answers::peoples, [&](size_t at) { return knowledge_->peoples(text_, at); });
  }
  [[nodiscard]] const Found<NameOf<Organisation>>& organisations(uint32_t i) {
    return ask(i, 5, &Answers::organisations,
               [&](size_t at) { return knowledge_->organisations(text_, at); });
  }
  [[nodiscard]] const Found<NameOf<ArmedGroup>>& armed_groups(uint32_t i) {
    return ask(i, 6, &Answers::armed_groups, [&](size_t at) { return knowledge_->armed_groups(text_, at); });
  }
  [[nodiscard]] const Found<NameOf<Outlet>>& outlets(uint32_t i) {
    return ask(i, 7, &Answers::outlets, [&](size_t at) { return knowledge_->outlets(text_, at); });
  }
  [[nodiscard]] const Found<SectorWord>& sectors(uint32_t i) {
    return ask(i, 8, &Answers::sectors, [&](size_t at) { return knowledge_->sectors(text_, at); });
  }

  // A nationality, a people, the people of a region: "Orlish", "Kurds".
  [[nodiscard]] bool is_demonym(uint32_t i) {
    for (const CountryWord& w : countries(i)) {
      if (w.kind == CountryWordKind::kAdjective || w.kind == CountryWordKind::kNoun ||
          w.kind == CountryWordKind::kPeople)
        return true;
    }
    for (const RegionWord& w : regions(i)) {
      if (w.demonym) return true;
    }
    return static_cast<bool>(peoples(i));
  }

 private:
  struct Answers {
    uint64_t page = 0;
    uint16_t asked = 0;  // a bit for each table
    Found<CountryWord> countries;
    Found<City> cities;
    Found<Subdivision> subdivisions;
    Found<RegionWord> regions;
    Found<People> peoples;
    Found<NameOf<Organisation>> organisations;
    Found<NameOf<ArmedGroup>> armed_groups;
    Found<NameOf<Outlet>> outlets;
    Found<SectorWord> sectors;
  };

  template <class T, class Look>
  const T& ask(uint32_t i, unsigned bit, T Answers::*member, Look look) {
    Answers& a = answers_[i];
    if (a.page != page_) {
      a.page = page_;
      a.asked = 0;
    }
    if (!(a.asked >> bit & 1u)) {
      a.asked = static_cast<uint16_t>(a.asked | 1u << bit);
      a.*member = look(reading_->shape(i).begin);
    }
    return a.*member;
  }

  std::string_view text_;
  const Reading* reading_ = nullptr;
  const Knowledge* knowledge_ = nullptr;
  std::vector<Answers> answers_;
  uint64_t page_ = 0;
};

}  // namespace hearsay
