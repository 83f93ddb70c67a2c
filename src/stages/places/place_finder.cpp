#include "stages/places/place_finder.h"

#include <algorithm>
#include <cmath>

#include "stages/places/place_words.h"
#include "text/lexicon.h"
#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kBodiesOf = word_set(
    "bank university institute museum church bishop archbishop duke duchess prince princess king queen earl "
    "lord council court party union "
    "association academy college tower treaty battle declaration agreement peace congress mayor ministry "
    "parliament");
// How a place's name was found in the tables, before it is chosen among its namesakes.
struct Candidate {
  uint32_t last = 0;  // one past its last word
  size_t bytes = 0;
  bool country = false, capital = false;
};

class Finder {
 public:
  Finder(const Document& d, const Reading& r, const Knowledge& k, NameLookups& names, const PlaceEvidence& e,
         const Sentence& s, std::vector<PlaceMention>& out)
      : d_(d),
        r_(r),
        k_(k),
        names_(names),
        e_(e),
        begin_(s.first_word),
        end_(s.last_word),
        title_(s.part == Part::kTitle),
        out_(out) {}

  void run() {
    for (uint32_t i = begin_; i < end_;) i = at(i);
  }

 private:
  size_t byte(uint32_t i) const { return r_.shape(i).begin; }
  bool is_word(uint32_t i) const { return i < end_ && r_.shape(i).kind == WordShape::Kind::kWord; }
  bool capital(uint32_t i) const { return is_word(i) && r_.shape(i).capital; }
  std::string_view before(uint32_t i, uint32_t back = 1) const {
    return i >= begin_ + back ? r_.lower(i - back) : std::string_view{};
  }
  std::string_view text(uint32_t first, uint32_t last) const {
    return std::string_view(d_.text).substr(r_.shape(first).begin,
                                            r_.shape(last - 1).end - r_.shape(first).begin);
  }
  uint32_t word_past(size_t end_byte, uint32_t from) const {
    while (from < end_ && r_.shape(from).end <= end_byte) ++from;
    // A match may end inside a word ("Aleppo-based"): that word is not the place's.
    return from;
  }

  // Reads what begins at word i and gives the word to go on with.
  uint32_t at(uint32_t i) {
    if (!is_word(i)) return i + 1;
    const bool lower_name = r_.lower(i).starts_with("al-") || r_.lower(i).starts_with("el-");
    if (!r_.shape(i).capital && !lower_name) return i + 1;
    if (is_calendar_word(r_.lower(i))) return i + 1;
    if (const uint32_t past = other_name(i); past > i) return past;
    Candidate c = known(i);
    if (!c.last) {
      c = unknown(i);
      if (!c.last) return i + 1;
      return take_unknown(i, c.last);
    }
    if (inside_other(i, c)) return c.last;
    if (c.country) return take_country(i, c);
    return take_town(i, c);
  }

  // Bodies, groups and outlets whose name goes beyond a place's.
  uint32_t other_name(uint32_t i) const {
    size_t longest = 0;
    if (const auto o = names_.organisations(i)) longest = std::max(longest, o.length());
    if (const auto g = names_.armed_groups(i)) longest = std::max(longest, g.length());
    if (const auto o = names_.outlets(i); o && !o[0].weak) longest = std::max(longest, o.length());
    if (!longest) return i;
    size_t place = 0;
    if (const auto c = names_.countries(i)) place = std::max(place, c.length());
    if (const auto c = names_.cities(i)) place = std::max(place, c.length());
    if (const auto c = names_.subdivisions(i)) place = std::max(place, c.length());
    if (const auto c = names_.regions(i)) place = std::max(place, c.length());
    if (longest <= place) return i;
    return std::max(i + 1, word_past(byte(i) + longest, i));
  }

