// Asking a record: lists, single things, exports, verification. Read-only.
//
//   auto record = hearsay::Record::open("talks.db");
//   hearsay::Filters filters;
//   filters.by = "Marek";
//   record->list(hearsay::List::kStatements, filters, {}, sink);
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/error.h>

namespace hearsay {

// What can be listed. Names as on the command line: "documents", "statements" ...
enum class List {
  kDocuments,
  kStatements,
  kEvents,
  kActors,
  kStories,
  kIncidents,
  kClaims,
  kDisputes,
  kAgreements,
  kContacts,
  kCopies,
  kRejections
};
[[nodiscard]] std::string_view to_string(List list);

// What a list is narrowed to; an empty field narrows nothing. Names match where all words of the filter
// occur, whatever their case and accents. The clocks are "FROM..TO" in ISO dates (either may be left out; one
// day alone is that day) and keep rows whose interval may overlap. A filter that a list can't have is
// kBadFilter, and the message says which ones it can.
struct Filters {
  std::string by;     // who speaks, acts, alleges
  std::string to;     // addressee or recipient
  std::string about;  // any mention in the row's words; for a document anywhere in its body
  std::string act;    // of a statement
  std::string form;
  std::string status;
  std::string type;  // of an event, agreement, dispute, actor, ...
  std::string place;
  std::string outlet;
  std::string story;  // id (or its first digits), or words of its title
  std::string text;   // full text
  std::string said, happened, published;
  std::optional<uint64_t> limit;
};

// A filter that a list can have: its name in Filters, and the words that it takes, parted by spaces ("": any
// words, or a clock).
struct FilterInfo {
  std::string_view name;
  std::string values;
};
[[nodiscard]] std::vector<FilterInfo> filters_of(List list);

enum class Format { kTable, kJson, kJsonl, kCsv, kTsv };

enum class Colour { kNo, kYes };

struct PrintOptions {
  Format format = Format::kTable;
  unsigned width = 100;         // of a table, in columns
  Colour colour = Colour::kNo;  // highlights in tables and `show`
};

// Where output goes, piece by piece, in order, on the calling thread.
using Sink = std::function<void(std::string_view)>;

struct ListReport {
  uint64_t rows = 0;      // printed
  uint64_t left_out = 0;  // rows beyond `limit`
  bool text_incomplete =
      false;  // `text` was asked and the full-text index lacks the latest documents: the next read builds it
};

struct VerifyReport {
  uint64_t documents = 0;
  uint64_t pages_checked = 0,
           pages_not_checked = 0;  // page hash: not checked where the page is neither kept nor given
  uint64_t spans = 0;              // whose words were compared
};

class Record {
 public:
  // kRecordNotFound, kRecordNotARecord, kRecordTooNew, kRecordFailed.
  [[nodiscard]] static Result<Record> open(const std::string& path);

  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;
  ~Record();

  // Prints the rows of a list. Nothing found is no error: zero rows. Errors: kBadFilter.
  [[nodiscard]] Result<ListReport> list(List what, const Filters& filters, const PrintOptions& options,
                                        const Sink& sink) const;

  // Prints one thing by its id or the first digits of it (six at least): its words marked in their sentence,
  // document, offsets, and the chain of sources. Withdrawn things are shown as such. Errors: kNoSuchId
  // (ambiguous ones list what they could be).
  [[nodiscard]] Result<void> show(std::string_view id, const PrintOptions& options, const Sink& sink) const;

  // One JSON object for each document, one a line, by name and path.
  [[nodiscard]] Result<void> export_json(const Sink& sink) const;

  // Recomputes hashes and words. The first break is kHashMismatch or kWordsMismatch and names its place.
  // `pages`: a folder of the pages as read, or "".
  [[nodiscard]] Result<VerifyReport> verify(const std::string& pages) const;

 private:
  struct Impl;
  explicit Record(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
