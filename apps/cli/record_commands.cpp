#include <cstdio>
#include <memory>

#include "cli/commands.h"

namespace hearsay::cli {

Run add_show(CLI::App& app) {
  struct State {
    std::string record, id;
    unsigned width = 0;
    bool json = false;
  };
  auto state = std::make_shared<State>();
  add_record_option(app, state->record);
  app.add_option("ID", state->id, "The id of anything in the record, or its first digits (six or more)")
      ->required();
  app.add_option("--width", state->width, "Columns (default: the terminal's)")->type_name("N");
  app.add_flag("--json", state->json, "One JSON object with all that the record knows of it");
  app.footer(
      "Anything that a list gives an id: a page, statement, event, actor, story, incident, claim, dispute, "
      "agreement, contact\n"
      "or group of copies. What a later run no longer finds is shown as withdrawn. For example:\n"
      "  hearsay statements --by Orlan --limit 3\n"
      "  hearsay show 3f2a91bc04");
  return [state] {
    const Terminal terminal = standard_output();
    PrintOptions print;
    print.format = state->json ? Format::kJson : Format::kTable;
    print.width = state->width ? state->width : terminal.width;
    print.colour = terminal.colour ? Colour::kYes : Colour::kNo;
    const Result<Record> record = Record::open(state->record);
    if (!record) return fail(record.error());
    const Result<void> shown = record->show(state->id, print, write_out);
    return shown ? 0 : fail(shown.error());
  };
}

Run add_export(CLI::App& app) {
  struct State {
    std::string record, as = "json";
  };
  auto state = std::make_shared<State>();
  add_record_option(app, state->record);
  app.add_option("--as", state->as, "json: one object for each document, one a line")
      ->check(CLI::IsMember({"json"}))
      ->capture_default_str();
  app.footer(
      "All that the record knows of each page: text, paragraphs, actors, places, times, statements, events, "
      "captures, and\n"
      "what is withdrawn; offsets are bytes into \"text\". For example:\n"
      "  hearsay export --as json > record.jsonl");
  return [state] {
    const Result<Record> record = Record::open(state->record);
    if (!record) return fail(record.error());
    const Result<void> done = record->export_json(write_out);
    return done ? 0 : fail(done.error());
  };
}

Run add_verify(CLI::App& app) {
  struct State {
    std::string record, pages;
  };
  auto state = std::make_shared<State>();
  add_record_option(app, state->record);
  app.add_option("--pages", state->pages, "Folder of the pages as they were read")->type_name("FOLDER");
  app.footer(
      "Recomputes the hash of each page (where it was read with --keep, or stands in FOLDER), the hash of "
      "its text, and the\n"
      "words under every span. Exit status: 0 all is as it was read, 1 something is not (the first break is "
      "named).");
  return [state] {
    const Result<Record> record = Record::open(state->record);
    if (!record) return fail(record.error());
    const Result<VerifyReport> report = record->verify(state->pages);
    if (!report) {
      const int status = fail(report.error());
      const bool broken =
          report.error().code == ErrorCode::kHashMismatch || report.error().code == ErrorCode::kWordsMismatch;
      return broken ? 1 : status;
    }
    const auto n = [](uint64_t value) { return static_cast<unsigned long long>(value); };
    std::printf("%llu document%s, %llu spans: text and words are as they were read\n", n(report->documents),
                report->documents == 1 ? "" : "s", n(report->spans));
    std::printf("%llu page%s checked\n", n(report->pages_checked), report->pages_checked == 1 ? "" : "s");
    if (report->pages_not_checked)
      std::printf("%llu page%s not checked: neither kept (read --keep) nor given (--pages FOLDER)\n",
                  n(report->pages_not_checked), report->pages_not_checked == 1 ? "" : "s");
    return 0;
  };
}

}  // namespace hearsay::cli
