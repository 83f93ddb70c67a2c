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

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
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
  const double cpu_before = cpu_seconds(), memory_before = status_megabytes("VmHWM");
  double cpu_reading = 0, memory_reading = 0, memory_indexing = 0;
  options.progress = [&](const hearsay::ReadProgress& progress) {
    using Phase = hearsay::ReadProgress::Phase;
    if (progress.phase == Phase::kIndexing && memory_reading == 0) {
      cpu_reading = cpu_seconds() - cpu_before;
      memory_reading = status_megabytes("VmHWM");
    }
    if (progress.phase == Phase::kJoining && memory_indexing == 0)
      memory_indexing = status_megabytes("VmHWM");
  };
  const hearsay::Result<hearsay::ReadReport> report = hearsay::read({folder / "pages"}, options);
  const double memory_joining = status_megabytes("VmHWM");
  const double file = fs::exists(options.record) ? static_cast<double>(fs::file_size(options.record)) : 0;
  fs::remove_all(folder);
  if (!report) {
    std::fprintf(stderr, "bench_read: %s\n", report.error().message.c_str());
    return 1;
  }

  const auto n = [](uint64_t value) { return static_cast<unsigned long long>(value); };
  const auto count = static_cast<double>(report->added);
  std::printf(
      "%llu pages added, %llu rejected, %llu not in English; %.1f KB a page as read; %.1f statements and "
      "%.1f events a page\n",
      n(report->added), n(report->rejected), n(report->not_english),
      static_cast<double>(bytes) / 1000 / static_cast<double>(pages),
      static_cast<double>(report->statements) / count, static_cast<double>(report->events) / count);
  std::printf(
      "phase A, store included   %8.2f s   %6.0f pages/s   %6.0f pages/s per core (processor time)   peak "
      "%4.0f MB\n",
      report->seconds_reading, count / report->seconds_reading, count / cpu_reading, memory_reading);
  std::printf(
      "full-text index           %8.2f s                                                              peak "
      "%4.0f MB\n",
      report->seconds_indexing, memory_indexing);
  std::printf(
      "phase B                   %8.2f s                                                              peak "
      "%4.0f MB\n",
      report->seconds_joining, memory_joining);
  std::printf("%u thread%s; before the read %.0f MB; the record has %.1f KB a page\n", threads,
              threads == 1 ? "" : "s", memory_before, file / 1000 / count);
  return 0;
}
