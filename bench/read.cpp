// ./do bench read [--pages N] [--threads N] [--from FOLDER --names FILE]
//
// Reads N distinct pages (10,000 unless said otherwise), made by tests/exchange.py from samples/ or from the
// pages of FOLDER with the names of FILE, into a fresh record and prints how fast that went and how much
// memory it took: phase A with the store, the full-text index and phase B apart. Memory is the highest
// resident size of the process so far (VmHWM), taken as each phase ends.
#include <hearsay/read.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;

// Megabytes of /proc/self/status.
double status_megabytes(const std::string& field) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.rfind(field + ":", 0) == 0) return std::strtod(line.c_str() + field.size() + 1, nullptr) / 1024;
  return 0;
}

struct Taken {
  double processor_seconds = 0, peak_megabytes = 0;
};

Taken taken_so_far() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), status_megabytes("VmHWM")};
}

std::string shell_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

uint64_t bytes_in(const fs::path& folder) {
  uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  uint64_t pages = 10000;
  unsigned threads = 1;
  std::string from = "samples", names = "tests/exchange/samples.json";
  for (int i = 1; i < argc; i += 2) {
    const std::string option = argv[i], value = i + 1 < argc ? argv[i + 1] : "";
    if (option == "--pages" && std::atoll(value.c_str()) > 0) {
      pages = static_cast<uint64_t>(std::atoll(value.c_str()));
    } else if (option == "--threads" && std::atoi(value.c_str()) > 0) {
      threads = static_cast<unsigned>(std::atoi(value.c_str()));
    } else if (option == "--from" && !value.empty()) {
      from = value;
    } else if (option == "--names" && !value.empty()) {
      names = value;
    } else {
      std::fprintf(stderr, "usage: ./do bench read [--pages N] [--threads N] [--from FOLDER --names FILE]\n");
      return 64;
    }
  }

  std::string pattern = (fs::temp_directory_path() / "hearsay-bench-XXXXXX").string();
  if (!mkdtemp(pattern.data())) {
    std::perror("bench_read: no folder for pages");
    return 1;
  }
  const fs::path folder = pattern;
  const std::string command = "python3 tests/exchange.py --multiply " + std::to_string(pages) +
                              " --seed 1 --names " + shell_quoted(names) + " --out " +
                              shell_quoted(folder / "pages") + " " + shell_quoted(from) + " >&2";
  if (std::system(command.c_str()) != 0) {
    std::fprintf(stderr, "bench_read: the pages could not be made: run it as ./do bench read\n");
    fs::remove_all(folder);
    return 1;
  }
  const uint64_t bytes = bytes_in(folder / "pages");

  hearsay::ReadOptions options;
  options.record = folder / "bench.db";
  options.threads = threads;
  Taken reading, indexing, joining;
  Taken last = taken_so_far();
  const auto take = [&last](Taken& taken) {
    const Taken now = taken_so_far();
    taken = {now.processor_seconds - last.processor_seconds, now.peak_megabytes};
    last = now;
  };
  const double memory_before = last.peak_megabytes;
  hearsay::ReadProgress::Phase phase = hearsay::ReadProgress::Phase::kReading;
  options.progress = [&](const hearsay::ReadProgress& progress) {
    if (progress.phase == phase) return;
    take(phase == hearsay::ReadProgress::Phase::kReading ? reading : indexing);
    phase = progress.phase;
  };
  const hearsay::Result<hearsay::ReadReport> report = hearsay::read({folder / "pages"}, options);
  take(joining);
  const double file = fs::exists(options.record) ? static_cast<double>(fs::file_size(options.record)) : 0;
  fs::remove_all(folder);
  if (!report) {
    std::fprintf(stderr, "bench_read: %s\n", report.error().message.c_str());
    return 1;
  }

  const auto n = [](uint64_t value) { return static_cast<unsigned long long>(value); };
  const auto count = static_cast<double>(report->added);
  std::printf("%llu pages added, %llu rejected, %llu not in English; %.1f KB a page as read; ",
              n(report->added), n(report->rejected), n(report->not_english),
              static_cast<double>(bytes) / 1000 / static_cast<double>(pages));
  std::printf("%.1f statements and %.1f events a page\n", static_cast<double>(report->statements) / count,
              static_cast<double>(report->events) / count);
  std::printf("%u thread%s; before the read %.0f MB; the record has %.1f KB a page\n\n", threads,
              threads == 1 ? "" : "s", memory_before, file / 1000 / count);
  std::printf("                          seconds  processor  peak MB\n");
  const auto line = [](const char* what, double seconds, const Taken& taken) {
    std::printf("%-24s %8.2f   %8.2f   %6.0f", what, seconds, taken.processor_seconds, taken.peak_megabytes);
  };
  line("phase A, store included", report->seconds_reading, reading);
  std::printf("   %.0f pages/s, %.0f per second of processor time\n", count / report->seconds_reading,
              count / reading.processor_seconds);
  line("full-text index", report->seconds_indexing, indexing);
  std::printf("\n");
  line("phase B", report->seconds_joining, joining);
  std::printf("\n");
  return 0;
}
