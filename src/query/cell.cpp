#include "query/cell.h"

#include "base/format.h"

namespace hearsay {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

std::string_view to_string(Part part) {
  return part == Part::kTitle ? "title" : part == Part::kBody ? "body" : "caption";
}

Json json_of(const Interval& interval) {
  if (interval.empty()) return nullptr;
  const auto bound = [](const std::string& day) { return day.empty() ? Json(nullptr) : Json(day); };
  return Json::array({bound(interval.from), bound(interval.to)});
}

Json json_of(const Cell& cell) {
  return std::visit(
      Overloaded{[](std::monostate) { return Json(nullptr); },
                 [](const Interval& interval) { return json_of(interval); },
                 [](const IdCell& id) { return id.hex.empty() ? Json(nullptr) : Json(id.hex); },
                 [](const SpanCell& span) {
                   Json json{{"begin", span.span.begin}, {"end", span.span.end}, {"words", span.words}};
                   if (span.part != Part::kBody) json["part"] = to_string(span.part);
                   return json;
                 },
                 [](const auto& value) { return Json(value); }},
      cell);
}

std::string text_of(const Interval& interval) {
  if (interval.empty()) return "";
  return interval.from == interval.to ? interval.from : interval.from + ".." + interval.to;
}

std::string text_of(const Cell& cell) {
  return std::visit(
      Overloaded{
          [](std::monostate) { return std::string(); }, [](const std::string& text) { return text; },
          [](int64_t number) { return std::to_string(number); },
          [](double number) { return fmt::format("{}", number); },
          [](bool value) { return std::string(value ? "true" : "false"); },
          [](const Interval& interval) { return text_of(interval); },
          [](const std::vector<std::string>& list) { return fmt::format("{}", fmt::join(list, "; ")); },
          [](const std::vector<int64_t>& list) { return fmt::format("{}", fmt::join(list, "; ")); },
          [](const IdCell& id) { return id.hex; }, [](const SpanCell& span) { return span.words; }},
      cell);
}

}  // namespace hearsay
