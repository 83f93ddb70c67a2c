#include "store/content.h"

#include <algorithm>
#include <set>

#include "store/attempt.h"
#include "store/document_content.h"
#include "store/group_content.h"
#include "store/printer.h"
#include "store/reader_state.h"

namespace hearsay {
namespace {

struct Order {
  std::string hash;
  RowId document;
};

// Rows of a query as sorted lines: "name\tcolumn\tcolumn...".
Result<void> dump_query(const Database& database, const std::string& name, std::string_view query,
                        const std::function<void(std::string_view)>& sink) {
  HEARSAY_TAKE(sql, database.prepare(query));
  std::multiset<std::string> lines;
  const Document none;
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) break;
    std::string line = name + "\t";
    Printer print(line, none);
    for (int i = 0; i < sql.columns(); ++i) {
      print.text("", sql.view(i));
      line += '\t';
    }
    print.end_row();
    lines.insert(std::move(line));
  }
  for (const std::string& line : lines) sink(line);
  return {};
}

}  // namespace

Result<void> content_dump(const Reader& reader, const std::function<void(std::string_view)>& sink) {
  const Database& database = reader.database();
  std::vector<Order> order;
  {
    HEARSAY_TAKE(sql, database.prepare("SELECT sha256, id FROM document ORDER BY sha256"));
    for (;;) {
      HEARSAY_TAKE(more, sql.step());
      if (!more) break;
      order.push_back({sql.text(0), sql.integer(1)});
    }
  }
  HEARSAY_TAKE(page, database.prepare("SELECT size FROM page WHERE document = ?"));
  HEARSAY_TAKE(names, database.prepare("SELECT DISTINCT name FROM capture WHERE document = ? ORDER BY name"));
  for (const Order& one : order) {
    HEARSAY_TAKE(document, reader.load(one.document));
    std::string out = "page\t" + to_hex(document.page.sha256) + "\t";
    names.bind(1, one.document);
    for (;;) {
      HEARSAY_TAKE(more, names.step());
      if (!more) break;
      out += names.text(0) + "\t";
    }
    names.reset();
    HEARSAY_TAKE(kept, page.bind(1, one.document).step());
    if (kept) out += "kept=" + std::to_string(page.integer(0)) + "\t";
    page.reset();
    out += "\n";
    HEARSAY_TAKE(captures, reader.captures(one.document));
    Printer print(out, document);
    for (const Capture& capture : captures) {
      out += "capture\t";
      layout::describe(print, capture);
      print.end_row();
    }
    print_content(out, document);
    sink(out);
  }
  for (const GroupContent& group : group_contents())
    HEARSAY_TRY(dump_query(database, group.name, group.query, sink));
  HEARSAY_TRY(dump_query(
      database, "rejection",
      "SELECT input, input_offset, stage, code, message, id_hex(sha256), resolved IS NOT NULL FROM rejection",
      sink));
  HEARSAY_TRY(dump_query(database, "withdrawal",
                         "SELECT w.kind, id_hex(w.sid), id_hex(d.sha256), w.reason, id_hex(w.successor), "
                         "w.content, w.revived IS NOT NULL "
                         "FROM withdrawal w LEFT JOIN document d ON d.id = w.document",
                         sink));
  return {};
}

Result<Sha256> content_hash(const Reader& reader) {
  // Of the hashes of the pieces, so that no record is too large for memory.
  std::string hashes;
  HEARSAY_TRY(content_dump(reader, [&](std::string_view piece) {
    const Sha256 hash = sha256(piece);
    hashes.append(reinterpret_cast<const char*>(hash.data()), hash.size());
  }));
  return sha256(hashes);
}

}  // namespace hearsay
