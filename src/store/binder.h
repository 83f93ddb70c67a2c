// Visitor of layout.h: binds a row's fields to a statement, one parameter after the other, and checks off its
// spans.
#pragma once

#include "base/json.h"
#include "store/database.h"
#include "store/layout.h"
#include "store/numbers.h"
#include "store/span_check.h"

namespace hearsay {

class Binder {
 public:
  // Binds from parameter `first` on. All must outlive the statement's next step.
  Binder(Sql& sql, int first, const Document& document, const Numbers& numbers)
      : sql_(sql), at_(first), document_(document), numbers_(numbers) {}

  void span(const char*, Span span) {
    if (span.empty()) {
      null(3);
      check_.add_none();
      return;
    }
    const Part part = document_.part_of(span);
    const Span local = document_.in_part(span);
    check_.add(part, local, document_.words_of(span));
    put(static_cast<int64_t>(part));
    put(local.begin);
    put(local.end);
  }
  void range(const char*, Span span) {
    if (span.empty()) return null(2);
    put(span.begin);
    put(span.end);
  }
  void interval(const char*, const Interval& interval) {
    for (const std::string* bound : {&interval.from, &interval.to}) {
      if (bound->empty())
        null(1);
      else
        sql_.bind_lasting(at_++, *bound);
    }
  }
  void text(const char*, const std::string& text) { sql_.bind_lasting(at_++, text); }
  void texts(const char*, const std::vector<std::string>& texts) {
    if (texts.empty()) return null(1);
    sql_.bind(at_++, std::string_view(Json(texts).dump()));
  }
  void flag(const char*, bool flag) { put(flag ? 1 : 0); }
  template <class E>
  void enumeration(const char*, E value, E) {
    put(static_cast<int64_t>(value));
  }
  void number(const char*, int64_t value) { put(value); }
  void open_number(const char*, int64_t value) { value == -1 ? null(1) : put(value); }
  void real(const char*, double value) { sql_.bind(at_++, value); }
  void optional_real(const char*, const std::optional<double>& value) { value ? real("", *value) : null(1); }
  void id(const char*, const Id& id) {
    sql_.bind_lasting_blob(at_++, {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
  }
  void ref(const char*, uint32_t index, RowKind kind) {
    index == kNone ? null(1) : put(numbers_.of(kind)[index]);
  }
  void index(const char*, uint32_t index) { index == kNone ? null(1) : put(index); }
  void row(const char*, RowId id) { id == 0 ? null(1) : put(id); }
  void number_in_document(const char*, RowId id) { id == 0 ? null(1) : put(number_of(id)); }
  void pair(const char*, const char*, RowId id) {
    if (id == 0) return null(2);
    put(document_of(id));
    put(number_of(id));
  }
  void subject(const std::string& subject) {
    row("", row_of_subject(subject, "incident:"));
    row("", row_of_subject(subject, "agreement:"));
  }

  void put(int64_t value) { sql_.bind(at_++, value); }
  void null(int count) {
    for (int i = 0; i < count; ++i) sql_.bind_null(at_++);
  }
  [[nodiscard]] int64_t words_check() const { return check_.value(); }

 private:
  Sql& sql_;
  int at_;
  const Document& document_;
  const Numbers& numbers_;
  SpanCheck check_;
};

}  // namespace hearsay
