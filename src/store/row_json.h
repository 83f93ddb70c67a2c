// Visitor of layout.h: a row as a JSON object with its words, so that it can be shown when the row and the
// text are gone.
#pragma once

#include "base/json.h"
#include "store/layout.h"

namespace hearsay {

class RowJson {
 public:
  explicit RowJson(const Document& document) : document_(document) {}

  void span(const std::string& name, Span span) {
    if (span.empty()) return;
    static constexpr const char* kParts[] = {"title", "body", "caption"};
    const Span local = document_.in_part(span);
    // A field and its words may share a name: {"actor": id, "actor_words": {...}}.
    json[name + "_words"] = {{"part", kParts[static_cast<size_t>(document_.part_of(span))]},
                             {"begin", local.begin},
                             {"end", local.end},
                             {"words", document_.words_of(span)}};
  }
  void range(const char* name, Span span) { json[name] = {span.begin, span.end}; }
  void interval(const char* name, const Interval& interval) {
    if (!interval.empty()) json[name] = {interval.from, interval.to};
  }
  void text(const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
  }
  void texts(const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty()) json[name] = texts;
  }
  void flag(const char* name, bool flag) { json[name] = flag; }
  template <class E>
  void enumeration(const char* name, E value, E) {
    json[name] = to_string(value);
  }
  void number(const char* name, int64_t value) { json[name] = value; }
  void open_number(const char* name, int64_t value) {
    json[name] = value == -1 ? Json(nullptr) : Json(value);
  }
  void real(const char* name, double value) { json[name] = value; }
  void optional_real(const char* name, const std::optional<double>& value) {
    if (value) json[name] = *value;
  }
  void id(const char*, const Id& id) { json["id"] = id.hex(); }
  void ref(const char* name, uint32_t index, RowKind kind) {
    if (index == kNone) return;
    json[name] =
        kind == RowKind::kActor ? document_.actors[index].id.hex() : document_.statements[index].id.hex();
  }
  void index(const char* name, uint32_t index) {
    if (index != kNone) json[name] = index;
  }

  Json json = Json::object();

 private:
  const Document& document_;
};

}  // namespace hearsay