  // The longest name of the tables; a country before a town of the same length, a town before a province.
  Candidate known(uint32_t i) const {
    Candidate best;
    const auto consider = [&](size_t bytes, bool country) {
      if (bytes <= best.bytes) return;
      const uint32_t last = word_past(byte(i) + bytes, i);
      if (last == i) return;  // part of a longer word
      if (r_.shape(last - 1).end != byte(i) + bytes) return;
      best = {last, bytes, country, false};
    };
    if (const auto words = names_.countries(i)) {
      bool name = false, other = false;
      for (const CountryWord& w : words) {
        name = name || w.kind == CountryWordKind::kName;
        other = other || w.kind == CountryWordKind::kAdjective || w.kind == CountryWordKind::kPeople ||
                w.kind == CountryWordKind::kNoun;
      }
      if (name)
        consider(words.length(), true);
      else if (other && !names_.cities(i))
        return {};
    }
    if (const auto found = names_.cities(i)) consider(found.length(), false);
    if (const auto found = names_.regions(i); found && !found[0].demonym) consider(found.length(), false);
    if (const auto found = names_.subdivisions(i)) consider(found.length(), false);
    return best;
  }

  // A name that the page itself calls a place, or that a noun of place beside it makes one.
  Candidate unknown(uint32_t i) const {
    const uint32_t last = end_of_name(r_, names_, i, end_);
    for (uint32_t l = last; l > i; --l) {
      const auto found = e_.places.find(text(i, l));
      if (found == e_.places.end()) continue;
      if (l == i + 1 && e_.person_words.contains(r_.word(i))) continue;
      return {l, text(i, l).size(), false, false};
    }
    if (last == i || title_) return {};
    // "Mogambo neighbourhood", "Al Tal Hospital", "Ylva river"
    uint32_t name_end = last;
    uint32_t noun = last;
    while (name_end > i && precision_of_noun(r_.lower(name_end - 1)) != Precision::kUnknown)
      --name_end, noun = name_end;
    if (name_end == i) return {};
    if (noun >= end_ || precision_of_noun(r_.lower(noun)) == Precision::kUnknown) return {};
    if (!fits_noun(i, name_end, noun)) return {};
    return {name_end, text(i, name_end).size(), false, false};
  }

  // Nouns that mean something else after a name more often than not stay out: "Tal camp" and "Orlan state"
  // are no places.
  bool fits_noun(uint32_t first, uint32_t last, uint32_t noun) const {
    static constexpr auto kLoose = word_set(
        "state states capital department front republic territory base plain plains pass market market's "
        "hills hill area");
    const std::string_view n = r_.lower(noun);
    const std::string_view name = r_.word(first);
    if (last - first == 1 && e_.person_words.contains(name)) return false;
    if (names_.organisations(first) || names_.armed_groups(first) || names_.outlets(first)) return false;
    if (k_.given_name(name) || names_.is_demonym(first)) return false;
    if (const auto s = names_.sectors(first); s && last - first == 1) return false;
    if (first == begin_ && find_word(r_.lower(first))) return false;
    if (find_word(r_.lower(last - 1)) && last - first == 1 && !r_.shape(noun).capital) return false;
    if (kLoose.contains(n))
      return is_locative(before(first)) || (before(first) == "the" && is_locative(before(first, 2)));
    return true;
  }

  // Whether the name is part of a person's, a body's or a thing's name.
  bool inside_other(uint32_t i, const Candidate& c) const {
    const std::string_view prior = before(i);
    // Bank of England, University of the West
    if (prior == "of" || (prior == "the" && before(i, 2) == "of")) {
      const uint32_t of = prior == "of" ? i - 1 : i - 2;
      if (of > begin_ && capital(of - 1) && kBodiesOf.contains(r_.lower(of - 1))) return true;
    }
    if (title_) return capital(c.last) && e_.person_words.contains(r_.word(c.last));
    if (capital(c.last) && r_.shape(c.last).begin == r_.shape(c.last - 1).end + 1) {
      // Orvel University, Orvel Post
      if (is_body_noun(r_.lower(c.last))) return true;
      // Jordan Smith, Paris Tal: a given name that is a place's too, and a surname.
      const bool surname = !c.country || k_.given_name(r_.word(i));
      if (surname && c.last - i == 1 && follows_as_name(c.last)) return true;
    }
    if (i > begin_ && capital(i - 1) && r_.shape(i - 1).end + 1 == byte(i)) {
      if (k_.given_name(r_.word(i - 1)) && !names_.countries(i - 1)) return true;
      if (ends_title(i)) return true;
    }
    if (!c.country && c.last - i == 1 && e_.person_words.contains(r_.word(i))) return true;
    return false;
  }

