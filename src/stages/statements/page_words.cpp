#include "stages/statements/page_words.h"

#include <algorithm>

namespace hearsay::statements {
namespace {

// The words that lie inside a span of bytes. `words` are in order.
Range words_in(const std::vector<Word>& words, Span span) {
  const auto begin = std::lower_bound(words.begin(), words.end(), span.begin,
                                      [](const Word& w, uint32_t at) { return w.span.begin < at; });
  const auto end = std::lower_bound(begin, words.end(), span.end,
                                    [](const Word& w, uint32_t at) { return w.span.begin < at; });
  return {static_cast<uint32_t>(begin - words.begin()), static_cast<uint32_t>(end - words.begin())};
}

bool ends_a_clause(std::string_view w) {
  return w == "." || w == "!" || w == "?" || w == "," || w == "…" || w == "..." || w == ";";
}

}  // namespace

void PageWords::build(const Document& from, const OutletNames& outlets) {
  document = &from;
  const auto& source = from.words.words;
  reading.read(from.text, source);
  words.clear();
  words.resize(source.size());
  for (uint32_t i = 0; i < source.size(); ++i) {
    WordView& w = words[i];
    w.lower = reading.lower(i);
    w.word_class = reading[i];
    w.kind = source[i].kind;
    w.capital = source[i].capital;
    if (w.is_word() || w.kind == WordKind::kPunctuation) w.traits = traits_of(w.lower, w.word_class);
  }
  for (uint32_t s = 0; s < from.words.sentences.size(); ++s)
    for (uint32_t i = from.words.sentences[s].first_word; i < from.words.sentences[s].last_word; ++i)
      words[i].sentence = s;

  // "US", "IT" and "WHO" in capitals are names, no pronouns.
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (!words[i].is(kPronoun | kSubjectPronoun) || words[i].lower.size() < 2) continue;
    const std::string_view written = reading.word(i);
    if (written[0] >= 'A' && written[0] <= 'Z' && written[1] >= 'A' && written[1] <= 'Z') words[i].traits = 0;
  }
  // "ca", "wo" and "ai" are words only before "n't"; "May" and "Will" in the midst of a sentence are names.
  for (uint32_t i = 0; i < words.size(); ++i) {
    const bool before_not =
        i + 1 < words.size() && (words[i + 1].lower == "n't" || words[i + 1].lower == "n’t");
    if (before_not && (words[i].lower == "ca" || words[i].lower == "wo" || words[i].lower == "ai"))
      words[i].traits = kModal;
    if ((words[i].lower == "may" || words[i].lower == "will") && words[i].capital && i > 0 &&
        words[i].sentence == words[i - 1].sentence && !words[i - 1].is_mark())
      words[i].traits = 0;
  }

  mentions.clear();
  for (uint32_t m = 0; m < from.mentions.size(); ++m) {
    const Range range = words_in(source, from.mentions[m].span);
    mentions.push_back(range);
    for (uint32_t i = range.begin; i < range.end; ++i)
      if (words[i].mention == kNone || mentions[words[i].mention].size() < range.size()) words[i].mention = m;
  }
  times.clear();
  for (uint32_t t = 0; t < from.times.size(); ++t) {
    const Range range = words_in(source, from.times[t].span);
    times.push_back(range);
    for (uint32_t i = range.begin; i < range.end; ++i)
      if (words[i].time == kNone || times[words[i].time].size() < range.size()) words[i].time = t;
  }

  if (outlets) {
    std::vector<std::string_view> written;
    written.reserve(words.size());
    for (uint32_t i = 0; i < words.size(); ++i) written.push_back(reading.word(i));
    for (uint32_t i = 0; i < words.size(); ++i) {
      if (!words[i].is_word() || !(words[i].capital || words[i].kind == WordKind::kNumber)) continue;
      const OutletAt found = outlets(written, i);
      for (size_t k = 0; k < found.words && i + k < words.size(); ++k) {
        words[i + k].outlet = true;
        words[i + k].wire = found.wire;
      }
      if (found.words > 1) i += static_cast<uint32_t>(found.words) - 1;
    }
  }

