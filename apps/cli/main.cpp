#include <hearsay/version.h>

#include <csignal>
#include <cstdio>
#include <vector>

#include "cli/commands.h"

int main(int argc, char** argv) {
  using namespace hearsay;
  using namespace hearsay::cli;

  std::signal(SIGPIPE, SIG_IGN);

  CLI::App app{
      "Hearsay: raw news pages in, sourced record out.\n"
      "Who did or said what to whom, when, where, and who says so; each value pinned to the words it rests "
      "on.\n"};
  app.name("hearsay");
  app.set_version_flag("--version", "hearsay " + version());
  app.require_subcommand(1);
  app.footer(
      "For example:\n"
      "  hearsay read pages/                  read a folder of pages into hearsay.db\n"
      "  hearsay statements --by minister     what somebody of that name or office said\n"
      "  hearsay show 3f2a91                  one of them: its words, its page, its chain of sources\n"
      "  hearsay disputes                     where the pages contradict each other\n"
      "  hearsay events --format csv          for a spreadsheet; json and jsonl hold all that the record "
      "knows\n"
      "`hearsay VERB --help` tells more. The record is hearsay.db in the current folder, or what --record "
      "or\n"
      "HEARSAY_RECORD names. Exit status: 0 all is well (also where nothing is found), 1 nothing to read, 2 "
      "some\n"
      "pages rejected, 64 the command was given wrongly, 65 the record could not be used.");

  std::vector<std::pair<CLI::App*, Run>> verbs;
  const auto add = [&](std::string_view name, const char* help) {
    return app.add_subcommand(std::string(name), help);
  };
  CLI::App* verb = add("read", "Read pages into the record");
  verbs.emplace_back(verb, add_read(*verb));
  verb = add("extract", "Print the articles of pages: clean text, title, authors, date");
  verbs.emplace_back(verb, add_extract(*verb));
  struct ListVerb {
    List list;
    const char* help;
  };
  static constexpr ListVerb kLists[] = {
      {List::kDocuments, "List pages: date, outlet, title"},
      {List::kStatements, "List who said what to whom"},
      {List::kEvents, "List who did what to whom, and who says so"},
      {List::kActors, "List persons, offices, groups, bodies and states"},
      {List::kStories, "List stories: pages that report one happening as it develops"},
      {List::kIncidents, "List incidents: what several reports tell of, and where they differ"},
      {List::kClaims, "List claims with those who assert and deny them"},
      {List::kDisputes, "List claims that can't both hold"},
      {List::kAgreements, "List truces, deals and undertakings, each with its ledger"},
      {List::kContacts, "List meetings, calls and letters: who with whom, when"},
      {List::kCopies, "List pages that carry the same report"},
      {List::kRejections, "List pages that could not be read, with the reason"},
  };
  for (const ListVerb& list : kLists) {
    verb = add(to_string(list.list), list.help);
    verbs.emplace_back(verb, add_list(*verb, list.list));
  }
  verb = add("show", "Print one thing with its words, page, offsets and chain of sources");
  verbs.emplace_back(verb, add_show(*verb));
  verb = add("export", "Write the whole record out");
  verbs.emplace_back(verb, add_export(*verb));
  verb = add("verify", "Check that text and words are as they were read");
  verbs.emplace_back(verb, add_verify(*verb));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? 0 : kMisuse;
  }
  for (const auto& [command, run] : verbs)
    if (command->parsed()) return finish(run());
  return kMisuse;
}