  // The capitalised word at `i` continues a name: no title, demonym, month, noun of place, known name.
  bool follows_as_name(uint32_t i) const {
    if (precision_of_noun(r_.lower(i)) != Precision::kUnknown || names_.is_demonym(i)) return false;
    if (names_.countries(i) || names_.sectors(i) || names_.organisations(i)) return false;
    return end_of_name(r_, names_, i, end_) > i;
  }

  // "President Jordan": a title that takes a name ends right before.
  bool ends_title(uint32_t i) const {
    for (uint32_t from = i > begin_ + 4 ? i - 4 : begin_; from < i; ++from) {
      if (!is_word(from)) continue;
      const auto title = names_.sectors(from);
      if (title && title[0].title && byte(from) + title.length() == r_.shape(i - 1).end && capital(i - 1))
        return true;
    }
    return false;
  }

  void push(uint32_t first, uint32_t last, PlaceMention place) const {
    place.span = {r_.shape(first).begin, r_.shape(last - 1).end};
    out_.push_back(std::move(place));
  }

  // Widens a name by a direction before it: "eastern Orvel".
  uint32_t with_direction(uint32_t i) const {
    return i > begin_ && is_direction(r_.lower(i - 1)) && !title_ ? i - 1 : i;
  }

  uint32_t take_country(uint32_t i, const Candidate& c) {
    PlaceMention place;
    for (const CountryWord& w : names_.countries(i)) {
      if (w.kind != CountryWordKind::kName) continue;
      place.country = std::string(w.country->code());
      break;
    }
    place.precision = static_cast<uint8_t>(Precision::kCountry);
    const uint32_t first = with_direction(i);
    if (first < i) place.precision = static_cast<uint8_t>(Precision::kPart);
    push(first, c.last, std::move(place));
    return c.last;
  }

  // A capital without a preposition of place is its government: "Orvel said", "talks with Orvel".
  bool is_government(uint32_t i, uint32_t last) const {
    const std::string_view prior = before(i);
    // "in Orvel's relations with", but "in Orvel's suburbs"
    if (is_possessor_mark(r_.word(last)) && last + 1 < end_ && !capital(last + 1) &&
        precision_of_noun(r_.lower(last + 1)) == Precision::kUnknown)
      return true;
    if (is_locative(prior) && prior != "of" && prior != "to" && prior != "from" && prior != "between")
      return false;
    if (prior == "of" && before(i, 2) != "" && precision_of_noun(before(i, 2)) != Precision::kUnknown)
      return false;
    if (is_direction(prior)) return false;
    if (r_.word(last) == "," && last + 1 < end_ && names_.countries(last + 1)) return false;
    if (precision_of_noun(r_.lower(last)) != Precision::kUnknown) return false;
    if (i == begin_ && (r_.word(last) == "(" || r_.lower(last) == "\u2013" || r_.lower(last) == "\u2014" ||
                        r_.word(last) == "--" || r_.word(last) == "," || r_.word(last) == ":"))
      return false;
    if (is_possessor_mark(r_.word(last))) return true;
    const WordClass next = r_[last];
    if ((is_finite_verb(next) || is_auxiliary(next)) && !is_locative(prior)) return true;
    if (prior == "to" || prior == "from") return !moves(i);
    return !is_locative(prior) || title_;
  }

  // A verb of movement before "to": "flew to Orvel".
  bool moves(uint32_t i) const {
    static constexpr auto kMoving = word_set(
        "fly go travel come return drive march move send head arrive flee visit trip flight road back way "
        "deploy escape bring take walk convoy route ship journey transfer");
    for (uint32_t k = i; k-- > begin_ && k + 8 > i;) {
      if (kMoving.contains(r_.lemma(k))) return true;
    }
    return false;
  }

