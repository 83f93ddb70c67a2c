#include "store/soundness.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/format.h"
#include "base/utf8.h"
#include "store/layout.h"

namespace hearsay {
namespace {

class Checker {
 public:
  explicit Checker(const Document& document) : document_(document) {}

  void span(const char* name, Span span) {
    if (span.empty()) return;
    const Span part = document_.range_of(document_.part_of(span));
    if (!part.contains(span))
      complain(name, fmt::format("[{}, {}) is in none of the text's parts", span.begin, span.end));
    else if (!on_boundary(document_.text, span.begin) || !on_boundary(document_.text, span.end))
      complain(name, fmt::format("[{}, {}) cuts a character", span.begin, span.end));
  }
  void ref(const char* name, uint32_t index, RowKind kind) {
    const size_t size = kind == RowKind::kActor ? document_.actors.size() : document_.statements.size();
    if (index != kNone && index >= size)
      complain(name, fmt::format("points at {} {} of {}", to_string(kind), index, size));
  }
  void index(const char* name, uint32_t index) {
    if (index != kNone && index >= document_.places.size())
      complain(name, fmt::format("points at place {} of {}", index, document_.places.size()));
  }
  void id(const char* name, const Id& id) {
    if (id.empty()) complain(name, "was never assigned");
  }
  void text(const char* name, const std::string& text) {
    if (!is_valid_utf8(text)) complain(name, "is no UTF-8");
  }
  void texts(const char* name, const std::vector<std::string>& texts) {
    for (const std::string& one : texts) text(name, one);
  }
  void interval(const char* name, const Interval& interval) {
    text(name, interval.from);
    text(name, interval.to);
  }
  template <class... Rest>
  void range(Rest&&...) {}
  template <class... Rest>
  void flag(Rest&&...) {}
  template <class... Rest>
  void enumeration(Rest&&...) {}
  template <class... Rest>
  void number(Rest&&...) {}
  template <class... Rest>
  void open_number(Rest&&...) {}
  template <class... Rest>
  void real(Rest&&...) {}
  template <class... Rest>
  void optional_real(Rest&&...) {}

  template <class Row>
  void row(const char* layer, size_t index, const Row& row) {
    layer_ = layer;
    index_ = index;
    layout::describe(*this, row);
  }
  template <class Row>
  void rows(const char* layer, const std::vector<Row>& rows) {
    for (size_t i = 0; i < rows.size(); ++i) row(layer, i, rows[i]);
  }
  template <class Row>
  void distinct_ids(const char* layer, const std::vector<Row>& rows) {
    std::vector<Id> ids;
    for (const Row& row : rows) ids.push_back(row.id);
    std::sort(ids.begin(), ids.end());
    const auto twice = std::adjacent_find(ids.begin(), ids.end());
    if (twice != ids.end()) complain(layer, fmt::format("two have the id {}", twice->hex()));
    if (rows.size() >= size_t{1} << kNumberBits) complain(layer, "too many");
  }
  void complain(std::string_view name, std::string_view what) {
    if (!complaint_.empty()) return;
    complaint_ =
        layer_ ? fmt::format("{} {}, {}: {}", layer_, index_, name, what) : fmt::format("{}: {}", name, what);
  }
  void leave_rows() { layer_ = nullptr; }
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

 private:
  const Document& document_;
  const char* layer_ = nullptr;
  size_t index_ = 0;
  std::string complaint_;
};

bool parts_make_up_text(const Document& d) {
  uint32_t at = 0;
  for (const Span part : {d.article.title, d.article.body, d.article.captions}) {
    if (part.empty()) continue;
    if (at > 0) {
      if (d.text.compare(at, 2, "\n\n") != 0) return false;
      at += 2;
    }
    if (part.begin != at || part.end > d.text.size()) return false;
    at = part.end;
  }
  return at == d.text.size();
}

}  // namespace

Result<void> check_soundness(const Document& d) {
  Checker check(d);
  if (!parts_make_up_text(d))
    check.complain("text", "is not title, body and captions with a blank line between");
  if (!is_valid_utf8(d.text)) check.complain("text", "is no UTF-8");
  check.row("document", 0, d);
  check.row("capture", 0, d.page.capture);
  check.text("page name", d.page.name);
  check.rows("paragraph", d.article.paragraphs);
  check.rows("byline", d.article.byline);
  check.rows("via", d.article.via);
  check.rows("time", d.times);
  check.rows("place", d.places);
  check.rows("actor", d.actors);
  for (size_t i = 0; i < d.actors.size(); ++i) {
    check.texts("names", d.actors[i].names);
    for (const Office& office : d.actors[i].offices) check.row("office of actor", i, office);
  }
  check.rows("mention", d.mentions);
  check.rows("statement", d.statements);
  check.rows("event", d.events);
  for (size_t i = 0; i < d.events.size(); ++i) {
    if (d.events[i].principal >= d.events[i].mentions.size())
      check.complain("principal", "points at no mention");
    for (const EventMention& mention : d.events[i].mentions) {
      check.row("mention of event", i, mention);
      for (const Count& count : mention.counts) check.row("count of event", i, count);
    }
  }
  check.leave_rows();
  check.distinct_ids("actors", d.actors);
  check.distinct_ids("statements", d.statements);
  check.distinct_ids("events", d.events);
  if (check.complaint().empty()) return {};
  return Error{ErrorCode::kInternal, fmt::format("{}: the document does not hold together: {}",
                                                 d.page.capture.path, check.complaint())};
}

}  // namespace hearsay
