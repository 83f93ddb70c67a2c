#include "stages/extract/text_lines.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "stages/extract/byline.h"
#include "stages/extract/clutter_words.h"
#include "stages/extract/line_joins.h"

namespace hearsay {
namespace {

constexpr uint32_t kFewestOfCaption = 5;  // words of an image's alternative text
// A line that was nothing but marks goes, and is a gap as a blank one is.
void take_out_markup(std::vector<TextLine>& lines) {
  for (TextLine& line : lines) {
    std::string words = without_markup(line.text, line.markup);
    if (words == line.text) continue;
    line.text = std::move(words);
    line.features = measure(line.text);
  }
  bool gap = false;
  std::erase_if(lines, [&](TextLine& line) {
    if (line.text.empty()) return gap = true;
    line.blank_before = line.blank_before || std::exchange(gap, false);
    return false;
  });
}

bool is_code(const TextLine& line) {
  const LineFeatures& f = line.features;
  return f.brackets >= 6 && f.brackets * 4 > f.words;
}

// "Home > World > Uruguay", "News / Politics", "World | Business | Sport"
bool is_crumbs(const TextLine& line) {
  if (line.text.size() > 160 || line.features.ends_sentence) return false;
  for (const std::string_view mark : {" > ", " » ", " › ", " | ", " / ", " • ", " · ", " → "}) {
    size_t marks = 0, longest = 0, begin = 0;
    for (size_t at; (at = line.text.find(mark, begin)) != std::string::npos; begin = at + mark.size()) {
      ++marks;
      longest = std::max(longest, at - begin);
    }
    longest = std::max(longest, line.text.size() - begin);
    if (marks >= 2 ? longest <= 32 : marks == 1 && longest <= 18) return true;
  }
  return false;
}

bool has_bullet(std::string_view text) {
  for (const std::string_view bullet : {"• ", "•", "- ", "– ", "* ", "· ", "● ", "▪ ", "■ ", "‣ ", "○ "})
    if (text.starts_with(bullet)) return true;
  return false;
}

// What is left of a line once its dates are taken out.
LineFeatures beside_dates(std::string_view line, const std::vector<WrittenDate>& dates) {
  std::string rest;
  size_t at = 0;
  for (const WrittenDate& date : dates) {
    rest.append(line, at, date.begin - at);
    rest += ' ';
    at = date.end;
  }
  rest.append(line, at);
  return measure(normal_space(rest));
}

void classify_dated(TextLine& line, std::vector<WrittenDate> dates) {
  const LineFeatures left = beside_dates(line.text, dates);
  const bool at_end = line.text.size() - dates.back().end <= 3;
  std::erase_if(dates, [](const WrittenDate& date) { return !date.is_day(); });
  if (dates.empty()) return;
  const bool labelled = role_of_line(line.folded) != DateRole::kUnlabelled;
  const uint32_t most = labelled ? 12 : 6;
  if (left.words <= most && !left.ends_sentence &&
      !(left.words > 3 && at_end && !labelled && left.function_words > 0)) {
    line.kind = LineKind::kDate;
    line.dates = std::move(dates);
  } else if (at_end && left.words >= 4 && left.words <= 30 && !left.ends_sentence && dates.size() == 1) {
    line.kind = LineKind::kDatedTitle;
    line.dates = std::move(dates);
  }
}

LineKind kind_of(const TextLine& line) {
  const LineFeatures& f = line.features;
  if (f.letters <= 1 || is_code(line)) return LineKind::kClutter;
  if (line.markup.only_images) return f.words >= kFewestOfCaption ? LineKind::kCaption : LineKind::kClutter;
  if (line.text.size() <= kLongestClutter) {
    if (is_comment_label(line.folded)) return LineKind::kComments;
    if (is_list_label(line.folded) && !f.ends_sentence) return LineKind::kLabel;
    if (is_control(line.folded)) return LineKind::kClutter;
    if (is_correction(line.folded)) return LineKind::kNote;
    if (is_picture_credit(line.folded)) return LineKind::kCredit;
  }
  if (is_caption(line.folded)) return LineKind::kCaption;
  if (line.text.size() <= kLongestClutter) {
    // "More from the army was not to be had." is a sentence.
    if (is_pointer(line.folded) &&
        (!f.ends_sentence || line.text.substr(0, 40).find(':') != std::string::npos))
      return LineKind::kPointer;
    if (is_notice(line.folded)) return LineKind::kClutter;
    if (is_crumbs(line)) return LineKind::kClutter;
    if (is_byline(line.text)) return LineKind::kByline;
  }
  // Names of icons, of sections, of places: many words and none of the small ones that hold a sentence
  // together.
  if (f.words >= 12 && f.function_share() < 0.05 && !f.ends_sentence &&
      (f.script == Script::kLatin || f.script == Script::kCyrillic))
    return LineKind::kClutter;
  // A question in title case is a headline.
  const bool titled = f.script == Script::kLatin && f.words <= 20 && f.capital_share() > 0.75 &&
                      !f.begins_with_quote && (line.text.ends_with('?') || line.text.ends_with('!'));
  if (is_prose(f) && !titled) return LineKind::kProse;
  if (f.ends_with_colon && f.words >= 8 && f.function_share() >= 0.2)
    return LineKind::kProse;  // before a list
  if (line.markup.bullet || has_bullet(line.text)) return LineKind::kItem;
  return LineKind::kShort;
}

std::string find_site(const std::vector<TextLine>& lines) {
  std::unordered_map<std::string_view, uint32_t> counts;
  std::string_view site;
  uint32_t most = 1;
  for (const TextLine& line : lines) {
    const std::string_view suffix = suffix_of(line.text);
    if (suffix.size() < 2 || suffix.size() > 40) continue;
    const LineFeatures f = measure(suffix);
    if (f.words == 0 || f.words > 5 || f.ends_sentence || f.begins_lower || f.letters < 2 || f.digits > 0)
      continue;
    const uint32_t count = ++counts[suffix];
    if (count > most) most = count, site = suffix;
  }
  return std::string(site);
}

}  // namespace

std::string_view suffix_of(std::string_view line) {
  constexpr size_t kLongestSuffix = 48;
  const std::string_view text =
      line.size() > kLongestSuffix ? line.substr(line.size() - kLongestSuffix) : line;
  size_t best = std::string_view::npos, length = 0;
  for (const std::string_view mark : {" - ", " | ", " – ", " — "}) {
    const size_t at = text.rfind(mark);
    if (at != std::string_view::npos && (best == std::string_view::npos || at > best))
      best = at, length = mark.size();
  }
  if (best == std::string_view::npos)
    return line.starts_with("- ") && line.size() == text.size() ? text.substr(2) : std::string_view{};
  return text.substr(best + length);
}

DateRole role_of_line(std::string_view folded) {
  for (const std::string_view word : {"now:", "now ", "today is", "today:", "today,", "current time",
                                      "heute ist", "aujourd'hui", "hoy es", "сегодня"})
    if (folded.starts_with(word)) return DateRole::kNow;
  for (const std::string_view word :
       {"updated",    "update:",      "modified",   "last update", "last changed",   "edited",
        "revised",    "aktualisiert", "zuletzt",    "mis a jour",  "modifie",        "actualizado",
        "atualizado", "aggiornato",   "bijgewerkt", "обновлено",   "zaktualizowano", "uppdaterad",
        "oppdatert",  "opdateret",    "guncelle"})
    if (folded.find(word) != std::string_view::npos) return DateRole::kModified;
  for (const std::string_view word :
       {"published", "posted", "issued", "released", "first published", "date:", "created", "filed", "publie",
        "publicado", "veroffentlicht", "erstellt", "pubblicato", "gepubliceerd", "опубликовано",
        "opublikowano", "publicerad", "publisert", "stand:"})
    if (folded.find(word) != std::string_view::npos) return DateRole::kPublished;
  return DateRole::kUnlabelled;
}

bool is_date_line(std::string_view line) {
  std::vector<WrittenDate> dates = find_dates(line);
  if (std::none_of(dates.begin(), dates.end(), [](const WrittenDate& date) { return date.is_day(); }))
    return false;
  const LineFeatures left = beside_dates(line, dates);
  return left.words <= 5 && !left.ends_sentence;
}

std::vector<TextLine> cut_lines(std::string_view text) {
  std::vector<TextLine> lines;
  bool blank = true;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    TextLine line;
    line.text = normal_space(text.substr(at, end - at));
    line.source = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    at = end + 1;
    if (line.text.empty()) {
      blank = true;
      if (!lines.empty()) lines.back().blank_after = true;
      continue;
    }
    // The range holds the words only.
    size_t begin = line.source.begin, last = line.source.end;
    for (size_t next = begin; next < last && is_space(next_code_point(text, next)); begin = next) {
    }
    while (last > begin && is_space(previous_code_point(text, last))) do
        --last;
      while (!on_boundary(text, last));
    line.source = {static_cast<uint32_t>(begin), static_cast<uint32_t>(last)};
    line.blank_before = blank;
    line.features = measure(line.text);
    blank = false;
    lines.push_back(std::move(line));
  }
  if (!lines.empty()) lines.back().blank_after = true;
  join_lines(lines);
  if (is_marked(text)) take_out_markup(lines);
  return lines;
}

