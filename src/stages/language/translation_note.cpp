#include "stages/language/translation_note.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kLongestNote = 240;  // bytes

constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"arabic", "ar"},    {"bulgarian", "bg"}, {"chinese", "zh"},    {"czech", "cs"},      {"danish", "da"},
    {"dutch", "nl"},     {"english", "en"},   {"estonian", "et"},   {"farsi", "fa"},      {"finnish", "fi"},
    {"french", "fr"},    {"georgian", "ka"},  {"german", "de"},     {"greek", "el"},      {"hebrew", "he"},
    {"hindi", "hi"},     {"hungarian", "hu"}, {"indonesian", "id"}, {"italian", "it"},    {"japanese", "ja"},
    {"korean", "ko"},    {"kurdish", "ku"},   {"latvian", "lv"},    {"lithuanian", "lt"}, {"norwegian", "no"},
    {"persian", "fa"},   {"polish", "pl"},    {"portuguese", "pt"}, {"romanian", "ro"},   {"russian", "ru"},
    {"serbian", "sr"},   {"spanish", "es"},   {"swedish", "sv"},    {"thai", "th"},       {"turkish", "tr"},
    {"ukrainian", "uk"}, {"urdu", "ur"},      {"vietnamese", "vi"}};

bool contains(std::string_view text, std::string_view phrase) {
  return text.find(phrase) != std::string_view::npos;
}

// The language named after "from" or "in".
std::string language_in(std::string_view note) {
  size_t first = std::string_view::npos;
  std::string code;
  for (const auto& [name, iso] : kLanguages) {
    const size_t at = note.find(name);
    if (at == std::string_view::npos || at >= first) continue;
    const std::string_view before = note.substr(0, at);
    const bool named = before.ends_with("from ") || before.ends_with("from the ") ||
                       before.ends_with("from the original ") || before.ends_with("published in ") ||
                       before.ends_with("written in ") || before.ends_with("appeared in ");
    if (!named) continue;
    first = at;
    code = iso;
  }
  return code;
}

TranslationNote read_note(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '(' || line.front() == '[' ||
                           line.front() == '*' || line.front() == '-'))
    line.remove_prefix(1);
  const std::string lower = to_lower(line);
  TranslationNote note;
  const auto begins = [&](std::initializer_list<std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return lower.starts_with(phrase); });
  };
  const bool about_itself = begins({"this article", "this story", "this text", "this page", "this report",
                                    "this is a", "note:", "editor's note:"});
  const bool by_machine =
      contains(lower, "machine translat") || contains(lower, "automatically translated") ||
      contains(lower, "automatic translation") || contains(lower, "translated automatically") ||
      contains(lower, "translated with ai") || contains(lower, "google translate");
  if (by_machine && (about_itself || begins({"machine", "automatic", "translat", "google"}))) {
    note.kind = Translation::kMachine;
  } else if (begins({"translated by ", "translated from ", "translation by ",
                     "translation: ", "translated and ", "english translation by ",
                     "translator: ", "translated into english"}) ||
             (about_itself && (contains(lower, "translated from") || contains(lower, "translated by") ||
                               contains(lower, "was translated") || contains(lower, "been translated") ||
                               contains(lower, "is a translation")))) {
    note.kind = Translation::kByOutlet;
  } else {
    return note;
  }
  note.from = language_in(lower);
  return note;
}

}  // namespace

TranslationNote find_translation_note(std::string_view text) {
  // Most pages have none: look for the stem before cutting lines.
  if (!contains(text, "ranslat")) return {};
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.size() > kLongestNote || !contains(line, "ranslat")) continue;
    const TranslationNote note = read_note(line);
    if (note.kind != Translation::kUnknown) return note;
  }
  return {};
}

}  // namespace hearsay
