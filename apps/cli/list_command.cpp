#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.h"

namespace hearsay::cli {

Run add_list(CLI::App& app, List list, const std::string&) {
  struct State {
    std::string record;
    Filters filters;
    PrintOptions print;
    std::string format;
    uint64_t limit = 0;
    unsigned width = 0;
  };
  auto state = std::make_shared<State>();
  Filters& f = state->filters;
  add_record_option(app, state->record);
  const auto words = [&](const char* name, std::string& field, const char* help) { app.add_option(name, field, help)->type_name("WORDS"); };
  words("--by", f.by, "Who speaks, acts or alleges");
  words("--to", f.to, "Whom it is said or done to");
  words("--about", f.about, "Any mention in the row's words (a document: anywhere in its body)");
  words("--act", f.act, "assert deny accuse demand threaten promise reject support admit");
  words("--form", f.form, "direct, mixed or indirect");
  words("--status", f.status, "actual negated future hypothetical (events, contacts); open explained settled (disputes)");
  words("--type", f.type, "Type or kind of the row, such as CONSULT, ceasefire, date");
  words("--place", f.place, "Where it happened");
  words("--outlet", f.outlet, "Who published it");
  words("--story", f.story, "Id or words of the title of a story");
  words("--text", f.text, "Full text, whatever the case and accents");
  const auto clock = [&](const char* name, std::string& field, const char* help) { app.add_option(name, field, help)->type_name("FROM..TO"); };
  clock("--said", f.said, "When it was said");
  clock("--happened", f.happened, "When it happened");
  clock("--published", f.published, "When the page was published");
  app.add_option("--limit", state->limit, "Print at most N rows")->type_name("N");
  app.add_option("--format", state->format, "table json jsonl csv tsv (default: table)")
      ->check(CLI::IsMember({"table", "json", "jsonl", "csv", "tsv"}));
  app.add_option("--width", state->width, "Columns of a table (default: the terminal's)")->type_name("N");
  app.footer("A filter that this list can't have is an error that names those it can.");
  return [state, list] {
    const Terminal terminal = standard_output();
    if (state->limit) state->filters.limit = state->limit;
    static const std::map<std::string, Format> kFormats = {
        {"table", Format::kTable}, {"json", Format::kJson}, {"jsonl", Format::kJsonl}, {"csv", Format::kCsv}, {"tsv", Format::kTsv}};
    state->print.format = state->format.empty() ? Format::kTable : kFormats.at(state->format);
    state->print.width = state->width ? state->width : terminal.width;
    state->print.colour = terminal.colour ? Colour::kYes : Colour::kNo;
    const Result<Record> record = Record::open(state->record);
    if (!record) return fail(record.error());
    const Result<ListReport> report = record->list(list, state->filters, state->print, write_out);
    if (!report) return fail(report.error());
    if (state->print.format == Format::kTable) {
      std::fflush(stdout);
      if (report->rows == 0) std::fprintf(stderr, "nothing found\n");
      if (report->left_out) std::fprintf(stderr, "%llu more: raise --limit\n", static_cast<unsigned long long>(report->left_out));
    }
    return 0;
  };
}

}  // namespace hearsay::cli
