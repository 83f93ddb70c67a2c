#include "stages/language/detect.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr size_t kShortText = 300;      // bytes: below this the detector errs, above it hardly ever
constexpr size_t kEnough = 8000;        // bytes that are looked at
constexpr double kEnglishShare = 0.22;  // of English function words, in a text that must be English

// Words that no other language written in Latin letters has as often; "in", "a", "of", "on", "me" are left
// out for theirs.
constexpr auto kEnglish = word_set(
    "the and of to is are was were be been has have had that this these those with for from by on at it its "
    "he she they we his her their our "
    "would will could should may might must not but which who what when where after before about between "
    "into than there said says told");

bool reads_english(std::string_view text) {
  size_t words = 0, english = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && ((text[end] | 32) >= 'a' && (text[end] | 32) <= 'z')) ++end;
    if (end == at) {
      if (static_cast<unsigned char>(text[at]) >= 0x80) {
        size_t next = at;
        if (is_letter(next_code_point(text, next))) ++words;
      }
      ++at;
      continue;
    }
    ++words;
    english += end - at <= 8 && kEnglish.contains(to_lower(text.substr(at, end - at)));
    at = end;
  }
  return words >= 3 && double(english) >= kEnglishShare * double(words);
}

std::string iso_code(CLD2::Language language) {
  std::string code = CLD2::LanguageCode(language);
  if (const size_t hyphen = code.find('-'); hyphen != std::string::npos)
    code.resize(hyphen);  // zh-Hant, sr-ME
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "un" || code.empty() || code.size() > 3) return "und";
  return code;
}

}  // namespace

DetectedLanguage detect_language(std::string_view text, std::string_view more) {
  std::string sample(text.substr(0, kEnough));
  while (
      !sample.empty() &&
      !is_valid_utf8(std::string_view(sample).substr(sample.size() - std::min<size_t>(sample.size(), 4))) &&
      sample.size() < text.size() && !on_boundary(text, sample.size()))
    sample.pop_back();
  if (sample.size() < kShortText && !more.empty()) sample.append("\n").append(more);
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language three[3];
  int percents[3], bytes = 0;
  double scores[3];
  bool reliable = false;
  const CLD2::Language language =
      CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &hints, 0, three,
                                     percents, scores, nullptr, &bytes, &reliable);
  DetectedLanguage detected;
  const std::string code = iso_code(language);
  const bool english = reads_english(sample);
  if (reliable && code != "und" && !(sample.size() < kShortText && english)) {
    detected.code = code;
    detected.reliable = true;
  } else if (english) {
    detected.code = "en";
    detected.reliable = reliable && code == "en";
  }
  return detected;
}

}  // namespace hearsay
