#include "stages/places/place_evidence.h"

#include "stages/places/place_words.h"
#include "text/lexicon.h"
#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kCalendar = word_set(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday "
    "saturday sunday jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.");
constexpr auto kParticles = word_set("de la el du del da do dos di des der van von den le al as es");
constexpr auto kSpeech = word_set(
    "say tell add note stress warn claim announce ask deny urge accuse insist reply argue write explain");

bool is_name_word(const Reading& r, uint32_t i) {
  if (i >= r.size() || r.shape(i).kind != WordShape::Kind::kWord) return false;
  const std::string_view low = r.lower(i);
  return r.shape(i).capital || low.starts_with("al-") || low.starts_with("el-") || low.starts_with("ash-") ||
         low.starts_with("as-");
}

// A capital that a name does not begin with, wherever it stands.
bool is_grammatical(WordClass c) {
  return c == WordClass::kPronoun || c == WordClass::kPossessive || c == WordClass::kDeterminer ||
         c == WordClass::kPreposition || c == WordClass::kConjunction || c == WordClass::kSubordinator ||
         c == WordClass::kWh || is_auxiliary(c) || c == WordClass::kTo || c == WordClass::kObject ||
         c == WordClass::kNegation;
}

class Gatherer {
 public:
  Gatherer(const Document& d, const Reading& r, const Knowledge& k, NameLookups& names)
      : d_(d), r_(r), k_(k), names_(names) {}

