#include "stages/actors/name_elements.h"

#include <algorithm>

#include "record/word_index.h"
#include "stages/actors/actor_words.h"
#include "text/lemma.h"
#include "text/lexicon.h"
#include "text/tokenizer.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kCalendar = word_set(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday "
    "saturday sunday jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mr. mrs. ms.");
constexpr auto kInnerSmall = word_set("of for and the on in to");
// Nouns of time that stand as adverbs.
constexpr auto kDays = word_set("today yesterday tomorrow tonight overnight meanwhile ago");
// Capitalised, these end no name of a person.
constexpr auto kNeverName =
    word_set("i the a an and but or he she it they we you this that these those his her its their our");

// Classes that no piece of a phrase has, where it is not a name.
bool is_grammatical(WordClass c) {
  return c == WordClass::kPronoun || c == WordClass::kObject || c == WordClass::kPossessive ||
         c == WordClass::kDeterminer || c == WordClass::kPreposition || c == WordClass::kConjunction ||
         c == WordClass::kSubordinator || c == WordClass::kWh || c == WordClass::kTo ||
         c == WordClass::kNegation || c == WordClass::kModal || c == WordClass::kDo ||
         c == WordClass::kComma || c == WordClass::kStop || c == WordClass::kMark;
}

bool is_nominal(WordClass c) {
  return c == WordClass::kNoun || c == WordClass::kNouns || c == WordClass::kAdjective ||
         c == WordClass::kNumber || c == WordClass::kName;
}

// A word that joins the name of a body to what it is for.
bool low_joined(const Reading& r, uint32_t i) {
  return r.lower(i) == "of" || r.lower(i) == "for" || r.lower(i) == "on" || r.lower(i) == "to";
}

}  // namespace

ElementReader::ElementReader(const Document& document, const Reading& reading, const Knowledge& knowledge,
                             ElementMemory& memory)
    : d_(document), r_(reading), k_(knowledge), place_of_(reading.size(), kNone), memory_(memory) {
  ++memory_.page;
  for (std::vector<ElementMemory::Kept>* kept : {&memory_.elements, &memory_.entries, &memory_.sectors}) {
    if (kept->size() < reading.size()) kept->resize(reading.size());
  }
  for (uint32_t p = 0; p < document.places.size(); ++p) {
    const WordRange range = words_in(document.words, document.places[p].span);
    for (uint32_t i = range.first; i < range.last; ++i) place_of_[i] = p;
  }
}

// "The general condemned Orvel": a past form with what can be its object or clause behind it, whatever class
// was guessed.
bool ElementReader::may_be_verb(uint32_t i, uint32_t end) const {
  if (i + 1 >= end || r_.shape(i).capital || !r_.lower(i).ends_with("ed")) return false;
  const WordClass next = r_[i + 1];
  const bool object = r_.shape(i + 1).capital || next == WordClass::kDeterminer ||
                      next == WordClass::kPronoun || next == WordClass::kPossessive ||
                      next == WordClass::kSubordinator || next == WordClass::kPreposition ||
                      next == WordClass::kTo;
  return object && !verb_lemma(r_.lower(i)).empty();
}

// Whether the word before `i` is a nationality.
bool ElementReader::is_demonym_word(uint32_t i) const {
  if (i == 0 || !r_.shape(i - 1).capital || r_.shape(i).sentence_start) return false;
  for (const CountryWord& w : k_.country_words(d_.text, r_.shape(i - 1).begin)) {
    if (w.kind == CountryWordKind::kAdjective) return true;
  }
  return false;
}

std::string_view ElementReader::country_of_place(uint32_t i) const {
  return i < place_of_.size() && place_of_[i] != kNone ? std::string_view(d_.places[place_of_[i]].country)
                                                       : std::string_view{};
}

uint32_t ElementReader::word_past(size_t byte, uint32_t from, uint32_t end) const {
  uint32_t i = from;
  while (i < end && r_.shape(i).end <= byte) ++i;
  return i;
}

