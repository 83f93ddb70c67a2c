#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/commands.h"

namespace hearsay::cli {
namespace {

Terminal look_at(int descriptor) {
  Terminal terminal;
  terminal.is_terminal = isatty(descriptor) != 0;
  const char* term = std::getenv("TERM");
  terminal.colour = terminal.is_terminal && !std::getenv("NO_COLOR") && term && std::string(term) != "dumb";
  winsize size{};
  if (terminal.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) {
    terminal.width = size.ws_col;
  } else if (const char* columns = std::getenv("COLUMNS")) {
    const int given = std::atoi(columns);
    if (given >= 40) terminal.width = static_cast<unsigned>(given);
  }
  return terminal;
}

}  // namespace

Terminal standard_output() { return look_at(STDOUT_FILENO); }
Terminal standard_error() { return look_at(STDERR_FILENO); }

namespace {

// The reader has gone, as `head` does: nothing is wrong. Else (a full disk) what was asked for is not there.
[[noreturn]] void end_without_output() {
  if (errno == EPIPE) std::exit(kAllRead);
  std::fprintf(stderr, "hearsay: standard output can't be written: %s\n", std::strerror(errno));
  std::exit(kFailed);
}

}  // namespace

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) end_without_output();
}

int finish(int status) {
  if (std::fflush(stdout) != 0) end_without_output();
  return status;
}

void add_record_option(CLI::App& app, std::string& record) {
  record = "hearsay.db";
  app.add_option("--record", record, "The record: a file (default hearsay.db here, or $HEARSAY_RECORD)")
      ->envname("HEARSAY_RECORD")
      ->type_name("FILE");
}

void print_rejections(const std::vector<RejectedPage>& rejections, uint64_t count, const char* more) {
  for (const RejectedPage& rejected : rejections) {
    const bool named = rejected.message.starts_with(rejected.input);
    std::fprintf(stderr, "rejected: %s%s%s (%s)\n", named ? "" : rejected.input.c_str(), named ? "" : ": ",
                 rejected.message.c_str(), rejected.code.c_str());
  }
  if (count > rejections.size())
    std::fprintf(stderr, "and %llu more%s\n", static_cast<unsigned long long>(count - rejections.size()),
                 more);
}

int fail(const Error& error) {
  std::fprintf(stderr, "hearsay: %s (%.*s)\n", error.message.c_str(),
               static_cast<int>(to_string(error.code).size()), to_string(error.code).data());
  switch (error.code) {
    case ErrorCode::kBadFilter:
    case ErrorCode::kBadOption:
    case ErrorCode::kNoSuchId:
    case ErrorCode::kRecordNotFound:
      return kMisuse;
    default:
      return kFailed;
  }
}

}  // namespace hearsay::cli
