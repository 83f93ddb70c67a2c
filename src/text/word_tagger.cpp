#include "text/word_tagger.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/word_set.h"

namespace hearsay {

extern const std::string_view kEnglishClosedTable, kEnglishTransitionsTable;

namespace {

constexpr std::array<std::string_view, kWordClasses> kClassNames = {
    "START", "COMMA", "STOP",  "MID",    "OPEN", "CLOSE", "NUM",  "NAME", "NN",  "NNS",  "ADJ", "ADV",
    "PRON",  "OBJ",   "POSS",  "CLITIC", "DET",  "PREP",  "CONJ", "SUB",  "WH",  "TO",   "NEG", "BE",
    "HAVE",  "DO",    "MODAL", "VB",     "VBP",  "VBZ",   "VBD",  "VBN",  "VBG", "OTHER"};

// Grammatical words too rare for the counts.
constexpr auto kPrepositions = word_set(
    "amid amidst amongst alongside beneath throughout towards onto via versus atop regarding concerning "
    "besides beside underneath "
    "notwithstanding pending barring inside outside aboard unlike");
constexpr auto kSubordinators =
    word_set("unless whereas lest albeit provided although though whenever wherever");
constexpr auto kWhWords = word_set("whom whose whereby whichever whoever whatever wherein");
constexpr auto kNumberWords = word_set(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen");

// Nationalities without an ending of their own: adjectives more often than names.
constexpr auto kNationalities = word_set(
    "israeli iraqi pakistani saudi yemeni kuwaiti omani qatari emirati bahraini bangladeshi somali afghan "
    "greek dutch french swiss thai czech "
    "german american african european british arab iranian azerbaijani kazakh uzbek tajik kyrgyz turkmen "
    "nepali filipino cypriot "
    "slovak croat serb welsh kurdish western eastern northern southern islamic muslim christian jewish "
    "catholic sunni shia shiite");

// Endings of words that the list lacks, longest first.
struct Ending {
  std::string_view letters;
  WordClass first;
  float share;
  WordClass second;
};
constexpr std::array<Ending, 34> kEndings = {{
    {"ically", WordClass::kAdverb, .97f, WordClass::kAdjective},
    {"ments", WordClass::kNouns, .95f, WordClass::kPresentS},
    {"tions", WordClass::kNouns, .95f, WordClass::kPresentS},
    {"tion", WordClass::kNoun, .97f, WordClass::kBase},
    {"sion", WordClass::kNoun, .97f, WordClass::kBase},
    {"ment", WordClass::kNoun, .95f, WordClass::kBase},
    {"ness", WordClass::kNoun, .97f, WordClass::kAdjective},
    {"ship", WordClass::kNoun, .95f, WordClass::kBase},
    {"ance", WordClass::kNoun, .95f, WordClass::kBase},
    {"ence", WordClass::kNoun, .95f, WordClass::kBase},
    {"less", WordClass::kAdjective, .95f, WordClass::kNoun},
    {"able", WordClass::kAdjective, .95f, WordClass::kNoun},
    {"ible", WordClass::kAdjective, .95f, WordClass::kNoun},
    {"ious", WordClass::kAdjective, .97f, WordClass::kNoun},
    {"like", WordClass::kAdjective, .9f, WordClass::kNoun},
    {"ize", WordClass::kBase, .8f, WordClass::kPresent},
    {"ise", WordClass::kBase, .6f, WordClass::kNoun},
    {"ify", WordClass::kBase, .8f, WordClass::kPresent},
    {"ity", WordClass::kNoun, .97f, WordClass::kAdjective},
    {"ism", WordClass::kNoun, .97f, WordClass::kAdjective},
    {"ist", WordClass::kNoun, .8f, WordClass::kAdjective},
    {"ous", WordClass::kAdjective, .95f, WordClass::kNoun},
    {"ive", WordClass::kAdjective, .8f, WordClass::kNoun},
    {"ful", WordClass::kAdjective, .95f, WordClass::kNoun},
    {"ish", WordClass::kAdjective, .8f, WordClass::kNoun},
    {"ing", WordClass::kIng, .75f, WordClass::kNoun},
    {"ly", WordClass::kAdverb, .9f, WordClass::kAdjective},
    {"ed", WordClass::kParticiple, .55f, WordClass::kPast},
    {"al", WordClass::kAdjective, .8f, WordClass::kNoun},
    {"ic", WordClass::kAdjective, .85f, WordClass::kNoun},
    {"er", WordClass::kNoun, .9f, WordClass::kAdjective},
    {"or", WordClass::kNoun, .95f, WordClass::kAdjective},
    {"ss", WordClass::kNoun, .8f, WordClass::kAdjective},
    {"s", WordClass::kNouns, .88f, WordClass::kPresentS},
}};

struct ShareOf {
  WordClass word_class;
  float share;
};

class Tables {
 public:
  Tables() {
    std::array<std::array<float, kWordClasses>, kWordClasses> counts{};
    read(kEnglishTransitionsTable, [&](std::string_view a, std::string_view b, int n) {
      const int from = class_of(a), to = class_of(b);
      if (from < 0 || to < 0) return false;
      counts[static_cast<size_t>(from)][static_cast<size_t>(to)] = static_cast<float>(n);
      return true;
    });
    std::array<float, kWordClasses> priors{};
    float all = 0;
    for (const auto& row : counts) {
      for (size_t to = 0; to < row.size(); ++to) {
        priors[to] += row[to];
        all += row[to];
      }
    }
    for (size_t to = 0; to < priors.size(); ++to) log_prior_[to] = std::log((priors[to] + 20) / all);
    for (size_t from = 0; from < counts.size(); ++from) {
      float sum = 0;
      for (const float n : counts[from]) sum += n;
      for (size_t to = 0; to < priors.size(); ++to)
        log_next_[from][to] = std::log((counts[from][to] + 5 * (priors[to] + 1) / all) / (sum + 5));
    }
    std::unordered_map<std::string_view, float> totals;
    read(kEnglishClosedTable, [&](std::string_view word, std::string_view name, int n) {
      const int c = class_of(name);
      if (c < 0) return false;
      closed_[word].push_back({static_cast<WordClass>(c), static_cast<float>(n)});
      totals[word] += static_cast<float>(n);
      return true;
    });
    for (auto& [word, shares] : closed_) {
      for (ShareOf& s : shares) s.share /= totals[word];
    }
  }

  const std::vector<ShareOf>* closed(std::string_view lower) const {
    const auto found = closed_.find(lower);
    return found == closed_.end() ? nullptr : &found->second;
  }
  float next(WordClass from, WordClass to) const {
    return log_next_[static_cast<size_t>(from)][static_cast<size_t>(to)];
  }
  float prior(WordClass c) const { return log_prior_[static_cast<size_t>(c)]; }
  int unread() const { return unread_; }

 private:
  static int class_of(std::string_view name) {
    const auto found = std::find(kClassNames.begin(), kClassNames.end(), name);
    return found == kClassNames.end() ? -1 : static_cast<int>(found - kClassNames.begin());
  }

  template <class Take>
  void read(std::string_view table, Take take) {
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
      const size_t one = line.find('\t'), two = line.rfind('\t');
      int n = 0;
      const bool good =
          one != two && one != std::string_view::npos &&
          std::from_chars(line.data() + two + 1, line.data() + line.size(), n).ec == std::errc();
      if (!good || !take(line.substr(0, one), line.substr(one + 1, two - one - 1), n)) ++unread_;
    }
  }

  std::array<std::array<float, kWordClasses>, kWordClasses> log_next_{};
  std::array<float, kWordClasses> log_prior_{};
  std::unordered_map<std::string_view, std::vector<ShareOf>> closed_;
  int unread_ = 0;
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

// A class that the list knows but its texts never showed is rare.
float weight_of(const FormReading& r) { return r.count == 1 ? .25f : static_cast<float>(r.count); }

// How much of a base form's count falls to one of its forms.
float share_of_form(WordClass c) {
  switch (c) {
    case WordClass::kNoun:
      return .8f;
    case WordClass::kNouns:
      return 1.f;
    case WordClass::kBase:
      return .45f;
    case WordClass::kPresent:
      return .15f;
    case WordClass::kPresentS:
      return .35f;
    case WordClass::kPast:
      return .55f;
    case WordClass::kParticiple:
      return .45f;
    default:
      return 1.f;
  }
}

class Tagger {
 public:
  Tagger(std::string_view text, std::string_view lower, const std::vector<WordShape>& shapes,
         ClassCandidates& known)
      : text_(text), lower_(lower), shapes_(shapes), known_(known) {}

  void run(std::vector<WordClass>& classes, std::vector<std::string_view>& lemmas) {
    classes.assign(shapes_.size(), WordClass::kOther);
    lemmas.assign(shapes_.size(), {});
    size_t begin = 0;
    for (size_t i = 1; i <= shapes_.size(); ++i) {
      if (i < shapes_.size() && !shapes_[i].sentence_start) continue;
      sentence(begin, i, classes, lemmas);
      begin = i;
    }
  }

 private:
  std::string_view word(size_t i) const {
    return text_.substr(shapes_[i].begin, shapes_[i].end - shapes_[i].begin);
  }
  std::string_view lower(size_t i) const {
    return lower_.substr(shapes_[i].begin, shapes_[i].end - shapes_[i].begin);
  }

  void sentence(size_t begin, size_t end, std::vector<WordClass>& classes,
                std::vector<std::string_view>& lemmas) {
    const Tables& t = tables();
    cells_.clear();
    firsts_.clear();
    nodes_.clear();
    for (size_t i = begin; i < end; ++i) {
      const WordShape::Kind kind = shapes_[i].kind;
      // Quotation marks change nothing about what may follow what.
      if (kind == WordShape::Kind::kOpenQuote)
        classes[i] = WordClass::kOpen;
      else if (kind == WordShape::Kind::kCloseQuote)
        classes[i] = WordClass::kClose;
      else
        nodes_.push_back(i);
    }
    bool initial = true;
    for (const size_t i : nodes_) {
      firsts_.push_back(cells_.size());
      const std::vector<ClassCandidate>& candidates = candidates_of(i, initial);
      if (shapes_[i].kind == WordShape::Kind::kWord) initial = false;
      for (const ClassCandidate& c : candidates) {
        Cell cell{c, 0, 0};
        if (firsts_.size() == 1) {
          cell.best = t.next(WordClass::kStart, c.word_class) + c.score;
        } else {
          cell.best = -1e30f;
          for (size_t p = firsts_[firsts_.size() - 2]; p < firsts_.back(); ++p) {
            const float score =
                cells_[p].best + t.next(cells_[p].candidate.word_class, c.word_class) + c.score;
            if (score > cell.best) {
              cell.best = score;
              cell.from = static_cast<uint32_t>(p);
            }
          }
        }
        cells_.push_back(cell);
      }
    }
    if (nodes_.empty()) return;
    size_t at = firsts_.back();
    for (size_t p = firsts_.back(); p < cells_.size(); ++p) {
      if (cells_[p].best > cells_[at].best) at = p;
    }
    for (size_t n = nodes_.size(); n-- > 0;) {
      classes[nodes_[n]] = cells_[at].candidate.word_class;
      lemmas[nodes_[n]] = cells_[at].candidate.lemma;
      at = cells_[at].from;
    }
  }

  void add(WordClass c, float share, std::string_view lemma = {}) {
    found_->push_back({c, std::log(std::max(share, 1e-4f)) - tables().prior(c), lemma});
  }

  const std::vector<ClassCandidate>& candidates_of(size_t i, bool initial) {
    const WordShape& shape = shapes_[i];
    const bool capital = shape.capital, all = capital && shape.end - shape.begin > 1 && !has_lower(word(i));
    const unsigned written = static_cast<unsigned>(shape.kind) << 3 | (initial && capital ? 1u : 0u) |
                             (capital ? 2u : 0u) | (all ? 4u : 0u);
    bool fresh = false;
    found_ = &known_.of(lower(i), written, fresh);
    if (fresh) find_candidates(i, initial);
    return *found_;
  }

  void find_candidates(size_t i, bool initial) {
    const WordShape& shape = shapes_[i];
    if (shape.kind == WordShape::Kind::kPunctuation) return punctuation(word(i));
    if (shape.kind == WordShape::Kind::kNumber) return add(WordClass::kNumber, 1);
    std::string_view low = lower(i);
    std::string straight;
    if (const size_t curly = low.find("\u2019"); curly != std::string_view::npos) {
      straight = std::string(low.substr(0, curly)) + "'" + std::string(low.substr(curly + 3));
      low = straight;
    }
    const bool shouted = shape.end - shape.begin > 1 && shape.capital && !has_lower(word(i));
    if (const std::vector<ShareOf>* shares = tables().closed(low);
        shares && !(shouted && low == "us") && !(shape.capital && !initial && is_open_name(low))) {
      for (const ShareOf& s : *shares) add(s.word_class, s.share, lemma_for(low, s.word_class));
      return;
    }
    if (kNumberWords.contains(low)) return add(WordClass::kNumber, 1);
    if (kPrepositions.contains(low)) return add(WordClass::kPreposition, 1);
    if (kSubordinators.contains(low)) return add(WordClass::kSubordinator, 1);
    if (kWhWords.contains(low)) return add(WordClass::kWh, 1);
    readings_.clear();
    read_form(low, readings_);
    float left = 1;
    if (shape.capital && is_nationality(low)) {
      add(WordClass::kAdjective, .8f);
      add(WordClass::kName, .15f);
      add(WordClass::kNoun, .05f);
      return;
    }
    if (shape.capital) {
      const float name = shouted ? .97f : !initial ? .93f : readings_.empty() ? .75f : .04f;
      add(WordClass::kName, name);
      left = 1 - name;
    }
    if (readings_.empty()) return unknown(low, left);
    float total = 0;
    for (const FormReading& r : readings_) total += weight_of(r) * share_of_form(r.word_class);
    for (const FormReading& r : readings_)
      add(r.word_class, left * weight_of(r) * share_of_form(r.word_class) / total, r.lemma);
  }

  // Grammatical words that are also names when capitalised inside a sentence: "May", "Will", "Down".
  static bool is_open_name(std::string_view low) {
    static constexpr auto kNames = word_set("may will can mine down out us don");
    return kNames.contains(low);
  }

  static bool is_nationality(std::string_view low) {
    if (kNationalities.contains(low)) return true;
    return low.size() > 6 && (low.ends_with("ian") || low.ends_with("ese") || low.ends_with("ish"));
  }

  std::string_view lemma_for(std::string_view low, WordClass c) {
    if (c < WordClass::kBase || c > WordClass::kIng) return {};
    readings_.clear();
    read_form(low, readings_);
    for (const FormReading& r : readings_) {
      if (r.word_class == c) return r.lemma;
    }
    return {};
  }

  static bool has_lower(std::string_view w) {
    for (size_t at = 0; at < w.size();) {
      const char32_t c = next_code_point(w, at);
      if (is_letter(c) && !is_upper(c)) return true;
    }
    return false;
  }

  void punctuation(std::string_view w) {
    if (w == "," || w == ";") return add(WordClass::kComma, 1);
    if (w == "." || w == "!" || w == "?" || w.starts_with("..") || w == "\u2026")
      return add(WordClass::kStop, 1);
    if (w == "'" || w == "\u2019")
      return add(WordClass::kClitic, 1);  // a lone apostrophe: "the rebels' side"
    add(WordClass::kMark, 1);
  }

  void unknown(std::string_view low, float left) {
    if (low.find('-') != std::string_view::npos) {
      add(WordClass::kAdjective, .6f * left);
      add(WordClass::kNoun, .3f * left);
      add(WordClass::kNouns, low.ends_with('s') ? .3f * left : .01f * left);
      return;
    }
    for (const Ending& e : kEndings) {
      if (low.size() < e.letters.size() + 3 || !low.ends_with(e.letters)) continue;
      add(e.first, e.share * left);
      add(e.second, (1 - e.share) * left);
      return;
    }
    add(WordClass::kNoun, .7f * left);
    add(WordClass::kAdjective, .12f * left);
    add(WordClass::kBase, .05f * left);
    add(WordClass::kPresent, .02f * left);
    add(WordClass::kOther, .05f * left);
  }

  struct Cell {
    ClassCandidate candidate;
    float best;
    uint32_t from;
  };

  std::string_view text_, lower_;
  const std::vector<WordShape>& shapes_;
  ClassCandidates& known_;
  std::vector<Cell> cells_;
  std::vector<size_t> firsts_, nodes_;
  std::vector<ClassCandidate>* found_ = nullptr;
  std::vector<FormReading> readings_;
};

}  // namespace

std::vector<ClassCandidate>& ClassCandidates::of(std::string_view lower, unsigned written, bool& fresh) {
  static constexpr size_t kMost = 32'768, kSlots = 131'072;
  if (slots_.empty() || entries_.size() >= kMost) {
    slots_.assign(kSlots, 0);
    entries_.clear();
  }
  size_t slot = (hash_word(lower) * 31u + written) & (kSlots - 1);
  for (; slots_[slot]; slot = (slot + 1) & (kSlots - 1)) {
    Entry& entry = entries_[slots_[slot] - 1];
    if (entry.written == written && entry.word == lower) return entry.candidates;
  }
  entries_.push_back({std::string(lower), written, {}});
  slots_[slot] = static_cast<uint32_t>(entries_.size());
  fresh = true;
  return entries_.back().candidates;
}

void tag_words(std::string_view text, std::string_view lower, const std::vector<WordShape>& shapes,
               ClassCandidates& known, std::vector<WordClass>& classes,
               std::vector<std::string_view>& lemmas) {
  Tagger(text, lower, shapes, known).run(classes, lemmas);
}

int unread_class_lines() { return tables().unread(); }

}  // namespace hearsay
