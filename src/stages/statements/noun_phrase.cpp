#include "stages/statements/noun_phrase.h"

#include <algorithm>

#include "text/word_set.h"

namespace hearsay::statements {
namespace {

constexpr auto kInside =
    word_set("of for in at from on with to against under near outside between among by into");
constexpr auto kTimeNames = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november "
    "december");
constexpr auto kTimeWords = word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight week month year day "
    "morning evening afternoon "
    "night weekend hours january february march april june july august september october november december "
    "earlier later");
constexpr auto kBeforeTime =
    word_set("on in at late early last this next since until by earlier later the that of");

bool is_time_word(const PageWords& r, uint32_t i) {
  return (r[i].time != kNone &&
          (r[i].mention == kNone || r.times[r[i].time].contains(r.mentions[r[i].mention]))) ||
         (r[i].mention == kNone &&
          ((r[i].capital && kTimeNames.contains(r[i].lower)) || r[i].lower == "yesterday" ||
           r[i].lower == "today" || r[i].lower == "earlier" || r[i].lower == "later"));
}

// Steps back over "on Wednesday", "late Tuesday", "last week".
uint32_t before_time(const PageWords& r, uint32_t end, uint32_t floor) {
  uint32_t i = end;
  while (i > floor && (is_time_word(r, i - 1) || (i < end && (kBeforeTime.contains(r[i - 1].lower) ||
                                                              kTimeWords.contains(r[i - 1].lower) ||
                                                              r[i - 1].kind == WordKind::kNumber))))
    --i;
  if (i < end && i + 1 < end && r[i].kind == WordKind::kNumber && !is_time_word(r, i)) ++i;
  return i;
}

bool is_title_like(const PageWords& r, Range range) {
  // "the Greek Foreign Minister", "spokeswoman for the ministry": an office noun, and no person's name of two
  // capitals at its end
  for (uint32_t i = range.begin; i < range.end; ++i)
    if (is_office_noun(r[i].lower))
      return r[range.begin].is(kDeterminer | kPossessive) || !r[range.end - 1].capital ||
             is_office_noun(r[range.end - 1].lower) || r.first_with(range, kPreposition) < range.end;
  return false;
}

bool opens_insertion(const PageWords& r, uint32_t i) {
  const WordView& w = r[i];
  return w.is(kRelative | kDeterminer | kPossessive | kPreposition | kAdverb | kIngForm | kParticipleForm) ||
         w.kind == WordKind::kNumber || w.is(kNominative) || w.lower.ends_with("ed") || w.lower == "known" ||
         w.lower == "led" || w.lower == "born" || w.lower == "seen" || w.lower == "one" || w.lower == "too" ||
         w.lower == "when" || w.lower == "while" || w.lower == "jr." || is_office_noun(w.lower) ||
         w.lower == "himself" || w.lower == "herself" || w.lower == "itself" || w.lower == "former" ||
         w.lower == "senior" || w.capital || w.lower == "director" || w.lower == "citing" || w.lower == "as";
}

