// ./do bench warc [--records N] [--python PROGRAM] [FILE.warc.gz ...]
//
// Reads the pages of WARC files, one thread, without the stages: frames records, unpacks, joins chunks,
// hashes. Without FILE it writes one of N records (20,000 unless said otherwise) of invented pages of some 30
// KB. Where PROGRAM (build/venv/bin/python unless said otherwise) has warcio, that library does the same work
// beside it, in turns; times are processor seconds (user and system), warcio's without the start of Python.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "base/example_deflate.h"
#include "base/format.h"
#include "input/page_stream.h"

namespace {

using namespace hearsay;

constexpr int kRounds = 3;

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void write_warc(const std::string& path, int records) {
  std::mt19937 draw(1);
  const auto word = [&] {
    std::string out;
    for (unsigned n = 2 + draw() % 8; n > 0; --n) out += static_cast<char>('a' + draw() % 26);
    return out;
  };
  std::vector<std::string> words(3000);
  std::generate(words.begin(), words.end(), word);
  std::ofstream file(path, std::ios::binary);
  for (int i = 0; i < records; ++i) {
    std::string body =
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>" + word() + "</title></head><body>";
    while (body.size() < 30000) {
      body += "<div class=\"" + words[draw() % 50] + "\"><p>";
      for (int n = 0; n < 60; ++n) body += words[draw() % words.size()] + ' ';
      body += "</p></div>\n";
    }
    body += "</body></html>";
    const bool page = i % 3 != 0;
    const std::string block =
        fmt::format("HTTP/1.1 {}\r\nContent-Type: {}\r\nServer: none\r\nContent-Length: {}\r\n\r\n{}",
                    page ? "200 OK" : "404 Not Found", "text/html; charset=utf-8", body.size(), body);
    file << deflated(
        fmt::format("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/{}\r\n"
                    "WARC-Date: 2031-03-05T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                    "Content-Length: {}\r\n\r\n{}\r\n\r\n",
                    i, block.size(), block));
  }
}

struct Read {
  uint64_t pages = 0, records = 0, bytes = 0;
  double seconds = 0;
};

Read read_ours(const std::vector<std::string>& paths) {
  Read read;
  const double begin = processor_seconds();
  PageStream stream(list_inputs(paths).files, InputOptions{});
  while (const auto item = stream.next()) {
    ++read.records;
    if (!item->page) continue;
    ++read.pages;
    read.bytes += item->page->bytes.size();
  }
  read.records += stream.passed_over();
  read.seconds = processor_seconds() - begin;
  return read;
}

constexpr std::string_view kPeer = R"(
import hashlib, sys, time
from warcio.archiveiterator import ArchiveIterator
begin = time.process_time()
pages = records = size = 0
for path in sys.argv[1:]:
    with open(path, "rb") as f:
        for record in ArchiveIterator(f):
            records += 1
            if record.rec_type == "response" and record.http_headers.get_statuscode() == "200" \
                    and (record.http_headers.get_header("Content-Type") or "").startswith("text/html"):
                body = record.content_stream().read()
                hashlib.sha256(body).digest()
                pages += 1
                size += len(body)
print(pages, records, size, time.process_time() - begin)
)";

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// Nothing of it where the library is missing.
Read read_peer(const std::string& python, const std::vector<std::string>& paths) {
  Read read;
  std::string command = quoted(python) + " -c " + quoted(std::string(kPeer));
  for (const std::string& path : paths) command += " " + quoted(path);
  std::FILE* const pipe = popen((command + " 2>/dev/null").c_str(), "r");
  if (!pipe) return read;
  unsigned long long pages = 0, records = 0, bytes = 0;
  if (std::fscanf(pipe, "%llu %llu %llu %lf", &pages, &records, &bytes, &read.seconds) == 4) {
    read.pages = pages;
    read.records = records;
    read.bytes = bytes;
  }
  pclose(pipe);
  return read;
}

void print(const char* name, const Read& read) {
  std::printf("%-8s %8llu records (%llu pages) in %6.2f s: %8.0f records/s, %6.1f MB of pages/s\n", name,
              static_cast<unsigned long long>(read.records), static_cast<unsigned long long>(read.pages),
              read.seconds, static_cast<double>(read.records) / read.seconds,
              static_cast<double>(read.bytes) / read.seconds / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
  int records = 20000;
  std::string python = "build/venv/bin/python";
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--records") == 0 && i + 1 < argc)
      records = std::max(1, std::atoi(argv[++i]));
    else if (std::strcmp(argv[i], "--python") == 0 && i + 1 < argc)
      python = argv[++i];
    else
      paths.emplace_back(argv[i]);
  }
  std::string made;
  if (paths.empty()) {
    std::string folder = (std::filesystem::temp_directory_path() / "hearsay-bench-XXXXXX").string();
    if (!mkdtemp(folder.data())) {
      std::perror("bench_warc: no folder");
      return 1;
    }
    made = folder;
    paths = {folder + "/pages.warc.gz"};
    write_warc(paths.front(), records);
  }
  bool peer = true;
  for (int round = 0; round < kRounds; ++round) {
    const Read ours = read_ours(paths);
    print("hearsay", ours);
    if (!peer) continue;
    const Read theirs = read_peer(python, paths);
    peer = theirs.records > 0;
    if (!peer) {
      std::printf("%s has no warcio: nothing to compare with\n", python.c_str());
      continue;
    }
    print("warcio", theirs);
    std::printf("         ratio %.1f\n", theirs.seconds / ours.seconds);
  }
  if (!made.empty()) std::filesystem::remove_all(made);
  return 0;
}