bool ElementReader::is_capital_name(uint32_t i) const {
  if (i >= r_.size() || r_.shape(i).kind != WordShape::Kind::kWord) return false;
  const std::string_view low = r_.lower(i);
  if (!r_.shape(i).capital)
    return (low.starts_with("al-") || low.starts_with("el-") || low.starts_with("ash-")) && low.size() > 4;
  return !kCalendar.contains(low) && !kNeverName.contains(low) && !is_possessor_mark(r_.word(i));
}

// The first word of a sentence, and a word of the dictionary: its capital says nothing.
bool ElementReader::common_at_start(uint32_t i) const {
  if (!r_.shape(i).sentence_start && !(i > 0 && r_[i - 1] == WordClass::kOpen)) return false;
  if (is_known_name(r_.word(i))) return false;
  if (const GivenName* given = k_.given_name(r_.word(i)); given && !given->is_word) return false;
  return find_word(r_.lower(i)) != nullptr || (r_[i] != WordClass::kName);
}

bool ElementReader::weak_name_stands(uint32_t first, uint32_t last, uint32_t end) const {
  static constexpr auto kBeside = word_set(
      "group militants fighters agency newspaper magazine news jihadists terrorists channel network daily "
      "weekly reported report reports said");
  if (last < end && kBeside.contains(r_.lower(last))) return true;
  if (first > 0 && !r_.shape(first).sentence_start) {
    const std::string_view prior = r_.lower(first - 1);
    if (prior == "newspaper" || prior == "agency" || prior == "magazine" || prior == "tabloid" ||
        prior == "daily" || prior == "told")
      return true;
  }
  return is_known_name(r_.word(first));
}

const Element& ElementReader::table_entry(uint32_t i, uint32_t end) const {
  ElementMemory::Kept& kept = memory_.entries[i];
  if (kept.page != memory_.page || kept.end != end) kept = {memory_.page, end, find_entry(i, end)};
  return kept.element;
}

const Element& ElementReader::sector(uint32_t i, uint32_t end) const {
  ElementMemory::Kept& kept = memory_.sectors[i];
  if (kept.page != memory_.page || kept.end != end) kept = {memory_.page, end, find_sector(i, end)};
  return kept.element;
}