// A noun phrase whose last word is at end-1; nothing is stepped over.
Range core_before(const PageWords& r, uint32_t end, uint32_t floor) {
  if (end <= floor) return {};
  const uint32_t last = end - 1;
  const WordView& w = r[last];
  if (w.is(kPronoun) && !w.is(kDeterminer) && w.lower != "him" && w.lower != "them" && w.lower != "us" &&
      w.lower != "me" && w.lower != "her" && w.lower.size() < 6)
    return {last, end};
  if ((w.lower == "them" || w.lower == "us") && last >= floor + 2 &&
      r[last - 1].lower == "of") {  // "one of them", "some of us"
    const WordView& count = r[last - 2];
    if (count.kind == WordKind::kNumber || count.is(kDeterminer | kSubjectPronoun)) return {last - 2, end};
    return {};
  }
  if (w.is(kSubjectPronoun) && r[last].mention == kNone &&
      (end - 1 == floor || !r.nounish(last - 1) || w.lower == "one" || w.lower == "others")) {
    if (!w.is(kRelative)) return {last, end};
  }
  uint32_t b = end;
  bool joined = false;  // some "and" or list comma inside
  uint32_t nearest_join = end;
  while (b > floor) {
    const uint32_t i = b - 1;
    const WordView& t = r[i];
    if (t.mention != kNone && !t.is(kPronoun) && r.mentions[t.mention].begin >= floor &&
        r.mentions[t.mention].end <= end) {
      const uint32_t begin = r.mentions[t.mention].begin;
      // two names side by side with a preposition before the first: "In Geneva Kerry"
      if (b < end && r[b].mention != kNone && r[b].capital && begin > 0 && r[begin - 1].is(kPreposition) &&
          !r.nounish(begin - 2 < begin ? begin - 2 : 0) && !kInside.contains(r[b].lower))
        break;
      b = begin;
      continue;
    }
    // "accusations Moscow has denied": a name behind a plural begins a phrase of its own
    if (b < end && b + 1 <= end && r[b].capital && r[b].mention != kNone &&
        r.mentions[r[b].mention].begin == b && t.word_class == WordClass::kNouns && !t.capital)
      break;
    if (t.is(kIngForm) && i > floor && r[i - 1].is_comma()) break;  // ", citing officials"
    if (is_time_word(r, i) && !(b < end && r[b].lower == "'s")) break;
    if (t.lower == ")") {
      uint32_t open = i;
      while (open > floor && r[open].lower != "(" && i - open < 12) --open;
      if (r[open].lower != "(") break;
      b = open;
      continue;
    }
    if (t.is(kPossessive)) {
      b = i;
      continue;
    }
    if (t.kind == WordKind::kCloseQuote || t.kind == WordKind::kOpenQuote) {
      // marks around a name or an epithet inside the phrase
      if (t.kind == WordKind::kCloseQuote && i > floor && r[i - 1].quotation != kNone &&
          r.quotations[r[i - 1].quotation].name_like &&
          r.quotations[r[i - 1].quotation].outer.begin >= floor) {
        b = r.quotations[r[i - 1].quotation].outer.begin;
        continue;
      }
      break;
    }
    if (t.is(kCoordinator) && (t.lower == "and" || t.lower == "or" || t.lower == "&") && b < end &&
        i > floor && (r.nounish(i - 1) || r[i - 1].is_comma())) {
      joined = true;
      if (nearest_join == end) nearest_join = b;
      b = i;
      continue;
    }
    if (t.is_comma() && joined && b < end && i > floor && r.nounish(i - 1) &&
        (r[b].is(kCoordinator) || r[b].capital || r.nounish(b))) {
      b = i;
      continue;
    }
    if (t.is(kPreposition) && !t.is(kSubordinator) && kInside.contains(t.lower) && b < end && i > floor &&
        (r.nounish(i - 1) || r[i - 1].lower == ")") && !is_time_word(r, i - 1)) {
      b = i;
      continue;
    }
    // "the mission led by General Lind"
    if (t.lower == "by" && b < end && i > floor + 1 && (r[i - 1].is(kParticipleForm | kFinite)) &&
        (r[i - 1].lower.ends_with("ed") || r[i - 1].lower == "led" || r[i - 1].lower == "run") &&
        r.nounish(i - 2)) {
      b = i - 1;
      continue;
    }
    if (t.is(kParticipleForm | kIngForm) && b < end && r.is_finite_verb(i)) {
      // "rebels entrenched in the city": a participle that a preposition follows belongs to the phrase
      if (t.is(kParticipleForm) && kInside.contains(r[b].lower) && i > floor && r.nounish(i - 1) &&
          !r[i - 1].is(kPronoun)) {
        b = i;
        continue;
      }
      break;
    }
    if (!r.nounish(i)) break;
    if (t.is(kAdverb) && t.traits == kAdverb && (b == end || i == floor) && t.lower != "there" &&
        t.lower != "here")
      break;
    b = i;
  }
  if (b == end) return {};
  // a conjunction or comma inside belongs to the clause, not to the phrase, where a verb stands before it
  if (joined && b > floor && (r.is_finite_verb(b - 1) || r[b - 1].is(kPreposition) || r[b - 1].is(kIngForm)))
    b = nearest_join;
  while (b < end &&
         (r[b].is(kPreposition | kCoordinator) || r[b].is_comma() ||
          (r[b].traits & kAdverb && !r[b].capital && r[b].mention == kNone && !r[b].is(kDeterminer))))
    ++b;
  // "to speak in public": what a verb's preposition ties to itself is no subject
  // (but "the rebels trapped in the city": a participle behind a noun is part of the phrase)
  const bool behind_noun =
      b > floor + 2 && r[b - 2].is(kParticipleForm) && r.nounish(b - 3) && !r[b - 3].is(kPronoun);
  if (b > floor + 1 && !behind_noun && r[b - 1].is(kPreposition) && r[b - 1].lower != "with" &&
      r[b - 1].lower != "off" && r[b - 2].is(kFinite | kBaseVerb | kParticipleForm | kIngForm | kBe))
    return {};
  if (b < end && r[b].is(kPossessive) &&
      (r[b].lower == "'s" || r[b].lower == "’s" || r[b].lower == "'" || r[b].lower == "’"))
    return {};
  return {b, end};
}

