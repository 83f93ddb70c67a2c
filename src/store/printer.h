// Visitor of layout.h: a row as text, name=value and a tab after each; what is empty is left out. The same
// rows give the same text everywhere, and different rows different text.
#pragma once

#include <iterator>
#include <string>
#include <string_view>

#include "base/format.h"
#include "store/layout.h"
#include "store/numbers.h"

namespace hearsay {

class Printer {
 public:
  // References are printed as indexes, or as the rows' numbers where `numbers` are given.
  Printer(std::string& out, const Document& document, const Numbers* numbers = nullptr)
      : out_(out), document_(document), numbers_(numbers) {}

  void span(const char* name, Span span) {
    if (span.empty()) return;
    const Span local = document_.in_part(span);
    key(name);
    digits(static_cast<uint64_t>(document_.part_of(span)));
    out_ += ':';
    digits(local.begin);
    out_ += '-';
    digits(local.end);
    out_ += '\t';
  }
  void range(const char* name, Span span) {
    if (span.empty()) return;
    key(name);
    digits(span.begin);
    out_ += '-';
    digits(span.end);
    out_ += '\t';
  }
  void interval(const char* name, const Interval& interval) {
    if (interval.empty()) return;
    key(name);
    escape(interval.from);
    out_ += "..";
    escape(interval.to);
    out_ += '\t';
  }
  void text(const char* name, std::string_view text) {
    if (text.empty()) return;
    key(name);
    escape(text);
    out_ += '\t';
  }
  void texts(const char* name, const std::vector<std::string>& texts) {
    for (const std::string& one : texts) {
      key(name);
      escape(one);
      out_ += '\t';
    }
  }
  void flag(const char* name, bool flag) {
    if (flag) number(name, 1);
  }
  template <class E>
  void enumeration(const char* name, E value, E) {
    number(name, static_cast<int64_t>(value));
  }
  void number(const char* name, int64_t value) {
    key(name);
    if (value < 0) out_ += '-';
    digits(value < 0 ? uint64_t{0} - static_cast<uint64_t>(value) : static_cast<uint64_t>(value));
    out_ += '\t';
  }
  void open_number(const char* name, int64_t value) {
    if (value != -1) number(name, value);
  }
  void real(const char* name, double value) {
    if (value == 0) return;
    key(name);
    fmt::format_to(std::back_inserter(out_), "{}\t", value);
  }
  void optional_real(const char* name, const std::optional<double>& value) {
    if (!value) return;
    key(name);
    fmt::format_to(std::back_inserter(out_), "{}\t", *value);
  }
  void id(const char* name, const Id& id) {
    key(name);
    out_ += id.hex();
    out_ += '\t';
  }
  void ref(const char* name, uint32_t target, RowKind kind) {
    if (target != kNone) number(name, numbers_ ? numbers_->of(kind)[target] : target);
  }
  void index(const char* name, uint32_t target) {
    if (target != kNone) number(name, target);
  }
  void row(const char* name, RowId id) { number(name, id); }
  void number_in_document(const char* name, RowId id) { number(name, id); }
  void pair(const char* name, const char*, RowId id) { number(name, id); }
  void subject(const std::string& subject) { text("subject", subject); }
  void end_row() { out_ += '\n'; }

 private:
  void key(const char* name) {
    out_ += name;
    out_ += '=';
  }
  void digits(uint64_t value) {
    const fmt::format_int text(value);
    out_.append(text.data(), text.size());
  }
  void escape(std::string_view text) {
    for (const char c : text) {
      switch (c) {
        case '\\':
          out_ += "\\\\";
          break;
        case '\n':
          out_ += "\\n";
          break;
        case '\t':
          out_ += "\\t";
          break;
        default:
          out_ += c;
      }
    }
  }

  std::string& out_;
  const Document& document_;
  const Numbers* numbers_;
};

}  // namespace hearsay