// Bodies, groups, outlets, countries and peoples by name: the longest, in this order where they are as long.
Element ElementReader::find_entry(uint32_t i, uint32_t end) const {
  Element best;
  if (r_.shape(i).kind != WordShape::Kind::kWord) return best;
  if (!r_.shape(i).capital && !is_capital_name(i) &&
      !(is_place(i) && d_.places[place_of_[i]].span.begin == r_.shape(i).begin))
    return best;
  const size_t at = r_.shape(i).begin;
  size_t longest = 0;
  const auto consider = [&](size_t length, ElementKind kind) {
    if (length <= longest) return false;
    const uint32_t last = word_past(at + length, i, end);
    if (last == i || r_.shape(last - 1).end != at + length) return false;
    longest = length;
    best = {};
    best.kind = kind;
    best.first = i;
    best.last = last;
    return true;
  };
  if (const auto found = k_.organisations(d_.text, at)) {
    const uint32_t last = word_past(at + found.length(), i, end);
    if ((!found[0].weak || weak_name_stands(i, last, end)) &&
        consider(found.length(), ElementKind::kOrganisation)) {
      best.code = found[0].entry->code;
      best.name = found[0].entry->name;
    }
  }
  if (const auto found = k_.armed_groups(d_.text, at)) {
    const uint32_t last = word_past(at + found.length(), i, end);
    if ((!found[0].weak || weak_name_stands(i, last, end)) &&
        consider(found.length(), ElementKind::kArmedGroup)) {
      best.code = found[0].entry->code;
      best.name = found[0].entry->name;
    }
  }
  if (const auto found = k_.outlets(d_.text, at)) {
    const uint32_t last = word_past(at + found.length(), i, end);
    if ((!found[0].weak || weak_name_stands(i, last, end)) &&
        consider(found.length(), ElementKind::kOutlet)) {
      best.name = found[0].entry->name;
      if (found[0].entry->country) best.country = found[0].entry->country->code();
    }
  }
  if (const auto found = k_.country_words(d_.text, at)) {
    bool name = false, demonym = false, people = false;
    std::string_view iso;
    for (const CountryWord& w : found) {
      const bool is_name = w.kind == CountryWordKind::kName;
      if (is_name && !name) iso = w.country->code();
      name = name || is_name;
      demonym = demonym || w.kind == CountryWordKind::kAdjective || w.kind == CountryWordKind::kNoun;
      people = people || w.kind == CountryWordKind::kPeople || w.kind == CountryWordKind::kNoun;
      if (iso.empty()) iso = w.country->code();
    }
    const uint32_t last = word_past(at + found.length(), i, end);
    const ElementKind kind = name                ? ElementKind::kCountry
                             : demonym || people ? ElementKind::kDemonym
                                                 : ElementKind::kMetonym;
    // A capital where something happens is a place.
    if (!(kind == ElementKind::kMetonym && last > i && is_place(i))) {
      if (consider(found.length(), kind)) {
        best.country = iso;
        best.adjective = demonym;
        best.people = people;
      }
    }
  }
  if (const auto found = k_.regions(d_.text, at); found && !found[0].demonym &&
                                                  found[0].region->kind == RegionKind::kBreakaway &&
                                                  found[0].region->country) {
    // A breakaway region acts by itself; its code is the state's with a sector of its own.
    const bool placed = i > 0 && is_place_preposition(r_.lower(i - 1));
    if (!placed && consider(found.length(), ElementKind::kNamedBody)) {
      best.country = found[0].region->country->code();
      best.sector = "PRE";
    }
  }
  if (const auto found = k_.regions(d_.text, at); found && found[0].demonym) {
    if (consider(found.length(), ElementKind::kDemonym)) {
      if (found[0].region->country) best.country = found[0].region->country->code();
      best.adjective = best.people = true;
    }
  }
  if (const auto found = k_.peoples(d_.text, at)) {
    if (consider(found.length(), ElementKind::kDemonym)) {
      if (found[0].country) best.country = found[0].country->code();
      best.adjective = best.people = true;
      best.name = found[0].name;
      if (found[0].religious) best.sector = "REL";
    }
  }
  if (is_place(i) && best.kind != ElementKind::kOrganisation && best.kind != ElementKind::kNamedBody &&
      best.kind != ElementKind::kArmedGroup && best.kind != ElementKind::kOutlet) {
    const PlaceMention& place = d_.places[place_of_[i]];
    const bool country = place.precision == 7 || best.kind == ElementKind::kCountry;
    if (!country && place.span.end - at >= longest) {
      best = {};
      best.kind = ElementKind::kPlace;
      best.first = i;
      best.last = std::min(end, word_past(place.span.end, i, end));
      best.country = place.country;
    }
  }
  return best;
}

Element ElementReader::find_sector(uint32_t i, uint32_t end) const {
  Element e;
  if (r_.shape(i).kind != WordShape::Kind::kWord) return e;
  const auto found = k_.sectors(d_.text, r_.shape(i).begin);
  if (!found) return e;
  const uint32_t last = word_past(r_.shape(i).begin + found.length(), i, end);
  if (last == i || r_.shape(last - 1).end != r_.shape(i).begin + found.length()) return e;
  // A single word may be a verb ("head", "guard", "rebel") or an adjective ("general").
  if (last == i + 1) {
    WordClass c = r_[i];
    // "by Orlish forces": what follows a nationality or an article is no verb, whatever the neighbours say.
    if (is_verb(c) && i > 0) {
      const WordClass prior = r_[i - 1];
      if (prior == WordClass::kDeterminer || prior == WordClass::kPossessive ||
          prior == WordClass::kAdjective || prior == WordClass::kClitic || is_demonym_word(i))
        c = WordClass::kNoun;
    }
    if (is_verb(c) && c != WordClass::kParticiple) return e;
    if (is_auxiliary(c) || c == WordClass::kAdverb || c == WordClass::kPreposition) return e;
    const bool title = (found[0].title && last < end && is_capital_name(last)) || may_be_verb(last, end);
    if (c == WordClass::kAdjective && found[0].weak && last < end && is_nominal(r_[last]) && !title) return e;
  }
  e.kind = ElementKind::kSector;
  e.first = i;
  e.last = last;
  e.word = found[0];
  e.sector = found[0].sector;
  return e;
}

