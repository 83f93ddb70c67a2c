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
    std::snprintf(buffer, sizeof buffer, "%d:%02d min", static_cast<int>(seconds) / 60, static_cast<int>(seconds) % 60);
  }
  return buffer;
}

// One line on a terminal, overwritten in place.
class ProgressBar {
 public:
  explicit ProgressBar(unsigned width) : width_(width) {}

  void show(const ReadProgress& p) {
    const char* what = p.phase == ReadProgress::Phase::kReading ? "reading" : p.phase == ReadProgress::Phase::kIndexing ? "indexing" : "joining";
    if (p.phase != ReadProgress::Phase::kReading || p.total == 0) {
      std::fprintf(stderr, "\r\033[K%s ...", what);
    } else {
      const double rate = p.seconds > 0 ? static_cast<double>(p.done) / p.seconds : 0;
      char tail[96];
      std::snprintf(tail, sizeof tail, " %llu/%llu  %.0f pages/s  %s left", static_cast<unsigned long long>(p.done),
                    static_cast<unsigned long long>(p.total), rate,
                    rate > 0 ? duration(static_cast<double>(p.total - p.done) / rate).c_str() : "?");
      const unsigned cells = width_ > 70 ? 24 : 10;
      const auto full = static_cast<unsigned>(cells * p.done / p.total);
      const std::string bar = std::string(full, '=') + std::string(cells - full, ' ');
      std::fprintf(stderr, "\r\033[K%s [%s]%s", what, bar.c_str(), tail);
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

void print_summary(const ReadReport& r, const std::string& record) {
  const auto n = [](uint64_t value) { return static_cast<unsigned long long>(value); };
  const uint64_t pages = r.added + r.unchanged + r.updated;
  std::fprintf(stderr, "%llu page%s read (%llu new, %llu known, %llu coded anew)", n(pages), pages == 1 ? "" : "s", n(r.added),
               n(r.unchanged), n(r.updated));
  if (r.rejected) std::fprintf(stderr, ", %llu rejected", n(r.rejected));
  if (r.not_english) std::fprintf(stderr, ", %llu not in English (kept, not analysed)", n(r.not_english));
  if (r.passed_over) std::fprintf(stderr, ", %llu other file%s passed over", n(r.passed_over), r.passed_over == 1 ? "" : "s");
  std::fprintf(stderr, "\n%llu statements, %llu events", n(r.statements), n(r.events));
  if (r.withdrawn) std::fprintf(stderr, "; %llu rows withdrawn", n(r.withdrawn));
  const double rate = r.seconds_reading > 0 ? static_cast<double>(pages) / r.seconds_reading : 0;
  std::fprintf(stderr, "\npages %.2f s (%.0f a second), full-text index %.2f s, across pages %.2f s\nrecord: %s\n", r.seconds_reading,
               rate, r.seconds_indexing, r.seconds_joining, record.c_str());
  for (const ReadReport::Rejected& rejected : r.rejections)
    std::fprintf(stderr, "rejected: %s: %s: %s\n", rejected.input.c_str(), rejected.code.c_str(), rejected.message.c_str());
  if (r.rejected > r.rejections.size()) std::fprintf(stderr, "... and more: hearsay rejections\n");
}

}  // namespace

Run add_read(CLI::App& app) {
  struct State {
    std::vector<std::string> paths;
    ReadOptions options;
    bool keep = false, quiet = false;
  };
  auto state = std::make_shared<State>();
  add_record_option(app, state->options.record);
  app.add_option("PATH", state->paths, "Files, folders (walked), or - for standard input")->required();
  app.add_flag("--keep", state->keep, "Store each page as read, compressed, so that it can be verified later");
  app.add_option("--threads", state->options.threads, "Pages read at a time (default: one for each core)")->type_name("N");
  app.add_option("--max-page-bytes", state->options.max_page_bytes, "Larger pages are rejected")->type_name("N")->capture_default_str();
  app.add_option("--knowledge", state->options.knowledge, "Folder with tables (*.tsv) that replace built-in ones of the same name")
      ->envname("HEARSAY_KNOWLEDGE")
      ->type_name("FOLDER");
  app.add_flag("--quiet", state->quiet, "No progress and no summary");
  app.footer(
      "Reading the same page twice changes nothing. A page that can't be read becomes a row of `hearsay rejections`.\n"
      "Exit status: 0 all read, 1 nothing to read, 2 some rejected, 64 or more misuse or failure.");
  return [state] {
    state->options.keep = state->keep ? KeepPages::kYes : KeepPages::kNo;
    const Terminal terminal = standard_error();
    Result<ReadReport> report = [&] {
      ProgressBar bar(terminal.width);
      if (terminal.is_terminal && !state->quiet) state->options.progress = [&bar](const ReadProgress& p) { bar.show(p); };
      return read(state->paths, state->options);
    }();
    if (!report) return fail(report.error());
    if (!state->quiet) print_summary(report.value(), state->options.record);
    if (report->files + report->rejected == 0) {
      std::fprintf(stderr, "hearsay: nothing to read: no HTML or text file under the paths given\n");
      return kNothingToRead;
    }
    if (report->files == report->rejected && report->added + report->unchanged + report->updated == 0 && report->files == 0) return kNothingToRead;
    return report->rejected ? kSomeRejected : kAllRead;
  };
}

}  // namespace hearsay::cli
