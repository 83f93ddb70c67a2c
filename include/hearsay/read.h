// Reading pages into a record: the main job.
//
//   hearsay::ReadOptions options;
//   options.record = "talks.db";
//   auto report = hearsay::read({"pages/", "one.html"}, options);
//   if (!report) ...                       // the record can't be opened or written
//   report->rejected                       // pages that were refused; each is a row of the record's
//   `rejection` table
//
// Reading has two halves. Phase A reads one page at a time, on all cores, and writes what it says; phase B
// goes over the record and finds copies, shared actors, stories, incidents, claims, disputes, agreements and
// contacts. Reading the same pages twice changes nothing; a read that was killed is completed by the next.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <hearsay/error.h>

namespace hearsay {

enum class KeepPages { kNo, kYes };

// How far a read has come. Pages are counted when they are written or refused.
struct ReadProgress {
  enum class Phase { kReading, kIndexing, kJoining } phase = Phase::kReading;
  uint64_t pages = 0;
  uint64_t bytes = 0,
           bytes_total = 0;  // of the files, as they lie on disk; standard input counts in `bytes` only
  double seconds = 0;        // since the read began
};

struct ReadOptions {
  std::string record = "hearsay.db";            // created where absent
  KeepPages keep = KeepPages::kNo;              // store each page as read, compressed
  unsigned threads = 0;                         // workers of phase A; 0: one for each core
  uint64_t max_page_bytes = uint64_t{8} << 20;  // a larger page is rejected (input-too-large)
  // Which fields of JSONL and CSV hold what: "text=body,title=headline,date=pub_date", each PART=FIELD.
  // Parts: text html title date modified url author outlet language id; a field inside an object is
  // "meta.title". "": the usual names are recognised.
  std::string fields;
  std::string knowledge;  // folder with tables that replace built-in ones of the same name; "": none
  std::function<void(const ReadProgress&)>
      progress;  // called on the calling thread, at most some times a second
};

struct ReadReport {
  uint64_t files = 0;        // listed
  uint64_t passed_over = 0;  // files of walked folders whose names are not those of pages
  uint64_t records_passed_over =
      0;               // inside of containers, no pages: redirects, images, requests, visits without change
  uint64_t added = 0;  // pages that the record did not hold
  uint64_t unchanged = 0;  // pages that it held, with the same content
  uint64_t updated = 0;    // pages that it held, coded anew
  uint64_t rejected = 0;
  uint64_t repaired =
      0;  // pages of which characters had been decoded wrongly before they were served, and were set right
  uint64_t withdrawn = 0;               // rows that this run no longer finds
  uint64_t statements = 0, events = 0;  // in the pages read
  uint64_t not_english = 0;             // kept, marked, and not analysed
  double seconds_reading = 0, seconds_indexing = 0, seconds_joining = 0;  // phase A; full-text index; phase B
  using Rejected = RejectedPage;
  std::vector<Rejected> rejections;  // the first hundred
};

// Reads files, folders (recursively) and, for "-", standard input: pages of HTML or text, WARC, RSS, Atom and
// JSON Feed, JSON lines, JSON, CSV, TSV, zip, tar; packed by gzip or zstd or not. Errors: kRecordBusy,
// kRecordNotARecord, kRecordTooNew, kRecordFailed, kBadTable (a table in `options.knowledge`), kBadOption
// (`options.fields`). A page never makes it fail. One call at a time for one record.
[[nodiscard]] Result<ReadReport> read(const std::vector<std::string>& paths, const ReadOptions& options);

}  // namespace hearsay
