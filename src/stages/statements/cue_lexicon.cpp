#include "stages/statements/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace hearsay::statements {
namespace {

template <class Value, size_t kCount>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, kCount>& names,
                           std::string_view name) {
  for (const auto& [key, value] : names)
    if (key == name) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, CueKind>, 7> kKinds{{{"verb", CueKind::kVerb},
                                                                      {"noun", CueKind::kNoun},
                                                                      {"feeling", CueKind::kFeeling},
                                                                      {"light", CueKind::kLight},
                                                                      {"adjective", CueKind::kAdjective},
                                                                      {"preposition", CueKind::kPreposition},
                                                                      {"adverb", CueKind::kAdverb}}};

constexpr std::array<std::pair<std::string_view, CueClass>, 5> kClasses{{{"say", CueClass::kSay},
                                                                         {"show", CueClass::kShow},
                                                                         {"thought", CueClass::kThought},
                                                                         {"weak", CueClass::kWeak},
                                                                         {"decline", CueClass::kDecline}}};

constexpr std::array<std::pair<std::string_view, Frame>, 35> kFrames{{{"that", Frame::kThat},
                                                                      {"quote", Frame::kQuote},
                                                                      {"tail", Frame::kTail},
                                                                      {"to", Frame::kTo},
                                                                      {"ing", Frame::kIng},
                                                                      {"np", Frame::kNp},
                                                                      {"of", Frame::kOf},
                                                                      {"for", Frame::kFor},
                                                                      {"about", Frame::kAbout},
                                                                      {"at", Frame::kAt},
                                                                      {"over", Frame::kOver},
                                                                      {"on", Frame::kOn},
                                                                      {"with", Frame::kWith},
                                                                      {"against", Frame::kAgainst},
                                                                      {"from", Frame::kFrom},
                                                                      {"in", Frame::kIn},
                                                                      {"by", Frame::kBy},
                                                                      {"to-np", Frame::kToNp},
                                                                      {"linking", Frame::kLinking},
                                                                      {"as", Frame::kAs},
                                                                      {"comp", Frame::kComp},
                                                                      {"put-at", Frame::kPutAt},
                                                                      {"hold", Frame::kHold},
                                                                      {"alone", Frame::kAlone},
                                                                      {"obj-that", Frame::kObjThat},
                                                                      {"obj-to", Frame::kObjTo},
                                                                      {"obj-of", Frame::kObjOf},
                                                                      {"obj-for", Frame::kObjFor},
                                                                      {"obj-about", Frame::kObjAbout},
                                                                      {"obj-with", Frame::kObjWith},
                                                                      {"obj-against", Frame::kObjAgainst},
                                                                      {"obj-np", Frame::kObjNp},
                                                                      {"obj-saying", Frame::kObjSaying},
                                                                      {"passive", Frame::kPassive},
                                                                      {"raised", Frame::kRaised}}};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool is_reflexive(std::string_view word) {
  for (const std::string_view one :
       {"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself"})
    if (word == one) return true;
  return false;
}

}  // namespace

const CueSense* Cue::sense(Frame frame) const {
  for (const CueSense& one : senses)
    if (one.frames.has(frame)) return &one;
  return nullptr;
}

bool CueLexicon::add(std::string_view cue, std::string_view kind, std::string_view act,
                     std::string_view detail, std::string_view frames, std::string_view cue_class) {
  const auto parsed_kind = named(kKinds, kind);
  const auto parsed_class = named(kClasses, cue_class);
  const auto parsed_act = act.empty() ? std::optional(Act::kAssert) : parse_act(act);
  const auto parsed_detail = detail.empty() ? std::optional(ActDetail::kNone) : parse_act_detail(detail);
  if (cue.empty() || !parsed_kind || !parsed_class || !parsed_act || !parsed_detail) return false;
  CueSense sense{*parsed_act, *parsed_detail, {}, *parsed_class};
  for (const std::string& name : split(frames)) {
    const auto frame = named(kFrames, name);
    if (!frame) return false;
    sense.frames.add(*frame);
  }
  Cue*& known = by_lemma_[std::string(cue) + '\t' + std::string(kind)];
  if (known == nullptr) {
    cues_.push_back(std::make_unique<Cue>());
    known = cues_.back().get();
    known->lemma = cue;
    known->kind = *parsed_kind;
  }
  known->frames.add(sense.frames);
  known->senses.push_back(sense);
  return true;
}

bool CueLexicon::add_near_miss(std::string_view cue, std::string_view place, std::string_view word) {
  if (place != "before" && place != "after") return false;
  near_misses_.insert(std::string(cue) + '\t' + std::string(place) + '\t' + std::string(word));
  return true;
}

bool CueLexicon::is_near_miss(const Cue& cue, std::string_view before,
                              std::span<const std::string_view> after) const {
  const std::string first = cue.lemma + '\t';
  if (near_misses_.lower_bound(first) == near_misses_.end() ||
      !near_misses_.lower_bound(first)->starts_with(first))
    return false;
  if (near_misses_.contains(first + "before\t" + std::string(before))) return true;
  for (size_t i = 0; i < after.size() && i < 3; ++i)
    if (near_misses_.contains(first + "after\t" + std::string(after[i]))) return true;
  return false;
}

void CueLexicon::seal() {
  index_.clear();
  for (const auto& cue : cues_) {
    std::vector<std::string> words = split(cue->lemma);
    const std::string first = words.front();
    words.erase(words.begin());
    index_[first].push_back({cue.get(), std::move(words)});
  }
  for (auto& [word, entries] : index_)
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      if (a.rest.size() != b.rest.size()) return a.rest.size() > b.rest.size();
      return a.cue->kind != b.cue->kind ? a.cue->kind < b.cue->kind : a.cue->lemma < b.cue->lemma;
    });
}

void CueLexicon::find(std::span<const std::string_view> words, const std::vector<WordForm>& forms,
                      std::vector<CueMatch>& out) const {
  if (words.empty()) return;
  const size_t first = out.size();
  const auto take = [&](std::string_view lemma, FormBits bits, bool verb, bool noun) {
    const auto found = index_.find(lemma);
    if (found == index_.end()) return;
    for (const Entry& entry : found->second) {
      const CueKind kind = entry.cue->kind;
      const bool is_verb = kind == CueKind::kVerb || kind == CueKind::kLight,
                 is_noun = kind == CueKind::kNoun || kind == CueKind::kFeeling;
      if (is_verb != verb || is_noun != noun || entry.rest.size() + 1 > words.size()) continue;
      bool same = true;
      for (size_t i = 0; i < entry.rest.size() && same; ++i)
        same = entry.rest[i] == "oneself" ? is_reflexive(words[i + 1]) : words[i + 1] == entry.rest[i];
      if (same) out.push_back({entry.cue, bits, static_cast<uint32_t>(entry.rest.size() + 1)});
    }
  };
  for (const WordForm& form : forms) take(form.lemma, form.bits, form.verb, !form.verb);
  take(words.front(), kBase, false, false);
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                   [](const CueMatch& a, const CueMatch& b) {
                     if (a.words != b.words) return a.words > b.words;
                     return a.cue->kind < b.cue->kind;
                   });
}

}  // namespace hearsay::statements
