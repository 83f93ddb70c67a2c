#include <hearsay/record.h>

#include <array>

#include "base/format.h"
#include "engine/given_pages.h"
#include "output/delimited.h"
#include "output/show.h"
#include "output/table.h"
#include "output/thing_json.h"
#include "query/row_reader.h"
#include "query/selection.h"
#include "store/reader.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 12> kListNames = {"documents",  "statements", "events", "actors",
                                                         "stories",    "incidents",  "claims", "disputes",
                                                         "agreements", "contacts",   "copies", "rejections"};

FilterValues values_of(const Filters& f) {
  return {{FilterName::kBy, f.by},
          {FilterName::kTo, f.to},
          {FilterName::kAbout, f.about},
          {FilterName::kAct, f.act},
          {FilterName::kForm, f.form},
          {FilterName::kStatus, f.status},
          {FilterName::kType, f.type},
          {FilterName::kPlace, f.place},
          {FilterName::kOutlet, f.outlet},
          {FilterName::kStory, f.story},
          {FilterName::kText, f.text},
          {FilterName::kSaid, f.said},
          {FilterName::kHappened, f.happened},
          {FilterName::kPublished, f.published}};
}

Paint paint_of(const PrintOptions& options) {
  return options.colour == Colour::kYes ? Paint::kYes : Paint::kNo;
}

Result<void> print_json(RecordView& view, const ListQuery& list, const std::vector<RowId>& keys,
                        Format format, const Sink& sink) {
  const bool whole = format == Format::kJson;
  if (whole) sink("[");
  bool first = true;
  for (const RowId key : keys) {
    const Result<Json> row = row_json(view, list, key);
    if (!row.ok()) return row.error();
    std::string line = line_of(*row);
    if (whole) {
      line.pop_back();
      sink(first ? "\n" : ",\n");
    }
    sink(line);
    first = false;
  }
  if (whole) sink(first ? "]\n" : "\n]\n");
  return {};
}

Result<void> print_rows(const Database& database, const ListQuery& list, const std::vector<RowId>& keys,
                        const PrintOptions& options, const Sink& sink) {
  const bool table = options.format == Format::kTable;
  Result<RowReader> reader = RowReader::make(database, list, table ? kTable : kRows);
  if (!reader.ok()) return reader.error();
  const Delimiter delimiter = options.format == Format::kTsv ? Delimiter::kTab : Delimiter::kComma;
  Table rows(reader->columns(), options.width, paint_of(options), sink);
  if (!table) sink(delimited_header(reader->columns(), delimiter));
  for (const RowId key : keys) {
    const Result<std::vector<Cell>> cells = reader->read(key);
    if (!cells.ok()) return cells.error();
    if (table)
      rows.add(*cells);
    else
      sink(delimited_row(*cells, delimiter));
  }
  rows.finish();
  return {};
}

// Every page that is given under the name of a capture must be the one that was read. Where several could be
// meant, one suffices.
Result<Verified> verify_document(const Reader& reader, RowId document, const std::vector<Capture>& captures,
                                 const GivenPages& given) {
  std::optional<Verified> whole;
  for (const Capture& capture : captures) {
    std::optional<Error> broken;
    bool held = false;
    for (const std::string& file : given.find(capture)) {
      const Result<std::string> bytes = GivenPages::read(file, capture);
      if (!bytes.ok()) return bytes.error();
      const Result<Verified> verified = reader.verify(document, std::string_view(*bytes));
      if (verified.ok()) {
        whole = *verified;
        held = true;
        break;
      }
      if (!broken)
        broken =
            Error{verified.error().code, fmt::format("{} (given as {})", verified.error().message, file)};
    }
    if (broken && !held) return *broken;
  }
  if (whole) return *whole;
  return reader.verify(document);
}

}  // namespace

std::string_view to_string(List list) { return kListNames.at(static_cast<size_t>(list)); }

