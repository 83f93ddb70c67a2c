#include "text/lexicon.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

#include "text/word_set.h"

namespace hearsay {

extern const std::string_view kEnglishWordsTable, kEnglishFormsTable;

namespace {

struct WordHash {
  size_t operator()(std::string_view word) const { return hash_word(word); }
};

// Irregular verbs whose past and participle differ; all others have one form for both.
constexpr auto kPastOnly = word_set(
    "arose awoke ate beat became befell began bit blew broke chose came drew drank drove fell flew forbade "
    "forgave forgot forsook "
    "froze gave grew hid knew lay mistook overcame overthrew ran rang rode rose sang sank saw shook shrank "
    "spoke sprang stole "
    "swam swore threw took tore underwent went wore wove wrote withdrew undertook foresaw overtook retook "
    "awoke strove undid");
constexpr auto kParticipleOnly = word_set(
    "arisen awoken eaten beaten befallen begun bitten blown broken chosen drawn drunk driven fallen flown "
    "forbidden forgiven "
    "forgotten forsaken frozen given grown hidden known lain mistaken overthrown overcome rung ridden risen "
    "sung sunk seen shaken "
    "shrunk spoken sprung stolen swum sworn thrown taken torn undergone gone worn woven written withdrawn "
    "undertaken foreseen "
    "overtaken retaken sewn shown striven born borne proven stricken shot undone");
// Past and participle look like the base form.
constexpr auto kUnchanged = word_set(
    "put set cut hit let shut hurt cost cast burst split spread quit bid rid shed slit thrust broadcast "
    "forecast upset bet read beat "
    "wed offset reset outbid recast knit");
// Nouns that are plural as they stand.
constexpr auto kPluralNouns =
    word_set("people police troops clothes cattle headquarters personnel premises goods remains");
// The participle alone looks like the base form.
constexpr auto kParticipleAsBase = word_set("come become overcome run");

struct Form {
  std::string_view lemma;
  bool verb = false;
};

class Lexicon {
 public:
  Lexicon() {
    words_.reserve(24000);
    forms_.reserve(600);
    read_lines(kEnglishWordsTable, 5, [&](const std::string_view* cells) {
      WordUse use;
      uint16_t* const counts[] = {&use.noun, &use.verb, &use.adjective, &use.adverb};
      for (int i = 0; i < 4; ++i) {
        if (cells[i + 1].empty()) continue;
        int value = 0;
        const auto [end, error] =
            std::from_chars(cells[i + 1].data(), cells[i + 1].data() + cells[i + 1].size(), value);
        if (error != std::errc() || value < 0) return false;
        *counts[i] = static_cast<uint16_t>(std::min(value + 1, 60000));
      }
      words_.emplace(cells[0], use);
      return true;
    });
    read_lines(kEnglishFormsTable, 3, [&](const std::string_view* cells) {
      if (cells[2] != "verb" && cells[2] != "noun") return false;
      forms_.emplace(cells[0], Form{cells[1], cells[2] == "verb"});
      return true;
    });
    forms_.emplace("women", Form{"woman", false});  // WordNet's list of exceptions lacks it
  }

  const WordUse* find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }
  // The list's own copy of a base form, so that a view of it lasts.
  std::string_view own(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? std::string_view{} : found->first;
  }
  auto forms(std::string_view form) const { return forms_.equal_range(form); }
  int unread() const { return unread_; }

 private:
  template <class Take>
  void read_lines(std::string_view table, size_t columns, Take take) {
    bool header = true;
    for (size_t at = 0; at < table.size();) {
      const size_t end = std::min(table.find('\n', at), table.size());
      const std::string_view line = table.substr(at, end - at);
      at = end + 1;
      if (line.empty() || line[0] == '#') continue;
      if (header) {
        header = false;
        continue;
      }
      std::string_view cells[5];
      size_t count = 0, from = 0;
      while (count < columns) {
        const size_t tab = std::min(line.find('\t', from), line.size());
        cells[count++] = line.substr(from, tab - from);
        from = tab + 1;
        if (tab == line.size()) break;
      }
      if (count != columns || !take(cells)) ++unread_;
    }
  }

  std::unordered_map<std::string_view, WordUse, WordHash> words_;
  std::unordered_multimap<std::string_view, Form, WordHash> forms_;
  int unread_ = 0;
};

const Lexicon& lexicon() {
  static const Lexicon kLexicon;
  return kLexicon;
}

bool is_doubled(std::string_view stem) {
  return stem.size() > 2 && stem.back() == stem[stem.size() - 2] &&
         std::string_view("bdfgklmnprstvz").find(stem.back()) != std::string_view::npos;
}

class FormReader {
 public:
  FormReader(std::string_view form, std::vector<FormReading>& out) : form_(form), out_(out) {}