  PlaceEvidence run() {
    for (const Sentence& s : d_.words.sentences) {
      if (s.part == Part::kTitle) continue;  // capitals of a headline tell nothing
      for (uint32_t i = s.first_word; i < s.last_word; ++i) {
        if (!is_name_word(r_, i)) {
          if (takes_of(r_.lower(i))) noun_of(i, s.last_word);
          continue;
        }
        countries(i);
        person(i, s.first_word, s.last_word);
        located(i, s.first_word, s.last_word);
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view text(uint32_t first, uint32_t last) const {
    return std::string_view(d_.text).substr(r_.shape(first).begin,
                                            r_.shape(last - 1).end - r_.shape(first).begin);
  }

  void countries(uint32_t i) {
    std::string_view seen;
    for (const CountryWord& w : names_.countries(i)) {
      if (w.country->code() == seen) continue;
      seen = w.country->code();
      ++out_.countries[std::string(seen)];
    }
    for (const RegionWord& w : names_.regions(i)) {
      if (w.region->country) ++out_.countries[std::string(w.region->country->code())];
    }
    if (const auto cities = names_.cities(i); cities && cities[0].population > 300000 && !cities[0].is_word)
      ++out_.countries[std::string(cities[0].country->code())];
  }

  // Words of two and more capitals led by a title or a given name, or followed by a verb of speech.
  void person(uint32_t i, uint32_t begin, uint32_t end) {
    if (i > begin && is_name_word(r_, i - 1)) return;
    uint32_t last = i;
    while (last < end && is_name_word(r_, last) && !kCalendar.contains(r_.lower(last)) &&
           !is_grammatical(r_[last]))
      ++last;
    if (last - i < 2) return;
    for (uint32_t k = i; k + 1 < last; ++k) {
      const Found<SectorWord> title = names_.sectors(k);
      const bool titled =
          title && title[0].title && r_.shape(k).begin + title.length() <= r_.shape(last - 2).end;
      // A given name that is a country's too needs a surname that nothing else explains: "Jordan Smith".
      const bool alone = k == i && last - i == 2 && !names_.sectors(i + 1) && !known_otherwise(i + 1) &&
                         precision_of_noun(r_.lower(i + 1)) == Precision::kUnknown;
      const bool given = k_.given_name(r_.word(k)) != nullptr && (alone || !k_.country_by_name(r_.word(k)));
      if (titled || given) {
        const std::string_view surname = r_.word(last - 1);
        if (!is_body_noun(r_.lower(last - 1)) && precision_of_noun(r_.lower(last - 1)) == Precision::kUnknown)
          out_.person_words.insert(std::string(surname));
        return;
      }
    }
    if (last - i <= 3 && last < end && kSpeech.contains(r_.lemma(last)) && (is_finite_verb(r_[last])) &&
        !names_.is_demonym(i) && !names_.countries(i) && !names_.sectors(last - 1) &&
        !names_.organisations(i))
      out_.person_words.insert(std::string(r_.word(last - 1)));
  }

  bool known_otherwise(uint32_t i) const {
    return names_.organisations(i) || names_.armed_groups(i) || names_.is_demonym(i) ||
           kCalendar.contains(r_.lower(i)) || (names_.sectors(i) && is_actor_word(i)) ||
           k_.given_name(r_.word(i));
  }
  bool is_actor_word(uint32_t i) const {
    const Found<SectorWord>& found = names_.sectors(i);
    return found[0].kind == SectorWordKind::kBody || found[0].kind == SectorWordKind::kOffice ||
           found[0].kind == SectorWordKind::kGroup;
  }

  void remember(uint32_t first, uint32_t last, Precision precision) {
    if (first >= last) return;
    const std::string name(text(first, last));
    uint8_t& known = out_.places[name];
    const uint8_t value = static_cast<uint8_t>(precision);
    if (known == 0 || value < known) known = value;
  }

  // "the town of Orvel"
  void noun_of(uint32_t i, uint32_t end) {
    if (i + 2 >= end || r_.lower(i + 1) != "of" || !is_name_word(r_, i + 2)) return;
    const std::string_view noun = r_.lower(i);
    static constexpr auto kVague =
        word_set("state capital part parts side centre center north south east west area port states");
    if (kVague.contains(noun) &&
        (known_otherwise(i + 2) || noun == "part" || noun == "parts" || noun == "side" || noun == "state"))
      return;
    const uint32_t last = end_of_name(r_, names_, i + 2, end);
    if (last == i + 2 || names_.countries(i + 2)) return;
    const Precision precision = precision_of_noun(noun);
    remember(
        i + 2, last,
        precision == Precision::kUnknown || precision == Precision::kNear ? Precision::kExact : precision);
  }

  // "in Orvel"; "Orvel, Mongolia"; "Orvel, a town of 9,000"; "Orvel district"
  void located(uint32_t i, uint32_t begin, uint32_t end) {
    const uint32_t last = end_of_name(r_, names_, i, end);
    if (last == i || (i > begin && is_name_word(r_, i - 1))) return;
    const bool sure = i > begin && is_sure_locative(r_.lower(i - 1));
    const bool known = known_otherwise(i) || names_.countries(i) || names_.outlets(i);
    if (last + 1 < end && r_.word(last) == ",") {
      if (const auto country = names_.countries(last + 1);
          country && country[0].kind == CountryWordKind::kName && !known) {
        const uint32_t after =
            word_past(r_.shape(last + 1).begin + static_cast<uint32_t>(country.length()), last + 1, end);
        // "Orvel, Mongolia and Zambia" is a list.
        const bool list =
            after < end && (r_.lower(after) == "and" ||
                            (r_.word(after) == "," && after + 1 < end && is_name_word(r_, after + 1)));
        if (sure || !list) {
          out_.country_of.emplace(text(i, last), country[0].country->code());
          if (sure) remember(i, last, Precision::kExact);
        }
      }
      if ((r_.lower(last + 1) == "a" || r_.lower(last + 1) == "the") && !known) {
        for (uint32_t k = last + 2; k < end && k < last + 6; ++k) {
          const Precision p = precision_of_noun(r_.lower(k));
          if (p != Precision::kUnknown && takes_of(r_.lower(k))) {
            remember(i, last, p == Precision::kNear ? Precision::kExact : p);
            break;
          }
          if (is_mark(r_[k]) || r_[k] == WordClass::kPreposition) break;
        }
      }
    }
    if (sure && !known && last < end && !is_body_noun(r_.lower(last)) &&
        !out_.person_words.contains(r_.word(last - 1))) {
      // "in Orvel's view" is a person's; "in Operation Dawn", "in Article 5" are none.
      const bool owner = is_possessor_mark(r_.word(last)) &&
                         !(last + 1 < end && precision_of_noun(r_.lower(last + 1)) != Precision::kUnknown);
      const bool numbered = r_.shape(last).kind == WordShape::Kind::kNumber;
      // "in Orlish lands": an adjective that no table has.
      const bool modifies =
          last - i == 1 && (r_[last] == WordClass::kNoun || r_[last] == WordClass::kNouns) &&
          !r_.shape(last).capital && precision_of_noun(r_.lower(last)) == Precision::kUnknown;
      if (!owner && !numbered && !modifies && !plain_word(i, last)) remember(i, last, Precision::kExact);
    }
  }

  // A single capitalised word of the dictionary: "in Parliament", "in Brief".
  bool plain_word(uint32_t i, uint32_t last) const {
    if (last - i > 1) return false;
    if (names_.cities(i) || names_.subdivisions(i) || names_.regions(i)) return false;
    return r_.lower(i).size() < 3 || find_word(r_.lower(i)) != nullptr;
  }

  uint32_t word_past(uint32_t byte, uint32_t from, uint32_t end) const {
    while (from < end && r_.shape(from).begin < byte) ++from;
    return from;
  }

  const Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  NameLookups& names_;
  PlaceEvidence out_;
};

}  // namespace

bool is_calendar_word(std::string_view lower) { return kCalendar.contains(lower); }

PlaceEvidence gather_place_evidence(const Document& document, const Reading& reading,
                                    const Knowledge& knowledge, NameLookups& names) {
  return Gatherer(document, reading, knowledge, names).run();
}

uint32_t end_of_name(const Reading& r, NameLookups& names, uint32_t i, uint32_t end) {
  if (i >= end || !is_name_word(r, i) || is_grammatical(r[i]) || kCalendar.contains(r.lower(i))) return i;
  uint32_t last = i + 1;
  while (last < end && r.shape(last).begin - r.shape(last - 1).end <= 1) {
    const std::string_view low = r.lower(last);
    if (is_name_word(r, last)) {
      if (kCalendar.contains(low) || is_grammatical(r[last]) || is_possessor_mark(r.word(last))) break;
      if (names.is_demonym(last) || names.countries(last)) break;
      if (const auto& title = names.sectors(last); title && title[0].title) break;
      ++last;
    } else if (kParticles.contains(low) && last + 1 < end && is_name_word(r, last + 1)) {
      last += 2;
    } else {
      break;
    }
  }
  return last;
}

}  // namespace hearsay