bool good_head(const PageWords& r, Range range) {
  if (range.empty()) return false;
  const WordView& last = r[range.end - 1];
  if (range.size() == 1 && (last.lower == "there" || last.lower == "here")) return false;
  if (last.is(kPossessive) && !(last.is(kPronoun) && last.lower != "her")) return false;
  if (last.is(kDeterminer) && !last.is(kSubjectPronoun)) return false;
  return true;
}

}  // namespace

Range noun_phrase_before(const PageWords& r, uint32_t end, uint32_t floor) {
  uint32_t i = end;
  for (bool moved = true; moved && i > floor;) {
    moved = false;
    const uint32_t t = before_time(r, i, floor);
    if (t < i) {
      i = t, moved = true;
      // "a document filed Thursday says"
      if (i > floor + 1 && r[i - 1].is(kParticipleForm | kFinite) && r[i - 1].lower.ends_with("ed") &&
          r.nounish(i - 2) && !r[i - 2].is(kPronoun))
        --i;
    }
    while (i > floor && r[i - 1].is(kAdverb) && r[i - 1].mention == kNone && !r[i - 1].is(kSubjectPronoun)) {
      if ((r[i - 1].lower == "there" || r[i - 1].lower == "here") && i > floor + 1 && r.nounish(i - 2))
        break;  // "doctors there"
      --i, moved = true;
    }
    if (i > floor && (r[i - 1].lower == "there" || r[i - 1].lower == "here")) break;
  }
  if (i == floor) return {};
  const WordView& before = r[i - 1];
  if (before.is(kRelative) && before.is_word()) {  // who, which: the antecedent
    if (before.lower == "that" && (i < 2 || !r.nounish(i - 2))) return {};
    if (before.lower == "whose" || before.lower == "whom") return {};
    uint32_t j = i - 1;
    if (j > floor && (r[j - 1].is_comma() || r[j - 1].is_dash())) --j;
    Range antecedent = core_before(r, j, floor);
    if (before.lower == "which")  // the nearest: "talks with the militia, which denied"
      for (uint32_t k = antecedent.end; k-- > antecedent.begin + 1;)
        if (r[k].is(kPreposition) && r[k].lower != "of" && k + 1 < antecedent.end) {
          antecedent.begin = k + 1;
          break;
        }
    return good_head(r, antecedent) ? antecedent : Range{};
  }
  if (before.is_comma() || before.lower == ")" || before.is_dash()) {
    if (before.lower == ")") {
      const Range whole = core_before(r, i, floor);
      if (good_head(r, whole)) return whole;
      return {};
    }
    // an insertion: "Putin, 71, said"; the nearest mark before it that leaves a noun phrase in front
    int tried = 0;
    for (uint32_t k = i - 1; k-- > floor + 1 && tried < 3 && i - k < 32;) {
      if (before.is_dash() ? !r[k].is_dash() : !r[k].is_comma()) continue;
      ++tried;
      if (!opens_insertion(r, k + 1)) continue;
      const Range front = core_before(r, k, floor);
      if (!good_head(r, front)) continue;
      if (front.begin > floor && (r[front.begin - 1].is(kPreposition) || r.is_finite_verb(front.begin - 1) ||
                                  r[front.begin - 1].is(kIngForm)))
        continue;
      if (before.is_dash() && r[k + 1].capital) {  // "the two states - Egypt and Jordan - said"
        const Range names = core_before(r, i - 1, k + 1);
        if (names.begin == k + 1 && r.first_with(names, kCoordinator) < names.end) return names;
      }
      if (r[k + 1].capital && !r[k + 1].is(kDeterminer | kPreposition) && is_title_like(r, front)) {
        const Range name = core_before(r, i - 1, k + 1);
        if (name.begin == k + 1) return {front.begin, name.end};  // "the Foreign Minister, Ann Bell, said"
      }
      return front;
    }
    return {};
  }
  const Range core = core_before(r, i, floor);
  return good_head(r, core) ? core : Range{};
}