  void run() {
    if (const WordUse* use = lexicon().find(form_)) {
      const std::string_view own = lexicon().own(form_);
      if (kPluralNouns.contains(form_))
        add(WordClass::kNouns, own, use->noun);
      else if (!has_irregular_noun())
        add(WordClass::kNoun, own, use->noun);
      add(WordClass::kAdjective, own, use->adjective);
      add(WordClass::kAdverb, own, use->adverb);
      if (use->verb) {
        add(WordClass::kBase, own, use->verb);
        add(WordClass::kPresent, own, use->verb);
        if (kUnchanged.contains(form_)) {
          add(WordClass::kPast, own, use->verb);
          add(WordClass::kParticiple, own, use->verb);
        }
        if (kParticipleAsBase.contains(form_)) add(WordClass::kParticiple, own, use->verb);
      }
    }
    const auto [first, last] = lexicon().forms(form_);
    for (auto it = first; it != last; ++it) irregular(it->second);
    if (form_.size() < 4) return;
    if (form_.ends_with("ing")) endings(3, WordClass::kIng, WordClass::kIng);
    if (form_.ends_with("ed")) endings(2, WordClass::kPast, WordClass::kParticiple);
    if (form_.ends_with('s') && !form_.ends_with("ss")) s_form();
    if (form_.ends_with("er") || form_.ends_with("est")) compared(form_.ends_with("er") ? 2 : 3);
  }

 private:
  void add(WordClass c, std::string_view lemma, uint16_t count) {
    if (!count) return;
    for (const FormReading& r : out_) {
      if (r.word_class == c && r.count >= count) return;
    }
    out_.push_back({c, lemma, count});
  }

  bool has_irregular_noun() const {  // "women" stands in the list as a word of its own too
    const auto [first, last] = lexicon().forms(form_);
    return std::any_of(first, last,
                       [&](const auto& entry) { return !entry.second.verb && entry.second.lemma != form_; });
  }

  void irregular(const Form& form) {
    const WordUse* use = lexicon().find(form.lemma);
    if (!use) return;
    if (!form.verb) return add(WordClass::kNouns, form.lemma, use->noun);
    if (form_.ends_with("ing")) return add(WordClass::kIng, form.lemma, use->verb);
    if (form_.ends_with('s')) return add(WordClass::kPresentS, form.lemma, use->verb);
    if (!kParticipleOnly.contains(form_)) add(WordClass::kPast, form.lemma, use->verb);
    if (!kPastOnly.contains(form_)) add(WordClass::kParticiple, form.lemma, use->verb);
  }

  // The base form of a verb whose ending is cut off: as it is, with e, with its consonant single, with y for
  // i. The likelier one.
  void endings(size_t cut, WordClass first, WordClass second) {
    const std::string_view stem = form_.substr(0, form_.size() - cut);
    if (stem.size() < 2) return;
    best_ = {};
    best_count_ = 0;
    const bool doubled = is_doubled(stem);
    consider(std::string(stem) + 'e');
    if (doubled) consider(std::string(stem.substr(0, stem.size() - 1)));
    consider(std::string(stem));
    if (cut == 2 && stem.back() == 'i') consider(std::string(stem.substr(0, stem.size() - 1)) + 'y');
    if (cut == 3 && stem.back() == 'y') consider(std::string(stem.substr(0, stem.size() - 1)) + "ie");
    if (stem.ends_with("ck")) consider(std::string(stem.substr(0, stem.size() - 1)));
    add(first, best_, best_count_);
    if (second != first) add(second, best_, best_count_);
  }

  void consider(const std::string& base) {
    const WordUse* use = lexicon().find(base);
    if (!use || use->verb <= best_count_) return;
    best_ = lexicon().own(base);
    best_count_ = use->verb;
  }

  void s_form() {
    const std::string_view stem = form_.substr(0, form_.size() - 1);
    std::string bases[3] = {std::string(stem)};
    if (form_.ends_with("ies"))
      bases[1] = std::string(form_.substr(0, form_.size() - 3)) + 'y';
    else if (form_.ends_with("es"))
      bases[1] = std::string(form_.substr(0, form_.size() - 2));
    for (const std::string& base : bases) {
      const WordUse* use = base.size() < 2 ? nullptr : lexicon().find(base);
      if (!use) continue;
      add(WordClass::kNouns, lexicon().own(base), use->noun);
      add(WordClass::kPresentS, lexicon().own(base), use->verb);
    }
  }

  void compared(size_t cut) {
    const std::string_view stem = form_.substr(0, form_.size() - cut);
    std::string bases[3] = {std::string(stem), std::string(stem) + 'e'};
    if (is_doubled(stem))
      bases[2] = std::string(stem.substr(0, stem.size() - 1));
    else if (stem.ends_with('i'))
      bases[2] = std::string(stem.substr(0, stem.size() - 1)) + 'y';
    for (const std::string& base : bases) {
      const WordUse* use = base.size() < 2 ? nullptr : lexicon().find(base);
      if (use && use->adjective > 3) add(WordClass::kAdjective, lexicon().own(base), use->adjective);
    }
  }

  std::string_view form_;
  std::vector<FormReading>& out_;
  std::string_view best_;
  uint16_t best_count_ = 0;
};

}  // namespace

const WordUse* find_word(std::string_view lower) { return lexicon().find(lower); }

void read_form(std::string_view lower, std::vector<FormReading>& out) { FormReader(lower, out).run(); }

int unread_lexicon_lines() { return lexicon().unread(); }

}  // namespace hearsay
