#include "stages/times/times.h"

#include <algorithm>

#include "stages/times/tense.h"
#include "stages/times/time_parser.h"

namespace hearsay {
namespace {

struct Buffers {
  std::vector<FoundTime> found;
};

struct Published {
  int32_t first = 0, last = 0;
};

std::optional<Published> published_days(const DatedInterval& published) {
  const auto first = parse_iso_day(published.interval.from), last = parse_iso_day(published.interval.to);
  if (!first && !last) return std::nullopt;
  if (!first || !last) return std::nullopt;  // an open end gives every answer an open end: none
  return Published{std::min(*first, *last), std::max(*first, *last)};
}

// A day with its hour: "2031-03-05T14:30", with offset where the text gives one.
std::string at_hour(int32_t day, const std::string& clock) {
  std::string iso = iso_date(day) + "T" + clock.substr(0, 5) + ":00";
  if (clock.size() > 5) iso += clock.substr(5);
  return iso;
}

class Resolver {
 public:
  Resolver(Document& document, std::optional<Published> published)
      : document_(document), published_(published) {}

  void add(const FoundTime& found, Tense tense, uint32_t sentence) {
    const Words& words = document_.words;
    TimeExpression time;
    time.span = {words.words[found.first].span.begin, words.words[found.last - 1].span.end};
    time.kind = found.kind;
    const Meaning& m = found.meaning;
    if (!m.needs_page()) {
      if (const auto range = resolve(m, 0, tense, std::nullopt)) fill(time, m, *range, *range);
      if (time.value.empty() && !m.clock.empty()) hour_of_last(time, m, sentence);
    } else if (m.kind == MeaningKind::kAnchored) {
      const auto anchor = anchor_for(sentence);
      const int32_t day = anchor ? anchor->last : 0;
      if (const auto range = resolve(m, day, tense, anchor)) fill(time, m, *range, *range);
      time.resolved_by_page = last_by_page_;
    } else if (published_) {
      const auto low = resolve(m, published_->first, tense, std::nullopt),
                 high = resolve(m, published_->last, tense, std::nullopt);
      if (low && high) fill(time, m, *low, *high);
      time.resolved_by_page = !time.value.empty();
    }
    if (m.since && m.kind == MeaningKind::kDays && !time.value.empty()) {
      time.value.to = published_ ? iso_date(std::max(published_->last, m.first_day)) : std::string{};
      time.resolved_by_page = published_.has_value();
    }
    remember(time, m, sentence);
    document_.times.push_back(std::move(time));
  }

 private:
  static void fill(TimeExpression& time, const Meaning& m, DayRange low, DayRange high) {
    const int32_t first = std::min(low.first, high.first), last = std::max(low.last, high.last);
    if (!m.clock.empty() && first == last)
      time.value = {at_hour(first, m.clock), at_hour(first, m.clock)};
    else
      time.value = days_interval(first, last);
  }

  // The date that "the next day" and "three days earlier" start from: the last single day named, at most
  // three sentences back.
  std::optional<DayRange> anchor_for(uint32_t sentence) const {
    if (last_day_ && sentence - last_sentence_ <= 3) return last_day_;
    return std::nullopt;
  }

  // "At 09:40" alone is an hour of the day that the same sentence names.
  void hour_of_last(TimeExpression& time, const Meaning& m, uint32_t sentence) {
    if (!last_day_ || last_sentence_ != sentence || last_day_->first != last_day_->last) return;
    time.value = {at_hour(last_day_->first, m.clock), at_hour(last_day_->first, m.clock)};
    time.resolved_by_page = last_by_page_;
  }

  void remember(const TimeExpression& time, const Meaning& m, uint32_t sentence) {
    if (m.since || time.value.empty() || time.kind == TimeKind::kDuration) return;
    const auto first = parse_iso_day(time.value.from), last = parse_iso_day(time.value.to);
    if (!first || !last || *last - *first > 6) return;
    last_day_ = DayRange{*first, *last};
    last_sentence_ = sentence;
    last_by_page_ = time.resolved_by_page;
  }

  Document& document_;
  std::optional<Published> published_;
  std::optional<DayRange> last_day_;
  uint32_t last_sentence_ = 0;
  bool last_by_page_ = false;
};

class TimesStage final : public DocStage {
 public:
  std::string_view name() const override { return "times"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords; }
  Layers gives() const override { return only(Layer::kTimes); }

  Result<void> run(Document& document, Scratch& scratch) const override {
    document.times.clear();
    const Words& words = document.words;
    if (words.words.empty()) return {};
    Buffers& buffers = scratch.get<Buffers>();
    Reading& reading = scratch.get<Reading>();
    reading.read(document.text, words.words);
    Resolver resolver(document, published_days(document.article.published));
    for (uint32_t s = 0; s < words.sentences.size(); ++s) {
      const Sentence& sentence = words.sentences[s];
      buffers.found.clear();
      find_times(reading, sentence.first_word, sentence.last_word, buffers.found);
      for (const FoundTime& found : buffers.found) {
        const Tense tense =
            tense_around(reading, found.first, found.last, sentence.first_word, sentence.last_word);
        resolver.add(found, tense, s);
      }
    }
    return {};
  }
};

}  // namespace

std::unique_ptr<const DocStage> make_times_stage(const Knowledge&) { return std::make_unique<TimesStage>(); }

}  // namespace hearsay