// "Northern Dawn Front", "Institute for Armed Conflict Studies", "Radio Orvel", "Red Crescent".
Element ElementReader::named_body(uint32_t i, uint32_t end) const {
  Element e;
  if (!is_capital_name(i) || !r_.shape(i).capital) return e;
  uint32_t last = i, body = 0;
  std::string_view sector;
  for (uint32_t k = i; k < end && k < i + 9; ++k) {
    if (k > i && r_.shape(k).begin > r_.shape(k - 1).end + 1) break;
    if (!is_capital_name(k)) {
      // "Ministry of Health and Labour", but not "the Front and the Brigade"
      const bool list = r_.lower(k) == "and" && k < i + 3;
      const bool joins = k > i && k + 1 < end && kInnerSmall.contains(r_.lower(k)) && !list &&
                         (body > 0 && body == i + 1) &&
                         (is_capital_name(k + 1) ||
                          (r_.lower(k) != "and" && r_.lower(k + 1) == "the" && is_capital_name(k + 2)));
      if (!joins) break;
      continue;
    }
    const std::string_view low = r_.lower(k);
    if (k > i) {  // another name begins here: "Orvel-led Syrian Democratic Forces"
      const Element inner = table_entry(k, end);
      const bool entry = inner.kind == ElementKind::kOrganisation || inner.kind == ElementKind::kArmedGroup ||
                         inner.kind == ElementKind::kOutlet;
      if (entry && inner.last > k + 1) return e;
    }
    const std::string_view s =
        is_media_word(low) && k > i ? std::string_view("JRN") : sector_of_body_word(low);
    if (k == i && common_at_start(k) && s.empty() &&
        !(k + 1 < end && is_capital_name(k + 1) && r_[k] == WordClass::kAdjective))
      break;
    last = k + 1;
    if (!s.empty()) {
      // The last such word decides, but one that begins a name ("Institute for ...") keeps it.
      if (body != i + 1) sector = s;
      body = k + 1;
    } else if (k == i && (low == "radio" || low == "television" || low == "tv")) {
      sector = "JRN";
      body = k + 1;
    }
  }
  if (!body) return e;
  if (body == i + 1 && (low_joined(r_, i + 1) || sector == "JRN")) {
    // begins with the word of the body and goes on with "for", "of", or the name of a station
    if (last <= i + 1) return e;
    e.last = last;
  } else {
    if (body <= i + 1) return e;  // the word alone is no name
    e.last = body;
  }
  e.kind = ElementKind::kNamedBody;
  e.first = i;
  e.sector = sector;
  return e;
}

Element ElementReader::name(uint32_t i, uint32_t end) const {
  Element e;
  if (!is_capital_name(i)) return e;
  if (common_at_start(i) && !(i + 1 < end && is_capital_name(i + 1) && k_.given_name(r_.word(i)))) return e;
  if (title_ && !is_known_name(r_.word(i))) return e;
  uint32_t last = i + 1;
  while (last < end && r_.shape(last).begin <= r_.shape(last - 1).end + 1) {
    if (is_capital_name(last)) {
      if (title_ && !is_known_name(r_.word(last))) break;
      const Element table = table_entry(last, end);
      if (table.kind == ElementKind::kDemonym || table.kind == ElementKind::kOrganisation ||
          table.kind == ElementKind::kOutlet)
        break;
      if (table.kind == ElementKind::kCountry && !k_.given_name(r_.word(last))) break;
      const Element title = sector(last, end);
      if (title.kind == ElementKind::kSector && title.word.title && title.last < end &&
          is_capital_name(title.last))
        break;
      ++last;
    } else if (is_name_particle(r_.lower(last)) && last + 1 < end && is_capital_name(last + 1)) {
      last += 2;
    } else {
      break;
    }
  }
  e.kind = ElementKind::kName;
  e.first = i;
  e.last = last;
  return e;
}

