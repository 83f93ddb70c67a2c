#include "stages/statements/word_forms.h"

#include "text/lexicon.h"

namespace hearsay::statements {
namespace {

constexpr size_t kMostRemembered = 60000;

FormBits bits_of(WordClass c) {
  switch (c) {
    case WordClass::kBase:
    case WordClass::kPresent:
      return kBase;
    case WordClass::kPresentS:
      return kThird;
    case WordClass::kPast:
      return kPast;
    case WordClass::kParticiple:
      return kParticiple;
    case WordClass::kIng:
      return kGerund;
    case WordClass::kNoun:
      return kSingular;
    case WordClass::kNouns:
      return kPlural;
    default:
      return 0;
  }
}

void add(std::vector<WordForm>& out, std::string_view lemma, bool verb, FormBits bits) {
  for (WordForm& form : out)
    if (form.verb == verb && form.lemma == lemma) {
      form.bits |= bits;
      return;
    }
  out.push_back({std::string(lemma), verb, bits});
}

// "be" and "have" are no words of an open class.
bool auxiliary(std::string_view w, std::vector<WordForm>& out) {
  if (w == "is" || w == "are" || w == "am" || w == "'re" || w == "’re" || w == "'m" || w == "’m")
    add(out, "be", true, kThird);
  else if (w == "was" || w == "were")
    add(out, "be", true, kPast);
  else if (w == "been")
    add(out, "be", true, kParticiple);
  else if (w == "be")
    add(out, "be", true, kBase);
  else if (w == "being")
    add(out, "be", true, kGerund);
  else if (w == "has")
    add(out, "have", true, kThird);
  else if (w == "have")
    add(out, "have", true, kBase);
  else if (w == "had")
    add(out, "have", true, kPast | kParticiple);
  else if (w == "having")
    add(out, "have", true, kGerund);
  else
    return false;
  return true;
}

}  // namespace

const std::vector<WordForm>& FormMemory::forms(std::string_view lower) {
  if (const auto found = known_.find(lower); found != known_.end()) return found->second;
  if (known_.size() >= kMostRemembered) known_.clear();
  std::vector<WordForm>& out = known_[std::string(lower)];
  if (auxiliary(lower, out)) return out;
  std::vector<FormReading> readings;
  read_form(lower, readings);
  bool verb = false;
  for (const FormReading& reading : readings) {
    const FormBits bits = bits_of(reading.word_class);
    if (bits == 0) continue;
    const bool is_verb = (bits & (kSingular | kPlural)) == 0;
    verb = verb || is_verb;
    add(out, reading.lemma, is_verb, bits);
  }
  if (verb || lower.size() < 4) return out;
  // newer than the word list ("retweeted"), or spelt otherwise ("re-emphasised")
  const auto stem = [&](size_t cut) { return std::string(lower.substr(0, lower.size() - cut)); };
  if (lower.ends_with("ed")) {
    add(out, stem(2), true, kPast | kParticiple);
    add(out, stem(1), true, kPast | kParticiple);
  } else if (lower.ends_with("ing") && lower.size() > 5) {
    add(out, stem(3), true, kGerund);
    add(out, stem(3) + 'e', true, kGerund);
  } else if (lower.ends_with('s') && !lower.ends_with("ss")) {
    add(out, stem(1), true, kThird);
  } else {
    add(out, lower, true, kBase);
  }
  return out;
}

}  // namespace hearsay::statements
