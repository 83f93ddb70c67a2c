#include "stages/events/page_view.h"

#include <algorithm>

namespace hearsay::events {
namespace {

bool opens_phrase(WordClass c) {
  return c == WordClass::kDeterminer || c == WordClass::kPossessive || c == WordClass::kNumber ||
         c == WordClass::kAdjective || is_noun(c) || c == WordClass::kPronoun || c == WordClass::kObject;
}

bool is_currency(std::string_view word) { return word == "$" || word == "€" || word == "£" || word == "¥"; }

bool noun_like(WordClass c) { return is_noun(c) || c == WordClass::kNumber; }

}  // namespace

std::pair<uint32_t, uint32_t> PageView::words_in(Span span) const {
  const std::vector<Word>& words = document_->words.words;
  const auto first = std::partition_point(words.begin(), words.end(),
                                          [&](const Word& w) { return w.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, words.end(), [&](const Word& w) { return w.span.begin < span.end; });
  return {static_cast<uint32_t>(first - words.begin()), static_cast<uint32_t>(last - words.begin())};
}

void PageView::cover(std::vector<uint32_t>& values, Span span, uint32_t index) {
  if (span.empty()) return;
  const auto [first, end] = words_in(span);
  std::fill(values.begin() + first, values.begin() + end, index);
}

void PageView::read(const Document& document, const Lexicon& lexicon) {
  document_ = &document;
  reading_.read(document.text, document.words.words);
  const uint32_t n = size();
  classes_.resize(n);
  for (uint32_t i = 0; i < n; ++i) classes_[i] = reading_[i];
  entries_.resize(n);
  for (uint32_t i = 0; i < n; ++i) entries_[i] = lexicon.find(reading_.lower(i));
  for (std::vector<uint32_t>* values :
       {&mentions_, &narrow_mentions_, &places_, &times_, &contents_, &phrase_of_})
    values->assign(n, kNone);
  read_layers();
  phrases_.clear();
  for (const Sentence& sentence : document.words.sentences) {
    mend_classes(sentence);
    find_phrases(sentence);
  }
}

// Of spans inside each other the narrower is laid over the wider; mentions are kept both ways.
void PageView::read_layers() {
  const Document& d = *document_;
  const auto in_order = [&](size_t count, const auto& span_of) {
    by_size_.clear();
    for (uint32_t i = 0; i < count; ++i) by_size_.emplace_back(span_of(i).size(), i);
    std::stable_sort(by_size_.begin(), by_size_.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
  };
  in_order(d.mentions.size(), [&](uint32_t i) { return d.mentions[i].span; });
  for (const auto& [size, i] : by_size_) cover(narrow_mentions_, d.mentions[i].span, i);
  for (auto wide = by_size_.rbegin(); wide != by_size_.rend(); ++wide)
    cover(mentions_, d.mentions[wide->second].span, wide->second);
  in_order(d.statements.size(), [&](uint32_t i) { return d.statements[i].content; });
  for (const auto& [size, i] : by_size_) cover(contents_, d.statements[i].content, i);
  for (uint32_t i = 0; i < d.places.size(); ++i) cover(places_, d.places[i].span, i);
  for (uint32_t i = 0; i < d.times.size(); ++i) cover(times_, d.times[i].span, i);
}

// "the massacres in", "the military said", "Israeli attacks on the town have": nouns whatever the tagger made
// of them.
void PageView::mend_classes(const Sentence& sentence) {
  const uint32_t last = sentence.last_word;
  for (uint32_t i = sentence.first_word + 1; i < last; ++i) {
    const WordClass before = classes_[i - 1], next = i + 1 < last ? classes_[i + 1] : WordClass::kStop;
    const bool after_determiner =
        before == WordClass::kDeterminer || before == WordClass::kPossessive || before == WordClass::kClitic;
    if (classes_[i] == WordClass::kAdjective && after_determiner && !noun_like(next) &&
        next != WordClass::kAdjective && next != WordClass::kAdverb && next != WordClass::kParticiple &&
        next != WordClass::kIng && next != WordClass::kConjunction && next != WordClass::kComma &&
        next != WordClass::kOpen) {
      classes_[i] = WordClass::kNoun;
    } else if (classes_[i] == WordClass::kSubordinator) {
      // "provided that" is none, "provided aid" is a verb
      if (lower(i) != "provided" || next == WordClass::kSubordinator ||
          (i + 1 < last && lower(i + 1) == "that"))
        continue;
      classes_[i] = is_auxiliary(before) ? WordClass::kParticiple : WordClass::kPast;
    } else if (classes_[i] == WordClass::kPresentS || classes_[i] == WordClass::kPresent ||
               classes_[i] == WordClass::kBase) {
      if (entries_[i] == nullptr) continue;
      const bool verb_before =
          is_finite_verb(before) || is_verb(before) ||
          (i > sentence.first_word + 1 && before == WordClass::kAdverb && is_verb(classes_[i - 2]));
      if (entries_[i]->nouns.empty()) {
        // "training Iraqi pilots": a noun that no verb of the tables is spelt like, where the clause has its
        // verb already
        if (classes_[i] != WordClass::kPresentS || !entries_[i]->verbs.empty() || entries_[i]->classes.none())
          continue;
        const bool joined =
            before == WordClass::kName || before == WordClass::kAdjective || before == WordClass::kNumber;
        bool verb_earlier = false;
        for (uint32_t j = i; j-- > sentence.first_word && classes_[j] != WordClass::kComma && !verb_earlier;)
          verb_earlier = is_verb(classes_[j]);
        if (joined && verb_earlier) classes_[i] = WordClass::kNouns;
        continue;
      }
      if (verb_before && before != WordClass::kIng && classes_[i] != WordClass::kBase) {
        classes_[i] = WordClass::kNouns;  // "carried out strikes"
        continue;
      }
      const std::string_view after = i + 1 < last ? lower(i + 1) : std::string_view{};
      const bool linked = after == "on" || after == "of" || after == "by" || after == "against" ||
                          after == "in" || after == "near";
      bool verb_later = false;
      for (uint32_t j = i + 1; j < last && j < i + 12 && !verb_later; ++j) {
        if (classes_[j] == WordClass::kComma || classes_[j] == WordClass::kStop ||
            classes_[j] == WordClass::kSubordinator)
          break;
        verb_later = is_auxiliary(classes_[j]) || is_finite_verb(classes_[j]);
      }
      const bool modified =
          before == WordClass::kAdjective || before == WordClass::kName || before == WordClass::kNoun;
      if (after_determiner || (linked && modified && verb_later))
        classes_[i] = lower(i).ends_with("s") ? WordClass::kNouns : WordClass::kNoun;
    }
  }
}

// How many words that bound a number stand from word i on, before the number; 0: none.
uint32_t PageView::bound_before_number(uint32_t i, uint32_t last) const {
  const auto is_number = [&](uint32_t k) {
    return k < last &&
           (is_currency(lower(k)) || word_class(k) == WordClass::kNumber || lower(k) == "dozens" ||
            lower(k) == "a") &&
           time(k) == kNone;
  };
  const std::string_view word = lower(i), next = i + 1 < last ? lower(i + 1) : std::string_view{};
  if (((word == "at" && (next == "least" || next == "most")) ||
       ((word == "more" || word == "fewer" || word == "less") && next == "than") ||
       (word == "up" && next == "to")) &&
      is_number(i + 2) && lower(i + 2) != "a")
    return 2;
  if (word == "as" && (next == "many") && i + 2 < last && lower(i + 2) == "as" && is_number(i + 3)) return 3;
  if ((word == "about" || word == "around" || word == "nearly" || word == "almost" || word == "over" ||
       word == "some" || word == "approximately" || word == "roughly") &&
      is_number(i + 1) && lower(i + 1) != "a")
    return 1;
  return 0;
}

// A phrase is what stands between determiner and noun. Times are no phrases; an actor's name is never cut in
// two.
void PageView::find_phrases(const Sentence& sentence) {
  const uint32_t last = sentence.last_word;
  const auto cls = [&](uint32_t i) { return i < last ? word_class(i) : WordClass::kStart; };
  for (uint32_t i = sentence.first_word; i < last;) {
    if (time(i) != kNone && narrow_mention(i) == kNone) {
      ++i;
      continue;
    }
    // "$340 million"
    if (cls(i) == WordClass::kMark && is_currency(lower(i)) && cls(i + 1) == WordClass::kNumber) {
      Phrase phrase{i, i + 2, i + 1, false};
      while (phrase.end < last && (cls(phrase.end) == WordClass::kNumber || lower(phrase.end) == "million" ||
                                   lower(phrase.end) == "billion"))
        phrase.head = phrase.end++;
      const uint32_t index = static_cast<uint32_t>(phrases_.size());
      for (uint32_t k = phrase.begin; k < phrase.end; ++k) phrase_of_[k] = index;
      phrases_.push_back(phrase);
      i = phrase.end;
      continue;
    }
    // "at least 12", "more than 250", "about 80"
    const uint32_t bound = bound_before_number(i, last);
    if (bound > 0) {
      Phrase phrase{i, i + bound + 1, i + bound, false};
      uint32_t j = phrase.end;
      for (; j < last && (noun_like(cls(j)) || cls(j) == WordClass::kAdjective) && time(j) == kNone; ++j)
        if (noun_like(cls(j))) phrase.head = j, phrase.end = j + 1;
      const uint32_t index = static_cast<uint32_t>(phrases_.size());
      for (uint32_t k = phrase.begin; k < phrase.end; ++k) phrase_of_[k] = index;
      phrases_.push_back(phrase);
      i = phrase.end;
      continue;
    }
    const bool participle = (cls(i) == WordClass::kParticiple || cls(i) == WordClass::kIng) &&
                            (is_noun(cls(i + 1)) || cls(i + 1) == WordClass::kAdjective) &&
                            i > sentence.first_word && (word_class(i - 1) == WordClass::kPreposition);
    if (!opens_phrase(cls(i)) && !participle && narrow_mention(i) == kNone) {
      ++i;
      continue;
    }
    Phrase phrase{i, i, i, false};
    if ((cls(i) == WordClass::kPronoun || cls(i) == WordClass::kObject) && narrow_mention(i) == kNone) {
      phrase.end = i + 1;
      phrase.pronoun = true;
    } else {
      bool named = false, tail = false;
      uint32_t j = i;
      for (; j < last; ++j) {
        const WordClass c = cls(j), next = cls(j + 1);
        const uint32_t m = narrow_mention(j);
        if (j > i && m != kNone && m == narrow_mention(j - 1)) {
          // Inside one name whatever its words are; what follows a preposition or comma in it is no longer
          // its head.
          tail = tail || (named && (c == WordClass::kPreposition || c == WordClass::kComma ||
                                    c == WordClass::kWh || c == WordClass::kTo));
          if (noun_like(c) && !tail) phrase.head = j, named = true;
          continue;
        }
        tail = false;
        if (j > i && time(j) != kNone && m == kNone) {
          // "a two-week ceasefire", but not "the talks Friday"
          if (!named && (noun_like(next) || next == WordClass::kAdjective)) continue;
          break;
        }
        if (noun_like(c)) {
          if (named && c == WordClass::kNumber && noun_like(next) && m == kNone &&
              cls(j - 1) != WordClass::kNumber)
            break;  // "the truce | 14 times"
          phrase.head = j;
          named = true;
        } else if (c == WordClass::kClitic) {
          if (j == i) break;
        } else if (c == WordClass::kDeterminer || c == WordClass::kPossessive) {
          if (named && cls(j - 1) != WordClass::kClitic) break;
        } else if (c == WordClass::kAdjective) {
          if (named && !noun_like(next) && next != WordClass::kAdjective) break;
        } else if (c == WordClass::kParticiple || c == WordClass::kIng) {
          // "the besieged city", but not "the city besieged by"
          if (j == i ? !participle
                     : !(noun_like(next) || next == WordClass::kAdjective) ||
                           (named && cls(j - 1) != WordClass::kClitic))
            break;
        } else if (c == WordClass::kAdverb) {
          if (named || !(next == WordClass::kNumber || next == WordClass::kAdjective ||
                         next == WordClass::kParticiple))
            break;
        } else if (m == kNone) {
          break;
        }
      }
      phrase.end = std::max(j, i + 1);
      while (phrase.end > i + 1 && !noun_like(cls(phrase.end - 1)) && narrow_mention(phrase.end - 1) == kNone)
        --phrase.end;
      if (!named) phrase.head = phrase.end - 1;
    }
    const uint32_t index = static_cast<uint32_t>(phrases_.size());
    for (uint32_t k = phrase.begin; k < phrase.end; ++k) phrase_of_[k] = index;
    phrases_.push_back(phrase);
    i = phrase.end;
  }
}

}  // namespace hearsay::events
