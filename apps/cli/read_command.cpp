#include <hearsay/read.h>

#include <cstdio>
#include <memory>

#include "cli/commands.h"

namespace hearsay::cli {
namespace {

std::string duration(double seconds) {
  char buffer[32];
  if (seconds < 60) {
    std::snprintf(buffer, sizeof buffer, "%.0f s", seconds);
  } else {
    std::snprintf(buffer, sizeof buffer, "%d:%02d min", static_cast<int>(seconds) / 60,
                  static_cast<int>(seconds) % 60);
  }
  return buffer;
}

// One line on a terminal, overwritten in place.
class ProgressBar {
 public:
  explicit ProgressBar(unsigned width) : width_(width) {}

  void show(const ReadProgress& p) {
    const char* what = p.phase == ReadProgress::Phase::kReading    ? "reading"
                       : p.phase == ReadProgress::Phase::kIndexing ? "indexing"
                                                                   : "joining";
    if (p.phase != ReadProgress::Phase::kReading) {
      std::fprintf(stderr, "\r\033[K%s ...", what);
    } else {
      const double rate = p.seconds > 0 ? static_cast<double>(p.pages) / p.seconds : 0;
      std::fprintf(stderr, "\r\033[K%s ", what);
      if (p.bytes_total > 0 && p.bytes > 0 && p.bytes <= p.bytes_total) {
        const double part = static_cast<double>(p.bytes) / static_cast<double>(p.bytes_total);
        const unsigned cells = width_ > 70 ? 24 : 10;
        const auto full = static_cast<unsigned>(cells * part);
        const std::string bar = std::string(full, '=') + std::string(cells - full, ' ');
        std::fprintf(stderr, "[%s] %2.0f %%  %s left  ", bar.c_str(), 100 * part,
                     duration(p.seconds * (1 - part) / part).c_str());
      }
      std::fprintf(stderr, "%llu pages  %.0f pages/s", static_cast<unsigned long long>(p.pages), rate);
    }
    std::fflush(stderr);
    shown_ = true;
  }

  ~ProgressBar() {
    if (shown_) std::fputs("\r\033[K", stderr);
  }

 private:
  unsigned width_;
  bool shown_ = false;
};

unsigned long long number(uint64_t value) { return value; }
const char* plural(uint64_t count) { return count == 1 ? "" : "s"; }

void print_summary(const ReadReport& r, const std::string& record) {
  const uint64_t pages = r.added + r.unchanged + r.updated;
  std::fprintf(stderr, "%llu page%s read", number(pages), plural(pages));
  const char* gap = ": ";
  const auto part = [&](uint64_t count, const char* what) {
    if (count == 0) return;
    std::fprintf(stderr, "%s%llu %s", gap, number(count), what);
    gap = ", ";
  };
  part(r.added, "new");
  part(r.unchanged, "known already");
  part(r.updated, "coded anew");
  part(r.not_english, "not in English (kept, not analysed)");
  part(r.repaired, "with wrongly decoded characters set right");
  gap = "; ";
  part(r.rejected, "rejected");
  part(r.records_passed_over, r.records_passed_over == 1 ? "record that is no page passed over"
                                                         : "records that are no pages passed over");
  part(r.passed_over, r.passed_over == 1 ? "other file passed over" : "other files passed over");
  std::fprintf(stderr, "\n%llu statement%s, %llu event%s", number(r.statements), plural(r.statements),
               number(r.events), plural(r.events));
  if (r.withdrawn)
    std::fprintf(stderr, "; %llu row%s withdrawn that this version no longer finds", number(r.withdrawn),
                 plural(r.withdrawn));
  std::fprintf(stderr, "\n%.2f s for the pages", r.seconds_reading);
  if (r.seconds_reading > 0.05)
    std::fprintf(stderr, " (%.0f a second)", static_cast<double>(pages) / r.seconds_reading);
  std::fprintf(stderr, ", %.2f s for the full-text index, %.2f s across pages\nrecord: %s\n",
               r.seconds_indexing, r.seconds_joining, record.c_str());
}

}  // namespace

void add_fields_option(CLI::App& app, std::string& fields) {
  app.add_option(
         "--fields", fields,
         "Fields of JSONL and CSV by name: text=body,title=headline,date=pub_date ... (parts: text html "
         "title date modified url author outlet language id; without it the usual names are recognised)")
      ->type_name("PART=FIELD,...");
}

Run add_read(CLI::App& app) {
  struct State {
    std::vector<std::string> paths;
    ReadOptions options;
    bool keep = false, quiet = false;
  };
  auto state = std::make_shared<State>();
  add_record_option(app, state->options.record);
  app.add_option(
         "PATH", state->paths,
         "Files, folders (walked), or - for standard input: HTML, text, WARC, feeds, JSONL, CSV, zip, tar; "
         "packed by gzip or zstd or not")
      ->required();
  app.add_flag("--keep", state->keep,
               "Store each page as read, compressed, so that it can be verified later");
  app.add_option("--threads", state->options.threads, "Pages read at a time (default: one for each core)")
      ->type_name("N");
  app.add_option("--max-page-bytes", state->options.max_page_bytes, "Larger pages are rejected")
      ->type_name("N")
      ->capture_default_str();
  app.add_option(
         "--fields", state->options.fields,
         "Fields of JSONL and CSV by name: text=body,title=headline,date=pub_date ... (parts: text html "
         "title date modified url author outlet language id; the usual names are recognised without)")
      ->type_name("PART=FIELD,...");
  app.add_option("--knowledge", state->options.knowledge,
                 "Folder with tables (*.tsv) that replace built-in ones of the same name")
      ->envname("HEARSAY_KNOWLEDGE")
      ->type_name("FOLDER");
  app.add_flag("--quiet", state->quiet, "No progress and no summary (what is rejected is still told)");
  app.footer(
      "Reading the same page twice changes nothing; a read that was killed is completed by the next. A page "
      "that can't be\n"
      "read becomes a row of `hearsay rejections`. Exit status: 0 all read, 1 nothing to read, 2 some "
      "rejected.\n"
      "For example:\n"
      "  hearsay read pages/ more/one.html.gz\n"
      "  hearsay read crawl.warc.gz feed.rss\n"
      "  hearsay read --fields text=story,date=day items.csv\n"
      "  hearsay read --keep --record talks.db pages/\n"
      "  curl https://example.org/news | hearsay read -");
  return [state] {
    state->options.keep = state->keep ? KeepPages::kYes : KeepPages::kNo;
    const Terminal terminal = standard_error();
    Result<ReadReport> report = [&] {
      ProgressBar bar(terminal.width);
      if (terminal.is_terminal && !state->quiet)
        state->options.progress = [&bar](const ReadProgress& p) { bar.show(p); };
      return read(state->paths, state->options);
    }();
    if (!report) return fail(report.error());
    if (report->files == 0) {
      print_rejections(report->rejections, report->rejected, ": hearsay rejections");
      std::fprintf(
          stderr,
          "hearsay: nothing to read under the paths given: no page (.html, .htm, .xhtml, .txt), WARC, feed "
          "(.rss, .atom, .xml), table (.jsonl, .json, .csv, .tsv) or archive (.zip, .tar)\n");
      return kNothingToRead;
    }
    if (!state->quiet) print_summary(*report, state->options.record);
    print_rejections(report->rejections, report->rejected, ": hearsay rejections");
    return report->rejected ? kSomeRejected : kAllRead;
  };
}

}  // namespace hearsay::cli