std::vector<FilterInfo> filters_of(List list) {
  std::vector<FilterInfo> filters;
  const ListQuery* query = find_list(to_string(list));
  if (!query) return filters;
  for (const FilterRule& rule : query->filters) {
    const std::string_view name = to_string(rule.name);
    filters.push_back({name, rule.kind == FilterKind::kEnum ? values_of(rule.names) : ""});
  }
  return filters;
}

struct Record::Impl {
  explicit Impl(Reader opened) : reader(std::move(opened)) {}
  Reader reader;
};

Record::Record(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;

Result<Record> Record::open(const std::string& path) {
  Result<Reader> reader = Reader::open(path);
  if (!reader.ok()) return reader.error();
  return Record(std::make_unique<Impl>(std::move(*reader)));
}

Result<ListReport> Record::list(List what, const Filters& filters, const PrintOptions& options,
                                const Sink& sink) const {
  const ListQuery* query = find_list(to_string(what));
  if (!query) return Error{ErrorCode::kInternal, fmt::format("no list {}", to_string(what))};
  const Database& database = impl_->reader.database();
  const Result<Selection> selection = select(database, *query, values_of(filters), filters.limit);
  if (!selection.ok()) return selection.error();
  ListReport report{selection->keys.size(), selection->left_out, false};
  if (selection->full_text) {
    const Result<bool> complete = impl_->reader.full_text_is_complete();
    if (!complete.ok()) return complete.error();
    report.text_incomplete = !*complete;
  }
  RecordView view(impl_->reader);
  const bool json = options.format == Format::kJson || options.format == Format::kJsonl;
  const Result<void> printed = json ? print_json(view, *query, selection->keys, options.format, sink)
                                    : print_rows(database, *query, selection->keys, options, sink);
  if (!printed.ok()) return printed.error();
  return report;
}

Result<void> Record::show(std::string_view id, const PrintOptions& options, const Sink& sink) const {
  RecordView view(impl_->reader);
  const Result<FoundRow> found = view.find(id);
  if (!found.ok()) return found.error();
  const bool withdrawn = found->row == 0;
  const Result<Json> thing =
      withdrawn ? view.withdrawal(found->withdrawal) : thing_json(view, found->kind, found->row);
  if (!thing.ok()) return thing.error();
  if (options.format == Format::kJson)
    sink(lines_of(*thing));
  else if (options.format == Format::kJsonl)
    sink(line_of(*thing));
  else
    sink(withdrawn ? shown_withdrawal(*thing, options.width, paint_of(options))
                   : shown_thing(found->kind, *thing, options.width, paint_of(options)));
  return {};
}

Result<void> Record::export_json(const Sink& sink) const {
  RecordView view(impl_->reader);
  const Result<std::vector<RowId>> documents = view.documents_by_name();
  if (!documents.ok()) return documents.error();
  for (const RowId document : *documents) {
    const Result<Json> json = exported_json(view, document);
    if (!json.ok()) return json.error();
    sink(line_of(*json));
  }
  return {};
}

Result<VerifyReport> Record::verify(const std::string& pages) const {
  VerifyReport report;
  GivenPages given;
  if (!pages.empty()) {
    Result<GivenPages> listed = GivenPages::list(pages);
    if (!listed.ok()) return listed.error();
    given = std::move(*listed);
  }
  RecordView view(impl_->reader);
  const Result<std::vector<RowId>> documents = view.documents_by_name();
  if (!documents.ok()) return documents.error();
  for (const RowId document : *documents) {
    const Result<std::vector<Capture>> captures = impl_->reader.captures(document);
    if (!captures.ok()) return captures.error();
    const Result<Verified> verified = verify_document(impl_->reader, document, *captures, given);
    if (!verified.ok()) {
      const std::string path = captures->empty() ? "" : captures->front().path + ": ";
      return Error{verified.error().code, path + verified.error().message};
    }
    ++report.documents;
    ++(verified->page == Verified::Page::kChecked ? report.pages_checked : report.pages_not_checked);
    report.spans += verified->spans;
  }
  return report;
}

}  // namespace hearsay
