#include "store/narrowed_dates.h"

#include <map>
#include <string>

#include "base/format.h"
#include "store/attempt.h"
#include "store/binder.h"
#include "store/group_saver.h"

namespace hearsay {
namespace {

const Document kNoText;
const Numbers kNoNumbers;

// Whether `inner` begins no earlier and ends no later; by days, since one may tell the hour and one not.
bool is_inside(const Interval& inner, const Interval& outer) {
  const auto day = [](const std::string& bound) { return std::string_view(bound).substr(0, 10); };
  if (!outer.from.empty() && (inner.from.empty() || day(inner.from) < day(outer.from))) return false;
  return outer.to.empty() || (!inner.to.empty() && day(inner.to) <= day(outer.to));
}

bool is_same(const NarrowedDate& a, const NarrowedDate& b) {
  return a.published == b.published && a.reason == b.reason && a.company == b.company;
}

Result<std::map<RowId, NarrowedDate>> stored_dates(const Database& database) {
  std::map<RowId, NarrowedDate> stored;
  HEARSAY_TAKE(sql, database.prepare("SELECT document, ifnull(published_from, ''), ifnull(published_to, ''), "
                                     "reason FROM narrowed_date"));
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) break;
    stored[sql.integer(0)] = {sql.integer(0), {sql.text(1), sql.text(2)}, sql.text(3), {}};
  }
  HEARSAY_TAKE(company, database.prepare("SELECT document, company FROM narrowed_date_company ORDER BY "
                                         "document, position"));
  for (;;) {
    HEARSAY_TAKE(more, company.step());
    if (!more) break;
    stored[company.integer(0)].company.push_back(company.integer(1));
  }
  return stored;
}

}  // namespace

Result<void> save_narrowed_dates(const Database& database, RowId run,
                                 const std::vector<NarrowedDate>& dates) {
  HEARSAY_TAKE(stored, stored_dates(database));
  HEARSAY_TAKE(own, database.prepare("SELECT ifnull(published_from, ''), ifnull(published_to, '') FROM "
                                     "document WHERE id = ?"));
  HEARSAY_TAKE(remove, database.prepare("DELETE FROM narrowed_date WHERE document = ?"));
  HEARSAY_TAKE(insert, database.prepare("INSERT INTO narrowed_date(document, run, reason, published_from, "
                                        "published_to) VALUES (?, ?, ?, ?, ?)"));
  HEARSAY_TAKE(add_company, database.prepare("INSERT INTO narrowed_date_company(document, position, company) "
                                             "VALUES (?, ?, ?)"));
  for (const NarrowedDate& date : dates) {
    own.reset();
    HEARSAY_TAKE(found, own.bind(1, date.document).step());
    if (!found) return unsound_groups("a date of a page that the record does not hold");
    const Interval said{own.text(0), own.text(1)};
    own.reset();
    if (date.company.empty() || date.published.empty() || !is_inside(date.published, said))
      return unsound_groups(fmt::format("{} .. {} is no narrower date than {} .. {}", date.published.from,
                                        date.published.to, said.from, said.to));
    if (const auto old = stored.find(date.document); old != stored.end()) {
      const bool same = is_same(old->second, date);
      stored.erase(old);
      if (same) continue;
      HEARSAY_TRY(remove.bind(1, date.document).run());
    }
    insert.bind(1, date.document).bind(2, run).bind(3, std::string_view(date.reason));
    Binder(insert, 4, kNoText, kNoNumbers).interval("published", date.published);
    HEARSAY_TRY(insert.run());
    int64_t position = 0;
    for (const RowId page : date.company)
      HEARSAY_TRY(add_company.bind(1, date.document).bind(2, position++).bind(3, page).run());
  }
  for (const auto& [document, date] : stored) HEARSAY_TRY(remove.bind(1, document).run());
  return {};
}

}  // namespace hearsay
