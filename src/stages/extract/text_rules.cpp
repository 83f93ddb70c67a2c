#include "stages/extract/text_rules.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kNowhere = TextRules::kNowhere;
constexpr size_t kTitleWithin = 200;  // lines of the page
constexpr size_t kLookBack = 60;      // lines that a list or a label reaches

std::string_view without_suffix(std::string_view text, const std::string& site) {
  if (site.empty() || suffix_of(text) != site) return text;
  text.remove_suffix(site.size());
  while (!text.empty() && (text.back() == ' ' || text.back() == '-' || text.back() == '|' ||
                           static_cast<unsigned char>(text.back()) >= 0x80))
    text.remove_suffix(1);
  return text;
}

class Rules {
 public:
  explicit Rules(std::string_view text) : lines_(cut_lines(text)) {}

  TextRules read() {
    classify_lines(lines_, site_);
    title_ = find_title();
    find_zone();
    mark_repeats();
    std::vector<bool> keep(lines_.size());
    for (size_t i = zone_begin_; i < zone_end_; ++i) keep[i] = belongs(i);
    std::string headline =
        title_ == kNowhere ? std::string() : std::string(without_suffix(line(title_).text, site_));
    return {std::move(lines_), std::move(site_), title_,         std::move(headline),
            zone_begin_,       zone_end_,        std::move(keep)};
  }

 private:
  const TextLine& line(size_t i) const { return lines_[i]; }
  LineKind kind(size_t i) const { return lines_[i].kind; }
  bool is_body(size_t i) const { return kind(i) == LineKind::kProse; }

  // ---- title
  // ------------------------------------------------------------------------------------------------------------

  // Share of a headline's telling words that recur in prose.
  double recurrence(std::string_view headline) {
    if (prose_words_.empty()) {
      for (const TextLine& each : lines_)
        if (each.kind == LineKind::kProse) add_words(each.text, prose_words_);
    }
    std::unordered_set<std::string> words;
    add_words(headline, words);
    if (words.empty()) return 0;
    const auto there = std::count_if(words.begin(), words.end(),
                                     [&](const std::string& word) { return prose_words_.contains(word); });
    return double(there) / double(words.size());
  }

  // Words of four letters and more, folded, cut to six bytes so that "talks" meets "talk" and "coordinating"
  // "coordinate".
  static void add_words(std::string_view text, std::unordered_set<std::string>& words) {
    const std::string folded = fold(text);
    for (size_t at = 0; at < folded.size();) {
      size_t end = at;
      while (end < folded.size() &&
             (static_cast<unsigned char>(folded[end]) >= 0x80 || (folded[end] >= 'a' && folded[end] <= 'z')))
        ++end;
      if (end - at >= 4) words.insert(folded.substr(at, std::min<size_t>(end - at, 6)));
      at = std::max(end, at + 1);
    }
  }

  double title_score(size_t i, size_t prose_before) {
    const TextLine& l = line(i);
    const bool is_first = i == 0;
    const std::string_view headline = without_suffix(line(i).text, site_);
    const bool by_suffix = headline.size() < l.text.size();
    const bool early_prose =
        l.kind == LineKind::kProse && is_first && l.features.words <= 22 && l.blank_after;
    if (l.kind != LineKind::kShort &&
        !(l.kind == LineKind::kCaption && by_suffix && (is_first || has_twin(i, headline))) && !early_prose)
      return -1;
    const uint32_t words = l.features.words;
    if (words < 2 || words > 35 || l.features.letters < 6) return -1;
    double score = words >= 4 && words <= 22 ? 2 : words == 3 ? 0.5 : words == 2 ? -1 : 0;
    score += recurrence(headline) * 3;
    if (is_first) score += 1.5;
    if (l.repeats > 0) score += 1.5;
    const bool date_near = (i > 0 && kind(i - 1) == LineKind::kDate) ||
                           (i + 1 < lines_.size() && kind(i + 1) == LineKind::kDate) ||
                           (l.repeats > 0 && i + 2 < lines_.size() && kind(i + 2) == LineKind::kDate);
    if (date_near) score += 2;
    if (i + 1 < lines_.size() && kind(i + 1) == LineKind::kByline) score += 1.5;
    if (l.blank_before && l.blank_after) score += 1;
    if (l.features.ends_sentence && !l.text.ends_with('?')) score -= early_prose ? 3.5 : 2;
    if (i > 0 && (kind(i - 1) == LineKind::kCaption || kind(i - 1) == LineKind::kCredit) && !l.blank_before)
      score -= 3;
    if (l.features.begins_lower) score -= 2;
    return score - 1.5 * double(prose_before);
  }

