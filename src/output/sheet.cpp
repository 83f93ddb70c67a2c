#include "output/sheet.h"

#include "base/display_width.h"
#include "output/readable_interval.h"

namespace hearsay {
namespace {

constexpr size_t kLabel = 16;
constexpr size_t kQuote = 4;
constexpr size_t kIdDigits = 10;

}  // namespace

void Sheet::lines(const StyledText& text, size_t first_indent, size_t indent, const StyledText& lead) {
  const std::vector<StyledText> wrapped = wrap(text, width_ > indent + 20 ? width_ - indent : 20);
  for (size_t i = 0; i < wrapped.size(); ++i) {
    std::string line;
    if (i == 0) {
      line = std::string(first_indent, ' ') + painted(lead, paint_);
      const size_t taken = first_indent + width_of(lead);
      line.append(indent > taken ? indent - taken : 0, ' ');
    } else {
      line = std::string(indent, ' ');
    }
    line += painted(wrapped[i], paint_);
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out_ += line + "\n";
  }
}

void Sheet::heading(const std::string& text) { lines({run(text, Tone::kStrong)}, 0, 0, {}); }

void Sheet::field(std::string_view label, const StyledText& text) {
  if (width_of(text) == 0) return;
  lines(text, 0, kLabel, {run(label, Tone::kFaint)});
}

void Sheet::field(std::string_view label, const std::string& text) {
  field(label, StyledText{plain_run(text)});
}
void Sheet::quote(const StyledText& text) { lines(text, kQuote, kQuote, {}); }
void Sheet::section(const std::string& title) {
  gap();
  heading(title);
}
void Sheet::item(const StyledText& text) { lines(text, 2, 4, {run("-", Tone::kFaint)}); }
void Sheet::under(const StyledText& text) { lines(text, 6, 6, {}); }
void Sheet::plain(const StyledText& text) { lines(text, 0, 0, {}); }
void Sheet::gap() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
}

Run plain_run(std::string_view text) { return {printable(text), Tone::kPlain}; }
Run run(std::string_view text, Tone tone) { return {printable(text), tone}; }

std::string short_id(std::string_view hex) { return std::string(hex.substr(0, kIdDigits)); }

const Json& at(const Json& object, const char* key) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(key);
  return found == object.end() ? kNothing : *found;
}

std::string text_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  if (value.is_object()) return text_at(value, "words");
  std::string joined;
  if (value.is_array())
    for (const Json& element : value)
      if (element.is_string()) joined += (joined.empty() ? "" : ", ") + element.get<std::string>();
  return joined;
}

std::string interval_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (!value.is_array() || value.size() != 2) return "";
  const auto bound = [](const Json& json) {
    return json.is_string() ? json.get<std::string>() : std::string();
  };
  return readable({bound(value[0]), bound(value[1])});
}

bool flag_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  return value.is_boolean() && value.get<bool>();
}

}  // namespace hearsay
