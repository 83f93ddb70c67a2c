#include "input/json_fields.h"

#include <cctype>

#include "base/format.h"
#include "base/json.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kDeepest = 64;

class Handler final : public Json::json_sax_t {
 public:
  explicit Handler(const JsonEvents& events) : events_(events) {}

  bool null() override { return give(""); }
  bool boolean(bool value) override { return give(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return give(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return give(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return give(written); }
  bool string(string_t& value) override { return give(value); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return deeper(); }
  bool key(string_t& name) override {
    path_.back() = std::move(name);
    return true;
  }
  bool end_object() override {
    path_.pop_back();
    if (events_.object_end) events_.object_end(path_);
    return true;
  }
  bool start_array(std::size_t) override { return deeper(); }
  bool end_array() override {
    path_.pop_back();
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
    error = {ErrorCode::kInputDamaged, fmt::format("no JSON from its byte {} on", position)};
    return false;
  }

  Error error{ErrorCode::kInputDamaged, "no JSON"};

 private:
  bool give(std::string_view value) {
    if (events_.value) events_.value(path_, value);
    return true;
  }
  bool deeper() {
    if (path_.size() == kDeepest) {
      error = {ErrorCode::kInputTooDeep, fmt::format("JSON nested deeper than {}", kDeepest)};
      return false;
    }
    path_.emplace_back();
    return true;
  }

  const JsonEvents& events_;
  JsonPath path_;
};

// The 16 bits of "\uXXXX" at `at`; -1 where there is no such escape.
int escaped_unit(std::string_view text, size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (!std::isxdigit(c)) return -1;
    unit = unit * 16 + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
  }
  return unit;
}

// Texts cut by length end in half a character, and the parser would refuse the whole line for it.
std::string without_lone_surrogates(std::string text) {
  for (size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
    const int unit = escaped_unit(text, at);
    if (unit < 0) {
      at += 2;
      continue;
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      const int next = escaped_unit(text, at + 6);
      if (next >= 0xDC00 && next <= 0xDFFF) {
        at += 12;
        continue;
      }
    }
    if (unit >= 0xD800 && unit <= 0xDFFF) text.replace(at + 2, 4, "fffd");
    at += 6;
  }
  return text;
}

}  // namespace

Result<void> read_json(std::string_view text, const JsonEvents& events) {
  std::string mended;
  if (!is_valid_utf8(text)) text = mended = repair_utf8(text);
  if (text.find("\\ud") != text.npos || text.find("\\uD") != text.npos)
    text = mended = without_lone_surrogates(std::string(text));
  Handler handler(events);
  if (!Json::sax_parse(text.begin(), text.end(), &handler)) return handler.error;
  return {};
}

}  // namespace hearsay
