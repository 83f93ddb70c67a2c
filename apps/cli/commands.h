// The verbs of the command, one file each. Each adds its options to `app` and returns what runs when the verb
// was given.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include <hearsay/error.h>
#include <hearsay/record.h>

namespace hearsay::cli {

// Exit statuses (DESIGN.md, Contracts).
inline constexpr int kAllRead = 0, kNothingToRead = 1, kSomeRejected = 2, kMisuse = 64, kFailed = 65;

using Run = std::function<int()>;

Run add_read(CLI::App& app);
Run add_extract(CLI::App& app);
Run add_list(CLI::App& app, List list);
Run add_show(CLI::App& app);
Run add_export(CLI::App& app);
Run add_verify(CLI::App& app);

// The record to use: --record, else the environment's HEARSAY_RECORD, else hearsay.db in the current folder.
void add_record_option(CLI::App& app, std::string& record);
// Which fields of JSONL and CSV hold what: --fields.
void add_fields_option(CLI::App& app, std::string& fields);

// Prints "hearsay: message (code)" to standard error; answers kMisuse for what the user can mend by asking
// otherwise (bad-filter, bad-option, no-such-id, record-not-found), else kFailed.
int fail(const Error& error);

// Tells what was rejected on standard error, a line each, and how many more there are; `more` says where
// those are found.
void print_rejections(const std::vector<RejectedPage>& rejections, uint64_t count, const char* more);

// Standard output: written whole, or the program ends: quietly where the reader has gone (as `head` does),
// else with kFailed.
void write_out(std::string_view text);
// Writes out what is still held back, and gives `status`.
int finish(int status);

struct Terminal {
  bool is_terminal = false;
  unsigned width = 100;
  bool colour = false;  // a terminal, and NO_COLOR is not set
};
Terminal standard_output();
Terminal standard_error();

}  // namespace hearsay::cli