void classify_lines(std::vector<TextLine>& lines, std::string& site) {
  site = find_site(lines);
  std::array<size_t, static_cast<size_t>(Script::kOther) + 1> scripts{};
  std::unordered_map<std::string_view, uint32_t> seen;
  for (TextLine& line : lines) {
    scripts[static_cast<size_t>(line.features.script)] += line.features.letters;
    ++seen[line.text];
  }
  // Han and Kana are one script on a Japanese page.
  auto& kana = scripts[static_cast<size_t>(Script::kKana)];
  scripts[static_cast<size_t>(Script::kHan)] += std::exchange(kana, 0);
  const auto main =
      static_cast<Script>(std::max_element(scripts.begin() + 1, scripts.end()) - scripts.begin());
  for (TextLine& line : lines) {
    line.repeats = seen[line.text] - 1;
    if (line.text.size() <= 900) line.folded = fold(line.text);
    const Script script = line.features.script == Script::kKana ? Script::kHan : line.features.script;
    if (script != main && script != Script::kNone) {
      line.kind = LineKind::kClutter;
      continue;
    }
    line.kind = kind_of(line);
    const std::string_view suffix = site.empty() ? std::string_view{} : suffix_of(line.text);
    if (!suffix.empty() && suffix == site && line.kind != LineKind::kCredit) {
      line.kind = line.text.starts_with("- ") && line.text.size() == site.size() + 2 ? LineKind::kClutter
                                                                                     : LineKind::kCaption;
    }
    const bool may_hold_date =
        line.features.digits > 0 && line.text.size() <= 260 && !is_code(line) &&
        (line.kind == LineKind::kShort || line.kind == LineKind::kClutter || line.kind == LineKind::kByline ||
         line.kind == LineKind::kItem || line.kind == LineKind::kCredit ||
         (line.kind == LineKind::kProse && !line.features.ends_sentence));
    if (!may_hold_date) continue;
    std::vector<WrittenDate> dates = find_dates(line.text);
    if (!dates.empty()) classify_dated(line, std::move(dates));
  }
}

}  // namespace hearsay
