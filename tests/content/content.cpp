// hearsay_content RECORD: what a record holds, without runs, times and row numbers, in an order of its own.
// Two records are the same where this prints the same. Tests compare by it.
#include <cstdio>

#include "store/content.h"

int main(int argc, char** argv) {
  using namespace hearsay;
  if (argc != 2) {
    std::fputs("usage: hearsay_content RECORD\n", stderr);
    return 64;
  }
  const auto fail = [](const Error& error) {
    std::fprintf(stderr, "hearsay_content: %s\n", error.message.c_str());
    return 65;
  };
  const Result<Reader> reader = Reader::open(argv[1]);
  if (!reader) return fail(reader.error());
  const Result<void> dumped = content_dump(
      reader.value(), [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); });
  return dumped ? 0 : fail(dumped.error());
}