Range noun_phrase_after(const PageWords& r, uint32_t begin, uint32_t limit, Attached attached) {
  uint32_t i = begin;
  if (i >= limit) return {};
  if (r[i].is(kPronoun) && !(r[i].lower == "her" && i + 1 < limit && r.nounish(i + 1))) return {i, i + 1};
  while (i < limit) {
    const WordView& t = r[i];
    if (t.mention != kNone && !t.is(kPronoun) && r.mentions[t.mention].begin == i &&
        r.mentions[t.mention].end <= limit) {
      // two names with nothing between are two phrases: "told media 339 passengers"
      if (i > begin && r[i - 1].mention != kNone && r[i - 1].is_word() && !r[i - 1].is(kPossessive)) break;
      i = r.mentions[t.mention].end;
      continue;
    }
    if (t.time != kNone && t.mention == kNone && r.times[t.time].begin == i &&
        (i == begin || !t.is(kDeterminer)) && i > begin)
      break;
    if (t.lower == "(" && i > begin) {
      uint32_t close = i;
      while (close < limit && r[close].lower != ")" && close - i < 10) ++close;
      if (close < limit && r[close].lower == ")") {
        i = close + 1;
        continue;
      }
      break;
    }
    if (t.kind == WordKind::kOpenQuote && i + 1 < limit && r[i + 1].quotation != kNone &&
        r.quotations[r[i + 1].quotation].name_like) {
      i = r.quotations[r[i + 1].quotation].outer.end;
      continue;
    }
    if (i > begin && !r[i - 1].is(kPreposition | kCoordinator | kDeterminer | kPossessive | kAdverb) &&
        r[i - 1].is_word()) {
      // a new phrase begins: "told reporters the attack", "told media 339 passengers", "told journalists
      // Russia"
      if (t.is(kDeterminer) || (t.is(kPossessive) && t.lower.size() > 2)) break;
      if (t.kind == WordKind::kNumber && !r[i - 1].capital) break;
      if (t.capital && !r[i - 1].capital && (is_people_noun(r[i - 1].lower) || is_press_noun(r[i - 1].lower)))
        break;
    }
    if (t.kind == WordKind::kOpenQuote && i > begin && r[i - 1].is(kDeterminer | kPossessive) &&
        i + 1 < limit && r[i + 1].quotation != kNone) {
      i = std::min(limit, r.quotations[r[i + 1].quotation].outer.end);  // the “courage of both sides”
      continue;
    }
    if (t.is(kPossessive) && !t.is(kPronoun)) {
      ++i;
      continue;
    }
    if (t.is(kPreposition) && kInside.contains(t.lower) && i > begin && i + 1 < limit &&
        (r.nounish(i + 1) || r[i + 1].is(kPossessive)) && t.lower != "by" && t.lower != "to" &&
        t.lower != "into" && !is_time_word(r, i + 1)) {
      if (attached == Attached::kOf && t.lower != "of") break;
      if (t.lower != "of" && t.lower != "for" && t.lower != "at" && t.lower != "in" && t.lower != "from" &&
          t.lower != "with")
        break;
      ++i;
      continue;
    }
    if (t.is(kCoordinator) && (t.lower == "and" || t.lower == "&" || t.lower == "or") && i > begin &&
        i + 1 < limit && r.nounish(i + 1)) {
      ++i;
      continue;
    }
    if (t.is_comma() && i > begin && i + 2 < limit && r[i - 1].capital &&
        r[i + 1].capital) {  // a list of names: only where "and" closes it
      uint32_t j = i + 1;
      while (j < limit && (r.nounish(j) || r[j].is_comma())) ++j;
      if (j + 1 < limit && r[j].lower == "and" && r[j + 1].capital) {
        ++i;
        continue;
      }
      break;
    }
    if (!r.nounish(i)) break;
    if (r.is_finite_verb(i) && i > begin) break;
    if (t.is(kIngForm) && i > begin && (is_people_noun(r[i - 1].lower) || is_office_noun(r[i - 1].lower)))
      break;
    if (t.is(kIngForm) && i > begin && !r[i - 1].is(kDeterminer | kPossessive | kPreposition) &&
        !(i + 1 < limit && r.nounish(i + 1) && !r[i + 1].is(kDeterminer)))
      break;
    if (t.traits == kAdverb && (i + 1 >= limit || !r.nounish(i + 1))) break;
    ++i;
  }
  // "its leader, Mark Sant Vella": a name behind an office
  if (i > begin && i + 1 < limit && r[i].is_comma() && r[i + 1].capital &&
      !r[i + 1].is(kDeterminer | kPreposition | kSubjectPronoun) && !r[i - 1].capital &&
      is_office_noun(r[i - 1].lower) && r[begin].is(kDeterminer | kPossessive)) {
    uint32_t name = i + 1;
    while (name < limit &&
           (r[name].capital || (r[name].mention != kNone && r[name].mention == r[i + 1].mention)))
      ++name;
    if (name >= limit || !r[name].is_word() || r[name].is(kPreposition | kCoordinator)) i = name;
  }
  while (i > begin && (r[i - 1].is(kPreposition | kCoordinator | kAdverb) && r[i - 1].mention == kNone)) --i;
  const Range range{begin, i};
  return good_head(r, range) ? range : Range{};
}

Range clause_subject(const PageWords& r, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin + 1; i < end; ++i) {
    if (!r.is_finite_verb(i)) continue;
    const Range subject = noun_phrase_before(r, i, begin);
    if (!subject.empty() && !(subject.begin > begin && r[subject.begin - 1].is(kSubordinator)))
      return subject;
    if (!subject.empty()) continue;
  }
  return {};
}

}  // namespace hearsay::statements
