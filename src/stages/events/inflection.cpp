#include "stages/events/inflection.h"

#include <array>

namespace hearsay::events {
namespace {

struct Irregular {
  std::string_view base, past, participle;
};

constexpr std::array kIrregular = {
    Irregular{"be", "was", "been"},
    Irregular{"bear", "bore", "borne"},
    Irregular{"beat", "beat", "beaten"},
    Irregular{"become", "became", "become"},
    Irregular{"begin", "began", "begun"},
    Irregular{"bid", "bid", "bid"},
    Irregular{"blow", "blew", "blown"},
    Irregular{"break", "broke", "broken"},
    Irregular{"bring", "brought", "brought"},
    Irregular{"build", "built", "built"},
    Irregular{"burst", "burst", "burst"},
    Irregular{"buy", "bought", "bought"},
    Irregular{"catch", "caught", "caught"},
    Irregular{"come", "came", "come"},
    Irregular{"cut", "cut", "cut"},
    Irregular{"deal", "dealt", "dealt"},
    Irregular{"do", "did", "done"},
    Irregular{"draw", "drew", "drawn"},
    Irregular{"drive", "drove", "driven"},
    Irregular{"fall", "fell", "fallen"},
    Irregular{"feed", "fed", "fed"},
    Irregular{"feel", "felt", "felt"},
    Irregular{"fight", "fought", "fought"},
    Irregular{"find", "found", "found"},
    Irregular{"flee", "fled", "fled"},
    Irregular{"fling", "flung", "flung"},
    Irregular{"fly", "flew", "flown"},
    Irregular{"forbid", "forbade", "forbidden"},
    Irregular{"freeze", "froze", "frozen"},
    Irregular{"get", "got", "got"},
    Irregular{"give", "gave", "given"},
    Irregular{"go", "went", "gone"},
    Irregular{"hang", "hanged", "hanged"},
    Irregular{"have", "had", "had"},
    Irregular{"hear", "heard", "heard"},
    Irregular{"hit", "hit", "hit"},
    Irregular{"hold", "held", "held"},
    Irregular{"hurt", "hurt", "hurt"},
    Irregular{"keep", "kept", "kept"},
    Irregular{"lay", "laid", "laid"},
    Irregular{"lead", "led", "led"},
    Irregular{"leave", "left", "left"},
    Irregular{"lend", "lent", "lent"},
    Irregular{"let", "let", "let"},
    Irregular{"lose", "lost", "lost"},
    Irregular{"make", "made", "made"},
    Irregular{"meet", "met", "met"},
    Irregular{"mow", "mowed", "mown"},
    Irregular{"overrun", "overran", "overrun"},
    Irregular{"overthrow", "overthrew", "overthrown"},
    Irregular{"pay", "paid", "paid"},
    Irregular{"put", "put", "put"},
    Irregular{"quit", "quit", "quit"},
    Irregular{"retake", "retook", "retaken"},
    Irregular{"run", "ran", "run"},
    Irregular{"say", "said", "said"},
    Irregular{"see", "saw", "seen"},
    Irregular{"seek", "sought", "sought"},
    Irregular{"sell", "sold", "sold"},
    Irregular{"send", "sent", "sent"},
    Irregular{"set", "set", "set"},
    Irregular{"shoot", "shot", "shot"},
    Irregular{"shut", "shut", "shut"},
    Irregular{"sink", "sank", "sunk"},
    Irregular{"slay", "slew", "slain"},
    Irregular{"speak", "spoke", "spoken"},
    Irregular{"spread", "spread", "spread"},
    Irregular{"stand", "stood", "stood"},
    Irregular{"steal", "stole", "stolen"},
    Irregular{"strike", "struck", "struck"},
    Irregular{"swear", "swore", "sworn"},
    Irregular{"take", "took", "taken"},
    Irregular{"teach", "taught", "taught"},
    Irregular{"tell", "told", "told"},
    Irregular{"throw", "threw", "thrown"},
    Irregular{"undertake", "undertook", "undertaken"},
    Irregular{"uphold", "upheld", "upheld"},
    Irregular{"win", "won", "won"},
    Irregular{"withdraw", "withdrew", "withdrawn"},
    Irregular{"withhold", "withheld", "withheld"},
    Irregular{"wound", "wounded", "wounded"},
    Irregular{"wrest", "wrested", "wrested"},
    Irregular{"write", "wrote", "written"},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kPlurals = {{
    {"man", "men"},
    {"woman", "women"},
    {"child", "children"},
    {"person", "persons"},
    {"wife", "wives"},
    {"life", "lives"},
    {"knife", "knives"},
    {"crisis", "crises"},
}};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_with(std::string_view word, std::string_view end) { return word.ends_with(end); }

bool takes_es(std::string_view word) {
  return ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z") || ends_with(word, "ch") ||
         ends_with(word, "sh") || word == "go" || word == "do" || word == "veto";
}

bool consonant_y(std::string_view word) {
  return word.size() > 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string with_s(std::string_view word) {
  if (takes_es(word)) return std::string(word) + "es";
  if (consonant_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ies";
  return std::string(word) + "s";
}

// One vowel before one final consonant: always doubled in one syllable ("stabbed"), in longer words only
// where the last syllable is stressed, which spelling does not show; those are listed.
enum class Doubling : uint8_t { kNever, kAlways, kEither };

Doubling doubling(std::string_view word) {
  if (word.size() < 3) return Doubling::kNever;
  const char last = word.back(), vowel = word[word.size() - 2], before = word[word.size() - 3];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || !is_vowel(vowel) || is_vowel(before))
    return Doubling::kNever;
  size_t vowels = 0;
  for (const char c : word) vowels += is_vowel(c);
  if (vowels == 1) return Doubling::kAlways;
  for (const std::string_view stressed :
       {"admit", "annul", "begin", "commit", "compel", "deter", "dispel", "equip", "expel", "forget",
        "kidnap", "airdrop", "occur", "overrun", "patrol", "permit", "rebel", "repel", "transfer"}) {
    if (word == stressed) return Doubling::kAlways;
  }
  return last == 'l' ? Doubling::kEither : Doubling::kNever;
}

void add(std::vector<InflectedVerb>& out, std::string form, uint8_t forms) {
  for (InflectedVerb& known : out) {
    if (known.form == form) {
      known.forms |= forms;
      return;
    }
  }
  out.push_back({std::move(form), forms});
}

}  // namespace

std::vector<InflectedVerb> inflect_verb(std::string_view base) {
  std::vector<InflectedVerb> out;
  add(out, std::string(base), kBaseForm);
  add(out, with_s(base), kThirdForm);
  const std::string word(base);
  const Doubling twice = doubling(base);
  const bool silent_e =
      base.size() > 2 && base.back() == 'e' && !ends_with(base, "ee") && !ends_with(base, "oe");
  const std::string stem = silent_e ? word.substr(0, word.size() - 1) : word;
  if (ends_with(base, "ie")) {
    add(out, word.substr(0, word.size() - 2) + "ying", kIngForm);
  } else {
    if (twice != Doubling::kAlways) add(out, stem + "ing", kIngForm);
    if (twice != Doubling::kNever) add(out, stem + word.back() + "ing", kIngForm);
  }
  for (const Irregular& verb : kIrregular) {
    if (verb.base != base) continue;
    add(out, std::string(verb.past), kPastForm);
    add(out, std::string(verb.participle), kParticipleForm);
    return out;
  }
  if (consonant_y(base)) {
    add(out, word.substr(0, word.size() - 1) + "ied", kPastForm | kParticipleForm);
  } else if (base.back() == 'e') {
    add(out, word + "d", kPastForm | kParticipleForm);
  } else {
    if (twice != Doubling::kAlways) add(out, word + "ed", kPastForm | kParticipleForm);
    if (twice != Doubling::kNever) add(out, word + word.back() + "ed", kPastForm | kParticipleForm);
  }
  return out;
}

std::string plural_of(std::string_view noun) {
  for (const auto& [one, many] : kPlurals) {
    if (noun == one ||
        (noun.size() > one.size() && ends_with(noun, one) && noun[noun.size() - one.size() - 1] == '-'))
      return std::string(noun.substr(0, noun.size() - one.size())) + std::string(many);
    // "gunman", "policewoman": compounds written as one word.
    if ((one == "man" || one == "woman") && noun.size() > one.size() + 1 && ends_with(noun, one))
      return std::string(noun.substr(0, noun.size() - one.size())) + std::string(many);
  }
  return with_s(noun);
}

}  // namespace hearsay::events