// A modifier or a name between quotation marks or brackets, with more of the phrase behind it or alone.
Element ElementReader::quoted(uint32_t i, uint32_t end) const {
  Element e;
  const bool bracket = r_.word(i) == "(" || r_.word(i) == "[";
  if (!bracket && r_[i] != WordClass::kOpen) return e;
  for (uint32_t k = i + 1; k < end && k < i + 6; ++k) {
    const bool closes = bracket ? r_.word(k) == ")" || r_.word(k) == "]" : r_[k] == WordClass::kClose;
    if (!closes) {
      const bool ends = k + 1 < end && (bracket ? r_.word(k + 1) == ")" || r_.word(k + 1) == "]"
                                                : r_[k + 1] == WordClass::kClose);
      if (ends && (r_[k] == WordClass::kStop || r_[k] == WordClass::kComma)) continue;  // "Orlish Truth."
      if (is_verb(r_[k]) && r_[k] != WordClass::kParticiple) return e;
      if (r_[k] == WordClass::kPronoun || is_auxiliary(r_[k]) || r_[k] == WordClass::kStop ||
          r_[k] == WordClass::kComma)
        return e;
      continue;
    }
    if (k == i + 1) return e;
    const uint32_t inner_end = r_[k - 1] == WordClass::kStop || r_[k - 1] == WordClass::kComma ? k - 1 : k;
    Element inner = at(i + 1, inner_end);
    const bool whole = inner.kind != ElementKind::kNone && inner.last == inner_end;
    const bool follows =
        k + 1 < end && (is_nominal(r_[k + 1]) || is_capital_name(k + 1)) && !is_mark(r_[k + 1]);
    if (bracket && !follows) return e;
    if (!whole || inner.kind == ElementKind::kPlain) {
      // A word in marks before a noun is a modifier, a phrase is something said.
      if (!follows || k > i + 2) return e;
      inner = {};
      inner.kind = ElementKind::kPlain;
    }
    inner.first = i;
    inner.last = k + 1;
    inner.quoted = true;
    return inner;
  }
  return e;
}

Element ElementReader::plain(uint32_t i, uint32_t end) const {
  Element e;
  const WordClass c = r_[i];
  bool takes = is_nominal(c);
  const bool before_nominal = i + 1 < end && (is_nominal(r_[i + 1]) || r_[i + 1] == WordClass::kParticiple ||
                                              r_[i + 1] == WordClass::kIng || is_capital_name(i + 1));
  // "the captured soldiers", but not "have captured soldiers" nor "taking hostages"
  const WordClass prior = i > 0 ? r_[i - 1] : WordClass::kStart;
  const bool inside =
      prior == WordClass::kDeterminer || prior == WordClass::kPossessive || prior == WordClass::kAdjective ||
      prior == WordClass::kNumber || prior == WordClass::kClitic ||
      (prior == WordClass::kAdverb && i > 1 && r_[i - 2] == WordClass::kDeterminer) || is_demonym_word(i);
  if ((c == WordClass::kParticiple || c == WordClass::kIng) && before_nominal && inside) takes = true;
  if (c == WordClass::kAdverb && i + 1 < end &&
      (r_[i + 1] == WordClass::kAdjective || (r_[i + 1] == WordClass::kParticiple && inside)))
    takes = true;
  if (c == WordClass::kPast && before_nominal && i > 0 &&
      (r_[i - 1] == WordClass::kDeterminer || r_[i - 1] == WordClass::kPossessive))
    takes = true;
  if (kCalendar.contains(r_.lower(i)) && r_.shape(i).capital) takes = false;
  if (kDays.contains(r_.lower(i))) takes = false;
  if (c == WordClass::kAdjective && i > 0 && (is_nominal(r_[i - 1]) || r_[i - 1] == WordClass::kPronoun) &&
      may_be_verb(i, end))
    takes = false;
  if (!takes) return e;
  // "Zambia-based"
  if (const std::string_view w = r_.word(i); w.ends_with("-based") || w.ends_with("-born")) {
    const std::string_view prefix = w.substr(0, w.rfind('-'));
    if (const auto country = k_.country_words(prefix)) {
      e.kind = ElementKind::kDemonym;
      e.country = country[0].country->code();
    } else if (const auto city = k_.cities(prefix); city && city[0].country) {
      e.kind = ElementKind::kDemonym;
      e.country = city[0].country->code();
    }
    if (e.kind != ElementKind::kNone) {
      e.adjective = true;
      e.first = i;
      e.last = i + 1;
      return e;
    }
  }
  e.kind = ElementKind::kPlain;
  e.first = i;
  e.last = i + 1;
  return e;
}

