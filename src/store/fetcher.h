// Visitors of layout.h that read a row: Fetcher takes the columns, References turns the numbers of other rows
// into their indexes once all rows are there.
#pragma once

#include <algorithm>
#include <string>
#include <type_traits>

#include "base/json.h"
#include "store/database.h"
#include "store/layout.h"
#include "store/numbers.h"

namespace hearsay {

class Fetcher {
 public:
  // Reads from column `first` on. The ranges of the document's parts must be set.
  Fetcher(const Sql& sql, int first, const Document& document) : sql_(sql), at_(first), document_(document) {}

  void span(const char* name, Span& span) {
    const std::optional<Sql::PartSpan> local = sql_.part_span(at_);
    const bool given = !sql_.is_null(at_);
    at_ += 3;
    if (!given) return;
    const Span part = local ? document_.range_of(local->part) : Span{};
    if (!local || local->span.empty() || local->span.end > part.size()) return damaged(name);
    span = {part.begin + local->span.begin, part.begin + local->span.end};
  }
  void range(const char*, Span& span) {
    if (!sql_.is_null(at_))
      span = {static_cast<uint32_t>(sql_.integer(at_)), static_cast<uint32_t>(sql_.integer(at_ + 1))};
    at_ += 2;
  }
  void interval(const char*, Interval& interval) {
    interval = sql_.interval(at_);
    at_ += 2;
  }
  void text(const char*, std::string& text) { text = sql_.text(at_++); }
  void texts(const char* name, std::vector<std::string>& texts) {
    if (!read_texts(sql_, at_++, texts)) damaged(name);
  }
  void flag(const char*, bool& flag) { flag = sql_.integer(at_++) != 0; }
  template <class E>
  void enumeration(const char* name, E& value, E last) {
    const int64_t stored = sql_.integer(at_++);
    if (stored < 0 || stored > static_cast<int64_t>(last)) return damaged(name);
    value = static_cast<E>(stored);
  }
  template <class N>
  void number(const char*, N& value) {
    value = static_cast<N>(sql_.integer(at_++));
  }
  void open_number(const char*, int64_t& value) {
    value = sql_.is_null(at_) ? -1 : sql_.integer(at_);
    ++at_;
  }
  void real(const char*, double& value) { value = sql_.real(at_++); }
  void optional_real(const char*, std::optional<double>& value) {
    if (!sql_.is_null(at_)) value = sql_.real(at_);
    ++at_;
  }
  void id(const char*, Id& id) { id = sql_.id(at_++); }
  void ref(const char* name, uint32_t& number, RowKind) { index(name, number); }
  void index(const char*, uint32_t& index) {
    index = sql_.is_null(at_) ? kNone : static_cast<uint32_t>(sql_.integer(at_));
    ++at_;
  }

  // The first column whose value can't be, or nullptr.
  [[nodiscard]] const char* damage() const { return damage_; }

  // A JSON array of strings in `column`; NULL is none. False where it is anything else.
  static bool read_texts(const Sql& sql, int column, std::vector<std::string>& texts) {
    texts.clear();
    if (sql.is_null(column)) return true;
    const Json json = Json::parse(sql.view(column), nullptr, false);
    if (!json.is_array()) return false;
    for (const Json& text : json) {
      if (!text.is_string()) return false;
      texts.push_back(text.get<std::string>());
    }
    return true;
  }

 private:
  void damaged(const char* name) { damage_ = damage_ ? damage_ : name; }

  const Sql& sql_;
  int at_;
  const Document& document_;
  const char* damage_ = nullptr;
};

class References {
 public:
  explicit References(const Numbers& numbers) : numbers_(numbers) {}

  void ref(const char* name, uint32_t& number, RowKind kind) {
    if (number == kNone) return;
    const std::vector<uint32_t>& all = numbers_.of(kind);
    const auto found = std::find(all.begin(), all.end(), number);
    if (found == all.end()) {
      damage_ = damage_ ? damage_ : name;
      number = kNone;
    } else {
      number = static_cast<uint32_t>(found - all.begin());
    }
  }
  template <class... Rest>
  void span(Rest&&...) {}
  template <class... Rest>
  void range(Rest&&...) {}
  template <class... Rest>
  void interval(Rest&&...) {}
  template <class... Rest>
  void text(Rest&&...) {}
  template <class... Rest>
  void texts(Rest&&...) {}
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
  template <class... Rest>
  void id(Rest&&...) {}
  template <class... Rest>
  void index(Rest&&...) {}

  [[nodiscard]] const char* damage() const { return damage_; }

 private:
  const Numbers& numbers_;
  const char* damage_ = nullptr;
};

}  // namespace hearsay
