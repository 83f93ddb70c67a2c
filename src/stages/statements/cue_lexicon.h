// The words that report, as a table (knowledge/cues.tsv), found in whatever form they stand in a text.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/types.h"
#include "stages/statements/word_forms.h"

namespace hearsay::statements {

enum class CueKind : uint8_t { kVerb, kNoun, kFeeling, kLight, kAdjective, kPreposition, kAdverb };
enum class CueClass : uint8_t { kSay, kShow, kThought, kWeak, kDecline };

// How the content stands to the cue: the head of knowledge/cues.tsv describes each.
enum class Frame : uint8_t {
  kThat,
  kQuote,
  kTail,
  kTo,
  kIng,
  kNp,
  kOf,
  kFor,
  kAbout,
  kAt,
  kOver,
  kOn,
  kWith,
  kAgainst,
  kFrom,
  kIn,
  kBy,
  kToNp,
  kLinking,
  kAs,
  kComp,
  kPutAt,
  kHold,
  kAlone,
  kObjThat,
  kObjTo,
  kObjOf,
  kObjFor,
  kObjAbout,
  kObjWith,
  kObjAgainst,
  kObjNp,
  kObjSaying,
  kPassive,
  kRaised,
};

class Frames {
 public:
  [[nodiscard]] bool has(Frame frame) const { return bits_ >> static_cast<unsigned>(frame) & 1; }
  void add(Frame frame) { bits_ |= uint64_t{1} << static_cast<unsigned>(frame); }
  void add(Frames other) { bits_ |= other.bits_; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }

 private:
  uint64_t bits_ = 0;
};

struct CueSense {
  Act act = Act::kAssert;
  ActDetail detail = ActDetail::kNone;
  Frames frames;
  CueClass cue_class = CueClass::kSay;
};

struct Cue {
  std::string lemma;
  CueKind kind = CueKind::kVerb;
  std::vector<CueSense> senses;
  Frames frames;  // of all senses

  // The sense that has the frame; none where no sense has it.
  [[nodiscard]] const CueSense* sense(Frame frame) const;
  [[nodiscard]] CueClass cue_class() const { return senses.front().cue_class; }
};

// A cue that begins at some word: in which forms, and how many words it takes.
struct CueMatch {
  const Cue* cue = nullptr;
  FormBits forms = 0;
  uint32_t words = 0;
};

class CueLexicon {
 public:
  // One line of the table: cue, kind, act, detail, frames, class. False where a column can't be understood;
  // the line is left out.
  [[nodiscard]] bool add(std::string_view cue, std::string_view kind, std::string_view act,
                         std::string_view detail, std::string_view frames, std::string_view cue_class);
  // A word beside which the cue is none; `place` is "before" or "after". False where it is neither.
  [[nodiscard]] bool add_near_miss(std::string_view cue, std::string_view place, std::string_view word);
  // Ends filling. After this the lexicon may be asked by any number of threads.
  void seal();

  [[nodiscard]] size_t size() const { return cues_.size(); }

  // Appends the cues that begin with words[0], longest first. `words`: the rest of the sentence, in lower
  // case; `forms`: what words[0] may be a form of.
  void find(std::span<const std::string_view> words, const std::vector<WordForm>& forms,
            std::vector<CueMatch>& out) const;

  // Whether the cue is none between these words, "" where there is none.
  [[nodiscard]] bool is_near_miss(const Cue& cue, std::string_view before,
                                  std::span<const std::string_view> after) const;

 private:
  struct Entry {
    const Cue* cue;
    std::vector<std::string> rest;  // the words after the first
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  std::vector<std::unique_ptr<Cue>> cues_;
  std::set<std::string, std::less<>> near_misses_;  // cue + '\t' + place + '\t' + word
  std::unordered_map<std::string, Cue*> by_lemma_;  // lemma + '\t' + kind
  std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>>
      index_;  // by the first word in its base form
};

}  // namespace hearsay::statements
