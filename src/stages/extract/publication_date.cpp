#include "stages/extract/publication_date.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/utf8.h"
#include "stages/extract/byline.h"

namespace hearsay {
namespace {

constexpr int kFarBehind =
    180;  // days that a story's newest date lies before a date line that it speaks against
constexpr int kSameTime =
    31;                     // days within which a date without year and a date with one tell of the same time
constexpr int kYear = 364;  // whole weeks, so that a page whose dates are moved by weeks gives the same
constexpr uint32_t kLongestStory = 256 << 10;  // bytes in which dates are looked for
constexpr size_t kMostCandidates = 200;
constexpr uint8_t kCloseBelow = 6;   // blocks below the title in which a bare date is surely the page's own
constexpr int kOvertaken = 5 * 365;  // days by which what a story tells as past may be younger than its date
constexpr size_t kHeadParagraphs = 6;
constexpr int kDatelineSlack = 10;  // days between a dateline and the page that carries it

struct StoryDate {
  WrittenDate date;
  Span span;  // in Document::text
  bool in_caption = false;
  [[nodiscard]] int32_t first_day() const {
    return days_from_civil(date.year, date.month, std::max(date.day, 1));
  }
};

// What the story itself says about its time.
struct StoryTime {
  std::optional<StoryDate> newest;    // with a year, told as past
  std::optional<StoryDate> yearless;  // the newest without a year that is close to `newest`
  int32_t yearless_day = 0;           // in the year of `newest`
  std::optional<StoryDate> dateline;  // of the first paragraph
  std::vector<int32_t> days;          // of all dates with a year
};

// The day nearest to `near` that has this month and day.
int32_t nearest_day(const WrittenDate& date, int32_t near) {
  const int year = civil_from_days(near).year;
  int32_t best = INT32_MIN / 2;
  for (const int y : {year - 1, year, year + 1}) {
    if (!is_valid_date(y, date.month, date.day)) continue;
    const int32_t day = days_from_civil(y, date.month, date.day);
    if (std::abs(day - near) < std::abs(best - near)) best = day;
  }
  return best;
}

// "will", "until", "by" and their kin in the clause before a date: it may lie ahead.
bool may_lie_ahead(std::string_view before) {
  if (before.size() > 90) before.remove_prefix(before.size() - 90);
  if (const size_t line = before.rfind('\n'); line != std::string_view::npos) before.remove_prefix(line + 1);
  const size_t stop = before.find_last_of(".!?");
  if (stop != std::string_view::npos && stop + 2 < before.size() && before[stop + 1] == ' ')
    before.remove_prefix(stop + 1);
  const std::string lower = to_lower(before);
  for (const std::string_view word :
       {"will ",   "would ",      "until ",   "till ",    " by ",    "scheduled", "deadline",  "expire",
        "due ",    "planned",     "plans ",   "going to", "set for", "next ",     "starting ", "from ",
        "before ", "take effect", "through ", "wird ",    "bis ",    "sera ",     "jusqu"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

// The length of a date with which a paragraph opens, and which a mark sets off from what follows; 0 where
// there is none.
size_t opening_date_length(std::string_view paragraph) {
  const std::vector<WrittenDate> dates = find_dates(paragraph.substr(0, 60));
  if (dates.empty() || dates.front().begin > 1 || !dates.front().is_day()) return 0;
  const std::string_view after = paragraph.substr(dates.front().end, 5);
  const size_t mark = after.find_first_of(")-:|/");
  if (mark != std::string_view::npos || after.find("–") != std::string_view::npos ||
      after.find("—") != std::string_view::npos)
    return dates.front().end;
  // "31 October 2023. ...", "01.02.2022 The ...": a sentence begins behind it.
  size_t at = after.starts_with(". ") ? 2 : after.starts_with(" ") ? 1 : std::string_view::npos;
  if (at >= after.size()) return 0;
  const char32_t next = next_code_point(after, at);
  return after.front() == '.' || is_upper(next) || next == U'„' || next == U'“' || next == U'«'
             ? dates.front().end
             : 0;
}

StoryTime time_of_story(const Document& document) {
  StoryTime story;
  const Article& article = document.article;
  const uint32_t begin = article.body.empty() ? article.captions.begin : article.body.begin;
  const uint32_t end = article.captions.empty() ? article.body.end : article.captions.end;
  if (begin >= end) return story;
  const std::string_view text =
      std::string_view(document.text).substr(begin, std::min(end - begin, kLongestStory));
  // "MOSCOW, Sept. 28 -" opens a report, and so does a bare "28.09.2031 -" or "(28.09.2031)".
  // That may come after a standfirst.
  uint32_t dateline_begin = 0, dateline_end = 0;
  for (size_t i = 0; i < std::min<size_t>(article.paragraphs.size(), kHeadParagraphs); ++i) {
    const Span paragraph = article.paragraphs[i].span;
    const std::string_view words = document.words_of(paragraph);
    size_t length = i == 0 ? dateline_length(words) : 0;
    if (length == 0) length = opening_date_length(words);
    if (length == 0) continue;
    dateline_begin = paragraph.begin;
    dateline_end = paragraph.begin + static_cast<uint32_t>(length);
    break;
  }
  std::vector<StoryDate> all;
  for (const WrittenDate& date : find_dates(text)) {
    StoryDate told{
        date, {begin + static_cast<uint32_t>(date.begin), begin + static_cast<uint32_t>(date.end)}, false};
    told.in_caption = !article.captions.empty() && told.span.begin >= article.captions.begin;
    if (told.span.begin >= dateline_begin && told.span.end <= dateline_end && date.day != 0 &&
        !story.dateline) {
      story.dateline = told;
      continue;
    }
    if (date.day_or_month_first || (date.year != 0 && date.year < 1990)) continue;
    if (date.year != 0) {
      story.days.push_back(told.first_day());
      if (!told.in_caption && may_lie_ahead(text.substr(0, date.begin))) continue;
      if (!story.newest || told.first_day() > story.newest->first_day()) story.newest = told;
    }
    all.push_back(told);
  }
  if (!story.newest) return story;
  for (const StoryDate& told : all) {
    if (told.date.year != 0 || told.date.day == 0 || told.in_caption) continue;
    const int32_t day = nearest_day(told.date, story.newest->first_day());
    if (std::abs(day - story.newest->first_day()) > kSameTime) continue;
    if (!story.yearless || day > story.yearless_day) story.yearless = told, story.yearless_day = day;
  }
  return story;
}

// Whether the story was written long before this day: then the line tells when the page was fetched. One sign
// is not enough: every old affair has old dates.
bool speaks_against(const StoryTime& story, const DateCandidate& candidate) {
  const int32_t day = candidate.date.days();
  if (story.dateline && std::abs(nearest_day(story.dateline->date, day) - day) > kDatelineSlack) return true;
  if (!story.newest) return false;
  if (std::any_of(story.days.begin(), story.days.end(),
                  [&](int32_t told) { return told > day - kFarBehind; }))
    return false;
  int signs = 1;
  signs += candidate.place == DatePlace::kAboveTitle;
  signs += candidate.date.has_weekday() && candidate.date.clock.empty();
  signs += story.newest->in_caption;
  signs += story.yearless.has_value();
  return signs >= 4;
}

DatedInterval dated(const DateCandidate& candidate) {
  DateEvidence evidence = DateEvidence::kTextLine;
  if (candidate.place == DatePlace::kMarkup) evidence = DateEvidence::kMarkup;
  if (candidate.place == DatePlace::kAddress) evidence = DateEvidence::kUrl;
  return {candidate.date.interval(), evidence, candidate.words, {}};
}

class Judge {
 public:
  Judge(Document& document, const Draft& draft)
      : document_(document), article_(document.article), draft_(draft), story_(time_of_story(document)) {
    if (const auto captured = parse_date(document.page.capture.time)) {
      captured_day_ = captured->days();
      article_.retrieved = {captured->interval(), DateEvidence::kMarkup, document.page.capture.time, {}};
    }
    for (DateCandidate candidate : draft.dates) {
      if (!candidate.date.is_day() || candidates_.size() >= kMostCandidates) continue;
      if (candidate.date.day_or_month_first) settle_order(candidate.date, draft);
      if (captured_day_ && candidate.date.days() > *captured_day_ + 1)
        continue;  // nothing is published after it was fetched
      candidates_.push_back(std::move(candidate));
    }
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const DateCandidate& a, const DateCandidate& b) {
                       return std::pair(a.place, a.rank) < std::pair(b.place, b.rank);
                     });
  }

  void decide() {
    set_aside_fetch_dates();
    const DateCandidate* published = choose();
    // The day over the title is the day of fetching where the story opens with its own.
    if (published != nullptr && published->place == DatePlace::kAboveTitle &&
        published->role == DateRole::kUnlabelled && story_.dateline && story_.dateline->date.is_day() &&
        story_.dateline->first_day() < published->date.days()) {
      set_retrieved(*published);
      published = nullptr;
    }
    if (published != nullptr) article_.published = dated(*published);
    set_modified(published);
    if (article_.published.interval.empty()) from_dateline();
    if (article_.published.interval.empty()) infer();
    bound();
    // A change that the page shows its readers, where nothing tells that the text is older: the day of the
    // text as it stands (docs/decisions/dates-of-pages.md).
    Interval& when = article_.published.interval;
    if (change_is_shown_ && when.from.empty()) when.from = when.to;
    // A date at the head of the page that is later than the story's own is the day of fetching.
    if (article_.retrieved.interval.empty() && published != nullptr) {
      for (const DateCandidate& other : candidates_) {
        if (other.place == DatePlace::kAboveTitle && &other != published &&
            other.role == DateRole::kUnlabelled &&
            (other.date.days() > published->date.days() ||
             (!other.with_title && other.date.days() == published->date.days())))
          set_retrieved(other);
      }
    }
  }

 private:
  void set_retrieved(const DateCandidate& candidate) {
    if (article_.retrieved.interval.empty()) article_.retrieved = dated(candidate);
  }

  // Which of two numbers is the month: by another date of the page that is the same day, then by the custom
  // of where it is at home.
  static void settle_order(WrittenDate& date, const Draft& draft) {
    const int32_t day = date.days(), other = days_from_civil(date.year, date.day, date.month);
    bool is_day = false, is_other = false;
    for (const DateCandidate& witness : draft.dates) {
      if (!witness.date.is_day() || witness.date.day_or_month_first) continue;
      is_day |= witness.date.days() == day;
      is_other |= witness.date.days() == other;
    }
    if (is_day == is_other) {
      if (draft.month_first == draft.day_first) return;
      is_other = draft.month_first;
    }
    if (is_other) std::swap(date.day, date.month);
    date.day_or_month_first = false;
  }

  void set_aside_fetch_dates() {
    std::erase_if(candidates_, [&](const DateCandidate& candidate) {
      if (candidate.place != DatePlace::kMarkup && candidate.place != DatePlace::kAddress &&
          is_overtaken(candidate))
        return true;
      const bool is_line =
          candidate.place == DatePlace::kAboveTitle || candidate.place == DatePlace::kUnderTitle;
      if (candidate.role != DateRole::kNow &&
          !(is_line && candidate.role == DateRole::kUnlabelled && speaks_against(story_, candidate)))
        return false;
      set_retrieved(candidate);
      return true;
    });
  }

  template <class Test>
  const DateCandidate* first(Test test) const {
    const auto found = std::find_if(candidates_.begin(), candidates_.end(), test);
    return found == candidates_.end() ? nullptr : &*found;
  }

  static bool in_utc(const DateCandidate& c) {
    return c.date.clock.ends_with('Z') || c.date.clock.ends_with("+00:00");
  }

  static bool beside_title(const DateCandidate& c) {
    return (c.place == DatePlace::kUnderTitle || c.place == DatePlace::kAboveTitle) && c.with_title &&
           c.role != DateRole::kModified && !c.date.day_or_month_first;
  }

  // The publication by the markup, unless the page knows better.
  const DateCandidate* by_markup(const DateCandidate* markup, const DateCandidate* address) const {
    const int32_t day = markup->date.days();
    const auto away = [&](const DateCandidate& c) { return c.date.days() - day; };
    const DateCandidate* shown = first([](const DateCandidate& c) { return beside_title(c); });
    // The markup tells the hour in Greenwich: the outlet's own day is the one that it shows or files under.
    if (in_utc(*markup) && !first([&](const DateCandidate& c) { return beside_title(c) && away(c) == 0; })) {
      if (shown != nullptr && std::abs(away(*shown)) == 1) return shown;
      if (address != nullptr && std::abs(away(*address)) == 1 && shown == nullptr) return address;
    }
    // The markup knows the day of the printed issue, the page the hour at which it came out.
    if (shown != nullptr && shown->bare && markup->date.clock.empty() && !shown->date.clock.empty() &&
        std::abs(away(*shown)) == 1)
      return shown;
    // Some pages stamp every change as the publication: what they show, and their address, know better.
    const DateCandidate* modified = first([](const DateCandidate& c) {
      return c.place == DatePlace::kMarkup && c.role == DateRole::kModified;
    });
    const bool stamped = modified == nullptr || away(*modified) <= 1;
    // Nothing says that the page was changed: the day that it shows is no later version's.
    if (modified == nullptr && shown != nullptr && shown->bare && shown->place == DatePlace::kUnderTitle &&
        shown->rank <= kCloseBelow && away(*shown) > 1)
      return shown;
    if (!stamped) return markup;
    if (address != nullptr && away(*address) < -2 && modified != nullptr) return address;
    const DateCandidate* earlier = first([&](const DateCandidate& c) {
      const bool line = c.place == DatePlace::kUnderTitle && c.bare && c.with_title &&
                        c.rank <= kCloseBelow && c.role != DateRole::kModified && !c.date.day_or_month_first;
      return away(c) < -1 && (line || (c.shown && c.bare && c.role == DateRole::kPublished));
    });
    return earlier != nullptr ? earlier : markup;
  }

  // What the story tells as past can't be years younger than its publication: the line tells of something
  // else.
  bool is_overtaken(const DateCandidate& c) const {
    return c.role == DateRole::kUnlabelled && story_.newest && story_.newest->date.day != 0 &&
           !story_.newest->in_caption && story_.newest->first_day() > c.date.days() + kOvertaken &&
           !c.date.day_or_month_first;
  }

  const DateCandidate* choose() const {
    const DateCandidate* address =
        first([](const DateCandidate& c) { return c.place == DatePlace::kAddress; });
    if (const DateCandidate* markup = first([](const DateCandidate& c) {
          return c.place == DatePlace::kMarkup && c.role == DateRole::kPublished;
        }))
      return by_markup(markup, address);
    const auto near_title = [](const DateCandidate& c) {
      return c.place == DatePlace::kUnderTitle || c.place == DatePlace::kAboveTitle;
    };
    const DateCandidate* line =
        first([&](const DateCandidate& c) { return near_title(c) && c.role == DateRole::kPublished; });
    const auto unlabelled = [&](bool under, bool beside) {
      return first([=](const DateCandidate& c) {
        return c.role == DateRole::kUnlabelled && c.with_title == beside &&
               c.place == (under ? DatePlace::kUnderTitle : DatePlace::kAboveTitle);
      });
    };
    if (line == nullptr) line = unlabelled(true, true);
    if (line == nullptr) line = unlabelled(false, true);
    if (line == nullptr) line = unlabelled(true, false);
    if (line != nullptr && address != nullptr && std::abs(line->date.days() - address->date.days()) > 1 &&
        !line->date.day_or_month_first)
      return address;
    if (line != nullptr && line->date.day_or_month_first && address != nullptr) return address;
    if (line != nullptr) return line;
    if (address != nullptr) return address;
    if (const DateCandidate* plain = first([](const DateCandidate& c) {
          return c.place == DatePlace::kMarkup && c.role == DateRole::kUnlabelled;
        }))
      return plain;
    if (const DateCandidate* head = unlabelled(false, false)) return head;
    return below_body();
  }

  // Dates under the article are mostly those of other stories. One counts if it stands with the title or is
  // labelled, or is the only one there and the story does not speak of a later day.
  const DateCandidate* below_body() const {
    const DateCandidate* only = nullptr;
    size_t count = 0;
    for (const DateCandidate& candidate : candidates_) {
      if (candidate.place != DatePlace::kBelowBody || candidate.role == DateRole::kModified) continue;
      if (candidate.with_title || candidate.role == DateRole::kPublished) return &candidate;
      only = &candidate;
      ++count;
    }
    if (count != 1) return nullptr;
    const bool later_told = story_.newest && story_.newest->first_day() > only->date.days() + 1;
    return later_told ? nullptr : only;
  }

  void set_modified(const DateCandidate* published) {
    const DateCandidate* modified =
        first([](const DateCandidate& c) { return c.role == DateRole::kModified; });
    if (modified == nullptr) return;
    if (published != nullptr && modified->date.days() < published->date.days()) return;
    article_.modified = dated(*modified);
    // Nothing but a change is dated: the page is no younger than that.
    if (published == nullptr) {
      article_.published = article_.modified;
      article_.published.interval.from.clear();
      change_is_shown_ =
          first([&](const DateCandidate& c) {
            return c.role == DateRole::kModified && c.date.days() == modified->date.days() &&
                   (c.shown || (c.place != DatePlace::kMarkup && c.place != DatePlace::kAddress));
          }) != nullptr;
    }
  }

  void from_dateline() {
    if (!story_.dateline) return;
    WrittenDate date = story_.dateline->date;
    if (date.year == 0) {
      if (!story_.newest) return;
      const int32_t day = nearest_day(date, story_.newest->first_day());
      if (day + 1 < story_.newest->first_day() || day > story_.newest->first_day() + 60) return;
      date.year = civil_from_days(day).year;
    }
    article_.published = {date.interval(), DateEvidence::kDateline,
                          std::string(document_.words_of(story_.dateline->span)), story_.dateline->span};
  }

  void infer() {
    const std::optional<int32_t> fetched = parse_iso_day(article_.retrieved.interval.from);
    if (!story_.newest) {
      if (fetched)
        article_.published = {
            {"", iso_date(*fetched)}, DateEvidence::kInferred, article_.retrieved.words, {}};
      return;
    }
    DatedInterval& published = article_.published;
    published.evidence = DateEvidence::kInferred;
    published.words = document_.words_of(story_.newest->span);
    published.span = story_.newest->span;
    published.interval.from = iso_date(story_.newest->first_day());
    std::optional<int32_t> last = fetched;
    if (story_.yearless) {
      // A day is told without its year for no longer than a year.
      const int32_t year_later = story_.yearless_day + kYear;
      if (!last || year_later < *last) {
        last = year_later;
        published.words += " ... " + std::string(document_.words_of(story_.yearless->span));
      }
    }
    if (last && *last >= story_.newest->first_day()) published.interval.to = iso_date(*last);
  }

  // A page without a day of its own was published in the month under which it is filed, and no earlier than
  // its picture was there.
  void bound() {
    DatedInterval& published = article_.published;
    const auto from = parse_iso_day(published.interval.from), to = parse_iso_day(published.interval.to);
    if (from && to) return;
    if (draft_.address_month) {
      const WrittenDate& month = *draft_.address_month;
      const int32_t first = days_from_civil(month.year, month.month, 1);
      const int32_t last = month.month == 12 ? days_from_civil(month.year + 1, 1, 1) - 1
                                             : days_from_civil(month.year, month.month + 1, 1) - 1;
      // What the story tells speaks of another time: the address is that of something else.
      if ((from && *from > last) || (to && *to < first)) return;
      const bool alone = published.interval.empty();
      if (!from || *from < first) published.interval.from = iso_date(first);
      if (!to || *to > last) published.interval.to = iso_date(last);
      published.evidence = alone ? DateEvidence::kUrl : DateEvidence::kInferred;
      published.words += (alone ? "" : " ... ") + draft_.address_month_words;
      if (alone) published.span = {};
    } else if (draft_.picture_month && !from) {
      const int32_t first = days_from_civil(draft_.picture_month->year, draft_.picture_month->month, 1);
      if (to && *to < first) return;
      const bool alone = published.interval.empty();
      published.interval.from = iso_date(first);
      published.evidence = DateEvidence::kInferred;
      published.words += (alone ? "" : " ... ") + draft_.picture_month_words;
    }
  }

  Document& document_;
  Article& article_;
  const Draft& draft_;
  StoryTime story_;
  std::optional<int32_t> captured_day_;
  bool change_is_shown_ = false;  // of a page that dates nothing else
  std::vector<DateCandidate> candidates_;
};

}  // namespace

void set_dates(Document& document, const Draft& draft) { Judge(document, draft).decide(); }

}  // namespace hearsay
