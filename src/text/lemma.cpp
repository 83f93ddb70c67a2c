#include "text/lemma.h"

#include <array>
#include <utility>
#include <vector>

#include "text/lexicon.h"

namespace hearsay {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kAuxiliaries = {{
    {"is", "be"},     {"are", "be"},      {"was", "be"},    {"were", "be"},    {"been", "be"},
    {"being", "be"},  {"am", "be"},       {"be", "be"},     {"has", "have"},   {"had", "have"},
    {"have", "have"}, {"having", "have"}, {"does", "do"},   {"did", "do"},     {"do", "do"},
    {"done", "do"},   {"doing", "do"},    {"'re", "be"},    {"'m", "be"},      {"'ve", "have"},
    {"ca", "can"},    {"wo", "will"},     {"could", "can"}, {"would", "will"}, {"should", "shall"},
    {"might", "may"},
}};

std::string_view auxiliary(std::string_view lower) {
  for (const auto& [form, base] : kAuxiliaries) {
    if (form == lower) return base;
  }
  return {};
}

template <class Keep>
FormReading best_reading(std::string_view lower, Keep keep) {
  std::vector<FormReading> readings;
  read_form(lower, readings);
  FormReading best;
  for (const FormReading& r : readings) {
    if (keep(r.word_class) && r.count > best.count) best = r;
  }
  return best;
}

}  // namespace

std::string verb_lemma(std::string_view lower) {
  if (const std::string_view base = auxiliary(lower); !base.empty()) return std::string(base);
  return std::string(best_reading(lower, [](WordClass c) { return is_verb(c); }).lemma);
}

std::string noun_lemma(std::string_view lower) {
  const FormReading best =
      best_reading(lower, [](WordClass c) { return c == WordClass::kNoun || c == WordClass::kNouns; });
  if (best.count) return std::string(best.lemma);
  // Not in the list: the regular plural.
  if (lower.size() > 4 && lower.ends_with("ies")) return std::string(lower.substr(0, lower.size() - 3)) + 'y';
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zes"}) {
    if (lower.size() > 5 && lower.ends_with(ending)) return std::string(lower.substr(0, lower.size() - 2));
  }
  if (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") &&
      !lower.ends_with("is"))
    return std::string(lower.substr(0, lower.size() - 1));
  return std::string(lower);
}

std::string lemma(std::string_view lower) {
  if (const std::string_view base = auxiliary(lower); !base.empty()) return std::string(base);
  const FormReading best = best_reading(lower, [](WordClass) { return true; });
  return best.count ? std::string(best.lemma) : noun_lemma(lower);
}

}  // namespace hearsay