  bool has_twin(size_t i, std::string_view headline) const {
    for (size_t other = 0; other < std::min(lines_.size(), kTitleWithin); ++other)
      if (other != i && line(other).text == headline) return true;
    return false;
  }

  // The best headline above the article's first paragraphs; else one below it that carries its date.
  // kNowhere: none.
  size_t find_title() {
    size_t best = kNowhere, prose_before = 0, prose_words = 0;
    double most = 2.9;
    for (size_t i = 0; i < std::min(lines_.size(), kTitleWithin) && prose_words < 90; ++i) {
      const double score = title_score(i, prose_before);
      if (score > most) most = score, best = i;
      if (is_body(i) && best != i) {
        ++prose_before;
        prose_words += line(i).features.words;
      }
    }
    if (best != kNowhere) return best;
    for (size_t i = lines_.size(); i-- > 0 && !is_body(i);)
      if (kind(i) == LineKind::kDatedTitle && recurrence(line(i).text) >= 0.5) return i;
    return kNowhere;
  }

  // ---- where the article lies
  // -------------------------------------------------------------------------------------------

  void find_zone() {
    size_t last_prose = kNowhere;
    for (size_t i = 0; i < lines_.size(); ++i)
      if (is_body(i)) last_prose = i;
    const bool title_above = title_ != kNowhere && (last_prose == kNowhere || title_ < last_prose);
    zone_begin_ = title_above ? title_ + 1 : 0;
    zone_end_ = lines_.size();
    // What readers wrote is prose too: it ends the article if most prose stands before it.
    size_t before = 0, all = 0;
    for (size_t i = zone_begin_; i < lines_.size(); ++i)
      if (is_body(i)) all += line(i).features.words;
    for (size_t i = zone_begin_; i < lines_.size(); ++i) {
      if (is_body(i)) before += line(i).features.words;
      if (kind(i) == LineKind::kComments && before * 10 >= all * 4 && before > 0) {
        zone_end_ = i;
        break;
      }
    }
    if (!title_above && title_ != kNowhere) zone_end_ = std::min(zone_end_, title_);
    first_body_ = last_body_ = kNowhere;
    for (size_t i = zone_begin_; i < zone_end_; ++i) {
      if (!is_body(i)) continue;
      if (first_body_ == kNowhere) first_body_ = i;
      last_body_ = i;
    }
    // Nothing but short lines: the best that there is are those that end like sentences, or are long.
    if (first_body_ == kNowhere) {
      for (size_t i = zone_begin_; i < zone_end_; ++i) {
        const LineFeatures& f = line(i).features;
        if (kind(i) != LineKind::kShort || !((f.ends_sentence && f.words >= 2) || f.words >= 14)) continue;
        lines_[i].kind = LineKind::kProse;
        if (first_body_ == kNowhere) first_body_ = i;
        last_body_ = i;
      }
    }
  }

  // The title again is no body; short lines that come twice are captions or controls.
  void mark_repeats() {
    std::unordered_set<std::string_view> seen;
    for (size_t i = zone_begin_; i < zone_end_; ++i) {
      TextLine& l = lines_[i];
      if (title_ != kNowhere &&
          (l.text == line(title_).text || l.text == without_suffix(line(title_).text, site_)))
        l.kind = LineKind::kClutter;
      else if (l.repeats > 0 && l.kind == LineKind::kShort)
        l.kind = l.features.words >= 5 ? LineKind::kCaption : LineKind::kClutter;
      else if (l.repeats > 0 && l.kind == LineKind::kProse && !seen.insert(l.text).second)
        l.kind = LineKind::kClutter;
    }
  }

