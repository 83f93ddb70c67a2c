#include "stages/agreements/deal_words.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

struct Noun {
  std::string_view word;
  AgreementKind kind;
};

constexpr std::array<Noun, 16> kNouns = {{
    {"ceasefire", AgreementKind::kCeasefire},
    {"cease-fire", AgreementKind::kCeasefire},
    {"truce", AgreementKind::kCeasefire},
    {"armistice", AgreementKind::kCeasefire},
    {"cessation", AgreementKind::kCeasefire},
    {"de-escalation", AgreementKind::kCeasefire},
    {"accord", AgreementKind::kMechanism},
    {"pact", AgreementKind::kMechanism},
    {"treaty", AgreementKind::kMechanism},
    {"memorandum", AgreementKind::kMechanism},
    {"deal", AgreementKind::kMechanism},
    {"agreement", AgreementKind::kMechanism},
    {"swap", AgreementKind::kExchange},
    {"corridor", AgreementKind::kAidAccess},
    {"roadmap", AgreementKind::kTalks},
    {"settlement", AgreementKind::kMechanism},
}};

// A stem and what it says; the first that a word begins with counts.
struct Stem {
  std::string_view stem;
  DealWord says;
};

constexpr std::array<Stem, 77> kStems = {{
    {"reach", DealWord::kReached},       {"broker", DealWord::kReached},
    {"sign", DealWord::kReached},        {"struck", DealWord::kReached},
    {"strik", DealWord::kNone},          {"conclud", DealWord::kReached},
    {"negotiated", DealWord::kReached},  {"announc", DealWord::kReached},
    {"declar", DealWord::kReached},      {"agreed", DealWord::kReached},
    {"agree", DealWord::kReached},       {"arranged", DealWord::kReached},
    {"established", DealWord::kReached}, {"hammered", DealWord::kReached},
    {"mediated", DealWord::kReached},    {"seal", DealWord::kReached},
    {"clinch", DealWord::kReached},      {"approv", DealWord::kReached},
    {"began", DealWord::kEffective},     {"begin", DealWord::kEffective},
    {"begun", DealWord::kEffective},     {"start", DealWord::kEffective},
    {"enter", DealWord::kEffective},     {"collaps", DealWord::kEnded},
    {"unravel", DealWord::kEnded},       {"expire", DealWord::kEnded},
    {"ended", DealWord::kEnded},         {"failed", DealWord::kEnded},
    {"crumbl", DealWord::kEnded},        {"shattered", DealWord::kEnded},
    {"torpedo", DealWord::kEnded},       {"failure", DealWord::kEnded},
    {"breakdown", DealWord::kEnded},     {"violat", DealWord::kBroken},
    {"breach", DealWord::kBroken},       {"broke", DealWord::kBroken},
    {"break", DealWord::kBroken},        {"sabotag", DealWord::kBroken},
    {"flout", DealWord::kBroken},        {"renege", DealWord::kBroken},
    {"infring", DealWord::kBroken},      {"undermin", DealWord::kBroken},
    {"betray", DealWord::kBroken},       {"disregard", DealWord::kBroken},
    {"propos", DealWord::kProposed},     {"offer", DealWord::kProposed},
    {"suggest", DealWord::kProposed},    {"possible", DealWord::kProposed},
    {"seek", DealWord::kProposed},       {"sought", DealWord::kProposed},
    {"hope", DealWord::kProposed},       {"prospect", DealWord::kProposed},
    {"negotiat", DealWord::kProposed},   {"call", DealWord::kDemanded},
    {"urg", DealWord::kDemanded},        {"demand", DealWord::kDemanded},
    {"appeal", DealWord::kDemanded},     {"restor", DealWord::kDemanded},
    {"resum", DealWord::kDemanded},      {"reject", DealWord::kRefused},
    {"refus", DealWord::kRefused},       {"rebuff", DealWord::kRefused},
    {"dismiss", DealWord::kRefused},     {"observ", DealWord::kKept},
    {"respect", DealWord::kKept},        {"honour", DealWord::kKept},
    {"honor", DealWord::kKept},          {"abide", DealWord::kKept},
    {"adher", DealWord::kKept},          {"comply", DealWord::kKept},
    {"complie", DealWord::kKept},        {"complia", DealWord::kKept},
    {"exten", DealWord::kExtended},      {"prolong", DealWord::kExtended},
    {"suspend", DealWord::kSuspended},   {"implement", DealWord::kCarriedOut},
    {"fulfil", DealWord::kCarriedOut},
}};

constexpr std::array<std::string_view, 6> kUndertakings = {"promise",    "pledge",      "commitment",
                                                           "obligation", "undertaking", "assurance"};

}  // namespace

std::optional<AgreementKind> deal_noun(std::string_view lower) {
  for (const Noun& noun : kNouns)
    if (noun.word == lower ||
        (lower.size() == noun.word.size() + 1 && lower.back() == 's' && lower.starts_with(noun.word)))
      return noun.kind;
  return std::nullopt;
}

bool is_generic_deal(std::string_view lower) {
  return lower == "deal" || lower == "agreement" || lower == "accord" || lower == "pact" ||
         lower == "agreements" || lower == "deals";
}

bool is_undertaking_noun(std::string_view lower) {
  if (lower.ends_with('s')) lower.remove_suffix(1);
  return std::find(kUndertakings.begin(), kUndertakings.end(), lower) != kUndertakings.end();
}

DealWord deal_word(std::string_view lower) {
  // "came into force", "took effect"; not "forces".
  if (lower == "effect" || lower == "force") return DealWord::kEffective;
  for (const Stem& stem : kStems)
    if (lower.starts_with(stem.stem)) return stem.says;
  return DealWord::kNone;
}

}  // namespace hearsay
