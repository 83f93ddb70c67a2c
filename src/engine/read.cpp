#include <hearsay/read.h>

#include <chrono>
#include <ctime>

#include "base/format.h"
#include "base/version.h"
#include "engine/chain.h"
#include "engine/join.h"
#include "engine/page_run.h"
#include "store/writer.h"

namespace hearsay {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&time, &utc);
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return buffer;
}

// What one page came to: a document, or why there is none.
struct Outcome {
  std::optional<Document> document;
  Rejection rejection;
  uint64_t bytes_done = 0;
};

// Phase A over one page. Its bytes are let go of where nobody keeps them.
Outcome read_page(PageStream::Item&& item, const Chain& chain, KeepPages keep, Scratch& scratch) {
  Outcome outcome;
  outcome.bytes_done = item.bytes_done;
  outcome.rejection.input = std::move(item.place.input);
  outcome.rejection.offset = item.place.offset;
  if (!item.page) {
    outcome.rejection.stage = "input";
    outcome.rejection.code = item.page.error().code;
    outcome.rejection.message = item.page.error().message;
    return outcome;
  }
  Document document;
  document.page = std::move(item.page.value());
  if (std::optional<StageError> failed = chain.run(document, scratch)) {
    outcome.rejection.stage = std::move(failed->stage);
    outcome.rejection.code = failed->error.code;
    outcome.rejection.message = std::move(failed->error.message);
    outcome.rejection.sha256 = document.page.sha256;
    return outcome;
  }
  if (keep == KeepPages::kNo) document.page.bytes = {};
  document.words = {};  // not stored
  outcome.document = std::move(document);
  return outcome;
}

// Calls the user's function some times a second at most.
class Ticker {
 public:
  Ticker(const std::function<void(const ReadProgress&)>& progress, uint64_t bytes_total)
      : progress_(progress) {
    state_.bytes_total = bytes_total;
  }

  void page(uint64_t bytes_done) {
    ++state_.pages;
    state_.bytes = bytes_done;
    tick(ReadProgress::Phase::kReading);
  }

  void tick(ReadProgress::Phase phase) {
    if (!progress_) return;
    const bool turn = phase != state_.phase || seconds_since(last_) > 0.1;
    state_.phase = phase;
    if (!turn) return;
    last_ = Clock::now();
    state_.seconds = seconds_since(start_);
    progress_(state_);
  }

 private:
  const std::function<void(const ReadProgress&)>& progress_;
  ReadProgress state_;
  Clock::time_point start_ = Clock::now(), last_{};
};

class Run {
 public:
  Run(const ReadOptions& options, const Knowledge& knowledge, const Chain& chain, Writer writer)
      : options_(options), knowledge_(knowledge), chain_(chain), writer_(std::move(writer)) {}

  Result<ReadReport> read(const std::vector<std::string>& paths, const FieldMap& fields) {
    const InputListing listing = list_inputs(paths);
    report_.files = listing.files.size();
    report_.passed_over = listing.passed_over;
    PageStream pages(listing.files, InputOptions{options_.max_page_bytes, fields});
    Ticker ticker(options_.progress, pages.bytes_total());
    const std::string kept = options_.keep == KeepPages::kYes ? "keep" : "";
    RunInfo info{
        std::string(engine_version()) + "+" + std::string(engine_commit()), "none", knowledge_.hash(),
        fmt::format("max-page-bytes={};{};{}", options_.max_page_bytes, kept, options_.fields), now()};
    if (Result<void> begun = writer_.begin_run(info); !begun) return begun.error();

    Clock::time_point start = Clock::now();
    for (const Rejection& rejection : listing.rejections)
      if (Result<void> done = reject(rejection); !done) return done.error();
    if (Result<void> done = read_all(pages, ticker); !done) return done.error();
    if (Result<void> done = writer_.commit(); !done) return done.error();
    report_.seconds_reading = seconds_since(start);

    start = Clock::now();
    ticker.tick(ReadProgress::Phase::kIndexing);
    if (Result<void> done = writer_.build_indexes(); !done) return done.error();
    report_.seconds_indexing = seconds_since(start);

    start = Clock::now();
    ticker.tick(ReadProgress::Phase::kJoining);
    if (Result<void> done = join_documents(options_.record, writer_, knowledge_); !done) return done.error();
    report_.seconds_joining = seconds_since(start);

    if (Result<void> done = writer_.end_run(now()); !done) return done.error();
    if (Result<void> done = writer_.close(); !done) return done.error();
    return std::move(report_);
  }

 private:
  Result<void> read_all(PageStream& pages, Ticker& ticker) {
    Result<void> failed;
    run_over_pages<Outcome>(
        pages, options_.threads,
        [&](PageStream::Item&& item, Scratch& scratch) {
          return read_page(std::move(item), chain_, options_.keep, scratch);
        },
        [&](Outcome&& outcome) {
          failed = outcome.document ? put(*outcome.document, outcome.rejection) : reject(outcome.rejection);
          ticker.page(outcome.bytes_done);
          return failed.ok();
        });
    report_.records_passed_over = pages.passed_over();
    return failed;
  }

  // `refused` says where the page stands, should the store refuse it.
  Result<void> put(const Document& document, Rejection& refused) {
    Result<PutReport> put = writer_.put(document);
    if (!put) {
      // A document that does not hold together is a fault of ours, not of the record: the page is refused and
      // the run goes on.
      if (put.error().code != ErrorCode::kInternal) return put.error();
      refused.stage = "store";
      refused.code = put.error().code;
      refused.message = put.error().message;
      refused.sha256 = document.page.sha256;
      return reject(refused);
    }
    switch (put->outcome) {
      case PutReport::Outcome::kAdded:
        ++report_.added;
        break;
      case PutReport::Outcome::kRecoded:
        ++report_.updated;
        break;
      case PutReport::Outcome::kUnchanged:
      case PutReport::Outcome::kCaptureAdded:
        ++report_.unchanged;
        break;
    }
    report_.withdrawn += put->withdrawn;
    report_.statements += document.statements.size();
    report_.events += document.events.size();
    if (!document.language.is_english()) ++report_.not_english;
    if (document.article.repaired > 0) ++report_.repaired;
    return {};
  }

  Result<void> reject(const Rejection& rejection) {
    ++report_.rejected;
    if (report_.rejections.size() < 100)
      report_.rejections.push_back(
          {rejection.input, rejection.stage, std::string(to_string(rejection.code)), rejection.message});
    return writer_.reject(rejection);
  }

  const ReadOptions& options_;
  const Knowledge& knowledge_;
  const Chain& chain_;
  Writer writer_;
  ReadReport report_;
};

}  // namespace

Result<ReadReport> read(const std::vector<std::string>& paths, const ReadOptions& options) {
  const Result<FieldMap> fields = FieldMap::parse(options.fields);
  if (!fields) return fields.error();
  const Result<ChosenKnowledge> chosen = ChosenKnowledge::load(options.knowledge);
  if (!chosen) return chosen.error();
  const Knowledge& knowledge = chosen->get();
  const Result<Chain> chain = make_chain(knowledge);
  if (!chain) return chain.error();
  WriterOptions writing;
  writing.pages = options.keep == KeepPages::kYes ? StorePages::kYes : StorePages::kNo;
  Result<Writer> writer = Writer::open(options.record, writing);
  if (!writer) return writer.error();
  return Run(options, knowledge, chain.value(), std::move(writer.value())).read(paths, *fields);
}

}  // namespace hearsay
