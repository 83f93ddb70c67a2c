#include "stages/extract/clutter_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "stages/extract/clutter_phrases.h"

namespace hearsay {
namespace {

// Phrases anywhere in a line, from the beginning of a word: sorted by their first byte, so that a line is
// walked once.
class Phrases {
 public:
  // Where a phrase stands, and its length; npos where none does.
  struct Found {
    size_t at = std::string_view::npos, length = 0;
  };

  // `list` has '|' between its phrases and must outlive them: a literal.
  explicit Phrases(std::string_view list) {
    for (size_t at = 0; at < list.size();) {
      const size_t end = std::min(list.find('|', at), list.size());
      if (end > at) by_first_[static_cast<unsigned char>(list[at])].push_back(list.substr(at, end - at));
      at = end + 1;
    }
  }
  // The whole line is one of them.
  bool is(std::string_view line) const {
    if (line.empty()) return false;
    const auto& phrases = by_first_[static_cast<unsigned char>(line.front())];
    return std::find(phrases.begin(), phrases.end(), line) != phrases.end();
  }
  // One of them begins (ends) the line.
  bool begin(std::string_view line) const {
    if (line.empty()) return false;
    const auto& phrases = by_first_[static_cast<unsigned char>(line.front())];
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return line.starts_with(phrase); });
  }
  bool end(std::string_view line) const {
    const Found found = last_in(line);
    return found.at != std::string_view::npos && found.at + found.length == line.size();
  }
  Found last_in(std::string_view line) const {
    Found found;
    walk(line, [&](size_t at, size_t length) {
      found = {at, length};
      return false;
    });
    return found;
  }
  bool any_in(std::string_view line) const {
    return walk(line, [](size_t, size_t) { return true; });
  }

 private:
  template <class Use>
  bool walk(std::string_view line, Use use) const {
    static const std::array<bool, 256> kInWord = [] {
      std::array<bool, 256> is{};
      for (int c = 0; c < 256; ++c) is[c] = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
      return is;
    }();
    const auto in_word = [&](size_t at) { return kInWord[static_cast<unsigned char>(line[at])]; };
    for (size_t at = 0; at < line.size(); ++at) {
      if (at > 0 && in_word(at - 1) && in_word(at)) continue;
      const auto& phrases = by_first_[static_cast<unsigned char>(line[at])];
      if (phrases.empty()) continue;
      const std::string_view rest = line.substr(at);
      for (const std::string_view phrase : phrases) {
        // The last byte first: most phrases fail there, without a call.
        if (phrase.size() > rest.size() || rest[phrase.size() - 1] != phrase.back()) continue;
        if (rest.starts_with(phrase) && use(at, phrase.size())) return true;
      }
    }
    return false;
  }

  std::vector<std::string_view> by_first_[256];
};

// Without marks, digits and brackets at its ends: "Comments (12)" is "comments".
std::string_view core(std::string_view line) {
  const auto is_edge = [](char c) {
    return c == ' ' || (c >= '0' && c <= '9') || (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
           (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
  };
  bool moved = true;
  while (moved) {
    moved = false;
    while (!line.empty() && is_edge(line.front())) line.remove_prefix(1), moved = true;
    while (!line.empty() && is_edge(line.back())) line.remove_suffix(1), moved = true;
    for (const std::string_view mark : {"…", "»", "›", "→", "«", "•", "·", "▶", "►", "–", "—"}) {
      if (line.starts_with(mark)) line.remove_prefix(mark.size()), moved = true;
      if (line.ends_with(mark)) line.remove_suffix(mark.size()), moved = true;
    }
  }
  return line;
}

}  // namespace

bool is_control(std::string_view line) {
  if (line.size() > 80) return false;
  static const Phrases kWhole(kControls);
  static const Phrases kBeginnings(kControlBeginnings);
  const std::string_view inner = core(line);
  return inner.empty() || kWhole.is(inner) || (line.size() <= 60 && kBeginnings.begin(inner));
}

bool is_list_label(std::string_view line) {
  if (line.size() > 60) return false;
  static const Phrases kWhole(kListLabels);
  const std::string_view inner = core(line);
  return kWhole.is(inner) || inner.starts_with("more from ") || inner.starts_with("related ") ||
         inner.starts_with("latest from ") || inner.starts_with("most read ") ||
         inner.starts_with("more on ");
}

bool is_comment_label(std::string_view line) {
  if (line.size() > 60) return false;
  static const Phrases kWhole(kCommentLabels);
  return kWhole.is(core(line));
}

bool is_pointer(std::string_view line) {
  static const Phrases kBeginnings(kPointerBeginnings);
  return line.size() <= kLongestClutter && kBeginnings.begin(line);
}

bool is_notice(std::string_view line) {
  if (line.size() > kLongestClutter) return false;
  static const Phrases kAlways(kNotices), kPerhaps(kNoticeHints), kReader(kToTheReader);
  if (kAlways.any_in(line) || line.starts_with("©") || line.starts_with("copyright ")) return true;
  const bool quotes = line.find('"') != std::string_view::npos || line.find("“") != std::string_view::npos;
  return line.size() <= 250 && !quotes && kPerhaps.any_in(line) && kReader.any_in(line);
}

bool hints_at_notice(std::string_view line) {
  static const std::string kBoth = std::string(kNotices) + "|" + std::string(kNoticeHints);
  static const Phrases kHints(kBoth);
  return kHints.any_in(line);
}

bool is_picture_credit(std::string_view line) {
  if (line.size() > 160) return false;
  static const Phrases kBeginnings(kCreditBeginnings);
  return kBeginnings.begin(line);
}

bool is_caption(std::string_view line) {
  if (line.size() > 700) return false;
  static const Phrases kBeginnings(kCaptionBeginnings);
  if (kBeginnings.begin(line)) return true;
  // "In this Sept. 22, 2031 file photo, ...", "In a photo released by ...": but not "In a video message".
  const std::string_view head = line.substr(0, 90);
  static const Phrases kPictures(kPictureWords), kEndings(kCreditEndings);
  if (head.starts_with("in this ") && kPictures.any_in(head)) return true;
  if (head.starts_with("in a photo ") || head.starts_with("in a file photo") ||
      head.starts_with("in an image "))
    return true;
  if (kEndings.end(line)) return true;
  const std::string_view tail = line.size() > 80 ? line.substr(line.size() - 80) : line;
  static const Phrases kCredits(kCreditsInside);
  const Phrases::Found credit = kCredits.last_in(tail);
  // A credit closes the line: nothing but names after it. One that opens the line is no caption's.
  if (credit.at != std::string_view::npos && (credit.at > 0 || tail.size() < line.size()))
    return tail.substr(credit.at + credit.length).find(". ") == std::string_view::npos;
  return false;
}

bool is_correction(std::string_view line) {
  static const Phrases kBeginnings(kCorrections);
  return kBeginnings.begin(line);
}

}  // namespace hearsay
