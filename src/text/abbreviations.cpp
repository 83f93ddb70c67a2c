#include "text/abbreviations.h"

#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kTitles = word_set(
    "mr mrs ms messrs mx dr prof rev fr sen rep gov pres amb lt gen col maj sgt capt cpl cmdr cdr comdr adm "
    "brig pvt pfc "
    "hon supt insp det st mt ft sr msgr atty dep min supt mme mlle ing eng sec");
constexpr auto kMonths = word_set("jan feb mar apr jun jul aug sep sept oct nov dec");
constexpr auto kNumbered = word_set("no nos art arts fig figs pp vol ch sect para");
constexpr auto kCompanies = word_set("inc ltd corp co bros jr sr plc llc assn dept univ ph.d");
constexpr auto kOthers = word_set("vs etc approx est esp incl cf al ave blvd rd tel e.g i.e viz aka ca");

}  // namespace

Abbreviation abbreviation(std::string_view lower) {
  if (lower.size() > 6) return Abbreviation::kNone;
  if (kTitles.contains(lower)) return Abbreviation::kTitle;
  if (kMonths.contains(lower)) return Abbreviation::kMonth;
  if (kNumbered.contains(lower)) return Abbreviation::kNumbered;
  if (kCompanies.contains(lower)) return Abbreviation::kCompany;
  if (kOthers.contains(lower)) return Abbreviation::kOther;
  return Abbreviation::kNone;
}

}  // namespace hearsay
