#include "stages/events/lexicon.h"

#include <algorithm>
#include <array>

#include "stages/events/inflection.h"

namespace hearsay::events {
namespace {

constexpr std::array<std::string_view, 23> kMarkers = {
    "by",    "of",      "on",   "against", "at",      "in",        "with",     "to",
    "from",  "between", "into", "toward",  "towards", "for",       "over",     "outside",
    "among", "through", "near", "upon",    "across",  "targeting", "alongside"};

std::string column(const std::vector<std::string>& row, size_t index) {
  return index < row.size() ? row[index] : std::string();
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::optional<RoleFrame> parse_frame(std::string_view text) {
  RoleFrame frame;
  for (const std::string& word : split(text)) {
    if (word == "subject") {
      frame.subject = true;
    } else if (word == "object") {
      frame.object = true;
    } else if (word == "pre") {
      frame.before = true;
    } else if (word != "none") {
      const MarkerSet marker = marker_of(word);
      if (marker == 0) return std::nullopt;
      frame.markers |= marker;
    }
  }
  return frame;
}

std::optional<Need> parse_need(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Need>, 10> kNeeds = {{{"", Need::kNothing},
                                                                         {"role", Need::kRole},
                                                                         {"noun", Need::kNoun},
                                                                         {"named", Need::kNamed},
                                                                         {"dated", Need::kDated},
                                                                         {"human", Need::kHuman},
                                                                         {"place", Need::kPlace},
                                                                         {"against", Need::kAgainst},
                                                                         {"told", Need::kTold},
                                                                         {"labour", Need::kLabour}}};
  for (const auto& [name, need] : kNeeds)
    if (name == text) return need;
  return std::nullopt;
}

// "SUPPORT" or "SUPPORT/AGREE".
std::optional<EventType> parse_types(const std::string& text, std::optional<EventType>& ahead) {
  const size_t slash = text.find('/');
  if (slash == std::string::npos) return parse_event_type(text);
  ahead = parse_event_type(std::string_view(text).substr(slash + 1));
  return ahead ? parse_event_type(std::string_view(text).substr(0, slash)) : std::nullopt;
}

std::optional<Channel> parsed_channel(const std::string& name) {
  return name.empty() ? std::optional(Channel::kUnknown) : parse_channel(name);
}

// "is", "'s" and the like are no lexicon verbs, but "have" among the light ones is.
void add_have(std::vector<InflectedVerb>& forms, std::string_view base) {
  if (base != "have") return;
  for (InflectedVerb& verb : forms)
    if (verb.form == "haves") verb.form = "has";
}

std::vector<InflectedVerb> forms_of(std::string_view base) {
  std::vector<InflectedVerb> forms = inflect_verb(base);
  add_have(forms, base);
  return forms;
}

}  // namespace

MarkerSet marker_of(std::string_view lower) {
  for (size_t i = 0; i < kMarkers.size(); ++i)
    if (kMarkers[i] == lower) return MarkerSet{1} << i;
  return 0;
}

Lexicon::Lexicon(const Tables& tables, std::vector<std::string>& faults) {
  add_objects(tables.objects, faults);
  add_verbs(tables.verbs, faults);
  add_nouns(tables.nouns, faults);
  add_light_verbs(tables.light_verbs, faults);
  add_statuses(tables.statuses, faults);
  add_near_misses(tables.near_misses);
  add_word_facts(tables, faults);
  sort_longest_first();
}

size_t Lexicon::class_index(std::string_view name) {
  const auto found = classes_.find(name);
  if (found != classes_.end()) return found->second;
  const size_t index = std::min(classes_.size(), kMaxClasses - 1);
  classes_.emplace(name, index);
  return index;
}

size_t Lexicon::class_named(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? kMaxClasses - 1 : found->second;
}

std::string_view Lexicon::interned(std::string_view text) {
  const auto found = names_.find(text);
  return found != names_.end() ? std::string_view(found->first)
                               : std::string_view(names_.emplace(text, true).first->first);
}

void Lexicon::add_objects(const TableRows& rows, std::vector<std::string>& faults) {
  for (const std::vector<std::string>& row : rows) {
    const std::string name = column(row, 0), noun = column(row, 1);
    if (name.empty() || noun.empty()) {
      faults.push_back("event_objects: a row without class or word");
      continue;
    }
    const size_t index = class_index(name);
    word(noun).classes.set(index);
    if (noun.size() > 2 && noun.back() != 's') word(plural_of(noun)).classes.set(index);
  }
}

// "someone" stands for all classes of people, "party" for any actor's name.
void Lexicon::add_class(std::string_view name, ClassSet& classes, bool& party) {
  if (name == "party" || name == "someone") party = true;
  if (name == "someone") {
    for (const char* one : {"person", "armed", "official", "captive"}) classes.set(class_index(one));
  } else if (name != "party") {
    classes.set(class_index(name));
  }
}

void Lexicon::add_verbs(const TableRows& rows, std::vector<std::string>& faults) {
  for (const std::vector<std::string>& row : rows) {
    const std::string trigger = column(row, 0);
    Sense sense;
    sense.is_verb = true;
    sense.rest = split(trigger);
    const auto type = parse_types(column(row, 2), sense.ahead);
    const auto actor = parse_frame(column(row, 4)), recipient = parse_frame(column(row, 5));
    const std::string count = column(row, 6);
    if (count.size()) sense.count = parse_count_kind(count);
    const auto channel = parsed_channel(column(row, 7));
    if (sense.rest.empty() || !type || !actor || !recipient || !channel || (count.size() && !sense.count)) {
      faults.push_back("event_verbs: " + trigger + ": can't be understood");
      continue;
    }
    for (const std::string& name : split(column(row, 1))) {
      if (name == "+recipient") {
        sense.needs_recipient = true;
      } else if (name == "+count") {
        sense.needs_count = true;
      } else if (name == "nothing") {
        sense.no_object = true;
      } else if (name[0] == '!') {
        sense.unwanted.set(class_index(std::string_view(name).substr(1)));
      } else if (name[0] == '@') {
        sense.asks_subject = true;
        add_class(std::string_view(name).substr(1), sense.wanted_subject, sense.party_subject);
      } else {
        sense.asks_object = true;
        add_class(name, sense.wanted, sense.party);
      }
    }
    sense.type = *type;
    sense.mode = column(row, 3);
    sense.actor = *actor;
    sense.recipient = *recipient;
    sense.channel = *channel;
    const std::string verb = sense.rest.front();
    sense.rest.erase(sense.rest.begin());
    const Sense& kept = senses_[trigger + '\t' + column(row, 1) + '\t' + column(row, 2) + column(row, 3)] =
        std::move(sense);
    for (const InflectedVerb& form : forms_of(verb)) word(form.form).verbs.push_back({&kept, form.forms});
  }
}

void Lexicon::add_nouns(const TableRows& rows, std::vector<std::string>& faults) {
  for (const std::vector<std::string>& row : rows) {
    const std::string trigger = column(row, 0);
    Sense sense;
    sense.rest = split(trigger);
    const auto need = parse_need(column(row, 1));
    const auto type = parse_types(column(row, 2), sense.ahead);
    const auto actor = parse_frame(column(row, 4)), recipient = parse_frame(column(row, 5));
    const std::string count = column(row, 6);
    if (count.size()) sense.count = parse_count_kind(count);
    const auto channel = parsed_channel(column(row, 7));
    if (sense.rest.empty() || !need || !type || !actor || !recipient || !channel ||
        (count.size() && !sense.count)) {
      faults.push_back("event_nouns: " + trigger + ": can't be understood");
      continue;
    }
    sense.need = *need;
    sense.type = *type;
    sense.mode = column(row, 3);
    sense.actor = *actor;
    sense.recipient = *recipient;
    sense.channel = *channel;
    const std::vector<std::string> one = sense.rest;
    std::vector<std::string> many = one;
    // "exchange of fire" takes its plural on the first word, "ceasefire deal" on the last.
    const bool phrase = std::find(one.begin(), one.end(), "of") != one.end() ||
                        std::find(one.begin(), one.end(), "in") != one.end();
    const bool no_plural = one.front() == "by" || one.front() == "in" || one.front() == "on" ||
                           one.front() == "over" || one.front() == "via";
    std::string& inflected = phrase ? many.front() : many.back();
    if (!no_plural && inflected.back() != 's') inflected = plural_of(inflected);
    add_noun_form(sense, one, 1);
    if (many != one) add_noun_form(std::move(sense), many, 2);
  }
}

void Lexicon::add_noun_form(Sense sense, const std::vector<std::string>& words, uint8_t form) {
  sense.rest.assign(words.begin() + 1, words.end());
  std::string key = "noun";
  for (const std::string& one : words) key += ' ' + one;
  key += '\t' + std::to_string(static_cast<int>(sense.need));
  const Sense& kept = senses_[key] = std::move(sense);
  word(words.front()).nouns.push_back({&kept, form});
}

void Lexicon::add_light_verbs(const TableRows& rows, std::vector<std::string>& faults) {
  for (const std::vector<std::string>& row : rows) {
    LightVerb light;
    light.rest = split(column(row, 0));
    const std::string role = column(row, 1), status = column(row, 2);
    if (status.size()) light.status = parse_status(status);
    if (light.rest.empty() || (role != "actor" && role != "recipient" && role != "none") ||
        (status.size() && !light.status)) {
      faults.push_back("event_light_verbs: " + column(row, 0) + ": can't be understood");
      continue;
    }
    light.role = role == "actor"       ? LightRole::kActor
                 : role == "recipient" ? LightRole::kRecipient
                                       : LightRole::kNone;
    const std::string verb = light.rest.front();
    light.rest.erase(light.rest.begin());
    const LightVerb& kept = lights_[column(row, 0)] = std::move(light);
    for (const InflectedVerb& form : forms_of(verb)) word(form.form).lights.push_back({&kept, form.forms});
  }
}

void Lexicon::add_statuses(const TableRows& rows, std::vector<std::string>& faults) {
  for (const std::vector<std::string>& row : rows) {
    StatusPhrase phrase;
    phrase.words = split(column(row, 0));
    const auto status = parse_status(column(row, 1));
    if (phrase.words.empty() || !status) {
      faults.push_back("event_status: " + column(row, 0) + ": can't be understood");
      continue;
    }
    phrase.status = *status;
    const StatusPhrase& kept = statuses_[column(row, 0)] = std::move(phrase);
    word(kept.words.front()).statuses.push_back(&kept);
  }
}

void Lexicon::add_near_misses(const TableRows& rows) {
  for (const std::vector<std::string>& row : rows) {
    const std::vector<std::string> one = split(column(row, 0));
    if (one.empty()) continue;
    std::vector<std::string> many = one;
    many.back() = plural_of(many.back());
    for (const std::vector<std::string>& words : {one, many}) {
      const std::vector<std::string>& kept = misses_[column(row, 0) + (words == one ? "" : "\ts")] = words;
      word(words.front()).misses.push_back(&kept);
    }
  }
}

void Lexicon::add_word_facts(const Tables& tables, std::vector<std::string>& faults) {
  for (const std::vector<std::string>& row : tables.weapons) {
    if (column(row, 0).empty() || column(row, 1).empty()) {
      faults.push_back("event_weapons: a row without word or mode");
      continue;
    }
    word(column(row, 0)).weapon_mode = interned(column(row, 1));
  }
  for (const std::vector<std::string>& row : tables.contexts) {
    if (column(row, 0).empty() || column(row, 1).empty()) {
      faults.push_back("event_contexts: a row without word or context");
      continue;
    }
    word(column(row, 0)).contexts.push_back(interned(column(row, 1)));
  }
}

void Lexicon::sort_longest_first() {
  const auto longer = [](const auto& a, const auto& b) {
    return a.sense->rest.size() > b.sense->rest.size();
  };
  for (auto& [name, entry] : words_) {
    std::stable_sort(entry.verbs.begin(), entry.verbs.end(), longer);
    std::stable_sort(entry.nouns.begin(), entry.nouns.end(), longer);
    std::stable_sort(entry.lights.begin(), entry.lights.end(), [](const LightUse& a, const LightUse& b) {
      return a.verb->rest.size() > b.verb->rest.size();
    });
    std::stable_sort(
        entry.statuses.begin(), entry.statuses.end(),
        [](const StatusPhrase* a, const StatusPhrase* b) { return a->words.size() > b->words.size(); });
  }
}

}  // namespace hearsay::events
