#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.h"

namespace hearsay::cli {
namespace {

struct FilterOption {
  const char* name;
  std::string Filters::*field;
  const char* type;
  const char* help;
};

// Every list takes every filter, so that one that it can't have is answered in words; its help shows those
// that it can have.
constexpr FilterOption kFilters[] = {
    {"by", &Filters::by, "WORDS", "Who speaks, acts or alleges: words of a name or an office"},
    {"to", &Filters::to, "WORDS", "Whom it is said or done to"},
    {"about", &Filters::about, "WORDS",
     "Who or what is mentioned in the row's words (of a page: anywhere in it)"},
    {"act", &Filters::act, "ACT", "What is done by saying it"},
    {"form", &Filters::form, "FORM", "How it is quoted"},
    {"status", &Filters::status, "STATUS", "How it stands"},
    {"type", &Filters::type, "TYPE", "Of which type or kind it is"},
    {"place", &Filters::place, "WORDS", "Where: words of a place as written, or a country's three letters"},
    {"outlet", &Filters::outlet, "WORDS", "Who published it; `unknown`: pages that name no outlet"},
    {"story", &Filters::story, "ID|WORDS", "In a story: its id, or words of its title"},
    {"text", &Filters::text, "WORDS",
     "With all these words, whatever their case and accents; \"...\" is a phrase"},
    {"said", &Filters::said, "FROM..TO", "When it was said"},
    {"happened", &Filters::happened, "FROM..TO", "When it happened"},
    {"published", &Filters::published, "FROM..TO", "When the page was published"},
};

const std::map<std::string, Format> kFormats = {{"table", Format::kTable},
                                                {"json", Format::kJson},
                                                {"jsonl", Format::kJsonl},
                                                {"csv", Format::kCsv},
                                                {"tsv", Format::kTsv}};

const char* examples(List list) {
  switch (list) {
    case List::kDocuments:
      return "  hearsay documents --about Orlan\n"
             "  hearsay documents --outlet unknown --published 2031-03\n"
             "  hearsay documents --text '\"siege of the city\" convoy'";
    case List::kStatements:
      return "  hearsay statements --by Orlan --act deny\n"
             "  hearsay statements --by minister --to Morwen --said 2031-03-01..2031-03-14\n"
             "  hearsay statements --about ceasefire --format csv > statements.csv";
    case List::kEvents:
      return "  hearsay events --type ASSAULT --status actual --place Dolmas\n"
             "  hearsay events --by army --happened 2031-03-07";
    case List::kActors:
      return "  hearsay actors --type person\n  hearsay actors --about minister";
    case List::kStories:
      return "  hearsay stories --about Kestrava --published 2031-03";
    case List::kIncidents:
      return "  hearsay incidents --place Dolmas\n  hearsay incidents --type ASSAULT --happened 2031-03-07";
    case List::kClaims:
      return "  hearsay claims --about Dolmas --type agent";
    case List::kDisputes:
      return "  hearsay disputes --type date\n  hearsay disputes --status open --about Dolmas";
    case List::kAgreements:
      return "  hearsay agreements --type ceasefire --status violation";
    case List::kContacts:
      return "  hearsay contacts --by Orlan --type call\n  hearsay contacts --happened "
             "2031-03-01..2031-03-08";
    case List::kCopies:
      return "  hearsay copies --outlet Courier\n  hearsay copies --type revision";
    case List::kRejections:
      return "  hearsay rejections --type page-no-article";
  }
  return "";
}

struct State {
  std::string record;
  Filters filters;
  PrintOptions print;
  std::string format = "table";
  uint64_t limit = 0;
  unsigned width = 0;
};

// What is not part of the list goes to standard error, so that the list can be piped.
void report_on(const ListReport& report, const State& state, List list) {
  std::fflush(stdout);
  if (report.text_incomplete)
    std::fprintf(stderr,
                 "hearsay: the latest pages are not in the full-text index yet: --text may miss them (the "
                 "next `hearsay read` builds it)\n");
  if (report.rows == 0 && report.left_out == 0) std::fprintf(stderr, "hearsay: nothing found\n");
  if (report.left_out > 0 && state.print.format == Format::kTable)
    std::fprintf(stderr, "%llu more %s: raise --limit\n", static_cast<unsigned long long>(report.left_out),
                 std::string(to_string(list)).c_str());
}

}  // namespace

Run add_list(CLI::App& app, List list) {
  auto state = std::make_shared<State>();
  add_record_option(app, state->record);
  const std::vector<FilterInfo> possible = filters_of(list);
  for (const FilterOption& filter : kFilters) {
    const auto info = std::find_if(possible.begin(), possible.end(),
                                   [&](const FilterInfo& i) { return i.name == filter.name; });
    std::string help = filter.help;
    if (info != possible.end() && !info->values.empty()) help += ": " + info->values;
    CLI::Option* option = app.add_option(std::string("--") + filter.name, state->filters.*filter.field, help)
                              ->type_name(filter.type);
    option->group(info == possible.end() ? "" : "Narrow the list");
  }
  CLI::Option* limit = app.add_option("--limit", state->limit, "At most N rows")->type_name("N");
  app.add_option("--format", state->format,
                 "table, json, jsonl, csv or tsv (json and jsonl: all that the record knows of a row)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "json", "jsonl", "csv", "tsv"}));
  app.add_option("--width", state->width, "Columns of a table (default: the terminal's)")->type_name("N");
  app.footer(std::string("A date is a day, a month (2031-03), a year, or FROM..TO with either end left "
                         "out.\nFor example:\n") +
             examples(list));
  return [state, list, limit] {
    const Terminal terminal = standard_output();
    if (limit->count() > 0) state->filters.limit = state->limit;
    state->print.format = kFormats.at(state->format);
    state->print.width = state->width ? state->width : terminal.width;
    state->print.colour = terminal.colour ? Colour::kYes : Colour::kNo;
    const Result<Record> record = Record::open(state->record);
    if (!record) return fail(record.error());
    const Result<ListReport> report = record->list(list, state->filters, state->print, write_out);
    if (!report) return fail(report.error());
    report_on(*report, *state, list);
    return 0;
  };
}

}  // namespace hearsay::cli