const Element& ElementReader::at(uint32_t i, uint32_t end) const {
  static const Element kNothing;
  if (i >= end) return kNothing;
  ElementMemory::Kept& kept = memory_.elements[i];
  if (kept.page != memory_.page || kept.end != end) {
    const Element element = read(i, end);  // reads further elements, which are kept in the same list
    kept = {memory_.page, end, element};
  }
  return kept.element;
}

Element ElementReader::read(uint32_t i, uint32_t end) const {
  if (!r_.shape(i).capital && is_grammatical(r_[i]) &&
      !(is_place(i) || r_.word(i) == "(" || r_.word(i) == "["))
    return {};
  if (is_possessor_mark(r_.word(i)) && r_[i] != WordClass::kBe && r_[i] != WordClass::kHave) {
    Element e;
    e.kind = ElementKind::kPossessor;
    e.first = i;
    e.last = i + 1;
    return e;
  }
  if (const Element e = quoted(i, end); e.kind != ElementKind::kNone) return e;
  const Element table = table_entry(i, end);
  const Element post = sector(i, end);
  // A given name that is a country's or people's too, before a surname: "Jordan Orvel".
  if ((table.kind == ElementKind::kCountry || table.kind == ElementKind::kPlace) && table.last == i + 1 &&
      k_.given_name(r_.word(i)) && !title_ && is_capital_name(i + 1) && i + 1 < end &&
      table_entry(i + 1, end).kind == ElementKind::kNone && sector(i + 1, end).kind == ElementKind::kNone &&
      sector_of_body_word(r_.lower(i + 1)).empty())
    return name(i, end);
  Element body = title_ ? Element{} : named_body(i, end);
  // "the Orvel Front" where the table has "Orvel".
  const bool entry = table.kind == ElementKind::kOrganisation || table.kind == ElementKind::kArmedGroup ||
                     table.kind == ElementKind::kOutlet;
  if (entry && body.kind != ElementKind::kNone && body.last == table.last + 1) {
    Element longer = table;
    longer.last = body.last;
    return longer;
  }
  if (entry && post.kind != ElementKind::kNone)
    return table;  // "State Department spokesman": the body, then the office
  const uint32_t reach = std::max(table.last, post.last);
  // "Mongolian Foreign Ministry" is a nationality and a body; "Orvel Foreign Ministry" too, by its place.
  if (body.kind != ElementKind::kNone && table.kind != ElementKind::kNone &&
      table.kind != ElementKind::kPlace && body.last > table.last &&
      (table.kind == ElementKind::kDemonym || table.kind == ElementKind::kCountry)) {
    const Element rest = at(table.last, end);
    if (rest.kind == ElementKind::kSector || rest.kind == ElementKind::kOrganisation) body = {};
  }
  if (body.kind != ElementKind::kNone && body.last > reach &&
      !(post.kind != ElementKind::kNone && post.word.title))
    return body;
  if (table.kind != ElementKind::kNone && (post.kind == ElementKind::kNone || table.last >= post.last))
    return table;
  if (post.kind != ElementKind::kNone) {
    // A surname that is a title too: "Marina King".
    return post;
  }
  if (const Element e = name(i, end); e.kind != ElementKind::kNone) return e;
  return plain(i, end);
}

}  // namespace hearsay