  quotations.clear();
  uint32_t reached = 0;
  for (const Quotation& q : from.words.quotations) {
    if (q.outer.begin < reached) continue;  // nested
    QuotedWords quoted;
    quoted.outer = words_in(source, q.outer);
    quoted.inner = words_in(source, q.inner);
    if (quoted.inner.empty()) continue;
    reached = q.outer.end;
    const uint32_t index = static_cast<uint32_t>(quotations.size());
    for (uint32_t i = quoted.inner.begin; i < quoted.inner.end; ++i) words[i].quotation = index;
    quotations.push_back(quoted);
  }
  for (QuotedWords& q : quotations) {
    const uint32_t count = q.inner.size();
    bool verb = false, all_capital = true;
    for (uint32_t i = q.inner.begin; i < q.inner.end; ++i) {
      verb = verb || is_finite_verb(i);
      all_capital = all_capital && (words[i].capital || !words[i].is_word() ||
                                    words[i].is(kDeterminer | kPreposition | kCoordinator));
    }
    const std::string_view last = words[q.inner.end - 1].lower;
    if (count > 1 && words[q.inner.end - 1].lower == "." && all_capital &&
        count <= 6) {  // “The Daily Morning.”
      q.name_like = words[q.inner.begin].capital && !verb;
      if (q.name_like) continue;
    }
    q.name_like = all_capital && count <= 8 && !ends_a_clause(last) && words[q.inner.begin].capital;
    q.speech = !q.name_like && count >= 2 &&
               (ends_a_clause(last) || count > 7 || (verb && (count > 4 || words[q.inner.begin].capital)));
  }
}

Range PageWords::sentence(uint32_t word) const {
  const Sentence& s = document->words.sentences[words[word].sentence];
  return {s.first_word, s.last_word};
}

Span PageWords::span(Range range) const {
  if (range.empty()) return {};
  return {document->words.words[range.begin].span.begin, document->words.words[range.end - 1].span.end};
}

bool PageWords::is_finite_verb(uint32_t i) const {
  const WordView& w = words[i];
  if (w.is(kModal)) return true;
  if (w.is(kBe | kHave | kDo))
    return w.lower != "being" && w.lower != "having" && w.lower != "doing" && w.lower != "been" &&
           w.lower != "be" && !(i > 0 && words[i - 1].lower == "to");
  if (!w.is(kFinite) || (w.mention != kNone && w.capital)) return false;
  const WordView* before = i > 0 && words[i - 1].sentence == w.sentence ? &words[i - 1] : nullptr;
  if (before == nullptr) return false;
  if (before->lower == "to" || (before->is(kDeterminer | kPossessive) && !before->is(kSubjectPronoun)))
    return false;
  return !before->is(kPreposition);
}

bool PageWords::nounish(uint32_t i) const {
  const WordView& w = words[i];
  if (!w.is_word()) return false;
  if (w.mention != kNone && !w.is(kPronoun | kModal | kBe | kHave | kDo)) return true;
  if (w.is(kModal | kBe | kHave | kDo | kSubordinator | kRelative | kPronoun | kCoordinator | kPreposition |
           kNegation))
    return w.is(kDeterminer | kPossessive) && (!w.is(kNegation) || w.lower == "no") &&
           !(w.is(kPronoun) && w.lower != "her");
  if (i > 0 && words[i - 1].is(kDeterminer | kPossessive) && !words[i - 1].is(kSubjectPronoun))
    return true;  // "the claim"
  // an infinitive that nothing calls for is a noun: "said harbour master"
  if (w.is(kBaseVerb) && !w.is(kFinite) && i > 0 && words[i - 1].sentence == w.sentence &&
      words[i - 1].is(kFinite) && !w.capital)
    return true;
  if (w.is(kFinite | kBaseVerb)) {  // a name that looks like a verb: "Sanders called"
    if (!w.capital) return false;
    if (i > 0 && words[i - 1].sentence == w.sentence) return true;
    if (i + 1 >= words.size() || !words[i + 1].is_word() || words[i + 1].capital) return false;
    return words[i + 1].is(kFinite | kBe | kHave | kModal) ||
           (words[i + 1].traits == 0 && words[i + 1].lower.ends_with("ed"));
  }
  if (w.is(kParticipleForm)) {  // "a banned group": before a noun
    return i + 1 < words.size() && words[i + 1].is_word() && words[i + 1].traits == 0;
  }
  return true;
}

bool PageWords::has_verb(Range range) const {
  for (uint32_t i = range.begin; i < range.end; ++i)
    if (is_finite_verb(i)) return true;
  return false;
}

uint32_t PageWords::first_with(Range range, Traits bits) const {
  for (uint32_t i = range.begin; i < range.end; ++i)
    if (words[i].is(bits)) return i;
  return range.end;
}

Range PageWords::trimmed(Range range) const {
  const auto droppable = [&](uint32_t i) {
    const WordView& w = words[i];
    if (w.is_mark()) return true;
    return w.kind == WordKind::kPunctuation && w.lower != "(" && w.lower != ")" && w.lower != "[" &&
           w.lower != "]" && w.lower != "%" && w.lower != "$" && w.lower != "€" && w.lower != "£" &&
           w.lower != "'" && w.lower != "’";
  };
  while (range.begin < range.end && droppable(range.begin)) ++range.begin;
  while (range.begin < range.end && droppable(range.end - 1)) --range.end;
  return range;
}

}  // namespace hearsay::statements
