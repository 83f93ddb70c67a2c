#include <hearsay/extract.h>

#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.h"

namespace hearsay::cli {

Run add_extract(CLI::App& app) {
  struct State {
    std::vector<std::string> paths;
    ExtractOptions options;
    bool quiet = false;
  };
  auto state = std::make_shared<State>();
  app.add_option(
         "PATH", state->paths,
         "Files, folders (walked), or - for standard input: HTML, text, WARC, feeds, JSONL, CSV, zip, tar; "
         "packed by gzip or zstd or not")
      ->required();
  static const std::map<std::string, ExtractFormat> kFormats{{"text", ExtractFormat::kText},
                                                             {"jsonl", ExtractFormat::kJsonl},
                                                             {"markdown", ExtractFormat::kMarkdown}};
  app.add_option("--format", state->options.format,
                 "text (default): title and paragraphs; jsonl: one object a page; markdown")
      ->transform(CLI::CheckedTransformer(kFormats, CLI::ignore_case).description(""))
      ->type_name("FORMAT");
  app.add_option("--url", state->options.url, "Address of the page, where it does not tell it itself")
      ->type_name("URL");
  app.add_option("--urls", state->options.urls,
                 "File with the pages' addresses: PATH, a tab, URL on each line")
      ->type_name("FILE");
  app.add_option("--threads", state->options.threads, "Pages read at a time (default: one for each core)")
      ->type_name("N");
  app.add_option("--max-page-bytes", state->options.max_page_bytes, "Larger pages are rejected")
      ->type_name("N")
      ->capture_default_str();
  add_fields_option(app, state->options.fields);
  app.add_option("--knowledge", state->options.knowledge,
                 "Folder with tables (*.tsv) that replace built-in ones of the same name")
      ->envname("HEARSAY_KNOWLEDGE")
      ->type_name("FOLDER");
  app.add_flag("--quiet", state->quiet, "Don't tell what is rejected (--format jsonl has it in the rows)");
  app.footer(
      "No record is needed and none is written. Exit status: 0 all read, 1 nothing to read, 2 some "
      "rejected.\n"
      "For example:\n"
      "  hearsay extract page.html\n"
      "  hearsay extract --format jsonl pages/ > articles.jsonl\n"
      "  curl https://example.org/news/1 | hearsay extract --url https://example.org/news/1 -");
  return [state] {
    const Result<ExtractReport> report = extract(state->paths, state->options, [](std::string_view text) {
      write_out(text);
      return true;
    });
    if (!report) return fail(report.error());
    if (!state->quiet) print_rejections(report->rejections, report->rejected, "");
    if (report->pages + report->rejected == 0) {
      std::fprintf(stderr, "hearsay: nothing to read under the paths given\n");
      return kNothingToRead;
    }
    return report->rejected ? kSomeRejected : kAllRead;
  };
}

}  // namespace hearsay::cli