  uint32_t take_town(uint32_t i, const Candidate& c) {
    const std::string_view name = text(i, c.last);
    bool is_capital = false;
    for (const CountryWord& w : names_.countries(i))
      is_capital = is_capital || w.kind == CountryWordKind::kCapital || w.kind == CountryWordKind::kMetonym;
    if (is_capital && is_government(i, c.last)) return c.last;
    const bool located = is_locative(before(i)) || is_direction(before(i));
    PlaceMention place;
    if (!choose(i, c, name, located, is_capital, place)) return c.last;
    uint32_t first = i, last = c.last;
    last = with_noun(last, place);
    if (const uint32_t wider = with_direction(i); wider < i) {
      first = wider;
      if (place.precision == static_cast<uint8_t>(Precision::kExact))
        place.precision = static_cast<uint8_t>(Precision::kNear);
      if (place.precision == static_cast<uint8_t>(Precision::kProvince))
        place.precision = static_cast<uint8_t>(Precision::kPart);
    } else if (before(i) == "near" || before(i) == "outside" ||
               (before(i) == "of" && takes_of(before(i, 2)) && is_direction(before(i, 2)))) {
      if (place.precision == static_cast<uint8_t>(Precision::kExact))
        place.precision = static_cast<uint8_t>(Precision::kNear);
    }
    push(first, last, std::move(place));
    return last;
  }

  // "Orvel city", "Orvel province", "Orvel International Airport": the noun belongs to the name and gives the
  // precision.
  uint32_t with_noun(uint32_t last, PlaceMention& place) const {
    uint32_t k = last;
    if (capital(k) && (r_.lower(k) == "international" || r_.lower(k) == "central" ||
                       r_.lower(k) == "military" || r_.lower(k) == "general"))
      ++k;
    if (!is_word(k)) return last;
    const std::string_view noun = r_.lower(k);
    const Precision precision = precision_of_noun(noun);
    if (precision == Precision::kUnknown) return last;
    static constexpr auto kLoose = word_set(
        "state states capital department front republic border station market area camp base port territory "
        "school clinic hotel bridge crossing region mine");
    if (kLoose.contains(noun) && !r_.shape(k).capital && noun != "area" && noun != "region") return last;
    place.precision = static_cast<uint8_t>(precision);
    return k + 1;
  }

  // The likeliest of the namesakes. False where none is likely enough for the capital alone.
  bool choose(uint32_t i, const Candidate& c, std::string_view name, bool located, bool is_capital,
              PlaceMention& place) const {
    std::string_view said;  // the country named right behind
    if (const auto found = e_.country_of.find(name); found != e_.country_of.end()) said = found->second;
    if (c.last + 1 < end_ && r_.word(c.last) == ",") {
      for (const CountryWord& w : names_.countries(c.last + 1)) {
        if (w.kind == CountryWordKind::kName) said = w.country->code();
      }
      if (said.empty()) {
        if (const auto s = names_.subdivisions(c.last + 1)) said = s[0].country->code();
      }
    }
    const bool province_noun = precision_of_noun(r_.lower(c.last)) == Precision::kProvince ||
                               precision_of_noun(r_.lower(c.last)) == Precision::kDistrict;
    const auto regions = names_.regions(i);
    if (regions && !regions[0].demonym && regions.length() == c.bytes)
      return region(*regions[0].region, place);
    const auto cities = names_.cities(i);
    const auto provinces = names_.subdivisions(i);
    const City* best = nullptr;
    double best_score = -1;
    if (cities && cities.length() == c.bytes) {
      for (const City& city : cities) {
        double score = std::log10(static_cast<double>(std::max<uint32_t>(city.population, 1)));
        const std::string_view iso = city.country ? city.country->code() : std::string_view{};
        if (!said.empty()) score += iso == said ? 10 : -4;
        if (e_.weight_of(iso) > 0) score += 0.25 + std::min(0.3, 0.05 * e_.weight_of(iso));
        if (score > best_score) {
          best_score = score;
          best = &city;
        }
      }
    }
    const std::string_view iso = best ? best->country->code() : std::string_view{};
    const bool in_story =
        best && (e_.weight_of(iso) > (best->population > 300000 && !best->is_word ? 0 : 1) || iso == said);
    const bool small = best && best->population < 100000 && !in_story && said != iso && !is_capital;
    const bool province = provinces && provinces.length() == c.bytes && (province_noun || !best || small);
    if (best && !province) {
      const bool sure_place = located && is_sure_locative(before(i));
      const bool settled = e_.places.contains(name);
      if (best->is_word && !sure_place && said.empty() && !settled) return false;
      if (small) {
        // A small namesake in a country that the page never names: the place is one that the tables lack, if
        // it is one.
        if (!sure_place && !settled) return false;
        place.precision = static_cast<uint8_t>(Precision::kExact);
        return true;
      }
      if (best->population < 50000 && !located && said.empty() && !settled && k_.given_name(name))
        return false;
      place.gazetteer_id = best->geonameid;
      place.latitude = best->latitude;
      place.longitude = best->longitude;
      place.country = std::string(iso);
      place.precision = static_cast<uint8_t>(Precision::kExact);
      return true;
    }
    if (province) {
      const Subdivision* chosen = nullptr;
      for (const Subdivision& s : provinces) {
        const bool fits = !said.empty() ? s.country->code() == said : e_.weight_of(s.country->code()) > 0;
        if (fits && (!chosen || e_.weight_of(s.country->code()) > e_.weight_of(chosen->country->code())))
          chosen = &s;
      }
      if (!chosen) {
        if (!province_noun && !located) return false;
        for (const Subdivision& s : provinces) {
          if (!chosen || s.country->population > chosen->country->population) chosen = &s;
        }
      }
      if (!located && !province_noun && said.empty() && find_word_of(name)) return false;
      place.country = std::string(chosen->country->code());
      place.precision = static_cast<uint8_t>(Precision::kProvince);
      // The middle of a province is not known; its namesake town stands in it.
      for (const City& city : cities) {
        if (city.country && city.country->code() == place.country) {
          place.latitude = city.latitude;
          place.longitude = city.longitude;
          break;
        }
      }
      return true;
    }
    return false;
  }