  // ---- which lines belong to the body
  // -----------------------------------------------------------------------------------

  bool is_aside(size_t i) const {
    return kind(i) == LineKind::kCaption || kind(i) == LineKind::kCredit || kind(i) == LineKind::kPointer;
  }

  bool belongs(size_t i) const {
    if (first_body_ == kNowhere) return false;
    switch (kind(i)) {
      case LineKind::kProse:
        return true;
      case LineKind::kItem:
        return i > first_body_ && i < last_body_ ? line(i).features.words >= 2 && !under_label(i)
                                                 : near_body_item(i);
      case LineKind::kShort:
        return i < first_body_ ? is_standfirst(i) : i > last_body_ ? is_last_words(i) : is_inner(i);
      case LineKind::kDatedTitle:
        return false;
      default:
        return false;
    }
  }

  // Items that close a list which the body introduces.
  bool near_body_item(size_t i) const {
    if (i < first_body_) return false;
    for (size_t back = i; back-- > last_body_ && i - back <= kLookBack;) {
      if (kind(back) == LineKind::kItem) continue;
      return back == last_body_ && line(back).features.ends_with_colon;
    }
    return false;
  }

  bool under_label(size_t i) const {
    for (size_t back = i; back-- > zone_begin_ && i - back <= kLookBack;) {
      if (kind(back) == LineKind::kItem || kind(back) == LineKind::kShort) continue;
      return kind(back) == LineKind::kLabel;
    }
    return false;
  }

  // Between title and first paragraph: a summary in sentence case, not the headline of an inset.
  bool is_standfirst(size_t i) const {
    const LineFeatures& f = line(i).features;
    if (title_ == kNowhere || f.words < 6 || f.function_words == 0 || under_label(i)) return false;
    if (f.script != Script::kLatin) return f.words >= 8;
    return f.capital_share() < 0.7;
  }

  // After the last paragraph that is plainly one: a short sentence that still belongs to it.
  bool is_last_words(size_t i) const {
    const LineFeatures& f = line(i).features;
    return i == last_body_ + 1 && f.words >= 2 && f.words <= 8 && f.ends_sentence &&
           f.determiners + f.function_words > 0 && f.capital_share() < 0.8;
  }

  bool is_inner(size_t i) const {
    const LineFeatures& f = line(i).features;
    if (under_label(i)) return false;
    const bool after_aside = i > zone_begin_ && is_aside(i - 1) && !line(i).blank_before;
    if (after_aside) return false;
    if (f.ends_sentence) return f.letters >= 2 && !(f.words >= 6 && f.capital_share() > 0.75);
    if (f.ends_with_colon) return f.words >= 2;
    // One short line between paragraphs is a heading; several in a row are a list of something else.
    const bool alone = (is_body(i - 1) || kind(i - 1) == LineKind::kCaption) && i + 1 < zone_end_ &&
                       (is_body(i + 1) || kind(i + 1) == LineKind::kItem);
    if (f.words <= 7)
      return alone && f.words >= 1 && f.letters >= 3 && f.digits * 2 < f.letters &&
             !(f.words == 1 && f.begins_lower);
    if (f.words >= 18) return f.function_share() >= 0.15;
    // A headline leaves articles out; a paragraph that lost its full stop has them.
    return alone && f.determiners > 0 && f.capital_share() < 0.5 && f.function_share() >= 0.25;
  }

  std::vector<TextLine> lines_;
  std::string site_;
  std::unordered_set<std::string> prose_words_;
  size_t title_ = kNowhere;
  size_t zone_begin_ = 0, zone_end_ = 0;  // lines in which the body is looked for
  size_t first_body_ = kNowhere, last_body_ = kNowhere;
};

}  // namespace

std::string_view TextRules::without_site(size_t i) const { return without_suffix(lines[i].text, site); }

TextRules rule_text(std::string_view text) { return Rules(text).read(); }

}  // namespace hearsay