  static bool find_word_of(std::string_view name) {
    std::string low(name);
    for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return find_word(low) != nullptr;
  }

  bool region(const Region& region, PlaceMention& place) const {
    if (region.country) place.country = std::string(region.country->code());
    if (region.has_point) {
      place.latitude = region.latitude;
      place.longitude = region.longitude;
    }
    switch (region.kind) {
      case RegionKind::kContinent:
      case RegionKind::kBloc:
      case RegionKind::kFormer:
        place.precision = static_cast<uint8_t>(Precision::kCountry);
        break;
      case RegionKind::kWaters:
        place.precision = static_cast<uint8_t>(Precision::kLine);
        break;
      case RegionKind::kSite:
        place.precision = static_cast<uint8_t>(Precision::kExact);
        break;
      default:
        place.precision = static_cast<uint8_t>(region.country ? Precision::kPart : Precision::kCountry);
    }
    return true;
  }

  uint32_t take_unknown(uint32_t i, uint32_t last) {
    PlaceMention place;
    const auto found = e_.places.find(text(i, last));
    place.precision = found == e_.places.end() ? static_cast<uint8_t>(Precision::kExact) : found->second;
    if (const auto country = e_.country_of.find(text(i, last)); country != e_.country_of.end())
      place.country = country->second;
    // The noun may be part of the name or stand behind it.
    uint32_t end = last;
    if (end < end_ && precision_of_noun(r_.lower(end)) != Precision::kUnknown) {
      const bool loose = r_.lower(end) == "state" || r_.lower(end) == "front" || r_.lower(end) == "capital";
      if (!loose || found == e_.places.end()) {
        place.precision = static_cast<uint8_t>(precision_of_noun(r_.lower(end)));
        ++end;
      }
    }
    uint32_t first = with_direction(i);
    if (first < i && place.precision == static_cast<uint8_t>(Precision::kExact))
      place.precision = static_cast<uint8_t>(Precision::kNear);
    if (first == i && (before(i) == "near" || before(i) == "outside") &&
        place.precision == static_cast<uint8_t>(Precision::kExact))
      place.precision = static_cast<uint8_t>(Precision::kNear);
    push(first, end, std::move(place));
    return end;
  }

  const Document& d_;
  const Reading& r_;
  const Knowledge& k_;
  NameLookups& names_;
  const PlaceEvidence& e_;
  uint32_t begin_, end_;
  bool title_;
  std::vector<PlaceMention>& out_;
};

}  // namespace

void find_places(const Document& document, const Reading& reading, const Knowledge& knowledge,
                 NameLookups& names, const PlaceEvidence& evidence, const Sentence& sentence,
                 std::vector<PlaceMention>& out) {
  Finder(document, reading, knowledge, names, evidence, sentence, out).run();
}

}  // namespace hearsay
